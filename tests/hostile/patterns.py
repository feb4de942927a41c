"""Every pattern of the worker and its contract, found by walking their modules' values and their fields."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

import schemas
import worker
from tests.hostile import sources
from worker.pipeline.extract.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT: Final = ("worker.training", "worker.__main__")  # reads corpora that we chose; runs the program


def found() -> dict[str, re.Pattern[Any]]:
    """By the name of the module and value that first holds it."""
    named: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in _modules():
        for name, value in vars(importlib.import_module(module)).items():
            for pattern in _held(value, set()):
                named.setdefault((pattern.pattern, pattern.flags), (f"{module}.{name}", pattern))
    for place, source in sources.declared():
        named.setdefault((source, 0), (place, re.compile(source)))
    return {f"{name} {at}": pattern for at, (name, pattern) in enumerate(named.values())}


def is_ours(module: str) -> bool:
    return module.startswith(("worker.", "schemas.")) and not module.startswith(_LEFT_OUT)


def _modules() -> Iterator[str]:
    for package in (worker, schemas):
        found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        yield from (module.name for module in found if is_ours(module.name))


def _held(value: object, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """In tables, records and the closures of functions as well."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Pattern):
        yield value.compiled
        yield from _held(value.gate, seen)
    else:
        for part in _parts(value):
            yield from _held(part, seen)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from value
        yield from value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif isinstance(value, FunctionType):
        yield from (cell.cell_contents for cell in value.__closure__ or ())
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))
