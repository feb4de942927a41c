"""Times and quantities of 44 own articles; prints the scores of both halves and holds their floors.

Run `.venv/bin/pytest -sq tests/quality/test_times_quantities.py`. Misses are printed for the half that may be tuned on.
A value is right where the spans overlap and the values are equal; zones are left out of the comparison, a decade is
ten years, and of "from A to B" either the range or its two ends are right.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from worker.bootstrap import build_pipeline
from worker.pipeline.values import AnnotatedArticle, Block, CleanArticle, LocalTime, Metadata, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from worker.pipeline.pipeline import Pipeline
    from worker.pipeline.values import Quantity

GOLDEN = Path(__file__).parents[1] / "golden" / "times"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
HALVES = ("tuned", "held_out")
FIGURES = ("values", "spans", "types", "edtf", "anchors", "ages", "quantities", "amounts", "si")

pytestmark = pytest.mark.quality


@dataclass
class Tally:
    """`hit`: right ones of those `found`; `right`: met ones of those `wanted`."""

    hit: int = 0
    found: int = 0
    right: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        precision, recall = self.hit / max(1, self.found), self.right / max(1, self.wanted)
        return 2 * precision * recall / max(1e-9, precision + recall)

    def __str__(self) -> str:
        return f"{self.f1:.3f} (P {self.hit}/{self.found} R {self.right}/{self.wanted})"

    def ask(self, *, right: bool) -> None:
        self.hit, self.found = self.hit + right, self.found + 1
        self.right, self.wanted = self.right + right, self.wanted + 1


@dataclass
class Score:
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIGURES})
    misses: list[str] = field(default_factory=list)


def _plain(value: str) -> str:
    """Without zone, in years for decades, midnight at the day's beginning."""
    bare = re.sub(r"(?<=\d)(?:Z|[+-]\d\d:\d\d)$", "", value) if "T" in value else value
    decades = re.fullmatch(r"P(\d+)DE", bare)
    return f"P{int(decades[1]) * 10}Y" if decades else bare


def _annotated(pipeline: Pipeline, text: str, published: LocalTime | None) -> AnnotatedArticle:
    blocks = tuple(Block(Span(*line.span()), "body") for line in re.finditer(r"[^\n]+", text))
    return pipeline.annotate(CleanArticle("times", text, blocks, Metadata(published=published)))


def _over(span: Span, spans: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in spans if span.overlaps(Span(one["start"], one["end"]))]


# ------------------------------------------------------------------------------------------------- own cases


def _times(score: Score, gold: dict[str, Any], text: str, times: Sequence[TimeExpression]) -> None:
    values = score.tallies["values"]
    for one in gold["times"]:
        near = [time for time in times if time.span.overlaps(Span(one["start"], one["end"]))]
        right = _met(one, near)
        values.right, values.wanted = values.right + right, values.wanted + 1
        score.tallies["spans"].right += bool(near)
        score.tallies["spans"].wanted += 1
        if not right:
            score.misses.append(f"time {_context(text, one)} gold {one['value']} ours {[t.timex3 for t in near]}")
        elif len(near) == 1:
            _details(score, one, near[0])
    for time in times:
        wanted = _over(time.span, gold["times"])
        if not wanted and _over(time.span, gold["ages"] + gold["optional_times"]):
            continue
        values.hit, values.found = values.hit + any(_met(one, [time]) for one in wanted), values.found + 1
        score.tallies["spans"].hit += bool(wanted)
        score.tallies["spans"].found += 1
        if not wanted:
            score.misses.append(f"time FALSE {time.span.of(text)!r} {time.timex3}")


def _met(gold: dict[str, Any], near: Sequence[TimeExpression]) -> bool:
    ours = {_plain(time.timex3) for time in near}
    ends = {_plain(end) for time in near for end in time.timex3.split("/")}
    return any(
        value in ours | ends or ("/" in value and set(value.split("/")) <= ours)
        for value in map(_plain, (gold["value"], *gold.get("accept", ())))
    ) or any(_day_of(time, gold) for time in near)


def _day_of(time: TimeExpression, gold: dict[str, Any]) -> bool:
    """Of "Saturday at 1300 GMT" gold may hold the day and the clock apart; one expression may say both."""
    covers = time.span.covers(Span(gold["start"], gold["end"])) and time.span.end - time.span.start > len(gold["text"])
    return covers and gold["type"] == "date" and time.timex3.split("T")[0] == gold["value"]


def _details(score: Score, gold: dict[str, Any], time: TimeExpression) -> None:
    if _plain(gold["value"]) != _plain(time.timex3):
        return
    score.tallies["types"].ask(right=gold["type"] == time.type)
    if "edtf" in gold:
        right = _plain(time.edtf or "") == _plain(gold["edtf"])
        score.tallies["edtf"].ask(right=right)
        score.misses += [] if right else [f"edtf {gold['text']!r} gold {gold['edtf']} ours {time.edtf}"]
    if gold["type"] in {"date", "time"} and gold["value"][0].isdigit():
        right = gold.get("anchor") in {time.anchor, "quote_date"}  # of undated words the article's day is the quote's
        score.tallies["anchors"].ask(right=right)
        score.misses += [] if right else [f"anchor {gold['text']!r} gold {gold.get('anchor')} ours {time.anchor}"]


def _ages(score: Score, gold: dict[str, Any], times: Sequence[TimeExpression]) -> None:
    for one in (one for one in gold["ages"] if "value" in one):
        ours = {time.timex3 for time in times if time.span.overlaps(Span(one["start"], one["end"]))}
        score.tallies["ages"].ask(right=one["value"] in ours)
        score.misses += [] if one["value"] in ours else [f"age {one['text']!r} gold {one['value']} ours {ours}"]


def _quantities(score: Score, gold: dict[str, Any], text: str, found: Sequence[Quantity]) -> None:
    whole, amounts = score.tallies["quantities"], score.tallies["amounts"]
    free = gold["optional_quantities"] + gold["ages"] + gold["times"] + gold["optional_times"]
    for one in gold["quantities"]:
        near = [ours for ours in found if ours.span.overlaps(Span(one["start"], one["end"]))]
        right, same = any(_same(one, ours) for ours in near), any(_amount(one, ours) for ours in near)
        whole.right, whole.wanted = whole.right + right, whole.wanted + 1
        amounts.right, amounts.wanted = amounts.right + same, amounts.wanted + 1
        if "si" in one and same:
            score.tallies["si"].ask(right=any(_si(one, ours) for ours in near))
        if not right:
            score.misses.append(f"quantity {_context(text, one)} gold {_told(one)} ours {[_short(q) for q in near]}")
    for ours in found:
        wanted = _over(ours.span, gold["quantities"])
        if (not wanted and _over(ours.span, free)) or ours.unit_ucum == "{ordinal}":
            continue
        whole.hit, whole.found = whole.hit + any(_same(one, ours) for one in wanted), whole.found + 1
        amounts.hit, amounts.found = amounts.hit + any(_amount(one, ours) for one in wanted), amounts.found + 1
        if not wanted:
            score.misses.append(f"quantity FALSE {ours.span.of(text)!r} {_short(ours)}")


def _amount(gold: dict[str, Any], ours: Quantity) -> bool:
    wanted = Fraction(gold["amount"])
    return abs(Fraction(ours.amount) - wanted) <= abs(wanted) / 1000  # a third is no finite decimal


def _same(gold: dict[str, Any], ours: Quantity) -> bool:
    unit = (gold.get("unit", ""), gold.get("currency"))
    return _amount(gold, ours) and ours.comparator == gold["comparator"] and (ours.unit_ucum, ours.currency) == unit


def _si(gold: dict[str, Any], ours: Quantity) -> bool:
    if ours.si_amount is None or ours.si_unit != gold["si_unit"]:
        return False
    return abs(Decimal(ours.si_amount) - Decimal(gold["si"])) <= abs(Decimal(gold["si"])) / 1000


def _context(text: str, one: dict[str, Any]) -> str:
    return repr(f"{text[max(0, one['start'] - 30) : one['start']]}[{one['text']}]{text[one['end'] : one['end'] + 20]}")


def _told(one: dict[str, Any]) -> str:
    return f"{one['comparator']} {one['amount']} {one.get('unit', '')}{one.get('currency') or ''}"


def _short(ours: Quantity) -> str:
    return f"{ours.comparator} {ours.amount} {ours.unit_ucum}{ours.currency or ''}"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return build_pipeline()


@pytest.fixture(scope="module")
def scores(pipeline: Pipeline) -> dict[str, Score]:
    result = {half: Score() for half in HALVES}
    for path in sorted(GOLDEN.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        score = result["held_out" if gold["held_out"] else "tuned"]
        before = len(score.misses)
        article = _annotated(pipeline, text, LocalTime(gold["published"], None, "day", "producer"))
        _times(score, gold, text, article.times)
        _ages(score, gold, article.times)
        _quantities(score, gold, text, article.quantities)
        score.misses[before:] = [f"{path.stem:16} {miss}" for miss in score.misses[before:]]
    lines = [*result["tuned"].misses, *(f"{name:12} tuned {result['tuned'].tallies[name]!s:34} "
             f"held out {result['held_out'].tallies[name]}" for name in FIGURES)]
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return result


def test_the_gold_stands_in_its_text() -> None:
    for path in GOLDEN.glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        spans = [one for name in ("times", "ages", "quantities", "optional_times") for one in gold[name]]
        assert [one for one in spans if text[one["start"] : one["end"]] != one["text"]] == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("figure", FIGURES)
def test_times_and_quantities_hold_their_floors(scores: dict[str, Score], half: str, figure: str) -> None:
    assert scores[half].tallies[figure].f1 >= FLOORS[f"times.{half}.{figure}"]
