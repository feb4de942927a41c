"""The raw article: what a producer sends; unknown fields are kept under `extensions`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from schemas.codec import digest
from schemas.iso_time import parse_iso
from schemas.model import Contract
from schemas.url import canonical_url

RAW_SCHEMA_VERSION = "1.0.0"

# These fields are repeated in every fact of the article: without a bound, a title of 1 MB and 100 facts would make
# 100 MB of events.
MAX_ID: Final = 512
MAX_URL: Final = 4_096
MAX_LINE: Final = 2_000
MAX_NAME: Final = 500
MAX_AUTHORS: Final = 100

# Controls, direction marks, joiners, tags and variation selectors; fillers and blanks that are no space; the characters
# that are none. Unicode 15, Default_Ignorable_Code_Point, and the blanks of General_Category Z but U+0020.
_HIDDEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3000\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|^ +$"
)

_UNREADABLE: Final = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def _visible(text: str) -> str:
    """An id is compared by eye and by machine: what cannot be seen may not tell two apart."""
    if _HIDDEN.search(text):
        raise PydanticCustomError("hidden_character", "must not contain what cannot be seen or told apart")
    return text


def _readable(text: str) -> str:
    """Prose without characters that no reader sees and that XML, terminals and databases choke on.

    U+0000 is refused, since it tells that the bytes were no text or of another encoding. Other controls, direction
    overrides (they make evidence look like what it is not) and noncharacters carry no words and are dropped.
    """
    if "\x00" in text:
        raise PydanticCustomError("nul_character", "must not contain U+0000")
    return _UNREADABLE.sub("", text)


def _iso(text: str) -> str:
    try:
        return str(parse_iso(text))
    except ValueError as error:
        raise PydanticCustomError(
            "iso_time", "must be an ISO 8601 date or time: {why}", {"why": str(error)}
        ) from error


def _url(text: str) -> str:
    try:
        return canonical_url(text)
    except ValueError as error:
        raise PydanticCustomError("web_url", "must be an absolute http or https address") from error


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _version(value: Any) -> Any:
    """Numbers and times order revisions; an integer is kept as its digits."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return str(value)
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        _check_time(value)
    return value


def _check_time(text: str) -> None:
    try:
        parse_iso(text)
    except ValueError as error:
        raise PydanticCustomError("version_form", "must be an integer from 0 or an ISO 8601 time") from error


Prose = Annotated[str, AfterValidator(_readable)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE), AfterValidator(_readable)
]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=MAX_NAME), AfterValidator(_readable)
]
IsoText = Annotated[str, StringConstraints(max_length=64), AfterValidator(_iso)]
DocumentId = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID), AfterValidator(_visible)]
WebUrl = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_URL), AfterValidator(_url)]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$")]
Authors = Annotated[
    tuple[Name, ...],
    Field(max_length=MAX_AUTHORS),
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Version = Annotated[
    str,
    StringConstraints(max_length=64),
    BeforeValidator(_version),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}]}),
]


class RawArticle(Contract):
    """One article as its producer knows it. What the producer says wins over what cleaning finds.

    Names that are not listed are kept under `extensions`, apart from those of schema.org NewsArticle and IPTC ninjs
    (headline, articleBody, datePublished, bodies, pubStatus, ...), which are read as ours.
    """

    # Said without `oneOf`, since the body may come by another vocabulary's name.
    model_config = ConfigDict(json_schema_extra={"not": {"required": ["text", "html"]}})

    id: DocumentId | None = Field(
        None,
        description="The producer's id of the document; default: hash of the canonical `url`, else of the body.",
    )
    text: Prose | None = Field(
        None, description="The article as plain text, boilerplate and all; never beside `html`."
    )
    html: Prose | None = Field(
        None, description="The article as HTML, page or fragment; never beside `text`."
    )
    title: Line | None = Field(None, description="The headline.")
    authors: Authors = Field((), description="Names of the authors; one name may be given as a string.")
    published: IsoText | None = Field(
        None,
        description="When it was first published: ISO 8601 date or local time, with an offset only if known.",
    )
    updated: IsoText | None = Field(
        None, description="When this revision was published; form as in `published`."
    )
    publisher: Name | None = Field(None, description="Who publishes it.")
    section: Name | None = Field(None, description="The section or desk.")
    url: WebUrl | None = Field(
        None, description="Absolute http(s) address; kept in canonical form (no fragment, no tracking)."
    )
    language: LanguageTag | None = Field(None, description="BCP 47 tag of the article's language.")
    rights: Line | None = Field(None, description="Rights notice, passed on to every fact.")
    pub_status: Literal["usable", "withheld", "canceled"] = Field(
        "usable",
        description="IPTC pubStatus; `withheld` and `canceled` retract what was published and need no body.",
    )
    version: Version | None = Field(
        None,
        description="Orders revisions of one `id`: an integer or an ISO 8601 time; default: order of arrival.",
    )
    extensions: dict[str, Any] = Field(
        default_factory=dict, description="Fields that this contract does not know."
    )

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        if self.text is not None and self.html is not None:
            raise PydanticCustomError("two_bodies", "exactly one of `text` and `html` must be given")
        if self.text is None and self.html is None and self.pub_status == "usable":
            raise PydanticCustomError("no_body", "a usable article must have `text` or `html`")
        if self.id is None and self.url is None and self.text is None and self.html is None:
            raise PydanticCustomError("no_address", "an article without a body must have an `id` or a `url`")
        return self

    @property
    def document_id(self) -> str:
        """The producer's id, else a hash of the canonical url, else of the body."""
        if self.id:
            return self.id
        return "doc_" + digest(self.url or self.text or self.html or "")[:32]

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that can change what is drawn from the article (id, version and extensions cannot)."""
        told = self.model_dump(exclude={"id", "version", "extensions"}, exclude_defaults=True)
        return digest(
            told
        )  # defaults left out: a field that a later version adds does not make all articles new
