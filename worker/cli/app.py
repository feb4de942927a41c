"""The list of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from worker import __version__
from worker.cli.chaos import chaos
from worker.cli.check import check
from worker.cli.config import config
from worker.cli.demo import demo
from worker.cli.dlq import dlq
from worker.cli.predicates import predicates
from worker.cli.process import process
from worker.cli.produce import produce
from worker.cli.run import run
from worker.cli.tap import tap
from worker.cli.topics import topics
from worker.cli.train import train
from worker.cli.validate import validate

app = typer.Typer(
    name="newsfacts",
    help="Raw news articles in, normalized and sourced fact events out, exactly once.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # `main` tells what a user can mend; a bug's traceback stays plain
)
for command in (demo, run, process, predicates, validate, produce, tap, check, chaos):
    app.command()(command)
app.add_typer(topics, name="topics")
app.add_typer(config, name="config")
app.add_typer(dlq, name="dlq")
app.add_typer(train, name="train")


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsfacts {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=lambda value: _version(wanted=value), is_eager=True)
    ] = False,
) -> None:
    """Raw news articles in, normalized and sourced fact events out, exactly once."""
