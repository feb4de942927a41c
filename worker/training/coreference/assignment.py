"""The best one-to-one pairing of rows and columns (Kuhn and Munkres, by shortest augmenting paths; cubic)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def best_total(gains: Sequence[Sequence[float]]) -> float:
    """The highest sum of gains in which each row and each column is taken at most once."""
    if not gains or not gains[0]:
        return 0.0
    rows = gains if len(gains) <= len(gains[0]) else list(zip(*gains, strict=True))
    taken = _pair([[-gain for gain in row] for row in rows])
    return sum(rows[row][column] for column, row in taken.items())


def _pair(costs: Sequence[Sequence[float]]) -> dict[int, int]:
    """Column -> row, at least as many columns as rows."""
    height, width = len(costs), len(costs[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)  # the row of each column, from one; 0: free
    for row in range(1, height + 1):
        owner[0] = row
        column, way = 0, [0] * (width + 1)
        slack, seen = [float("inf")] * (width + 1), [False] * (width + 1)
        while owner[column]:
            seen[column] = True
            column = _step(costs, owner, column, (of_row, of_column, slack, seen, way))
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    return {column - 1: row - 1 for column, row in enumerate(owner) if column and row}


def _step(
    costs: Sequence[Sequence[float]],
    owner: list[int],
    column: int,
    state: tuple[list[float], list[float], list[float], list[bool], list[int]],
) -> int:
    """Reduces the costs until one more column is free of charge, and gives it."""
    of_row, of_column, slack, seen, way = state
    row = owner[column]
    for other in range(1, len(seen)):
        if not seen[other]:
            reduced = costs[row - 1][other - 1] - of_row[row] - of_column[other]
            if reduced < slack[other]:
                slack[other], way[other] = reduced, column
    nearest = min((c for c in range(1, len(seen)) if not seen[c]), key=slack.__getitem__)
    least = slack[nearest]
    for other, done in enumerate(seen):
        if done:
            of_row[owner[other]] += least
            of_column[other] -= least
        else:
            slack[other] -= least
    return nearest
