"""Finds the expressions of a text with what their words say: the longest rule wins where several match."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.times import (
    ages,
    anaphora,
    clocks,
    days,
    durations,
    feasts,
    periods,
    recurring,
    relative,
    terms,
    weekdays,
    years,
)
from worker.pipeline.annotate.times.neighbours import merged
from worker.pipeline.annotate.times.rule import COUNT, LONG, NUMBER, SHORT, UNIT, Found, Rule
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def _by_opener(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for word in rule.opens:
            table[word].append(rule)
    return {word: tuple(found) for word, found in table.items()}


# Places of a text at which rules are tried. The densest of 888 news articles has 37,000 in a million characters (a
# common one 10,000); what has more is no article, and a hostile one gets no more than about a second.
MOST_PLACES = 40_000
# Of rules that match equally far, those of the file named first win: "a year" behind a price recurs.
_FILES: Final = (days, years, terms, feasts, relative, anaphora, periods, weekdays, clocks, recurring, durations, ages)
_RULES: Final = _by_opener([rule for file in _FILES for rule in file.RULES])
# A word that no letter or digit touches, or a number that nothing is glued to.
_START: Final = re.compile(
    r"(?<![A-Za-z0-9_@#&])(?<![A-Za-z0-9][\u2019'-])"
    r"(?:(?P<word>[A-Za-z]{1,14})|(?<![.,:$£€¥/+])(?P<number>\d{1,15}))"
)
_NEXT: Final = re.compile(r"[ \u00a0-]['\u2018\u2019]?([A-Za-z]{1,14}|\d)")
_COUNT: Final = re.compile(rf"{NUMBER}[ -](?:[a-z]{{4,11}}[ ])?{UNIT}", re.IGNORECASE)
_NUMBER_WORDS: Final = frozenset({"a", "an", "half", *numbers.ONES, *numbers.TENS})
_FIRST_WORDS: Final = _NUMBER_WORDS | {opener.split(" ")[0] for opener in _RULES}  # so that most words cost one look
_A_NUMBER: Final = frozenset({"dozen", "couple", "half", "quarter", *numbers.SCALES})


def scan(text: str, blocked: Sequence[Span]) -> tuple[Found, ...]:
    """All expressions in order, none overlapping another or cutting into a blocked span."""
    names = sorted(blocked)
    reach = _reaches(names)
    first_is_day = days.day_first(text)
    found: list[Found] = []
    end = 0
    for start, rules in islice(_places(text), MOST_PLACES):
        if start.start() < end:
            continue
        hit = _longest(text, start, rules, first_is_day=first_is_day)
        if hit is not None and not _cuts(names, reach, hit.span):
            found.append(hit)
            end = hit.span.end
    return tuple(merged(text, found))


def _places(text: str) -> Iterator[tuple[re.Match[str], Sequence[Rule]]]:
    """Where a rule may match, with the rules to try there."""
    return ((start, rules) for start in _START.finditer(text) if (rules := _rules_at(text, start)))


def _longest(text: str, start: re.Match[str], rules: Sequence[Rule], *, first_is_day: bool) -> Found | None:
    at = start.start()
    numeric = days.NUMERIC.match(text, at) if start["number"] else None
    stamp = days.numeric(numeric, first_is_day=first_is_day) if numeric else None
    if numeric and stamp:
        return Found(Span(at, numeric.end()), stamp)
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(text, at))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        reading = rule.read(match)
        if reading is not None:
            return Found(Span(*match.span("core" if "core" in rule.pattern.groupindex else 0)), reading)
    return None


def _rules_at(text: str, start: re.Match[str]) -> Sequence[Rule]:
    """The few rules that can match here, told by the first word or number and the word behind it."""
    if start["number"]:
        digits = len(start["number"])
        rules = _RULES[LONG] if digits == 4 else _RULES[SHORT] if digits <= 3 else ()
        return (*rules, *_RULES[COUNT]) if _COUNT.match(text, start.start()) else rules
    word = start["word"].lower()
    if word not in _FIRST_WORDS:
        return ()
    behind = _NEXT.match(text, start.end())
    following = behind.group(1).lower() if behind else ""
    pair = f"{word} #" if following.isdigit() else f"{word} {following}"
    rules = (*_RULES.get(word, ()), *_RULES.get(pair, ()))
    if (
        word in _NUMBER_WORDS
        and (word not in {"a", "an"} or following in _A_NUMBER)
        and _COUNT.match(text, start.start())
    ):
        return (*rules, *_RULES[COUNT])
    return rules


def _reaches(names: Sequence[Span]) -> tuple[int, ...]:
    """For each span the furthest end up to it, so that one binary search tells of an overlap."""
    reach, ends = 0, []
    for name in names:
        reach = max(reach, name.end)
        ends.append(reach)
    return tuple(ends)


def _cuts(names: Sequence[Span], reach: Sequence[int], span: Span) -> bool:
    """A name reaches out of the span; one that lies within ("May" in "May 16") or equals it may be a date's own."""
    before = bisect_left(names, Span(span.start, 0)) - 1
    if before >= 0 and reach[before] > span.start:
        return True
    last = bisect_left(names, Span(span.end, 0)) - 1
    return last >= 0 and reach[last] > span.end
