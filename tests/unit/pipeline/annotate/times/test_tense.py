from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.times.tense import directed, signs
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Tense


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The board met on @.", "past"),
        ("The board will meet on @.", "future"),
        ("The board is meeting on @.", "future"),
        ("The board plans to meet on @.", "future"),
        ("The vote will be held on @.", "future"),
        ("The vote is to be held on @.", "future"),
        ("The vote was held on @.", "past"),
        ("The vote is expected on @.", "future"),
        ("He won on @.", "past"),
        ("He won't play on @.", "future"),
        ("On @ the board met.", "past"),
        ("The board met. On @ it will vote.", "future"),
        ("Mr. Brook will speak on @.", "future"),
        ("The deal, signed in haste, will end on @.", "future"),
        ("In May the board met on @.", "past"),
        ("@ again.", "unknown"),
    ],
)
def test_the_nearest_verb_form_of_the_sentence_decides(text: str, tense: str) -> None:
    at = text.index("@")

    assert signs(text).tense(Span(at, at + 1)) == tense


def test_a_quotation_is_searched_by_itself() -> None:
    text = 'He said: "Great show @."'

    assert signs(text).tense(Span(21, 22), inside=Span(10, 23)) == "unknown"


@pytest.mark.parametrize(
    ("text", "tense", "way"),
    [
        ("The road was shut until @.", "past", "future"),
        ("The strike lasted until @.", "past", "past"),
        ("Tolls rise starting @.", "unknown", "future"),
        ("From @ each side has a week.", "unknown", "future"),
        ("The board will judge @'s attack.", "future", "past"),
        ("The board met on @.", "past", "past"),
    ],
)
def test_the_words_beside_a_day_may_turn_its_direction(text: str, tense: Tense, way: str) -> None:
    at = text.index("@")

    assert directed(text, Span(at, at + 1), tense) == way


def test_the_present_looks_ahead_where_nothing_else_tells() -> None:
    assert signs("Rangers visit Orton on @.").tense(Span(24, 25)) == "future"
