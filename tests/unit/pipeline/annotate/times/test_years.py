from __future__ import annotations

import re
from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "words", "timex3", "edtf"),
    [
        ("She left in 2018.", "2018", "2018", "2018"),
        ("She left in late 2018.", "late 2018", "2018", "2018-10/2018-12"),
        ("She left in early 2018.", "early 2018", "2018", "2018-01/2018-03"),
        ("She left in mid-2018.", "mid-2018", "2018", "2018-05/2018-08"),
        ("She left at the end of 2018.", "the end of 2018", "2018", "2018-10/2018-12"),
        ("Work must end by 2030.", "2030", "2030", "../2030"),
        ("It was built around 1850.", "1850", "1850", "1850~"),
        ("Bernt Aalto (1704 \u2013 1787) painted.", "1704 \u2013 1787", "1704/1787", "1704/1787"),
        ("The years 1998-2004 were dry.", "1998-2004", "1998/2004", "1998/2004"),
        ("The 2018-19 season was long.", "2018-19 season", "2018/2019", "2018/2019"),
        ("The 1863 law was kept.", "1863", "1863", "1863"),
        ("By 1859 it was sold.", "1859", "1859", "../1859"),
        ("A flute (1738) was shown.", "1738", "1738", "1738"),
        ("Seas will rise by 2050.", "2050", "2050", "../2050"),
        ("Popular in the 1990s.", "the 1990s", "199", "199X"),
        ("Popular in the \u201990s.", "the \u201990s", "199", "199X"),
        ("Popular in the nineties.", "the nineties", "199", "199X"),
        ("Popular in the early 1990s.", "the early 1990s", "199", "1990/1993"),
        ("Popular in the late 1860s.", "the late 1860s", "186", "1867/1869"),
        ("Built in the 19th century.", "the 19th century", "18", "18XX"),
        ("A 14th-century bridge.", "14th-century", "13", "13XX"),
        ("Profit for fiscal 2019 rose.", "fiscal 2019", "2019", "2019"),
        ("The 2018 elections were close.", "2018", "2018", "2018"),
        ("His 1946 film was shown.", "1946", "1946", "1946"),
        ("A winner (2016) returned.", "2016", "2016", "2016"),
        ("She left in \u201998.", "98", "1998", "1998"),
        ("The class of \u201907 met.", "07", "2007", "2007"),
        ("May said 2021\u2019s budget was thin.", "2021", "2021", "2021"),
    ],
)
def test_years_and_what_is_made_of_them_are_read(values: Values, text: str, words: str, timex3: str, edtf: str) -> None:
    assert values(text) == [(words, timex3, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "About 1600 people came.",
        "It cost $2000 then.",
        "Some 2000 protesters came.",
        "He ran 1950 miles.",
        "Route 1999 is closed.",
        "Only 2,019 remain.",
        "It holds 2015 litres.",
        "Flight 1985 landed.",
        "The index rose to 1835.",
        "See pages 1087-1101.",
        "Under Rule 2016 they sued.",
        "The code is A2019 or 2019B.",
        "He is in his 20s.",
        "The account stood at -2000 then.",
        "He owns a Borley 2010-85 amplifier.",
        "He drives a \u201956 Borley.",
        "It was lost in the 1st century.",
    ],
)
def test_other_numbers_of_four_digits_are_no_years(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["Ruled from 1998 to 2004.", "Between 1598 and 1722 it grew.", "He ruled from 1699 until 1705."]
)
def test_the_two_years_of_a_range_in_words_are_told_apart(values: Values, text: str) -> None:
    assert [one[1] for one in values(text)] == re.findall(r"\d{4}", text)
