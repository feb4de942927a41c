"""The charset of bare text and HTML."""

import pytest

from worker.pipeline.decode.text import read_html, read_plain
from worker.pipeline.errors import ArticleRejected

WORDS = "Zoë paid €5"


@pytest.mark.parametrize(
    ("payload", "charset"),
    [
        pytest.param(WORDS.encode(), None, id="utf-8 by default"),
        pytest.param(b"\xef\xbb\xbf" + WORDS.encode(), None, id="utf-8 with a mark"),
        pytest.param(b"\xff\xfe" + WORDS.encode("utf-16-le"), None, id="utf-16 with a mark"),
        pytest.param(b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-8", id="a mark beats the header"),
        pytest.param(WORDS.encode("cp1252"), "windows-1252", id="windows-1252"),
        pytest.param(WORDS.encode("cp1252"), "iso-8859-1", id="latin-1 means windows-1252"),
        pytest.param(WORDS.encode("iso8859-15"), "latin9", id="latin-9"),
        pytest.param(WORDS.encode("gb18030"), "gbk", id="gbk"),
    ],
)
def test_the_declared_charset_is_honoured(payload: bytes, charset: str | None) -> None:
    assert read_plain(payload, charset) == WORDS


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        pytest.param(f"<p>{WORDS}".encode(), None, id="utf-8 by default"),
        pytest.param(f"<meta charset=windows-1252><p>{WORDS}".encode("cp1252"), None, id="meta charset"),
        pytest.param(
            f'<META http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>{WORDS}'.encode(
                "iso8859-15"
            ),
            None,
            id="meta http-equiv",
        ),
        pytest.param(
            f"<meta charset=utf-16><p>{WORDS}".encode(), None, id="utf-16 in readable ascii is utf-8"
        ),
        pytest.param(f"<meta charset=latin1><p>{WORDS}".encode(), "utf-8", id="the header beats the page"),
        pytest.param(
            f"<meta charset=klingon><p>{WORDS}".encode(), None, id="an unknown declaration is passed over"
        ),
        pytest.param(f"<p>{WORDS}".encode("cp1252"), None, id="undeclared and no utf-8 is windows-1252"),
    ],
)
def test_a_page_is_read_as_a_browser_reads_it(page: bytes, charset: str | None) -> None:
    assert read_html(page, charset).endswith(f"<p>{WORDS}")


def test_a_declaration_beyond_the_window_of_the_standard_is_not_searched() -> None:
    page = b"<!--" + b"x" * 2_000 + b"--><meta charset=koi8-r>" + WORDS.encode()

    assert read_html(page, None).endswith(WORDS)


@pytest.mark.parametrize("charset", ["rot13", "zlib", "idna", "utf-7", "unicode_escape", "klingon"])
def test_a_codec_that_is_no_charset_of_the_web_is_refused(charset: str) -> None:
    with pytest.raises(ArticleRejected, match="charset"):
        read_plain(b"a", charset)


def test_a_byte_outside_the_declared_charset_is_refused_with_its_place() -> None:
    with pytest.raises(ArticleRejected, match="byte 3"):
        read_html(b"<p>\x81", "windows-1252")
