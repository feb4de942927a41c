"""When an article says it was published: dates and times as mastheads, bylines and crawlers write them.

Only forms that stand alone on a metadata line are read here; dates in running text belong to another stage.
No zone is invented: an offset comes from an ISO offset or from a zone name that stands for one offset.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from worker.pipeline.values import LocalTime

if TYPE_CHECKING:
    from worker.pipeline.values import Precision

Source: TypeAlias = Literal["producer", "text", "html"]
Role: TypeAlias = Literal["published", "updated"]

# Digits are [0-9] here: \d takes those of every script, and what is read is told as it stands.
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)[0-9][0-9])\b"
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>[01]?[0-9])-{_DAY}(?:T(?=[0-9])|\b)",
        rf"\b{_YEAR}/(?P<month>[01]?[0-9])/{_DAY}\b",
        rf"\b{_MONTH}\s{{0,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"\b{_DAY}(?:\s{{1,3}}of)?[\s-]{{1,3}}{_MONTH},?[\s-]{{1,3}}{_YEAR}",
        rf"\b(?P<one>[0-3]?[0-9])(?P<mark>[/.-])(?P<two>[0-3]?[0-9])(?P=mark){_YEAR}",
    )
)

# What a zone name stands for; None where it names several offsets ("ET" is two a year, "IST" three countries).
_ZONES: dict[str, str | None] = {
    "z": "Z", "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eest": "+03:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00",
    "aest": "+10:00", "aedt": "+11:00", "acst": "+09:30", "awst": "+08:00", "nzst": "+12:00", "nzdt": "+13:00",
    "jst": "+09:00", "hkt": "+08:00", "sgt": "+08:00", "pkt": "+05:00", "sast": "+02:00", "eat": "+03:00",
    "wat": "+01:00", "et": None, "ct": None, "mt": None, "pt": None, "ist": None, "ast": None, "gst": None,
}  # fmt: skip
_NAMED = "|".join(sorted(_ZONES, key=len, reverse=True))
_ZONE = rf"(?:\s?\(?(?P<zone>{_NAMED})\b\)?|(?P<offset>[+-][0-9][0-9]:?[0-9][0-9])\b)?"
_HALF = r"\s?(?P<half{0}>[ap])\.?\s?m\b\.?"
_CLOCK = re.compile(
    r"(?:(?<![\w:.])|(?<=[0-9]T))(?P<hour>[0-2]?[0-9])"
    r"(?:[:.h](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    rf"(?:{_HALF.format('')})?|{_HALF.format('_only')}){_ZONE}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:(?:[0-9]{1,3}|an?|one)\s?(?:s|sec|m|mins?|h|hrs?|d|w|mo|y|seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
    r"\s?(?:ago\b)|just now\b|yesterday\b|today\b)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<updated>(?:last )?(?:updated?|modified|edited))\b"
    r"|\b(?P<published>(?:first |originally )?(?:published?|posted|created|issued|release date|date))\b",
    re.IGNORECASE,
)
_LINK_WORDS = re.compile(
    rf"\b(?:[0-9]{{1,2}}[ -]min(?:ute)?s?(?: read)?|on|at|in|the|time|local|and|{_WEEKDAY})(?![a-z])", re.IGNORECASE
)
_ISO = re.compile(
    r"(?P<date>(?P<year>[0-9]{4})(?:-(?P<month>[0-9][0-9])(?:-(?P<day>[0-9][0-9]))?)?)"
    r"(?:[T ](?P<hour>[0-9][0-9])(?::?(?P<minute>[0-5][0-9])(?::?(?P<second>[0-5][0-9])(?:[.,][0-9]{1,9})?)?)?"
    r"\s?(?P<offset>Z|[+-][01][0-9](?::?[0-5][0-9])?)?)?",
    re.IGNORECASE,
)
_HINT = re.compile(r"[0-9]|\b(?:ago|now|yesterday|today)\b", re.IGNORECASE)
MAX_CHARS = 140  # a longer line is no dateline


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with the offset told beside it."""

    hour: int
    minute: int | None
    second: int | None
    offset: str | None


def is_time_line(line: str) -> bool:
    """Whether nothing but dates, times and the words that lead to them is on the line."""
    rest = without_times(line)
    return rest is not None and not any(c.isalnum() for c in rest)


def without_times(line: str) -> str | None:
    """The line with a bar in place of its dates and times and the words that lead to them; None if it has none."""
    if len(line) > MAX_CHARS or not _HINT.search(line):
        return None
    rest, found = line, 0
    for pattern in (*_DATES, _CLOCK, _AGO):
        rest, count = pattern.subn(" | ", rest)
        found += count
    return _LINK_WORDS.sub(" ", _ROLE.sub(" ", rest)) if found else None


def read_times(line: str, source: Source) -> dict[Role, LocalTime]:
    """What a line tells of publication and update; a bare date is the publication's."""
    times: dict[Role, LocalTime] = {}
    for role, words in _by_role(line[:MAX_CHARS]):
        when = _read(words, source)
        if when and role not in times:
            times[role] = when
    return times


def read_clock(line: str) -> Clock | None:
    """The first time of day on a line."""
    for match in _CLOCK.finditer(line[:MAX_CHARS]):
        half = match["half"] or match["half_only"]
        hour = int(match["hour"])
        if half:
            hour = hour % 12 + (12 if half in "pP" else 0)
        if hour < 24:
            offset = _iso_offset(match["offset"]) if match["offset"] else _ZONES.get((match["zone"] or "").lower())
            return Clock(hour, _number(match["minute"]), _number(match["second"]), offset)
    return None


def at_clock(day: LocalTime, clock: Clock) -> LocalTime:
    """A day made precise by a time of day that stands beside it."""
    if day.precision != "day":
        return day
    local, precision = _with_clock(day.local, clock)
    return LocalTime(local, clock.offset, precision, day.source)


def read_iso(value: str, source: Source) -> LocalTime | None:
    """An ISO 8601 date or time to the precision it has; None if it is none."""
    match = _ISO.fullmatch(value.strip())
    if match is None:
        return None
    month, day = _number(match["month"]), _number(match["day"])
    if not _exists(int(match["year"]), month or 1, day or 1):
        return None
    if day is None or match["hour"] is None:
        precision: Precision = "day" if day else "month" if month else "year"
        return LocalTime(match["date"], None, precision, source)
    offset = _iso_offset(match["offset"]) if match["offset"] else None
    clock = Clock(int(match["hour"]), _number(match["minute"]), _number(match["second"]), offset)
    local, precision = _with_clock(match["date"], clock)
    return LocalTime(local, offset, precision, source) if clock.hour < 24 else None


def _by_role(line: str) -> list[tuple[Role, str]]:
    roles: list[tuple[Role, str]] = []
    role: Role = "published"
    start = 0
    for match in _ROLE.finditer(line):
        roles.append((role, line[start : match.start()]))
        role, start = ("updated" if match["updated"] else "published"), match.end()
    return [*roles, (role, line[start:])]


def _read(words: str, source: Source) -> LocalTime | None:
    for pattern in _DATES:
        match = pattern.search(words)
        day = _day(match) if match else None
        if match and day:
            when = LocalTime(day, None, "day", source)
            clock = read_clock(words[match.end() :]) or read_clock(words[: match.start()])
            return at_clock(when, clock) if clock else when
    return None


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "one" in parts:
        return _ordered_day(year, int(parts["one"]), int(parts["two"]), parts["mark"])
    month = _MONTHS[parts["name"][:3].lower()] if "name" in parts else int(parts["month"])
    return _iso_day(year, month, int(parts["day"]))


def _ordered_day(year: int, one: int, two: int, mark: str) -> str | None:
    """12/31 and 31/12 tell their order, 03/04 does not and gives nothing; with points it is day.month."""
    if mark == "." or one > 12 or one == two:
        return _iso_day(year, two, one)
    return _iso_day(year, one, two) if two > 12 else None


def _iso_day(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if _exists(year, month, day) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _with_clock(day: str, clock: Clock) -> tuple[str, Precision]:
    if clock.minute is None:
        return f"{day}T{clock.hour:02}", "hour"
    if clock.second is None:
        return f"{day}T{clock.hour:02}:{clock.minute:02}", "minute"
    return f"{day}T{clock.hour:02}:{clock.minute:02}:{clock.second:02}", "second"


def _iso_offset(offset: str) -> str:
    if offset in "zZ":
        return "Z"
    digits = offset[1:].replace(":", "")
    return f"{offset[0]}{digits[:2]}:{digits[2:] or '00'}"


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
