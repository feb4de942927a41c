"""What must come out of a topic of articles, recomputed by the pure core and the worker's own decisions."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from schemas.codec import encode
from worker.pipeline.outcome import Extracted, Rejected
from worker.pipeline.values import Envelope
from worker.stream.policy import admitted, revised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from schemas.fact import FactEvent
    from schemas.state import DocumentState
    from worker.chaos.log import Seen
    from worker.pipeline.outcome import Outcome
    from worker.settings import Settings

Letter: TypeAlias = tuple[bytes, ...]  # key, payload, partition and offset of the article, code of the reason
Told: TypeAlias = tuple[int, tuple[str, ...]]  # a clean article: its revision and its facts
Event: TypeAlias = tuple[str, str, int]  # what is done, the fact's id, the revision that says so
Stream: TypeAlias = tuple[str, bytes]  # document and record key: what has an order of its own in a topic


@dataclass(slots=True)
class Truth:
    """`written`: document and revision of every state, by partition of the input, in order.

    `clean`: revision and facts of each clean article of a document, in order.
    """

    streams: dict[Stream, list[Event]] = field(default_factory=lambda: defaultdict(list))
    states: dict[str, bytes] = field(default_factory=dict)
    written: dict[int, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    clean: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    letters: Counter[Letter] = field(default_factory=Counter)
    known: dict[str, DocumentState] = field(default_factory=dict)

    def tell(self, events: Iterable[FactEvent]) -> None:
        for event in events:
            stream = event.document.id, event.subject.key.encode()
            self.streams[stream].append((event.op, event.fact_id, event.revision))


def truth(articles: Iterable[Seen], process: Callable[[Envelope], Outcome], settings: Settings) -> Truth:
    """`articles`: the raw topic as it was read, each partition in order. Facts that go to one topic only."""
    told = Truth()
    for article in articles:
        envelope = Envelope(
            article.value, article.key, article.headers, settings.topics.raw, article.partition, article.offset
        )
        outcome = process(envelope)
        if isinstance(outcome, Extracted):
            _extracted(told, outcome, article.partition, settings)
        else:
            code = outcome.reason.value if isinstance(outcome, Rejected) else outcome.reason
            place = b"%d" % article.partition, b"%d" % article.offset
            told.letters[article.key, article.value, *place, code.encode()] += 1
    return told


def _extracted(told: Truth, outcome: Extracted, partition: int, settings: Settings) -> None:
    revision = revised(told.known.get(outcome.article.document.id), admitted(outcome, settings)[0], settings)
    told.tell(revision.events)
    if revision.article is not None:
        document = revision.article.document
        told.clean[document.id].append((document.revision, revision.article.fact_ids))
    if (state := revision.state) is not None:
        told.known[state.document_id] = state
        told.states[state.document_id] = encode(state)
        told.written[partition].append((state.document_id, state.revision))
