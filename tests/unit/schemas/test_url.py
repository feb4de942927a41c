"""One article, one address."""

import pytest

from schemas.url import canonical_url, is_web_url


@pytest.mark.parametrize(
    ("told", "canonical"),
    [
        pytest.param(
            "HTTPS://News.Example.COM/a", "https://news.example.com/a", id="case of scheme and host"
        ),
        pytest.param("https://news.example/A", "https://news.example/A", id="case of the path stays"),
        pytest.param("https://news.example/a#comments", "https://news.example/a", id="fragment"),
        pytest.param("https://news.example", "https://news.example/", id="empty path"),
        pytest.param("https://news.example:443/a", "https://news.example/a", id="default port"),
        pytest.param("http://news.example:443/a", "http://news.example:443/a", id="other port"),
        pytest.param("https://ann:secret@news.example/a", "https://news.example/a", id="login"),
        pytest.param("https://news.example./a", "https://news.example/a", id="dot of the root"),
        pytest.param("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a", id="ipv6"),
        pytest.param(
            "https://n.example/a?utm_source=x&id=7&fbclid=y", "https://n.example/a?id=7", id="tracking"
        ),
        pytest.param("https://n.example/a?UTM_Medium=x", "https://n.example/a", id="tracking in capitals"),
        pytest.param(
            "https://n.example/a?b=2&a=1;c=%20+", "https://n.example/a?b=2&a=1;c=%20+", id="query as written"
        ),
        pytest.param(
            "https://n.example/?q=%FF&gclid=1", "https://n.example/?q=%FF", id="bytes outside utf-8"
        ),
        pytest.param("https://n.example/?q=&gclid=1", "https://n.example/?q=", id="empty value"),
    ],
)
def test_the_canonical_form_drops_what_does_not_tell_articles_apart(told: str, canonical: str) -> None:
    assert canonical_url(told) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "told",
    [
        *(
            "",
            "/2019/a.html",
            "#article",
            "//n.example/a",
            "ftp://n.example/a",
            "urn:n.example:1",
            "javascript:x",
        ),
        *("https:///a", "https://n.example:99999/a", "https://n.example:0/", "https://n.example/a b"),
        *("https://[::1/a", "https://n.example/\x00", "https://n.exam\u202eple/"),
    ],
)
def test_anything_but_an_absolute_web_address_is_refused(told: str) -> None:
    assert not is_web_url(told)
    with pytest.raises(ValueError, match="absolute"):
        canonical_url(told)
