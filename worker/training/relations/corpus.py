"""KnowledgeNet: passages with the facts they state."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KNOWLEDGENET = "knowledgenet/passages_folds123.jsonl"


@dataclass(frozen=True, slots=True)
class Fact:
    """A property's number, and the spans of subject and object in the passage."""

    property: int
    subject: Span
    object: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """`judged`: numbers of the properties all of whose facts are told."""

    fold: int
    text: str
    facts: tuple[Fact, ...]
    judged: frozenset[int]


def knowledgenet(data: Path) -> Iterator[Passage]:
    with (data / KNOWLEDGENET).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            facts = tuple(Fact(PROPERTIES.index(f["p"]), Span(*f["s"]), Span(*f["o"])) for f in row["facts"])
            judged = {fact.property for fact in facts} | {PROPERTIES.index(name) for name in row.get("neg", ())}
            yield Passage(row["fold"], row["text"], facts, frozenset(judged))
