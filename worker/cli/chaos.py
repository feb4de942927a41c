"""`newsfacts chaos`: kills, stops and freezes workers on your cluster, and proves that no fact was lost or doubled."""

from __future__ import annotations

import json
import random
import uuid
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from worker import settings as worker_settings
from worker.cli.brokers import on_broker
from worker.cli.consoles import errors, output
from worker.cli.exits import CommandError, Exit
from worker.stream import topics as stream_topics

if TYPE_CHECKING:
    from worker.chaos.trial import Report
    from worker.settings import Settings

PARTITIONS = 6


def chaos(
    minutes: Annotated[float, typer.Option(min=0.1, help="How long to feed and strike.")] = 5,
    workers: Annotated[int, typer.Option(min=2, max=16, help="Worker processes on this machine.")] = 3,
    rate: Annotated[float, typer.Option(min=0.1, help="Articles a second; a core reads about 10.")] = 5,
    broker: Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")] = None,
    prefix: Annotated[str | None, typer.Option(help="Of topics and group; default: a new one.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Leave topics, group and logs for a closer look.")] = False,
    seed: Annotated[int | None, typer.Option(help="Repeats the plan of an earlier run, not its timing.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Strike workers of its own on your cluster, in topics of its own. Exit 0 only if every fact is there, once."""
    try:
        from worker.chaos import bench  # noqa: PLC0415 - needs an extra
    except ImportError as missing:
        what = f"the verdict is confluent-kafka's, which is not here: {missing}"
        raise CommandError(Exit.FAILED, what, "pip install 'newsfacts[demo]' brings it.") from None
    from worker.bootstrap import build_pipeline  # noqa: PLC0415 - a second of loading that other commands need not wait for
    from worker.chaos.trial import Unfinished  # noqa: PLC0415 - as above

    settings = worker_settings.load({"broker_url": broker})
    seed = random.SystemRandom().randrange(1_000_000) if seed is None else seed
    name = prefix or f"chaos-{uuid.uuid4().hex[:8]}."
    home = bench.home()
    errors.print(f"prefix {name}, seed {seed}, logs in {home}", markup=False)
    own = bench.under(settings, name)
    specs = stream_topics.wanted(own.topics, partitions=PARTITIONS, sensitive=own.redirects)
    on_broker(own, _create(own, specs))
    try:
        process = build_pipeline(reader=own.reader).process
        report = bench.bench(own, bench.Size(minutes, workers, rate), process, seed, home)
    except Unfinished as error:
        raise CommandError(Exit.FAILED, str(error), f"The workers' logs are in {home}.") from None
    finally:
        if not keep:
            bench.remove(own, [spec.name for spec in specs])
    good = not report.verdict.faults and report.verdict.proves
    if good and not keep:
        bench.forget(home)
    _tell(report, good=good, as_json=as_json)


async def _create(settings: Settings, specs: tuple[stream_topics.TopicSpec, ...]) -> None:
    """Topics that are there already are somebody's: they would be fed, judged and deleted."""
    found = await stream_topics.describe(settings, specs)
    if found.partitions:
        what = f"{min(found.partitions)} is there already"
        raise CommandError(Exit.USAGE, what, "Give another --prefix, or none; what --keep has left is yours to delete.")
    await stream_topics.create(settings, specs, found)


def _tell(report: Report, *, good: bool, as_json: bool) -> None:
    verdict = report.verdict
    if as_json:
        output.print(json.dumps({**asdict(verdict), "faults": [asdict(one) for one in report.recoveries],
                                 "seconds": round(report.seconds), "ok": good}))
    else:
        _tables(report)
    for loss in verdict.losses:
        errors.print(f"lost: {loss}", markup=False)
    if not verdict.proves:
        errors.print("No transaction was open at any fault: this run proves nothing. Give it more minutes.")
    raise typer.Exit(Exit.OK if good else Exit.FAILED)


def _tables(report: Report) -> None:
    verdict = Table("what", "count", "must be")
    for name, value in asdict(report.verdict).items():
        if name != "losses":
            free = name in {"articles", "events"}
            wanted = "" if free else "more than 0" if name == "aborted" else "0"
            bad = name in report.verdict.faults or (name == "aborted" and not report.verdict.proves)
            verdict.add_row(name.replace("_", " "), str(value), wanted, style="red" if bad else None)
    faults = Table("fault", "times", "until a partition commits again: half", "99 of 100")
    for one in report.recoveries:
        faults.add_row(one.fault, str(one.times), f"{one.p50:.1f} s", f"{one.p99:.1f} s")
    output.print(verdict)
    output.print(faults)
