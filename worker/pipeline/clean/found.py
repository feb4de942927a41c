"""What is found beside the text, in lines or in markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worker.pipeline.values import LocalTime


@dataclass(frozen=True, slots=True)
class Found:
    """Metadata as one source tells it; what it does not tell is None or empty."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: LocalTime | None = None
    updated: LocalTime | None = None
    publisher: str | None = None
    section: str | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
