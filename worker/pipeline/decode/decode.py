"""The decode stage: which form a record has, and the raw article that is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from schemas.aliases import translate
from schemas.article import RawArticle
from schemas.codec import JsonRefused, read_foreign
from worker.pipeline.decode import cloud_event, content_type, refusals
from worker.pipeline.decode.content_type import HTML_TYPES, PLAIN, STRUCTURED
from worker.pipeline.decode.text import read_html, read_plain
from worker.pipeline.errors import ArticleRejected, RejectReason

if TYPE_CHECKING:
    from worker.pipeline.decode.content_type import ContentType
    from worker.pipeline.values import Envelope

MAX_ARTICLE_BYTES: Final = (
    1_000_000  # Kafka's default record limit is 1,048,588 bytes, headers and key included
)
JSON_CHARSETS: Final = frozenset({None, "utf-8", "utf8", "us-ascii", "ascii"})


@dataclass(frozen=True, slots=True)
class Decode:
    """Reads JSON (our names, schema.org, ninjs), CloudEvents, and bare text or HTML that `content-type` declares.

    Without `content-type` the value must be JSON. Bare text and HTML have no place for an id but the record's key, so
    there the key is the producer's id; JSON without an id never takes it from the key (contract: url, then content).
    """

    max_article_bytes: int = MAX_ARTICLE_BYTES

    def __call__(self, envelope: Envelope) -> RawArticle:
        """Raises ArticleRejected."""
        self._check_size(envelope.payload)
        cloud_event.check_binary(envelope)
        return _read(content_type.of(envelope), envelope.payload, envelope.key)

    def _check_size(self, payload: bytes) -> None:
        if not payload:
            raise _invalid(
                "value",
                "a record must carry an article; a tombstone carries none",
                "To withdraw a document send its id with pub_status canceled.",
            )
        if len(payload) > self.max_article_bytes:
            raise ArticleRejected(
                RejectReason.OVERSIZE,
                field="value",
                rule=f"an article may have {self.max_article_bytes} bytes, this one has {len(payload)}",
                fix="Send the article without embedded media, or raise the worker's limit.",
            )


def _read(kind: ContentType, payload: bytes, key: bytes | None) -> RawArticle:
    if kind.media == PLAIN:
        return _bare("text", read_plain(payload, kind.charset), key)
    if kind.media in HTML_TYPES:
        return _bare("html", read_html(payload, kind.charset), key)
    if kind.media and not kind.is_json:
        raise ArticleRejected(
            RejectReason.UNSUPPORTED_CONTENT_TYPE,
            field="content-type",
            rule=f"{kind.media[:80]!r} is not read",
            fix="Send application/json, application/cloudevents+json (one event a record), text/plain or text/html.",
        )
    return _read_json(kind, payload, key)


def _read_json(kind: ContentType, payload: bytes, key: bytes | None) -> RawArticle:
    if kind.charset not in JSON_CHARSETS:
        raise ArticleRejected(
            RejectReason.INVALID_ENCODING,
            field="content-type",
            rule=f"JSON must be UTF-8 (RFC 8259, 8.1), not {kind.charset!r}",
            fix="Encode the value as UTF-8.",
        )
    try:
        value = read_foreign(payload)
    except JsonRefused as error:
        raise refusals.of_json(error) from error
    if kind.media == STRUCTURED or cloud_event.looks_structured(value):
        return _read_event(value, key)
    return _from_json(value)


def _read_event(value: Any, key: bytes | None) -> RawArticle:
    carried = cloud_event.unwrap(_object(value))
    if carried.kind.media == STRUCTURED or cloud_event.looks_structured(carried.data):
        raise _invalid("/data", "an event may not carry an event", "Send the article itself as data.")
    return _read(*carried, key) if isinstance(carried.data, bytes) else _from_json(carried.data, "/data")


def _from_json(value: Any, at: str = "") -> RawArticle:
    """`at`: where the article stands in the record, for telling what is wrong."""
    fields, names = translate(_object(value, at or "value"))
    return _validated(fields, {field: f"{at}/{name}" for field, name in names.items()})


def _bare(field: str, body: str, key: bytes | None) -> RawArticle:
    fields = {field: body} if key is None else {field: body, "id": _key_text(key)}
    return _validated(fields, {field: "value", "id": "key"})


def _validated(fields: dict[str, Any], sources: dict[str, str]) -> RawArticle:
    try:
        article = RawArticle.model_validate(fields)
    except ValidationError as error:
        raise refusals.of_validation(error, sources) from error
    field = "text" if article.html is None else "html"
    if article.pub_status == "usable" and not getattr(article, field).strip():
        raise refusals.of_blank(sources[field])
    return article


def _object(value: Any, at: str = "value") -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise ArticleRejected(
        RejectReason.INVALID_JSON,
        field=at,
        rule=f"it must be a JSON object, not {_JSON_NAMES.get(type(value), 'a number')}",
        fix="Send one article per record, as an object.",
    )


_JSON_NAMES: Final = {list: "an array", str: "a string", bool: "a boolean", type(None): "null"}


def _key_text(key: bytes) -> str:
    try:
        return key.decode()
    except UnicodeDecodeError as error:
        rule = "the key of a bare text is its id and must be UTF-8"
        raise _invalid("key", rule, "Send a UTF-8 key, or none.") from error


def _invalid(field: str, rule: str, fix: str) -> ArticleRejected:
    return ArticleRejected(RejectReason.INVALID_FIELD, field=field, rule=rule, fix=fix)
