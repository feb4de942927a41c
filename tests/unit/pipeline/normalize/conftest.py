"""A small resolved article that the tests of normalization put candidates on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemas.article import RawArticle
from worker.pipeline.normalize import Normalize
from worker.pipeline.values import (
    AnnotatedArticle,
    Block,
    Candidate,
    CleanArticle,
    Declaration,
    Entity,
    EntityObject,
    Envelope,
    ExtractedArticle,
    LocalTime,
    Mention,
    Metadata,
    ResolvedArticle,
    Sentence,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.stages import Normalized
    from worker.pipeline.values import EntityType, MentionKind

TEXT = (
    "Jane Roe, 41, married Tom Lee in May. The boy, Ned, is their son.\n\nRoe runs Halvex and weighs 70 kg."
)
PERSON, FIRM = frozenset({"person"}), frozenset({"organization"})
VOCABULARY = {
    d.name: d
    for d in (
        Declaration("spouse", PERSON, PERSON, "P26", symmetric=True),
        Declaration("father", PERSON, PERSON, "P22", functional=True, conflict="always"),
        Declaration(
            "age", PERSON, frozenset({"duration"}), "P3629", functional=True, identity=("as_of",), conflict="same_time"
        ),
        Declaration("date_of_birth", PERSON, frozenset({"date"}), "P569", functional=True, conflict="always"),
        Declaration("employer", PERSON, FIRM, "P108"),
        Declaration("occupation", PERSON, frozenset({"string"}), "P106"),
        Declaration("mass", PERSON, frozenset({"quantity"}), "P2067", conflict="same_time"),
        Declaration("price", FIRM, frozenset({"money"}), "P2284"),
        Declaration("stated", PERSON, frozenset({"quote"}), "P1683"),
        Declaration(
            "charged_with",
            PERSON,
            frozenset({"string"}),
            "P1595",
            sensitivity=("crime",),
            identity=("status",),
        ),
    )
}


def where(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _entity(
    number: int, label: str, kind: EntityType, *mentions: tuple[str, MentionKind], named: bool = True
) -> Entity:
    found = tuple(Mention(where(words), how) for words, how in mentions)
    return Entity(f"e{number}", f"{kind}:{label.lower().replace(' ', '-')}", label, kind, named, found)


@pytest.fixture
def article() -> ResolvedArticle:
    entities = (
        _entity(1, "Jane Roe", "person", ("Jane Roe", "name")),
        _entity(2, "Tom Lee", "person", ("Tom Lee", "name")),
        _entity(3, "Ned", "person", ("The boy", "nominal"), ("Ned", "name")),
        _entity(4, "Halvex", "organization", ("Halvex", "name")),
        _entity(5, "their son", "person", ("their son", "nominal"), named=False),
    )
    cut = TEXT.index("\n\n")
    blocks = (Block(Span(0, cut), "body"), Block(Span(cut + 2, len(TEXT)), "caption"))
    spans = (
        (Span(0, TEXT.index(" The boy")), 0),
        (where("The boy, Ned, is their son."), 0),
        (blocks[1].span, 1),
    )
    sentences = tuple(Sentence(span, block, ()) for span, block in spans)
    clean = CleanArticle(
        "doc-1",
        TEXT,
        blocks,
        Metadata(title="T", published=LocalTime("2024-03-14T09:30", None, "minute", "text")),
    )
    return ResolvedArticle(AnnotatedArticle(clean, sentences, (), (), (), ()), entities, ())


@pytest.fixture
def normalized(article: ResolvedArticle) -> Callable[..., Normalized]:
    def run(
        *candidates: Candidate, received_at: str = "2024-03-15T00:00:00Z", version: str = "1.0"
    ) -> Normalized:
        normalize = Normalize(VOCABULARY, version, "rules-1", confidence=lambda signs: signs.prior)
        raw = RawArticle(id="doc-1", text=TEXT)
        return normalize(raw, ExtractedArticle(article, candidates), Envelope(b"", received_at=received_at))

    return run


@pytest.fixture
def spouse() -> Candidate:
    return Candidate(
        "e1", "spouse", EntityObject("e2"), "couple/verb", (where("Jane Roe, 41, married Tom Lee"),)
    )


@pytest.fixture
def at() -> Callable[[str], Span]:
    """Where some words stand in the article."""
    return where
