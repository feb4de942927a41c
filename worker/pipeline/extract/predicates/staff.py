"""How many people work for a body: "employs 1,200 people", "its 340 staff", "a firm with a workforce of 900"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.numbers import cardinal, comparator
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.clause import subjects
from worker.pipeline.extract.syntax.epithet import apposed_to
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, Quantity, QuantityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View

_STAFF = lexemes("employees workers staff staffers employee workforce headcount personnel")
_ANYBODY = lexemes("people men women persons") | _STAFF  # only beside a verb of employing
_POSTS = lexemes("jobs")  # only with an owner: "of its 1,200 jobs"
_COUNTED = _ANYBODY | _POSTS
_EMPLOYING = forms("employ")
_HAVING = forms("have")
_WORKING = forms("work employ")
_OFF = lexemes("on off out in")  # "had 40 workers on strike"
_FEWEST = 5  # "has two employees who saw it" counts witnesses, not a staff


def draw_employees(view: View, /) -> Iterator[Candidate]:
    for tree in view.trees:
        yield from _bare(tree)
        for at in range(len(tree.tokens)):
            if tree.word(at) in _COUNTED and at not in tree.quoted:
                number = _number(tree, at)
                if number is not None:
                    yield from _of(tree, at, number)


def _of(tree: Tree, at: int, number: Quantity) -> Iterator[Candidate]:
    employer, told = _employer(tree, at)
    stance = meaning(tree, at) if told else Stance()
    yield from _told(tree, at, [] if employer is None else [employer], number, stance)


def _bare(tree: Tree) -> Iterator[Candidate]:
    """Reads "employs about 41,000"."""
    for at, token in enumerate(tree.tokens):
        amount = cardinal(tree.word(at)) if token.relation == "obj" and tree.word(token.head) in _EMPLOYING else None
        if amount is not None and amount >= _FEWEST and at not in tree.quoted:
            number = Quantity(tree.span(at, at), str(amount), comparator(tree.word(at - 1)), "{employee}")
            yield from _told(tree, at, subjects(tree, token.head)[:1], number, meaning(tree, at))


def _told(
    tree: Tree, at: int, employers: list[int], number: Quantity, stance: Stance | None
) -> Iterator[Candidate]:
    slot = tree.slot(employers[0]) if employers else None
    firm = slot is not None and slot.entity is not None and slot.letter in "OL"
    if firm and slot is not None and slot.entity is not None and stance is not None and stance.polarity == "positive":
        yield Candidate(
            slot.entity.id, "employees", QuantityObject(number), "firm/staff", (tree.around(at, employers[0]),),
            status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
        )  # fmt: skip


def _employer(tree: Tree, at: int) -> tuple[int | None, bool]:
    """Head of the phrase of whose staff the noun tells, and whether a verb tells it."""
    word = tree.word(at)
    owners = tree.under(at, "nmod:poss") or [
        i for i in tree.under(at, "nmod") if word in _STAFF and tree.case(i) in {"of", "at"} and tree.slot(i)
    ]
    if owners and word not in _ANYBODY - _STAFF:
        return owners[0], False
    head, relation = _first(tree, at)
    verb = tree.word(head)
    if relation in {"nsubj", "nsubj:pass"} and verb in _WORKING:
        phrases = [i for i in tree.under(head, "obl", "obl:agent") if tree.case(i) in {"for", "at", "by"}]
        return (phrases[0] if phrases else None), True
    if relation == "obj" and (verb in _EMPLOYING or (verb in _HAVING and word in _STAFF and not _is_away(tree, at))):
        found = subjects(tree, head)
        return (found[0] if found else None), True
    if relation in {"nmod", "obl"} and tree.case(at) == "with" and word in _STAFF:
        found = subjects(tree, head) if relation == "obl" else [head]
        return (_named_above(tree, found[0]) if found else None), False
    return None, False


def _first(tree: Tree, at: int) -> tuple[int, str]:
    """Head and relation of the first of what is joined: "had 112 shops and 1,200 workers"."""
    token = tree.tokens[at]
    first = tree.tokens[token.head] if token.relation == "conj" else token
    return first.head, first.relation


def _is_away(tree: Tree, at: int) -> bool:
    return tree.word(at + 1) in _OFF


def _named_above(tree: Tree, at: int) -> int | None:
    """The name itself, or the one that "a Leeds firm with 340 staff" stands beside; a firm's mill is not the firm."""
    return next((i for i in (at, *apposed_to(tree, at)) if (slot := tree.slot(i)) is not None and slot.name), None)


def _number(tree: Tree, at: int) -> Quantity | None:
    """The number before the noun or behind "of", with what bounds it."""
    numbers = [i for i in tree.under(at, "nummod", "nmod") if cardinal(tree.word(i)) is not None]
    if not numbers or (numbers[0] > at and tree.case(numbers[0]) != "of"):
        return None
    amount = cardinal(tree.word(numbers[0]))
    if amount is None or amount < _FEWEST:
        return None
    before = " ".join(tree.word(i) for i in range(max(0, numbers[0] - 2), numbers[0]))
    bound = comparator(before) if comparator(before) != "=" else comparator(tree.word(numbers[0] - 1))
    span = tree.span(numbers[0], numbers[0])
    return Quantity(span, str(amount), bound, "{employee}")


EMPLOYEES = Predicate(
    Declaration(
        "employees", frozenset({"organization", "location"}), frozenset({"quantity"}), "P1128", merge="latest",
        conflict="same_time",
    ),
    (draw_employees,),
    (
        Example("Halvex Systems employs 1,200 people.", "Halvex Systems", "1200"),
        Example("Nordbank Holdings, which has 350 employees, closed the branch.", "Nordbank Holdings", "350"),
        Example("Halvex Systems, a Leeds-based firm with 340 staff, was sold.", "Halvex Systems", "340"),
        Example("Halvex Systems told its 1,200 employees on Monday that it would close.", "Halvex Systems", "1200"),
        Example("Halvex Systems had 112 shops and 1,900 workers last year.", "Halvex Systems", "1900"),
        Example("About 1,200 people work for Halvex Systems.", "Halvex Systems", "1200"),
        Example("Halvex Systems has a workforce of 1,200.", "Halvex Systems", "1200"),
    ),
    (
        Counterexample("Halvex Systems fined 1,200 people.", "no staff"),
        Counterexample("Halvex Systems hopes to employ 1,200 people.", "a hope"),
        Counterexample("Halvex Systems laid off 1,200 employees.", "those who left"),
        Counterexample("Halvex Systems had 1,200 workers on strike.", "a part of them"),
        Counterexample("Halvex Systems will cut 1,200 jobs.", "a cut"),
    ),
)
