"""THE one place where an outcome becomes records: facts, clean article, state, or a dead letter; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from schemas.cloudevents import of_article, of_fact, traced
from schemas.codec import encode
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Rejected
from worker.stream.dead_letters import dead_letter
from worker.stream.policy import admitted, gate, revised, topic_of
from worker.stream.records import Record
from worker.stream.state import StoreBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aiokafka import ConsumerRecord
    from aiokafka.structs import RecordMetadata

    from schemas.clean import CleanArticleEvent
    from schemas.fact import FactEvent
    from schemas.state import DocumentState
    from worker.observability.labels import Ending, FactRefusal
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.revise import Revision
    from worker.pipeline.values import Envelope
    from worker.settings import Settings
    from worker.stream.records import Headers
    from worker.stream.sizes import Sizes

Known: TypeAlias = "Callable[[str], DocumentState | None]"

OUTPUT_OVERSIZE = "output_oversize"
PUBLISH = "publish"  # the step behind the core's last


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it came and as it was read."""

    record: ConsumerRecord
    envelope: Envelope
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Fate:
    """What one article leaves behind. `outcome` differs from the reading's if its output proved too large.

    `records`: those of the revision's events first, in their order.
    """

    reading: Reading
    outcome: Outcome
    ending: Ending
    records: tuple[Record, ...]
    revision: Revision | None = None
    refused: tuple[FactRefusal, ...] = ()
    state: tuple[bytes, bytes | None] | None = None


class Decision:
    """The fates of a batch, in order, and what its transaction will change. Grows by one article after the other."""

    def __init__(self, known: Known, settings: Settings, sizes: Sizes) -> None:
        """`known`: the state of a document before this batch, None if it was never seen."""
        self.fates: list[Fate] = []
        self.checkpoint: int | None = None  # next changelog offset; known once the records are delivered
        self._known = known
        self._settings = settings
        self._sizes = sizes
        self._fresh: dict[str, DocumentState] = {}

    def add(self, reading: Reading) -> None:
        """Judge the next article; a second revision of a document by what the first one left. Raises StoreBroken."""
        fate = _surely(reading, self._state, self._settings, self._sizes)
        if fate.revision is not None and fate.revision.state is not None:
            self._fresh[fate.revision.state.document_id] = fate.revision.state
        self.fates.append(fate)

    def _state(self, document_id: str) -> DocumentState | None:
        return self._fresh.get(document_id) or self._known(document_id)

    @property
    def records(self) -> list[Record]:
        return [record for fate in self.fates for record in fate.records]

    @property
    def changes(self) -> dict[bytes, bytes | None]:
        """The last state of each document; earlier ones of the same batch are in the changelog only."""
        return dict(fate.state for fate in self.fates if fate.state is not None)

    def delivered(self, places: Iterable[RecordMetadata]) -> None:
        changelog = self._settings.topics.document_state
        ours = [place.offset for place in places if place.topic == changelog]
        self.checkpoint = max(ours) + 1 if ours else None


def _surely(reading: Reading, known: Known, settings: Settings, sizes: Sizes) -> Fate:
    """A bug of ours on the last steps costs one article, as one in the core does, and not the partition."""
    try:
        return _fate(reading, known, settings, sizes)
    except StoreBroken:
        raise
    except Exception as error:  # noqa: BLE001 - becomes the article's dead letter
        return _parked(reading, Failed.of(error, "revise"), settings, sizes)


def _fate(reading: Reading, known: Known, settings: Settings, sizes: Sizes) -> Fate:
    outcome = reading.outcome
    if not isinstance(outcome, Extracted):
        return _parked(reading, outcome, settings, sizes)
    allowed, refused = admitted(outcome, settings)
    before = known(outcome.article.document.id)
    revision = revised(before, allowed, settings)
    fate = _published(reading, allowed, revision, before, settings)
    large = [record for record in fate.records if not sizes.fits(record)]
    if large:
        return _parked(reading, _too_large(large[0], sizes), settings, sizes)
    if refused and not allowed.facts and fate.ending == "no_facts":
        fate = replace(fate, ending="dropped_by_policy")
    return replace(fate, outcome=outcome, refused=refused)


def _published(
    reading: Reading, outcome: Extracted, revision: Revision, before: DocumentState | None, settings: Settings
) -> Fate:
    """All that a revision changes; nothing at all when it changes nothing. A retraction goes where the fact went."""
    trace = traced(reading.envelope.headers)
    aside = frozenset(fact.fact_id for fact in before.facts if fact.redirected) if before is not None else frozenset()
    records = [_fact(event, trace, settings, aside) for event in revision.events]
    if revision.article is not None:
        records.append(_article(revision.article, trace, settings))
    change = None
    if revision.state is not None:
        change = (revision.state.document_id.encode(), encode(revision.state))
        # The state lies beside its input: same partition number, whatever the key says.
        records.append(Record(settings.topics.document_state, *change, partition=reading.envelope.partition))
    return Fate(reading, outcome, revision.kind, tuple(records), revision, state=change)


def _fact(event: FactEvent, trace: Headers, settings: Settings, aside: frozenset[str]) -> Record:
    redirected = event.fact_id in aside if event.op == "retract" else gate(event, settings) == "redirect"
    topic = topic_of(event, settings, redirected=redirected)
    return Record(topic, event.subject.key.encode(), encode(event), of_fact(event).headers(trace))


def _article(article: CleanArticleEvent, trace: Headers, settings: Settings) -> Record:
    return Record(
        settings.topics.clean, article.document.id.encode(), encode(article), of_article(article).headers(trace)
    )


def _parked(reading: Reading, outcome: Rejected | Failed, settings: Settings, sizes: Sizes) -> Fate:
    record = dead_letter(settings.topics.dead_letter, reading.envelope, outcome, sizes)
    return Fate(reading, outcome, "dead_lettered", (record,))


def _too_large(record: Record, sizes: Sizes) -> Rejected | Failed:
    """All or nothing: an article whose clean text fits but whose facts do not would be half told.

    Our fault only where somebody lowered the topic's limit: a few huge articles must not open the breaker.
    """
    limit = sizes.limit(record.topic)
    if sizes.lowered(record.topic):
        told = f"a record of {record.size_bytes} bytes for {record.topic}, which takes {limit}"
        return Failed(OUTPUT_OVERSIZE, PUBLISH, told)
    return Rejected(
        RejectReason.OVERSIZE, PUBLISH, "/text",
        f"what is read from it must fit into {limit} bytes of {record.topic}, found {record.size_bytes}",
        "Send it in parts, or raise the topic's max.message.bytes and NEWSFACTS_MAX_REQUEST_BYTES",
    )
