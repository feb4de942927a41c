from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.annotate.times import find_times
from worker.pipeline.values import LocalTime, Span, TimeExpression

Find = Callable[..., tuple[TimeExpression, ...]]


def _inside(found: tuple[TimeExpression, ...], text: str, word: str) -> TimeExpression:
    return next(one for one in found if one.span.of(text) == word)


@pytest.mark.parametrize(
    ("text", "quoted", "edtf", "anchor"),
    [
        ('"We open today," she said.', "We open today,", "2022-09-14", "document_date"),
        ('"We open today," she said on Monday.', "We open today,", "2022-09-12", "quote_date"),
        ('On Monday she told reporters: "We open today."', "We open today.", "2022-09-12", "quote_date"),
        ('In May 2019 she wrote, "We open today."', "We open today.", "2019-05", "quote_date"),
        ('She posts it in late 2020, writing, "We open today!"', "We open today!", "2020-10/2020-12", "quote_date"),
        ('"We open today," said Brook, who quit on Monday.', "We open today,", "2022-09-14", "document_date"),
        ('"We open today," she said of Monday\'s vote.', "We open today,", "2022-09-14", "document_date"),
        ('"We open today," Brook said ahead of Friday\'s vote.', "We open today,", "2022-09-14", "document_date"),
    ],
)  # fmt: skip
def test_today_in_a_quotation_is_the_day_it_was_said(
    find: Find, text: str, quoted: str, edtf: str, anchor: str
) -> None:
    today = _inside(find(text, quoted=quoted), text, "today")

    assert (today.edtf, today.anchor) == (edtf, anchor)


@pytest.mark.parametrize(
    "text",
    [
        '"We open today," she once said.',
        '"We open today," she had said.',
        '"We open today," she wrote at the time.',
        'In an earlier interview she said, "We open today."',
    ],
)
def test_older_words_without_a_date_stay_unresolved(find: Find, text: str) -> None:
    quoted = "We open today," if "today," in text else "We open today."

    today = _inside(find(text, quoted=quoted), text, "today")

    assert (today.edtf, today.anchor, today.anchor_value) == (None, None, None)


def test_a_second_quotation_goes_on_from_the_one_before() -> None:
    text = '"We open today," she said on Monday. "We close tomorrow."'
    quotes = [Span(1, 15), Span(text.index("We close"), len(text) - 1)]

    found = find_times(text, LocalTime("2022-09-14", None, "day", "text"), quotes)

    assert _inside(found, text, "tomorrow").edtf == "2022-09-13"


def test_of_a_weekday_in_a_verbless_caption_only_the_latest_day_is_told(find: Find) -> None:
    text = 'She captioned it, "Wednesday night practice."'

    (night,) = find(text, quoted="Wednesday night practice.")

    assert (night.timex3, night.edtf, night.earliest, night.latest) == (
        "XXXX-WXX-3TNI", "../2022-09-14", None, "2022-09-14"
    )  # fmt: skip


def test_a_full_date_in_a_quotation_needs_no_anchor(find: Find) -> None:
    text = '"We opened on May 16, 2019," she once said.'

    (day,) = find(text, quoted="We opened on May 16, 2019,")

    assert (day.edtf, day.anchor) == ("2019-05-16", None)


def test_without_the_article_s_day_no_weekday_tells_when_words_were_said(find: Find) -> None:
    text = '"We open today," she said on Monday.'

    assert [one.edtf for one in find(text, None, "We open today,")] == [None, None]
