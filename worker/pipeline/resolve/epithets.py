"""Who or what is meant by a nominal: a person by trade or age, a couple, a firm, a post."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.resolve import introductions
from worker.pipeline.resolve.firms import named_thing
from worker.pipeline.resolve.nearness import FAR, SPOKE, TOLD, best, nearness, new, reachable
from worker.pipeline.resolve.nouns import CHILD_WORDS, FIRMS_TOGETHER, FIRMS_TOO, NOUNS
from worker.pipeline.resolve.pronouns import paired, speaker_of
from worker.pipeline.resolve.trades import OFFICES, PLAIN_PEOPLE, RELATED, SIDES, SPOKESPEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.resolve.nouns import Noun
    from worker.pipeline.values import EntityType, Gender


def epithet(talk: Discourse, expression: Expression, noun: Noun) -> Figure | None:
    """Reads "the singer", "the company", "the photo", "one follower"."""
    fresh = expression.article in _FRESH
    if noun.sort == "person":
        return _person(talk, expression, noun, fresh)
    read = _READERS.get(noun.sort)
    if read is not None:
        return read(talk, expression, fresh)
    if fresh:
        return None
    return named_thing(talk, expression, noun.sort) or _speaking(talk, expression)


def _speaking(talk: Discourse, expression: Expression) -> Figure | None:
    """A body that speaks is somebody, also without a name: "The fire service urged ..."."""
    if expression.span not in talk.speech.speakers:
        return None
    called = {expression.head, *expression.modifiers}
    known = (f for f in talk.recent() if not f.named and called <= f.words)
    return next(known, None) or new(talk, expression, None)


_NOTHING: frozenset[str] = frozenset()
# Articles of what is new to the text; the empty one stands before a bare plural.
_FRESH = frozenset(("a", "an", "one", "another", "some", "two", "three", "four", ""))


# Tell from those spoken of before: "the other driver", "the wrong patient".
_OTHERS = frozenset("other another wrong different second third next new fellow rival opposing unnamed".split())


def _person(talk: Discourse, expression: Expression, noun: Noun, fresh: bool) -> Figure | None:
    if expression.head in SPOKESPEOPLE and (body := _body(talk, expression)) is not None:
        return body
    if fresh:
        return new(talk, expression, None) if expression.article else None
    if _OTHERS & set(expression.modifiers):
        return new(talk, expression, None)
    if expression.head in FIRMS_TOO and not any(_told(f, expression, noun) >= 3.0 for f in talk.recent()):
        firm = named_thing(talk, expression, "organization")
        if firm is not None:
            return firm
    people = _candidates(talk, expression, noun)
    people.sort(
        key=lambda f: (-f.last_sentence, f.mentions[-1].span.start if f.mentions else 0)
    )  # first named, first meant
    found = best(people, lambda f: _likeness(talk, f, expression, noun))
    told = found is not None and not _is_somebody_else(talk, found, expression, noun)
    return found if told else new(talk, expression, None)


def _candidates(talk: Discourse, expression: Expression, noun: Noun) -> list[Figure]:
    """The persons near by whom nothing that was told of them excludes; an office means who was called so."""
    gender = noun.gender or expression.hint
    child = noun.age == "child" or bool(CHILD_WORDS & set(expression.modifiers))
    people = [
        f
        for f in reachable(talk, expression)
        if f.type == "person"
        and _compatible(f, gender, noun.age, child=child)
        and expression.years in {None, f.years, expression.years if f.years is None else None}
        and not _other_side(f, expression.head)
        and not _other_trade(f, expression.head)
        and not _speaks(talk, f, expression)
    ]
    if expression.head not in OFFICES:
        return people
    called = [f for f in talk.recent() if f.type == "person" and expression.head in f.trades]
    return called or [f for f in people if _told(f, expression, noun) >= 3.0]


def _is_somebody_else(talk: Discourse, figure: Figure, expression: Expression, noun: Noun) -> bool:
    """A speaker talks of people whom the article does not know: "I rang the manager"."""
    quoted = talk.speech.around(expression.span) is not None
    return quoted and _told(figure, expression, noun) <= 0 and expression.head not in PLAIN_PEOPLE


def _speaks(talk: Discourse, figure: Figure, expression: Expression) -> bool:
    """Nobody calls himself "the manager" in his own words."""
    quote = talk.speech.around(expression.span)
    return quote is not None and speaker_of(talk, quote) is figure


def _body(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "A Halden spokesperson", "a spokeswoman for Halden", "the company's spokesman": the body that speaks."""
    behind = expression.span.end + len(" for ")
    words = talk.text[expression.span.end : behind + len("the ")]
    after = behind + (len("the ") if words == " for the " else 0)
    name = talk.names_at.get(after) if words.startswith(" for ") else None
    held = range(expression.span.start, expression.span.end)
    inside = next((talk.names_at[at] for at in held if at in talk.names_at), None)
    said = name or inside
    if said is not None and said.type == "organization":
        return introductions.named(talk, said)
    *others, sort = expression.modifiers or ("",)
    if sort in NOUNS and NOUNS[sort].sort == "organization":  # "a club spokesman": the club's
        return named_thing(talk, replace(expression, head=sort, modifiers=tuple(others)), "organization")
    if expression.article in _FRESH or any(SPOKESPEOPLE & f.trades for f in talk.recent()):
        return None
    spoken = (f for f in talk.recent() if f.type == "organization" and SPOKESPEOPLE & f.words)
    return next(spoken, None)  # "the spokeswoman" goes on for whom "A Halden spokeswoman" spoke


def _likeness(talk: Discourse, figure: Figure, expression: Expression, noun: Noun) -> float:
    """Who was called just so may be far; anybody else has to be near."""
    told = _told(figure, expression, noun)
    near = nearness(talk, figure, expression) * (_CALLED_SO if told >= _EXACT else 1.0)
    again = figure is talk.last_speaker and expression.span in talk.speech.speakers
    addressed = figure.only_told and len(figure.mentions) == 1  # "Chin up, Kim," the singer wrote
    unheard = addressed and talk.speech.around(expression.span) is None
    return near + told + _aged(figure, expression) + SPOKE * again - TOLD * unheard


_CALLED_SO, _EXACT = 0.4, 5.0


def _other_side(figure: Figure, head: str) -> bool:
    """Whether the noun is for one side of a case, and the figure was called something of another."""
    return any(head in side and figure.trades & others for side, others in SIDES)


def _other_trade(figure: Figure, head: str) -> bool:
    """Whether nobody but "a soldier" is known of the figure, and the noun is "the actress"."""
    if figure.named or not figure.trades or head in PLAIN_PEOPLE or figure.trades & (PLAIN_PEOPLE | {head}):
        return False
    return not RELATED.get(head, _NOTHING) & figure.trades


_OF_THAT_AGE, _OFTEN_TOLD = 8.0, 0.3  # an age is told of who is new to the text, unless it was told before


def _aged(figure: Figure, expression: Expression) -> float:
    if expression.years is None:
        return 0.0
    same = figure.years == expression.years
    return _OF_THAT_AGE if same else -_OFTEN_TOLD * min(len(figure.mentions), 5)


def _compatible(figure: Figure, gender: Gender | None, age: str | None, *, child: bool) -> bool:
    if gender is not None and figure.gender not in {None, gender}:
        return False
    if child:
        return figure.age == "child" or (figure.age is None and not figure.parent)
    return not (age == "adult" and figure.age == "child")


def _told(figure: Figure, expression: Expression, noun: Noun) -> float:
    """How well what was said of the figure before agrees with the epithet."""
    if expression.head in figure.trades:
        return 6.0
    score = 3.0 if RELATED.get(expression.head, _NOTHING) & figure.trades else 0.0
    if noun.age == "child" and figure.age == "child":
        score += 4.0
    if noun.kin == "parent":
        score += 2.0 if figure.parent else -2.0
    return score + (0.0 if figure.named else -1.0)


def _group(talk: Discourse, expression: Expression, fresh: bool) -> Figure | None:
    if expression.head in {
        "couple",
        "pair",
        "duo",
        "twosome",
        "spouses",
        "newlyweds",
        "lovebirds",
        "exes",
        "parents",
    }:
        known = next((f for f in talk.recent() if len(f.members) == 2), None)
        pair = paired(talk, expression, 3 * FAR)
        if expression.head in {"newlyweds", "lovebirds"}:
            two = max(talk.pairs, key=lambda two: sum(len(one.mentions) for one in two), default=None)
            pair = talk.group(two) if two else pair
        return pair or known or _couple(talk) or new(talk, expression, None)
    if expression.head in FIRMS_TOGETHER:
        return _firms(talk, expression)
    if not fresh:
        known = next((f for f in talk.recent() if f.type == "group" and expression.head in f.words), None)
        if known is not None:
            return known
    return new(talk, expression, None) if expression.article else None


def _firms(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "the companies", "both clubs": the two that were named last, near enough."""
    if expression.article not in {"the", "both", "these", "two"}:
        return None
    near = [f for f in reachable(talk, expression) if f.type == "organization" and f.named]
    return talk.group(near[:2]) if len(near) > 1 else None


def _couple(talk: Discourse) -> Figure | None:
    """The person spoken of last whose husband, wife or partner the text named, and that one."""
    for figure in talk.recent():
        if figure.type == "person":
            other = talk.kin.of(figure, "spouse", None) or talk.kin.of(figure, "partner", None)
            if other:
                return talk.group((figure, other[0]))
    return None


def _post(talk: Discourse, expression: Expression, fresh: bool) -> Figure | None:
    """A definite one is the last that agrees; an owned one is new unless the last one has no owner yet."""
    owners = talk.owners(expression)
    posts = [f for f in talk.recent() if f.type == "post"]
    if not fresh and not owners:
        if not posts and expression.head in _TOLD:
            return None
        words = set(expression.modifiers) - {"the", "same"}
        return next((f for f in posts if words & f.words), posts[0] if posts else None) or new(
            talk, expression, None
        )
    ownerless = next(
        (f for f in posts if f.owner is None and expression.sentence - f.last_sentence <= FAR), None
    )
    figure = ownerless if owners and ownerless is not None else new(talk, expression, None)
    figure.owner = owners[0] if owners else figure.owner
    return figure


# Also what a book tells or a camera shows: no post, unless one was spoken of before.
_TOLD = frozenset("story message update image picture clip video portrait".split())


def _object(talk: Discourse, expression: Expression, _fresh: bool) -> Figure | None:
    """A speaker that no list knows: the same head means the same one."""
    known = next((f for f in talk.recent() if f.type == "object" and expression.head in f.words), None)
    figure = known or new(talk, expression, None)
    figure.words.add(expression.head)
    return figure


_READERS: dict[EntityType, Callable[[Discourse, Expression, bool], Figure | None]] = {
    "group": _group,
    "post": _post,
    "object": _object,
}
