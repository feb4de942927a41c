"""What a line is by its own wording, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from worker.pipeline.clean import patterns as p
from worker.pipeline.clean.bylines import is_byline
from worker.pipeline.clean.published import is_time_line

if TYPE_CHECKING:
    import re

    from worker.pipeline.clean.layout import Line
    from worker.pipeline.values import BlockLabel

# Prose is running text; open is a line that only its neighbours explain: a headline, a crosshead, a teaser.
Kind: TypeAlias = "BlockLabel | Literal['prose', 'open']"

SHORT = 240  # characters: no crosshead, credit, byline or button is longer
ENDS = 160  # characters at either end of a long line in which its wording is looked for
COUNTED = 2_000  # characters: beyond them the number of words decides nothing


@dataclass(frozen=True, slots=True)
class Look:
    """A line with what its own wording tells. `stops`: the article may end before it."""

    text: str
    words: int
    kind: Kind
    stops: bool = False


def look(line: Line) -> Look:
    words = len(p.WORD.findall(line.text[:COUNTED]))
    kind = _kind(line.text, words)
    return Look(line.text, words, kind, _stops(line.text, kind))


def _kind(text: str, words: int) -> Kind:
    label = _short_label(text, words) if len(text) <= SHORT else None
    if label:
        return label
    if _asks(text, words):
        return "other"
    if _credit_at_end(text):
        return "credit"
    return "prose" if _is_prose(text, words) else "open"


_WHOLE_LINE: tuple[tuple[BlockLabel, re.Pattern[str]], ...] = (
    ("ad", p.AD),
    ("credit", p.CREDIT),
    ("other", p.SHARE),
    ("other", p.COMMENTS),
    ("related", p.RELATED),
    ("navigation", p.NAVIGATION),
    ("navigation", p.GLUED_TRAIL),
    ("other", p.LOGO),
    ("other", p.HASHTAGS),
    ("credit", p.SLASH_CREDIT),
)
_LINE_START: tuple[tuple[BlockLabel, re.Pattern[str]], ...] = (
    ("related", p.READ_MORE),
    ("credit", p.CREDIT_LEAD),
    ("other", p.TAGS),
    ("byline", p.WIRE_TAIL),
)


def _short_label(text: str, words: int) -> BlockLabel | None:
    if words == 0:
        return "other"
    if is_time_line(text):
        return "dateline"
    if is_byline(text):
        return "byline"
    for label, pattern in _WHOLE_LINE:
        if pattern.fullmatch(text):
            return label
    for label, pattern in _LINE_START:
        if pattern.match(text):
            return label
    return "navigation" if _is_trail(text, words) else None


def _is_trail(text: str, words: int) -> bool:
    """A breadcrumb: short steps between arrows, or steps glued together where the arrows were drawn."""
    if words > 12 or p.SENTENCE_END.search(text):
        return False
    return bool(p.BREADCRUMB.fullmatch(text)) or (words <= 6 and len(p.CAMEL.findall(text)) >= 2)


def _asks(text: str, words: int) -> bool:
    """Whether the page speaks to its reader here: a prompt, a notice, a disclaimer, a line on its author."""
    head, tail = text[:ENDS], text[-ENDS:]
    if p.APPEAL.match(head) or p.APPEAL_ANYWHERE.search(head) or p.APPEAL_ANYWHERE.search(tail):
        return words <= 80
    if p.COPYRIGHT.search(head) or p.COPYRIGHT.search(tail):
        return words <= 60
    return bool(p.BIO.search(head))


def _credit_at_end(text: str) -> bool:
    tail = text[-120:]
    return bool(p.CREDIT_TAIL.search(tail) or p.SLASH_TAIL.search(tail))


def _is_prose(text: str, words: int) -> bool:
    """Running text ends like a sentence or holds the end of one, and lower-case words carry it."""
    ends = bool(p.SENTENCE_END.search(text))
    if words >= 12 and (ends or p.INNER_END.search(text[:COUNTED])):
        return True
    return ends and words >= 4 and (words >= 8 or _reads_on(text))


def _reads_on(text: str) -> bool:
    return len(p.LOWER_WORD.findall(text)) * 2 >= len(p.WORD.findall(text))


def _stops(text: str, kind: Kind) -> bool:
    """Whether what follows may be the foot of the page: related articles, comments, imprint."""
    if kind == "related":
        return not p.READ_MORE.match(text)
    if kind != "other" or len(text) > SHORT:
        return False
    return bool(p.COMMENTS.fullmatch(text) or p.COPYRIGHT.search(text))
