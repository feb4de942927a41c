"""Lines and paragraphs: what was broken at a fixed width is joined, nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.clean.layout import lines_of


def texts(raw: str) -> list[str]:
    return [line.text for line in lines_of(raw)]


def test_empty_lines_vanish_and_leave_a_gap() -> None:
    first, second, third = lines_of("One.\nTwo.\n\n\nThree.")
    assert (first.gap, second.gap, third.gap) == (False, False, True)


def test_a_hard_wrapped_paragraph_becomes_one_line() -> None:
    raw = (
        "OAKVILLE (AW) - Acme Widgets said on Tuesday it would buy its\n"
        "smaller rival for $3 billion in cash, in a deal that makes it\n"
        "the largest maker of widgets.\n"
        "\n"
        "Its shares rose 5 percent in early trading on the exchange in\n"
        "Oakville.\n"
    )
    assert texts(raw) == [
        (
            "OAKVILLE (AW) - Acme Widgets said on Tuesday it would buy its smaller rival for $3 billion in cash, "
            "in a deal that makes it the largest maker of widgets."
        ),
        "Its shares rose 5 percent in early trading on the exchange in Oakville.",
    ]


def test_indented_paragraphs_without_blank_lines_stay_apart() -> None:
    raw = (
        "   OAKVILLE, Jan 5 (AW) - Acme Widgets said on Tuesday it would\n"
        "buy its smaller rival for $3 billion in cash, which makes it the\n"
        "largest maker of widgets.\n"
        "   Its shares rose 5 percent in early trading on the exchange of\n"
        "Oakville.\n"
    )
    assert len(texts(raw)) == 2


def test_a_word_broken_at_its_hyphen_keeps_the_hyphen() -> None:
    raw = (
        "The minister said on Tuesday that she would not resign over well-\n"
        "known failings of her department, which had been reported by the\n"
        "committee of inquiry in May.\n"
    )
    assert "well-known failings" in texts(raw)[0]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Acme buys Widget\nJane Roe\nThe firm said so on Monday.", id="headline, name, sentence"),
        pytest.param("The firm said so on Monday.\nIt did not say why.", id="a sentence a line"),
        pytest.param("Home\nNews\nSport\nweather\nvideo", id="a menu in lower case"),
        pytest.param(
            "by Jane Roe | Thu., Mar. 04, 2021 2:32 PM\nJane Roe walks her dog.\nJane Roe/AP\nWhat a day!",
            id="a gallery",
        ),
        pytest.param("It sold:\nhats\nshoes\ngloves", id="a list"),
    ],
)
def test_lines_that_are_no_broken_paragraph_stay(raw: str) -> None:
    assert texts(raw) == raw.split("\n")


def test_a_crawlers_date_is_a_line_of_its_own() -> None:
    assert texts(" date 2021-03-04 by Jane Roe") == ["date 2021-03-04", "by Jane Roe"]


def test_a_crawlers_date_that_two_lines_made_is_a_line_of_its_own_as_well() -> None:
    raw = (
        "The mayor of Oakville had led the city since the spring of last\n"
        "year and resigned on Monday after an inquiry into finances of all\n"
        "the council's firms.\n"
        f"{'date':>62}\n"
        "2021-03-04 was the day of it, she said, and nobody on the council\n"
        "asked why."
    )
    assert texts(raw)[1:] == ["date 2021-03-04", "was the day of it, she said, and nobody on the council asked why."]


def test_a_date_inside_a_line_is_left_there() -> None:
    assert texts("The date 2021-03-04 was set.") == ["The date 2021-03-04 was set."]


ROWS = [
    *("She led the city from spring to autumn of last year and was well-", "known for it.", "\u0345 of", "e"),
    *("date", "date 2021-03-04", "2021-03-04 was the day on which the inquiry into her finances of", " " * 60 + "date"),
    *("of his, who said that the council would look into it on Tuesday or", "   so it was not", "x" * 70, ""),
]


@given(st.lists(st.sampled_from(ROWS), max_size=12).map("\n".join))
def test_lines_that_are_set_apart_are_the_same_lines_when_they_are_read_again(raw: str) -> None:
    once = texts(raw)
    assert texts("\n\n".join(once)) == once
