"""The frozen JSON Schemas, the examples, and what may change between two versions of a schema."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "schemas" / "json"
EXAMPLES = Path(__file__).parent / "examples"

Direction = Literal["in", "out"]
WORDS = {"$id", "title", "description", "examples", "$comment"}
SAID = {"/properties/schema_version/default"}  # each version tells which it is


@pytest.fixture(scope="session")
def frozen() -> Callable[[str, str], dict[str, Any]]:
    """Schema name and minor version -> the committed schema."""
    return lambda name, version: json.loads((FROZEN / name / f"{version}.json").read_bytes())


@pytest.fixture(scope="session")
def examples() -> dict[str, list[dict[str, Any]]]:
    """Schema name -> example events; one event a line."""
    lines = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in EXAMPLES.glob("*.jsonl")}
    return {name: [json.loads(line) for line in rows] for name, rows in lines.items()}


@pytest.fixture(scope="session")
def breaks() -> Callable[[dict[str, Any], dict[str, Any], Direction], list[str]]:
    """Old schema, new schema, direction -> what in the new one breaks somebody who knows the old one."""
    return lambda old, new, direction: list(_breaks(old, new, direction, ""))


def _breaks(old: dict[str, Any], new: dict[str, Any], direction: Direction, at: str) -> Iterator[str]:
    for keyword in sorted((old.keys() | new.keys()) - WORDS):
        before, after, here = old.get(keyword), new.get(keyword), f"{at}/{keyword}"
        if keyword in {"properties", "$defs"}:
            yield from _members(before or {}, after or {}, direction, here)
        elif keyword == "required":
            yield from _required(set(before or ()), set(after or ()), direction, here)
        elif keyword == "enum" and before and after:
            yield from (f"{here}: {value!r} is gone" for value in before if value not in after)
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from _breaks(before, after, direction, here)
        elif before != after and here not in SAID:
            yield f"{here}: {before!r} became {after!r}"


def _members(before: dict[str, Any], after: dict[str, Any], direction: Direction, at: str) -> Iterator[str]:
    for name, schema in before.items():
        if name in after:
            yield from _breaks(schema, after[name], direction, f"{at}/{name}")
        else:
            yield f"{at}/{name} is gone"


def _required(before: set[str], after: set[str], direction: Direction, at: str) -> Iterator[str]:
    """Nobody can have known what became required since; who reads also relies on what was always there."""
    yield from (f"{at}: {name} must be given now" for name in sorted(after - before))
    if direction == "out":
        yield from (f"{at}: {name} may be missing now" for name in sorted(before - after))
