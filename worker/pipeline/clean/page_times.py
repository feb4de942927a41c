"""When a page says it was published: its markup's statements, and the clock of the place where it was published."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from worker.pipeline.clean.published import read_iso, read_times
from worker.pipeline.values import LocalTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_TIMES: Final = 20  # statements that are read: a page makes 1 to 5, a list of teasers hundreds
_LONGEST: Final = 60  # characters of a statement
_UTC: Final = frozenset({"Z", "+00:00"})
_CLOCKED: Final = frozenset({"minute", "second"})
# Minutes by which clocks of the world differ from UTC: whole hours, and the half and quarter hours in use.
_OFFSETS: Final = frozenset(
    {60 * hour for hour in range(-11, 15) if hour} | {-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765}
)


def stated(values: Iterable[Any]) -> Sequence[LocalTime]:
    """What statements of the markup tell, in their order; those that are no time are passed over."""
    texts = (value[:_LONGEST] for value in islice(values, MAX_TIMES) if isinstance(value, str))
    return [time for time in map(_read, texts) if time]


def published_at(told: Sequence[LocalTime], day: str | None) -> LocalTime | None:
    """The first statement of `day` (trafilatura's) that tells a clock, else of that day, else the first of all.

    What markup states goes before a day that is read from the address or the text: measured on 150 pages of
    ../shared/data/cleaning, they differ on one, and there the statement is right.
    """
    same = [time for time in told if day and time.local.startswith(day)]
    clocked = (time for time in same if time.precision != "day")
    return next(clocked, None) or next(iter(same), None) or next(iter(told), None)


def locally(known: LocalTime, others: Iterable[LocalTime]) -> LocalTime:
    """A time of UTC as a clock on the page tells the same instant, else a day as the page tells its hour, else as is.

    A clock without an offset tells the instant if they differ by an offset that is in use; the offset is that
    difference, so none is invented.
    """
    for other in others:
        if known.offset in _UTC and (exact := _same_instant(known, other)):
            return exact
        if known.precision == "day" and other.precision != "day" and other.local.startswith(known.local):
            return other
    return known


def _read(text: str) -> LocalTime | None:
    return read_iso(text, "html") or read_times(text, "html").get("published")


def _same_instant(known: LocalTime, other: LocalTime) -> LocalTime | None:
    if not {known.precision, other.precision} <= _CLOCKED or other.offset in _UTC:
        return None
    ahead = _minutes(other) - _minutes(known)
    if other.offset is None:
        return LocalTime(other.local, _written(ahead), other.precision, other.source) if ahead in _OFFSETS else None
    return other if ahead == _read_offset(other.offset) else None


def _minutes(time: LocalTime) -> int:
    return (datetime.fromisoformat(time.local) - datetime.min) // timedelta(minutes=1)  # noqa: DTZ901 - both are local


def _read_offset(offset: str) -> int:
    return int(offset[0] + "1") * (60 * int(offset[1:3]) + int(offset[4:6]))


def _written(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
