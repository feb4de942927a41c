"""The entities of one article while it is read: what is known of each, and where it was last spoken of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.pipeline.resolve.nouns import Age, Role
    from worker.pipeline.values import EntityType, Gender, Mention


_BONDS: tuple[Role, ...] = ("spouse", "partner")
_CHILD, _ADULT = 13, 18  # years: called a child until the one, an adult from the other
ROLES: tuple[Role, ...] = (
    "parent", "child", "spouse", "partner", "sibling", "grandparent", "grandchild", "other",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Figure:
    """An entity in the making. `trades`: nouns it was called; `names`: its names, the fullest is its label."""

    type: EntityType
    number: int
    names: dict[str, int] = field(default_factory=dict)
    description: str = ""
    gender: Gender | None = None
    age: Age | None = None
    years: int | None = None
    trades: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    members: tuple[Figure, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    owner: Figure | None = None
    last_sentence: int = -1
    last_block: int = -1
    last_subject: int = -1
    subject_at: int = -1
    parent: bool = False
    introduced: int = -1  # the sentence that speaks of it first
    definite: bool = False  # and whether it does so as of somebody known: "the actress"
    only_told: bool = False  # last spoken of inside a quotation, by somebody else

    def tell_age(self, years: int | None) -> None:
        """The age that was told first holds."""
        if years is not None and self.years is None:
            self.years = years
            self.age = self.age or ("child" if years < _CHILD else "adult" if years >= _ADULT else None)

    @property
    def named(self) -> bool:
        return bool(self.names)

    @property
    def surname(self) -> str:
        """The last word of the name, "" without one."""
        return self.label.casefold().split()[-1] if self.names else ""

    @property
    def label(self) -> str:
        """The fullest name: most words, then the longest, then the first."""
        if not self.names:
            return self.description
        return max(self.names, key=lambda name: (len(name.split()), len(name)))


class Kinship:
    """Who is what to whom, as far as the article said it before."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Role], list[Figure]] = defaultdict(list)

    def learn(self, owner: Figure, role: Role, other: Figure) -> None:
        """`other` is the `role` of `owner`."""
        if owner is other or owner.members or other.members:
            return
        self._add(owner, role, other)
        inverse: dict[Role, Role] = {
            "parent": "child", "child": "parent", "spouse": "spouse", "partner": "partner", "sibling": "sibling",
            "grandparent": "grandchild", "grandchild": "grandparent",
        }  # fmt: skip
        if role in inverse:
            self._add(other, inverse[role], owner)
        parent = {"parent": other, "child": owner}.get(role)
        if parent is not None:
            parent.age, parent.parent = "adult", True

    def _add(self, owner: Figure, role: Role, other: Figure) -> None:
        if all(known is not other for known in self._known[owner.number, role]):
            self._known[owner.number, role].append(other)

    def of(self, owner: Figure, role: Role, gender: Gender | None) -> list[Figure]:
        """Those known as the `role` of `owner`; of unknown gender too, if the other ones do not fit."""
        if owner.members:
            return self._shared(owner.members, role, gender)
        known = self._known.get((owner.number, role), [])
        if role == "sibling" and not known:
            parents = self._known.get((owner.number, "parent"), [])
            known = [c for p in parents for c in self._known.get((p.number, "child"), []) if c is not owner]
        if role == "parent":
            known = [*known, *self._step_parents(known)]
        if role in {"spouse", "partner"} and not known:
            other: Role = "partner" if role == "spouse" else "spouse"
            known = self._known.get((owner.number, other), [])
        return _fitting(known, gender)

    def _step_parents(self, parents: Iterable[Figure]) -> list[Figure]:
        """Whoever a parent is married to or lives with."""
        pairs = [f for p in parents for role in _BONDS for f in self._known.get((p.number, role), [])]
        return [f for f in pairs if all(f is not parent for parent in parents)]

    def roles(self, owner: Figure, other: Figure) -> set[Role]:
        """Everything that `other` is known to be to `owner`."""
        return {
            role for role in ROLES if any(f is other for f in self._known.get((owner.number, role), []))
        }

    def _shared(self, owners: Iterable[Figure], role: Role, gender: Gender | None) -> list[Figure]:
        found: list[Figure] = []
        for owner in owners:
            found += [f for f in self.of(owner, role, gender) if all(f is not other for other in found)]
        return found


def _fitting(known: list[Figure], gender: Gender | None) -> list[Figure]:
    exact = [figure for figure in known if gender is None or figure.gender == gender]
    return exact or [figure for figure in known if figure.gender is None]
