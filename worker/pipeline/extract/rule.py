"""What a predicate is made of: its declaration, its rules, and the examples that prove them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Candidate, Declaration, Entity


PERSON = frozenset({"person"})
ORGANIZATION = frozenset({"organization", "group"})
AGENT = frozenset({"person", "organization", "group", "gpe"})
PLACE = frozenset({"gpe", "location"})
TEXT = frozenset({"string"})


class Rule(Protocol):
    """Draws candidates from the article, and with them the unnamed entities it had to make (a post, a bystander)."""

    def __call__(self, view: View, /) -> Iterable[Candidate | Entity]: ...


@dataclass(frozen=True, slots=True)
class Example:
    """An own text and the fact that must be drawn from it: labels of subject and object, compared without case."""

    text: str
    subject: str
    object: str
    status: str = "asserted"
    published: str = "2024-03-14"


@dataclass(frozen=True, slots=True)
class Counterexample:
    """An own text from which nothing of the predicate may be drawn as asserted or reported."""

    text: str
    why: str
    published: str = "2024-03-14"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with everything that belongs to it; `rules` may be empty where another family draws it."""

    declaration: Declaration
    rules: tuple[Rule, ...]
    positive: tuple[Example, ...]
    negative: tuple[Counterexample, ...]

    @property
    def name(self) -> str:
        return self.declaration.name
