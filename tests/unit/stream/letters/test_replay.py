"""What a letter is sent again as, and which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from worker.bootstrap import build_decoder
from worker.settings import load
from worker.stream.letters.choice import Choice
from worker.stream.letters.refusal import Refusal
from worker.stream.letters.replay import Manner, Step, steps
from worker.stream.record_format import MOST_HEADERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from worker.pipeline.outcome import Failed
    from worker.stream.letters.letter import Letter


class Desk:
    """Letters from a list; a pointer's original is gone."""

    def __init__(self, *letters: Letter) -> None:
        self.settings = load()
        self._letters = letters

    async def letters(self, choice: Choice) -> AsyncIterator[tuple[Letter, str]]:
        for number, letter in enumerate(self._letters):
            if choice.limit and number == choice.limit:
                return
            yield letter, "open"

    async def whole(self, letter: Letter) -> Letter:
        if letter.pointer:
            raise Refusal("pointer", "it is gone", "Ask for it")
        return letter


async def made(*letters: Letter, limit: int = 0, **manner: Any) -> list[Step]:
    return [one async for one in steps(Desk(*letters), Choice(limit=limit), Manner(**manner))]  # type: ignore[arg-type]


async def refused(letter: Letter, **manner: Any) -> str:
    (step,) = await made(letter, **manner)
    assert (step.verdict, step.record) == ("refused", None)
    return str(step.refusal)


async def test_a_record_has_the_letters_bytes_key_partition_and_foreign_headers(letter: Callable[..., Letter]) -> None:
    foreign = (("content-type", b"application/json"), ("x", b"1"), ("x", b"2"))

    (step,) = await made(letter(headers=foreign))

    record = step.record
    assert record is not None
    assert (record.topic, record.key, record.value, record.partition) == (
        "news.article.raw.v1", b"k", b'{"id": "a", "text": "A quiet day."}', 2,
    )
    assert record.headers == (
        *foreign, ("nf-error-attempt", b"1"), ("nf-error-first-failed-at", b"2026-11-21T09:00:00Z"),
        ("nf-replays", b"1"), ("nf-replay-of", b"news.article.dlq.v1/0/7"),
    )


async def test_headers_are_set_and_taken_away_as_asked_for(letter: Callable[..., Letter]) -> None:
    changed = (("content-type", b"text/html"), ("x", None))

    (step,) = await made(letter(headers=(("content-type", b"application/xml"), ("x", b"1"))), headers=changed)

    assert step.record is not None
    told = dict(step.record.headers)
    assert (told["content-type"], "x" in told) == (b"text/html", False)


async def test_what_would_have_more_headers_than_the_worker_reads_is_refused_until_some_are_taken_away(
    letter: Callable[..., Letter],
) -> None:
    many = letter(headers=(("x", b""),) * (MOST_HEADERS - 3))  # with the four that we add one too many

    assert "at most 1000 headers, ours included, found 1001" in await refused(many)
    (step,) = await made(many, headers=(("x", None),))
    assert step.verdict == "ready"


async def test_a_transform_gives_new_bytes_or_leaves_the_letter(letter: Callable[..., Letter]) -> None:
    (mended,) = await made(letter(), transform=lambda one: (one.payload or b"").upper())
    (left,) = await made(letter(), transform=lambda _: None)

    assert mended.record is not None
    assert mended.record.value == b'{"ID": "A", "TEXT": "A QUIET DAY."}'
    assert (left.verdict, left.record) == ("left", None)


async def test_a_letter_that_came_back_too_often_is_refused(letter: Callable[..., Letter]) -> None:
    again = letter(headers=(("nf-replays", b"2"),))

    assert "nf-replays: at most 2 replays, it failed after 2" in await refused(again, most=2)
    (step,) = await made(again, most=3)
    assert step.verdict == "ready"


async def test_a_letter_of_another_topic_is_not_sent_to_ours(letter: Callable[..., Letter]) -> None:
    assert "it came from payroll, replays go to news.article.raw.v1" in await refused(letter(topic="payroll"))


async def test_a_letter_that_does_not_say_where_it_came_from_is_refused(with_headers: Callable[..., Letter]) -> None:
    assert "__streams.errors.topic: no header says where" in await refused(with_headers())


async def test_a_pointer_whose_original_is_gone_is_refused(letter: Callable[..., Letter], failed: Failed) -> None:
    pointing = letter(b"x" * 40_000, outcome=failed, carried=16_384)

    assert await refused(pointing) == "pointer: it is gone. Ask for it"


async def test_what_the_worker_would_refuse_again_is_refused_here_with_its_words(letter: Callable[..., Letter]) -> None:
    told = await refused(letter(b'{"id": "a", "text": "A day.", "published": "soon"}'), accept=build_decoder())

    assert told.startswith("/published: the worker would refuse it again: ")
    assert told.endswith("--as-is sends it all the same")


async def test_the_limit_counts_what_is_sent_so_that_refused_letters_do_not_block_the_way(
    letter: Callable[..., Letter],
) -> None:
    stuck, fine = letter(headers=(("nf-replays", b"9"),)), letter()

    found = await made(stuck, stuck, fine, fine, fine, limit=2)

    assert [step.verdict for step in found] == ["refused", "refused", "ready", "ready"]


async def test_an_error_of_the_transform_goes_up_at_once(letter: Callable[..., Letter]) -> None:
    def broken(_: Letter) -> bytes:
        raise KeyError("x")

    with pytest.raises(KeyError):
        await made(letter(), transform=broken)
