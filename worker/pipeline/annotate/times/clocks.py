"""Rules for times of day; a clock becomes a full time only beside a day, else it stays unresolved ("T15:00").

Clocks without "am", "pm" or a zone need a preposition that asks for one: "10:20 left in the half" is a game clock.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import stamps
from worker.pipeline.annotate.times.rule import END, LONG, SHORT, Rule, alternation, rule, word_before

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading

_CUES: Final = frozenset(
    {"at", "by", "until", "till", "from", "before", "after", "around", "about", "since", "past", "between"}
)
_GAME: Final = re.compile(
    r"[ ](?:left|remaining|to[ ](?:play|go|spare)|into|mark|minutes?|finish|in[ ]the)", re.IGNORECASE
)
# As in "between 07:30 and 18:30".
_AFTER_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d(?:[ ](?:and|to|until)[ ]|[\u2013-])$")
_ZONE: Final = (
    r"(?:[ ]?(?P<zone>GMT|UTC|Z)|[ ](?:BST|CES?T|IST|JST|AES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T"
    rf"|Eastern|Pacific|local[ ]time)){END}"
)


def _twelve_hours(match: re.Match[str]) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return _clock(hour % 12 + (12 if match["half"] in "pP" else 0), minute, match["second"], match["zone"])


def _twenty_four_hours(match: re.Match[str]) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    asked = match["named"] is not None or word_before(match) in _CUES or _AFTER_CLOCK.search(
        match.string[max(0, match.start() - 12) : match.start()]
    )
    if hour > 23 or minute > 59 or not asked or _GAME.match(match.string, match.end()):
        return None
    return _clock(hour, minute, None, match["zone"])


def _with_part(match: re.Match[str]) -> Reading | None:
    """As in "6:30 in the morning", "8.30 last night" (whose half of the day the words behind it tell)."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 0 <= hour <= 23 or minute > 59:
        return None
    late = match["half"] and match["half"].lower() != "morning"
    return _clock(hour + 12 if late and hour < 12 else hour, minute, None, None)


def _clock(hour: int, minute: int, second: str | None, zone: str | None) -> Reading:
    seconds = f":{second}" if second else ""
    return stamps.unresolved(f"T{hour:02}:{minute:02}{seconds}{'Z' if zone else ''}", "time")


def _o_clock(match: re.Match[str]) -> Reading | None:
    """The words "five o'clock" do not tell which half of the day; only what TIMEX3 can say is kept."""
    hour = numbers.read(match["hour"].lower())
    return stamps.unresolved(f"T{int(hour):02}", "time") if hour is not None and 1 <= hour <= 12 else None


def _named(match: re.Match[str]) -> Reading | None:
    if match["name"][0].isupper() and word_before(match) not in _CUES:
        return None
    return _clock(12 if match["name"].lower() != "midnight" else 0, 0, None, None)


_HOURS = alternation(word for word, value in numbers.ONES.items() if 1 <= value <= 12)
RULES: Final[tuple[Rule, ...]] = (
    rule({SHORT}, r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?)?[ \u00a0]?(?P<half>[ap])"
         rf"(?:\.[ ]?m\.|\.?m{END})(?:{_ZONE})?", _twelve_hours),
    rule({SHORT}, rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?P<named>{_ZONE}|[ ]hours{END})", _twenty_four_hours),
    rule({SHORT}, r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<named>(?!))?(?P<zone>(?!))?(?![\w:.]\w)", _twenty_four_hours),
    rule({SHORT}, r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?[ ](?:in[ ]the[ ]|at[ ])"
         rf"(?P<half>morning|afternoon|evening|night){END}", _with_part),
    rule({SHORT}, r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<half>(?!))?(?=[ ](?:this|last|yesterday|tomorrow|on)[ ]"
         r"(?:morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|[ ]tonight)", _with_part),
    rule({LONG}, rf"(?P<hour>\d\d)(?P<minute>\d\d)(?P<named>[ ]?(?P<zone>GMT|UTC){END}|[ ]hours{END})",
         _twenty_four_hours),
    rule({SHORT, *_HOURS.split("|")}, rf"(?P<hour>\d{{1,2}}|{_HOURS})[ ]o['\u2019]clock{END}", _o_clock),
    rule({"noon", "midday", "midnight"}, rf"(?P<name>noon|midday|midnight){END}", _named),
)  # fmt: skip
