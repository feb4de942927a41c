"""What the tests of extraction share: short texts read by the whole pipeline, and hand-made resolved articles."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from worker.bootstrap import build_pipeline
from worker.pipeline.extract.view import look
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import (
    AnnotatedArticle,
    Block,
    CleanArticle,
    Entity,
    Envelope,
    LocalTime,
    Mention,
    Metadata,
    Quote,
    ResolvedArticle,
    Sentence,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent
    from worker.pipeline.extract.view import View
    from worker.pipeline.pipeline import Pipeline
    from worker.pipeline.values import MentionKind

# A single sentence could be a headline; between two plain paragraphs it is running text.
BEFORE = "Here is what is known so far about the matter and those involved in it."
AFTER = "Nothing else was known at the time of writing, and nobody could be reached."


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return build_pipeline()


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., tuple[FactEvent, ...]]:
    def facts(text: str, published: str = "2024-03-14") -> tuple[FactEvent, ...]:
        article = {"id": "example", "text": f"{BEFORE}\n\n{text}\n\n{AFTER}", "published": published}
        outcome = pipeline.process(
            Envelope(json.dumps(article).encode(), headers=(("content-type", b"application/json"),))
        )
        assert isinstance(outcome, Extracted), outcome
        assert outcome.dropped == (), "a rule drew what its predicate does not allow"
        return outcome.facts

    return facts


@pytest.fixture(scope="session")
def seen(pipeline: Pipeline) -> Callable[[str], View]:
    """A text as the rules see it, read by the whole pipeline up to resolution."""

    def view(text: str) -> View:
        article = {"id": "example", "text": f"{BEFORE}\n\n{text}\n\n{AFTER}", "published": "2024-03-14"}
        raw = pipeline.decode(Envelope(json.dumps(article).encode(), headers=(("content-type", b"application/json"),)))
        return look(pipeline.resolve(pipeline.annotate(pipeline.clean(raw))))

    return view


@pytest.fixture
def marked() -> Callable[..., ResolvedArticle]:
    """A resolved article from `[Jane Roe|person]`, `[she|person=Jane Roe]`, `[the singer|person=Jane Roe]`, `{quoted}`.

    One line is one sentence and one block. The kind follows from the words: capital letters make a name, "he" and the
    like a pronoun, everything else a nominal. Words in braces are a direct quote of the last entity named before.
    """
    return _marked


_MARK = re.compile(r"\[([^|\]]+)\|(\w+)(?:=([^\]]+))?\]|\{([^}]*)\}")
_PRONOUNS = {"he", "she", "they", "his", "her", "their", "him", "it", "its", "i", "my"}


def _marked(source: str, published: str | None = "2024-03-14") -> ResolvedArticle:
    text, at = "", 0
    last: tuple[str, Any] | None = None
    mentions: dict[tuple[str, Any], list[Mention]] = {}
    quotes: list[Quote] = []
    speakers: list[tuple[str, Any] | None] = []
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        start = len(text)
        words = mark.group(1) or mark.group(4)
        text += words
        at = mark.end()
        if mark.group(1) is None:
            quotes.append(Quote((Span(start, len(text)),), "direct"))
            speakers.append(last)
            continue
        last = (mark.group(3) or words, mark.group(2))
        mentions.setdefault(last, []).append(Mention(Span(start, len(text)), _kind(words)))
    text += source[at:]
    ids = {key: f"e{number}" for number, key in enumerate(mentions, 1)}
    entities = tuple(
        Entity(
            ids[key],
            f"{key[1]}:{key[0].lower().replace(' ', '-')}",
            key[0],
            key[1],
            key[0][0].isupper(),
            tuple(found),
        )
        for key, found in mentions.items()
    )
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        span = Span(*line.span())
        sentences.append(Sentence(span, len(blocks), ()))
        blocks.append(Block(span, "body"))
    time = LocalTime(published, None, "day", "producer") if published else None
    clean = CleanArticle("doc", text, tuple(blocks), Metadata(published=time))
    annotated = AnnotatedArticle(clean, tuple(sentences), (), (), (), tuple(quotes))
    return ResolvedArticle(annotated, entities, tuple(ids[s] if s else None for s in speakers))


def _kind(words: str) -> MentionKind:
    if words.lower() in _PRONOUNS:
        return "pronoun"
    return "name" if words[0].isupper() and not words.startswith(("The ", "His ", "Her ")) else "nominal"
