"""How the tests of the time grammar ask it: a text and its day in, words and values out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.times import find_times
from worker.pipeline.values import LocalTime, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Callable

WEDNESDAY = "2022-09-14"


def _find(
    text: str, published: str | None = WEDNESDAY, quoted: str | None = None, **more: object
) -> tuple[TimeExpression, ...]:
    day = LocalTime(published, None, "minute" if "T" in published else "day", "producer") if published else None
    at = text.index(quoted) if quoted else 0
    quotes = [Span(at, at + len(quoted))] if quoted else []
    return find_times(text, day, quotes, **more)  # type: ignore[arg-type]


def _values(text: str, published: str | None = WEDNESDAY, **more: object) -> list[tuple[str, str, str | None]]:
    return [(one.span.of(text), one.timex3, one.edtf) for one in _find(text, published, **more)]  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def find() -> Callable[..., tuple[TimeExpression, ...]]:
    """The expressions of a text told on Wednesday 14 September 2022; `quoted`: the words that are a quotation."""
    return _find


@pytest.fixture(scope="session")
def values() -> Callable[..., list[tuple[str, str, str | None]]]:
    """The same as (words, TIMEX3, EDTF)."""
    return _values
