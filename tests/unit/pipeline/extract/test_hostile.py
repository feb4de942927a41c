"""Input that was made to hurt: time grows with length, not with its square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import ResolvedArticle

    Marked = Callable[..., ResolvedArticle]

LINES = {
    "one list": "[Ann Poe|person], [Tom Lee|person] and [Eva|person] were charged with theft, he said.",
    "commas": "[Ann Poe|person] , 1 , a , b , c , d , e , f , the chief executive of [Halvex|organization] , won",
    "nested kin": "[Ann Poe|person]'s son's son's wife's son's mother's son, [Tom Lee|person], was her brother's",
    "quotes": '[Ann Poe|person] said "{one two three four five}" and [Tom Lee|person] said "{one two three four}"',
    "helping verbs": "[Ann Poe|person] will never not have been being also still then reportedly been charged with",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_four_times_the_text_takes_about_four_times_as_long(
    marked: Marked, line: str, is_linear: Callable[..., bool]
) -> None:
    assert is_linear(extract, marked("\n".join([line] * 100)), marked("\n".join([line] * 400)))


@pytest.mark.parametrize("filler", ["a ", ", ", "( ", "' ", "<P0> ", "the new big "], ids=repr)
def test_a_sentence_without_end_is_not_read(
    marked: Marked, filler: str, is_linear: Callable[..., bool]
) -> None:
    short, long = (marked("[Ann Poe|person] " + filler * times) for times in (25_000, 100_000))

    assert is_linear(extract, short, long)
