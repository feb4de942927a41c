"""Finds the expressions of a text with what their words say: the longest rule wins where several match."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import absolute, clocks, durations, relative, stamps
from worker.pipeline.annotate.times.rule import DIGIT, Rule
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp, mapped
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as worded, before it is resolved."""

    span: Span
    reading: Reading


def _by_opener(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for word in rule.opens:
            table[word].append(rule)
    return {word: tuple(found) for word, found in table.items()}


_RULES: Final = _by_opener((*absolute.RULES, *relative.RULES, *clocks.RULES, *durations.RULES))
# A word that no letter or digit touches, or the first digit of a number that nothing is glued to.
_START: Final = re.compile(r"(?<![A-Za-z0-9_@#&])(?<![A-Za-z0-9][’'-])(?:[A-Za-z]{1,14}|(?<![.,:$£€¥/+])\d)")


def scan(text: str, blocked: Sequence[Span]) -> tuple[Found, ...]:
    """All expressions in order, none overlapping another or cutting into a blocked span."""
    names = sorted(blocked)
    reach = _reaches(names)
    first_is_day = absolute.day_first(text)
    found: list[Found] = []
    end = 0
    for start in _START.finditer(text):
        if start.start() < end:
            continue
        hit = _longest(text, start, first_is_day=first_is_day)
        if hit is not None and not _cuts(names, reach, hit.span):
            found.append(hit)
            end = hit.span.end
    return tuple(_merged(text, found))


def _longest(text: str, start: re.Match[str], *, first_is_day: bool) -> Found | None:
    word = start.group().lower()
    at = start.start()
    if word.isdigit():
        numeric = absolute.NUMERIC.match(text, at)
        stamp = absolute.numeric(numeric, first_is_day=first_is_day) if numeric else None
        if numeric and stamp:
            return Found(Span(at, numeric.end()), stamp)
        word = DIGIT
    matches = [(match, rule) for rule in _RULES.get(word, ()) if (match := rule.pattern.match(text, at))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        reading = rule.read(match)
        if reading is not None:
            return Found(Span(*match.span("core" if "core" in rule.pattern.groupindex else 0)), reading)
    return None


def _reaches(names: Sequence[Span]) -> tuple[int, ...]:
    """For each span the furthest end up to it, so that one binary search tells of an overlap."""
    reach, ends = 0, []
    for name in names:
        reach = max(reach, name.end)
        ends.append(reach)
    return tuple(ends)


def _cuts(names: Sequence[Span], reach: Sequence[int], span: Span) -> bool:
    """A name reaches out of the span; a name that lies within ("May" in "May 16") or equals it may be a date."""
    last = bisect_right(names, Span(span.end - 1, 2**62)) - 1
    while last >= 0 and reach[last] > span.start:
        if names[last].overlaps(span) and not span.covers(names[last]):
            return True
        last -= 1
    return False


# ------------------------------------------------------------------------------------- neighbours become one

_TO: Final = re.compile(r"[ ]?[-–—][ ]?|[ ](?:to|through|until|till)[ ](?:the[ ])?", re.IGNORECASE)
_AND: Final = re.compile(r"[ ]and[ ]", re.IGNORECASE)
_TO_CLOCK: Final = re.compile(r"(?:,?[ ](?:(?:at|around|about|by|from)[ ])?(?:about[ ]|around[ ])?)", re.IGNORECASE)
_TO_DAY: Final = re.compile(r",?[ ](?:on[ ]|this[ ])?", re.IGNORECASE)
_NEXT_LINE: Final = re.compile(r"[ ]?\n[ ]?")
_LONGEST_GAP = 16


def _merged(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Ranges and days with a clock are one expression: "from Monday to Friday", "3 p.m. on Thursday"."""
    held: Found | None = None
    for current in found:
        if held is None:
            held = current
            continue
        union = _union(text, held, current)
        if union is None:
            yield held
            held = _on_next_line(text, held, current)
        else:
            held = union
    if held is not None:
        yield held


def _union(text: str, left: Found, right: Found) -> Found | None:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _LONGEST_GAP:
        return None
    whole = Span(left.span.start, right.span.end)
    clock, day = _clock(left.reading), _clock(right.reading)
    if day and _TO_CLOCK.fullmatch(gap) and _is_day(left.reading):
        return Found(whole, at_clock(left.reading, day))
    if clock and _TO_DAY.fullmatch(gap) and _is_day(right.reading):
        return Found(whole, at_clock(right.reading, clock))
    between = _AND.fullmatch(gap) and text[max(0, left.span.start - 8) : left.span.start].lower() == "between "
    if (_TO.fullmatch(gap) or between) and _is_date(left.reading) and _is_date(right.reading):
        joined = absolute.joined(left.reading, right.reading)
        return Found(whole, joined) if joined else None
    return None


def _on_next_line(text: str, left: Found, right: Found) -> Found:
    """A clock on the line below a date belongs to that day."""
    clock = _clock(right.reading)
    gap = text[left.span.end : right.span.start]
    if clock and len(gap) <= _LONGEST_GAP and _NEXT_LINE.fullmatch(gap) and _is_day(left.reading):
        return replace(right, reading=at_clock(left.reading, clock))
    return right


def _clock(reading: Reading) -> str | None:
    if isinstance(reading, Stamp) and reading.kind == "time" and reading.timex3[:1] == "T":
        return reading.timex3
    return None


def _is_day(reading: Reading) -> bool:
    """ "XXXX-XX-XX", "XXXX-WXX-4" and ISO days have ten characters and no interval in them."""
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    return stamp.kind == "date" and len(stamp.timex3) == 10 and "/" not in stamp.timex3


def _is_date(reading: Reading) -> bool:
    stamp = reading if isinstance(reading, Stamp) else reading.unresolved
    if stamp.kind != "date" or "/" in stamp.timex3:
        return False
    return isinstance(reading, Relative) or stamp.first is not None


def at_clock(reading: Reading, clock: str) -> Reading:
    timed = mapped(reading, lambda stamp: stamps.of_clock(stamp.first, clock) if stamp.first else None)
    if isinstance(timed, Relative):
        return replace(timed, unresolved=stamps.unresolved(f"{timed.unresolved.timex3}{clock}", "time"))
    return timed


# ---------------------------------------------------------------------------------- words before that change it

_BY: Final = re.compile(r"(?:\bby|\bno later than|\bnot later than)[ ](?:(?:about|around|the end of|late|early)[ ])?$", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"(?:\babout|\baround|\broughly|\bapproximately|\bcirca|\bc\.|\bnearly|\balmost|\bsome|\bover|\bmore than|\bless than)[ ]$",
    re.IGNORECASE,
)
_WINDOW = 24  # the longest of them with their spaces


def cued(text: str, found: Found) -> Found:
    """ "by Friday" bounds the day, "around 2010" makes it approximate; the words are no part of the span."""
    before = text[max(0, found.span.start - _WINDOW) : found.span.start]
    if _BY.search(before):
        return replace(found, reading=mapped(found.reading, stamps.no_later_than))
    if _ABOUT.search(before):
        return replace(found, reading=mapped(found.reading, stamps.approximate))
    return found

