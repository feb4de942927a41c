"""The pairing is the best one there is."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from worker.training.coreference.assignment import best_total

SIZE = st.integers(1, 4)


@given(st.data(), SIZE, SIZE)
def test_no_other_pairing_gains_more(data: st.DataObject, height: int, width: int) -> None:
    row = st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width)
    gains = data.draw(st.lists(row, min_size=height, max_size=height))

    rows = gains if height <= width else [list(column) for column in zip(*gains, strict=True)]
    best = max(sum(map(list.__getitem__, rows, order)) for order in permutations(range(len(rows[0])), len(rows)))
    assert best_total(gains) == best


def test_nothing_gains_nothing() -> None:
    assert best_total([]) == 0.0
