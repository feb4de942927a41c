"""`newsfacts topics acls`: what an authorizer must permit, as a table, as JSON, or as commands of Kafka's own tool."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Column, Table

from worker import settings as worker_settings
from worker.cli.consoles import output
from worker.stream.access import Role, commands, grants


def acls(
    role: Annotated[Role, typer.Option(help="Who is to be permitted.")] = "worker",
    principal: Annotated[
        str | None, typer.Option(help="As the brokers know it; default: User: and NEWSFACTS_SASL_USERNAME.")
    ] = None,
    as_commands: Annotated[bool, typer.Option("--commands", help="As kafka-acls.sh takes it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a permission.")] = False,
) -> None:
    """List the least that a role must be permitted under these settings; asks no broker."""
    settings = worker_settings.load()
    found = grants(settings, role)
    who = principal or f"User:{settings.sasl_username or 'newsfacts'}"
    if as_commands:
        lines = commands(settings, found, who)
    elif as_json:
        lines = [json.dumps({"role": role, "principal": who} | asdict(one)) for one in found]
    else:
        whole = (Column(name, overflow="fold") for name in ("on", "name"))
        table = Table("operation", *whole, "why", title=f"{role}, as {who}")
        for one in found:
            table.add_row(one.operation, one.kind, one.name + ("*" if one.pattern == "prefixed" else ""), one.why)
        output.print(table)
        return
    for line in lines:
        output.print(line, markup=False)
