"""`newsfacts produce`: pushes articles to the raw topic, awaits every delivery, and says what failed."""

from __future__ import annotations

import itertools
import json
from contextlib import aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress

from worker import settings as worker_settings
from worker.cli.brokers import on_broker
from worker.cli.consoles import errors, output
from worker.cli.exits import Exit
from worker.cli.inputs import Input, keyed, read_inputs
from worker.pipeline.errors import ArticleRejected
from worker.stream.feed import feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.stages import Decoder
    from worker.settings import Settings
    from worker.stream.feed import Delivery


def produce(
    files: Annotated[list[str], typer.Argument(help="Articles: .json .jsonl .txt .html, or - for standard input.")],
    broker: Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")] = None,
    rate: Annotated[float, typer.Option(help="Articles a second; 0 is as fast as they are taken.")] = 0,
    repeat: Annotated[int, typer.Option(help="How often to send all; 0 goes on until stopped.")] = 1,
    as_is: Annotated[bool, typer.Option("--as-is", help="Send what `validate` would refuse, too.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object an article: where it went, or why not.")
    ] = False,
) -> None:
    """Send articles to Kafka, keyed by document id; exit 6 if one was invalid, 1 if one was not delivered."""
    from worker.bootstrap import build_decoder  # noqa: PLC0415 - a second of loading that other commands need not wait for

    settings = worker_settings.load({"broker_url": broker})
    inputs = [one for file in files for one in read_inputs(file)]
    decode = build_decoder(settings.max_article_bytes)
    valid = [one for one in inputs if as_is or not _refused(one, decode)]
    articles = [keyed(one, decode) or one for one in valid]
    failed = on_broker(settings, _push(settings, articles, rate=rate, repeat=repeat, as_json=as_json))
    invalid = len(inputs) - len(valid)
    raise typer.Exit(Exit.FAILED if failed else Exit.DATA_INVALID if invalid else Exit.OK)


def _refused(one: Input, decode: Decoder) -> bool:
    try:
        decode(one.envelope)
    except ArticleRejected as refusal:
        errors.print(f"{one.place}: {refusal.field}: {refusal.rule}. {refusal.fix}", style="red", markup=False)
        return True
    return False


async def _push(settings: Settings, inputs: list[Input], *, rate: float, repeat: int, as_json: bool) -> int:
    """Number of articles that were not delivered."""
    failed = sent = 0
    total = len(inputs) * repeat if repeat else None
    with Progress(console=errors, transient=True) as progress:
        bar = progress.add_task("delivered", total=total)
        async with aclosing(feed(settings, (one.envelope for one in _rounds(inputs, repeat)), rate=rate)) as told:
            async for delivery in told:
                progress.advance(bar)
                sent, failed = (sent, failed + 1) if delivery.error else (sent + 1, failed)
                _tell(inputs[delivery.index % len(inputs)].place, delivery, as_json=as_json)
    errors.print(f"{sent} articles delivered to {settings.topics.raw}, {failed} not")
    return failed


def _tell(place: str, delivery: Delivery, *, as_json: bool) -> None:
    if as_json:
        output.print(json.dumps({"place": place} | asdict(delivery)), markup=False)
    elif delivery.error:
        errors.print(f"{place}: not delivered: {delivery.error}", style="red", markup=False)


def _rounds(inputs: list[Input], repeat: int) -> Iterator[Input]:
    """All inputs so many times over; without end for 0, unless there are none."""
    rounds = range(repeat) if repeat or not inputs else itertools.count()
    return (one for _ in rounds for one in inputs)
