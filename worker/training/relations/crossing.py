"""Three-fold cross-validation over KnowledgeNet's folds, and the model of all folds: nobody judges what he learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.training.relations.calibration import fit_calibration
from worker.training.relations.fit import fit
from worker.training.relations.held_out import FOLDS, Model, of_folds, paired

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from worker.training.relations.examples import Example


def crossed(examples: Sequence[Example], seed: int) -> Mapping[int, Model]:
    """For each fold a model whose network never saw it, calibrated on the other folds by networks of their own."""
    networks = {fold: fit(_other(examples, fold), seed) for fold in FOLDS}
    return {fold: Model(networks[fold], _calibration(examples, networks, fold)) for fold in FOLDS}


def whole(examples: Sequence[Example], models: Mapping[int, Model], seed: int) -> Model:
    """The model that ships: its network learned from all folds, its calibration is of all networks of the others."""
    networks = {fold: model.network for fold, model in models.items()}
    return Model(fit(examples, seed), _calibration(examples, networks, None))


def _other(examples: Sequence[Example], fold: int) -> list[Example]:
    return of_folds(examples, *(other for other in FOLDS if other != fold))


def _calibration(
    examples: Sequence[Example], networks: Mapping[int, Mapping[str, np.ndarray]], without: int | None
) -> np.ndarray:
    folds = [fold for fold in FOLDS if fold != without]
    return fit_calibration(one for fold in folds for one in paired(of_folds(examples, fold), networks[fold]))
