from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities.comparators import after, before


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than ", (0, ">")),
        ("with (about ", (6, "~")),
        ("~", (0, "~")),
        ("sooner than ", None),
        ("all ", None),
        ("the above ", None),
        ("no more than ", (0, "<=")),
        ("over\n", None),
        ("", None),
    ],
)
def test_the_longest_phrase_before_a_number_tells(text: str, found: tuple[int, str] | None) -> None:
    assert before(text, len(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" or more", (8, ">=")),
        ("+", (1, ">=")),
        (" or so", (6, "~")),
        (" or fewer", (9, "<=")),
        (" or two", None),
        (" moreover", None),
    ],
)
def test_so_do_words_behind_it(text: str, found: tuple[int, str] | None) -> None:
    assert after(text, 0) == found
