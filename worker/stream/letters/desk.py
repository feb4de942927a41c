"""The letters that there were when somebody sat down to them, each with what became of it."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiokafka import TopicPartition

from worker.stream.letters.letter import Place, letter
from worker.stream.letters.marks import Marks
from worker.stream.letters.reading import follow, one, partitions, reader, spans
from worker.stream.letters.refusal import Refusal
from worker.stream.presence import ASK_SECONDS, TopicMissing
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiokafka import AIOKafkaConsumer, ConsumerRecord

    from schemas.dead_letter import DeadLetterPointer
    from worker.settings import Settings
    from worker.stream.letters.choice import Choice, State
    from worker.stream.letters.letter import Letter


class Desk:
    """Reads as often as asked, always the same letters: later ones, such as replays that failed again, are not seen.

    `spans`: by partition, the offsets that the topic held. `unmarked`: the topic of the marks is not there.
    """

    def __init__(self, settings: Settings, letters: AIOKafkaConsumer, originals: AIOKafkaConsumer) -> None:
        self.settings = settings
        self.spans: dict[int, range] = {}
        self.unmarked = False
        self._topic = settings.topics.dead_letter
        self._marks = Marks(self._topic, {})
        self._letters = letters
        self._originals = originals  # a reader of its own: `letters` may wait in the middle of a partition
        self._sources: dict[str, frozenset[TopicPartition]] = {}  # to ask takes a client of its own, and 0.2 s

    async def look(self) -> None:
        """Raises TopicMissing for the letters' own topic; where the marks' is missing every letter is open."""
        found = await spans(self._letters, await partitions(self.settings, self._topic))
        self.spans = {where.partition: span for where, span in found.items()}
        try:
            await self._recall(self._letters)
        except TopicMissing:
            self.unmarked = True

    async def recall(self) -> None:
        """Read the marks as they are now: another run may have set some between two epochs of ours."""
        await self._recall(self._originals)  # `letters` may wait in the middle of a partition

    async def _recall(self, consumer: AIOKafkaConsumer) -> None:
        self._marks = marks = Marks(self._topic, self.spans)
        where = await partitions(self.settings, self.settings.topics.dead_letter_state)
        for partition, span in (await spans(consumer, where)).items():
            async for record in follow(consumer, partition, span):
                marks.put(record.key, record.value)

    def state(self, of: Letter) -> State:
        return self._marks.of(of)

    @property
    def gone(self) -> tuple[bytes, ...]:
        """As Marks.gone."""
        return self._marks.gone

    async def letters(self, choice: Choice) -> AsyncIterator[tuple[Letter, State]]:
        """The chosen letters, partition by partition, in the order in which they were parked there."""
        left = choice.limit or None
        for partition, span in self.spans.items():
            where = TopicPartition(self._topic, partition)
            since = await self._since(where, choice.within(partition, span), choice.since_ms)
            async for record in follow(self._letters, where, since):
                found = letter(record)
                state = self._marks.of(found)
                if not choice.fits(found, state):
                    continue
                yield found, state
                if left is not None and (left := left - 1) == 0:
                    return

    async def letter(self, place: Place) -> tuple[Letter, State] | None:
        """None if no letter lies there."""
        if place.partition not in self.spans:
            return None
        record = await one(self._letters, TopicPartition(self._topic, place.partition), place.offset)
        if record is None:
            return None
        found = letter(record)
        return found, self._marks.of(found)

    async def whole(self, of: Letter) -> Letter:
        """The letter itself; where it is only a pointer, with the original fetched again. Raises Refusal."""
        pointer = of.pointer
        if pointer is None:
            return of
        record = await self._original(pointer)
        if hashlib.sha256(record.value or b"").hexdigest() != pointer.sha256:
            raise Refusal(
                "sha256", f"{of.origin} now holds another record than the one that became this letter",
                "Its topic was made anew: ask the producer for the article, then discard the letter",
            )
        return of.restored(record.key, record.value or b"", tuple(record.headers))

    async def _original(self, pointer: DeadLetterPointer) -> ConsumerRecord:
        """Raises Refusal."""
        if pointer.last_offset is not None:
            raise Refusal(
                "pointer", f"the batch at offsets {pointer.offset} to {pointer.last_offset} could not be read, so "
                "there is no original",
                "Ask the producer for its articles, in smaller batches, then discard the letter",
            )
        where = TopicPartition(pointer.topic, pointer.partition)
        there = where in await self._source(pointer.topic)
        record = await one(self._originals, where, pointer.offset) if there else None
        if record is None:
            raise Refusal(
                "pointer",
                f"the original of {pointer.size_bytes} bytes is no longer at "
                f"{pointer.topic}/{pointer.partition}/{pointer.offset}, whose retention has passed",
                "Ask the producer for the article, then discard the letter",
            )
        if isinstance(record.value, Withheld):
            raise Refusal(
                "pointer", f"the original cannot be read: {record.value.why}",
                "Ask the producer for the article, with fewer headers, then discard the letter",
            )
        return record

    async def _source(self, topic: str) -> frozenset[TopicPartition]:
        """Its partitions, none if it is not there, as they were when they were first asked for."""
        if topic not in self._sources:
            try:
                self._sources[topic] = frozenset(await partitions(self.settings, topic))
            except TopicMissing:
                self._sources[topic] = frozenset()
        return self._sources[topic]

    async def _since(self, where: TopicPartition, span: range, since_ms: int | None) -> range:
        """Spares the reading of what is too old."""
        if since_ms is None or not span:
            return span
        async with asyncio.timeout(ASK_SECONDS):
            found = (await self._letters.offsets_for_times({where: since_ms}))[where]
        return range(max(span.start, found.offset), span.stop) if found is not None else range(0)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Desk]:
    """Raises TopicMissing, and aiokafka's errors when no broker answers."""
    letters, originals = reader(settings), reader(settings)
    try:
        await letters.start()
        await originals.start()
        desk = Desk(settings, letters, originals)
        await desk.look()
        yield desk
    finally:
        await letters.stop()
        await originals.stop()
