"""The clean article event: what was read, published also when no fact was drawn (design/contract.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.fact import DocumentRef, FactId, LocalTimeValue, Provenance, Sha256, SiValue
from schemas.model import Contract

CLEAN_SCHEMA_VERSION = "1.0.0"
Offset = Annotated[int, Field(ge=0)]


class BlockValue(Contract):
    start: Offset
    end: Offset
    label: str


class MentionValue(Contract):
    start: Offset
    end: Offset
    kind: Literal["name", "pronoun", "nominal"]


class EntityValue(Contract):
    id: str
    key: str
    label: str
    type: str
    named: bool
    mentions: tuple[MentionValue, ...]


class TimeValue(Contract):
    start: Offset
    end: Offset
    type: Literal["date", "time", "duration", "set"]
    timex3: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    anchor: str | None


class QuantityMentionValue(Contract):
    start: Offset
    end: Offset
    amount: str
    comparator: Literal["=", ">", ">=", "<", "<=", "~"]
    unit_ucum: str | None
    currency: str | None = None
    si: SiValue | None


class QuoteMentionValue(Contract):
    start: Offset
    end: Offset
    kind: Literal["direct", "indirect", "partial"]
    speaker: str | None
    cue: str | None


class MetadataValue(Contract):
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: LocalTimeValue | None = None
    updated: LocalTimeValue | None = None
    publisher: str | None = None
    section: str | None = None
    credits: tuple[str, ...] = ()


class CleanArticleEvent(Contract):
    """One reading of one article; offsets count code points of `text`."""

    schema_version: str = CLEAN_SCHEMA_VERSION
    text: str
    text_sha256: Sha256
    blocks: tuple[BlockValue, ...]
    metadata: MetadataValue
    entities: tuple[EntityValue, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[QuantityMentionValue, ...]
    quotes: tuple[QuoteMentionValue, ...]
    fact_ids: tuple[FactId, ...]
    document: DocumentRef
    processed_at: str
    provenance: Provenance
