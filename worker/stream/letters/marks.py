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

    def put(self, value: bytes) -> None:
        """Take a record of the state topic; what is no mark of a letter that is still there is passed over."""
        try:
            mark = decode(DeadLetterMark, value)
        except ValueError:
            return
        span = self._spans.get(mark.partition, range(0))
        if mark.topic != self._topic or mark.offset not in span:
            return
        numbers = self._numbers.setdefault(mark.partition, array("q", bytes(8 * len(span))))
        numbers[mark.offset - span.start] = mark.parked_ms << 2 | _STATES.index(mark.state)

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
