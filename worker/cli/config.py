"""`newsfacts config env|show`: every setting with its default, and what this environment makes of them."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table

from worker import settings as worker_settings
from worker.cli.consoles import output
from worker.settings import PREFIX, SECRETS, Settings

config = typer.Typer(help="List the settings, and show what this environment makes of them.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object.")]


@config.command()
def env(as_json: AsJson = False) -> None:
    """Every environment variable that newsfacts reads: default and meaning."""
    fields = Settings.model_fields.items()
    rows = {PREFIX + name.upper(): (_default(name), one.description or "") for name, one in fields}
    if as_json:
        output.print(json.dumps({name: {"default": d, "meaning": m} for name, (d, m) in rows.items()}), markup=False)
        return
    table = Table("variable", "default", "meaning")
    for name, (default, meaning) in rows.items():
        table.add_row(name, default, meaning)
    output.print(table)


@config.command()
def show(as_json: AsJson = False) -> None:
    """The settings as they are now, from defaults and environment; secrets are hidden."""
    values = {name: _shown(name, value) for name, value in worker_settings.load()}
    for line in [json.dumps(values)] if as_json else [f"{name} = {value}" for name, value in values.items()]:
        output.print(line, markup=False)


def _shown(name: str, value: object) -> str:
    """Of an address that may hold a secret, what comes before its query."""
    address, query, _ = str(value).partition("?")
    return f"{address}?***" if query and name in SECRETS else str(value)


def _default(name: str) -> str:
    field = Settings.model_fields[name]
    default = field.get_default(call_default_factory=True, validated_data={})
    return "" if default is None else str(default)
