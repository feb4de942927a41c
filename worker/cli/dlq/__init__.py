"""`newsfacts dlq`: what became a dead letter, why, and what to do about it."""

from __future__ import annotations

import typer

from worker.cli.dlq.discard import discard
from worker.cli.dlq.export import export
from worker.cli.dlq.ls import ls
from worker.cli.dlq.replay import replay
from worker.cli.dlq.show import show
from worker.cli.dlq.stats import stats

__all__ = ["dlq"]

dlq = typer.Typer(
    help="Dead letters: count, list, show and export them, send them again, or mark them as done.", no_args_is_help=True
)
for command in (stats, ls, show, export, replay, discard):
    dlq.command()(command)
