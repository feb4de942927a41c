"""First person inside quotations: "I" and "my" mean the speaker, "we" and "our" the speaker with others."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from worker.pipeline.resolve import relatives
from worker.pipeline.resolve.nouns import BARE_KIN
from worker.pipeline.resolve.trades import SPEAK_FOR_OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.resolve.nouns import Noun
    from worker.pipeline.values import Quote, Span


def read_first_person(
    talk: Discourse,
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
    speakers: Sequence[Figure | None],
) -> None:
    """Reads what had to wait until the speakers were known: first person, and what it owns ("our boy")."""
    parts = _parts(quotes, speakers)
    starts, main = [part.start for part, _ in parts], _main_organization(talk)
    for expression in expressions:
        at = bisect_right(starts, expression.span.start) - 1
        if at < 0 or not parts[at][0].covers(expression.span):
            continue
        figure = _meant(talk, expression, parts[at][1], main)
        if figure is not None:
            talk.touch(figure, expression)


def _parts(quotes: Sequence[Quote], speakers: Sequence[Figure | None]) -> list[tuple[Span, Figure]]:
    pairs = [
        (part, speaker)
        for quote, speaker in zip(quotes, speakers, strict=True)
        if speaker is not None and quote.kind != "indirect"
        for part in quote.parts
    ]
    return sorted(pairs, key=lambda pair: pair[0])


def _meant(talk: Discourse, expression: Expression, speaker: Figure, main: Figure | None) -> Figure | None:
    pronoun = expression.pronoun
    if pronoun is not None:
        if pronoun.person != 1:
            return None
        return _company(talk, speaker, main) if pronoun.plural else speaker
    noun = expression.noun
    if noun is None or expression.span in talk.at:
        return None
    if not expression.owners:
        return _own_relative(talk, expression, noun, speaker)
    return relatives.relative(talk, expression, noun) if talk.owners(expression) else None


def _own_relative(talk: Discourse, expression: Expression, noun: Noun, speaker: Figure) -> Figure | None:
    """Reads "Dad loved it": the speaker's own."""
    if noun.kin is None or expression.article or expression.head not in BARE_KIN:
        return None
    return next(iter(talk.kin.of(speaker, noun.kin, noun.gender)), None)


def _company(talk: Discourse, speaker: Figure, main: Figure | None) -> Figure | None:
    """Reads "we": the couple or group that the speaker belongs to, else the organization that he speaks for."""
    if speaker.type in {"organization", "group"}:
        return speaker
    couple = talk.couples.get(speaker.number)
    if couple is not None and couple.mentions:
        return couple
    return _spoken_for(speaker) or main if speaker.trades & SPEAK_FOR_OTHERS else None


def _spoken_for(speaker: Figure) -> Figure | None:
    """Reads "its founder": the organization that the speaker was told to be of."""
    owner = speaker.owner
    return owner if owner is not None and owner.type == "organization" else None


def _main_organization(talk: Discourse) -> Figure | None:
    firms = [f for f in talk.figures if f.type == "organization" and f.named and f.mentions]
    return max(firms, key=lambda f: len(f.mentions), default=None)
