"""`newsfacts demo`: the real worker against an embedded broker; articles in, facts out, counted and compared."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from worker import settings as worker_settings
from worker.cli.brokers import on_broker
from worker.cli.consoles import errors, output
from worker.cli.exits import CommandError, Exit
from worker.cli.explain import object_words
from worker.cli.inputs import Input, keyed, read_inputs
from worker.cli.trial import Harvest, compare, expect, harvest, worker_process
from worker.stream.embedded import embedded_broker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from worker.settings import Settings

FACTS_SHOWN = 20  # with the other tables, about a screen


def demo(
    files: Annotated[list[str] | None, typer.Argument(help="Your own articles instead of the samples.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object: what came out, and every problem.")] = False,
    reader: Annotated[str | None, typer.Option(help="Instead of NEWSFACTS_READER, such as spacy:PACKAGE.")] = None,
) -> None:
    """Run the whole thing once, with no Kafka: exit 0 only if what came out is what the pipeline says."""
    from worker.bootstrap import build_pipeline  # noqa: PLC0415 - a second of loading that other commands need not wait for

    started = time.monotonic()
    given = [one for file in files or [] for one in read_inputs(file)] if files else sample_inputs()
    chosen = worker_settings.load({"reader": reader}).reader
    pipeline = build_pipeline(reader=chosen)
    inputs = [keyed(one, pipeline.decode) or one for one in given]
    expected = expect(pipeline, inputs)
    with _broker(chosen) as settings:
        errors.print("worker: starting (the real one, as `newsfacts run` starts it)")
        with worker_process(settings) as port:
            errors.print(f"worker: ready, http://127.0.0.1:{port}/metrics")
            found = on_broker(settings, harvest(settings, inputs, expected, port))
    problems = compare(expected, found)
    _sum_up(found, problems, len(inputs), time.monotonic() - started, as_json=as_json)
    raise typer.Exit(Exit.FAILED if problems else Exit.OK)


def _sum_up(found: Harvest, problems: list[str], articles: int, seconds: float, *, as_json: bool) -> None:
    counts = {"facts": len(found.facts), "clean articles": len(found.articles), "dead letters": len(found.dead_letters)}
    if as_json:
        told = counts | {"articles": articles, "seconds": seconds, "problems": problems}
        output.print(json.dumps(told), markup=False)
        return
    _show(found)
    for problem in problems:
        errors.print(problem, style="red", markup=False)
    verdict = "as the pipeline says" if not problems else f"{len(problems)} differences"
    came = ", ".join(f"{count} {name}" for name, count in counts.items())
    output.print(f"{articles} articles in; {came} out: {verdict}; {seconds:.1f} s")


def sample_inputs() -> list[Input]:
    """The articles that come with the package: about invented people, one of them broken."""
    folder = resources.files("worker.cli") / "samples"
    with resources.as_file(folder) as path:
        return [one for file in sorted(path.iterdir()) for one in read_inputs(str(file))]


@contextmanager
def _broker(reader: str) -> Iterator[Settings]:
    names = worker_settings.load().topics
    topics = (names.raw, names.clean, names.fact, names.soft, names.dead_letter, names.document_state)
    try:
        with embedded_broker(topics) as address:
            errors.print(f"broker: librdkafka's mock cluster on {address}: real protocol, no real Kafka; it keeps "
                         "nothing and proves nothing about exactly once (the tests do that)")
            yield worker_settings.load({"broker_url": address, "embedded_broker": True, "reader": reader})
    except ModuleNotFoundError as error:
        fix = "Install the demo's extra: pip install 'newsfacts[demo]'"
        raise CommandError(Exit.USAGE, f"the embedded broker needs {error.name}", fix) from error


def _show(found: Harvest) -> None:
    _table("news.fact.v1", {"subject": 5, "predicate": 5, "object": 7, "status": 3, "evidence": 10}, (
        (fact.subject.label, fact.predicate, object_words(fact.object), fact.status, fact.evidence[0].exact)
        for fact in sorted(found.facts, key=lambda one: one.document.id)[:FACTS_SHOWN]
    ))
    if len(found.facts) > FACTS_SHOWN:
        output.print(f" ... and {len(found.facts) - FACTS_SHOWN} more")
    _table("news.article.clean.v1", {"title": 8, "published": 3, "entities": 2, "facts": 1}, (
        (one.metadata.title or one.text, one.metadata.published.local if one.metadata.published else "unknown",
         str(len(one.entities)), str(len(one.fact_ids)))
        for one in found.articles
    ))
    _table("news.article.dlq.v1", {"code": 3, "field": 2, "rule": 7, "fix": 7}, (
        (one.code, one.field or "", one.rule or one.message or "", one.fix or "") for one in found.dead_letters
    ))
    for name, count in found.counts.items():
        output.print(f"{name} {count:g}", markup=False)


def _table(title: str, columns: dict[str, int], rows: Iterable[tuple[str, ...]]) -> None:
    """One line a row; `columns`: share of the width by name; what is too wide is cut."""
    table = Table(title=title, title_justify="left", box=None, expand=True)
    for column, share in columns.items():
        table.add_column(column, no_wrap=True, overflow="ellipsis", ratio=share)
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    output.print(table)
