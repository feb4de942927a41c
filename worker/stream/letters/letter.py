"""A dead letter as it lies in its topic: what came, why it is here, and how often it was sent again. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from schemas.codec import decode
from schemas.dead_letter import DeadLetterPointer, DeadLetterReason
from worker.stream.letter_headers import ERRORS, OURS, REPLAY_OF, REPLAYS, count
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord

Headers: TypeAlias = tuple[tuple[str, bytes | None], ...]

_PLACE = re.compile(r"(\d{1,9})/(\d{1,18})", re.ASCII)
_POINTER_TYPE = b"io.newsfacts.article.dead_lettered.v1"
_UNREADABLE = b"unreadable_batch"
_ADDRESS_DIGITS = 18  # of a 64 bit offset


class Place(NamedTuple):
    """Where a letter lies in the dead letter topic: its name on the command line is `partition/offset`."""

    partition: int
    offset: int

    def __str__(self) -> str:
        return f"{self.partition}/{self.offset}"

    @classmethod
    def parse(cls, text: str) -> Place:
        """Raises ValueError."""
        match = _PLACE.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} names no dead letter")
        return cls(int(match[1]), int(match[2]))


class Origin(NamedTuple):
    """Where the article came from."""

    topic: str
    partition: int
    offset: int

    def __str__(self) -> str:
        return f"{self.topic}/{self.partition}/{self.offset}"


@dataclass(frozen=True, slots=True)
class Letter:
    """Headers are foreign input: whatever is in them, no property raises; what cannot be read counts as not there.

    `headers`: in their order, doubles included; None is Kafka's null. `parked_ms`: when it became a dead letter.
    """

    place: Place
    parked_ms: int
    key: bytes | None
    payload: bytes | None
    headers: Headers

    def last(self, name: str) -> bytes | None:
        """The last header of that name: ours stand behind the producer's."""
        return next((value for key, value in reversed(self.headers) if key == name), None)

    def told(self, name: str) -> str:
        return (self.last(name) or b"").decode("utf-8", "replace")

    @property
    def code(self) -> str:
        """The reason in one word; of a letter that another program wrote, its exception."""
        return self.told("nf-error-code") or self.told(f"{ERRORS}exception") or "unknown"

    @property
    def stage(self) -> str:
        return self.told("nf-error-stage") or "unknown"

    @property
    def fault(self) -> str:
        return self.told("nf-error-fault") or "unknown"

    @property
    def attempt(self) -> int:
        return count(self.last("nf-error-attempt"))

    @property
    def replays(self) -> int:
        """How often it was sent again before it came here."""
        return count(self.last(REPLAYS))

    @property
    def reason(self) -> DeadLetterReason | None:
        try:
            return decode(DeadLetterReason, self.last("nf-error-detail-json") or b"")
        except ValueError:
            return None

    @property
    def origin(self) -> Origin | None:
        partition, offset = (_address(self.last(f"{ERRORS}{name}")) for name in ("partition", "offset"))
        topic = self.told(f"{ERRORS}topic")
        return Origin(topic, partition, offset) if topic and partition is not None and offset is not None else None

    @property
    def pointer(self) -> DeadLetterPointer | None:
        """What stands here instead of an original that was too large.

        Only one that points where our own headers say the article came from: a producer who writes such an event
        himself cannot make a replay read another topic.
        """
        if self.last("ce_type") != _POINTER_TYPE:
            return None
        try:
            pointer = decode(DeadLetterPointer, self.payload or b"")
        except ValueError:
            return None
        return pointer if self.origin == (pointer.topic, pointer.partition, pointer.offset) else None

    def restored(self, key: bytes | None, payload: bytes, headers: Headers) -> Letter:
        """The letter with the original in it that its pointer stands for."""
        own = tuple(one for one in self.headers if one[0].startswith((ERRORS, OURS)) or one[0] in {REPLAYS, REPLAY_OF})
        names = {name for name, _ in own}
        foreign = tuple(one for one in headers if one[0] not in names)
        return replace(self, key=key, payload=payload, headers=(*foreign, *own))


def letter(record: ConsumerRecord) -> Letter:
    """A batch that somebody else wrote and nobody can read is one letter that says so (batches.py)."""
    headers = tuple(record.headers)
    if isinstance(record.value, Withheld):
        headers = (*headers, ("nf-error-code", _UNREADABLE), (f"{ERRORS}message", record.value.why.encode()))
    return Letter(Place(record.partition, record.offset), record.timestamp, record.key, record.value, headers)


def _address(header: bytes | None) -> int | None:
    return int(header) if header and header.isdigit() and len(header) <= _ADDRESS_DIGITS else None
