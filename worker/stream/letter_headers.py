"""The headers of dead letters: their names, and how to read those that a stranger may have written. Pure."""

from __future__ import annotations

from schemas.iso_time import parse_iso

ERRORS = "__streams.errors."  # of Kafka Streams (KIP-1034)
OURS = "nf-error-"
REPLAYS = "nf-replays"
REPLAY_OF = "nf-replay-of"

_COUNT_DIGITS = 6
_MOMENT_BYTES = 40  # an ISO 8601 time has 35 at most
MOST_COUNTED = 10**_COUNT_DIGITS - 1


def count(header: bytes | None) -> int:
    """What is no count of ours counts as nothing."""
    return int(header) if header and header.isdigit() and len(header) <= _COUNT_DIGITS else 0


def moment(header: bytes | None) -> bytes | None:
    """As it stands there if it is a moment, else None: of any size, it would be carried from letter to letter."""
    if not header or len(header) > _MOMENT_BYTES:
        return None
    try:
        return header if parse_iso(header.decode("ascii")).offset else None
    except ValueError:
        return None
