"""Regular expressions as the sources give them: those that no module's value holds, and those the contract declares."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
_LEFT_OUT: Final = ROOT / "worker" / "training"  # as in patterns.py
_RUNNING: Final = {"match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn", "template"}


def inline() -> list[str]:
    """Calls as `re.search(...)`: their pattern lies in no value. Names taken from `re` could hide such a call."""
    return [f"{place}: {ast.unparse(node)[:80]}" for place, node in _nodes() if _runs(node) or _hides(node)]


def compiling() -> dict[str, int]:
    """The functions, as FILE::NAME, in which patterns are compiled, and how many."""
    found: dict[str, int] = {}
    for place, node in _nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            count = sum(_of_re(inner, {"compile"}) for inner in ast.walk(node))
            name = f"{place.rpartition(':')[0]}::{getattr(node, 'name', 'lambda')}"
            found |= {name: found.get(name, 0) + count} if count else {}
    return found


def declared() -> Iterator[tuple[str, str]]:
    """(place, pattern) of every field that must match one. pydantic runs them in Rust, where all take linear time;
    other readers of the schemas run them in whatever they have.
    """
    for place, node in _nodes():
        if isinstance(node, ast.keyword) and node.arg == "pattern":
            yield place, ast.literal_eval(node.value)


def _runs(node: ast.AST) -> bool:
    return _of_re(node, _RUNNING)


def _hides(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(one.name == "regex" or (one.name == "re" and one.asname) for one in node.names)
    return isinstance(node, ast.ImportFrom) and node.module in {"re", "regex"}


def _of_re(node: ast.AST, names: set[str]) -> bool:
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return False
    return node.value.id == "re" and node.attr in names


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    """With their places, as FILE:LINE."""
    for file in (one for package in ("worker", "schemas") for one in sorted((ROOT / package).rglob("*.py"))):
        if _LEFT_OUT not in file.parents:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                yield f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node
