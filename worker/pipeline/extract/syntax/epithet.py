"""A noun that ties what is named to another: "Halvex, a unit of Nordbank", "Halvex owner Nordbank", "author of X"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.governors import DOUBTED
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Span

_BECOMING = forms("become remain be stay")
_BEHIND = frozenset({"appos", "conj", "list", "parataxis"})
_HELD = frozenset({"of", "at", "in", "behind", "to", "for", "by", "from"})
_FORMER = lexemes("former ex then one-time formerly once ex-")
_BODIES = lexemes("group family empire company firm chain brand team club")
_STEPS = 3  # nouns between a name and the last of those that stand behind it


@dataclass(frozen=True, slots=True)
class Epithet:
    """`holders` are called the noun at token `at`, of `others`; both are heads of phrases. `aside`: told in passing."""

    tree: Tree
    at: int
    noun: str
    holders: tuple[int, ...]
    others: tuple[int, ...]
    aside: bool
    former: bool

    @property
    def stance(self) -> Stance | None:
        """Beside a name it holds whatever the sentence asks or denies; told by "is" it is meant as that is."""
        return Stance() if self.aside else meaning(self.tree, self.at)

    @property
    def evidence(self) -> Span:
        return self.tree.around(self.at, *self.holders, *self.others)


def epithets(tree: Tree, nouns: frozenset[str]) -> Iterator[Epithet]:
    """Every use of one of the nouns between two phrases; a noun of two words goes before its second word."""
    for at, token in enumerate(tree.tokens):
        if token.tag not in {"NOUN", "PROPN", "ADJ"} or at in tree.quoted:
            continue
        longer = f"{tree.word(at - 1)} {tree.word(at)}"
        noun = longer if longer in nouns else tree.word(at)
        if noun in nouns:
            found = _epithet(tree, at, noun)
            if found is not None:
                yield found


def _epithet(tree: Tree, at: int, noun: str) -> Epithet | None:
    before = {tree.word(i) for i in tree.under(at, "amod", "advmod", "compound", "det")}
    if before & DOUBTED or "no" in before:
        return None
    aside = named_beside(tree, at) or apposed_to(tree, at)
    called = aside or told_of(tree, at)
    others = [i for i in _others(tree, at) if i not in called]
    if not called or not others:
        return None
    return Epithet(tree, at, noun, tuple(called), tuple(others), bool(aside), bool(before & _FORMER))


def holders(tree: Tree, at: int) -> list[int]:
    """Who is called the noun at `at`: the name beside it, before it, or of which "is" tells it."""
    return named_beside(tree, at) or apposed_to(tree, at) or told_of(tree, at)


def named_beside(tree: Tree, at: int) -> list[int]:
    """The names that stand right behind the noun: "owner Nordbank", "its units, Halvex and Pawley's"."""
    behind = [i for i in tree.under(at, "appos", "flat") if _is_name(tree, i)]
    if not behind and tree.tokens[at].tag == "NOUN":
        behind = [i for i, slot in tree.slots.items() if slot.name and at < i and _touches(tree, at, i)]
    return [j for i in behind for j in tree.joined(i)]


def _touches(tree: Tree, at: int, head: int) -> bool:
    """Whether the name headed by `head` begins where the noun ends."""
    return at + 1 < len(tree.tokens) and tree.slots[head].span.start == tree.tokens[at + 1].span.start


def apposed_to(tree: Tree, at: int) -> list[int]:
    """The name that the noun stands behind: "Halvex , a unit of Nordbank"."""
    node = at
    for _ in range(_STEPS):
        token = tree.tokens[node]
        if token.relation not in _BEHIND or token.head >= node:
            return []
        joined, node = token.relation == "conj", token.head
        slot = tree.slots.get(node)
        if slot is not None and slot.entity is not None:
            if joined:
                beside = slot.name and not tree.under(at, "nmod:poss", "nummod")
                return [node] if beside and any(node < i < at for i in tree.under(node, "appos")) else []
            # of "A, B and C, owner of D" the last
            return [max(i for i in tree.joined(node) if i < at and i in tree.slots)]
    return []


def told_of(tree: Tree, at: int) -> list[int]:
    """The subject of "is a unit of", "became part of"."""
    token = tree.tokens[at]
    if tree.under(at, "cop"):
        found = tree.under(at, "nsubj", "nsubj:outer")
        relative = token.relation == "acl:relcl" and bool({tree.word(i) for i in found} & {"who", "which", "that"})
        return [token.head] if relative else [j for i in found for j in tree.joined(i)]
    if token.relation in {"xcomp", "obj"} and tree.word(token.head) in _BECOMING:
        return tree.under(token.head, "nsubj")
    return []


def _others(tree: Tree, at: int) -> list[int]:
    owners = tree.under(at, "nmod:poss")
    phrases = [_named(tree, i) for i in tree.under(at, "nmod") if i > at and tree.case(i) in _HELD]
    phrases = [i for i in phrases if tree.slot(i) is not None]
    start = tree.tokens[at].span.start
    left = [i for i, slot in tree.slots.items() if slot.name and i < at and 0 <= start - slot.span.end <= 2]
    found = phrases[:1] or owners or left
    return [j for i in found for j in tree.joined(i)]


def _named(tree: Tree, at: int) -> int:
    """For "the Nordbank group" Nordbank."""
    inner = [i for i in tree.under(at, "compound") if _is_name(tree, i)]
    return inner[0] if inner and tree.slots.get(at) is None and tree.word(at) in _BODIES else at


def _is_name(tree: Tree, at: int) -> bool:
    slot = tree.slots.get(at)
    return slot is not None and slot.name
