"""`newsfacts dlq stats`: how many letters there are, of what kind, how old, and what was done about them."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from schemas.aliases import translate
from schemas.codec import JsonRefused, read_foreign
from worker import settings as worker_settings
from worker.cli.consoles import output
from worker.cli.dlq.options import Broker, Filters, Key, Reason, Since, Until, choice
from worker.cli.dlq.session import at_desk
from worker.cli.dlq.words import iso
from worker.cli.terminal import safe

if TYPE_CHECKING:
    from worker.stream.letters.choice import Choice, State
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.letter import Letter

NAMES: Final = 1_000  # of a kind that are told apart: strangers choose them
NAME_CHARS: Final = 80
ROWS: Final = 20  # of a table; --json has all
OTHERS: Final = "(others)"
AGES: Final = (("under 1 h", 3_600), ("under 1 d", 86_400), ("under 7 d", 604_800), ("under 30 d", 2_592_000))
OLDER: Final = "older"


@dataclass(slots=True)
class Tally:
    """Counts by name and state; the oldest open letter is what somebody waits for."""

    now_ms: int
    kinds: dict[str, dict[str, Counter[State]]] = field(
        default_factory=lambda: {name: {} for name in ("code", "producer", "age", "partition")}
    )
    states: Counter[State] = field(default_factory=Counter)
    oldest_open_ms: int | None = None

    def add(self, letter: Letter, state: State) -> None:
        self.states[state] += 1
        names = (letter.code, producer(letter), age(self.now_ms - letter.parked_ms), str(letter.place.partition))
        for counts, name in zip(self.kinds.values(), names, strict=True):
            known = safe(name, NAME_CHARS)
            counts.setdefault(known if known in counts or len(counts) < NAMES else OTHERS, Counter())[state] += 1
        if state == "open":
            self.oldest_open_ms = min(letter.parked_ms, self.oldest_open_ms or letter.parked_ms)


def stats(
    reason: Reason = None, since: Since = None, until: Until = None, key: Key = None, broker: Broker = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with all counts.")] = False,
) -> None:
    """Count letters by error code, producer, age and partition: open, replayed, discarded."""
    chosen = choice(Filters(None, reason, since, until, key), "all")
    settings = worker_settings.load({"broker_url": broker})
    tally = at_desk(settings, lambda desk: _count(desk, chosen))
    if as_json:
        output.print(json.dumps(told(tally)), markup=False)
    else:
        _print(tally, settings.topics.dead_letter)


async def _count(desk: Desk, chosen: Choice) -> Tally:
    tally = Tally(int(time.time() * 1000))
    async for letter, state in desk.letters(chosen):
        tally.add(letter, state)
    return tally


def producer(letter: Letter) -> str:
    """Who sent it: CloudEvents' source, as our metrics have it, else the publisher that the article names."""
    source = letter.told("ce_source")
    if source and letter.pointer is None:
        return source
    try:
        article = read_foreign(letter.payload or b"")
        publisher = translate(article).fields.get("publisher") if isinstance(article, dict) else None
    except JsonRefused:
        return "unknown"
    return publisher if isinstance(publisher, str) else "unknown"


def age(ms: int) -> str:
    return next((name for name, seconds in AGES if ms < seconds * 1000), OLDER)


def told(tally: Tally) -> dict[str, object]:
    oldest = None if tally.oldest_open_ms is None else iso(tally.oldest_open_ms)
    kinds = {f"by_{kind}": {name: _states(one) for name, one in names.items()} for kind, names in tally.kinds.items()}
    return {"letters": tally.states.total(), **_states(tally.states), "oldest_open": oldest, **kinds}


def _states(counts: Counter[State]) -> dict[str, int]:
    return {"open": counts["open"], "replayed": counts["replayed"], "discarded": counts["discarded"]}


def _print(tally: Tally, topic: str) -> None:
    states = ", ".join(f"{count} {state}" for state, count in _states(tally.states).items())
    oldest = f"; the oldest open one of {iso(tally.oldest_open_ms)}" if tally.oldest_open_ms is not None else ""
    output.print(f"{topic}: {tally.states.total()} letters: {states}{oldest}", markup=False)
    for kind, names in tally.kinds.items():
        table = Table(kind, "open", "replayed", "discarded", box=None)
        ranked = sorted(names.items(), key=lambda one: (-one[1]["open"], -one[1].total(), one[0]))
        for name, counts in ranked[:ROWS]:
            table.add_row(Text(name), *(str(count) for count in _states(counts).values()))
        if ranked:
            output.print(table)
        if len(ranked) > ROWS:
            output.print(f"  ... and {len(ranked) - ROWS} more: --json has them all", markup=False)
