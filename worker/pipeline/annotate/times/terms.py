"""Rules for terms of a year: quarters, halves and the four seasons; a quarter of a game is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times import stamps, words
from worker.pipeline.annotate.times.rule import END, SEASON, SHORT, YEAR, Rule, before, rule, word_after
from worker.pipeline.annotate.times.stamps import Reading, Relative, Stamp

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from worker.pipeline.annotate.times.stamps import Tense

_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_OF_YEAR = (
    r"(?:(?:,?[ ](?:of[ ]|in[ ])?(?:fiscal[ ](?:year[ ])?)?)"
    rf"(?P<year>{YEAR}|this[ ]year|last[ ]year|next[ ]year|the[ ]year))"
)


def _quarter(match: re.Match[str]) -> Reading | None:
    name = match["quarter"].lower()
    quarter = _ORDINALS.get(name) or int(name.strip("qQ"))
    year = match["year"]
    if year is None and not _financial(match):
        return None  # a quarter of a game
    return _in_year(year, lambda of: stamps.of_quarter(of, quarter), f"XXXX-Q{quarter}", quarter * 3 - 2)


def _financial(match: re.Match[str]) -> bool:
    near = match.string[max(0, match.start() - 160) : match.end() + 160].lower()
    plain = {word.strip(".,;:'\u2019\"") for word in near.replace("-", " ").split()}
    return not plain.isdisjoint(words.FINANCE) and plain.isdisjoint(words.OF_A_GAME)


def _half(match: re.Match[str]) -> Reading | None:
    half = 1 if match["half"].lower() in {"first", "1st"} else 2
    if match["year"] is None and not _financial(match):
        return None  # a half of a game
    return _in_year(match["year"], lambda of: stamps.of_half(of, half), f"XXXX-H{half}", half * 6 - 5)


def _in_year(year: str | None, of: Callable[[int], Stamp], unresolved: str, month: int) -> Reading:
    """Something of a year that is told, named ("last year") or, if neither, the one the tense points to."""
    if year and year.isdigit():
        return of(int(year))
    shift = {"last year": -1, "next year": 1}.get((year or "").lower(), 0)

    def at(anchor: date, tense: Tense) -> Stamp | None:
        over, ahead = month + 2 < anchor.month, month > anchor.month
        turn = 0 if year else int(over) if tense == "future" else -int(ahead)
        target = anchor.year + shift + turn
        return of(target) if 1 <= target < date.max.year else None

    return Relative(at, stamps.unresolved(unresolved))


_NO_SEASON: Final = frozenset({"solstice", "equinox"})
_A_FALL: Final = frozenset({"of", "from", "in", "into", "to", "for", "water"})  # "in the fall of the wall"


def _season(match: re.Match[str]) -> Reading | None:
    name = match["season"].lower()
    if match["year"]:
        return stamps.of_season(_whole(match["year"]), words.SEASON_WORDS[name])
    if match["which"]:
        return _season_of(words.SEASON_WORDS[name], {"last": -1, "this": 0, "next": 1}[match["which"].lower()])
    following = word_after(match)
    if following in _NO_SEASON or (name in {"fall", "spring"} and following in _A_FALL):
        return None
    season = words.SEASON_WORDS[name]
    month = stamps.SEASONS[season][1]
    return _in_year(None, lambda of: stamps.of_season(of, season), f"XXXX-{season}", month)


def _whole(year: str) -> int:
    """The year of "'91" and of "1991"."""
    short = int(year[-2:])
    return int(year) if len(year) == 4 else short + (2000 if short < 30 else 1900)


def _season_of(season: str, shift: int) -> Reading:
    def at(anchor: date, _: Tense) -> Stamp | None:
        year = anchor.year + shift
        return stamps.of_season(year, season) if 1 <= year < date.max.year else None

    return Relative(at, stamps.unresolved(f"XXXX-{season}"))


_SEASON_CUES = {
    pair
    for cue in ("in", "during", "since", "until", "by", "over", "throughout")
    for pair in before(cue, (*words.SEASON_WORDS, "the", "early", "late", "mid"))
}
_SEASON = rf"(?:the[ ])?(?:(?:early|late|mid)[ -])?(?P<season>{SEASON})"
_OF = rf"(?:[ ]of)?,?[ ](?:(?P<year>{YEAR}|['\u2019\u2018]\d\d(?![\w'\u2019]))|(?P<which>last|this|next)[ ]year{END})"
_NAMES = "|".join(_ORDINALS)
_OPEN_QUARTER = {SHORT, *_ORDINALS} | before("the", (*_ORDINALS, "#"))
_OPEN_HALF = {"first", "second"} | before("the", ("first", "second"))
_OPEN_SEASON = {*words.SEASON_WORDS} | before("the", words.SEASON_WORDS)

RULES: Final[tuple[Rule, ...]] = (
    rule(_OPEN_QUARTER, rf"(?:the[ ])?(?P<quarter>{_NAMES})[ -]quarter{END}{_OF_YEAR}?", _quarter),
    rule({"q"}, rf"(?P<quarter>q[1-4]){END}{_OF_YEAR}?", _quarter),
    rule(_OPEN_HALF, rf"(?:the[ ])?(?P<half>first|second)[ -]half{END}{_OF_YEAR}?", _half),
    rule(_OPEN_SEASON, rf"{_SEASON}{_OF}", _season),
    rule(_SEASON_CUES, rf"(?:in|during|since|until|by|over|throughout)[ ](?P<core>{_SEASON}(?:{_OF})?)", _season),
)
