"""The words of a role: its noun, what stands before and behind it, and what they tell besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.governors import DOUBTED
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS, PARTIES
from worker.pipeline.extract.lexicon.roles import (
    ABBREVIATED,
    FORMER,
    MEMBER_HEADS,
    OFFICE_HEADS,
    TEAM_HEADS,
    TRADE_HEADS,
)
from worker.pipeline.extract.lexicon.verbs import forms

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Entity

OFFICES = frozenset(OFFICE_HEADS.split("|")) | ABBREVIATED
TRADES, POSTS, MEMBERS = (frozenset(heads.split("|")) for heads in (TRADE_HEADS, TEAM_HEADS, MEMBER_HEADS))
ENDS = {head.rpartition(" ")[2] for head in OFFICES | TRADES | POSTS | MEMBERS}
_LONG = {head for head in OFFICES | TRADES | POSTS if " " in head}
_FORMER = frozenset(FORMER.split("|")) | lexemes("former ex then one-time outgoing")
_ONCE = lexemes("formerly once previously originally")
_BEFORE = frozenset({"amod", "compound", "nmod:desc", "nmod:unmarked", "nummod", "flat", "advmod", "nmod"})
_JOINED = ("-general", "-elect", "-designate", "-in-chief", "-in-law")
_CALLINGS = lexemes(
    "attorney lawyer professor lecturer activist analyst strategist priest pastor rabbi imam publisher surgeon "
    "consultant agent investor founder co-founder owner adviser advisor trainer editor"
)
_MAKING = forms("appoint name elect re-elect promote hire confirm")
_NEVER = frozenset({"PUNCT", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "ADV"})
_WORDS_AT_MOST = 12  # "permanent under-secretary of state for foreign and Commonwealth affairs" has 9
# What stands before the noun but is no part of the role.
_LOOSE = lexemes(
    "new current longtime long-time long-serving veteran senior popular controversial embattled beleaguered late "
    "incoming acting interim then fellow rival outspoken legendary famous celebrated respected disgraced sacked fired "
    "ousted departing outgoing one-time former ex top leading local renowned prominent influential young old "
    "award-winning best-selling bestselling retired only two-time three-time"
)
_HELD = lexemes("acting interim senior retired top leading local veteran")  # but these stay in the words
# The alleged, the next and the listed ("listed farmer Halvex") are none, or none yet.
_DOUBTED = DOUBTED | lexemes(
    "no next ideal perfect listed aspiring self-styled fake presumed putative wannabe fictional"
)
_RANKED = lexemes("first second third fourth fifth sixth only youngest oldest latest last best worst")


def words_before(tree: Tree, at: int) -> list[int]:
    """The run of words before the noun that belong to its phrase, nearest last; names among them too."""
    found: list[int] = []
    node = at - 1
    while node >= 0 and len(found) < _WORDS_AT_MOST and _belongs(tree, node, at):
        found.append(node)
        node -= 1
    return found[::-1]


def _belongs(tree: Tree, node: int, at: int) -> bool:
    token = tree.tokens[node]
    if token.tag == "VERB":
        described = token.relation == "amod" and tree.word(node) not in _MAKING
        return described or f"{tree.word(node)} {tree.word(node + 1)}" in OFFICES
    close = token.relation in _BEFORE or token.head == at or (token.fine == "NN" and token.text.islower())
    return token.tag not in _NEVER and close


def is_doubted(tree: Tree, at: int, left: list[int]) -> bool:
    """An alleged killer may be none, and "the third minister to leave" says something else of him."""
    words = {tree.tokens[i].text for i in left}
    return bool(_DOUBTED & words) or bool(_RANKED & words and tree.under(at, "acl"))


def noun_of(tree: Tree, at: int, left: list[int]) -> str:
    """The longest role that ends at the noun: "chief executive", not "executive"."""
    word = plain_noun(tree.word(at))
    for many in (3, 2, 1):
        before = [tree.word(i) for i in left[-many:]]
        longer = " ".join([*before, word])
        if len(before) == many and longer in _LONG:
            return longer
    return word


def plain_noun(word: str) -> str:
    """Without what is joined to it, in the singular: "secretary-general", "president-elect", "Sen.", "hosts"."""
    base = word.rstrip(".")
    base = base.rpartition("-")[0] if base.endswith(_JOINED) else base
    return base[:-1] if is_plural(base) else base


def is_plural(word: str) -> bool:
    """Reads "hosts" and "co-founders" as several of a role."""
    return word.endswith("s") and word not in ENDS and word[:-1] in ENDS


def sort_of(noun: str, *, alone: bool) -> str | None:
    """A calling ("lawyer") is an office where a body is told, else a trade."""
    if noun in OFFICES and not (alone and noun in _CALLINGS):
        return "office"
    rows = (("trade", TRADES), ("post", POSTS), ("member", MEMBERS))
    return next((sort for sort, nouns in rows if noun in nouns), None)


def _is_loose(tree: Tree, at: int) -> bool:
    """Not part of the role's words: "former", a nation, a party, a body's name."""
    word = tree.word(at)
    if word in _HELD:
        return False
    return word in _LOOSE or word in DEMONYMS or word in PARTIES or word.endswith("-year-old")


def is_own(tree: Tree, at: int, noun_at: int, noun: str, sort: str) -> bool:
    """Whether the word before the noun is one of the role's."""
    if noun in ABBREVIATED:
        return plain_noun(tree.word(at)) in ABBREVIATED  # "Republican state Sen. Roe"
    return not _is_loose(tree, at) and not (sort == "trade" and _is_elsewhere(tree, at, noun_at))


def _is_elsewhere(tree: Tree, at: int, noun: int) -> bool:
    """In "Hull teacher" the name is a place or a firm, though no reader knows it."""
    return tree.tokens[at].tag == "PROPN" and tree.tokens[noun].text.islower()


def behind_names(tree: Tree, words: list[int], at: int) -> int:
    """Where the role's own words begin: behind the last name or mark before the noun."""
    first = at
    for node in reversed(words):
        slot = next((s for s in tree.slots.values() if s.name and s.span.overlaps(tree.tokens[node].span)), None)
        if slot is not None or node != first - 1:
            break
        first = node
    return first


def field_of(tree: Tree, at: int) -> int | None:
    """Last token of the field that the role is in: "head [of finance]", "secretary [of state for health]"."""
    last = None
    for phrase in tree.under(at, "nmod"):
        if tree.case(phrase) not in {"of", "for"} or phrase < at:
            continue
        held = tree.reach(phrase, without=frozenset({"acl", "acl:relcl", "appos", "punct", "parataxis", "advcl"}))
        named = any(i in tree.slots and (tree.slots[i].name or tree.slots[i].letter in "tqm") for i in held)
        if named or len(held) > _WORDS_AT_MOST // 2 or held[0] != (at if last is None else last) + 1:
            break
        last = held[-1]
    return last


def nation_of(tree: Tree, left: list[int]) -> tuple[str | None, Entity | None]:
    for node in left:
        for word in (tree.word(node), f"{tree.word(node - 1)} {tree.word(node)}"):
            if word in DEMONYMS:
                slot = tree.slots.get(node)
                return DEMONYMS[word], slot.entity if slot is not None else None
    return None, None


def party_of(tree: Tree, left: list[int]) -> str | None:
    words = [tree.word(i) for i in left]
    for first in range(len(words)):
        for length in (2, 1):
            if (name := " ".join(words[first : first + length])) in PARTIES:
                return PARTIES[name]
    return None


def is_former(tree: Tree, at: int, left: list[int]) -> bool:
    before = left[0] - 1 if left else at - 1
    return any(tree.word(i) in _FORMER for i in left) or tree.word(before) in _ONCE


def article_of(tree: Tree, at: int, left: list[int]) -> str:
    before = (left[0] if left else at) - 1
    word = tree.word(before)
    return word if word in {"a", "an", "the"} else ""
