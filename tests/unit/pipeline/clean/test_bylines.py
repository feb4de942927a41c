"""Who wrote it: bylines, and lines that only look like one."""

import pytest

from worker.pipeline.clean.bylines import authors_of, names_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("by Jane Roe", ("Jane Roe",)),
        ("BY JANE ROE", ("JANE ROE",)),
        ("ByJane Roe", ("Jane Roe",)),
        ("Written by: Jane A. Roe", ("Jane A. Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("By Jane Roe, John Doe and Ann van der Poe", ("Jane Roe", "John Doe", "Ann van der Poe")),
        ("By Jane Roe, Staff Writer", ("Jane Roe",)),
        ("By Jane Roe for the Oakville Herald", ("Jane Roe",)),
        ("By Jane Roe | March 4, 2021 2:32 PM", ("Jane Roe",)),
        ("by Jane Roe | Thu., Mar. 04, 2021 2:32 PM", ("Jane Roe",)),
        ("March 4, 2021 \u2022 By Jane Roe", ("Jane Roe",)),
        ("Jane Roe | March 4, 2021", ("Jane Roe",)),
        ("By Jane Roe on March 4, 2021 at 3:53PM PST", ("Jane Roe",)),
        ("Jane O\u2019Roe \u00b7 Oakville News \u00b7 Posted: Mar 4, 2021 8:25 AM EST", ("Jane O'Roe",)),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert authors_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By contrast, the firm lost money.",
        "By Monday the river had fallen.",
        "Stand by me",
        "Jane Roe",
        "Built by hand in 1920",
        "The book by Jane Roe was a success.",
        "Killed by his own brother",
        "Oakville News | March 4, 2021",
    ],
)
def test_what_is_no_byline_gives_none(line: str) -> None:
    assert authors_of(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, Staff Writer", ("Jane Roe",)),
        ("Oakville Daily News", ()),
        ("Roe's Big Night", ()),
        ("Acme", ()),
    ],
)
def test_a_line_of_names_gives_persons_only(line: str, names: tuple[str, ...]) -> None:
    assert names_of(line) == names
