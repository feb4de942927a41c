"""Chances of labels to names."""

from itertools import product

import numpy as np
import pytest

from worker.pipeline.annotate.name_spans import best_labels, spans
from worker.pipeline.annotate.reading import NAMES


def chances(*labels: str) -> np.ndarray:
    rows = np.full((len(labels), len(NAMES)), -9, np.float32)
    rows[np.arange(len(labels)), [NAMES.index(label) for label in labels]] = 0
    return rows


@pytest.mark.parametrize(("labels", "expected"), [
    (["O", "O"], []),
    (["B-ORG", "I-ORG", "O"], [(0, 2, "ORG")]),
    (["B-ORG", "B-ORG"], [(0, 1, "ORG"), (1, 2, "ORG")]),
    (["B-PERSON", "O", "B-LOC"], [(0, 1, "PERSON"), (2, 3, "LOC")]),
    (["O", "B-MISC", "I-MISC"], [(1, 3, "MISC")]),
    ([], []),
], ids=str)  # fmt: skip
def test_labels_are_read_as_names(labels: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert list(spans(chances(*labels))) == expected


@pytest.mark.parametrize("labels", [["I-ORG", "I-ORG"], ["B-PERSON", "I-ORG"], ["O", "I-LOC", "O"]], ids=str)
def test_a_name_begins_before_it_goes_on(labels: list[str]) -> None:
    found = [NAMES[number] for number in best_labels(chances(*labels))]

    for before, here in zip(["O", *found], found, strict=False):
        assert not here.startswith("I-") or before[2:] == here[2:]


@pytest.mark.parametrize("seed", range(30))
def test_no_permitted_sequence_is_likelier(seed: int) -> None:
    rows = np.log(np.random.default_rng(seed).dirichlet(np.full(len(NAMES), 0.3), 4)).astype(np.float32)
    permitted = (
        numbers for numbers in product(range(len(NAMES)), repeat=4)
        if all(not NAMES[b].startswith("I-") or (a is not None and NAMES[a][2:] == NAMES[b][2:])
               for a, b in zip([None, *numbers], numbers, strict=False))
    )  # fmt: skip

    best = max(permitted, key=lambda numbers: rows[np.arange(4), list(numbers)].sum())

    assert rows[np.arange(4), best_labels(rows)].sum() == pytest.approx(rows[np.arange(4), list(best)].sum(), abs=1e-4)
