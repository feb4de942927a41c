from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("between 10 and 12 people", [("10", ">="), ("12", "<=")]),
        ("10 to 12 people", [("10", ">="), ("12", "<=")]),
        ("10-12 people", [("10", ">="), ("12", "<=")]),
        ("six or seven clubs", [("6", ">="), ("7", "<=")]),
        ("$5-10 million", [("5000000", ">="), ("10000000", "<=")]),
        ("$5 million-$10 million", [("5000000", ">="), ("10000000", "<=")]),
        ("between 29% and 43%", [("29", ">="), ("43", "<=")]),
        ("20-25 mph", [("20", ">="), ("25", "<=")]),
        ("from 29% to 43%", [("29", "="), ("43", "=")]),
    ],
)
def test_a_range_gives_its_two_sides_and_a_change_its_two_values(text: str, sides: list[tuple[str, str]]) -> None:
    assert [(one.amount, one.comparator) for one in find_quantities(f"It is {text} now.")] == sides
