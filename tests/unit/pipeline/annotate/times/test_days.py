from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It opened on May 16, 2019.", "May 16, 2019", "2019-05-16"),
        ("It opened on 16 May 2019.", "16 May 2019", "2019-05-16"),
        ("It opened on the 16th of May, 2019.", "the 16th of May, 2019", "2019-05-16"),
        ("It opened on Thursday, May 16, 2019.", "Thursday, May 16, 2019", "2019-05-16"),
        ("It opened on Thursday 16 May 2019.", "Thursday 16 May 2019", "2019-05-16"),
        ("Filed Sept. 3, 2021, in court.", "Sept. 3, 2021", "2021-09-03"),
        ("Filed on 2021-09-03 in court.", "2021-09-03", "2021-09-03"),
        ("Born 21st February, 1983, in Lyon.", "21st February, 1983", "1983-02-21"),
        ("BORN AUGUST 4, 1990", "AUGUST 4, 1990", "1990-08-04"),
        ("Signed 25/12/2018.", "25/12/2018", "2018-12-25"),
        ("Signed 4/8/2019.", "4/8/2019", "2019-04-08"),
        ("Signed 4/8/2019, not 13/8/2019.", "4/8/2019", "2019-08-04"),
        ("Signed 4/8/2019, after 3 March 2019.", "4/8/2019", "2019-08-04"),
        ("Signed 03.10.1990.", "03.10.1990", "1990-10-03"),
        ("Signed 7/9/98.", "7/9/98", "1998-07-09"),
    ],
)
def test_a_full_date_is_read_in_every_order(values: Values, text: str, words: str, edtf: str) -> None:
    assert values(text)[0] == (words, edtf, edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("She was arrested on August 30.", "August 30", "2022-08-30"),
        ("She was arrested on November 30.", "November 30", "2021-11-30"),
        ("She will appear in court on September 20.", "September 20", "2022-09-20"),
        ("She will appear in court on January 9.", "January 9", "2023-01-09"),
        ("The hearing: 12 September.", "12 September", "2022-09-12"),
        ("The tour starts Oct. 1 in Leeds.", "Oct. 1", "2022-10-01"),
        ("He died in June.", "June", "2022-06"),
        ("He died in October.", "October", "2021-10"),
        ("The shop will close in October.", "October", "2022-10"),
        ("The shop will close in March.", "March", "2023-03"),
        ("He resigned in early June.", "early June", "2022-06-01/2022-06-10"),
        ("It snowed in mid-February.", "mid-February", "2022-02-11/2022-02-20"),
        ("It rained in late February.", "late February", "2022-02-21/2022-02-28"),
        ("Sales rose in July and August.", "August", "2022-08"),
    ],
)
def test_a_date_without_its_year_lies_where_the_tense_points(values: Values, text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in [(one[0], one[2]) for one in values(text)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Open June 3-5, 2019.", "June 3-5, 2019", "2019-06-03/2019-06-05"),
        ("Open 3-5 June 2019.", "3-5 June 2019", "2019-06-03/2019-06-05"),
        ("Open June 3 to 5, 2019.", "June 3 to 5, 2019", "2019-06-03/2019-06-05"),
        ("Open 28 June - 2 July 2019.", "28 June - 2 July 2019", "2019-06-28/2019-07-02"),
        ("Open June 5 and 6, 2019.", "June 5 and 6, 2019", "2019-06-05/2019-06-06"),
        ("It ran February 27-29.", "February 27-29", None),
        ("It was held August 30-31.", "August 30-31", "2022-08-30/2022-08-31"),
    ],
)
def test_a_range_of_days_is_one_expression(values: Values, text: str, words: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in values(text)] == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Open June 28 to July 2, 2019.", ("June 28", "2019-06-28"), ("July 2, 2019", "2019-07-02")),
        ("Open from December 28 to January 2, 2019.", ("December 28", "2018-12-28"), ("January 2, 2019", "2019-01-02")),
        ("Closed May to July 2018.", ("May", "2018-05"), ("July 2018", "2018-07")),
        ("Between June 2018 and May 2019 it rained.", ("June 2018", "2018-06"), ("May 2019", "2019-05")),
        ("It ran from Monday to Wednesday.", ("Monday", "2022-09-12"), ("Wednesday", "2022-09-14")),
        ("It will run from Monday to Friday.", ("Monday", "2022-09-19"), ("Friday", "2022-09-23")),
        ("She lived 3 May 1910 \u2013 8 June 1999.", ("3 May 1910", "1910-05-03"), ("8 June 1999", "1999-06-08")),
    ],
)
def test_the_ends_of_a_range_in_words_are_two_that_count_from_each_other(
    values: Values, text: str, first: tuple[str, str], last: tuple[str, str]
) -> None:
    assert [(one[0], one[2]) for one in values(text)] == [first, last]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Signed in June 2018.", "June 2018", "2018-06"),
        ("Signed in June of 2018.", "June of 2018", "2018-06"),
        ("Signed in June, 2018.", "June, 2018", "2018-06"),
        ("Signed in late June 2018.", "late June 2018", "2018-06-21/2018-06-30"),
        ("Signed at the end of May 2018.", "the end of May 2018", "2018-05-21/2018-05-31"),
        ("Signed in Nov 2011.", "Nov 2011", "2011-11"),
    ],
)
def test_a_month_with_its_year_needs_no_anchor(values: Values, text: str, words: str, edtf: str) -> None:
    assert [(one[0], one[2]) for one in values(text, None)] == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march again.",
        "The march for peace drew crowds.",
        "May we come in?",
        "He met June Allery and April Dawes.",
        "A book by June Allery sold well.",
        "The august company met.",
        "February 31 is no day.",
        "The ratio was 13/45/2019.",
        "Call 555-1234 or 03-4455-6677.",
        "They won 3-1.",
        "Version 10.2.2019.4 is out.",
        "The file is dated 2019-02-30.",
        "The log of 2019-02-28T25:10 is wrong.",
    ],
)
def test_words_and_figures_that_only_look_like_dates_are_left_alone(values: Values, text: str) -> None:
    assert values(text) == []


def test_two_months_that_go_back_are_no_range(values: Values) -> None:
    assert [one[1] for one in values("Sales, May 2019 \u2013 June 2018, fell.")] == ["2019-05", "2018-06"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He sang in May last year.", ["2021-05"]),
        ("He sang on 5 May last year.", ["2021-05-05"]),
        ("He will sing on May 5 next year.", ["2023-05-05"]),
        ("He sang on 31 June last year.", [None]),
        ("He led the march last year.", ["2021"]),
    ],
)
def test_a_day_or_month_of_the_year_before_or_after_is_of_that_year(
    values: Values, text: str, edtf: list[str | None]
) -> None:
    assert [one[2] for one in values(text)] == edtf


@pytest.mark.parametrize(
    ("text", "timex3"),
    [
        ("June was the hottest month on record.", ["2022-06"]),
        ("June was home. Nobody had seen June Allery since.", []),
        ("It snowed in 1962. That October he left.", ["1962", "XXXX-10"]),
    ],
)
def test_a_month_that_opens_a_sentence_is_one_unless_somebody_bears_the_name(
    values: Values, text: str, timex3: list[str]
) -> None:
    assert [one[1] for one in values(text)] == timex3


def test_days_that_are_not_in_a_row_share_their_year_and_are_no_range(values: Values) -> None:
    assert values("He sang on June 5 and 8, 2019.")[0][:2] == ("June 5", "2019-06-05")


@pytest.mark.parametrize(
    ("text", "timex3"), [("They met in Sept in Leeds.", ["2022-09"]), ("He met Jan in Leeds.", [])]
)
def test_a_short_month_is_one_behind_a_word_that_asks_for_a_time(
    values: Values, text: str, timex3: list[str]
) -> None:
    assert [one[1] for one in values(text)] == timex3
