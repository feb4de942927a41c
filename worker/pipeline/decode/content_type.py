"""What a record says of its value: media type and charset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from worker.pipeline.values import Envelope

_CHARSET: Final = re.compile(
    r";\s{0,9}charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{1,40})", re.IGNORECASE | re.ASCII
)

JSON: Final = "application/json"
STRUCTURED: Final = "application/cloudevents+json"
BATCH: Final = "application/cloudevents-batch+json"  # one record, one article: batches are not read
PLAIN: Final = "text/plain"
HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})


class ContentType(NamedTuple):
    """`media`: lower case, "" when the record says nothing; `charset`: lower case, None when not given."""

    media: str
    charset: str | None

    @property
    def is_json(self) -> bool:
        return self.media in {JSON, "text/json"} or (self.media.endswith("+json") and self.media != BATCH)


def parse(text: str) -> ContentType:
    match = _CHARSET.search(text)
    return ContentType(text.partition(";")[0].strip().lower(), match[1].lower() if match else None)


def header(envelope: Envelope, name: str) -> str | None:
    """The last header of that name, as Kafka's own clients read it; names are compared without case."""
    found = [value for key, value in envelope.headers if key.lower() == name]
    return found[-1].decode("utf-8", "replace") if found and found[-1] else None


def of(envelope: Envelope) -> ContentType:
    return parse(header(envelope, "content-type") or "")
