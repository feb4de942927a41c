from __future__ import annotations

import pytest

from worker.pipeline.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Killing at least 12 and wounding 30.", ["12", "30"]),
        ("In all, 12 were injured.", ["12"]),
        ("It rose to 3.2 billion.", ["3200000000"]),
        ("Of them 12 died.", ["12"]),
        ("Some 40 others fled.", ["40"]),
        ("The magnitude 5.9 quake was felt far away.", ["5.9"]),
        ("A 6.2-magnitude quake followed.", ["6.2"]),
        ("Its rating dropped to minus 12 in May.", ["-12"]),
    ],
)
def test_a_lone_figure_counts_where_the_words_say_so(text: str, figure: list[str]) -> None:
    assert [one.amount for one in find_quantities(text)] == figure
