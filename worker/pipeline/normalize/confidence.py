"""How far a fact can be trusted: a logistic curve over what is known of it, fitted by worker/training/calibration."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from worker.pipeline.normalize.calibration_table import FAMILIES, METHOD, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from worker.pipeline.values import Status

__all__ = ["LEAST", "METHOD", "MOST", "Signs", "calibrated", "columns"]

Seen: TypeAlias = Literal["name", "nominal", "pronoun", "absent", "literal"]
LEAST, MOST = 0.02, 0.98  # what a few hundred facts can tell: nothing is surer than the 1 in 50 that it never saw
MODEL = "relation-model/"  # opening of the id of a rule whose prior is a model's score, and not a hand's estimate
SOFT: Final = frozenset({"predicted", "hypothetical", "opinion", "denied"})
OTHER = "other"  # a family that the table does not know
_USUAL = 80  # characters of evidence


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a fact besides what it says.

    `prior`: of the rule, or a model's score; `subject`, `object`: what the evidence calls them by; `characters`: of the
    longest evidence.
    """

    rule: str
    predicate: str
    status: Status
    prior: float
    evidences: int
    subject: Seen
    object: Seen
    characters: int
    block: str
    inferred: bool

    @property
    def numbers(self) -> Iterator[tuple[str, float]]:
        """What is known, in numbers with names."""
        own = min(max(self.prior, LEAST), MOST)
        yield "bias", 1.0
        modelled = self.rule.startswith(MODEL)
        yield "model" if modelled else "prior", math.log(own / (1 - own))
        yield "of model", float(modelled)
        yield "evidences", math.log(self.evidences)
        yield "characters", math.log((self.characters + 1) / _USUAL)
        yield f"subject {self.subject}", 1.0
        yield f"object {self.object}", 1.0
        yield "caption", float(self.block == "caption")
        yield "reported", float(self.status == "reported")
        yield "soft", float(self.status in SOFT)
        yield "inferred", float(self.inferred)


def calibrated(signs: Signs) -> float:
    """Probability that a careful reader accepts the fact. A family or rule unknown to the table is an average one."""
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in columns(signs, FAMILIES))
    return min(max(1 / (1 + math.exp(-score)), LEAST), MOST)


def columns(signs: Signs, families: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """The numbers that the curve is linear in, offsets of family, predicate and rule included; others are 0."""
    yield from signs.numbers
    yield f"family {families.get(signs.predicate, OTHER)}", 1.0
    yield f"predicate {signs.predicate}", 1.0
    yield f"rule {signs.rule}", 1.0
