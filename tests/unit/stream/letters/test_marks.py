"""What marks say, of which letters, and of which no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from worker.settings import load
from worker.stream.letters.letter import Place
from worker.stream.letters.marks import FORGOTTEN, Marks, mark_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.stream.letters.letter import Letter
    from worker.stream.records import Record

TOPICS = load().topics


def marks(*records: Record) -> Marks:
    found = Marks(TOPICS.dead_letter, {0: range(5, 100)})
    for one in records:
        found.put(one.key, one.value)
    return found


def marked(letter: Letter, because: str | None = None) -> Record:
    return mark_record(TOPICS, letter, "discarded" if because else "replayed", "2026-11-21T09:00:00.000Z", because)


def test_a_letter_is_what_its_last_mark_says(letter: Callable[..., Letter]) -> None:
    one = letter()

    assert marks().of(one) == "open"
    assert marks(marked(one)).of(one) == "replayed"
    assert marks(marked(one, "sent anew"), marked(one)).of(one) == "replayed"
    assert marks(marked(one)).of(replace(one, place=Place(0, 8))) == "open"


def test_a_mark_is_compacted_by_the_address_of_its_letter(letter: Callable[..., Letter]) -> None:
    record = marked(letter())

    assert (record.topic, record.key) == ("newsfacts.dead-letter-state.v1", b"news.article.dlq.v1/0/7")


@pytest.mark.parametrize("parked_ms", [-1, 0, 1_000, 253_402_300_799_999])
def test_a_mark_of_another_letter_at_the_same_address_says_nothing(
    letter: Callable[..., Letter], parked_ms: int
) -> None:
    one = letter(parked_ms=parked_ms)

    assert marks(marked(one)).of(one) == "replayed"
    assert marks(marked(one)).of(replace(one, parked_ms=parked_ms + 1)) == "open"


def test_marks_of_letters_that_are_gone_are_named_until_they_are_cleared_away(letter: Callable[..., Letter]) -> None:
    old = marked(letter(place=Place(0, 4)))

    assert marks(old, marked(letter())).gone == (old.key,)
    assert marks(old, replace(old, value=None)).gone == ()


def test_no_more_are_cleared_away_at_once_than_fit_in_memory(letter: Callable[..., Letter]) -> None:
    of = Marks(TOPICS.dead_letter, {0: range(10**6, 10**6 + 1)})
    for offset in range(FORGOTTEN + 5):
        record = marked(letter(place=Place(0, offset)))
        of.put(record.key, record.value)

    assert len(of.gone) == FORGOTTEN


@pytest.mark.parametrize("value", [None, b"", b"no json", b"{}", b'{"topic": "x"}'])
def test_what_is_no_mark_is_passed_over(letter: Callable[..., Letter], value: bytes | None) -> None:
    found = marks()
    found.put(b"key", value)

    assert (found.of(letter()), found.gone) == ("open", ())


def test_marks_of_another_topic_or_partition_are_not_ours(letter: Callable[..., Letter]) -> None:
    theirs = mark_record(load({"topic_dead_letter": "other"}).topics, letter(), "replayed", "2026-11-21T09:00:00Z")

    assert marks(theirs).of(letter()) == "open"
    assert marks(marked(letter(place=Place(3, 7)))).of(letter(place=Place(3, 7))) == "open"
