"""The reader over an installed spaCy pipeline; what every reader promises is held in tests/contract."""

from importlib.metadata import version
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from worker.pipeline.annotate.backends.spacy_reader import SpacyReader, load, probe
from worker.pipeline.annotate.name_spans import spans
from worker.pipeline.annotate.reading import ReaderUnavailable

PACKAGE = "tiny_news_pipeline"


def ruled(*names: tuple[str, str]) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for label, name in names])  # type: ignore[attr-defined]
    return nlp


def install(folder: Path, nlp: Language) -> None:
    """As a wheel would: a package whose `load` reads its own data, and the metadata that spaCy asks for."""
    ruled_folder = folder / PACKAGE
    ruled_folder.mkdir()
    nlp.to_disk(ruled_folder / "data")
    (ruled_folder / "__init__.py").write_text(
        "from pathlib import Path\nimport spacy\n\n"
        "def load(**settings):\n    return spacy.load(Path(__file__).parent / 'data', **settings)\n"
    )
    (folder / f"{PACKAGE}-1.2.dist-info").mkdir()
    (folder / f"{PACKAGE}-1.2.dist-info" / "METADATA").write_text(f"Name: {PACKAGE}\nVersion: 1.2\n")


def test_an_installed_package_is_loaded_and_named_with_its_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = ruled(("ORG", "Ambry Bank"))
    nlp.meta["version"] = "1.2"
    install(tmp_path, nlp)
    monkeypatch.syspath_prepend(tmp_path)

    reader, identity = load(PACKAGE)

    assert identity == f"{PACKAGE}@1.2+spacy-{version('spacy')}"
    assert list(spans(reader([["Ambry", "Bank", "fell"]])[0].names)) == [(0, 2, "ORG")]


def test_a_package_that_is_no_pipeline_is_told_with_a_fix() -> None:
    with pytest.raises(ReaderUnavailable, match=r"cannot be loaded: .*\. Install a pipeline"):
        load("json")


def test_a_package_that_is_not_installed_is_told_with_a_fix() -> None:
    with pytest.raises(ReaderUnavailable, match=rf"needs the package {PACKAGE}_of_nobody\. Install it with"):
        load(f"{PACKAGE}_of_nobody")


def test_without_spacy_its_readers_are_told_with_a_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worker.pipeline.annotate.backends.spacy_reader.find_spec", lambda _: None)

    with pytest.raises(ReaderUnavailable, match=r"needs the package spacy\. Install it with"):
        probe(PACKAGE)


@pytest.mark.parametrize(("label", "kind"), [
    ("PERSON", "PERSON"), ("PER", "PERSON"), ("ORG", "ORG"), ("GPE", "LOC"), ("FAC", "LOC"), ("NORP", "MISC"),
    ("WORK_OF_ART", "MISC"),
])  # fmt: skip
def test_a_label_has_one_of_four_kinds(label: str, kind: str) -> None:
    (reading,) = SpacyReader(ruled((label, "Ambry")))([["Ambry", "fell"]])

    assert list(spans(reading.names)) == [(0, 1, kind)]


@pytest.mark.parametrize("label", ["DATE", "CARDINAL", "MONEY", "ORDINAL"])
def test_what_is_counted_or_dated_is_no_name(label: str) -> None:
    (reading,) = SpacyReader(ruled((label, "Ambry")))([["Ambry", "fell"]])

    assert list(spans(reading.names)) == []


def test_a_name_is_without_its_article_and_its_possessive_mark() -> None:
    nlp = ruled(("GPE", "the Vellmar Isles"))
    (reading,) = SpacyReader(nlp)([["In", "the", "Vellmar", "Isles"]])

    assert list(spans(reading.names)) == [(2, 4, "LOC")]


def test_a_name_is_without_a_mark_that_a_pipeline_counts_into_it() -> None:
    (reading,) = SpacyReader(ruled(("PERSON", "Roe's")))([["Roe", "'s", "dog"]])

    assert list(spans(reading.names)) == [(0, 1, "PERSON")]


@Language.component("every_word_a_root")
def every_word_a_root(doc: Doc) -> Doc:
    """As a parser leaves it that saw several sentences where we have one."""
    for word in doc:
        word.head, word.dep_ = word, "ROOT"
    return doc


def test_several_roots_in_a_sentence_hang_on_the_first() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("every_word_a_root")

    (reading,) = SpacyReader(nlp)([["It", "rains", "."]])

    assert (reading.heads, reading.relations) == ((0, 0, 0), ("root", "parataxis", "parataxis"))


def test_words_that_were_met_are_forgotten() -> None:
    reader = SpacyReader(ruled(("ORG", "Ambry")))
    reader([["once"]])
    before = len(reader.nlp.vocab.strings)

    reader([[f"unheard{number}" for number in range(500)]])

    assert len(reader.nlp.vocab.strings) == before
