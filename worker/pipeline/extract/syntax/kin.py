"""Kin nouns with whose kin is meant and who: "his wife, Ann", "Roe, son of a baker", "survived by a son, Tom"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.kin import KIN, PLURALS
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.cast import players
from worker.pipeline.extract.syntax.clause import is_passive, subjects
from worker.pipeline.extract.syntax.epithet import apposed_to, named_beside, told_of
from worker.pipeline.extract.syntax.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree

_PREFIXES = ("then-", "ex-", "soon-to-be-", "one-time-", "now-")
_ENDED = ("then-", "ex-")
_HAVING = forms("have share welcome leave adopt raise expect bear")
_SURVIVING = frozenset({"survived", "survive", "survives"})
_BESIDE = forms("accompany flank join")
_ANNOUNCING = lexemes("together , a an baby named called : \u2014 -")
_PLAYING = forms("play portray star depict voice")
_NUMBERED = lexemes("first second third fourth fifth sixth seventh eighth ninth tenth one eldest oldest youngest")
_STEPS = 6  # names in a list of survivors up to which the verb is looked for


@dataclass(frozen=True, slots=True)
class KinPhrase:
    """`others` are the noun of `egos`; both are heads of phrases, and each other's where `mutual`."""

    tree: Tree
    at: int
    noun: str
    egos: tuple[int, ...]
    others: tuple[int, ...]
    aside: bool
    former: bool
    mutual: bool = False

    @property
    def stance(self) -> Stance | None:
        return Stance() if self.aside else meaning(self.tree, self.at)


def kin_phrases(tree: Tree) -> Iterator[KinPhrase]:
    """Every kin noun of the sentence whose two sides are told; where players stand in brackets, kin is of the parts."""
    if next(players(tree), None) is not None:
        return
    for at, token in enumerate(tree.tokens):
        noun, former = _noun(tree.word(at))
        if noun is not None and token.tag in {"NOUN", "PROPN"} and at not in tree.quoted and not _is_figure(tree, at):
            phrase = _phrase(tree, at, noun, former=former)
            if phrase is not None:
                yield phrase


def _noun(word: str) -> tuple[str | None, bool]:
    if word in KIN or word in PLURALS:
        return word, False
    base = next((word.removeprefix(p) for p in _PREFIXES if word.startswith(p)), "")
    return (base, word.startswith(_ENDED)) if base in KIN else (None, False)


def _phrase(tree: Tree, at: int, noun: str, *, former: bool) -> KinPhrase | None:
    if tree.word(at + 1) == "(":  # "her brother (Roe)" is who plays him
        return None
    beside = named_beside(tree, at)
    before = apposed_to(tree, at)
    told = before or told_of(tree, at) or _counted(tree, at)
    others = beside or told or _announced(tree, at) or _described(tree, at)
    if noun not in PLURALS:
        others = others[:1]
    egos = _owners(tree, at) or ([] if told and not beside else _by_verb(tree, at, beside))
    egos = [i for i in egos if i not in others]
    if not egos and noun in {"brothers", "sisters", "siblings", "twins"} and len(beside) > 1 and not _owned(tree, at):
        return KinPhrase(tree, at, noun, tuple(beside), tuple(beside), aside=True, former=False, mutual=True)
    ended = former or bool({tree.word(i) for i in tree.under(at, "amod", "advmod")} & {"former", "ex", "then"})
    if not egos or not others:
        return None
    return KinPhrase(tree, at, noun, tuple(egos), tuple(others), aside=bool(beside or before), former=ended)


def _owners(tree: Tree, at: int) -> list[int]:
    """Whose kin: the owner, also of the kin that it is joined to ("his mom and dad"), or "of" whom."""
    first = tree.tokens[at].head if tree.tokens[at].relation == "conj" else at
    joint = first != at and _noun(tree.word(first))[0] is not None and not tree.under(at, "det", "nummod")
    owners = tree.under(at, "nmod:poss") or (tree.under(first, "nmod:poss") if joint else [])
    if owners:
        return [j for i in owners for j in tree.joined(_antecedent(tree, i))] + _also_parents(tree, at)
    phrases = [i for i in tree.under(at, "nmod") if i > at and tree.case(i) in {"of", "to"} and _is_person(tree, i)]
    return [j for i in phrases for j in tree.joined(i)] or _parented(tree, at)


def _parented(tree: Tree, at: int) -> list[int]:
    """Reads "is dad to son Leo, 20, and daughter Ann": the names behind the children's nouns."""
    nouns = [i for i in tree.under(at, "obl", "nmod") if tree.case(i) == "to" and _noun(tree.word(i))[0] is not None]
    firsts = [i + 1 for i in nouns if _is_named(tree, i + 1)]
    return [j for i in firsts for j in tree.joined(i) if _is_named(tree, j)]


def _also_parents(tree: Tree, at: int) -> list[int]:
    """"His son with Ann": hers too."""
    return [i for i in tree.under(at, "nmod") if tree.case(i) == "with" and _is_person(tree, i)]


def _by_verb(tree: Tree, at: int, beside: list[int]) -> list[int]:
    """Who has, leaves, bears or lives with the kin, and who is survived by them, however long the list."""
    if (head := _joined_to(tree, at)) is not None:
        listed = _noun(tree.word(head - 1))[0] is not None  # "son Leo and daughter Ann" are somebody else's
        return [] if listed or tree.under(at, "det", "nummod") else [head]  # "Roe and girlfriend Ann"
    first = at
    for _ in range(_STEPS):
        if tree.tokens[first].relation not in {"conj", "appos", "list"}:
            break
        first = tree.tokens[first].head
    verb, relation, case = tree.tokens[first].head, tree.tokens[first].relation, _case(tree, first, beside)
    word, counted = tree.word(verb), bool(tree.under(at, "det", "nummod"))
    if relation.startswith("obl") and word in _SURVIVING:
        return subjects(tree, verb) if is_passive(tree, verb) else tree.under(verb, "obj")
    if relation == "obj" and word in _HAVING:
        shared = [j for i in tree.under(verb, "obl") if tree.case(i) == "with" for j in _persons(tree, i)]
        return [j for i in (*subjects(tree, verb), *shared) for j in tree.joined(i)]
    if relation in {"obl", "nmod"} and case == "to" and "birth" in {tree.word(i) for i in tree.under(verb, "obj")}:
        return subjects(tree, verb)
    if relation.startswith("obl") and case == "by" and word in _BESIDE and not counted:
        return subjects(tree, verb)
    alone = relation == "obl" and case == "with" and not counted and tree.tokens[verb].tag == "VERB"
    return subjects(tree, verb) if alone else []


def _joined_to(tree: Tree, at: int) -> int | None:
    """The name that the noun, or the name behind it, is joined to."""
    token = tree.tokens[at]
    below = token.head if token.relation in {"nmod:desc", "compound", "amod"} and tree.word(at - 1) == "and" else at
    head = tree.tokens[below].head
    joined = tree.tokens[below].relation == "conj" and _is_named(tree, head)
    return head if joined and tree.tokens[head].relation != "appos" else None


def havers(tree: Tree, at: int) -> list[int]:
    """Who has the children at `at`: "has two children", "leaves a wife and two children", "married with two"."""
    found = _by_verb(tree, at, [])
    token = tree.tokens[at]
    married = tree.word(token.head) in {"married", "divorced"} and tree.case(at) == "with"
    return found or (subjects(tree, token.head) if married else [])


def _case(tree: Tree, at: int, beside: list[int]) -> str:
    """The preposition, which the parser may hang on the name: "with wife Ann"."""
    return tree.case(at) or next((tree.case(i) for i in beside), "")


def _counted(tree: Tree, at: int) -> list[int]:
    """In "Roe was the third of five children of" Roe is one of them."""
    token = tree.tokens[at]
    if token.relation not in {"nmod", "obl"} or tree.case(at) != "of" or tree.word(token.head) not in _NUMBERED:
        return []
    return apposed_to(tree, token.head) or told_of(tree, token.head)


def _announced(tree: Tree, at: int) -> list[int]:
    """The name after "welcomed their first child together, a son named"."""
    if tree.tokens[at].relation != "obj" or tree.word(tree.tokens[at].head) not in _HAVING:
        return []
    beyond = (
        tree.tokens[i].span.start for i in range(at + 1, len(tree.tokens))
        if tree.word(i) not in _ANNOUNCING and _noun(tree.word(i))[0] is None
    )  # fmt: skip
    start = next(beyond, None)
    return [head for head, slot in tree.slots.items() if slot.span.start == start and _is_named(tree, head)][:1]


def _described(tree: Tree, at: int) -> list[int]:
    """The noun's own phrase, where it stands for somebody who is named elsewhere."""
    slot = tree.slots.get(at)
    known = slot is not None and slot.entity is not None and (slot.entity.named or bool(slot.entity.members))
    return [at] if known and slot is not None and slot.nominal else []


def _antecedent(tree: Tree, at: int) -> int:
    """For "whose" the noun that its clause stands beside."""
    if tree.word(at) != "whose":
        return at
    node = at
    for _ in range(_STEPS):
        node = tree.tokens[node].head
        if tree.tokens[node].relation == "acl:relcl":
            return tree.tokens[node].head
    near = [i for i in range(max(0, at - _STEPS), at) if _is_named(tree, i)]
    return near[-1] if near else at


def _owned(tree: Tree, at: int) -> bool:
    return bool(tree.under(at, "nmod:poss", "nmod"))


def _is_named(tree: Tree, at: int) -> bool:
    slot = tree.slots.get(at)
    return slot is not None and slot.name and slot.letter == "P"


def _is_person(tree: Tree, at: int) -> bool:
    slot = tree.slot(at)
    return slot is not None and slot.letter in "PR" and slot.entity is not None


def _is_of_work(tree: Tree, at: int) -> bool:
    """A partner in business, in law or on patrol is none in life."""
    beside = {tree.word(i) for i in tree.under(at, "compound")} - _PARTNERED
    return tree.word(at) == "partner" and bool(beside or {tree.word(i) for i in tree.under(at, "amod")} & _FIRM_RANKS)


_PARTNERED = lexemes("life domestic civil sex")
_FIRM_RANKS = lexemes("founding managing senior junior general creative joint limited equal silent")


def _persons(tree: Tree, at: int) -> list[int]:
    """Of "her ex, Tom Roe" the name."""
    named = [i for i in tree.under(at, "appos") if _is_named(tree, i)]
    return named or ([at] if _is_person(tree, at) else [])


def _is_figure(tree: Tree, at: int) -> bool:
    """A part in a film, a comparison or a trade is no kinship: "played his son", "like a father to"."""
    token = tree.tokens[at]
    played = token.relation in {"obj", "obl"} and tree.word(token.head) in _PLAYING
    before = tree.word(at - 1) if at else ""
    if _is_of_work(tree, at):
        return True
    return played or tree.case(at) in {"like", "as"} or before in {"founding", "sister-company"} or (
        token.relation == "compound"
    )
