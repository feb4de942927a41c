"""Models that never saw a passage, and the facts they read in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.extract.relations.network import Network
from worker.pipeline.values import EntityObject
from worker.training.relations.corpus import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.mentions import End
    from worker.pipeline.values import Span
    from worker.training.relations.examples import Example

    Floats = NDArray[np.float32]

FOLDS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Model:
    """A network and its calibration, as they ship."""

    network: Mapping[str, np.ndarray]
    calibration: Floats


def paired(examples: Sequence[Example], network: Mapping[str, np.ndarray]) -> Iterator[tuple[Example, Floats]]:
    """Each example with what the network that ships says of its pairs."""
    run = Network(network)
    for e in examples:
        yield e, run(e.words.astype(np.float32), e.clues.astype(np.int64), e.codes.astype(np.int64))


def of_folds(examples: Sequence[Example], *folds: int) -> list[Example]:
    return [example for example in examples if example.fold in folds]


def held_out(examples: Sequence[Example], models: Mapping[int, Model]) -> Iterator[tuple[Example, Floats]]:
    """Every example with the chances that the model tells that never saw its fold."""
    for fold, model in models.items():
        for example, scores in paired(of_folds(examples, fold), model.network):
            yield example, 1 / (1 + np.exp(-scores * model.calibration[0] - model.calibration[1]))


def facts(chances: Iterable[tuple[Example, Floats]], least: float | Floats) -> Iterator[tuple[int, Fact]]:
    """What is predicted where the model is at least as sure as `least`, one for all or one for each property.

    Yields (number of the passage, fact).

    A fact holds of an entity, so it counts for each of its names and pronouns in the passage.
    """
    for example, chance in chances:
        for at, number in zip(*np.nonzero((chance >= least) & example.judged & example.may), strict=True):
            subject, thing = (_spans(end, example) for end in example.ends[at])
            pairs = ((one, other) for one, other in product(subject, thing) if not one.overlaps(other))
            yield from ((example.passage, Fact(int(number), *pair)) for pair in pairs)


def _spans(end: End, example: Example) -> set[Span]:
    same = example.names.get(end.value.entity, ()) if isinstance(end.value, EntityObject) else ()
    return {end.span, *same}
