"""ISO 8601 dates and times as producers write them, to one form; no zone is invented."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final, Literal, NamedTuple, TypeAlias

IsoPrecision: TypeAlias = Literal["year", "month", "day", "minute", "second"]

# Extended ("2019-05-16T14:32:05+02:00") and basic ("20190516T143205Z") form; every repeat is bounded.
_ISO: Final = re.compile(
    r"(?P<year>\d{4})"
    r"(?:(?P<dash>-?)(?P<month>\d{2})(?:(?P=dash)(?P<day>\d{2}))?)?"
    r"(?:[Tt ](?P<hour>\d{2})(?P<colon>:?)(?P<minute>\d{2})"
    r"(?:(?P=colon)(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r" ?(?P<offset>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
_FRACTION: Final = re.compile(r"[.,](\d{1,9})", re.ASCII)


class IsoTime(NamedTuple):
    """`local`: "2019", "2019-05", "2019-05-16", "2019-05-16T14:32" or with seconds; `offset`: "Z", "+02:00" or None."""

    local: str
    offset: str | None
    precision: IsoPrecision

    def __str__(self) -> str:
        return self.local + (self.offset or "")


def parse_iso(text: str) -> IsoTime:
    """Fractions of a second are dropped; "-00:00" says that the offset is unknown (RFC 3339 4.3). Raises ValueError."""
    match = _ISO.fullmatch(text.strip())
    if match is None or (match["month"] and match["dash"] == "" and match["day"] is None):
        raise ValueError("not an ISO 8601 date or time")  # "201905" is no ISO form
    year, month, day = match["year"], match["month"], match["day"]
    if match["hour"] is None:
        _check(year, month, day)
        written = "-".join(part for part in (year, month, day) if part)
        return IsoTime(written, None, "day" if day else "month" if month else "year")
    if day is None:
        raise ValueError("a time needs a full date")
    clock = tuple(part for part in match.group("hour", "minute", "second") if part)
    _check(year, month, day, clock)
    local = f"{year}-{month}-{day}T{':'.join(clock)}"
    return IsoTime(local, _offset(match["offset"]), "second" if match["second"] else "minute")


def instant(text: str) -> datetime:
    """The moment, for comparing versions. Reads a missing part as the first, a missing offset as UTC."""
    told = parse_iso(text)
    day, _, clock = told.local.partition("T")
    full = day + "0001-01-01"[len(day) :] + "T" + (clock or "00:00")
    fraction = _FRACTION.search(text)
    moment = datetime.fromisoformat(full + (told.offset or "Z"))
    return moment.replace(microsecond=int(fraction[1].ljust(6, "0")[:6])) if fraction else moment


def _check(year: str, month: str | None, day: str | None, clock: tuple[str, ...] = ()) -> None:
    """Raises ValueError for the 30th of February, the 25th hour and the year 0."""
    date(int(year), int(month or 1), int(day or 1))
    time.fromisoformat(":".join(clock) or "00:00")


def _offset(offset: str | None) -> str | None:
    if offset is None or offset in {"-00:00", "-0000", "-00"}:
        return None
    if offset in {"Z", "z"}:
        return "Z"
    hours, minutes = offset[:3], offset[3:].removeprefix(":") or "00"
    if int(hours[1:]) > 14 or int(minutes) > 59:  # noqa: PLR2004 - +14:00 is the largest offset in use
        raise ValueError("no such offset from UTC")
    return "Z" if (hours[1:], minutes) == ("00", "00") else f"{hours}:{minutes}"
