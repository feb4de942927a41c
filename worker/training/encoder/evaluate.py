"""Scores of a reader against corpora that never taught it: names by exact span and type, syntax word by word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from worker.pipeline.annotate.encoder import FILES, load_reader
from worker.pipeline.annotate.encoder.lemmas import apply
from worker.pipeline.annotate.name_spans import spans
from worker.training.encoder.corpus import named, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from worker.pipeline.annotate.reading import Reader
    from worker.training.encoder.corpus import Document

    Name = tuple[int, int, str]

CORE = ("PERSON", "ORG", "LOC")
NAMED = ("uner_pud_test", "gum_CCBY_dev", "wnut17_dev")
PARSED = ("pud_test", "ewt_dev", "gum_CCBY_dev")


def measured(folder: Path, gazetteer: Mapping[str, int], data: Path) -> dict[str, dict[str, float]]:
    """The scores of the reader whose files lie in `folder`, a table a corpus."""
    graph, heads, tokenizer, lemmas = ((folder / name).read_bytes() for name in FILES)
    reader = load_reader(graph, heads, tokenizer, lemmas, gazetteer)
    found = {f"names {name}": names(reader, named(data / "ner" / f"{name}.spacy")) for name in NAMED}
    return found | {f"syntax {name}": syntax(reader, parsed(data / "ud" / f"{name}.spacy")) for name in PARSED}


def sentences(doc: Document) -> list[range]:
    begins = [at for at, starts in enumerate(doc.starts) if starts]
    return [range(a, b) for a, b in zip(begins, [*begins[1:], len(doc.words)], strict=True)]


def names(read: Reader, documents: Iterable[Document]) -> dict[str, float]:
    """Precision, recall and F1 of persons, organizations and places together, and F1 of each."""
    right, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for doc in documents:
        places = sentences(doc)
        readings = read([[doc.words[at] for at in place] for place in places])
        told = {
            (place.start + start, place.start + stop, kind)
            for place, reading in zip(places, readings, strict=True)
            for start, stop, kind in spans(reading.names)
        }
        wanted = set(_gold(doc.names))
        said.update(kind for *_, kind in told)
        gold.update(kind for *_, kind in wanted)
        right.update(kind for *_, kind in told & wanted)
    return _figures(right, said, gold)


def syntax(read: Reader, documents: Iterable[Document]) -> dict[str, float]:
    """Shares of words: part of speech, fine tag, lemma, head, head and relation (LAS: no subtypes, as CoNLL 2018)."""
    hits = Counter[str]()
    for doc in documents:
        places = sentences(doc)
        for place, reading in zip(places, read([[doc.words[at] for at in place] for place in places]), strict=True):
            for n, at in enumerate(place):
                head = place.start + reading.heads[n] == doc.heads[at]
                kind, wanted = reading.relations[n], doc.relations[at]
                plain = kind.split(":")[0] == wanted.split(":")[0]
                punct = wanted == "punct"
                hits.update(
                    {"words": 1, "tag": reading.tags[n] == doc.tags[at], "fine": reading.fine[n] == doc.fine[at],
                     "lemma": reading.lemmas[n] == apply(doc.scripts[at], doc.words[at]),
                     "UAS": head, "LAS": head and plain, "LAS full": head and kind == wanted,
                     "words but marks": not punct, "LAS but marks": head and kind == wanted and not punct}
                )  # fmt: skip
    unmarked = hits["LAS but marks"] / hits["words but marks"]
    told = ("tag", "fine", "lemma", "UAS", "LAS", "LAS full")
    return {k: hits[k] / hits["words"] for k in told} | {"LAS but marks": unmarked}


def _gold(names: Sequence[str]) -> Iterator[Name]:
    start = None
    for at, name in enumerate([*names, "O"]):
        if start is not None and not name.startswith("I-"):
            yield start, at, names[start][2:]
            start = None
        if name.startswith("B-"):
            start = at


def _figures(right: Counter[str], said: Counter[str], gold: Counter[str]) -> dict[str, float]:
    def f1(kinds: Sequence[str]) -> float:
        return 2 * sum(right[k] for k in kinds) / max(sum(said[k] + gold[k] for k in kinds), 1)

    hits = sum(right[k] for k in CORE)
    return {
        "F1": f1(CORE), "precision": hits / max(sum(said[k] for k in CORE), 1),
        "recall": hits / max(sum(gold[k] for k in CORE), 1), **{kind: f1((kind,)) for kind in (*CORE, "MISC")},
    }  # fmt: skip
