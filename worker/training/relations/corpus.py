"""Passages with the facts they state: KnowledgeNet as it is, Re-DocRED in KnowledgeNet's properties."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TEACHING_ONLY = 0  # the fold of passages that judge nobody
KNOWLEDGENET = "knowledgenet/passages_folds123.jsonl"
REDOCRED = ("relations/redocred_dev.json.gz", "relations/redocred_test.json.gz")
# Wikidata's property to KnowledgeNet's; True where subject and object change places.
_SAME: Mapping[str, tuple[str, bool]] = {
    "P169": ("CEO", False), "P22": ("CHILD_OF", False), "P25": ("CHILD_OF", False), "P40": ("CHILD_OF", True),
    "P571": ("DATE_FOUNDED", False), "P569": ("DATE_OF_BIRTH", False), "P570": ("DATE_OF_DEATH", False),
    "P69": ("EDUCATED_AT", False), "P108": ("EMPLOYEE_OR_MEMBER_OF", False),
    "P463": ("EMPLOYEE_OR_MEMBER_OF", False), "P54": ("EMPLOYEE_OR_MEMBER_OF", False),
    "P112": ("FOUNDED_BY", False), "P159": ("HEADQUARTERS", False),
    "P27": ("NATIONALITY", False), "P19": ("PLACE_OF_BIRTH", False), "P551": ("PLACE_OF_RESIDENCE", False),
    "P102": ("POLITICAL_AFFILIATION", False), "P26": ("SPOUSE", False), "P749": ("SUBSIDIARY_OF", False),
    "P355": ("SUBSIDIARY_OF", True),
}  # fmt: skip
# Close to a property of KnowledgeNet, but neither a case of it nor a counterexample.
_NEAR: Mapping[str, tuple[str, ...]] = {
    "P127": ("SUBSIDIARY_OF",), "P1830": ("SUBSIDIARY_OF",), "P361": ("SUBSIDIARY_OF",), "P527": ("SUBSIDIARY_OF",),
    "P488": ("CEO",), "P1037": ("CEO",), "P740": ("HEADQUARTERS",), "P131": ("HEADQUARTERS",),
    "P276": ("HEADQUARTERS",),
    "P17": ("HEADQUARTERS",),
    "P170": ("FOUNDED_BY",), "P178": ("FOUNDED_BY",), "P1344": ("EMPLOYEE_OR_MEMBER_OF",),
    "P241": ("EMPLOYEE_OR_MEMBER_OF",), "P607": ("EMPLOYEE_OR_MEMBER_OF",), "P937": ("PLACE_OF_RESIDENCE",),
    "P19": ("PLACE_OF_RESIDENCE", "NATIONALITY"), "P20": ("PLACE_OF_RESIDENCE",), "P27": ("PLACE_OF_RESIDENCE",),
    "P3373": ("CHILD_OF",), "P577": ("DATE_FOUNDED",), "P580": ("DATE_FOUNDED",), "P264": ("EMPLOYEE_OR_MEMBER_OF",),
    "P175": ("EMPLOYEE_OR_MEMBER_OF",), "P6": ("EMPLOYEE_OR_MEMBER_OF",), "P39": ("EMPLOYEE_OR_MEMBER_OF",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A property's number, and the spans of subject and object in the passage."""

    property: int
    subject: Span
    object: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """`judged`: numbers of the properties all of whose facts are told; `unsure`: neither right nor wrong."""

    fold: int
    text: str
    facts: tuple[Fact, ...]
    judged: frozenset[int]
    unsure: tuple[Fact, ...] = ()


def knowledgenet(data: Path) -> Iterator[Passage]:
    with (data / KNOWLEDGENET).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            facts = tuple(Fact(PROPERTIES.index(f["p"]), Span(*f["s"]), Span(*f["o"])) for f in row["facts"])
            judged = {fact.property for fact in facts} | {PROPERTIES.index(name) for name in row.get("neg", ())}
            yield Passage(row["fold"], row["text"], facts, frozenset(judged))


def redocred(data: Path) -> Iterator[Passage]:
    """These paragraphs only teach. Where the sentence is no evidence of a relation that holds, it is unsure."""
    for file in REDOCRED:
        with gzip.open(data / file, "rt", encoding="utf-8") as text:
            for document in json.load(text):
                yield _passage(document)


def _passage(document: Mapping[str, Any]) -> Passage:
    text, places = _joined(document["sents"])
    facts: list[Fact] = []
    unsure: list[Fact] = []
    for label in document["labels"]:
        told = set(label["evidence"])
        for same, fact, number in _readings(document, label, places):
            (facts if same and number in told else unsure).append(fact)
    date_like = {PROPERTIES.index(name) for name in ("NATIONALITY",)}  # demonyms are no entities there
    return Passage(TEACHING_ONLY, text, tuple(facts), frozenset(range(len(PROPERTIES))) - date_like, tuple(unsure))


def _joined(sentences: list[list[str]]) -> tuple[str, list[list[int]]]:
    """Words parted by spaces, and where each begins."""
    at = 0
    places: list[list[int]] = []
    for words in sentences:
        places.append([])
        for word in words:
            places[-1].append(at)
            at += len(word) + 1
    return " ".join(word for words in sentences for word in words), places


def _readings(
    document: Mapping[str, Any], label: Mapping[str, Any], places: list[list[int]]
) -> Iterator[tuple[bool, Fact, int]]:
    """(does the label say just this, the fact for two mentions in one sentence, the sentence's number)."""
    clusters = document["vertexSet"]
    for head, tail in product(clusters[label["h"]], clusters[label["t"]]):
        if head["sent_id"] != tail["sent_id"]:
            continue
        spans = [_span(document["sents"], places, mention) for mention in (head, tail)]
        if label["r"] in _SAME:
            name, turned = _SAME[label["r"]]
            yield True, Fact(PROPERTIES.index(name), *(spans[::-1] if turned else spans)), head["sent_id"]
        for name in _NEAR.get(label["r"], ()):
            for some in (spans, spans[::-1]):
                yield False, Fact(PROPERTIES.index(name), *some), head["sent_id"]


def _span(sentences: list[list[str]], places: list[list[int]], mention: Mapping[str, Any]) -> Span:
    first, stop = mention["pos"]
    starts, words = places[mention["sent_id"]], sentences[mention["sent_id"]]
    return Span(starts[first], starts[stop - 1] + len(words[stop - 1]))
