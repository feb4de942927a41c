"""What a letter is sent again as, and whether it may be. Pure but for the original that a pointer stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from worker.pipeline.errors import ArticleRejected
from worker.pipeline.values import Envelope
from worker.stream.letter_headers import ERRORS, OURS, REPLAY_OF, REPLAYS
from worker.stream.letters.refusal import Refusal
from worker.stream.record_format import MOST_HEADERS
from worker.stream.records import Record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from worker.stream.letters.choice import Choice
    from worker.stream.letters.desk import Desk
    from worker.stream.letters.letter import Letter
    from worker.stream.records import Headers

Transform: TypeAlias = "Callable[[Letter], bytes | None]"

_KEPT = frozenset({"nf-error-attempt", "nf-error-first-failed-at"})  # dead_letters.py counts on from them


@dataclass(frozen=True, slots=True)
class Manner:
    """How letters are sent again.

    `transform`: new bytes for a letter's payload, or None to leave it where it is. `accept`: raises ArticleRejected
    for what the worker would refuse again; None asks nobody. `headers`: set or, with None, taken away.
    `most`: a letter that was sent again so often already is refused.
    """

    transform: Transform | None = None
    accept: Callable[[Envelope], object] | None = None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    most: int = 3


@dataclass(frozen=True, slots=True)
class Step:
    """What is to become of one letter. `record` is there for "ready", `refusal` for "refused"."""

    letter: Letter
    verdict: Literal["ready", "left", "refused"]
    record: Record | None = None
    refusal: Refusal | None = None


async def steps(desk: Desk, choice: Choice, manner: Manner) -> AsyncIterator[Step]:
    """One for each chosen letter. Raises what `transform` raises.

    The limit counts what is ready: else letters that are refused every time would block the way for ever.
    """
    ready = 0
    async for letter, _ in desk.letters(replace(choice, limit=0)):
        try:
            step = await _step(desk, letter, manner)
        except Refusal as refusal:
            step = Step(letter, "refused", refusal=refusal)
        yield step
        ready += step.verdict == "ready"
        if choice.limit and ready == choice.limit:
            return


async def _step(desk: Desk, letter: Letter, manner: Manner) -> Step:
    topics = desk.settings.topics
    _check(letter, manner.most, topics.raw)
    whole = await desk.whole(letter)
    payload = manner.transform(whole) if manner.transform else whole.payload or b""
    if payload is None:
        return Step(letter, "left")
    headers = _headers(whole, manner.headers, f"{topics.dead_letter}/{letter.place}")
    assert letter.origin is not None  # noqa: S101 - checked above
    _check_headers(headers)
    record = Record(topics.raw, whole.key, payload, headers, letter.origin.partition)
    _accept(record, manner)
    return Step(letter, "ready", record)


def _check(letter: Letter, most: int, raw: str) -> None:
    """Raises Refusal."""
    if letter.origin is None:
        raise Refusal(
            f"{ERRORS}topic", "no header says where the article came from", "Export it, and `newsfacts produce` it"
        )
    if letter.origin.topic != raw:
        raise Refusal(
            f"{ERRORS}topic", f"it came from {letter.origin.topic}, replays go to {raw}",
            f"Set NEWSFACTS_TOPIC_RAW={letter.origin.topic}, if that is meant",
        )
    if letter.replays >= most:
        raise Refusal(
            REPLAYS, f"at most {most} replays, it failed after {letter.replays}",
            "Mend it with --transform, discard it, or raise --max-replays",
        )


def _check_headers(headers: Headers) -> None:
    """Raises Refusal for what the worker would not read: without the stamps nobody would count how often it came."""
    if len(headers) > MOST_HEADERS:
        raise Refusal(
            "headers", f"at most {MOST_HEADERS} headers, ours included, found {len(headers)}",
            "Take some away with --header NAME=",
        )


def _headers(letter: Letter, changed: tuple[tuple[str, bytes | None], ...], place: str) -> Headers:
    """The producer's own, changed as asked for, what the next attempt counts on from, and our stamps."""
    gone = {REPLAYS, REPLAY_OF} | {name for name, _ in changed}
    kept = tuple(
        (name, value or b"") for name, value in letter.headers
        if name not in gone and (name in _KEPT or not name.startswith((ERRORS, OURS)))
    )
    new = tuple((name, value) for name, value in changed if value is not None)
    return (*kept, *new, (REPLAYS, b"%d" % (letter.replays + 1)), (REPLAY_OF, place.encode()))


def _accept(record: Record, manner: Manner) -> None:
    """Raises Refusal for what would only come back."""
    if manner.accept is None:
        return
    try:
        manner.accept(Envelope(record.value or b"", record.key, record.headers, record.topic, record.partition or 0))
    except ArticleRejected as error:
        fix = f"{error.fix.rstrip('.')}; --as-is sends it all the same"
        raise Refusal(error.field, f"the worker would refuse it again: {error.rule}", fix) from error
