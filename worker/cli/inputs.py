"""Reads articles from files and standard input into envelopes: .json, .jsonl, .txt, .html, or - by looking."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from worker.cli.exits import CommandError, Exit
from worker.pipeline.errors import ArticleRejected
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.stages import Decoder

CONTENT_TYPES = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html",
    ".htm": "text/html",
}
HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<?xml")


@dataclass(frozen=True, slots=True)
class Input:
    """One article as it was given; `place` tells a human where it stands ("articles.jsonl:3")."""

    place: str
    envelope: Envelope


def read_inputs(path: str) -> Iterator[Input]:
    """The articles of a file, or of standard input for "-". Raises CommandError for what cannot be read."""
    payload = sys.stdin.buffer.read() if path == "-" else _read_file(Path(path))
    name = "stdin" if path == "-" else path
    content_type = _look(payload) if path == "-" else CONTENT_TYPES[Path(path).suffix.lower()]
    if content_type != "application/jsonl":
        yield Input(name, _envelope(payload, content_type))
        return
    for number, line in enumerate(payload.split(b"\n"), start=1):
        if line.strip():
            yield Input(f"{name}:{number}", _envelope(line, "application/json"))


def keyed(one: Input, decode: Decoder) -> Input | None:
    """The article under its document id as key, so that its revisions meet in one partition; None if invalid."""
    try:
        key = decode(one.envelope).document_id.encode()
    except ArticleRejected:
        return None
    return replace(one, envelope=replace(one.envelope, key=key))


def _read_file(path: Path) -> bytes:
    if path.suffix.lower() not in CONTENT_TYPES:
        known = ", ".join(CONTENT_TYPES)
        raise CommandError(Exit.USAGE, f"{path}: unknown suffix {path.suffix!r}", f"Rename it to one of {known}.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(Exit.USAGE, f"{path}: {error.strerror}", "Give a file that can be read.") from error


def _look(payload: bytes) -> str:
    head = payload.lstrip()[:200].lower()
    if head.startswith(b"{"):
        first, _, rest = payload.strip().partition(b"\n")
        many = rest.lstrip().startswith(b"{") and first.rstrip().endswith(b"}")
        return "application/jsonl" if many else "application/json"
    return "text/html" if head.startswith(HTML_OPENINGS) else "text/plain; charset=utf-8"


def _envelope(payload: bytes, content_type: str) -> Envelope:
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")  # noqa: TID251 - the shell's clock
    return Envelope(payload=payload, headers=(("content-type", content_type.encode()),), received_at=now)
