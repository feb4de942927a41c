"""`newsfacts run`: the worker."""

from __future__ import annotations

from typing import Annotated

import typer

from worker import settings as worker_settings


def run(
    broker: Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")] = None,
    group_id: Annotated[str | None, typer.Option(help="Consumer group, instead of NEWSFACTS_GROUP_ID.")] = None,
    http_port: Annotated[int | None, typer.Option(help="Port of /metrics, instead of NEWSFACTS_HTTP_PORT.")] = None,
    log_level: Annotated[str | None, typer.Option(help="debug, info, warning or error.")] = None,
    reader: Annotated[str | None, typer.Option(help="Instead of NEWSFACTS_READER, such as spacy:PACKAGE.")] = None,
    min_confidence: Annotated[float | None, typer.Option(help="Least confidence of facts on their topic.")] = None,
    min_confidence_soft: Annotated[float | None, typer.Option(help="The same on the soft topic.")] = None,
    sensitive: Annotated[str | None, typer.Option(help="publish, redirect, drop, or such as minor:drop.")] = None,
) -> None:
    """Read articles, publish facts, until told. Exit 0 drained, 3 drained late, 5 no broker, 7 failing, 70 unclear."""
    from worker.bootstrap import run_worker  # noqa: PLC0415 - a second of loading that other commands need not wait for

    flags = {"broker_url": broker, "group_id": group_id, "http_port": http_port, "log_level": log_level,
             "reader": reader, "min_confidence": min_confidence, "min_confidence_soft": min_confidence_soft,
             "sensitive": sensitive}
    raise typer.Exit(run_worker(worker_settings.load(flags)))
