"""`newsfacts dlq replay`: sends letters again, as they came or mended; a dry run unless told otherwise."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from worker import settings as worker_settings
from worker.cli.consoles import errors, output
from worker.cli.dlq.options import Broker, Filters, Key, Letters, Limit, Reason, Since, Until, choice
from worker.cli.dlq.session import at_desk, at_post
from worker.cli.dlq.transform import load
from worker.cli.exits import CommandError, Exit
from worker.cli.terminal import safe
from worker.stream.letters.deliver import deliver
from worker.stream.letters.post import Interrupted
from worker.stream.letters.replay import Manner, steps
from worker.stream.presence import partitions

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from worker.pipeline.stages import Decoder
    from worker.settings import Settings
    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.letter import Place
    from worker.stream.letters.post import Post
    from worker.stream.letters.refusal import Refusal
    from worker.stream.letters.replay import Step

_WORDS_CHARS = 2_000


def replay(
    letters: Letters = None, reason: Reason = None, since: Since = None, until: Until = None, key: Key = None,
    limit: Limit = 0,
    execute: Annotated[bool, typer.Option("--execute", help="Send them. Without it nothing is changed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be sent: the default.")] = False,
    rate: Annotated[float, typer.Option(min=0, help="Letters a second; 0 is as fast as they are taken.")] = 0,
    transform: Annotated[
        Path | None, typer.Option(help="FILE.py with transform(letter) -> bytes | None: the payload to send instead.")
    ] = None,
    header: Annotated[
        list[str] | None, typer.Option(help="NAME=VALUE to set, NAME= to take away, such as content-type=text/html.")
    ] = None,
    state: Annotated[str, typer.Option(help="open, or discarded: those after all.")] = "open",
    max_replays: Annotated[int, typer.Option(min=1, help="Refuse a letter that was sent again so often before.")] = 3,
    as_is: Annotated[bool, typer.Option("--as-is", help="Send what the worker would refuse again, too.")] = False,
    broker: Broker = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a letter.")] = False,
) -> None:
    """Send letters to the raw topic again: a dry run, as of Kafka's own kafka-consumer-groups, unless --execute.

    Each keeps its key, its partition and, but for a transform, its bytes. Stopped or killed at any point it can be
    run again: no letter is lost or sent twice. Exit 6 if one was refused.
    """
    if execute and dry_run:
        raise CommandError(Exit.USAGE, "--execute and --dry-run exclude each other", "Give one of them.")
    chosen = choice(Filters(letters, reason, since, until, key, limit), state, states=("open", "discarded"))
    settings = worker_settings.load({"broker_url": broker})
    manner = _manner(settings, transform, header or [], max_replays, as_is=as_is)
    report = _Report(settings.topics.raw, sent=execute, as_json=as_json)
    if execute:
        at_post(settings, lambda desk, post: _send(desk, post, _Order(chosen, manner, rate), report))
    else:
        at_desk(settings, lambda desk: _rehearse(desk, chosen, manner, report))
    report.end()
    raise typer.Exit(Exit.DATA_INVALID if report.counts["refused"] else Exit.OK)


def _manner(settings: Settings, transform: Path | None, header: list[str], most: int, *, as_is: bool) -> Manner:
    function = load(transform) if transform else None
    return Manner(function, None if as_is else _decoder(settings), tuple(map(_header, header)), most)


def _decoder(settings: Settings) -> Decoder:
    from worker.bootstrap import build_decoder  # noqa: PLC0415 - a second of loading that other commands need not wait for

    return build_decoder(settings.max_article_bytes)


def _header(text: str) -> tuple[str, bytes | None]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise CommandError(Exit.USAGE, f"--header: {text!r} has no name and value", "Give NAME=VALUE, or NAME=.")
    return name, value.encode("utf-8", "surrogateescape") or None


@dataclass(frozen=True, slots=True)
class _Order:
    chosen: Choice
    manner: Manner
    rate: float


async def _rehearse(desk: Desk, chosen: Choice, manner: Manner, report: _Report) -> None:
    async for step in steps(desk, chosen, manner):
        report.step(step)


async def _send(desk: Desk, post: Post, order: _Order, report: _Report) -> None:
    """With a transform, first all of it without sending: its first error must be met before the first letter goes."""
    await partitions(desk.settings, desk.settings.topics.raw)
    if order.manner.transform:
        async for _ in steps(desk, order.chosen, order.manner):
            pass
    try:
        async for done in deliver(desk, post, order.chosen, _ready(desk, order, report), rate=order.rate):
            report.tell(done.letter.place, "refused" if done.refusal else "sent", done.refusal)
    except Interrupted as error:
        raise Interrupted(f"{report.counts['sent']} letters sent, then: {error}") from error


async def _ready(desk: Desk, order: _Order, report: _Report) -> AsyncIterator[Step]:
    async for step in steps(desk, order.chosen, order.manner):
        if step.verdict == "ready":
            yield step
        else:
            report.step(step)


class _Report:
    """Tells of each letter as it comes, and of all of them at the end."""

    def __init__(self, raw: str, *, sent: bool, as_json: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._raw = raw
        self._sent = sent
        self._as_json = as_json

    def step(self, step: Step) -> None:
        self.tell(step.letter.place, "would send" if step.verdict == "ready" else step.verdict, step.refusal)

    def tell(self, place: Place, verdict: str, refusal: Refusal | None) -> None:
        self.counts[verdict] += 1
        if self._as_json:
            told: dict[str, Any] = {"letter": str(place), "verdict": verdict}
            if refusal:
                told |= {"field": refusal.field, "rule": refusal.rule, "fix": refusal.fix}
            output.print(json.dumps(told), markup=False)
        elif refusal:
            errors.print(f"{place}: {safe(str(refusal), _WORDS_CHARS)}", style="red", markup=False)

    def end(self) -> None:
        verb = "sent" if self._sent else "would send"
        rest = f"{self.counts['left']} left by the transform, {self.counts['refused']} refused"
        hint = "" if self._sent else "; nothing was changed, --execute sends them"
        errors.print(f"{verb} {self.counts[verb]} letters to {self._raw}; {rest}{hint}", markup=False)
