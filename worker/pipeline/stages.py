"""What a stage is: a callable from one frozen value to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from schemas.article import RawArticle
    from schemas.clean import CleanArticleEvent
    from schemas.fact import FactEvent
    from worker.pipeline.values import (
        AnnotatedArticle,
        CleanArticle,
        Envelope,
        ExtractedArticle,
        ResolvedArticle,
    )


class Decoder(Protocol):
    """Undecoded payload to validated raw article. Raises ArticleRejected."""

    def __call__(self, envelope: Envelope, /) -> RawArticle: ...


class Cleaner(Protocol):
    """Raw text or HTML to clean text with labelled blocks and metadata. Raises ArticleRejected."""

    def __call__(self, article: RawArticle, /) -> CleanArticle: ...


class Annotator(Protocol):
    """Clean text to sentences, names, times, quantities and quotes."""

    def __call__(self, article: CleanArticle, /) -> AnnotatedArticle: ...


class Resolver(Protocol):
    """Mentions to entities, quotes to speakers."""

    def __call__(self, article: AnnotatedArticle, /) -> ResolvedArticle: ...


class Extractor(Protocol):
    """Entities and words to candidates."""

    def __call__(self, article: ResolvedArticle, /) -> ExtractedArticle: ...


@dataclass(frozen=True, slots=True)
class Normalized:
    """What the last stage made: the clean article event, its facts, and how many candidates it dropped, and why."""

    article: CleanArticleEvent
    facts: tuple[FactEvent, ...]
    dropped: tuple[tuple[str, int], ...] = ()  # (reason, count), in order of reason


class Normalizer(Protocol):
    """Candidates to fact events, and the article to the event that tells what was read."""

    def __call__(self, raw: RawArticle, article: ExtractedArticle, envelope: Envelope, /) -> Normalized: ...
