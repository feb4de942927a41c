"""Tells what a trial found, and writes it into README.md when CHAOS_REPORT asks for it."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worker.chaos.trial import Report

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- {} begin -->", "<!-- {} end -->"


def record(name: str, report: Report) -> None:
    verdict = report.verdict
    lines = [
        f"{name}: {verdict}", f"took {report.seconds:.0f} s; exits that nobody asked for: {dict(report.left)}",
        *(f"  {one.fault}: {one.victim}" for one in report.struck),
        *(f"  {one.fault} x{one.times}: p50 {one.p50:.1f} s, p99 {one.p99:.1f} s" for one in report.recoveries),
    ]
    print("\n".join(lines))  # noqa: T201 - the result
    if not os.environ.get("CHAOS_REPORT"):  # noqa: TID251 - a switch of the test
        return
    faults = sum(one.times for one in report.recoveries)
    letters = f"{verdict.letters_missing} / {verdict.letters_doubled}"
    states = verdict.states_wrong + verdict.states_out_of_order + verdict.clean_wrong
    write("table", name, [
        faults, verdict.articles, verdict.missing, verdict.doubled, verdict.out_of_order, letters, states,
        verdict.aborted, verdict.hung,
    ])  # fmt: skip
    for one in () if name.startswith("contrast") else report.recoveries:
        write("recovery", f"{name}: {one.fault}", [one.times, _seconds(one.p50), _seconds(one.p99)])


def write(table: str, name: str, cells: list[object]) -> None:
    """The row of that name, in the place of an older one of the same name."""
    text = README.read_text()
    begin, end = BEGIN.format(table), END.format(table)
    before, rest = text.split(begin + "\n")
    rows, after = rest.split(end)
    kept = [row for row in rows.splitlines() if not row.startswith(f"| {name} |")]
    kept.append("| " + " | ".join(map(str, [name, *cells])) + " |")
    README.write_text(f"{before}{begin}\n" + "\n".join(kept) + f"\n{end}{after}")


def _seconds(value: float) -> str:
    return "never" if math.isnan(value) else f"{value:.1f} s"
