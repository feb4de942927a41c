"""`newsfacts check`: says before the start what would go wrong after it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from worker import settings as worker_settings
from worker.cli.brokers import on_broker
from worker.cli.consoles import output
from worker.cli.exits import Exit
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope
from worker.settings import SettingsError
from worker.stream import topics as stream_topics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.settings import Settings

SAMPLE = b"Ada Example, 41, was named chief executive of Sample Mills on Monday, the company said."


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `fix` is empty when all is well."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def check(
    connect: Annotated[bool, typer.Option("--connect", help="Ask the brokers, too.")] = False,
    broker: Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a finding.")] = False,
    reader: Annotated[str | None, typer.Option(help="Instead of NEWSFACTS_READER, such as spacy:PACKAGE.")] = None,
) -> None:
    """Check settings and pipeline, and with --connect brokers and topics: one line each, with the fix."""
    settings = worker_settings.load({"broker_url": broker, "reader": reader})
    findings = [
        Finding("settings", True, f"group {settings.group_id}, brokers {settings.broker_url}"),
        *_pipeline(settings.reader),
    ]
    if connect:
        findings += on_broker(settings, _brokers(settings))
    for finding in findings:
        mark = "ok  " if finding.ok else "FAIL"
        line = json.dumps(asdict(finding)) if as_json else f"{mark} {finding.name}: {finding.detail}  {finding.fix}"
        output.print(line.rstrip(), markup=False, style=None if finding.ok or as_json else "red")
    raise typer.Exit(Exit.OK if all(finding.ok for finding in findings) else Exit.FAILED)


def _pipeline(reader: str) -> Iterator[Finding]:
    from worker.bootstrap import build_pipeline, build_reader  # noqa: PLC0415 - a second of loading that other commands need not wait for

    try:
        pipeline = build_pipeline(reader=reader)
    except SettingsError as error:
        yield from (Finding("reader", False, f"{one.variable}: {one.rule}", f"{one.fix}.") for one in error.problems)
        return
    yield Finding("reader", True, build_reader(reader)[1])
    outcome = pipeline.process(Envelope(SAMPLE, headers=(("content-type", b"text/plain"),)))
    if isinstance(outcome, Extracted):
        yield Finding("pipeline", True, f"reads its sample: {len(outcome.facts)} facts")
    else:
        yield Finding("pipeline", False, f"{outcome.stage}: {outcome.reason}", "Reinstall: data files are missing.")


async def _brokers(settings: Settings) -> list[Finding]:
    specs = stream_topics.wanted(settings.topics, partitions=1, sensitive=settings.redirects)
    cluster = await stream_topics.describe(settings, specs)
    found = [Finding("brokers", True, f"{cluster.brokers} answer at {settings.broker_url}, {_manner(settings)}")]
    fixes = {"create": "Run `newsfacts topics apply`.", "problem": "See `newsfacts topics plan`.", "keep": ""}
    for step in stream_topics.plan(specs, cluster):
        detail = "missing" if step.action == "create" else step.detail or "as it should be"
        found.append(Finding(f"topic {step.name}", step.action == "keep", detail, fixes[step.action]))
    return found


def _manner(settings: Settings) -> str:
    """How we came in, for eyes that compare it with what they meant."""
    who = f"as {settings.sasl_username} by {settings.sasl_mechanism}" if settings.sasl_mechanism else "without a login"
    certificate = " with our certificate" if settings.tls and settings.tls_cert_file else ""
    return f"{'over TLS' if settings.tls else 'in the clear'}{certificate}, {who}"
