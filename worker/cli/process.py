"""`newsfacts process`: the whole pipeline on files, no Kafka; prints the values of the events as JSON lines."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import track

from schemas.codec import encode
from worker import settings as worker_settings
from worker.cli.consoles import errors, standard_output, told_if_lost
from worker.cli.exits import Exit
from worker.cli.explain import explain
from worker.cli.inputs import Input, read_inputs
from worker.cli.terminal import safe_json
from worker.pipeline.outcome import Extracted, Failed, Outcome, Rejected

PROGRESS_FROM = 20  # articles; below, a bar only flickers


def process(
    files: Annotated[list[str], typer.Argument(help="Articles: .json .jsonl .txt .html, or - for standard input.")],
    emit: Annotated[str, typer.Option(help="What to print: fact, article or all.")] = "fact",
    explained: Annotated[bool, typer.Option("--explain", help="Print text and steps to each fact instead.")] = False,
    reader: Annotated[str | None, typer.Option(help="Instead of NEWSFACTS_READER, such as spacy:PACKAGE.")] = None,
) -> None:
    """Read articles and print their fact events, one JSON value a line, and nothing else, on standard output."""
    if emit not in {"fact", "article", "all"}:
        raise typer.BadParameter("must be one of fact, article, all", param_hint="--emit")
    from worker.bootstrap import build_pipeline  # noqa: PLC0415 - a second of loading that other commands need not wait for

    pipeline = build_pipeline(reader=worker_settings.load({"reader": reader}).reader)
    worst = Exit.OK
    inputs = [one for file in files for one in read_inputs(file)]
    for one in track(inputs, console=errors, transient=True, disable=len(inputs) < PROGRESS_FROM):
        outcome = pipeline.process(one.envelope)
        if isinstance(outcome, Extracted):
            explain(outcome) if explained else _print(outcome, emit)
        worst = max(worst, _complain(one, outcome))
    raise typer.Exit(worst)


def _print(outcome: Extracted, emit: str) -> None:
    events = [*([outcome.article] if emit != "fact" else []), *(outcome.facts if emit != "article" else ())]
    to = standard_output()
    with told_if_lost():
        for event in events:
            to.write(safe_json(encode(event).decode()).encode() + b"\n")
        to.flush()


def _complain(one: Input, outcome: Outcome) -> Exit:
    match outcome:
        case Rejected():
            errors.print(f"{one.place}: {outcome.field}: {outcome.rule}. {outcome.fix}", style="red", markup=False)
            return Exit.DATA_INVALID
        case Failed():
            errors.print(f"{one.place}: our fault, stage {outcome.stage}: {outcome.reason}: {outcome.message}",
                         style="red", markup=False)
            return Exit.FAILED
        case Extracted():
            return Exit.OK
