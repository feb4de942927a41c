"""The frozen values that travel from stage to stage; each stage has its own type, so mypy proves the order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

BlockLabel: TypeAlias = Literal[
    "body", "heading", "caption", "title", "byline", "dateline", "credit", "ad", "navigation", "related", "other"
]
EntityType: TypeAlias = Literal[
    "person", "organization", "gpe", "location", "work", "event", "product", "group", "award", "post", "object"
]
MentionKind: TypeAlias = Literal["name", "pronoun", "nominal"]
Gender: TypeAlias = Literal["female", "male"]
Comparator: TypeAlias = Literal["=", ">", ">=", "<", "<=", "~"]
Precision: TypeAlias = Literal["year", "season", "month", "week", "day", "hour", "minute", "second"]
Anchor: TypeAlias = Literal["document_date", "quote_date", "event"]
QuoteKind: TypeAlias = Literal["direct", "indirect", "partial"]
Status: TypeAlias = Literal["asserted", "reported", "predicted", "hypothetical", "opinion", "denied"]
Polarity: TypeAlias = Literal["positive", "negative"]
Derivation: TypeAlias = Literal["explicit", "inferred"]
Conflict: TypeAlias = Literal["none", "same_time", "always"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` in Unicode code points of the clean text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------------------------------------- envelope


@dataclass(frozen=True, slots=True)
class Envelope:
    """An undecoded payload with its Kafka address. `received_at`: RFC 3339, UTC, told by the shell."""

    payload: bytes
    key: bytes | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
    topic: str = ""
    partition: int = 0
    offset: int = 0
    timestamp_ms: int = 0
    received_at: str = "1970-01-01T00:00:00Z"


# ------------------------------------------------------------------------------------------------- clean


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the clean text. Blocks are in order, do not overlap, and cover all but white space."""

    span: Span
    label: BlockLabel


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A time as an article tells it: ISO 8601 local, to `precision`; `offset` ("+02:00", "Z") only if known."""

    local: str
    offset: str | None
    precision: Precision
    source: Literal["producer", "text", "html"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article besides its text. What the producer says wins over what cleaning finds."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: LocalTime | None = None
    updated: LocalTime | None = None
    publisher: str | None = None
    section: str | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """`text` holds the kept blocks only, joined by blank lines; boilerplate and title are not in it."""

    document_id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata


# ---------------------------------------------------------------------------------------------- annotate


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, with its syntax where a tagger and parser give one.

    `tag`: universal part of speech; `fine`: Penn Treebank tag; `lemma`: dictionary form; `head`: index of the
    governing token in the sentence, its own index for the root; `relation`: universal dependency to the head.
    Without a parser all are "", and `head` is -1.
    """

    span: Span
    text: str
    tag: str = ""
    fine: str = ""
    lemma: str = ""
    head: int = -1
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence never crosses a block. `tokens` are in order; `block` indexes `CleanArticle.blocks`."""

    span: Span
    block: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name in the text, without title ("Mr"), article or possessive mark."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, time, duration or set, resolved if its anchor is known.

    `timex3`: TIMEX3 value; `edtf`: ISO 8601-2 level 1, None while unresolved; `earliest`, `latest`: ISO dates
    that bound it. A duration's ISO 8601 value ("P14M") is in `timex3`. `anchor`: what the words were resolved
    against, with its value; both None for a complete date in the text and for an unresolved expression. `age`: the
    duration is how long somebody or something has lived.
    """

    span: Span
    type: Literal["date", "time", "duration", "set"]
    timex3: str
    edtf: str | None = None
    precision: Precision | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: Anchor | None = None
    anchor_value: str | None = None
    age: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; decimal strings throughout.

    `unit_ucum`: UCUM code, "{like}" style for counted things, "" for a bare number; `si_unit`: UCUM code of the
    SI unit. Money has `currency` (ISO 4217) and no unit. A compound ("5 ft 10 in") is one quantity.
    """

    span: Span
    amount: str
    comparator: Comparator
    unit_ucum: str
    si_amount: str | None = None
    si_unit: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a speaker. `parts`: spans of the words without the marks, split by a reporting clause or paragraphs.

    `speaker`: span of the words that name the speaker ("the singer", "he", "Legend"), None when nobody is named;
    `cue`: span of the reporting verb or phrase; `complete`: a closing mark was found; `channel`: a platform's name
    ("Instagram") or a kind of statement in small letters ("press conference"); `said_at`: when it was said.
    """

    parts: tuple[Span, ...]
    kind: QuoteKind
    speaker: Span | None = None
    cue: Span | None = None
    complete: bool = True
    channel: str | None = None
    said_at: TimeExpression | None = None


class Vectors(Protocol):
    """What a reader saw of a sentence's words: a row a word, in columns that only models fitted to that reader know."""

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """The clean article with sentences, names, times, quantities and quotes; every tuple is in text order.

    `vectors[i]` belongs to `sentences[i]`; there are fewer where a reader gives none, or did not read to the end.
    `read_to`: where reading ended, in code points, if the text goes on behind it.
    """

    article: CleanArticle
    sentences: tuple[Sentence, ...]
    names: tuple[NameMention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    vectors: tuple[Vectors, ...] = field(default=(), repr=False, compare=False)
    read_to: int | None = None


# ----------------------------------------------------------------------------------------------- resolve


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to an entity: its name, a pronoun ("he"), or a nominal ("the singer", "her second child")."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article speaks of.

    `id` is unique in the article ("e1"); `key` is stable across articles (type + normalized name +
    disambiguators; an unnamed entity's key is bound to the document); `label` is the fullest name in the text,
    or a short description if `named` is false; `members` are entity ids of a couple or group.
    """

    id: str
    key: str
    label: str
    type: EntityType
    named: bool
    mentions: tuple[Mention, ...]
    gender: Gender | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedArticle:
    """The annotated article with its entities; `speakers[i]` is the entity id of `annotated.quotes[i]`'s speaker."""

    annotated: AnnotatedArticle
    entities: tuple[Entity, ...]
    speakers: tuple[str | None, ...]


# ----------------------------------------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True)
class EntityObject:
    """A candidate's object that is an entity of the article."""

    entity: str


@dataclass(frozen=True, slots=True)
class TimeObject:
    """A candidate's object that is a time expression; `datatype` date or duration."""

    time: TimeExpression
    datatype: Literal["date", "duration"]


@dataclass(frozen=True, slots=True)
class QuantityObject:
    """A candidate's object that is a quantity or, with a currency, money."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class QuoteObject:
    """A candidate's object that is what somebody said. `text`: the parts joined by a space."""

    text: str
    kind: QuoteKind
    complete: bool = True


@dataclass(frozen=True, slots=True)
class TextObject:
    """A candidate's object in words: an occupation, a role, a label."""

    value: str


ObjectValue: TypeAlias = EntityObject | TimeObject | QuantityObject | QuoteObject | TextObject


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: an entity id, or a label if the speaker is no entity; channel and said_at if the text tells."""

    speaker: str | None
    label: str
    cue: str | None = None
    channel: str | None = None
    said_at: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact as worded. `subject`: entity id; `rule`: id of the rule that drew it; `evidence`: at least one span.

    `premises` index `evidence` and are given when `derivation` is inferred. `confidence` is a first estimate in [0, 1].
    """

    subject: str
    predicate: str
    object: ObjectValue
    rule: str
    evidence: tuple[Span, ...]
    qualifiers: tuple[tuple[str, ObjectValue], ...] = ()
    status: Status = "asserted"
    polarity: Polarity = "positive"
    attribution: Attribution | None = None
    derivation: Derivation = "explicit"
    premises: tuple[int, ...] = ()
    confidence: float = 0.8
    event_time: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a predicate may join and how its facts behave: extract declares it, normalize and the ledger obey.

    `domain`: entity types of the subject; `range`: entity types and datatypes of the object; `functional`: one
    true value at most; `merge`: how values of several articles become one; `conflict`: when two values of one
    article contradict each other, and are both marked; `sensitivity`: labels that every fact of it carries;
    `identity`: qualifiers that tell two facts of the same subject and object apart.
    """

    name: str
    domain: frozenset[str]
    range: frozenset[str]
    wikidata: str | None = None
    functional: bool = False
    symmetric: bool = False
    inverse: str | None = None
    merge: Literal["union", "latest", "max"] = "union"
    conflict: Conflict = "none"
    sensitivity: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    extension: bool = False


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """The resolved article with everything that was drawn from it."""

    resolved: ResolvedArticle
    candidates: tuple[Candidate, ...] = field(default=())
