"""What a line's way to the main text tells."""

import numpy as np
import pytest
from numpy.typing import NDArray

from worker.pipeline.clean.continuity import held_together


def page(*parts: tuple[int, float, float]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Sureness and words of the lines of parts, each so many lines of one sureness and one length."""
    sure = np.concatenate([np.full(lines, each) for lines, each, _ in parts])
    return sure, np.concatenate([np.full(lines, words) for lines, _, words in parts])


STORY, MENU, TEASERS = (8, 0.9, 40.0), (30, 0.01, 4.0), (120, 0.3, 20.0)


def test_a_page_of_nothing_but_the_article_is_left_as_it_is() -> None:
    sure, words = page((3, 0.02, 3.0), STORY, (4, 0.4, 20.0), (3, 0.02, 3.0))
    assert held_together(sure, words) is sure


def test_on_a_page_of_others_text_lines_beyond_a_menu_lose() -> None:
    after = held_together(*page(STORY, MENU, TEASERS))
    assert (after[-100:] < 0.2).all()
    assert (after[1:7] > 0.9).all()


def test_a_stretch_that_may_be_text_parts_less_than_a_menu() -> None:
    beyond_a_menu = held_together(*page(STORY, MENU, TEASERS))
    beyond_doubt = held_together(*page(STORY, (30, 0.3, 4.0), TEASERS))
    assert beyond_a_menu[-60] < beyond_doubt[-60] - 0.04


def test_what_is_above_the_main_text_is_parted_as_well() -> None:
    below, words = page(STORY, MENU, TEASERS)
    above = held_together(below[::-1], words[::-1])
    assert np.allclose(above, held_together(below, words)[::-1])


@pytest.mark.parametrize("sureness", [0.0, 1.0])
def test_lines_that_are_quite_sure_stay_so(sureness: float) -> None:
    sure, words = page((5, sureness, 10.0), (400, 0.2, 10.0))
    after = held_together(sure, words)
    assert np.isfinite(after).all()
    assert (np.abs(after[:5] - sureness) < 0.01).all()
