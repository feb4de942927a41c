from __future__ import annotations

from worker.pipeline.annotate.quantities import find_quantities


def test_a_number_per_so_many_has_the_power_of_ten_as_its_unit() -> None:
    (found,) = find_quantities("It strikes 5 per 100,000 adults.")

    assert (found.amount, found.unit_ucum, found.si_amount, found.si_unit) == ("5", "/10*5", "0.00005", "1")


def test_what_is_counted_stands_in_the_unit() -> None:
    (found,) = find_quantities("There were about 12 deaths per million people.")

    assert (found.amount, found.comparator, found.unit_ucum, found.si_unit) == ("12", "~", "{death}/10*6", None)
