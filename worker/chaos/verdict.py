"""What the topics hold, against what they must hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from schemas.clean import CleanArticleEvent
from schemas.codec import decode
from schemas.fact import FactEvent
from schemas.state import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from worker.chaos.log import Seen
    from worker.chaos.truth import Event, Letter, Stream, Told, Truth

    Streams: TypeAlias = Mapping[Stream, list[Event]]

_LETTER_HEADERS = ("__streams.errors.partition", "__streams.errors.offset", "nf-error-code")
SHOWN = 12  # losses that a failed verdict names: enough to see which versions and partitions


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read: `facts` by the last reader, `watched` by one that looked on all the time."""

    sent: Counter[tuple[bytes, bytes]]
    given: list[Seen]
    facts: list[Seen]
    watched: list[Seen]
    letters: list[Seen]
    states: list[Seen]
    clean: list[Seen]
    uncommitted: int  # fact records of any kind, those of aborted transactions among them
    hung: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every figure but articles, events and aborted must be 0, and aborted must not."""

    articles: int = 0
    events: int = 0
    input_lost: int = 0
    missing: int = 0
    doubled: int = 0
    out_of_order: int = 0
    letters_missing: int = 0
    letters_doubled: int = 0
    states_wrong: int = 0
    states_out_of_order: int = 0
    clean_wrong: int = 0
    readers_differ: int = 0
    hung: int = 0
    aborted: int = 0
    losses: tuple[str, ...] = field(default=(), compare=False)

    @property
    def faults(self) -> dict[str, int]:
        """What is not as it must be."""
        neutral = {"articles", "events", "aborted", "losses"}
        return {name: count for name, count in asdict(self).items() if name not in neutral and count}

    @property
    def proves(self) -> bool:
        """A run in which no transaction was open at any fault proves nothing."""
        return self.aborted > 0


def judge(true: Truth, found: Evidence) -> Verdict:
    told = streams(found.facts)
    wanted, events = _counted(true.streams), _counted(told)
    letters = Counter(_letter(one) for one in found.letters)
    clean = _clean(found.clean)
    return Verdict(
        articles=len(found.given),
        events=events.total(),
        input_lost=(found.sent - Counter((one.key, one.value) for one in found.given)).total(),
        missing=(wanted - events).total(),
        doubled=(events - wanted).total(),
        out_of_order=sum(told.get(stream) != order for stream, order in true.streams.items()),
        letters_missing=(true.letters - letters).total(),
        letters_doubled=(letters - true.letters).total(),
        states_wrong=_states_wrong(true, found.states, told),
        states_out_of_order=sum(_written(found.states, number) != order for number, order in true.written.items()),
        clean_wrong=sum(clean.get(document) != true.clean.get(document) for document in clean | true.clean),
        readers_differ=len(set(found.facts) ^ set(found.watched)) + (len(found.watched) - len(set(found.watched))),
        hung=len(found.hung),
        aborted=found.uncommitted - len(found.facts),
        losses=tuple(_named(true, wanted - events)),
    )  # fmt: skip


def streams(facts: Iterable[Seen]) -> dict[Stream, list[Event]]:
    found: dict[Stream, list[Event]] = defaultdict(list)
    for one in facts:
        event = decode(FactEvent, one.value)
        found[event.document.id, one.key].append((event.op, event.fact_id, event.revision))
    return found


def _counted(of: Streams) -> Counter[tuple[Stream, Event]]:
    return Counter((stream, event) for stream, events in of.items() for event in events)


def _letter(one: Seen) -> Letter:
    headers = dict(one.headers)
    return one.key, one.value, *(headers.get(name, b"") for name in _LETTER_HEADERS)


def _clean(articles: Iterable[Seen]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for one in articles:
        article = decode(CleanArticleEvent, one.value)
        found[article.document.id].append((article.document.revision, article.fact_ids))
    return found


def _written(states: Iterable[Seen], partition: int) -> list[tuple[str, int]]:
    """Document and revision of each state of a partition, in order: as the articles came, or a lane has slipped."""
    own = (decode(DocumentState, one.value) for one in states if one.partition == partition)
    return [(state.document_id, state.revision) for state in own]


def _states_wrong(true: Truth, states: Iterable[Seen], told: Streams) -> int:
    """Each document's last state must be the recomputed one, and must know the facts that the log leaves standing."""
    last = {one.key.decode(): one.value for one in states}
    standing: dict[str, set[str]] = defaultdict(set)
    for (document, _), events in told.items():
        for op, fact_id, _ in events:
            (standing[document].discard if op == "retract" else standing[document].add)(fact_id)
    wrong = {document for document, state in true.states.items() if last.get(document) != state}
    for document, state in last.items():
        known = {fact.fact_id for fact in decode(DocumentState, state).facts}
        if known != standing[document] or document not in true.states:
            wrong.add(document)
    return len(wrong)


def _named(true: Truth, lost: Counter[tuple[Stream, Event]]) -> Iterable[str]:
    """Which events, and whether they are the last of their stream (a late marker) or in its middle (a loss)."""
    for ((document, key), event), _ in sorted(lost.items())[:SHOWN]:
        order = true.streams[document, key]
        op, _, revision = event
        yield f"{document}: {op} of revision {revision}, event {order.index(event) + 1} of {len(order)}"
