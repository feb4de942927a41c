"""The hostile corpus: named generators of records that were made to hurt, each with the ends that are right for it.

The first twelve are the bombs of HTML that cost some parsers minutes; all text is invented.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Just below the limit of an article's payload; a third of it, and still beyond what is read, where time is short.
FULL: Final = 900_000 if os.environ.get("HOSTILE_TABLE") else 300_000  # noqa: TID251 - how much to test, no setting
EXTRACTED: Final = "extracted"

STORY: Final = "".join(
    f"<p>{text}</p>"
    for text in (
        "Mayor Jane Roe opened the library on Main Street on Monday, and many came to see it with their children.",
        "The building cost $3 million and took two years to build, the city said in a statement on Monday morning.",
        "Her deputy, John Doe, said that the old library had been too small since the 1970s, when the mill closed.",
        "It holds 40,000 books, and it will stay open until 9 p.m. on Thursdays so that workers can come as well.",
        "The mill's last owner, Ann Poe, gave the land to the city in 1998 on the condition that it be a library.",
    )
)
WORDS: Final = "Mayor Jane Roe of Oakville said on Monday that the bridge had cost $3 million."
HTML: Final = (("content-type", b"text/html; charset=utf-8"),)
PLAIN: Final = (("content-type", b"text/plain; charset=utf-8"),)


@dataclass(frozen=True, slots=True)
class Case:
    """`make` builds the record when it is wanted; `ends`: EXTRACTED, a reason of refusal or of failure."""

    make: Callable[[], Envelope]
    ends: frozenset[str]


def _case(make: Callable[[], Envelope], *ends: str) -> Case:
    return Case(make, frozenset(ends))


# ------------------------------------------------------------------------------------------------- bombs

_BOMBS: Final = {
    "comment": "<!--",
    "attr": "<p a=1 ",
    "cdata": "<![CDATA[",
    "less-than": "<",
    "deep div": "<div>",
    "tables": "<table><tr><td>",
    "formatting": "<b><i><a href=x>",
    "entity": "&amp",
    "attrs": '<p {0}="{0}">',
    "PI": "<?x ",
    "end tag": "</p></div>",
    "script": "<script>",
}


def _bomb(piece: str) -> Callable[[], Envelope]:
    def make() -> Envelope:
        if "{0}" in piece:
            flood = "<p " + " ".join(f'a{at}="{at}"' for at in range(FULL // 14)) + ">"
        else:
            flood = piece * (FULL // len(piece))
        return Envelope(f"<html><body>{flood}{STORY}</body></html>".encode(), headers=HTML)

    return make


def _page(body: str) -> Callable[[], Envelope]:
    return lambda: Envelope(body.encode(), headers=HTML)


# ------------------------------------------------------------------------------------------------- floods


def _flood(unit: str, size: int = FULL) -> Callable[[], Envelope]:
    """A plain text of `unit` again and again, which is one paragraph unless it holds a line's end."""
    return lambda: _plain((unit * (size // len(unit.encode()))).encode())


def _plain(text: bytes) -> Envelope:
    return Envelope(text, headers=PLAIN)


def _names(size: int) -> Iterator[str]:
    """Capital words, all different."""
    middle, vowel = "bdfgklmnprstv", "aeiou"
    words = islice(product(middle, vowel, middle, vowel, middle), size)
    return ("".join(letters).capitalize() for letters in words)


def _different(template: str, count: int) -> Callable[[], Envelope]:
    """`count` sentences with names and numbers of their own."""

    def make() -> Envelope:
        names = list(_names(5_000))
        told = (
            template.format(a=names[at * 7 % 5_000], b=names[(at * 11 + at // 5_000) % 5_000], n=at)
            for at in range(count)
        )
        return _plain(" ".join(told).encode()[:FULL])

    return make


_FLOODS: Final[Mapping[str, Callable[[], Envelope]]] = {
    "one sentence": _flood(WORDS + " "),
    "one sentence a line": _flood(WORDS + "\n\n"),
    "no space": _flood("a"),
    "no space, capitals": _flood("Ab"),
    "one word": _flood("word "),
    "capital words": _flood("Jane "),
    "capitals": _flood("JANE ROE "),
    "quotes": _flood('"We won," said Jane Roe. '),
    "quotation marks": _flood('"'),
    "curly marks": _flood("\u201c\u2018"),
    "marks that open": _flood("\u201cHe said "),
    "apostrophes": _flood("the lads' 'n' "),
    "names": _flood("Jane Roe and John Doe met Ann Poe. "),
    "name list": _flood("Jane Roe, John Doe, "),
    "numbers": _flood("3 million 400 kg 5,000 "),
    "digits": _flood("9"),
    "figures with marks": _flood("1,"),
    "dates": _flood("On May 3, 2019, and last Monday. "),
    "years": _flood("1999 "),
    "clocks": _flood("at 9:30 p.m. "),
    "pronouns": _flood("He said she told him that they saw her. "),
    "family": _flood("Jane Roe's son's wife's mother's brother "),
    "roles": _flood("the former deputy chief executive officer of the "),
    "titles": _flood("Dr. Prof. Sir "),
    "commas": _flood(", "),
    "full stops": _flood(". "),
    "brackets": _flood("("),
    "hyphens": _flood("a-"),
    "slashes": _flood("a/b "),
    "addresses": _flood("https://example.org/a?b=1 "),
    "handles": _flood("@jane #oak "),
    "white space": lambda: _plain(b"Jane Roe won." + b" \t" * (FULL // 2) + b"She left."),
    "line ends": lambda: _plain(b"Jane Roe won the race on Monday." + b"\n" * FULL + b"She left the town on Friday."),
    "marks on letters": _flood("e\u0301\u0315\u0316"),
    "emoji": _flood("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "bidi controls": _flood("\u202eJane\u2066 Roe\u200f won\u202c. "),
    "zero width": _flood("J\u200ba\u200bn\u200be\ufeff "),
    "right to left": _flood("\u0645\u0631\u062d\u0628\u0627 "),
    "no alphabet": _flood("\u4e00\u4e8c\u3002"),
    "slots of our own": _flood("<P0> said <t1> {AUX} "),
    "100k names": _different("{a} {b} met {b} {a}.", 100_000),
    "100k numbers": _different("{n} 1{n} 2{n},000.", 100_000),
    "distinct quotes": _different('"We won {n} games," said {a} {b}.', 100_000),
    "distinct charges": _different("{a} {b} was charged with murder in {b}.", 100_000),
    "distinct firms": _different("{a} {b} Inc. bought {b} Corp. for ${n} million.", 100_000),
    "distinct ages": _different("{a} {b}, 34, a nurse from {b}, died on Monday.", 100_000),
    "distinct sport": _different("{a} {b} beat {b} {a} 6-4 in the final.", 100_000),
    "wrapped lines": _flood("x" * 70 + "\nword "),
    "bylines": _flood("By Jane Roe and John Doe\n"),
    "glued trails": _flood("Home" + "A" * 80 + "!\n"),
    "list items": _flood("- Jane Roe (1990)\n"),
}

# ---------------------------------------------------------------------------------------- broken records


def _article(**fields: object) -> Callable[[], Envelope]:
    return lambda: Envelope(json.dumps(fields).encode())


def _value(
    payload: bytes, headers: tuple[tuple[str, bytes], ...] = (), key: bytes | None = None
) -> Callable[[], Envelope]:
    return lambda: Envelope(payload, key=key, headers=headers)


_REFUSED: Final[Mapping[str, Case]] = {
    "name twice": _case(_value(b'{"id": "d", "text": "One.", "text": "Two."}'), "invalid_json"),
    "name twice, deep": _case(_value(b'{"text": "One.", "x": [{"a": 1, "a": 1}]}'), "invalid_json"),
    "100k names twice": _case(
        lambda: Envelope(b'{"text": "One.", ' + b",".join(b'"a%d": 1' % (at % 40_000) for at in range(80_000)) + b"}"),
        "invalid_json",
    ),
    "depth of arrays": _case(_value(b'{"text":' + b"[" * 400_000 + b"]" * 400_000 + b"}"), "invalid_json"),
    "depth of objects": _case(_value(b'{"a":' * 100_000 + b"1" + b"}" * 100_000), "invalid_json"),
    "depth that the parser takes": _case(_value(b'{"text":"a","x":' + b"[" * 900 + b"]" * 900 + b"}"), "invalid_json"),
    "NUL in the id": _case(_article(id="a\x00b", text=WORDS), "invalid_field"),
    "NUL in the text": _case(_article(text=f"{WORDS}\x00"), "invalid_field"),
    "NUL alone": _case(_value(b"\x00" * 900_000), "invalid_json"),
    "bidi in the id": _case(_article(id="a\u202eb", text=WORDS), "invalid_field"),
    "10^300": _case(_value(b'{"text": "One.", "version": 1' + b"0" * 300 + b"}"), "invalid_json"),
    "1e300": _case(_value(b'{"text": "One.", "version": 1e300}'), "invalid_field"),
    "1e999": _case(_value(b'{"text": "One.", "x": 1e999}'), "invalid_json"),
    "a million digits": _case(_value(b'{"text": "One.", "version": ' + b"9" * 900_000 + b"}"), "invalid_json"),
    "NaN": _case(_value(b'{"text": "One.", "x": NaN}'), "invalid_json"),
    "lone surrogate": _case(_value(b'{"text": "One \\ud800 two."}'), "invalid_json"),
    "lone surrogate as bytes": _case(_value(b'{"text": "One \xed\xa0\x80 two."}'), "invalid_encoding"),
    "overlong": _case(_value(b'{"text": "One \xc0\x80 two."}'), "invalid_encoding"),
    "UTF-16 JSON": _case(_value(json.dumps({"text": WORDS}).encode("utf-16")), "invalid_encoding"),
    "UTF-16 as Latin-1": _case(
        _value(WORDS.encode("utf-16-le"), (("content-type", b"text/plain; charset=latin1"),)), "invalid_field"
    ),
    "Latin-1 as UTF-8": _case(_value("Zo\u00eb Roe won.".encode("latin-1"), PLAIN), "invalid_encoding"),
    "unknown charset": _case(_value(b"One.", (("content-type", b"text/plain; charset=klingon"),)), "invalid_encoding"),
    "no charset of text": _case(_value(b"One.", (("content-type", b"text/plain; charset=hex"),)), "invalid_encoding"),
    "50 MB line": _case(_value(b"a" * 50_000_000, PLAIN), "oversize"),
    "50 MB JSON": _case(_value(b'{"text": "' + b"a" * 50_000_000 + b'"}'), "oversize"),
    "empty": _case(_value(b""), "invalid_field"),
    "zip": _case(_value(b"PK\x03\x04" + bytes(range(256)) * 400), "invalid_encoding", "invalid_json"),
    "key of bytes": _case(_value(b"Jane Roe won the race.", PLAIN, b"\xff\xfe"), "invalid_field"),
    "header of bytes": _case(_value(b"One.", (("content-type", b"\xff\xfe" * 5_000),)), "unsupported_content_type"),
    "50k unknown names": _case(
        lambda: Envelope(b'{"text": "Jane Roe won.", ' + b",".join(b'"x%x":1' % at for at in range(50_000)) + b"}"),
        EXTRACTED,
    ),
    "180k authors": _case(_article(text=WORDS, authors=["a"] * 180_000), "invalid_field"),
    "title without end": _case(_article(text=WORDS, title="a" * 800_000), "invalid_field"),
}  # fmt: skip


def _linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>{STORY}'


_READ: Final[Mapping[str, Callable[[], Envelope]]] = {
    "wrong charset that fits": _value(
        "Zo\u00eb Roe won the race on Monday.".encode(), (("content-type", b"text/plain; charset=latin1"),)
    ),
    "bidi in the title": _article(text=WORDS, title="Jane \u202eRoe"),
    "lone surrogates in a page": _page(f"<p>&#xD800;&#xDFFF;{STORY}"),
    "characters that are none": _page(f"<p>&#0;&#1;&#x10FFFF;&#xFFFFFF;&#99999999999;{STORY}"),
    "page of one paragraph": _page("<p>" + f"{WORDS} " * (FULL // 80)),
    "page of paragraphs": _page(f"<p>{WORDS}</p>" * (FULL // 90)),
    "page of links": _page("<a href='/x'>Jane Roe</a> " * (FULL // 28) + STORY),
    "page of headings": _page("<h2>Jane Roe wins</h2>" * (FULL // 22) + STORY),
    "page of times": _page('<time datetime="2021-03-04T10:00">Mar 4</time>' * (FULL // 46) + STORY),
    "page of meta": _page("<meta property='article:published_time' content='2021-03-04'>" * (FULL // 60) + STORY),
    "page of lists": _page("<ul><li>Jane" * (FULL // 12) + STORY),
    "page of line breaks": _page("a<br>" * (FULL // 5) + STORY),
    "JSON-LD without end": _page(
        '<script type="application/ld+json">{"a":' + "[" * (FULL - 40) + f"</script>{STORY}"
    ),
    "JSON-LD, many": _page(
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A B"}]}</script>' * (FULL // 92)
        + STORY
    ),
    "JSON-LD, no JSON: authors": _page(_linked('"author":' * (FULL // 9))),
    "JSON-LD, no JSON: persons": _page(_linked('"Person"' * (FULL // 8))),
    "JSON-LD, no JSON: publishers": _page(_linked('"publisher":' * (FULL // 12))),
    "JSON-LD, no JSON: images": _page(_linked('"@type":"imageObject",' * (FULL // 22))),
    "JSON-LD, no JSON: forums": _page(_linked('"@type":[' * (FULL // 9))),
    "JSON-LD, no JSON: marks": _page(_linked('"\\' * (FULL // 2))),
    "JSON-LD, no JSON: tags": _page(_linked('"' + "<" * FULL + '"')),
    "JSON-LD: brackets for a name": _page(_linked(f'{{"@type": "NewsArticle", "author": "{"(" * 190_000}"}}')),
    "JSON-LD: 10k authors": lambda: Envelope(
        _linked(f'{{"@type": "NewsArticle", "author": {json.dumps([f"{a} Roe" for a in _names(10_000)])}}}').encode(),
        headers=HTML,
    ),
    "JSON-LD: text of a tag": lambda: Envelope(
        _linked('{"articleBody": "<a ' + "=" * 190_000 + '"}').removesuffix(STORY).encode(), headers=HTML
    ),
    "10k author tags": lambda: Envelope(
        "".join(f"<meta name=author content='{name} Roe'>" for name in _names(10_000)).encode() + STORY.encode(),
        headers=HTML,
    ),
    "author tag of brackets": _page(f"<meta name=author content='{'(' * FULL}'>{STORY}"),
    "tags in a meta tag": _page(f"<meta name=description content='{'&lt;' * (FULL // 4)}'>{STORY}"),
    "link to a coded host": _page(f"<link rel=canonical href='https://xn--{'a' * FULL}/'>{STORY}"),
    "10k date tags": lambda: Envelope(
        "".join(f"<meta name=date content='may {name} 3 45 in'>" for name in _names(10_000)).encode() + STORY.encode(),
        headers=HTML,
    ),
    "900 lines that may be dates": lambda: Envelope(
        "".join(f"<p class=date>may {name} 3 45 in at 1987 of" for name in _names(900)).encode() + STORY.encode(),
        headers=HTML,
    ),
    "10k lines that may be dates": lambda: Envelope(
        "".join(f"<p>may {name} 3 45 in at 1987" for name in _names(10_000)).encode() + STORY.encode(), headers=HTML
    ),
    "text beside what is taken out": _page(
        "<p>" + "a" * (FULL // 2) + "<b></b>x" * (FULL // 16) + f"</p>{STORY}"
    ),
    "text within dates": _page(STORY + "<div class=date>" * 240 + "a" * FULL),
    "links within blocks": _page(STORY + "<div>Jane" * 240 + "<a>Roe</a>won " * (FULL // 14)),
    "forum's data": _page(
        "<div id=data-preloaded data-preloaded='"
        + json.dumps({"topic_1": json.dumps({"post_stream": {"posts": [{"cooked": "<a " + "=" * FULL}]}})})
        + "'>Jane</div><p>Roe"
    ),
    "date in every line": _page("<p>Published: Mar 4, 2021</p>" * (FULL // 29) + STORY),
}

CASES: Final[Mapping[str, Case]] = {
    **{f"bomb: {name}": _case(_bomb(piece), EXTRACTED, "no_text") for name, piece in _BOMBS.items()},
    **{f"flood: {name}": _case(make, EXTRACTED, "no_text") for name, make in _FLOODS.items()},
    **{f"page: {name}": _case(make, EXTRACTED, "no_text") for name, make in _READ.items()},
    **{f"record: {name}": case for name, case in _REFUSED.items()},
}
