"""CloudEvents 1.0 in Kafka's binary mode: the headers of every event that we publish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from schemas.codec import CONTENT_TYPE
from schemas.json_schema import schema_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemas.clean import CleanArticleEvent
    from schemas.dead_letter import DeadLetterPointer
    from schemas.fact import FactEvent

Headers: TypeAlias = tuple[tuple[str, bytes], ...]

DEFAULT_SOURCE: Final = "urn:newsfacts"
TYPE_PREFIX: Final = "io.newsfacts."
FACT_TYPES: Final = {"assert": "fact.asserted.v1", "amend": "fact.amended.v1", "retract": "fact.retracted.v1"}

_TRACESTATE_BYTES: Final = 512  # what everybody should pass on of it (W3C Trace Context, 3.3.1.5); more may be dropped
_TRACEPARENT: Final = re.compile(
    rb"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"
)  # W3C Trace Context, 3.2


@dataclass(frozen=True, slots=True)
class Attributes:
    """What tells one event from every other. `source` and `id` together are unique, and the same when sent again."""

    id: str
    type: str
    time: str
    subject: str
    dataschema: str
    source: str = DEFAULT_SOURCE

    def headers(self, trace: Headers = ()) -> Headers:
        """`trace`: what `traced` found in the record that caused this event."""
        told = {
            "ce_specversion": "1.0",
            "ce_id": self.id,
            "ce_source": self.source,
            "ce_type": TYPE_PREFIX + self.type,
            "ce_time": self.time,
            "ce_subject": self.subject,
            "ce_dataschema": self.dataschema,
            "content-type": CONTENT_TYPE,
        }
        return (*((name, value.encode()) for name, value in told.items()), *trace)


def of_fact(fact: FactEvent, source: str = DEFAULT_SOURCE) -> Attributes:
    """Every event of a fact has a revision of its own, so fact and revision name the event."""
    schema = schema_id("fact", fact.schema_version)
    name = f"{fact.fact_id}.{fact.revision}"
    return Attributes(name, FACT_TYPES[fact.op], fact.processed_at, fact.fact_id, schema, source)


def of_article(article: CleanArticleEvent, source: str = DEFAULT_SOURCE) -> Attributes:
    document = article.document
    schema = schema_id("clean-article", article.schema_version)
    name = f"{document.id}.{document.revision}"
    return Attributes(name, "article.cleaned.v1", article.processed_at, document.id, schema, source)


def of_dead_letter(pointer: DeadLetterPointer, time: str, source: str = DEFAULT_SOURCE) -> Attributes:
    """Only for the pointer that stands for too large an original: an original itself keeps its own headers."""
    schema = schema_id("dead-letter-pointer", pointer.schema_version)
    name = f"{pointer.topic}/{pointer.partition}/{pointer.offset}"
    return Attributes(name, "article.dead_lettered.v1", time, name, schema, source)


def traced(headers: Iterable[tuple[str, bytes]]) -> Headers:
    """The incoming record's W3C trace context, to be passed on; what is malformed or endless is left behind."""
    found = {name.lower().removeprefix("ce_"): value for name, value in headers if value}
    parent = found.get("traceparent", b"")
    if not _TRACEPARENT.fullmatch(parent):
        return ()
    state = found.get("tracestate", b"")
    passed = 0 < len(state) <= _TRACESTATE_BYTES
    return (("traceparent", parent), *((("tracestate", state),) if passed else ()))
