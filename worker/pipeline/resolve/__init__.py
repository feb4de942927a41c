"""The resolve stage: mentions to entities, pronouns and epithets to the ones they mean, quotations to speakers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from worker.pipeline.resolve.discourse import Discourse
from worker.pipeline.resolve.finder import find_expressions
from worker.pipeline.resolve.firsthand import read_first_person
from worker.pipeline.resolve.keys import named_key, unnamed_key
from worker.pipeline.resolve.naming import flat
from worker.pipeline.values import Entity, ResolvedArticle, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.values import AnnotatedArticle, Gender, Quote


@dataclass(frozen=True, slots=True)
class RuleResolver:
    """`first_names`: first names that only one gender bears (`annotate.gazetteer.first_name_genders`)."""

    first_names: Mapping[str, Gender] = field(default_factory=lambda: MappingProxyType({}))

    def __call__(self, article: AnnotatedArticle, /) -> ResolvedArticle:
        expressions = find_expressions(article)
        talk = Discourse(article, expressions, self.first_names)
        for expression in expressions:
            talk.read(expression)
        speakers = _speakers(talk, article.quotes)
        read_first_person(talk, expressions, article.quotes, speakers)
        mentioned = sorted((f for f in _with_members(talk.figures)), key=_place)
        ids = {figure.number: f"e{n}" for n, figure in enumerate(mentioned, 1)}
        entities = tuple(_entity(figure, ids, article.article.document_id) for figure in mentioned)
        return ResolvedArticle(
            article, entities, tuple(ids[s.number] if s is not None else None for s in speakers)
        )


def _with_members(figures: Sequence[Figure]) -> list[Figure]:
    """Whoever is mentioned; a group only if its members are too."""
    return [f for f in figures if f.mentions and all(member.mentions for member in f.members)]


def _place(figure: Figure) -> tuple[int, int]:
    first = min(mention.span for mention in figure.mentions)
    return first.start, first.end


def _speakers(talk: Discourse, quotes: Sequence[Quote]) -> list[Figure | None]:
    """The figure of the mention at each quotation's speaker: the same words, else the longest mention inside."""
    spans = sorted(talk.at)
    return [
        _author(talk, spans, quote) or talk.at.get(quote.speaker) or _inside(talk, spans, quote.speaker)
        if quote.speaker
        else None
        for quote in quotes
    ]


def _author(talk: Discourse, spans: Sequence[Span], quote: Quote) -> Figure | None:
    """Reads "A message on his page said", "A post by Jane Roe read": whoever is told before the verb."""
    if quote.speaker is None or quote.cue is None or quote.cue.start <= quote.speaker.end:
        return None
    written = talk.at.get(quote.speaker)
    by = talk.text.startswith((" on ", " from ", " by "), quote.speaker.end)
    if written is None or written.type != "post" or not by:
        return None
    behind = spans[bisect_left(spans, Span(quote.speaker.end, quote.speaker.end)) :]
    told = (talk.at[span] for span in takewhile(lambda span: span.end <= quote.cue.start, behind))  # type: ignore[union-attr]
    return next((figure for figure in told if figure.type in {"person", "organization", "group"}), None)


def _inside(talk: Discourse, spans: Sequence[Span], speaker: Span) -> Figure | None:
    first = bisect_left(spans, Span(speaker.start, speaker.start))
    behind = bisect_left(spans, Span(speaker.end, speaker.end))
    held = [span for span in spans[first:behind] if not _owns(talk.text, span, speaker)]
    longest = max(held, key=lambda s: s.end - s.start, default=None)
    return talk.at[longest] if longest is not None and not _placed_by(talk, longest, speaker) else None


def _placed_by(talk: Discourse, span: Span, speaker: Span) -> bool:
    """Whether the mention only tells where or whose the speakers are: "London police", "Halvex officials"."""
    rest = talk.text[span.end : speaker.end]
    several = rest.endswith("police") or (rest.endswith("s") and not rest.endswith("ss"))
    common = rest.islower() and rest.replace(" ", "").isalpha()
    return common and talk.at[span].type != "person" and (several or talk.at[span].type in {"gpe", "location"})


_POSSESSIVE = frozenset(("'s", "’s", "' ", "’ "))  # noqa: RUF001 - typographic marks are what the text holds


def _owns(text: str, span: Span, speaker: Span) -> bool:
    """Whether the mention only tells whose the speaker is: "Roe" of "Roe's website"."""
    return span.end < speaker.end and text[span.end : span.end + 2] in _POSSESSIVE


def _entity(figure: Figure, ids: Mapping[int, str], document_id: str) -> Entity:
    number = ids[figure.number]
    key = (
        named_key(figure.type, flat(figure.label))
        if figure.named
        else unnamed_key(document_id, int(number[1:]))
    )
    return Entity(
        number, key, figure.label, figure.type, figure.named,
        tuple(sorted(figure.mentions, key=lambda m: m.span)), figure.gender,
        tuple(ids[member.number] for member in figure.members),
    )  # fmt: skip
