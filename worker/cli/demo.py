"""`newsfacts demo`: the real worker against an embedded broker; articles in, facts out, counted and compared."""

from __future__ import annotations

import time
from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from worker import settings as worker_settings
from worker.bootstrap import build_pipeline
from worker.cli.brokers import on_broker
from worker.cli.consoles import errors, output
from worker.cli.exits import CommandError, Exit
from worker.cli.explain import object_words
from worker.cli.inputs import Input, read_inputs
from worker.cli.trial import Harvest, Trial, compare, expect, harvest, worker_process
from worker.stream.embedded import embedded_broker

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTS_SHOWN = 40  # a screen and a half


def demo(
    files: Annotated[list[str] | None, typer.Argument(help="Your own articles instead of the samples.")] = None,
) -> None:
    """Run the whole thing once, with no Kafka: exit 0 only if what came out is what the pipeline says."""
    started = time.monotonic()
    inputs = [one for file in files or [] for one in read_inputs(file)] if files else sample_inputs()
    expected = expect(build_pipeline(), inputs)
    with _broker() as trial:
        errors.print("worker: starting (the real one, as `newsfacts run` starts it)")
        with worker_process(trial) as port:
            errors.print(f"worker: ready, http://127.0.0.1:{port}/metrics")
            found = on_broker(trial.settings, harvest(trial, inputs, expected, port))
    _show(found)
    problems = compare(expected, found)
    for problem in problems:
        errors.print(problem, style="red", markup=False)
    verdict = "as the pipeline says" if not problems else f"{len(problems)} differences"
    output.print(f"{len(inputs)} articles in, {len(found.facts)} facts, {len(found.articles)} clean articles and "
                 f"{len(found.dead_letters)} dead letters out: {verdict}; {time.monotonic() - started:.1f} s")
    raise typer.Exit(Exit.FAILED if problems else Exit.OK)


def sample_inputs() -> list[Input]:
    """The articles that come with the package: about invented people, one of them broken."""
    folder = resources.files("worker.cli") / "samples"
    with resources.as_file(folder) as path:
        return [one for file in sorted(path.iterdir()) for one in read_inputs(str(file))]


@contextmanager
def _broker() -> Iterator[Trial]:
    names = worker_settings.load().topics
    topics = (names.raw, names.clean, names.fact, names.soft, names.dead_letter, names.document_state)
    try:
        with embedded_broker(topics) as address:
            errors.print(f"broker: librdkafka's mock cluster on {address}: real protocol, no real Kafka; it keeps "
                         "nothing and proves nothing about exactly once (the tests do that)")
            yield Trial(worker_settings.load({"broker_url": address, "embedded_broker": True}))
    except ModuleNotFoundError as error:
        fix = "Install the demo's extra: pip install 'newsfacts[demo]'"
        raise CommandError(Exit.USAGE, f"the embedded broker needs {error.name}", fix) from error


def _show(found: Harvest) -> None:
    table = Table("subject", "predicate", "object", "status", "evidence", title="news.fact.v1")
    for fact in found.facts[:FACTS_SHOWN]:
        words = " ".join(fact.evidence[0].exact.split())[:60]
        cells = (fact.subject.label, fact.predicate, object_words(fact.object), fact.status, words)
        table.add_row(*(Text(cell) for cell in cells))
    output.print(table)
    for letter in found.dead_letters:
        output.print(f"dead letter: {letter}", markup=False)
    for name, count in found.counts.items():
        output.print(f"metric: {name} {count:g}", markup=False)
