"""The lines of a page as its markup sets them."""

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped] # lxml ships no types

from worker.pipeline.clean.page_lines import PageLine, page_lines


def read(html: str) -> list[PageLine]:
    return list(page_lines(document_fromstring(f"<html><body>{html}</body></html>")))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>One <b>two</b> three</p><p>Four</p>", ["One two three", "Four"], id="paragraphs"),
        pytest.param("One<br>Two<br><br>Three", ["One", "Two", "Three"], id="breaks"),
        pytest.param("<a>Home</a><a>News</a>", ["HomeNews"], id="links without space"),
        pytest.param("<td>One</td><div>Two<div>Three</div>Four</div>", ["One", "Two", "Three", "Four"], id="nested"),
        pytest.param("<p>One<script>x()</script> two</p><style>p {}</style>", ["One two"], id="unseen"),
        pytest.param("<p> \n </p><div></div>", [], id="empty"),
    ],
)
def test_a_block_is_a_line(html: str, expected: list[str]) -> None:
    assert [line.text for line in read(html)] == expected


def test_paragraphs_are_apart_and_divisions_are_not() -> None:
    assert [line.gap for line in read("<div>One</div><div>Two</div><p>Three</p>")] == [False, False, True]


def test_items_of_lists_are_told() -> None:
    assert [(line.text, line.item) for line in read("<ul><li>One</li></ul>Two")] == [("One", True), ("Two", False)]
