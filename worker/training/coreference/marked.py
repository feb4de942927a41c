"""Own articles: a text in which "{dunn|Tracey Dunn}" marks a mention of the entity `dunn`; marks may nest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.values import Block, Span
from worker.training.coreference.document import Document, Gold

if TYPE_CHECKING:
    from worker.pipeline.values import MentionKind

CAPTION = "Caption> "
_MARK = re.compile(r"\{(\w{1,20})\||\}")
_LINE = re.compile(r"[^\n]+")
_PRONOUN = re.compile(
    r"(?:i|me|my|mine|myself|you|your|yours|he|him|his|himself|she|her|hers|herself|it|its|itself|we|us|our|ours"
    r"|they|them|their|theirs|themselves)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?:The|the) )?(?:\S+ )*[A-Z]\S*$")
_ONE_WORD = re.compile(r"(?:The|the|A|a|Her|His|Their) (?:[^A-Z]\S* )*\S+$")


def read_marked(name: str, marked: str) -> Document:
    """A line is a block; one that begins with "Caption> " is a caption."""
    text, gold = _unmarked(marked.replace(CAPTION, "\x00"))
    blocks = tuple(
        Block(Span(line.start() + caption, line.end()), "caption" if caption else "body")
        for line in _LINE.finditer(text)
        for caption in (int(line[0].startswith("\x00")),)
    )
    ordered = sorted(gold, key=lambda g: (g.span.start, -g.span.end))
    return Document(name, text.replace("\x00", " "), blocks, tuple(ordered))


def _unmarked(marked: str) -> tuple[str, list[Gold]]:
    text, gold, opened, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            entity, start = opened.pop()
            gold.append(_gold(text, Span(start, len(text)), entity))
    if opened:
        message = f"marks are left open: {opened}"
        raise ValueError(message)
    return text + marked[at:], gold


def _gold(text: str, span: Span, entity: str) -> Gold:
    """The last word is the head: marked nominals end in it, and so do names."""
    words = span.of(text)
    return Gold(span, Span(span.end - len(words.split()[-1]), span.end), entity, _kind(words))


def _kind(words: str) -> MentionKind:
    if _PRONOUN.match(words):
        return "pronoun"
    return "name" if _NAME.match(words) and not _describes(words) else "nominal"


def _describes(words: str) -> bool:
    """Reads "The Ghanaian", "The 18-year-old Czech"; "The WCS" and "the Station Inn" are names."""
    return bool(_ONE_WORD.match(words)) and not words.rsplit(maxsplit=1)[-1].isupper()
