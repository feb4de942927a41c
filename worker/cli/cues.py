"""The words by which rules tell how a clause is meant, by the status that they make; for those who ask why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from worker.pipeline.extract.lexicon.governors import (
    ACCUSING,
    DENYING,
    DOUBTED,
    GUESSING,
    IF,
    MODALS_OF_DOUBT,
    MODALS_OF_FUTURE,
    NOT,
    PLANNING,
    PLANS,
    SAYING,
    URGING,
)
from worker.pipeline.extract.lexicon.stance import (
    CONDITIONS,
    DENIALS,
    FORECAST_PHRASES,
    FORECASTS,
    HEARSAY,
    HEDGES,
    NEGATIONS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# What makes a status, most telling first; phrases hold more than a word.
CUES: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "denied": (DENIALS, DENYING, NEGATIONS),
    "hypothetical": (CONDITIONS, IF, HEDGES, MODALS_OF_DOUBT, DOUBTED, ACCUSING, GUESSING),
    "predicted": (frozenset(FORECAST_PHRASES), FORECASTS, MODALS_OF_FUTURE, PLANNING, PLANS, URGING,
                  frozenset({"would"})),
    "reported": (HEARSAY, SAYING),
}
NEGATED: Final = (NEGATIONS, NOT)
