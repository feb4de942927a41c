"""Articles for measurements: news prose about invented people, of a wanted length, as text, JSON and a web page."""

import html
import itertools
import json
import random
from collections.abc import Callable, Iterator

from worker.pipeline.values import Envelope

_FIRST = ["Maren", "Tobias", "Odile", "Rafe", "Ines", "Caleb", "Yuna", "Desmond", "Petra", "Iskander"]
_LAST = ["Halvorsen", "Okonjo", "Brandt", "Castellane", "Ferrow", "Whitlock", "Adeyemi", "Lindqvist", "Moreau"]
_PLACE = ["Aldermouth", "Port Ellery", "Kessing", "Brightwater", "North Calder", "Vellmar", "Stonehaven Bay"]
_FIRM = ["Carrow Shipping", "Tessel Energy", "Northlight Foods", "Ambry Bank", "Quill & Harrow", "Merewood Rail"]
_PROSE = """\
{firm} named {a} its new chief executive on Tuesday. {A_last}, {age}, joined the company in {year} after nine
years at {firm2}, where {a_pron} was head of operations.

"We have waited too long for this decision," said {b}, the mayor of {place}. "The people who live along the
river deserve better, and they will get it."

The bridge is {n},400 feet long and cost ${n}.2 million to build. More than {n}00 workers took part, according
to the council, and two of them were hurt last {month}.

{a} and {b} were married in {place} on {month} {day}, {year}. The couple's daughter, {c_first}, was born the
following spring and weighs 7 pounds 4 ounces.

Police said that a man of {age} was arrested early on Friday near the station in {place}. He was charged with
theft and is due in court on {month} {day}.

The company's shares fell {n}% after it reported a loss of €{n} million for the quarter. Analysts at {firm2}
had expected a profit, and lowered their forecast for {year}.

{c} scored twice as {place} beat {place2} 3-1 in front of {n},215 people. It was the team's fifth win in a
row, and its coach, {a}, called it the best evening of the season.

Critics of the plan, among them the union that represents drivers, argue that it would close half of the
depots outside the capital. A spokeswoman for {firm} declined to comment.

{b} died at home in {place} on Sunday at the age of {age}. {B_last} wrote eleven novels, won the Silver Lyre
award in {year}, and is survived by a sister, {c}.

The storm left {n}0,000 homes without power. Temperatures are expected to drop to minus {day} degrees
overnight, and schools in {place} and {place2} will stay closed until Thursday.
"""
_PARAGRAPHS = [" ".join(one.split()) for one in _PROSE.split("\n\n")]


def prose(number: int, size: int) -> str:
    """At least `size` characters in paragraphs; the same number gives the same text."""
    dice = random.Random(number)  # noqa: S311 - no secret
    paragraphs = itertools.cycle(dice.sample(_PARAGRAPHS, len(_PARAGRAPHS)))
    text = ""
    while len(text) < size:
        text += next(paragraphs).format(**_words(dice)) + "\n\n"
    return text


def _words(dice: random.Random) -> dict[str, object]:
    (a, b, c) = zip(dice.sample(_FIRST, 3), dice.sample(_LAST, 3), strict=True)
    firm, firm2 = dice.sample(_FIRM, 2)
    place, place2 = dice.sample(_PLACE, 2)
    return {
        "a": " ".join(a), "A_last": a[1], "b": " ".join(b), "B_last": b[1], "c": " ".join(c), "c_first": c[0],
        "a_pron": dice.choice(["he", "she"]), "age": dice.randint(19, 91), "year": dice.randint(1990, 2025),
        "month": dice.choice(["March", "June", "October"]), "day": dice.randint(1, 28), "n": dice.randint(2, 97),
        "firm": firm, "firm2": firm2, "place": place, "place2": place2,
    }


def as_json(number: int, size: int) -> Envelope:
    article = {"id": f"a-{number}", "title": f"Report {number}", "published": "2025-03-04", "text": prose(number, size)}
    return _envelope(number, json.dumps(article).encode(), "application/json")


def as_page(number: int, size: int) -> Envelope:
    """With the furniture of a web page around the text."""
    body = "".join(f"<p>{html.escape(part)}</p>\n" for part in prose(number, size).strip().split("\n\n"))
    menu = "".join(f'<li><a href="/s/{name}">{name}</a></li>' for name in (*_PLACE, *_FIRM))
    page = (
        f"<!doctype html><html lang='en'><head><title>Report {number}</title>"
        "<meta property='article:published_time' content='2025-03-04T10:00:00Z'></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article><h1>Report {number}</h1>{body}</article></main>"
        f"<aside><h2>Most read</h2><ul>{menu}</ul></aside><footer>All rights reserved.</footer></body></html>"
    )
    return _envelope(number, page.encode(), "text/html; charset=utf-8")


def as_text(payload: bytes) -> Envelope:
    return _envelope(0, payload, "text/plain; charset=utf-8")


def many(kind: Callable[[int, int], Envelope], count: int, size: int) -> Iterator[Envelope]:
    return (kind(number, size) for number in range(count))


def _envelope(number: int, payload: bytes, content_type: str) -> Envelope:
    return Envelope(payload, str(number).encode(), (("content-type", content_type.encode()),), "raw", 0, number)
