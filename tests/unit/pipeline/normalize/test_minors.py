"""Who is taken for a child, and who is not."""

from __future__ import annotations

import pytest

from worker.pipeline.normalize.minors import minors
from worker.pipeline.values import Candidate, Entity, Mention, Span, TimeExpression, TimeObject


def _called(words: str) -> Entity:
    return Entity("e1", "person:x", "X", "person", True, (Mention(Span(0, len(words)), "nominal"),))


def _age(years: int, unit: str = "Y") -> Candidate:
    time = TimeExpression(Span(0, 2), "duration", f"P{years}{unit}")
    return Candidate("e1", "age", TimeObject(time, "duration"), "r", (Span(0, 2),))


def _born(day: str) -> Candidate:
    time = TimeExpression(Span(0, 2), "date", day, day, "day", day, day)
    return Candidate("e1", "date_of_birth", TimeObject(time, "date"), "r", (Span(0, 2),))


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("the toddler", True), ("the 12-year-old", True), ("a 14-month-old", True), ("the schoolboy", True),
        ("the former child star", False), ("the 34-year-old", False), ("the girl's mother", False),
        ("the 19-year-old boy", False), ("the singer", False),
    ],
)  # fmt: skip
def test_a_child_is_known_by_what_it_is_called(words: str, child: bool) -> None:
    assert (minors([_called(words)], [], words, None) == {"e1"}) == child


@pytest.mark.parametrize(
    ("told", "child"),
    [
        ([_age(17)], True), ([_age(18)], False), ([_age(16), _age(34)], False), ([_born("2007-03-15")], True),
        ([_born("2006-03-14")], False), ([_born("2010-01-01"), _age(14)], True), ([_age(20, "M")], True),
    ],
    ids=["17", "18", "then 16, now 34", "18 tomorrow", "18 today", "both", "20 months"],
)  # fmt: skip
def test_a_child_is_known_by_age_and_birth(told: list[Candidate], child: bool) -> None:
    assert (minors([_called("the boy")], told, "the boy", "2024-03-14") == {"e1"}) == child


def test_without_a_publication_date_a_birth_tells_no_age() -> None:
    assert minors([_called("the singer")], [_born("2020-01-01")], "the singer", None) == frozenset()


def test_a_birth_on_a_day_that_nobody_knows_tells_no_age() -> None:
    unresolved = TimeExpression(Span(0, 6), "date", "XXXX-WXX-1")
    born = Candidate("e1", "date_of_birth", TimeObject(unresolved, "date"), "r", (Span(0, 6),))

    assert minors([_called("the singer")], [born], "the singer", "2024-03-14") == frozenset()


def test_a_firm_is_no_child() -> None:
    firm = Entity("e1", "organization:x", "X", "organization", True, (Mention(Span(0, 8), "nominal"),))

    assert minors([firm], [], "the baby", None) == frozenset()
