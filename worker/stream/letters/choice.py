"""Which letters are meant. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from worker.stream.letters.letter import Letter, Place

State: TypeAlias = Literal["open", "replayed", "discarded"]


@dataclass(frozen=True, slots=True)
class Choice:
    """All that is given must hold; what is empty or None asks for nothing. `limit` 0: without end.

    `since_ms` and `until_ms` are of the letter, not of its article: from the first, and before the second.
    """

    states: frozenset[State] = frozenset({"open"})
    places: frozenset[Place] = frozenset()
    reasons: frozenset[str] = frozenset()
    key: bytes | None = None
    since_ms: int | None = None
    until_ms: int | None = None
    limit: int = 0

    @property
    def is_everything(self) -> bool:
        """Nobody said which: every letter of these states."""
        return not (self.places or self.reasons or self.limit) and (self.key, self.since_ms, self.until_ms) == (
            None, None, None,
        )

    def fits(self, letter: Letter, state: State) -> bool:
        return (
            state in self.states
            and (not self.places or letter.place in self.places)
            and (not self.reasons or letter.code in self.reasons)
            and (self.key is None or letter.key == self.key)
            and (self.since_ms is None or letter.parked_ms >= self.since_ms)
            and (self.until_ms is None or letter.parked_ms < self.until_ms)
        )

    def within(self, partition: int, span: range) -> range:
        """The part of a partition in which such letters can lie at all."""
        if not self.places:
            return span
        offsets = [place.offset for place in self.places if place.partition == partition and place.offset in span]
        return range(min(offsets), max(offsets) + 1) if offsets else range(0)
