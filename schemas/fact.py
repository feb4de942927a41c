"""The fact event: one claim of one article with its evidence, status and attribution (design/contract.md)."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator

from schemas.model import Contract
from schemas.terms import (
    Comparator,
    DateValue,
    EntityRef,
    Literal_,
    MoneyValue,
    ObjectRef,
    QuantityValue,
    QuoteValue,
    ResolvedFrom,
    SiValue,
)

__all__ = [
    "FACT_SCHEMA_VERSION",
    "Attribution",
    "Comparator",
    "DateValue",
    "DocumentRef",
    "EntityRef",
    "EventTime",
    "Evidence",
    "FactEvent",
    "FactId",
    "FactKey",
    "Literal_",
    "LocalTimeValue",
    "MoneyValue",
    "ObjectRef",
    "Predicate",
    "Provenance",
    "QuantityValue",
    "QuoteValue",
    "ResolvedFrom",
    "Sensitivity",
    "Sha256",
    "SiValue",
    "Status",
]

FACT_SCHEMA_VERSION = "1.0.0"

Status: TypeAlias = Literal["asserted", "reported", "predicted", "hypothetical", "opinion", "denied"]
Sensitivity: TypeAlias = Literal[
    "minor", "health", "religion", "politics", "sexual_orientation", "ethnicity", "crime", "address"
]
FactId = Annotated[str, Field(pattern=r"^f_[0-9a-f]{32}$")]
FactKey = Annotated[str, Field(pattern=r"^k_[0-9a-f]{32}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Predicate = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]


class Attribution(Contract):
    """Who says so."""

    speaker: EntityRef | None = Field(description="Null when the text names nobody that is an entity.")
    label: str = Field(description="The words that name the speaker.")
    cue: str | None = Field(None, description="The words that report it, such as said.")
    channel: str | None = Field(None, description="Where it was said, such as Instagram.")
    said_at: DateValue | None = Field(None, description="When it was said.")


class Evidence(Contract):
    """Words that carry the fact (W3C Web Annotation: text quote and text position in one)."""

    exact: str = Field(description="The words: text[start:end] of the text that `text_sha256` names.")
    prefix: str = Field(description="Some of what stands before them.")
    suffix: str = Field(description="Some of what stands after them.")
    start: Annotated[int, Field(ge=0)] = Field(description="First code point, counted from 0.")
    end: Annotated[int, Field(ge=0)] = Field(description="The code point after the last.")
    unit: Literal["codepoint"] = Field("codepoint", description="What start and end count.")
    text: Literal["clean", "raw"] = Field("clean", description="Which text they count in.")
    text_sha256: Sha256 = Field(description="SHA-256 of that text in UTF-8.")
    sentence: int | None = Field(None, description="Index of the sentence.")
    block_id: int | None = Field(None, description="Index of the block in the clean article event.")
    block_label: str | None = Field(None, description="Label of that block, such as body or caption.")


class LocalTimeValue(Contract):
    """A time as the article tells it; no zone is invented."""

    local: str = Field(description="ISO 8601 local date or time, to its precision.")
    offset: str | None = Field(
        None, description="Offset from UTC (Z, +02:00); null when the article tells none."
    )
    precision: str = Field(description="year, month, day, minute or second.")
    source: Literal["producer", "text", "html"] = Field(description="Where it was found.")


class DocumentRef(Contract):
    """The article that a fact comes from."""

    id: str = Field(
        description="Document id: the producer's, else made of the canonical address or the content."
    )
    url: str | None = Field(None, description="Canonical address.")
    title: str | None = Field(None, description="Headline.")
    publisher: str | None = Field(None, description="Who published it.")
    published: LocalTimeValue | None = Field(None, description="When it was published.")
    language: str | None = Field(None, description="BCP 47 tag.")
    content_sha256: Sha256 = Field(description="Hash of the content as it came; tells revisions apart.")
    revision: Annotated[int, Field(ge=1)] = Field(
        1, description="Counts the revisions that we have seen, from 1."
    )
    duplicate_of: str | None = Field(None, description="Document id of the article that this one copies.")
    cluster_id: str | None = Field(None, description="Id of the group of near-duplicates.")
    rights: str | None = Field(None, description="Rights notice of the producer.")


class Provenance(Contract):
    """What drew the fact, so that one reading can be told from the next."""

    pipeline: str = Field(description="Name of the pipeline.")
    pipeline_version: str = Field(description="Its version.")
    extractor: str = Field(description="Name of the extractor.")
    extractor_version: str = Field(description="Its version.")
    model_ids: tuple[str, ...] = Field((), description="Trained models that took part, with their versions.")
    rules_version: str = Field(description="Version of the rules.")
    run_id: str | None = Field(None, description="Id of the run, where runs are numbered.")


class EventTime(Contract):
    """When the fact holds or happened."""

    earliest: str | None = Field(description="First ISO date.")
    latest: str | None = Field(description="Last ISO date.")


# The rules of `_says_enough`, for those who validate with the JSON Schema alone.
_RULES: Final[dict[str, Any]] = {
    "allOf": [
        {
            "if": {"properties": {"op": {"const": "retract"}}},
            "then": {"properties": {"retract_reason": {"type": "string"}}},
            "else": {
                "properties": {"retract_reason": {"type": "null"}, "evidence": {"minItems": 1}},
                "allOf": [
                    {
                        "if": {"properties": {"status": {"const": "reported"}}},
                        "then": {"properties": {"attribution": {"type": "object"}}},
                    },
                    {
                        "if": {"properties": {"derivation": {"const": "inferred"}}},
                        "then": {"properties": {"premises": {"minItems": 1}}},
                        "else": {"properties": {"premises": {"maxItems": 0}}},
                    },
                ],
            },
        }
    ]
}


class FactEvent(Contract):
    """One assertion, amendment or retraction of one fact of one document."""

    model_config = ConfigDict(json_schema_extra=_RULES)

    schema_version: str = Field(FACT_SCHEMA_VERSION, description="Version of this schema (semver).")
    fact_id: FactId = Field(
        description="The fact in its document: the same words read again give the same id, whenever and by whatever."
    )
    fact_key: FactKey = Field(
        description="The fact without document, status and speaker: joins it across documents."
    )
    revision: Annotated[int, Field(ge=1)] = Field(
        1, description="The document's revision that made this event; rises with every event of the fact."
    )
    op: Literal["assert", "amend", "retract"] = Field(
        "assert", description="assert: new; amend: known and changed; retract: no longer held."
    )
    retract_reason: Literal["canceled", "withdrawn", "no_longer_stated"] | None = Field(
        None, description="Exactly if op is retract."
    )
    subject: EntityRef = Field(description="Whom or what the fact is about; its key is the record's key.")
    predicate: Predicate = Field(
        description="Name from the vocabulary, which has a version of its own: not closed."
    )
    predicate_wikidata: Annotated[str, Field(pattern=r"^P\d+$")] | None = Field(
        None, description="The Wikidata property that means the same."
    )
    object: ObjectRef = Field(description="An entity, or a literal value.")
    qualifiers: dict[str, tuple[ObjectRef, ...]] = Field(
        default_factory=dict, description="Date, place, role, as_of and so on: name to values."
    )
    status: Status = Field(
        description="How the article puts it; only asserted and reported are on the main topic."
    )
    polarity: Literal["positive", "negative"] = Field(
        "positive", description="negative: the article says it is not so."
    )
    attribution: Attribution | None = Field(
        None, description="Who says so; always given when status is reported."
    )
    derivation: Literal["explicit", "inferred"] = Field(
        "explicit", description="inferred: follows from `premises` by `rule_id`."
    )
    premises: tuple[str, ...] = Field(
        (), description="What it was inferred from: fact ids, or places in `evidence` (ev0, ev1, ...)."
    )
    rule_id: str = Field(description="The rule that drew it.")
    confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        description="Probability that a careful reader accepts the fact."
    )
    confidence_method: str = Field("rule_prior", description="How that probability was come by.")
    evidence: tuple[Evidence, ...] = Field(
        description="Where the article says it; empty in a retraction only."
    )
    document: DocumentRef = Field(description="The article.")
    event_time: EventTime | None = Field(None, description="When the fact holds or happened.")
    observed_at: str | None = Field(description="When the article was public, as far as known (ISO 8601).")
    processed_at: str = Field(description="When the article was received (RFC 3339, UTC); in no hash.")
    provenance: Provenance = Field(description="What drew it.")
    sensitivity: tuple[Sensitivity, ...] = Field((), description="Why it may need care before it is shown.")
    extensions: dict[Annotated[str, Field(pattern=r"^x_")], str] = Field(
        default_factory=dict, description="Fields outside this contract; names begin with x_."
    )

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        retracted = self.op == "retract"
        if retracted != (self.retract_reason is not None):
            raise ValueError("exactly a retraction carries retract_reason")
        if not retracted:
            self._check_claim()
        return self

    def _check_claim(self) -> None:
        if not self.evidence:
            raise ValueError("a fact that is not a retraction needs evidence")
        if self.status == "reported" and self.attribution is None:
            raise ValueError("a reported fact needs its attribution")
        if (self.derivation == "inferred") != bool(self.premises):
            raise ValueError("exactly an inferred fact carries premises")
