"""What a line is by its own wording, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from worker.pipeline.clean import appeals, furniture, photos, shapes
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
PARAGRAPH = 3  # sentences: an imprint at the end of fewer is the line's matter, at the end of more it is an addition
COUNTED = 2_000  # characters: beyond them the number of words decides nothing


@dataclass(frozen=True, slots=True)
class Look:
    """A line in its plain form with what its own wording tells.

    `stops`: the article may end before it; `bio`: above or below the text it would speak of the author.
    """

    text: str
    words: int
    kind: Kind
    stops: bool = False
    bio: bool = False


def look(line: Line) -> Look:
    text = shapes.plain(line.text)
    words = len(shapes.WORD.findall(text[:COUNTED]))
    kind = _kind(text, words)
    return Look(text, words, kind, _stops(text, kind), kind in {"prose", "open"} and _is_bio(text))


def outside(each: Look) -> BlockLabel:
    """The label of a line that is no part of the running text."""
    match each.kind:
        case "prose" | "open":
            return "other"
        case label:
            return label


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
    ("ad", furniture.AD),
    ("other", furniture.SHARE),
    ("other", furniture.COMMENTS),
    ("related", furniture.RELATED),
    ("navigation", furniture.NAVIGATION),
    ("other", furniture.LOGO),
    ("other", furniture.HASHTAGS),
)
_LINE_START: tuple[tuple[BlockLabel, re.Pattern[str]], ...] = (
    ("related", furniture.READ_MORE),
    ("credit", photos.CREDIT_LEAD),
    ("other", furniture.TAGS),
    ("byline", appeals.WIRE_TAIL),
)


def _short_label(text: str, words: int) -> BlockLabel | None:
    if words == 0:
        return "other"
    if is_time_line(text):
        return "dateline"
    if is_byline(text):
        return "byline"
    label = _furniture(text.lower())
    if label:
        return label
    if photos.CREDIT.fullmatch(text) or photos.SLASH_CREDIT.fullmatch(text):
        return "credit"
    return "navigation" if _is_trail(text, words) else None


def _furniture(low: str) -> BlockLabel | None:
    for label, pattern in _WHOLE_LINE:
        if pattern.fullmatch(low):
            return label
    for label, pattern in _LINE_START:
        if pattern.match(low):
            return label
    return None


def _is_trail(text: str, words: int) -> bool:
    """A breadcrumb: short steps between arrows, or steps glued together where the arrows were drawn."""
    if words > 12 or shapes.SENTENCE_END.search(text):
        return False
    if furniture.BREADCRUMB.fullmatch(text) or furniture.GLUED_TRAIL.fullmatch(text):
        return True
    return words <= 6 and bool(shapes.GLUED.search(text))


def _asks(text: str, words: int) -> bool:
    """Whether the page speaks to its reader here: a prompt, a notice, a disclaimer."""
    low = _scope(text).lower()
    if text[0] in "\"'":
        return False  # somebody says it
    if appeals.APPEAL.match(low) or appeals.APPEAL_WITHIN.search(low):
        return words <= 80
    return bool(furniture.COPYRIGHT.search(low)) and words <= 60


def _scope(text: str) -> str:
    """Where a line must ask to be a prompt: in its first sentence if it is a paragraph, else near either end."""
    ends = [match.end() for match in shapes.INNER_END.finditer(text[:COUNTED])]
    if len(ends) >= PARAGRAPH - 1:
        return text[: ends[0]][:ENDS]
    return text if len(text) <= 2 * ENDS else f"{text[:ENDS]}\n{text[-ENDS:]}"


def is_item(each: Look) -> bool:
    """Whether an open line is an item of a list."""
    return bool(shapes.ITEM.match(each.text))


def is_lead_in(each: Look) -> bool:
    """Whether an open line announces what follows, "She wrote four novels:"."""
    return each.text.endswith(":") and each.words >= 4 and reads_on(each.text)


def _is_bio(text: str) -> bool:
    low = text[:ENDS].lower()
    role = appeals.BIO.search(low)
    if role and role.start() <= appeals.BIO_NAME:
        return True
    return bool(appeals.BIO_START.match(low) or appeals.BIO_END.search(text[-ENDS:].lower()))


def _credit_at_end(text: str) -> bool:
    tail = text[-photos.TAIL :]
    return bool(photos.CREDIT_TAIL.search(tail) or photos.SLASH_TAIL.search(tail))


def _is_prose(text: str, words: int) -> bool:
    """Running text ends like a sentence or holds the end of one, and lower-case words carry it."""
    ends = bool(shapes.SENTENCE_END.search(text))
    if words >= 12 and (ends or shapes.INNER_END.search(text[:COUNTED])):
        return True
    if words >= 8 and text[-1] == ":":
        return reads_on(text)
    if not ends or words < 3:
        return False
    return words >= 8 or reads_on(text) or (text[-1] == "." and bool(shapes.LOWER_WORD.search(text)))


def reads_on(text: str) -> bool:
    """Whether lower-case words carry the line, as in a sentence and unlike in a headline or a menu."""
    return len(shapes.LOWER_WORD.findall(text)) * 3 >= len(shapes.WORD.findall(text))


def _stops(text: str, kind: Kind) -> bool:
    """Whether what follows may be the foot of the page: related articles, comments, imprint."""
    if kind not in {"related", "other"} or len(text) > SHORT:
        return False
    low = text.lower()
    if kind == "related":
        return not furniture.READ_MORE.match(low)
    return bool(furniture.COMMENTS.fullmatch(low) or furniture.COPYRIGHT.search(low))
