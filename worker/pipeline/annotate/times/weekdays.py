"""Rules for weekdays: the nearest such day in the direction of the tense, the day of the telling included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import (
    PART_OF_DAY,
    WEEKDAY,
    WHICH,
    WHICH_OPENERS,
    Rule,
    rule,
    weekday_of,
    word_after,
    word_before,
)
from worker.pipeline.annotate.times.stamps import Relative, Stamp, at_clock

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    from worker.pipeline.annotate.times.stamps import Reading, Tense


def _weekday(match: re.Match[str]) -> Reading | None:
    weekday = weekday_of(match["weekday"])
    cue, after = word_before(match), word_after(match)
    if weekday is None or cue in words.WEEKDAY_NAME_BEFORE or after.lower() in words.WEEKDAY_NAME_AFTER:
        return None
    if cue == "that":
        return stamps.unresolved(f"XXXX-WXX-{weekday + 1}")
    which = " ".join((match["which"] or "").lower().split())
    part = words.PARTS_OF_DAY[match["part"].lower()] if match["part"] else None
    at = Relative(_weekday_at(weekday, which), stamps.unresolved(f"XXXX-WXX-{weekday + 1}"), weekday=True)
    return at_clock(at, part)


def _weekday_at(weekday: int, which: str) -> Callable[[date, Tense], Stamp | None]:
    """The nearest such day in the tense's direction, the day itself included; "last" and "next" exclude it."""

    def at(anchor: date, tense: Tense) -> Stamp | None:
        back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
        if which in {"last", "this past", "past"}:
            days = -(back or 7)
        elif which in {"next", "this coming", "coming"}:
            days = ahead or 7
        else:
            days = ahead if tense == "future" or (which == "this" and tense == "unknown") else -back
        day = stamps.shifted_days(anchor, days)
        return stamps.of_day(day) if day else None

    return at


def _of_a_week(match: re.Match[str]) -> Reading | None:
    """As in "Monday of last week", "on Tuesday next week"."""
    weekday = weekday_of(match["weekday"])
    if weekday is None:
        return None
    weeks = {"last": -1, "next": 1}.get(match["which"].lower().split()[-1], 0)

    def at(anchor: date, _: Tense) -> Stamp | None:
        day = stamps.shifted_days(anchor, weekday - anchor.weekday() + 7 * weeks)
        return stamps.of_day(day) if day else None

    return Relative(at, stamps.unresolved(f"XXXX-WXX-{weekday + 1}"))


def _weekends(_: re.Match[str]) -> Reading:
    return Stamp("set", "XXXX-WXX-WE")


def _weekdays(match: re.Match[str]) -> Reading | None:
    """As in "on Sundays": a set."""
    weekday = weekday_of(match["weekday"])
    return Stamp("set", f"XXXX-WXX-{weekday + 1}") if weekday is not None else None


_OPENERS = frozenset(words.WEEKDAYS) | WHICH_OPENERS | {"early", "late"}

RULES: Final[tuple[Rule, ...]] = (
    rule(_OPENERS,
         rf"(?:(?:early|late)[ ](?:on[ ])?)?(?:{WHICH}[ ])?(?P<weekday>{WEEKDAY})(?:[ ](?P<part>{PART_OF_DAY}))?",
         _weekday),
    rule(words.WEEKDAYS, rf"(?P<weekday>{WEEKDAY})[ ](?:of[ ]|in[ ])?{WHICH}[ ]week(?![A-Za-z0-9-])", _of_a_week),
    rule({"weekends"}, r"weekends(?![A-Za-z0-9])", _weekends),
    rule({f"{day}s" for day in words.WEEKDAYS}, rf"(?P<weekday>{'|'.join(words.WEEKDAYS)})s(?![A-Za-z0-9])", _weekdays),
)  # fmt: skip
