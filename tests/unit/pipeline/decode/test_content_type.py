"""What a record says of its value."""

import pytest

from worker.pipeline.decode import content_type
from worker.pipeline.values import Envelope


@pytest.mark.parametrize(
    ("told", "media", "charset"),
    [
        ("", "", None),
        ("text/HTML", "text/html", None),
        ("text/plain; charset=UTF-8", "text/plain", "utf-8"),
        ('text/plain;boundary=x; Charset = "Latin1"', "text/plain", "latin1"),
        ("text/plain; charset=", "text/plain", None),
    ],
)
def test_media_type_and_charset_are_read_without_case(told: str, media: str, charset: str | None) -> None:
    assert content_type.parse(told) == (media, charset)


def test_a_header_without_value_says_nothing() -> None:
    assert content_type.header(Envelope(b"", headers=(("content-type", b""),)), "content-type") is None
