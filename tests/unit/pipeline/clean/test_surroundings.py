"""What stands around a line, in numbers."""

import numpy as np
import pytest

from worker.pipeline.clean.context import looks_on_page
from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.rules import labels_by_rules
from worker.pipeline.clean.surroundings import NAMES, surroundings

PAGE = (
    "Mayor opens library",
    "By Ann Example",
    "Mayor Jane Roe opened the new library on Main Street on Monday, and hundreds of people came.",
    "She said that the library had cost less than the council feared when it was planned.",
    "Related articles",
    "Mayor opens library",
)


def columns(*texts: str) -> dict[str, list[float]]:
    lines = [Line(text, gap=at > 0) for at, text in enumerate(texts)]
    looks = looks_on_page(lines, None)
    table = surroundings(looks, [line.gap for line in lines], labels_by_rules(looks))
    return {name: table[:, at].tolist() for at, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gap", [0, 1, 1, 1, 1, 1]),
        ("kept", [0, 0, 1, 1, 0, 0]),
        ("titled_line", [1, 0, 0, 0, 0, 0]),
        ("twins", [2, 1, 1, 1, 1, 2]),
        ("above", [0, 1, 2, 3, 4, 5]),
        ("below", [5, 4, 3, 2, 1, 0]),
        ("is_byline", [0, 1, 0, 0, 0, 0]),
        ("since_signed", [61, 61, 1, 2, 3, 4]),
        ("words_since_signed", [-1, -1, 0, 17, 33, 33]),
        ("until_signed", [1, 61, 61, 61, 61, 61]),
        ("is_prose-1", [-1, 0, 0, 1, 1, 0]),
        ("is_prose+1", [0, 1, 1, 0, 0, -1]),
        ("related_between", [0, 0, 0, 0, 0, 1]),
    ],
)
def test_a_page_is_told_in_columns(name: str, expected: list[float]) -> None:
    assert columns(*PAGE)[name] == expected


def test_a_copied_headline_shares_all_its_words() -> None:
    assert columns(*PAGE)["in_title"][5] == 1


@pytest.mark.parametrize("texts", [["One"], ["One", "Two."], ["!", "?", "1"]], ids=["one", "two", "no words"])
def test_the_smallest_pages_have_finite_numbers(texts: list[str]) -> None:
    assert np.isfinite(list(columns(*texts).values())).all()
