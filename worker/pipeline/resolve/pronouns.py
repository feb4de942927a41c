"""Which figure a pronoun means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve import introductions
from worker.pipeline.resolve.naming import flat
from worker.pipeline.resolve.nearness import KNOWN, RANK, SPOKE, TITLED, TOLD, UNNAMED, best, nearness, reachable

if TYPE_CHECKING:
    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression, Pronoun
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.values import Quote

_GROUP_REACH = 4  # sentences back in which "they" finds its group


def human(talk: Discourse, expression: Expression, pronoun: Pronoun, *, speaks: bool = False) -> Figure | None:
    """Reads "he", "her": a person of that gender, near, preferably a subject; never who speaks the words himself.

    `speaks`: it says who speaks. Whose words it stands in itself is not asked then: they may be its own.
    """
    if expression.head in _REFLEXIVE and (own := _subject_of_clause(talk, expression, pronoun)) is not None:
        return own
    quote = talk.speech.around(expression.span)
    told = _spoken_of(talk, quote) if quote else None
    meant = introductions.known(talk, told) if told else None
    if meant is not None and meant.gender in {None, pronoun.gender}:
        return meant
    speaker = speaker_of(talk, quote) if quote and not speaks else None
    people = [
        f
        for f in reachable(talk, expression)
        if f.type == "person" and f.gender in {None, pronoun.gender} and f is not speaker
        and not excluded(f, expression)
    ]  # fmt: skip
    people.sort(key=lambda f: (f.last_sentence, f.subject_at), reverse=True)
    order = {f.number: rank for rank, f in enumerate(people)}
    return best(
        people,
        lambda f: nearness(talk, f, expression)
        + KNOWN * (f.gender is not None)
        + TITLED * any(flat(name) in talk.titled for name in f.names)
        - RANK * order[f.number]
        - UNNAMED * (not f.named)
        - TOLD * (f.only_told and quote is None)
        + SPOKE * (f is talk.last_speaker and expression.span in talk.speech.speakers),
    )


_REFLEXIVE = frozenset(("himself", "herself"))
_LATELY = 8  # mentions among which those of one sentence are


def excluded(figure: Figure, expression: Expression) -> bool:
    """Whether grammar forbids that the pronoun means the figure: its clause's subject is somebody else."""
    lately = figure.mentions[-_LATELY:] if expression.barred else ()
    return any(m.span.start <= at < m.span.end for m in lately for at in expression.barred)


_ABOUT = (" of ", " about ")  # behind the speaker: "..., Roe said of Doe"


def speaker_of(talk: Discourse, quote: Quote) -> Figure | None:
    """Who speaks, as far as it can be told before the words that say so are read."""
    if quote.speaker is None or quote.speaker in talk.at:
        return talk.at.get(quote.speaker) if quote.speaker else None
    expression = talk.by_span.get(quote.speaker)
    if expression is None or expression.kind == "nominal":
        return None
    if expression.kind == "name":
        return introductions.known(talk, expression)
    asked = expression.pronoun
    return human(talk, expression, asked, speaks=True) if asked and asked.human and asked.person == 3 else None


def _spoken_of(talk: Discourse, quote: Quote) -> Expression | None:
    """The name of whom the speaker says it: "..., Roe said of Doe"."""
    ends = [span.end for span in (quote.speaker, quote.cue) if span is not None]
    if not ends:
        return None
    at = max(ends)
    word = next((word for word in _ABOUT if talk.text.startswith(word, at)), None)
    return talk.names_at.get(at + len(word)) if word else None


def _subject_of_clause(talk: Discourse, expression: Expression, pronoun: Pronoun) -> Figure | None:
    """The nearest person before "himself" that is a subject in its sentence."""
    near = (f for f in talk.recent() if f.last_subject == expression.sentence and f.type == "person")
    return next((f for f in near if f.gender in {None, pronoun.gender}), None)


def plural(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "they", "their": whoever are several, unless some without a name are the subject nearer by."""
    figure = _several(talk, expression)
    if figure is None or expression.many is None:
        return figure
    spoken = [m.span.end for one in (figure, *figure.members) for m in one.mentions[-1:]]
    return figure if max(spoken, default=0) > expression.many else None


def _several(talk: Discourse, expression: Expression) -> Figure | None:
    """Several that speak on, a group, two people named together in this sentence or the one before, a body."""
    again = talk.last_speaker if expression.span in talk.speech.speakers else None
    if again is not None and again.type in {"organization", "group"}:
        return again
    groups = [f for f in talk.recent() if f.type == "group" or f.members]
    near = [f for f in groups if expression.sentence - f.last_sentence <= _GROUP_REACH]
    pair = paired(talk, expression, 2)
    if pair is not None and (not near or max(m.last_sentence for m in pair.members) >= near[0].last_sentence):
        return pair
    if near:
        return best(near, lambda f: nearness(talk, f, expression))
    firms = [f for f in talk.recent() if f.type == "organization"]
    subject = next((f for f in firms if f.last_subject >= expression.sentence - 1), None)
    if subject is not None or not expression.subject:
        return subject
    return next((f for f in firms if f.last_sentence == expression.sentence - 1), None)


def paired(talk: Discourse, expression: Expression, reach: int) -> Figure | None:
    """The last two persons joined by "and", at most `reach` sentences back."""
    if talk.pair is None or expression.sentence - talk.pair[0] > reach:
        return None
    return talk.group(talk.pair[1])


_PLACE = 1.0  # what speaks against a town or country: news says "it" of firms and bodies first
_THINGS = frozenset(("organization", "work", "post", "object", "event", "gpe", "product"))
_SORTS = (_THINGS, frozenset(("organization", "post", "object", "work")))  # of these the last can speak
_SPOKEN_REACH = 3  # sentences back to whoever speaks on as "it": quotations stand between


def thing(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "it", "its": a thing that was the subject of this sentence or the one before; else it may mean anything.

    An "it" that is a subject itself may also mean the organization spoken of most in the sentence before.
    """
    reach = _SPOKEN_REACH if expression.span in talk.speech.speakers else 1
    near = [
        f
        for f in talk.recent()
        if f.type in _SORTS[reach > 1]
        and expression.sentence - f.last_subject <= reach
        and not excluded(f, expression)
    ]
    if not near and expression.subject:
        firms = [f for f in talk.recent() if f.type == "organization" and expression.sentence - f.last_sentence <= 1]
        return max(firms, key=lambda f: len(f.mentions), default=None)
    return best(near, lambda f: nearness(talk, f, expression) - (_PLACE if f.type == "gpe" else 0.0))
