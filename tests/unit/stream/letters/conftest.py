"""Letters as the worker makes them, for tests of what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Failed, Rejected
from worker.pipeline.values import Envelope
from worker.stream.dead_letters import dead_letter
from worker.stream.letters.letter import Letter, Place
from worker.stream.sizes import Sizes

if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = Place(0, 7)
RAW = "news.article.raw.v1"
REJECTED = Rejected(RejectReason.INVALID_FIELD, "decode", "/published", "it must be a date", "Send 2026-11-21.")


def make(
    payload: bytes = b'{"id": "a", "text": "A quiet day."}', *, outcome: Rejected | Failed = REJECTED,
    headers: tuple[tuple[str, bytes], ...] = (), key: bytes | None = b"k", place: Place = PLACE,
    topic: str = RAW, carried: int = 1 << 20, parked_ms: int = 1_000,
) -> Letter:
    of = Envelope(payload, key, headers, topic, 2, 17, 0, "2026-11-21T09:00:00Z")
    record = dead_letter("dlq", of, outcome, Sizes(1 << 20, {"dlq": carried}))
    return Letter(place, parked_ms, record.key, record.value, record.headers)


@pytest.fixture
def letter() -> Callable[..., Letter]:
    return make


@pytest.fixture
def failed() -> Failed:
    return Failed("KeyError", "extract", "'nobody'", "trace")


@pytest.fixture
def with_headers() -> Callable[..., Letter]:
    """A letter of foreign headers alone, as somebody else may write into the topic."""

    def made(*headers: tuple[str, bytes | None], payload: bytes | None = b"", **more: Any) -> Letter:
        return Letter(Place(0, 0), 0, None, payload, headers, **more)

    return made
