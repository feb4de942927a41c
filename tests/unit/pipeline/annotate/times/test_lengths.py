from __future__ import annotations

from decimal import Decimal

import pytest

from worker.pipeline.annotate.times.lengths import iso, vague


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ([(Decimal("5.5"), "year")], "P5Y6M"),
        ([(Decimal("1.5"), "day")], "P1DT12H"),
        ([(Decimal("1.5"), "week")], "P1.5W"),
        ([(Decimal(0), "hour")], "PT0H"),
        ([(Decimal(1), "century")], "P100Y"),
        ([(Decimal(1), "day"), (Decimal(3), "hour")], "P1DT3H"),
    ],
)
def test_a_fraction_goes_to_the_smaller_unit_where_that_is_whole(
    parts: list[tuple[Decimal, str]], written: str
) -> None:
    assert iso(parts) == written


def test_a_duration_of_unknown_length_keeps_its_unit() -> None:
    assert (vague("month"), vague("hour"), vague("decade")) == ("PXM", "PTXH", "PXDE")
