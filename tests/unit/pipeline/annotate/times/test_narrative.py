from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import TimeExpression

Find = Callable[..., tuple[TimeExpression, ...]]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("He was shot on Monday. Help came at 9.20pm.", "2022-09-12T21:20"),
        ("He will speak on Friday; doors will open at 7pm.", "2022-09-16T19:00"),
        ("He will speak on Friday. He was shot at 9.20pm.", "T21:20"),
        ("Doors open at 7pm.", "T19:00"),
        ("He was shot on Monday." + " He was tall." * 80 + " Help came at 9pm.", "T21:00"),
    ],
)
def test_a_clock_takes_the_day_that_the_text_has_reached(find: Find, text: str, clock: str) -> None:
    assert find(text)[-1].timex3 == clock


def test_what_was_counted_tells_what_it_was_counted_from(find: Find) -> None:
    time = find("He was held on 14 March 2016. The next day he left.")[-1]

    assert (time.anchor, time.anchor_value, time.earliest, time.latest) == (
        "event", "2016-03-14", "2016-03-15", "2016-03-15",
    )  # fmt: skip


def test_a_look_back_does_not_move_the_narrative(find: Find) -> None:
    times = find("He won on Monday. He had lost a day earlier. Help came at 9pm.")

    assert [time.timex3 for time in times] == ["2022-09-12", "2022-09-11", "2022-09-12T21:00"]


def test_a_quotation_has_a_narrative_of_its_own(find: Find) -> None:
    text = 'He was held on 14 March 2016. "The next day I left," he said.'

    assert find(text, quoted="The next day I left,")[-1].timex3 == "XXXX-XX-XX"


def test_in_a_paragraph_of_long_ago_a_month_has_its_year(find: Find) -> None:
    assert [time.timex3 for time in find("He came in 1962. In May he wed.\n\nIn May he died.")] == [
        "1962", "1962-05", "2022-05",
    ]  # fmt: skip


def test_without_the_article_s_day_all_that_was_told_is_counted_from(find: Find) -> None:
    assert [time.timex3 for time in find("He was held on 14 March 2016. The next day he left.", None)] == [
        "2016-03-14", "2016-03-15",
    ]  # fmt: skip
