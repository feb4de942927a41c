"""Bytes of bare text or HTML to a string, by the charset that the record or the page declares."""

from __future__ import annotations

import re
from typing import Final

from worker.pipeline.decode.charsets import BYTE_ORDER_MARKS, CODECS, UNDECLARED_HTML, UTF8
from worker.pipeline.errors import ArticleRejected, RejectReason

META_WINDOW: Final = 1_024  # bytes that the HTML standard searches for a declaration
_META: Final = re.compile(
    rb"<meta[^>]{1,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.IGNORECASE
)
CHARSET_FIX: Final = "Encode the value as UTF-8, or name its charset: content-type: text/plain; charset=..."


def read_plain(payload: bytes, charset: str | None) -> str:
    """A byte order mark, then the header, then UTF-8. Raises ArticleRejected."""
    payload, marked = _without_mark(payload)
    return _decode(payload, marked or _codec(charset) or UTF8)


def read_html(payload: bytes, charset: str | None) -> str:
    """A byte order mark, then the header, then the page's own declaration, then UTF-8, then what browsers assume."""
    payload, marked = _without_mark(payload)
    codec = marked or _codec(charset) or _declared(payload)
    if codec is not None:
        return _decode(payload, codec)
    try:
        return payload.decode(UTF8)
    except UnicodeDecodeError:
        return _decode(payload, UNDECLARED_HTML)


def _without_mark(payload: bytes) -> tuple[bytes, str | None]:
    for mark, codec in BYTE_ORDER_MARKS:
        if payload.startswith(mark):
            return payload[len(mark) :], codec
    return payload, None


def _codec(charset: str | None) -> str | None:
    if charset is None:
        return None
    if charset not in CODECS:
        raise ArticleRejected(
            RejectReason.INVALID_ENCODING,
            field="content-type",
            rule=f"the charset must be one that the web knows, not {charset!r}",
            fix=CHARSET_FIX,
        )
    return CODECS[charset]


def _declared(page: bytes) -> str | None:
    """The `<meta>` declaration; an unknown name is passed over, and UTF-16 means UTF-8, since ASCII could be read."""
    match = _META.search(page[:META_WINDOW])
    codec = CODECS.get(match[1].decode("ascii", "replace").lower()) if match else None
    return UTF8 if codec and codec.startswith("utf-16") else codec


def _decode(payload: bytes, codec: str) -> str:
    try:
        return payload.decode(codec)
    except UnicodeDecodeError as error:
        raise ArticleRejected(
            RejectReason.INVALID_ENCODING,
            field="value",
            rule=f"the value must be {codec}; byte {error.start} is not",
            fix=CHARSET_FIX,
        ) from error
