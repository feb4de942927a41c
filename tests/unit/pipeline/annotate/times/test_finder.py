from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.annotate.times import find_times
from worker.pipeline.annotate.times.scan import MOST_PLACES
from worker.pipeline.values import LocalTime, Span, TimeExpression

Find = Callable[..., tuple[TimeExpression, ...]]
DAY = LocalTime("2022-09-14T10:30", "+02:00", "minute", "producer")


def test_a_relative_date_tells_what_it_was_resolved_from(find: Find) -> None:
    (day,) = find("She left yesterday.")

    assert (day.anchor, day.anchor_value, day.precision, day.earliest, day.latest) == (
        "document_date", "2022-09-14", "day", "2022-09-13", "2022-09-13"
    )  # fmt: skip


def test_a_complete_date_has_no_anchor(find: Find) -> None:
    (day,) = find("She left in late 2018.")

    assert (day.anchor, day.precision, day.earliest, day.latest) == (None, "month", "2018-10-01", "2018-12-31")


def test_the_local_day_counts_not_the_day_in_utc() -> None:
    late = LocalTime("2022-09-14T23:50", "-07:00", "minute", "producer")

    assert find_times("She left today.", late)[0].edtf == "2022-09-14"


@pytest.mark.parametrize(
    ("published", "precision", "text", "edtf"),
    [
        ("2022", "year", "She left last year.", "2021"),
        ("2022", "year", "She left today.", "2022"),
        ("2022", "year", "She left on Monday.", None),
        ("2022-09", "month", "She left last month.", "2022-08"),
        ("2022-09", "month", "She left last week.", None),
        ("soon", "day", "She left today.", None),
    ],
)
def test_a_rough_publication_date_resolves_what_all_its_days_agree_on(
    published: str, precision: str, text: str, edtf: str | None
) -> None:
    day = LocalTime(published, None, precision, "text")  # type: ignore[arg-type]

    assert find_times(text, day)[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It must end by 4 October.", "../2022-10-04"),
        ("It must end no later than 2030.", "../2030"),
        ("It was founded around June 1850.", "1850-06~"),
        ("It was founded circa 1850.", "1850~"),
        ("It was founded in 1850. By the following year it was full.", "../1851"),
        ("It was founded in 1850. About three years later it shut.", "1853~"),
    ],
)
def test_words_before_a_date_bound_it_or_make_it_approximate(find: Find, text: str, edtf: str) -> None:
    assert find(text)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("He runs the Sunday Lantern.", "Sunday Lantern", []),
        ("The Peace March in June 2018 grew.", "Peace March", ["June 2018"]),
        ("She met May on May 3.", "May", ["May 3"]),
        ("It ends June 2018.", "June", ["June 2018"]),
        ("It ends June 2018 Festival week.", "2018 Festival", []),
        ("He read The Late May Song aloud.", "The Late May Song", []),
    ],
)
def test_no_date_is_cut_out_of_a_name(text: str, name: str, words: list[str]) -> None:
    at = text.index(name)

    found = find_times(text, DAY, blocked=[Span(at, at + len(name))])

    assert [one.span.of(text) for one in found] == words


@pytest.mark.parametrize(
    "text",
    [
        "He will sing tomorrow.",
        "He will sing this weekend.",
        "He will sing in May next year.",
        "He will sing next autumn.",
        "He will sing next February.",
        "He will sing next decade.",
        "He will sing on Sunday.",
        "He will sing on Sunday week.",
        "He will sing two days from now.",
        "He will sing 15 hours from now.",
    ],
)
def test_beyond_the_calendar_s_end_nothing_is_resolved(find: Find, text: str) -> None:
    assert find(text, "9999-12-31T12:30")[-1].edtf is None


PIECES = [
    "on ", "Monday", "May ", "16", ", ", "2019", "late ", "the ", "end of ", "1990s", "two ", "years", " ago", "-",
    "today",
    "\n", '"', "\u2019", "12:30", " p.m.", "every ", "next ", "week", "quarter", "1st", " of ", "a ", "half ",
    "turned 40", "., ",
    "99999999999999999999", "é", "\U0001d7d9", "Christmas", "by ", "between ", " and ", "0", "31/12/99", "century",
    "00",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(
    texts,
    st.none()
    | st.just(DAY)
    | st.sampled_from([LocalTime("0001-01-01", None, "day", "text"), LocalTime("9999-12-31", None, "day", "text")]),
)
def test_whatever_the_text_the_expressions_lie_in_it_in_order_and_apart(text: str, published: LocalTime | None) -> None:
    half = len(text) // 2

    found = find_times(text, published, [Span(half, len(text))], [Span(0, min(2, len(text)))])

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all((one.edtf is None) or one.latest is not None for one in found)
    assert all((one.anchor is None) == (one.anchor_value is None) for one in found)


@pytest.mark.parametrize("piece", ["Monday ", "the late ", "1 to "])
def test_a_hostile_megabyte_gets_bounded_work(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    assert len(find_times(text, DAY)) <= MOST_PLACES


def test_a_chain_of_ends_is_no_range_of_ranges(find: Callable[..., tuple[TimeExpression, ...]]) -> None:
    times = find("He will stay until Monday " + "until Monday " * 2000)

    assert {time.timex3 for time in times} == {"2022-09-19"}
