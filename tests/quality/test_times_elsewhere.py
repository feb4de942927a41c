"""Times and quantities of the two seed articles and the dates of GUM's documents; prints scores and holds floors.

Run `.venv/bin/pytest -sq tests/quality/test_times_elsewhere.py`. Of the 25 time expressions of the seeds three are
vague ("soon", "now", "at the time"), which design/annotation.md leaves out.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from worker.pipeline.annotate.quantities import find_quantities
from worker.pipeline.annotate.times import find_times, stamps
from worker.pipeline.values import LocalTime, Quantity, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "seeds"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
VAGUE = ("FUTURE_REF", "PRESENT_REF")  # design/annotation.md: vague adverbs are no time expressions
GUM_GENRES = ("news", "interview", "bio", "speech", "voyage", "academic", "textbook", "court")

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not SHARED.exists() and not os.environ.get("CI"),  # noqa: TID251 - no setting of the worker
        reason="seeds and GUM lie beside a working copy, not in it",
    ),
]


@dataclass(frozen=True)
class Seed:
    name: str
    text: str
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    gold: dict[str, list[dict[str, Any]]]

    def time(self, at: dict[str, Any]) -> TimeExpression | None:
        return next((one for one in self.times if one.span.overlaps(Span(at["start"], at["end"]))), None)

    def quantity(self, at: dict[str, Any]) -> Quantity | None:
        return next((one for one in self.quantities if one.span.overlaps(Span(at["start"], at["end"]))), None)


def _seeds() -> list[Seed]:
    gold = json.loads((SEEDS / "gold.json").read_text())
    return [_seed(gold, name) for name in sorted(gold["docs"])]


def _seed(gold: dict[str, Any], name: str) -> Seed:
    meta = gold["docs"][name]
    text = (SEEDS / meta["file"]).read_text(encoding="utf-8")
    told = gold["metadata"][name]["published"]
    published = LocalTime(told["value"], None, told["precision"], "text")
    quotes = [Span(*match.span(1)) for match in re.finditer(r'"([^"\n]{1,400})"?', text)]
    times = find_times(text, published, quotes)
    quantities = find_quantities(text, [one.span for one in times])
    mine = {key: [one for one in gold[key] if one["doc"] == name] for key in ("timex", "quantities", "quantity_traps")}
    return Seed(name, text, times, quantities, mine)


def _wanted(gold: dict[str, Any]) -> bool:
    return gold["value"] not in VAGUE and not gold["note"].startswith("anaphoric")


def _time_is_right(found: TimeExpression | None, gold: dict[str, Any]) -> bool:
    edtf = gold.get("edtf", "").removesuffix(" (approximate)")
    return found is not None and (gold["value"] in {found.timex3, found.edtf} or (bool(edtf) and edtf == found.edtf))


def _quantity_is_right(seed: Seed, gold: dict[str, Any]) -> bool:
    time, found = seed.time(gold), seed.quantity(gold)
    if gold.get("unit_ucum") in {"a", "mo"}:  # an age or a length of time: times have it
        return time is not None and time.timex3 == gold.get("iso8601", f"P{gold['amount']}Y")
    if found is None:
        return False
    if "ordinal" in gold:
        return (found.amount, found.unit_ucum) == (str(gold["ordinal"]), "{ordinal}")
    if "amount_si" in gold:
        exact = Decimal(str(gold["exact_si"]))
        return found.si_unit == gold["unit_si"] and found.si_amount is not None and Decimal(found.si_amount) == exact
    right = (found.amount, found.unit_ucum) == (str(gold["amount"]), gold["unit"])
    return right and found.comparator == gold.get("comparator", "=")


def _row(*cells: object) -> str:
    return "".join(f"{cell!s:32}" for cell in cells)


def test_times_and_quantities_of_the_seeds_hold_their_floors() -> None:
    found = values = wanted = right = cardinals = 0
    lines = [_row("words", "gold", "ours")]
    for seed in _seeds():
        for gold in filter(_wanted, seed.gold["timex"]):
            time = seed.time(gold)
            wanted, found, values = wanted + 1, found + (time is not None), values + _time_is_right(time, gold)
            lines.append(_row(gold["exact"], gold["value"], f"{time.timex3} {time.edtf}" if time else "-"))
        for gold in seed.gold["quantities"]:
            cardinals, right = cardinals + 1, right + _quantity_is_right(seed, gold)
            ours = seed.quantity(gold) or seed.time(gold)
            told = next(gold[key] for key in ("amount", "ordinal", "amount_si") if key in gold)
            lines.append(_row(gold["exact"], told, _short(ours)))
    lines.append(f"times found {found}/{wanted}, values right {values}/{wanted}; quantities right {right}/{cardinals}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")

    scores = {"times found": found, "time values": values, "quantities": right}
    assert {name: score for name, score in scores.items() if score < FLOORS[f"times.seeds.{name}"]} == {}


def _short(ours: Quantity | TimeExpression | None) -> str:
    if isinstance(ours, Quantity):
        return f"{ours.comparator} {ours.amount} {ours.unit_ucum}{ours.currency or ''} {ours.si_amount or ''}"
    return ours.timex3 if ours else "-"


def test_no_trap_of_the_seeds_is_read_as_a_quantity() -> None:
    hits = [(gold["exact"], seed.quantity(gold)) for seed in _seeds() for gold in seed.gold["quantity_traps"]]

    assert [hit for hit in hits if hit[1]] == []


def test_nothing_is_read_as_a_time_that_gold_does_not_hold() -> None:
    extra = []
    for seed in _seeds():
        gold = [Span(one["start"], one["end"]) for one in (*seed.gold["timex"], *seed.gold["quantities"])]
        extra += [one.span.of(seed.text) for one in seed.times if not any(one.span.overlaps(span) for span in gold)]

    assert extra == []


# ------------------------------------------------------------------------------------------------------- GUM


@dataclass(frozen=True)
class Document:
    """`dates`: spans with the earliest and latest day of what the annotators wrote."""

    name: str
    created: str
    text: str
    dates: tuple[tuple[Span, tuple[str, str]], ...]


def _documents() -> Iterator[Document]:
    for path in sorted((SHARED / "data" / "coref").glob("gum_CCBY_*.conllu.gz")):
        text = gzip.decompress(path.read_bytes()).decode()
        for part in text.split("# newdoc id = GUM_")[1:]:
            name, created = part.split("\n", 1)[0], re.search(r"# meta::dateCreated = (\S+)", part)
            if name.startswith(GUM_GENRES) and created and "<date" in part:
                yield _document(name, created[1], part)


def _document(name: str, created: str, part: str) -> Document:
    """The text as its tokens give it, a line for each paragraph."""
    text = ""
    dates: list[tuple[Span, tuple[str, str]]] = []
    open_dates: list[tuple[int, tuple[str, str] | None]] = []
    for line in part.split("\n"):
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        start, end = len(text), len(text) + len(cells[1])
        marks = re.search(r"XML=([^|]*)", cells[9])
        for mark in re.findall(r"<date ?([^>]*)>|</(date)>", marks[1] if marks else ""):
            if mark[1] and open_dates:
                begin, bounds = open_dates.pop()
                dates += [(Span(begin, end), bounds)] if bounds else []
            elif not mark[1]:
                open_dates.append((start, _bounds(dict(re.findall(r'(\w+):::"([^"]*)"', mark[0])))))
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    return Document(name, created, text, tuple(sorted(dates)))


def _bounds(told: dict[str, str]) -> tuple[str, str] | None:
    """The days that bound it; None where the annotators gave no year."""
    low = told.get("when") or told.get("from") or told.get("notBefore") or ""
    high = told.get("when") or told.get("to") or told.get("notAfter") or ""
    if not re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", low) or not re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", high):
        return None
    return (f"{low}-01-01"[:10] if len(low) == 4 else f"{low}-01"[:10]) if low else "", _last(high)


def _last(day: str) -> str:
    if len(day) == 7:
        return stamps.month_end(int(day[:4]), int(day[5:])).isoformat()
    return f"{day}-12-31" if len(day) == 4 else day


def _same_days(time: TimeExpression, bounds: tuple[str, str]) -> bool:
    """Of a range by a dash GUM marks the two ends."""
    ends = [_bounds({"when": end}) for end in time.timex3.split("/")] if "/" in time.timex3 else []
    ours = (time.earliest or "", time.latest or "")
    return ours == bounds or bounds in ends or (not all(bounds) and bounds[0] == time.earliest)


def test_dates_of_gum_hold_their_floor() -> None:
    """Told or resolved dates by their bounds; what GUM leaves unmarked counts against us only where a year is told."""
    hit = found = right = wanted = 0
    for document in _documents():
        published = LocalTime(document.created, None, "day", "producer")
        times = [time for time in find_times(document.text, published) if time.type in {"date", "time"}]
        for span, bounds in document.dates:
            near = [time for time in times if time.span.overlaps(span)]
            right, wanted = right + any(_same_days(time, bounds) for time in near), wanted + 1
        for time in times:
            gold = [bounds for span, bounds in document.dates if span.overlaps(time.span)]
            if gold or (time.anchor is None and time.edtf):
                hit, found = hit + any(_same_days(time, one) for one in gold), found + 1
    f1 = 2 * (hit / found) * (right / wanted) / (hit / found + right / wanted)
    sys.stdout.write(f"\nGUM dates {f1:.3f} (P {hit}/{found} R {right}/{wanted})\n")

    assert f1 >= FLOORS["times.gum"]
