"""What every reader promises, held by each that is at hand: the built-in one, spaCy's pipelines, GLiNER.

GLiNER's own package brings torch and is in no lock: where it is missing a stand-in takes its place that has the same
methods and cuts words as GLiNER does, but looks names up in a list; where it is installed, a real but unfitted model
runs besides, so no floor is asked of that one.
"""



import os
import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, Protocol

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from worker.bootstrap import build_reader
from worker.pipeline.annotate.backends.gliner_reader import GlinerReader
from worker.pipeline.annotate.backends.gliner_reader import load as load_gliner
from worker.pipeline.annotate.backends.spacy_reader import SpacyReader
from worker.pipeline.annotate.name_spans import spans
from worker.pipeline.annotate.reading import NAMES, Reader, Reading
from worker.settings import SettingsError

PLAIN = [
    ["The", "weather", "was", "cold", "and", "the", "roads", "were", "wet", "."],
    ["He", "said", "that", "nobody", "had", "seen", "the", "car", "before", "it", "stopped", "."],
    ["Three", "people", "were", "hurt", ",", "two", "of", "them", "badly", "."],
]
ODD = [
    ["\u200b"], ["🙂🙂", "\ufe0f"], ["e\u0301le\u0301ment", "ﬁn"], ["مرحبا", "بالعالم"], ["\u2028", "\u00a0x"],
    ["!" * 300], ["https://example.org/" + "a/b?c=1&" * 240], ["…", "—", "“", "”"], ["ǅ", "İ", "ß", "\U0010ffff"],
]  # fmt: skip
LABELLED = """\
[PERSON Mara Ellingsworth] joined [ORG Tessel Energy] in [LOC Norway] on Tuesday .
The [MISC German] minister [PERSON Otto Brandvik] flew to [LOC Paris] .
[ORG Ambry Bank] said [PERSON Ines Castellane] would lead its office in [LOC London] .
Police in [LOC Ohio] arrested [PERSON Caleb Whitlock] , 34 , after a chase .
[PERSON Yuna Adeyemi] scored twice for [ORG Kessing Rovers] against [ORG Vellmar United] .
Residents of [LOC Manchester] voted against the plan , [PERSON Petra Lindqvist] said .
[PERSON Halvorsen] , who was born in [LOC Canada] , studied at the [ORG University of Aldermouth] .
The [ORG Ministry of Fisheries] in [LOC Iceland] refused to comment .
[PERSON Desmond Okonjo] , chief executive of [ORG Carrow Shipping] , resigned on Friday .
A [MISC French] court fined [ORG Northlight Foods] 2 million euros .
[PERSON Rafe Moreau] and [PERSON Odile Ferrow] were married in [LOC Italy] last June .
[ORG Merewood Rail] will close its depot in [LOC Texas] , said [PERSON Tobias Brandt] .
"""
_MARKED = re.compile(r"\[(PERSON|ORG|LOC|MISC) ([^\]]+)\]|(\S+)")
_SPACY_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "GPE", "MISC": "NORP"}
_GLINER_LABELS = {"PERSON": "person", "ORG": "organization", "LOC": "location", "MISC": "nationality"}


class MakeReader(Protocol):
    def __call__(self, folder: Path) -> Reader: ...


def labelled() -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    """Words of each sentence, and its names."""
    for line in LABELLED.splitlines():
        words: list[str] = []
        names = []
        for kind, name, word in _MARKED.findall(line):
            taken = name.split() if kind else [word]
            if kind:
                names.append((len(words), len(words) + len(taken), kind))
            words += taken
        yield words, names


TREES: list[dict[str, Any]] = [  # in ClearNLP's labels
    {
        "words": ["The", "mayor", "was", "in", "the", "hall"], "tags": ["DT", "NN", "VBD", "IN", "DT", "NN"],
        "heads": [1, 2, 2, 2, 5, 3], "deps": ["det", "nsubj", "ROOT", "prep", "det", "pobj"],
    },
    {
        "words": ["She", "was", "told", "of", "it", "by", "them"],
        "tags": ["PRP", "VBD", "VBN", "IN", "PRP", "IN", "PRP"],
        "heads": [2, 2, 2, 2, 3, 2, 5], "deps": ["nsubjpass", "auxpass", "ROOT", "prep", "pobj", "agent", "pobj"],
    },
]  # fmt: skip
NAMED = sorted({(" ".join(words[a:b]), kind) for words, names in labelled() for a, b, kind in names})


# ------------------------------------------------------------------------------------------- the readers at hand


def builtin(_: Path) -> Reader:
    try:
        return build_reader("builtin")[0]
    except SettingsError as lack:
        _miss(str(lack))


def spacy_names(_: Path) -> Reader:
    """No tagger, no parser: entities by a list."""
    nlp = spacy.blank("en")
    _list_names(nlp)
    return SpacyReader(nlp)


def spacy_syntax(_folder: Path) -> Reader:
    """A tagger and a parser, fitted to two sentences in ClearNLP's labels."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("parser", config={"min_action_freq": 1})  # two sentences show no relation often
    examples = [Example.from_dict(Doc(nlp.vocab, words=one["words"]), one) for one in TREES]
    nlp.initialize(lambda: examples)
    for _ in range(15):
        nlp.update(examples)
    _list_names(nlp)
    return SpacyReader(nlp)


def spacy_stock(_: Path) -> Reader:
    if find_spec("en_core_web_sm") is None:
        pytest.skip("en_core_web_sm is in no package registry; it runs where somebody installed it")
    return build_reader("spacy:en_core_web_sm")[0]


def gliner_stand_in(_: Path) -> Reader:
    return GlinerReader(ListedNames())


def gliner_unfitted(folder: Path) -> Reader:
    """The real package with a model of one layer and random weights, saved and loaded as any other."""
    if find_spec("gliner") is None:
        pytest.skip("gliner is not installed; the stand-in holds its place")
    _save_unfitted(folder)
    return load_gliner(str(folder / "model"))


FITTED = {
    "builtin": builtin, "spacy with a list": spacy_names, "spacy with a parser": spacy_syntax,
    "spacy:en_core_web_sm": spacy_stock, "gliner stand-in": gliner_stand_in,
}  # fmt: skip
FLOORS = {  # F1 of the labelled sentences; a list knows them all, so only the mapping could lose any
    "builtin": 0.90, "spacy with a list": 1.0, "spacy with a parser": 1.0, "spacy:en_core_web_sm": 0.60,
    "gliner stand-in": 1.0,
}  # fmt: skip
READERS: dict[str, MakeReader] = {**FITTED, "gliner unfitted": gliner_unfitted}


@pytest.fixture(scope="module")
def made() -> dict[str, Reader]:
    return {}


@pytest.fixture
def reader(request: pytest.FixtureRequest, made: dict[str, Reader], tmp_path_factory: Any) -> Reader:
    """Of the name that the test's parameter gives; made once."""
    name = request.param
    if name not in made:
        made[name] = READERS[name](tmp_path_factory.mktemp("reader"))
    return made[name]


def _miss(reason: str) -> NoReturn:
    if os.environ.get("CI"):  # noqa: TID251 - asks where the tests run, no setting of the worker
        pytest.fail(reason)
    pytest.skip(reason)


_torch_warns = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::UserWarning")
every_reader = pytest.mark.parametrize("reader", [
    pytest.param(name, marks=_torch_warns if name == "gliner unfitted" else ()) for name in READERS
], indirect=True)  # fmt: skip


# ------------------------------------------------------------------------------------------------- the promises


@every_reader
def test_there_is_one_reading_a_sentence_and_its_layers_are_as_long_as_the_sentence(reader: Reader) -> None:
    sentences = [words for words, _ in labelled()] + PLAIN

    readings = reader(sentences)

    assert len(readings) == len(sentences)
    for words, reading in zip(sentences, readings, strict=True):
        assert_fits(reading, words)


@every_reader
@pytest.mark.parametrize("sentences", [[], [[]], [[], ["Rain", "fell", "."], []]], ids=["none", "one", "between"])
def test_where_there_are_no_words_nothing_is_read(reader: Reader, sentences: list[list[str]]) -> None:
    readings = reader(sentences)

    assert [len(reading.names) for reading in readings] == [len(words) for words in sentences]
    for words, reading in zip(sentences, readings, strict=True):
        assert_fits(reading, words)


@every_reader
def test_a_sentence_of_3000_words_is_one_tree(reader: Reader) -> None:
    words = (PLAIN[0] * 300)[:3000]

    (reading,) = reader([words])

    assert_fits(reading, words)


@every_reader
@pytest.mark.parametrize("words", ODD, ids=lambda words: ascii(words[0])[:20])
def test_no_character_breaks_a_reading(reader: Reader, words: list[str]) -> None:
    before, reading, _ = reader([PLAIN[0], words, PLAIN[1]])

    assert_fits(reading, words)
    assert_fits(before, PLAIN[0])


@every_reader
def test_the_same_words_are_read_the_same_way(reader: Reader) -> None:
    sentences = [words for words, _ in labelled()]

    once, again = reader(sentences), reader(sentences)

    assert [shown(one) for one in once] == [shown(one) for one in again]


@pytest.mark.parametrize("reader", FITTED, indirect=True)
def test_plain_words_are_no_names(reader: Reader) -> None:
    assert [list(spans(reading.names)) for reading in reader(PLAIN)] == [[], [], []]


@pytest.mark.parametrize(("reader", "floor"), FLOORS.items(), indirect=["reader"], ids=FLOORS)
def test_names_are_found(reader: Reader, floor: float) -> None:
    gold = [(at, *name) for at, (_, names) in enumerate(labelled()) for name in names]

    readings = reader([words for words, _ in labelled()])
    found = [(at, *name) for at, reading in enumerate(readings) for name in spans(reading.names)]

    right = len(set(gold) & set(found))
    f1 = 2 * right / (len(gold) + len(found))
    assert f1 >= floor, f"F1 {f1:.3f}; wrong {sorted(set(found) - set(gold))}; missed {sorted(set(gold) - set(found))}"


def test_no_name_crosses_the_end_of_a_sentence() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Ambry Bank"}])  # type: ignore[attr-defined]
    first, second = SpacyReader(nlp)([["He", "runs", "Ambry"], ["Bank", "holiday"]])

    assert list(spans(first.names)) in ([], [(2, 3, "ORG")])
    assert list(spans(second.names)) in ([], [(0, 1, "ORG")])


def test_a_list_of_names_leaves_the_layers_that_it_cannot_fill_empty(tmp_path: Path) -> None:
    (reading,) = spacy_names(tmp_path)([["Rain", "fell"]])

    assert (reading.tags, reading.fine, reading.lemmas, reading.heads, reading.relations) == ((), (), (), (), ())


def assert_fits(reading: Reading, words: Sequence[str]) -> None:
    assert reading.names.shape == (len(words), len(NAMES))
    np.testing.assert_allclose(np.exp(reading.names).sum(1), 1, atol=1e-3)
    for layer in (reading.tags, reading.fine, reading.lemmas, reading.heads, reading.relations):
        assert len(layer) in {0, len(words)}
    if reading.heads:
        assert_is_tree(reading.heads)
        assert [reading.relations[at] for at, head in enumerate(reading.heads) if at == head] == ["root"]
        assert reading.relations.count("root") == 1


def assert_is_tree(heads: Sequence[int]) -> None:
    """One root, and every word comes to it; of a long sentence a hundred words are asked."""
    assert all(0 <= head < len(heads) for head in heads)
    (root,) = (at for at, head in enumerate(heads) if at == head)
    assert {_climbed(heads, word) for word in range(0, len(heads), max(1, len(heads) // 100))} == {root}


def _climbed(heads: Sequence[int], word: int) -> int:
    for _ in heads:
        word = heads[word]
    return word


def shown(reading: Reading) -> tuple[object, ...]:
    return (reading.names.tobytes(), reading.tags, reading.fine, reading.lemmas, reading.heads, reading.relations)


# ---------------------------------------------------------------------------------------------- what they are made of


def _list_names(nlp: Any) -> None:
    patterns = [{"label": _SPACY_LABELS[kind], "pattern": name} for name, kind in NAMED]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)


class ListedNames:
    """The methods of `gliner.GLiNER` that we use, over a list of names."""

    config = SimpleNamespace(max_len=40)
    _WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")  # as gliner.data_processing.tokenizer.WhitespaceTokenSplitter cuts

    def prepare_inputs(self, texts: list[str], /) -> tuple[list[list[str]], Any, Any]:
        return [self._WORD.findall(text) for text in texts], [], []

    def inference(
        self, texts: list[str], labels: list[str], *, flat_ner: bool, threshold: float, batch_size: int
    ) -> list[list[dict[str, Any]]]:
        assert set(_GLINER_LABELS.values()) <= set(labels)
        assert flat_ner
        assert 0 < threshold < 1
        assert batch_size
        return [list(self._found(text)) for text in texts]

    def _found(self, text: str) -> Iterator[dict[str, Any]]:
        words = list(self._WORD.finditer(text))
        read = text[: words[self.config.max_len - 1].end()] if len(words) > self.config.max_len else text
        for name, kind in NAMED:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", read):
                yield {
                    "start": match.start(), "end": match.end(), "text": name, "label": _GLINER_LABELS[kind],
                    "score": 0.9,
                }  # fmt: skip


def _save_unfitted(folder: Path) -> None:
    """Folder `model` as GLiNER saves one; its encoder is a BERT of one layer over a vocabulary of letters."""
    from gliner import GLiNER
    from gliner.config import GLiNERConfig
    from transformers import BertConfig, BertModel, BertTokenizerFast

    letters = [chr(code) for code in range(33, 127)]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    (folder / "vocab.txt").write_text("\n".join(vocabulary))
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    tokenizer.save_pretrained(folder / "base")
    shape = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(
        BertConfig(vocab_size=len(tokenizer), max_position_embeddings=4096, **shape)
    ).save_pretrained(folder / "base")
    config = GLiNERConfig(model_name=str(folder / "base"), hidden_size=32, max_len=64)
    GLiNER.from_config(config).save_pretrained(folder / "model", safe_serialization=True)


