"""The published contract as JSON Schema (2020-12), made of the models; frozen copies lie in json/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from schemas.article import RAW_SCHEMA_VERSION, RawArticle
from schemas.clean import CLEAN_SCHEMA_VERSION, CleanArticleEvent
from schemas.dead_letter import DEAD_LETTER_SCHEMA_VERSION, DeadLetterPointer, DeadLetterReason
from schemas.fact import FACT_SCHEMA_VERSION, FactEvent

if TYPE_CHECKING:
    from schemas.model import Contract

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class Published(NamedTuple):
    """A model of the contract under its public name. `mode`: what we accept, or what we promise to send."""

    model: type[Contract]
    version: str
    title: str
    mode: Literal["validation", "serialization"] = "serialization"


PUBLISHED: Final[dict[str, Published]] = {
    "raw-article": Published(RawArticle, RAW_SCHEMA_VERSION, "Raw news article", "validation"),
    "clean-article": Published(CleanArticleEvent, CLEAN_SCHEMA_VERSION, "Clean news article"),
    "fact": Published(FactEvent, FACT_SCHEMA_VERSION, "News fact"),
    "dead-letter": Published(DeadLetterReason, DEAD_LETTER_SCHEMA_VERSION, "Why an article was parked"),
    "dead-letter-pointer": Published(
        DeadLetterPointer,
        DEAD_LETTER_SCHEMA_VERSION,
        "Where a parked article lies that is too large to carry",
    ),
}


def schema_id(name: str, version: str) -> str:
    """`$id` of a schema and `ce_dataschema` of its events; a patch changes words only, so it is not in it."""
    return f"urn:newsfacts:schema:{name}:{_minor(version)}"


def file_name(name: str, version: str) -> str:
    """Where the frozen copy lies, below schemas/json."""
    return f"{name}/{_minor(version)}.json"


def json_schema(name: str) -> dict[str, Any]:
    """Raises KeyError for a name that is not published."""
    published = PUBLISHED[name]
    made = _opened(published.model.model_json_schema(mode=published.mode))
    own = {"$schema": DIALECT, "$id": schema_id(name, published.version), "title": published.title}
    return {**own, **{key: value for key, value in made.items() if key != "title"}}


def _opened(schema: Any) -> Any:
    """Our models are closed, what we publish is open: who knows only 1.0 must be able to read 1.1."""
    if isinstance(schema, list):
        return [_opened(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = "properties" in schema and schema.get("additionalProperties") is False
    return {key: _opened(value) for key, value in schema.items() if not (closed and key == "additionalProperties")}


def _minor(version: str) -> str:
    return version.rpartition(".")[0]
