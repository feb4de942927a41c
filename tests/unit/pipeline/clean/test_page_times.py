"""When a page says it was published, and by which clock."""

import pytest

from worker.pipeline.clean.page_times import locally, published_at, stated
from worker.pipeline.values import LocalTime

UTC = LocalTime("2021-03-04T23:20:31", "Z", "second", "html")


def clock(local: str, offset: str | None = None) -> LocalTime:
    return LocalTime(local, offset, "second" if local.count(":") == 2 else "minute", "text")


def day(local: str) -> LocalTime:
    return LocalTime(local, None, "day", "html")


def test_statements_are_read_in_the_forms_that_pages_use() -> None:
    told = stated(["Thu, 04 Mar 2021 05:42:00 PST", None, "soon", 7, "2021-03-04T10:20Z", "March 4, 2021"])
    assert told == [
        LocalTime("2021-03-04T05:42:00", "-08:00", "second", "html"),
        LocalTime("2021-03-04T10:20", "Z", "minute", "html"),
        day("2021-03-04"),
    ]


@pytest.mark.parametrize(
    ("told", "found", "expected"),
    [
        pytest.param([day("2021-03-04"), UTC], "2021-03-04", UTC, id="a clock of the day found"),
        pytest.param([UTC, day("2021-03-03")], "2021-03-03", day("2021-03-03"), id="a day without a clock"),
        pytest.param([UTC], "2021-03-01", UTC, id="a statement goes before the day in an address"),
        pytest.param([UTC], None, UTC, id="no day found"),
        pytest.param([], "2021-03-04", None, id="nothing stated"),
    ],
)
def test_a_pages_statements_tell_when_it_was_published(
    told: list[LocalTime], found: str | None, expected: LocalTime | None
) -> None:
    assert published_at(told, found) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(clock("2021-03-04T18:20:31", "-05:00"), clock("2021-03-04T18:20:31", "-05:00"), id="told offset"),
        pytest.param(clock("2021-03-05T10:20"), clock("2021-03-05T10:20", "+11:00"), id="the next day in Sydney"),
        pytest.param(clock("2021-03-05T04:50"), clock("2021-03-05T04:50", "+05:30"), id="half an hour in Delhi"),
        pytest.param(clock("2021-03-04T23:20"), UTC, id="the same clock is no other place's"),
        pytest.param(clock("2021-03-04T18:45"), UTC, id="no offset that is in use"),
        pytest.param(clock("2021-03-06T18:20"), UTC, id="two days later"),
        pytest.param(clock("2021-03-04T18:20", "-08:00"), UTC, id="another instant"),
        pytest.param(day("2021-03-05"), UTC, id="a day tells no clock"),
    ],
)
def test_a_time_of_utc_is_told_by_the_clock_that_the_page_shows(other: LocalTime, expected: LocalTime) -> None:
    assert locally(UTC, [other]) == expected


def test_a_time_with_an_offset_of_its_own_stays() -> None:
    own = LocalTime("2021-03-04T18:20:31", "-05:00", "second", "html")
    assert locally(own, [clock("2021-03-05T10:20")]) == own


def test_a_day_is_told_to_the_minute_if_a_clock_of_that_day_is_shown() -> None:
    assert locally(day("2021-03-04"), [clock("2021-03-05T10:20"), clock("2021-03-04T10:20")]) == clock(
        "2021-03-04T10:20"
    )


def test_the_first_clock_that_tells_the_instant_wins() -> None:
    others = [clock("2021-03-04T18:45"), clock("2021-03-04T18:20"), clock("2021-03-05T10:20")]
    assert locally(UTC, others) == clock("2021-03-04T18:20", "-05:00")
