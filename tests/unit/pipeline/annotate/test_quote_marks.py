"""Which marks open and close quotations, whatever their kind, and what a lost mark does."""

# ruff: noqa: RUF001 - typographic marks are what the texts hold

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.quote_marks import find_quoted
from worker.pipeline.values import Block, CleanArticle, Metadata, Span

if TYPE_CHECKING:
    from collections.abc import Callable


def inner(*paragraphs: str) -> list[str]:
    """What stands between marks; "..." behind words that nobody closed."""
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph)), "body"))
        at += len(paragraph) + 2
    article = CleanArticle("d", text, tuple(blocks), Metadata())
    return [one.inner.of(text) + ("" if one.complete else "...") for one in find_quoted(article)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('He said "no way" twice.', ["no way"], id="straight"),
        pytest.param("He said “no way” twice.", ["no way"], id="curly"),
        pytest.param("He said ``no way'' twice.", ["no way"], id="LaTeX"),
        pytest.param("He said ‘‘no way’’ twice.", ["no way"], id="two single ones for a double one"),
        pytest.param("He said „no way“ twice.", ["no way"], id="low ones"),
        pytest.param('He said "no way” twice.', ["no way"], id="straight and curly mixed"),
        pytest.param("He said “ no way ” twice.", ["no way"], id="blanks inside"),
        pytest.param("“She said ‘no way’,” he said.", ["She said ‘no way’,"], id="single inside double"),
        pytest.param('\'She said "no way" to me,\' he said.', ['She said "no way" to me,'], id="double inside single"),
        pytest.param("'He sang \"My 'old town' blues\" and wept,' Roe said.",
                     ["He sang \"My 'old town' blues\" and wept,"], id="single inside double inside single"),
        pytest.param("'It's the lads' day,' he said.", ["It's the lads' day,"], id="apostrophes inside single"),
        pytest.param("'We're goin' home,' he said.", ["We're goin' home,"], id="dropped letter"),
        pytest.param("They were 'hiding' when the lads' bus left.", ["hiding"], id="possessive later"),
        pytest.param("The '90s were the lads' best years.", [], id="apostrophes alone"),
        pytest.param('The plank is 6\'2" long.', [], id="inches"),
        pytest.param("“It rained,” he said. 'Don't go,' she added.", ["It rained,", "Don't go,"], id="both kinds"),
        pytest.param("“It rained,” he said. The lads' tent and the girls' leaked.", ["It rained,"], id="no single"),
    ],
)
def test_the_outermost_words_in_marks_are_found(text: str, words: list[str]) -> None:
    assert inner(text) == words


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        pytest.param(['"We won. "We won again," he said.'], ["We won....", "We won again,"], id="reopened in a line"),
        pytest.param(['"We won. It was hard.', "The crowd left."], ["We won. It was hard...."], id="never closed"),
        pytest.param(['"We won, added Jane Roe, who ran.'], ["We won,..."], id="never closed before who said it"),
        pytest.param(['We won," he said.'], ["We won,"], id="never opened"),
        pytest.param(["We won,” he said. “It was hard.”"], ["We won,", "It was hard."], id="only the first one lost"),
        pytest.param(["“We won.", "“It was hard,” he said."], ["We won....", "It was hard,"], id="over paragraphs"),
        pytest.param(["'We won.", "'It was hard,' he said."], ["We won....", "It was hard,"], id="single, paragraphs"),
        pytest.param(["“We won, said Roe.", "“It was hard,” he said."], ["We won, said Roe....", "It was hard,"],
                     id="what the next paragraph takes up is not cut"),
    ],
)  # fmt: skip
def test_a_lost_mark_costs_one_quotation_at_most(paragraphs: list[str], words: list[str]) -> None:
    assert inner(*paragraphs) == words


@pytest.mark.parametrize("mark", ['"', "'", "“", "”", "' a", '" A', "“a, said B "])
def test_marks_without_end_take_linear_time(mark: str, is_linear: Callable[..., bool]) -> None:
    assert is_linear(inner, mark * 10_000, mark * 40_000)
