"""The clean article event: what was read, published also when no fact was drawn (design/contract.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.fact import Comparator, DocumentRef, FactId, LocalTimeValue, Provenance, Sha256, SiValue
from schemas.model import Contract

CLEAN_SCHEMA_VERSION = "1.1.0"  # 1.1: read_to


class _Range(Contract):
    """Where something stands: `text[start:end]`, in code points."""

    start: Annotated[int, Field(ge=0)] = Field(description="First code point of `text`, counted from 0.")
    end: Annotated[int, Field(ge=0)] = Field(description="The code point after the last.")


class BlockValue(_Range):
    """A line or paragraph."""

    label: str = Field(description="body, heading, caption, ...: not closed.")


class MentionValue(_Range):
    """Words that mean an entity."""

    kind: Literal["name", "pronoun", "nominal"] = Field(description="What kind of words they are.")


class EntityValue(Contract):
    """Somebody or something that the article speaks of."""

    id: str = Field(description="Identifier, as facts use it.")
    key: str = Field(description="Equal keys mean the same entity, across articles.")
    label: str = Field(description="The fullest name in the text, or a short description.")
    type: str = Field(description="person, organization, gpe, ...: not closed.")
    named: bool = Field(description="Whether the text names it.")
    mentions: tuple[MentionValue, ...] = Field(description="Where the text means it.")


class TimeValue(_Range):
    """A date, time, duration or set."""

    type: Literal["date", "time", "duration", "set"] = Field(description="TIMEX3 type.")
    timex3: str = Field(description="TIMEX3 value; of a duration its ISO 8601 form.")
    edtf: str | None = Field(description="ISO 8601-2 (EDTF) level 1; null while unresolved.")
    earliest: str | None = Field(description="First ISO date that it can mean.")
    latest: str | None = Field(description="Last ISO date that it can mean.")
    anchor: str | None = Field(description="What it was resolved against; null: complete, or unresolved.")


class QuantityMentionValue(_Range):
    """A number with its unit, or money."""

    amount: str = Field(description="Decimal string.")
    comparator: Comparator = Field(description="How the article bounds it; ~ means about.")
    unit_ucum: str | None = Field(description="UCUM code; null for money.")
    currency: str | None = Field(None, description="ISO 4217 code, for money.")
    si: SiValue | None = Field(description="In an SI unit, where there is one.")


class QuoteMentionValue(_Range):
    """Words of a speaker."""

    kind: Literal["direct", "indirect", "partial"] = Field(
        description="Word for word, in substance, or in parts."
    )
    speaker: str | None = Field(description="Id of the entity that speaks; null when nobody is named.")
    cue: str | None = Field(description="The words that report it, such as said.")


class MetadataValue(Contract):
    """What is known of the article besides its text; what the producer says wins."""

    title: str | None = Field(None, description="Headline.")
    authors: tuple[str, ...] = Field((), description="Names of the authors.")
    published: LocalTimeValue | None = Field(None, description="When it was published.")
    updated: LocalTimeValue | None = Field(None, description="When this revision was published.")
    publisher: str | None = Field(None, description="Who published it.")
    section: str | None = Field(None, description="Section or desk.")
    credits: tuple[str, ...] = Field((), description="Whom the article credits, for pictures above all.")


class CleanArticleEvent(Contract):
    """One reading of one article; all offsets count code points of `text`."""

    schema_version: str = Field(CLEAN_SCHEMA_VERSION, description="Version of this schema (semver).")
    text: str = Field(
        description="The article without boilerplate and headline; blocks are parted by blank lines."
    )
    text_sha256: Sha256 = Field(description="SHA-256 of `text` in UTF-8; evidence names the text by it.")
    read_to: Annotated[int, Field(ge=0)] | None = Field(
        None,
        description="null: all of `text` was read. Else the code point where reading ended, as the article is longer "
        "than the 30,000 words that are read: what follows is in `text` and `blocks`, and in nothing else.",
    )
    blocks: tuple[BlockValue, ...] = Field(description="Lines and paragraphs, in order.")
    metadata: MetadataValue = Field(description="What is known besides the text.")
    entities: tuple[EntityValue, ...] = Field(description="Who and what the article speaks of.")
    times: tuple[TimeValue, ...] = Field(description="Time expressions, in order.")
    quantities: tuple[QuantityMentionValue, ...] = Field(description="Quantities and money, in order.")
    quotes: tuple[QuoteMentionValue, ...] = Field(description="Quotes, in order.")
    fact_ids: tuple[FactId, ...] = Field(description="The facts that were drawn.")
    document: DocumentRef = Field(description="The article.")
    processed_at: str = Field(description="When the article was received (RFC 3339, UTC).")
    provenance: Provenance = Field(description="What read it.")
