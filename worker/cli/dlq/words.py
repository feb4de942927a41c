"""A letter in words and as JSON."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from worker.cli.terminal import safe

if TYPE_CHECKING:
    from worker.stream.letters.choice import State
    from worker.stream.letters.letter import Letter

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_MS: Final = 253_402_300_799_999  # the end of the year 9999: what datetime can name

LINE_CHARS = 160  # of what strangers wrote, in a list
NAME_CHARS = 200


def iso(ms: int) -> str:
    """RFC 3339, UTC; a record without a timestamp has -1."""
    if not 0 <= ms <= _LONGEST_MS:
        return "unknown"
    return (_EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="seconds").replace("+00:00", "Z")


def why(letter: Letter) -> str:
    """Field, rule and fix, or what our own code said; foreign words, not yet safe."""
    reason = letter.reason
    if reason is None:
        return letter.told("__streams.errors.message")
    if reason.field is None and reason.rule is None:
        return reason.message or ""
    return f"{reason.field}: {reason.rule}. {reason.fix}"


def line(letter: Letter, state: State) -> str:
    """One line a letter, safe for a terminal."""
    again = f"  replays={letter.replays}" if letter.replays else ""
    words = f"{letter.code} in {letter.stage}  key={safe(letter.key, 60)}  from={letter.origin or 'unknown'}{again}"
    told = safe(why(letter), LINE_CHARS)
    return f"{letter.place!s:<10} {iso(letter.parked_ms)} {state:<9} {safe(words, 400)}  {told}"


def summary(letter: Letter, state: State) -> dict[str, Any]:
    """What `ls --json` tells: all but headers and payload."""
    return {
        "letter": str(letter.place), "state": state, "parked": iso(letter.parked_ms), "code": letter.code,
        "stage": letter.stage, "fault": letter.fault, "attempt": letter.attempt, "replays": letter.replays,
        **_told("key", letter.key), "from": str(letter.origin) if letter.origin else None,
        "size_bytes": len(letter.payload or b""), "pointer": letter.pointer is not None, "why": why(letter),
    }


def lossless(letter: Letter, state: State, topic: str) -> dict[str, Any]:
    """Every byte of the record: text where it is UTF-8, else base64 under another name; headers in their order."""
    return {
        "letter": str(letter.place), "topic": topic, "partition": letter.place.partition,
        "offset": letter.place.offset, "state": state, "parked_ms": letter.parked_ms,
        **_told("key", letter.key),
        "headers": [{"name": name} | _told("value", value) for name, value in letter.headers],
        **_told("payload", letter.payload),
    }


def _told(name: str, value: bytes | None) -> dict[str, str | None]:
    if value is None:
        return {name: None}
    try:
        return {name: value.decode()}
    except UnicodeDecodeError:
        return {f"{name}_base64": base64.b64encode(value).decode("ascii")}
