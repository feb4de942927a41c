"""`newsfacts tap`: shows a topic's records as a downstream service would get them."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer

from worker import settings as worker_settings
from worker.cli.brokers import on_broker
from worker.cli.consoles import output
from worker.cli.terminal import safe_json
from worker.stream.tap import tap as read_topic

if TYPE_CHECKING:
    from worker.settings import Settings
    from worker.stream.tap import Record


def tap(
    topic: Annotated[str, typer.Argument(help="Topic name, such as news.fact.v1.")],
    broker: Annotated[str | None, typer.Option(help="host:port,... instead of NEWSFACTS_BROKER_URL.")] = None,
    from_beginning: Annotated[
        bool, typer.Option("--from-beginning", help="All that is there, then what comes.")
    ] = False,
    most: Annotated[int, typer.Option("--max", help="Stop after so many records; 0 goes on.")] = 0,
    idle: Annotated[float, typer.Option(help="Stop after so many seconds of silence; 0 goes on.")] = 0,
    where: Annotated[
        str | None, typer.Option("--filter", help="FIELD=VALUE of the value, such as predicate=ceo.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a record: key, headers and value.")] = False,
) -> None:
    """Print committed records, one JSON value a line; --json adds where each stands, its key and its headers."""
    settings = worker_settings.load({"broker_url": broker})
    on_broker(settings, _show(settings, topic, from_beginning, most, idle or None, where, as_json=as_json))


async def _show(
    settings: Settings, topic: str, from_beginning: bool, most: int, idle: float | None, where: str | None,
    *, as_json: bool,
) -> None:
    shown = 0
    async with aclosing(read_topic(settings, topic, from_beginning=from_beginning, idle_seconds=idle)) as records:
        async for record in records:
            value = _value(record.value)
            if where and not _fits(value, where):
                continue
            line = orjson.dumps(_whole(record, value) if as_json else value).decode()
            output.print(safe_json(line), markup=False)
            shown += 1
            if shown == most:
                return


def _value(payload: bytes | None) -> Any:
    """The JSON value, or the text of what is no JSON (a dead letter's original); None for a tombstone."""
    try:
        return None if payload is None else orjson.loads(payload)
    except orjson.JSONDecodeError:
        return (payload or b"").decode("utf-8", "replace")


def _fits(value: Any, where: str) -> bool:
    field, _, wanted = where.partition("=")
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return str(value) == wanted


def _whole(record: Record, value: Any) -> dict[str, Any]:
    return {
        "topic": record.topic, "partition": record.partition, "offset": record.offset,
        "key": record.key.decode("utf-8", "replace") if record.key is not None else None,
        "headers": {name: content.decode("utf-8", "replace") for name, content in record.headers},
        "value": value,
    }
