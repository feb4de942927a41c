"""CloudEvents 1.0 on the way in: what a structured event carries, and whether a binary one is ours to read."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from worker.pipeline.decode import content_type
from worker.pipeline.errors import ArticleRejected, RejectReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.decode.content_type import ContentType
    from worker.pipeline.values import Envelope

SPEC_MAJOR: Final = "1."
REQUIRED: Final = ("specversion", "id", "source", "type")


class Carried(NamedTuple):
    """The article inside an event: a JSON value, or bytes of the given type."""

    kind: ContentType
    data: Any


def check_binary(envelope: Envelope) -> None:
    """A record with `ce_specversion` must be of a version that we read. Raises ArticleRejected."""
    version = content_type.header(envelope, "ce_specversion")
    if version is not None and not version.startswith(SPEC_MAJOR):
        raise _refusal(
            "ce_specversion", f"the CloudEvents version must be 1.0, not {version[:20]!r}", "Send 1.0."
        )


def looks_structured(value: Any) -> bool:
    """A JSON object that no article can be: it names a CloudEvents version and carries data."""
    return isinstance(value, dict) and "specversion" in value and ("data" in value or "data_base64" in value)


def unwrap(event: Mapping[str, Any]) -> Carried:
    """Raises ArticleRejected."""
    _check_attributes(event)
    kind = content_type.parse(str(event.get("datacontenttype") or content_type.JSON))
    if "data_base64" in event:
        return Carried(kind, _unbase64(event["data_base64"]))
    data = event.get("data")
    if isinstance(data, str) and not kind.is_json:
        return Carried(
            kind._replace(charset="utf-8"), data.encode()
        )  # JSON text already has its encoding behind it
    return Carried(kind, data)


def _check_attributes(event: Mapping[str, Any]) -> None:
    for name in REQUIRED:
        if not isinstance(event.get(name), str) or not event[name]:
            raise _refusal(
                f"/{name}", "a CloudEvent must have it as a string", f"Set `{name}` (CloudEvents 1.0, 2)."
            )
    if not event["specversion"].startswith(SPEC_MAJOR):
        raise _refusal("/specversion", "the CloudEvents version must be 1.0", "Send specversion 1.0.")


def _unbase64(data: Any) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise _refusal(
            "/data_base64", "it must be base64 (RFC 4648, 4)", "Encode the bytes again."
        ) from error


def _refusal(field: str, rule: str, fix: str) -> ArticleRejected:
    return ArticleRejected(RejectReason.INVALID_FIELD, field=field, rule=rule, fix=fix)
