"""Rules for feasts that fall on the same day wherever they are kept, and those counted from Easter."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import feast_words, stamps
from worker.pipeline.annotate.times.rule import END, GAP, YEAR, Rule, alternation, rule, word_after, word_before
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.annotate.times.stamps import Tense


def _feast(match: re.Match[str]) -> Reading | None:
    name = " ".join(match["feast"].lower().replace("\u2019", "'").split()).replace("st. ", "st ")
    if name in feast_words.FEASTS_LOOSE and not match["year"] and not _stands_for_a_day(match):
        return None
    if word_before(match) == "canadian" or not match["feast"][0].isupper():
        return None
    if match["year"]:
        day = _feast_day(name, int(match["year"]))
        return stamps.of_day(day) if day else None
    last_or_next = word_before(match)
    return Relative(_nearest_feast(name, last_or_next), stamps.unresolved("XXXX-XX-XX"))


def _stands_for_a_day(match: re.Match[str]) -> bool:
    after = word_after(match)
    described = after.islower() and after not in feast_words.FEAST_FOLLOWED
    return word_before(match) in feast_words.FEAST_CUES and not described


def _nearest_feast(name: str, cue: str) -> Callable[[date, Tense], Stamp | None]:
    def at(anchor: date, tense: Tense) -> Stamp | None:
        days = [made for year in range(anchor.year - 1, anchor.year + 2) if (made := _feast_day(name, year))]
        if cue == "last" or (tense == "past" and cue != "next"):
            days = [made for made in days if made <= anchor][-1:]
        elif cue == "next" or tense == "future":
            days = [made for made in days if made >= anchor][:1]
        return stamps.of_day(min(days, key=lambda made: abs(made - anchor))) if days else None

    return at


def _feast_day(name: str, year: int) -> date | None:
    if not 1600 <= year < date.max.year:  # the computus below is the Gregorian one
        return None
    if name in feast_words.EASTER_FEASTS:
        return easter(year) + timedelta(days=feast_words.EASTER_FEASTS[name])
    if name in feast_words.WEEKDAY_FEASTS:
        return _weekday_feast(year, *feast_words.WEEKDAY_FEASTS[name])
    return date(year, *feast_words.FEASTS[name])


def _weekday_feast(year: int, month: int, weekday: int, number: int, more: int) -> date:
    """The `number`-th such weekday of the month, from its end if negative, and `more` days."""
    if number < 0:
        end = stamps.month_end(year, month)
        return end - timedelta(days=(end.weekday() - weekday) % 7 - more)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1) + more)


def easter(year: int) -> date:
    """Western Easter Sunday, by the Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skip + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


_NAMES = {*feast_words.FEASTS, *feast_words.EASTER_FEASTS, *feast_words.WEEKDAY_FEASTS}
_SAINTS = {name.replace("st ", "st. ") for name in _NAMES if name.startswith("st ")}
_FIRST_WORD = re.compile(r"[^ '-]{1,20}")
_OPENERS = {match.group() for match in map(_FIRST_WORD.match, _NAMES) if match}

RULES: Final[tuple[Rule, ...]] = (
    rule(_OPENERS, rf"(?P<feast>{alternation(_NAMES | _SAINTS)}){END}(?:{GAP}(?P<year>{YEAR}))?", _feast),
)
