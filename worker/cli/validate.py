"""`newsfacts validate`: says of each article whether the worker would take it, and if not, how to mend it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from worker.cli.consoles import errors, output
from worker.cli.exits import Exit
from worker.cli.inputs import Input, read_inputs
from worker.pipeline.errors import ArticleRejected


def validate(
    files: Annotated[list[str], typer.Argument(help="Articles: .json .jsonl .txt .html, or - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a refused article.")] = False,
) -> None:
    """Check articles against the contract: place, field, rule and fix of each refusal; exit 6 if any is refused."""
    from worker.bootstrap import build_decoder  # noqa: PLC0415 - a second of loading that other commands need not wait for

    decode = build_decoder()
    checked = refused = 0
    for one in (one for file in files for one in read_inputs(file)):
        checked += 1
        try:
            decode(one.envelope)
        except ArticleRejected as refusal:
            refused += 1
            _tell(one, refusal, as_json=as_json)
    errors.print(f"{checked - refused} of {checked} articles are valid")
    raise typer.Exit(Exit.DATA_INVALID if refused else Exit.OK)


def _tell(one: Input, refusal: ArticleRejected, *, as_json: bool) -> None:
    found = {"place": one.place, "reason": refusal.reason.value, "field": refusal.field, "rule": refusal.rule,
             "fix": refusal.fix}
    line = json.dumps(found) if as_json else f"{one.place}: {refusal.field}: {refusal.rule}. {refusal.fix}"
    output.print(line, markup=False)
