"""Which crimes a clause or noun names: "with two counts of theft", "for murdering his wife", "faces fraud charges"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.crimes import COUNTED, DEGREES, SHARES, SORTS, is_crime
from worker.pipeline.extract.numbers import cardinal
from worker.pipeline.values import TextObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import ObjectValue

_PHRASES = frozenset(
    {"obl", "obl:agent", "nmod", "obj", "xcomp", "obl:unmarked", "nmod:unmarked", "acl", "advcl", "ccomp", "amod"}
)
_DEEP = 3  # phrases below the verb: "received [18 months [in prison [for perjury]]]"
_WORDS_AT_MOST = 14
_OF = frozenset({"of", "including", "for", "over", "on", "relating to", "related to", "such as", "under"})
# Branches that only add to the crime's words, and prepositions that tell when, where and why, not what.
_ASIDE = frozenset({"acl:relcl", "appos", "parataxis", "punct", "advcl", "dep", "list"})
_ELSEWHERE = frozenset({"on", "at", "during", "after", "before", "since", "over", "following", "according to", "near"})
_PLACED = frozenset("GLOt")
# "a six-count charge bordering on theft", "charges relating to", "offences involving".
_BORDERING = frozenset({"bordering", "relating", "related", "involving", "connected", "stemming", "arising"})
_NAMELESS = re.compile(
    r"(?:(?:an?|one|the|all|these|those|any|such|other|his|her|their|both|criminal|serious|further|multiple|"
    r"several) ){0,3}"
    r"(?:felony |misdemeanou?r |federal |state )?(?:charges?|counts?|offen[cs]es?|crimes?|it|them|that|this|all|both|"
    r"wrongdoing|allegations?|felony|felonies|misdemeanou?rs?)",
    re.IGNORECASE,
)
_INCLUDING = frozenset({"including"})
_SHARED_IN = frozenset({"in", "of", "with", "to", "including"})  # "his role in the fraud", "a string of charges"
_COURTROOMS = frozenset({"court", "trial", "custody"})
_LINKED = frozenset({"on", "to", "with", "from", ""})
_CLOSED = frozenset({"connection", "court", "relation", "jury", "judge"})  # what lies under these is another matter


@dataclass(frozen=True, slots=True)
class Offence:
    """Finds a clause's crimes behind one of the prepositions `cases` ("" the bare object).

    `counted`: only as counts or charges; `accept`: what the words must be.
    """

    cases: frozenset[str]
    counted: bool = False
    accept: Callable[[str], bool] = field(default=is_crime)

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        """Each crime in its words, with the token that heads it."""
        told: set[str] = set()
        for at, words, counted in _all(clause.tree, clause.verb, self.cases):
            fits = counted or (not self.counted and self.accept(words))
            if fits and words not in told and is_named(words):
                told.add(words)
                yield at, TextObject(words)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the noun itself, "charges of fraud against" and "the fraud charges against"."""

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        for at, words, counted in _counted(clause.tree, clause.verb, _DEEP):
            if counted and is_named(words):
                yield at, TextObject(words)


def is_named(words: str) -> bool:
    """"all charges", "the crime", "wrongdoing" name none."""
    return _NAMELESS.fullmatch(words) is None


def _all(tree: Tree, at: int, cases: frozenset[str]) -> Iterator[tuple[int, str, bool]]:
    """What is found below, and counts that the parser joined to another phrase: "fraud by stealth and one count of"."""
    found = [one for one in _below(tree, at, cases, _DEEP) if is_named(one[1])] or _included(tree, at)
    yield from found
    if found:
        for other in tree.reach(at, without=_ASIDE):
            if other > found[0][0] and tree.tokens[other].relation == "conj" and _is_counts(tree, other):
                yield from _counted(tree, other, _DEEP)


def _included(tree: Tree, at: int) -> list[tuple[int, str, bool]]:
    """Of "on seven counts, including theft", which the parser hangs on anything before it."""
    counts = any(tree.word(i) in COUNTED | {"crimes"} for i in tree.reach(at, without=_ASIDE))
    return [(i, words, True) for i, words, _ in _below(tree, at, _INCLUDING, _DEEP)] if counts else []


def _below(tree: Tree, at: int, cases: frozenset[str], depth: int) -> Iterator[tuple[int, str, bool]]:
    """(head, words, whether counted) of the crimes behind one of `cases` under token `at`."""
    for child in tree.children[at]:
        if tree.tokens[child].relation not in _PHRASES or child < at:
            continue
        if _opener(tree, child) in cases and not _is_time(tree, child):
            yield from _unwrapped(tree, child, depth)
        elif depth and tree.word(child) == "jury":  # "found guilty by a jury of theft", and not "of her peers"
            yield from (one for one in _below(tree, child, cases, depth - 1) if is_crime(one[1]))
        elif depth and tree.word(child) not in _CLOSED and _is_phrase(tree, child):
            yield from _below(tree, child, cases, depth - 1)


def _opener(tree: Tree, at: int) -> str:
    """Its preposition, which stands before a gerund too; None of a verb that is none."""
    if tree.tokens[at].tag not in {"VERB", "AUX"}:
        return tree.case(at)
    marks = [tree.word(i) for i in tree.under(at, "mark", "case")]
    gerund = tree.tokens[at].fine == "VBG"
    if not marks and gerund and at and tree.tokens[at - 1].tag == "ADP":
        marks = [tree.word(at - 1)]  # "counts of falsifying records", whose "of" was tied to the records
    return marks[0] if marks and gerund else ("" if gerund and tree.tokens[at].relation in {"xcomp", "ccomp"} else "?")


def _is_phrase(tree: Tree, at: int) -> bool:
    return tree.tokens[at].tag not in {"VERB", "AUX"}


def _is_time(tree: Tree, at: int) -> bool:
    slot = tree.slots.get(at)
    return slot is not None and (slot.letter in _PLACED or (slot.name and slot.letter == "P"))


def _unwrapped(tree: Tree, at: int, depth: int) -> Iterator[tuple[int, str, bool]]:
    """The crimes of "two counts of theft", "fraud charges" or of the phrase itself; each of several joined."""
    joined = tree.joined(at)
    for one in joined:
        if tree.tokens[one].tag == "VERB" and one != at and tree.tokens[one].fine != "VBG":
            continue
        if one + 1 in joined:
            continue  # "money laundering", read as two
        if _is_counts(tree, one):
            yield from _counted(tree, one, depth)
        elif depth and tree.word(one) in SHARES and (held := _shared(tree, one)):
            for inner in held:
                yield from _unwrapped(tree, inner, depth - 1)
        elif words := worded(tree, one):
            yield one, f"{tree.tokens[one - 1].text} {words}" if one - 1 in joined else words, False


def _shared(tree: Tree, at: int) -> list[int]:
    """What somebody had a role in, or what there is a string of, however the parser ties it."""
    own = [c for c in tree.under(at, "nmod", "acl", "advcl") if c > at and _opener(tree, c) in _SHARED_IN]
    beside = tree.under(tree.tokens[at].head, "obl")
    return own or [c for c in beside if at + 1 in tree.under(c, "case") and _opener(tree, c) in _SHARED_IN]


def _is_counts(tree: Tree, at: int) -> bool:
    """Also the "one" of "two counts of theft and one of arson"; "one of the thefts" is no count."""
    if cardinal(tree.word(at)) is None:
        return tree.word(at) in COUNTED
    of = [c for c in tree.under(at, "nmod", "acl") if _opener(tree, c) == "of"]
    bare = [tree.reach(c, without=_ASIDE) for c in of if not tree.under(c, "det", "nmod:poss")]
    return any(is_crime(" ".join(tree.word(i) for i in held)) for held in bare)


def _counted(tree: Tree, at: int, depth: int) -> Iterator[tuple[int, str, bool]]:
    """Of "two counts of theft" theft, and what is told beside them: "two counts, one of theft and one of arson"."""
    inner = [c for c in tree.under(at, "nmod", "acl", "advcl") if c > at and _opener(tree, c) in _OF]
    words = _before_counts(tree, at)
    if words:
        yield at, words, True
    elif depth:
        for child in inner:
            for found, what, _ in _unwrapped(tree, child, depth - 1):
                yield found, what, is_crime(what) or tree.word(at).startswith("count")
        for link in (c for c in tree.under(at, "acl") if tree.word(c) in _BORDERING):
            yield from ((i, what, True) for i, what, _ in _below(tree, link, _LINKED, depth - 1) if is_crime(what))
        apposed = [j for i in tree.under(at, "appos") for j in tree.joined(i)]
        for other in (*apposed, *(() if inner else tree.under(at, "conj"))):
            if _is_counts(tree, other):
                yield from _counted(tree, other, depth - 1)


def _before_counts(tree: Tree, at: int) -> str:
    """Of "the fraud charges" fraud, of "federal drug charges" drug charges, of "felony charges" nothing."""
    before = [c for c in tree.under(at, "compound", "amod") if c < at]
    held = sorted(i for c in before for i in tree.reach(c))
    while held and tree.word(held[0]) in DEGREES and {tree.word(i) for i in held[1:]} - DEGREES:
        held.pop(0)
    words = " ".join(tree.tokens[i].text for i in held)
    if not is_crime(words) or {tree.word(i) for i in held} <= DEGREES:
        return ""
    whole = tree.word(at).startswith("offen") or tree.word(held[-1]) in SORTS
    return f"{words} {tree.tokens[at].text}" if whole else words


def worded(tree: Tree, at: int) -> str | None:
    """The crime in its words: without article, time, place and what only adds to it; None if they are too many."""
    held = _held(tree, at, at)
    first = last = held.index(at)
    while first > 0 and held[first - 1] == held[first] - 1:
        first -= 1
    while last + 1 < len(held) and held[last + 1] == held[last] + 1:
        last += 1
    run = [i for i in held[first : last + 1] if tree.tokens[i].relation != "det" or i != held[first]]
    while run and run[0] < at and tree.tokens[run[0]].tag == "ADP":
        run.pop(0)  # the "up to" of "up to six thefts"
    if not run or len(run) > _WORDS_AT_MOST:
        return None
    return " ".join(tree.span(run[0], run[-1]).of(tree.text).split()).strip(" ,;:.\"'“”‘’") or None  # noqa: RUF001 - typographic marks


def _held(tree: Tree, at: int, top: int) -> list[int]:
    """The tokens of the phrase that are kept, in order."""
    found = [at]
    for child in tree.children[at]:
        relation = tree.tokens[child].relation
        own = at == top and relation in {"case", "mark", "cc", "conj", "cop"}
        told = relation == "nsubj" or (relation == "advmod" and not tree.word(child).endswith("ly"))
        before = at == top and child < at and told
        another = _is_counts(tree, child) or tree.tokens[child].fine in {"VBD", "VBN"}  # "rape and released on bail"
        own = own or (relation == "conj" and another)
        if relation not in _ASIDE and not (own or before or _is_elsewhere(tree, child)):
            found += _held(tree, child, top)
    return sorted(found)


def _is_elsewhere(tree: Tree, at: int) -> bool:
    """A phrase that tells when or where: "on Monday", "in Leeds", "last year"."""
    if tree.tokens[at].relation not in {"obl", "nmod", "obl:unmarked", "nmod:unmarked", "acl"}:
        return False
    slot = tree.slots.get(at)
    case = tree.case(at)
    placed = slot is not None and slot.letter in _PLACED and case in {"in", "at", "on", "near", "outside", ""}
    return placed or case in _ELSEWHERE or (case in {"in", "at"} and tree.word(at) in _COURTROOMS)
