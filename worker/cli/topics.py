"""`newsfacts topics plan|apply|acls`: what the worker needs of the cluster, and how to get it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from worker import settings as worker_settings
from worker.cli.acls import acls
from worker.cli.brokers import on_broker
from worker.cli.consoles import output
from worker.cli.exits import Exit
from worker.stream import topics as stream_topics

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.topics import TopicPlan

topics = typer.Typer(help="Compare the topics with what the worker needs, and create what is missing.",
                     no_args_is_help=True)

topics.command()(acls)

Broker = Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")]
Partitions = Annotated[int, typer.Option(min=1, help="Partitions of topics to create: at least one a worker.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a topic.")]
STYLES = {"create": "green", "keep": "dim", "problem": "red"}


@topics.command()
def plan(broker: Broker = None, partitions: Partitions = 6, as_json: AsJson = False) -> None:
    """Show what `apply` would do; changes nothing. Exit 1 if a topic needs a human."""
    settings = worker_settings.load({"broker_url": broker})
    _tell(on_broker(settings, _plan(settings, partitions)), as_json=as_json)


@topics.command()
def apply(broker: Broker = None, partitions: Partitions = 6, as_json: AsJson = False) -> None:
    """Create the missing topics; never alters one that is there. Exit 1 if a topic needs a human."""
    settings = worker_settings.load({"broker_url": broker})
    _tell(on_broker(settings, _apply(settings, partitions)), as_json=as_json)


async def _plan(settings: Settings, partitions: int) -> list[TopicPlan]:
    specs = stream_topics.wanted(settings.topics, partitions=partitions, sensitive=settings.redirects)
    return stream_topics.plan(specs, await stream_topics.describe(settings, specs))


async def _apply(settings: Settings, partitions: int) -> list[TopicPlan]:
    specs = stream_topics.wanted(settings.topics, partitions=partitions, sensitive=settings.redirects)
    return await stream_topics.create(settings, specs, await stream_topics.describe(settings, specs))


def _tell(steps: list[TopicPlan], *, as_json: bool) -> None:
    table = Table("topic", "action", "detail")
    for step in steps:
        table.add_row(step.name, step.action, step.detail, style=STYLES[step.action])
        if as_json:
            output.print(json.dumps(asdict(step)), markup=False)
    if not as_json:
        output.print(table)
    raise typer.Exit(Exit.FAILED if any(step.action == "problem" for step in steps) else Exit.OK)
