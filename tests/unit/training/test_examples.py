"""Which runs of a labelled text teach, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.gazetteer import CITY, FIRST, LAST
from worker.pipeline.values import Span
from worker.training.examples import CLASSES, NO_NAME, Labelled, examples_of

if TYPE_CHECKING:
    from collections.abc import Mapping

GAZETTEER = {"Ann": FIRST, "Roe": LAST, "Milbury": CITY}


def labelled(text: str, **labels: str) -> Labelled:
    """`labels`: the label of each name; an underscore stands for a space."""
    places = {name.replace("_", " "): label for name, label in labels.items()}
    return Labelled(text, {Span(at := text.index(name), at + len(name)): label for name, label in places.items()})


def kinds(document: Labelled, gazetteer: Mapping[str, int] = GAZETTEER) -> list[int]:
    return [example.kind for example in examples_of(document, gazetteer)]


@pytest.mark.parametrize("label", ["PERSON", "ORG", "LOC"])
def test_a_run_that_is_a_labelled_name_is_of_the_label_s_class(label: str) -> None:
    document = labelled("the car of Ann Roe was seen", Ann_Roe=label)

    assert kinds(document) == [CLASSES[label]]


def test_a_run_without_label_or_of_another_sort_is_no_name() -> None:
    document = labelled("the Blargen was sold to the Quorx for nothing", Quorx="MISC")

    assert kinds(document) == [NO_NAME, NO_NAME]


@pytest.mark.parametrize("cut", ["Ann", "Ann_Roe_was"], ids=["the run is longer", "the run is shorter"])
def test_a_run_cut_otherwise_than_its_name_teaches_nothing(cut: str) -> None:
    document = labelled("the car of Ann Roe was seen in Milbury", **{cut: "PERSON", "Milbury": "LOC"})

    assert kinds(document) == [CLASSES["LOC"]]


def test_a_line_of_capitals_teaches_nothing_and_the_next_one_does() -> None:
    document = labelled("Old Car Of Roe Seen Today\nthey drove to Milbury", Milbury="LOC")

    assert kinds(document) == [CLASSES["LOC"]]


def test_the_signs_are_those_of_the_words_and_of_what_stands_around_them() -> None:
    (example,) = examples_of(labelled("they drove to Milbury", Milbury="LOC"), GAZETTEER)

    assert {"only:city", "before:to"} <= example.signs
