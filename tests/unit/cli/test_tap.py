"""`newsfacts tap` shows what strangers wrote, does nothing that they ask of a terminal, and leaves nothing open."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from worker.cli.app import app
from worker.stream.tap import Record

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

STEERING = "\x1b]0;owned\x07 \x9b2J \u202egnihtemos\u2066 \u200b\U000e0041"
SHOWN = {
    "an article": json.dumps({"text": STEERING}, ensure_ascii=False).encode(),
    "no JSON": STEERING.encode(),
    "no UTF-8": b"\xff\x9b2J",
}


def record(value: bytes, key: bytes | None = None, headers: tuple[tuple[str, bytes], ...] = ()) -> Record:
    return Record("news.article.dlq.v1", 0, 7, 0, 0, key, value, None, 0, len(value), headers)


@pytest.mark.parametrize("value", SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["values", "whole records"])
def test_a_record_is_one_line_that_steers_nothing(
    monkeypatch: pytest.MonkeyPatch, value: bytes, as_json: list[str]
) -> None:
    async def topic(*_: object, **__: object) -> AsyncGenerator[Record]:
        yield record(value, STEERING.encode(), ((STEERING, STEERING.encode()),))

    monkeypatch.setattr("worker.cli.tap.read_topic", topic)
    result = CliRunner().invoke(app, ["tap", "news.article.dlq.v1", *as_json])

    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    assert line.isprintable()
    told = json.loads(line)
    assert (told["key"], told["headers"]) == (STEERING, {STEERING: STEERING}) if as_json else told


def test_what_is_read_from_a_line_is_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    async def topic(*_: object, **__: object) -> AsyncGenerator[Record]:
        yield record(SHOWN["an article"])

    monkeypatch.setattr("worker.cli.tap.read_topic", topic)
    result = CliRunner().invoke(app, ["tap", "news.fact.v1"])

    assert json.loads(result.stdout) == {"text": STEERING}


def test_it_hangs_up_when_it_has_shown_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    async def topic(*_: object, **__: object) -> AsyncGenerator[Record]:
        try:
            while True:
                yield record(SHOWN["an article"])
        finally:
            await asyncio.sleep(0.01)  # as long as a broker needs to hear of it
            ended.append("connections")

    monkeypatch.setattr("worker.cli.tap.read_topic", topic)
    result = CliRunner().invoke(app, ["tap", "news.fact.v1", "--max", "2"])

    assert (len(result.stdout.splitlines()), ended) == (2, ["connections"])
