"""Which letters somebody dealt with, and the record that says so. Pure."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, Literal

from schemas.codec import decode, encode
from schemas.dead_letter import DeadLetterMark
from worker.stream.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.settings import Topics
    from worker.stream.letters.choice import State
    from worker.stream.letters.letter import Letter

FORGOTTEN: Final = 10_000  # marks at most that one run clears away: a megabyte

_STATES: Final[tuple[State, ...]] = ("open", "replayed", "discarded")


class Marks:
    """Eight bytes an offset of a partition that has any: a million letters need 8 MB, however many marks there are.

    A number is the letter's timestamp and, in its two lowest bits, its state: a mark of a letter that lay at the
    same address of an earlier topic of that name has another timestamp, and says nothing.
    """

    def __init__(self, topic: str, spans: Mapping[int, range]) -> None:
        self._topic = topic
        self._spans = spans
        self._numbers: dict[int, array[int]] = {}
        self._gone: dict[bytes, None] = {}

    @property
    def gone(self) -> tuple[bytes, ...]:
        """Keys of marks whose letters have passed their retention: nobody will ask for them again."""
        return tuple(self._gone)

    def put(self, key: bytes | None, value: bytes | None) -> None:
        """Take a record of the state topic, in its order; what is no mark of our letters is passed over."""
        if value is None:
            self._gone.pop(key or b"", None)
        try:
            mark = decode(DeadLetterMark, value or b"")
        except ValueError:
            return
        span = self._spans.get(mark.partition)
        if mark.topic != self._topic or span is None:
            return
        if mark.offset in span:
            numbers = self._numbers.setdefault(mark.partition, array("q", bytes(8 * len(span))))
            numbers[mark.offset - span.start] = mark.parked_ms << 2 | _STATES.index(mark.state)
        elif mark.offset < span.start and key is not None and len(self._gone) < FORGOTTEN:
            self._gone[key] = None

    def of(self, letter: Letter) -> State:
        span, numbers = self._spans.get(letter.place.partition, range(0)), self._numbers.get(letter.place.partition)
        if numbers is None or letter.place.offset not in span:
            return "open"
        number = numbers[letter.place.offset - span.start]
        return _STATES[number & 3] if number >> 2 == letter.parked_ms else "open"


def mark_record(
    topics: Topics, letter: Letter, state: Literal["replayed", "discarded"], at: str, because: str | None = None
) -> Record:
    """`at`: RFC 3339, UTC."""
    mark = DeadLetterMark(
        topic=topics.dead_letter, partition=letter.place.partition, offset=letter.place.offset,
        parked_ms=letter.parked_ms, state=state, at=at, because=because,
    )
    return Record(topics.dead_letter_state, f"{topics.dead_letter}/{letter.place}".encode(), encode(mark))
