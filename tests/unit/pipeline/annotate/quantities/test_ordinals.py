from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("She had her second child.", "second child", "2"),
        ("It was his 1st birthday.", "1st birthday", "1"),
        ("They marked the 30th anniversary.", "30th anniversary", "30"),
        ("He wed his third wife.", "third wife", "3"),
    ],
)
def test_a_place_in_a_series_of_births_and_feasts_has_a_unit_of_its_own(text: str, words: str, place: str) -> None:
    (found,) = find_quantities(text)

    assert (found.span.of(text), found.amount, found.unit_ucum) == (words, place, "{ordinal}")


@pytest.mark.parametrize("text", ["In the second half he scored.", "The third quarter was dull.", "He came first."])
def test_other_ordinals_name_things(text: str) -> None:
    assert find_quantities(text) == ()
