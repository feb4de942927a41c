"""Whom a role is held for: the firm, place or party that its phrase names, or the person whose agent it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Entity

_BODIES = "OGLRE"
# What a firm's people are head of, written with a capital: "Head of Product at Halvex".
_FUNCTIONS = lexemes(
    "product products marketing sales engineering design research finance operations communications policy growth "
    "security content people legal technology innovation sustainability strategy partnerships development sport news"
)
_NO_BODIES = frozenset(DEMONYMS) | _FUNCTIONS
_NEAR = 4  # words from the noun that the parser hangs the body on


def body_of(tree: Tree, at: int, left: list[int]) -> tuple[int | None, Entity | None, Entity | None]:
    """Whom the role is held for, with its token, and the person whose it is ("his agent")."""
    owner = None
    for phrase in tree.under(at, "nmod:poss"):
        slot = tree.slot(_meant(tree, phrase))
        if slot is not None and slot.letter in _BODIES:
            return phrase, slot.entity, None
        owner = slot.entity if slot is not None and slot.letter == "P" else owner
    phrases = [beside for node in _phrases(tree, at) for beside in (node, *tree.under(node, "appos"))]
    for node in (*phrases, *reversed(left), *_where(tree, at)):
        slot = tree.slots.get(node)
        known = slot is not None and slot.entity is not None and (slot.name or slot.entity.named)
        if slot is not None and known and slot.letter in _BODIES and tree.word(node) not in _NO_BODIES:
            return node, slot.entity, owner
    if (before := _before_brackets(tree, at)) is not None:
        return before, tree.slots[before].entity, owner
    shared = tree.tokens[at].head
    if tree.tokens[at].relation == "conj" and tree.word(at - 1) == "and" and 0 < at - shared <= _NEAR:
        return body_of(tree, shared, [])  # "chief executive and co-founder of Halvex"
    return None, None, owner


def _before_brackets(tree: Tree, at: int) -> int | None:
    """The body of "Sugar Regulatory Administration (SRA) chief Jane Roe"."""
    if tree.word(at - 1) != ")" or tree.word(at - 3) != "(":
        return None
    ends = tree.tokens[at - 4].span.end if at >= 4 else -1
    return next((i for i, s in tree.slots.items() if s.name and s.letter in _BODIES and s.span.end == ends), None)


def _meant(tree: Tree, phrase: int) -> int:
    """For "whose" the noun that its clause stands behind: what governs it from before."""
    node = phrase
    while tree.word(phrase) == "whose" and node >= phrase and tree.tokens[node].head != node:
        node = tree.tokens[node].head
    return node


def _where(tree: Tree, at: int) -> list[int]:
    """The firm of "joins from Halvex, where she was treasurer"."""
    token = tree.tokens[at]
    beside = token.relation in {"acl:relcl", "advcl:relcl", "appos"}
    return [token.head] if beside and "where" in {tree.word(i) for i in tree.children[at]} else []


def _phrases(tree: Tree, at: int) -> Iterator[int]:
    for phrase in tree.under(at, "nmod", "obl"):
        if phrase > at and tree.case(phrase) in {"of", "for", "at", "with", "in", "from", "to"}:
            yield phrase
            yield from _phrases(tree, phrase)  # "secretary of state for Wales"
