"""Publication times as mastheads and bylines print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.clean.published import is_time_line, read_iso, read_times

DAYS = [
    ("Aug 04, 2020", "2020-08-04"),
    ("August 4, 2020", "2020-08-04"),
    ("Sept. 4, 2020", "2020-09-04"),
    ("4 August 2020", "2020-08-04"),
    ("Tuesday 4th of August 2020", "2020-08-04"),
    ("2020-08-04", "2020-08-04"),
    ("2020/8/4", "2020-08-04"),
    ("date 2020-08-04", "2020-08-04"),
    ("31/12/2020", "2020-12-31"),
    ("12/31/2020", "2020-12-31"),
    ("04.08.2020", "2020-08-04"),
    ("Published on August 4, 2020", "2020-08-04"),
]
TIMES = [
    ("Thu., Mar. 04, 2021 2:32 PM", "2021-03-04T14:32", None),
    ("4 March 2021 at 14:32", "2021-03-04T14:32", None),
    ("March 4, 2021, 12:05 a.m.", "2021-03-04T00:05", None),
    ("March 4, 2021 12 p.m.", "2021-03-04T12", None),
    ("01:46 GMT, 22 December 2021", "2021-12-22T01:46", "Z"),
    ("Dec 22, 2021 5:06pm PT", "2021-12-22T17:06", None),
    ("12/22/2021 05:00 AM EST", "2021-12-22T05:00", "-05:00"),
    ("22 July 2021, 10.20am BST", "2021-07-22T10:20", "+01:00"),
    ("22 July 2021 10:20 IST", "2021-07-22T10:20", None),
    ("2021-03-04T10:00:30+0100", "2021-03-04T10:00:30", "+01:00"),
]


@pytest.mark.parametrize(("line", "day"), DAYS, ids=[line for line, _ in DAYS])
def test_a_written_day_is_read(line: str, day: str) -> None:
    when = read_times(line, "text")["published"]
    assert (when.local, when.offset, when.precision) == (day, None, "day")


@pytest.mark.parametrize(("line", "local", "offset"), TIMES, ids=[line for line, _, _ in TIMES])
def test_a_time_has_an_offset_only_if_the_text_tells_one(line: str, local: str, offset: str | None) -> None:
    when = read_times(line, "text")["published"]
    assert (when.local, when.offset) == (local, offset)


def test_the_length_of_a_video_is_no_time_of_day() -> None:
    assert read_times("4 March 2021 | Video 29:10 | 14:32", "text")["published"].local == "2021-03-04T14:32"


@pytest.mark.parametrize("line", ["03/04/2021", "31 February 2021", "Tuesday", "In May", "2 hours ago"])
def test_what_names_no_single_day_gives_none(line: str) -> None:
    assert read_times(line, "text") == {}


def test_published_and_updated_are_told_apart() -> None:
    times = read_times("Published: 3 May 2021 10:00 | Updated: 4 May 2021 11:30", "text")
    assert times["published"].local == "2021-05-03T10:00"
    assert times["updated"].local == "2021-05-04T11:30"


@pytest.mark.parametrize(
    "line",
    [line for line, *_ in [*DAYS, *TIMES]]
    + ["10:20 P.M.", "Updated 3 hours ago", "March 7, 2021 \u2022 6 min read", "Posted yesterday at 5pm"],
)
def test_a_line_of_times_only_is_a_time_line(line: str) -> None:
    assert is_time_line(line)


@pytest.mark.parametrize(
    "line",
    ["She was born on 4 May 1920", "In 2019", "Room 101", "May 4, 2021: the verdict", "Monday", "10 dead", "5,000"],
)
def test_a_line_with_other_words_is_none(line: str) -> None:
    assert not is_time_line(line)


@pytest.mark.parametrize(
    ("value", "local", "offset", "precision"),
    [
        ("2021", "2021", None, "year"),
        ("2021-03", "2021-03", None, "month"),
        ("2021-03-04", "2021-03-04", None, "day"),
        ("2021-03-04T10", "2021-03-04T10", None, "hour"),
        ("2021-03-04 10:20", "2021-03-04T10:20", None, "minute"),
        ("2021-03-04T10:20:30.123Z", "2021-03-04T10:20:30", "Z", "second"),
        ("2021-03-04T10:20:30-05:00", "2021-03-04T10:20:30", "-05:00", "second"),
    ],
)
def test_iso_times_keep_their_precision(value: str, local: str, offset: str | None, precision: str) -> None:
    when = read_iso(value, "producer")
    assert when is not None
    assert (when.local, when.offset, when.precision) == (local, offset, precision)


@pytest.mark.parametrize(
    "value",
    [
        "2021-02-30", "2021-13-01", "yesterday", "2021-03-04T25:00", "",
        "2022-09-14T10:75", "2022-09-14T10:15:99", "2022-09-14T10:15+99:00",
    ],
)  # fmt: skip
def test_what_is_no_iso_time_is_none(value: str) -> None:
    assert read_iso(value, "producer") is None


@given(st.text(alphabet="0123456789:./- apmAPMTZMarch,", max_size=160))
def test_no_line_of_digits_and_marks_breaks_the_reader(line: str) -> None:
    for when in read_times(line, "text").values():
        assert read_iso(when.local, "text") is not None


@pytest.mark.parametrize("zero", [0x0660, 0x0966, 0xFF10], ids=["Arabic", "Devanagari", "of full width"])
@pytest.mark.parametrize("written", ["2019-05-16T10:00:00Z", "16 May 2019, 10:00"])
def test_digits_of_another_script_make_no_date(written: str, zero: int) -> None:
    """int() would read them; whoever consumes an ISO date does not."""
    foreign = written.translate({ord("0") + value: chr(zero + value) for value in range(10)})

    assert read_iso(foreign, "html") is None
    assert read_times(foreign, "html") == {}
