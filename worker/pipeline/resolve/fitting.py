"""Which of the figures spoken of fits a pronoun, an epithet or a kinship term best."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.nouns import CHILD_WORDS, OFFICES, PUBLIC_BODIES, SORTS_OF_ORGANIZATION, TRADES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression, Pronoun
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.resolve.nouns import Role
    from worker.pipeline.values import EntityType, Gender

FAR = 6  # sentences back beyond which only an article's main figures are meant
_SUBJECT, _KNOWN, _OFTEN, _RANK, _STEP = 1.5, 1.0, 0.1, 0.5, 1.5  # best of a small grid on GUM news and bio
_GROUP_REACH = 4


# ------------------------------------------------------------------------------------------ pronouns


def human(talk: Discourse, expression: Expression, pronoun: Pronoun) -> Figure | None:
    """Reads "he", "her": a person of that gender, near, preferably a subject."""
    barred = _subject_of_clause(talk, expression) if expression.head in {"him", "himself"} else None
    if expression.head == "himself":
        return barred
    people = [
        f for f in _reachable(talk, expression) if f.type == "person" and f.gender in {None, pronoun.gender}
    ]
    people.sort(key=lambda f: (f.last_sentence, f.subject_at), reverse=True)
    order = {f.number: rank for rank, f in enumerate(people)}
    return _best(
        people,
        lambda f: _nearness(talk, f, expression) + _KNOWN * (f.gender is not None) - _RANK * order[f.number],
        barred,
    )


def _subject_of_clause(talk: Discourse, expression: Expression) -> Figure | None:
    """The nearest subject before an object pronoun in its sentence: "he looked at him" are two."""
    for figure in talk.recent():
        if figure.last_subject == expression.sentence:
            return figure
    return None


def plural(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "they", "their": a group, else two people named together in this sentence or the one before."""
    groups = [f for f in talk.recent() if f.type == "group" or f.members]
    near = [f for f in groups if expression.sentence - f.last_sentence <= _GROUP_REACH]
    pair = paired(talk, expression, 2)
    if pair is not None and (not near or max(m.last_sentence for m in pair.members) >= near[0].last_sentence):
        return pair
    if near:
        return _best(near, lambda f: _nearness(talk, f, expression), None)
    return next(
        (f for f in talk.recent() if f.type == "organization" and f.last_subject >= expression.sentence - 1),
        None,
    )


def paired(talk: Discourse, expression: Expression, reach: int) -> Figure | None:
    """The last two persons joined by "and", at most `reach` sentences back."""
    if talk.pair is None or expression.sentence - talk.pair[0] > reach:
        return None
    return talk.group(talk.pair[1])


_THINGS = frozenset(("organization", "work", "post", "object", "event", "gpe", "product"))


def thing(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "it", "its": a thing that was the subject of this sentence or the one before; else it may mean anything."""
    near = [f for f in talk.recent() if f.type in _THINGS and expression.sentence - f.last_subject <= 1]
    return _best(near, lambda f: _nearness(talk, f, expression), None)


def _reachable(talk: Discourse, expression: Expression) -> list[Figure]:
    near = [f for f in talk.recent() if expression.sentence - f.last_sentence <= FAR]
    return near + [f for f in talk.main() if all(f is not other for other in near)]


def _nearness(talk: Discourse, figure: Figure, expression: Expression) -> float:
    """Sentences away count against, a subject's place and frequency for. Captions do not continue one another."""
    distance = expression.sentence - figure.last_sentence
    if expression.block in talk.captions and figure.last_block != expression.block:
        distance = FAR
    subject = _SUBJECT if figure.last_subject == figure.last_sentence else 0.0
    often = (
        _OFTEN * min(len(figure.mentions), 20) if distance else 0.0
    )  # inside one sentence only order counts
    return -_STEP * min(distance, 2 * FAR) + subject + often


def _best(
    figures: Iterable[Figure], score: Callable[[Figure], float], barred: Figure | None
) -> Figure | None:
    """The highest score; the nearer of two equals, as `figures` come nearest first."""
    return max((f for f in figures if f is not barred), key=score, default=None)


# ------------------------------------------------------------------------------------------- kinship


def relative(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "his dad", "the couple's second child", "Roe's lawyer": known kin, else somebody new of that owner."""
    noun, owners = expression.noun, talk.owners(expression)
    if noun is None or not owners:
        return None
    role = _role(expression)
    if role is None:
        return _new(talk, expression, owners[0])
    if noun.plural:
        return _several(talk, expression, owners)
    everyone = [one for owner in owners for one in (owner.members or (owner,))]
    known = [f for one in everyone for f in talk.kin.of(one, role, noun.gender)]
    found = known[0] if known else _described(talk, expression, everyone)
    if found is None:
        found = _new(talk, expression, owners[0])
    for one in everyone:
        talk.kin.learn(one, role, found)
    if len(owners) == 2:
        talk.group(owners)
    return found


def _role(expression: Expression) -> Role | None:
    """What the one referred to is to the owner; "their baby" and "our little one" are children."""
    noun = expression.noun
    if noun is None:
        return None
    child = noun.age == "child" or (noun.age is None and bool(CHILD_WORDS & set(expression.modifiers)))
    return noun.kin or ("child" if child and noun.sort == "person" else None)


def _several(talk: Discourse, expression: Expression, owners: Sequence[Figure]) -> Figure | None:
    noun = expression.noun
    if noun is None or noun.kin is None:
        return None
    known = talk.kin.of(owners[0], noun.kin, None)
    return talk.group(known) if len(known) > 1 else _new(talk, expression, owners[0])


def _described(talk: Discourse, expression: Expression, owners: Sequence[Figure]) -> Figure | None:
    """A child of the article that a kinship term describes: "her little brother" where one little boy is spoken of."""
    noun = expression.noun
    if noun is None or not (noun.age == "child" or CHILD_WORDS & set(expression.modifiers)):
        return None
    children = [
        f
        for f in _reachable(talk, expression)
        if f.age == "child"
        and f.gender in {None, noun.gender, None if noun.gender else f.gender}
        and f not in owners
    ]
    return children[0] if len(children) == 1 else None


def bare_relative(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "joined dad at the piano": the father of the nearest person who has one in this article."""
    noun = expression.noun
    if noun is None or noun.kin is None:
        return None
    for figure in _reachable(talk, expression):
        known = talk.kin.of(figure, noun.kin, noun.gender)
        if known:
            return known[0]
    return None


def unnamed(talk: Discourse, expression: Expression) -> Figure | None:
    """Who was spoken of without a name and fits a nominal that now gets one: kin, or whom an epithet means."""
    noun = expression.noun
    if noun is None:
        return None
    if expression.owners:
        role = _role(expression)
        everyone = [one for owner in talk.owners(expression) for one in (owner.members or (owner,))]
        kin = [
            f
            for one in everyone
            for f in (talk.kin.of(one, role, noun.gender) if role else [])
            if not f.named
        ]
        return kin[0] if kin and all(f is kin[0] for f in kin) else None
    if expression.article not in {"the", "this"}:
        return None
    near = [
        f
        for f in talk.recent()
        if f.type == "person" and not f.named and expression.sentence - f.last_sentence <= FAR
    ]
    return next((f for f in near if _same_sort(f, expression)), None)


def _same_sort(figure: Figure, expression: Expression) -> bool:
    """The same noun, or a child for a child."""
    noun = expression.noun
    if noun is None or (noun.gender is not None and figure.gender not in {None, noun.gender}):
        return False
    return expression.head in figure.trades or (
        noun.age == "child" and (figure.age == "child" or "child" in figure.trades)
    )


# ------------------------------------------------------------------------------------------ epithets


def epithet(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "the singer", "the company", "the photo", "one follower"."""
    noun = expression.noun
    if noun is None:
        return None
    read = _READERS.get(noun.sort)
    if read is not None:
        return read(talk, expression, expression.article in _FRESH)
    distinct = set(expression.modifiers) - _PLAIN
    return None if expression.article in _FRESH or distinct else _named_thing(talk, expression, noun.sort)


# Articles of what is new to the text; the empty one stands before a bare plural.
_FRESH = frozenset(("a", "an", "one", "another", "some", "two", "three", "four", ""))


# Adjectives that do not tell one company or town from another; "the European team" may be a new one.
_PLAIN = frozenset(
    "same whole entire famous popular struggling troubled ailing new big giant tiny small local".split()
)


def _person(talk: Discourse, expression: Expression, fresh: bool) -> Figure | None:
    noun = expression.noun
    if noun is None:
        return None
    if fresh:
        return _new(talk, expression, None) if expression.article else None
    gender = noun.gender or expression.hint
    child = noun.age == "child" or bool(CHILD_WORDS & set(expression.modifiers))
    people = [
        f
        for f in _reachable(talk, expression)
        if f.type == "person" and _compatible(f, gender, noun.age, child=child)
    ]
    if expression.head in OFFICES:
        people = [f for f in people if _told(f, expression) >= 3.0]
    people.sort(
        key=lambda f: (-f.last_sentence, f.mentions[-1].span.start if f.mentions else 0)
    )  # first named, first meant
    found = _best(people, lambda f: _nearness(talk, f, expression) + _told(f, expression), None)
    return found or _new(talk, expression, None)


def _compatible(figure: Figure, gender: Gender | None, age: str | None, *, child: bool) -> bool:
    if gender is not None and figure.gender not in {None, gender}:
        return False
    if child:
        return figure.age == "child" or (figure.age is None and not figure.parent)
    return not (age == "adult" and figure.age == "child")


def _told(figure: Figure, expression: Expression) -> float:
    """How well what was said of the figure before agrees with the epithet."""
    if expression.head in figure.trades:
        return 6.0
    score = 3.0 if any(expression.head in trade and trade & figure.trades for trade in TRADES) else 0.0
    noun = expression.noun
    if noun is not None and noun.age == "child" and figure.age == "child":
        score += 4.0
    if noun is not None and noun.kin == "parent":
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
        return pair or known or _new(talk, expression, None)
    if not fresh:
        known = next((f for f in talk.recent() if f.type == "group" and expression.head in f.words), None)
        if known is not None:
            return known
    return _new(talk, expression, None) if expression.article else None


def _post(talk: Discourse, expression: Expression, fresh: bool) -> Figure | None:
    """A definite one is the last that agrees; an owned one is new unless the last one has no owner yet."""
    owners = talk.owners(expression)
    posts = [f for f in talk.recent() if f.type == "post"]
    if not fresh and not owners:
        words = set(expression.modifiers) - {"the", "same"}
        return next((f for f in posts if words & f.words), posts[0] if posts else None) or _new(
            talk, expression, None
        )
    ownerless = next(
        (f for f in posts if f.owner is None and expression.sentence - f.last_sentence <= FAR), None
    )
    figure = ownerless if owners and ownerless is not None else _new(talk, expression, None)
    figure.owner = owners[0] if owners else figure.owner
    return figure


def _object(talk: Discourse, expression: Expression, _fresh: bool) -> Figure | None:
    """A speaker that no list knows: the same head means the same one."""
    known = next((f for f in talk.recent() if f.type == "object" and expression.head in f.words), None)
    figure = known or _new(talk, expression, None)
    figure.words.add(expression.head)
    return figure


def _named_thing(talk: Discourse, expression: Expression, sort: EntityType) -> Figure | None:
    """Reads "the company", "the film": the nearest named one of that sort."""
    things = [f for f in talk.recent() if f.type == sort and f.named and _may_be(f, expression.head)]
    return _best(things, lambda f: _nearness(talk, f, expression), None)


def _may_be(figure: Figure, head: str) -> bool:
    """A school, a bank or a court is so called in its own name; a company may be called anything but those."""
    if figure.type != "organization":
        return True
    words = {word for name in figure.names for word in name.casefold().split()}
    if head in SORTS_OF_ORGANIZATION:
        return bool(words & SORTS_OF_ORGANIZATION[head])
    return not words & PUBLIC_BODIES


def _new(talk: Discourse, expression: Expression, owner: Figure | None) -> Figure:
    noun = expression.noun
    kind: EntityType = "object" if noun is None else noun.sort
    figure = talk.new(kind, talk.words_of(expression))
    figure.owner = owner
    return figure


_READERS: dict[EntityType, Callable[[Discourse, Expression, bool], Figure | None]] = {
    "person": _person,
    "group": _group,
    "post": _post,
    "object": _object,
}
