"""Short sentences with a hand-made tree, and the ends in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.values import (
    AnnotatedArticle,
    Block,
    CleanArticle,
    Entity,
    Mention,
    Metadata,
    ResolvedArticle,
    Sentence,
    Span,
    TimeExpression,
    Token,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Built = Callable[..., ResolvedArticle]


def _tokens(words: Sequence[tuple[str, int, str, str]]) -> tuple[Token, ...]:
    """(word, head, relation, Penn tag), parted by one space."""
    made, at = [], 0
    for text, head, relation, fine in words:
        made.append(Token(Span(at, at + len(text)), text, "", fine, text.lower(), head, relation))
        at += len(text) + 1
    return tuple(made)


@pytest.fixture
def article() -> Built:
    """`entities`: id -> (type, [(words, kind), ...]); each mention is found at the words' first place not yet taken."""

    def build(
        words: Sequence[tuple[str, int, str, str]],
        entities: dict[str, tuple[str, list[tuple[str, str]]]],
        dates: Sequence[str] = (),
    ) -> ResolvedArticle:
        tokens = _tokens(words)
        text = " ".join(word for word, *_ in words)
        sentence = Sentence(Span(0, len(text)), 0, tokens)
        made = []
        for name, (kind, mentions) in entities.items():
            found = [Mention(Span(text.index(w), text.index(w) + len(w)), k) for w, k in mentions]  # type: ignore[arg-type]
            made.append(Entity(name, name, mentions[0][0], kind, True, tuple(found)))  # type: ignore[arg-type]
        times = [TimeExpression(Span(text.index(d), text.index(d) + len(d)), "date", d, edtf=d) for d in dates]
        clean = CleanArticle("d", text, (Block(Span(0, len(text)), "body"),), Metadata())
        annotated = AnnotatedArticle(clean, (sentence,), (), tuple(times), (), ())
        return ResolvedArticle(annotated, tuple(made), ())

    return build


@pytest.fixture
def wedding(article: Built) -> ResolvedArticle:
    """Two names, an unexplained pronoun, a relative pronoun, a date and an adjective of a nation."""
    return article(
        [
            ("Otto", 1, "compound", "NNP"), ("Brandt", 7, "nsubj", "NNP"), (",", 5, "punct", ","),
            ("a", 5, "det", "DT"), ("Danish", 5, "amod", "JJ"), ("baker", 1, "appos", "NN"), (",", 5, "punct", ","),
            ("married", 7, "root", "VBD"), ("Mia", 9, "compound", "NNP"), ("Quill", 7, "obj", "NNP"),
            (",", 12, "punct", ","), ("who", 12, "nsubj", "WP"), ("knew", 9, "acl:relcl", "VBD"),
            ("him", 12, "obj", "PRP"), (",", 7, "punct", ","), ("in", 16, "case", "IN"), ("1998", 7, "obl", "CD"),
            (".", 7, "punct", "."),
        ],
        {"e1": ("person", [("Otto Brandt", "name")]), "e2": ("person", [("Mia Quill", "name")])},
        ["1998"],
    )  # fmt: skip
