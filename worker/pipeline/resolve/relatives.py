"""Who is meant by kinship: known kin of the owner, or somebody new who is remembered as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.nearness import FAR, new, reachable
from worker.pipeline.resolve.nouns import CHILD_WORDS, FIRMS_TOO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.resolve.nouns import Noun, Role
    from worker.pipeline.values import Gender


def relative(talk: Discourse, expression: Expression, noun: Noun) -> Figure | None:
    """Reads "his dad", "the couple's second child", "Roe's lawyer": known kin, else somebody new of that owner."""
    owners = talk.owners(expression)
    if not owners:
        return _of_writer(talk, expression, noun)
    role = _role(expression, noun)
    if role is None and expression.head in FIRMS_TOO and owners[0].type == "organization":
        return None  # "its rival" is no person
    if role is None:
        return new(talk, expression, owners[0])
    if noun.plural:
        return _several(talk, expression, owners, role)
    everyone = [one for owner in owners for one in (owner.members or (owner,))]
    found = _known(talk, expression, noun, role, everyone) or new(talk, expression, owners[0])
    for one in everyone:
        talk.kin.learn(one, role, found)
    if len(owners) == 2:
        talk.group(owners)
    if role in PAIRED and len(everyone) == 1:
        talk.couple(everyone[0], found, expression.sentence)
    return found


def _known(
    talk: Discourse, expression: Expression, noun: Noun, role: Role, owners: Sequence[Figure]
) -> Figure | None:
    kin = next((f for owner in owners for f in talk.kin.of(owner, role, noun.gender)), None)
    found = kin or _described(talk, expression, noun, owners)
    if found is not None or len(owners) != 1:
        return found
    return _of_couple(talk, owners[0], role, noun.gender) or _namesake(talk, expression, noun, owners[0], role)


def _of_writer(talk: Discourse, expression: Expression, noun: Noun) -> Figure | None:
    """Reads "my mother" outside words in marks: the writer's, who has no name in the text."""
    if noun.kin is None or noun.plural or expression.article != "my":
        return None
    if talk.speech.around(expression.span) is not None:
        return None
    known = (f for f in talk.recent() if not f.named and f.owner is None and expression.head in f.trades)
    return next(known, None) or new(talk, expression, None)


def _role(expression: Expression, noun: Noun) -> Role | None:
    """What the one referred to is to the owner; "their baby" and "our little one" are children."""
    child = noun.age == "child" or (noun.age is None and bool(CHILD_WORDS & set(expression.modifiers)))
    return noun.kin or ("child" if child and noun.sort == "person" else None)


def _several(talk: Discourse, expression: Expression, owners: Sequence[Figure], role: Role) -> Figure:
    known = talk.kin.of(owners[0], role, None)
    return talk.group(known) if len(known) > 1 else new(talk, expression, owners[0])


def _described(talk: Discourse, expression: Expression, noun: Noun, owners: Sequence[Figure]) -> Figure | None:
    """A child of the article that a kinship term describes: "her little brother" where one little boy is spoken of."""
    if not (noun.age == "child" or CHILD_WORDS & set(expression.modifiers)):
        return None
    children = [
        f
        for f in reachable(talk, expression)
        if f.age == "child"
        and f.gender in {None, noun.gender, None if noun.gender else f.gender}
        and f not in owners
    ]
    return children[0] if len(children) == 1 else None


PAIRED = frozenset(("spouse", "partner"))
_GENERATION = 15  # years at least between a parent and a child


def _of_couple(talk: Discourse, owner: Figure, role: Role, gender: Gender | None) -> Figure | None:
    """Reads "her husband" where the text spoke of her and him as a couple."""
    couple = talk.couples.get(owner.number) if role in PAIRED else None
    others = [m for m in couple.members if m is not owner] if couple else []
    fitting = [f for f in others if _fits(f, gender) and not talk.kin.roles(owner, f) - PAIRED]
    return fitting[0] if fitting else None


def _namesake(talk: Discourse, expression: Expression, noun: Noun, owner: Figure, role: Role) -> Figure | None:
    """Reads "her husband" where one man of her surname is spoken of, whose age permits it; never more than one."""
    if role not in PAIRED | {"parent", "child"} or not owner.named:
        return None
    bearers = [
        f
        for f in reachable(talk, expression)
        if f.type == "person" and f.named and f is not owner and f.surname and f.surname == owner.surname
    ]
    fitting = [
        f for f in bearers if _fits(f, noun.gender) and not talk.kin.roles(owner, f) and _of_age(f, owner, role)
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].gender is not None else None


def _of_age(figure: Figure, owner: Figure, role: Role) -> bool:
    """Whether the ages told, if any, permit the kinship; parents and children need both."""
    if figure.years is None or owner.years is None:
        if role == "parent":
            return figure.parent and not owner.parent
        return role in PAIRED and figure.age != "child" and (figure.years or _ADULT) >= _ADULT
    older = figure.years - owner.years
    if role == "parent":
        return older >= _GENERATION
    return older <= -_GENERATION if role == "child" else min(figure.years, owner.years) >= _ADULT


_ADULT = 18


def _fits(figure: Figure, gender: Gender | None) -> bool:
    return gender is None or figure.gender in {None, gender}


def bare_relative(talk: Discourse, expression: Expression, role: Role, gender: Gender | None) -> Figure | None:
    """Reads "joined dad at the piano": the father of the nearest person who has one in this article."""
    return next((kin for f in reachable(talk, expression) for kin in talk.kin.of(f, role, gender)), None)


def unnamed(talk: Discourse, expression: Expression, noun: Noun) -> Figure | None:
    """Who was spoken of without a name and fits a nominal that now gets one: kin, or whom an epithet means."""
    if expression.owners:
        role = _role(expression, noun)
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
    return next((f for f in near if _fits(f, noun.gender) and _same_sort(f, expression, noun)), None)


def _same_sort(figure: Figure, expression: Expression, noun: Noun) -> bool:
    """The same noun, or a child for a child."""
    return expression.head in figure.trades or (
        noun.age == "child" and (figure.age == "child" or "child" in figure.trades)
    )
