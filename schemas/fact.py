"""The fact event: one claim of one article with its evidence, status and attribution (design/contract.md)."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from schemas.model import Contract

FACT_SCHEMA_VERSION = "1.0.0"

Status: TypeAlias = Literal["asserted", "reported", "predicted", "hypothetical", "opinion", "denied"]
Sensitivity: TypeAlias = Literal[
    "minor", "health", "religion", "politics", "sexual_orientation", "ethnicity", "crime", "address"
]
FactId = Annotated[str, Field(pattern=r"^f_[0-9a-f]{32}$")]
FactKey = Annotated[str, Field(pattern=r"^k_[0-9a-f]{32}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Predicate = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]


class EntityRef(Contract):
    """An entity as a fact names it. `id_scope` tells how far the id reaches: one document, the stream, or a KB."""

    id: str
    key: str
    label: str
    type: str
    id_scope: Literal["document", "stream", "kb"] = "stream"
    kb_ids: dict[str, str] = Field(default_factory=dict)


class ResolvedFrom(Contract):
    """The words a date was read from, and what they were resolved against (null: the words are complete)."""

    text: str
    anchor: Literal["document_date", "quote_date", "event"] | None = None
    anchor_value: str | None = None


class DateValue(Contract):
    """A date: EDTF (ISO 8601-2 level 1), null while unresolved, with its bounds as ISO dates."""

    edtf: str | None
    precision: str | None
    earliest: str | None
    latest: str | None
    timex3: str | None = None
    resolved_from: ResolvedFrom


class SiValue(Contract):
    """A decimal string in an SI unit (UCUM code)."""

    amount: str
    unit: str


class QuantityValue(Contract):
    """A quantity: decimal string, comparator, UCUM unit, SI value, the words of the text."""

    amount: str
    comparator: Literal["=", ">", ">=", "<", "<=", "~"] = "="
    unit_ucum: str
    si: SiValue | None = None
    original: str
    as_of: str | None = None


class MoneyValue(Contract):
    """Money: decimal string, ISO 4217 code, and when it was said to hold."""

    amount: str
    currency: str
    comparator: Literal["=", ">", ">=", "<", "<=", "~"] = "="
    original: str | None = None
    as_of: str | None = None


class QuoteValue(Contract):
    """What was said. `complete` is false when the article never closes the quotation marks."""

    text: str
    kind: Literal["direct", "indirect", "partial"]
    complete: bool = True
    language: str | None = None


class Literal_(Contract):  # noqa: N801 - "Literal" is taken by typing
    """A value that is no entity. `value` is its plain form; `key` its canonical form (part of the fact's id)."""

    datatype: Literal["date", "duration", "quantity", "money", "string", "quote", "boolean", "url", "geo"]
    value: str
    key: str
    date: DateValue | None = None
    quantity: QuantityValue | None = None
    money: MoneyValue | None = None
    quote: QuoteValue | None = None

    @model_validator(mode="after")
    def _has_its_value(self) -> Self:
        for name in ("date", "quantity", "money", "quote"):
            if (getattr(self, name) is not None) != (self.datatype == name):
                raise ValueError(f"a literal of datatype {self.datatype} must have exactly the value `{self.datatype}`")
        return self


ObjectRef: TypeAlias = EntityRef | Literal_


class Attribution(Contract):
    """Who says so. `speaker` is null when the text names nobody that is an entity; `label` are its words."""

    speaker: EntityRef | None
    label: str
    cue: str | None = None
    channel: str | None = None
    said_at: DateValue | None = None


class Evidence(Contract):
    """Words of the clean text that carry the fact: `text[start:end] == exact`, in code points."""

    exact: str
    prefix: str
    suffix: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    unit: Literal["codepoint"] = "codepoint"
    text: Literal["clean", "raw"] = "clean"
    text_sha256: Sha256
    sentence: int | None = None
    block_id: int | None = None
    block_label: str | None = None


class LocalTimeValue(Contract):
    """A time as the article tells it; `offset` is null when the article tells none."""

    local: str
    offset: str | None = None
    precision: str
    source: Literal["producer", "text", "html"]


class DocumentRef(Contract):
    """The article that a fact comes from."""

    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: LocalTimeValue | None = None
    language: str | None = None
    content_sha256: Sha256
    revision: Annotated[int, Field(ge=1)] = 1
    duplicate_of: str | None = None
    cluster_id: str | None = None
    rights: str | None = None


class Provenance(Contract):
    """What drew the fact: names and versions, so that a consumer can tell one reading from the next."""

    pipeline: str
    pipeline_version: str
    extractor: str
    extractor_version: str
    model_ids: tuple[str, ...] = ()
    rules_version: str
    run_id: str | None = None


class EventTime(Contract):
    """When the fact holds or happened, as ISO dates."""

    earliest: str | None
    latest: str | None


class FactEvent(Contract):
    """One assertion, amendment or retraction of one fact of one document."""

    schema_version: str = FACT_SCHEMA_VERSION
    fact_id: FactId
    fact_key: FactKey
    revision: Annotated[int, Field(ge=1)] = 1
    op: Literal["assert", "amend", "retract"] = "assert"
    retract_reason: Literal["canceled", "withdrawn", "no_longer_stated"] | None = None
    subject: EntityRef
    predicate: Predicate
    predicate_wikidata: Annotated[str, Field(pattern=r"^P\d+$")] | None = None
    object: ObjectRef
    qualifiers: dict[str, tuple[ObjectRef, ...]] = Field(default_factory=dict)
    status: Status
    polarity: Literal["positive", "negative"] = "positive"
    attribution: Attribution | None = None
    derivation: Literal["explicit", "inferred"] = "explicit"
    premises: tuple[str, ...] = ()
    rule_id: str
    confidence: Annotated[float, Field(ge=0, le=1)]
    confidence_method: str = "rule_prior"
    evidence: tuple[Evidence, ...]
    document: DocumentRef
    event_time: EventTime | None = None
    observed_at: str | None
    processed_at: str
    provenance: Provenance
    sensitivity: tuple[Sensitivity, ...] = ()
    extensions: dict[Annotated[str, Field(pattern=r"^x_")], str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        if self.op != "retract" and not self.evidence:
            raise ValueError("a fact that is not a retraction needs evidence")
        if (self.op == "retract") != (self.retract_reason is not None):
            raise ValueError("exactly a retraction carries retract_reason")
        if self.status == "reported" and self.attribution is None and self.op != "retract":
            raise ValueError("a reported fact needs its attribution")
        if (self.derivation == "inferred") != bool(self.premises) and self.op != "retract":
            raise ValueError("exactly an inferred fact carries premises")
        return self
