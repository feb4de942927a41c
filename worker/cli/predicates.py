"""`newsfacts predicates`: the vocabulary as a table; what each predicate joins, how its facts behave, its examples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from worker.cli.consoles import output, standard_output, told_if_lost
from worker.cli.exits import CommandError, Exit

if TYPE_CHECKING:
    from worker.pipeline.extract.rule import Predicate

COLUMNS = ("predicate", "joins", "values, merge, conflict", "label", "wikidata")
SHORT = {"person": "per", "organization": "org", "location": "loc", "product": "prod", "event": "evt", "group": "grp"}
WIDTH = 128  # what the widest row needs; a narrower terminal breaks lines, and not cells
ANY = 6  # types; an end that takes more takes whatever is named


def predicates(
    names: Annotated[list[str] | None, typer.Argument(help="Only these, each with its examples.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a predicate, examples included.")] = False,
) -> None:
    """List the predicates: types of both ends, cardinality, merge and conflict rule, sensitivity, Wikidata id."""
    chosen = _chosen(names or [])
    if as_json:
        for predicate in chosen:
            output.print(json.dumps(row(predicate), ensure_ascii=False), markup=False)
        return
    standard_output()
    with told_if_lost():
        Console(width=max(output.width, WIDTH), highlight=False).print(_table(chosen))
    for predicate in chosen if names else ():
        output.print(_examples(predicate))


def row(predicate: Predicate) -> dict[str, Any]:
    """All that a predicate declares, as JSON has it."""
    declared = predicate.declaration
    return {
        "name": declared.name,
        "domain": sorted(declared.domain),
        "range": sorted(declared.range),
        "cardinality": "one" if declared.functional else "many",
        "symmetric": declared.symmetric,
        "inverse": declared.inverse,
        "merge": declared.merge,
        "conflict": declared.conflict,
        "sensitivity": list(declared.sensitivity),
        "identity": list(declared.identity),
        "wikidata": declared.wikidata,
        "extension": declared.extension,
        "positive": [{"text": e.text, "subject": e.subject, "object": e.object} for e in predicate.positive],
        "negative": [{"text": e.text, "why": e.why} for e in predicate.negative],
    }


def _chosen(names: list[str]) -> list[Predicate]:
    from worker.pipeline.extract import PREDICATES  # noqa: PLC0415 - a second of loading that other commands need not wait for

    known = {predicate.name: predicate for predicate in PREDICATES}
    for name in names:
        if name not in known:
            raise CommandError(Exit.USAGE, f"no predicate {name!r}", "`newsfacts predicates` lists them.")
    return [known[name] for name in names or sorted(known)]


def _table(chosen: list[Predicate]) -> Table:
    table = Table(title=f"{len(chosen)} predicates; + extension, = symmetric", box=SIMPLE_HEAD, pad_edge=False)
    for column in COLUMNS:
        table.add_column(column, no_wrap=True)
    for one in map(row, chosen):
        mark = " +" if one["extension"] else " =" if one["symmetric"] else ""
        inverse = f" (inverse {one['inverse']})" if one["inverse"] else ""
        cells = (one["name"] + mark, f"{_types(one['domain'])} - {_types(one['range'])}{inverse}",
                 f"{one['cardinality']}, {one['merge']}, {one['conflict']}", " ".join(one["sensitivity"]),
                 one["wikidata"] or "")
        table.add_row(*map(Text, cells))
    return table


def _types(types: list[str]) -> str:
    return "any" if len(types) > ANY else "|".join(SHORT.get(name, name) for name in types)


def _examples(predicate: Predicate) -> Text:
    lines = [f"  yes  {e.text}  ({e.subject} - {e.object}, {e.status})" for e in predicate.positive]
    lines += [f"  no   {e.text}  ({e.why})" for e in predicate.negative]
    return Text("\n".join([predicate.name, *lines]))
