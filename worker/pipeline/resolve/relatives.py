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
    from worker.pipeline.resolve.nouns import Role
    from worker.pipeline.values import Gender


def relative(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "his dad", "the couple's second child", "Roe's lawyer": known kin, else somebody new of that owner."""
    noun, owners = expression.noun, talk.owners(expression)
    if noun is None or not owners:
        return _of_writer(talk, expression)
    role = _role(expression)
    if role is None and expression.head in FIRMS_TOO and owners[0].type == "organization":
        return None  # "its rival" is no person
    if role is None:
        return new(talk, expression, owners[0])
    if noun.plural:
        return _several(talk, expression, owners)
    everyone = [one for owner in owners for one in (owner.members or (owner,))]
    known = [f for one in everyone for f in talk.kin.of(one, role, noun.gender)]
    found = known[0] if known else _described(talk, expression, everyone)
    found = found or _of_couple(talk, expression, everyone) or _namesake(talk, expression, everyone)
    if found is None:
        found = new(talk, expression, owners[0])
    for one in everyone:
        talk.kin.learn(one, role, found)
    if len(owners) == 2:
        talk.group(owners)
    _couple(talk, everyone, found, expression)
    return found


def _couple(talk: Discourse, owners: Sequence[Figure], other: Figure, expression: Expression) -> None:
    if _role(expression) in PAIRED and len(owners) == 1:
        talk.couple(owners[0], other, expression.sentence)


def _of_writer(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "my mother" outside words in marks: the writer's, who has no name in the text."""
    noun = expression.noun
    if noun is None or noun.kin is None or noun.plural or expression.article != "my":
        return None
    if talk.speech.around(expression.span) is not None:
        return None
    known = (f for f in talk.recent() if not f.named and f.owner is None and expression.head in f.trades)
    return next(known, None) or new(talk, expression, None)


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
    return talk.group(known) if len(known) > 1 else new(talk, expression, owners[0])


def _described(talk: Discourse, expression: Expression, owners: Sequence[Figure]) -> Figure | None:
    """A child of the article that a kinship term describes: "her little brother" where one little boy is spoken of."""
    noun = expression.noun
    if noun is None or not (noun.age == "child" or CHILD_WORDS & set(expression.modifiers)):
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


def _of_couple(talk: Discourse, expression: Expression, owners: Sequence[Figure]) -> Figure | None:
    """Reads "her husband" where the text spoke of her and him as a couple."""
    role, noun = _role(expression), expression.noun
    if role not in PAIRED or noun is None or len(owners) != 1:
        return None
    couple = talk.couples.get(owners[0].number)
    others = [m for m in couple.members if m is not owners[0]] if couple else []
    fitting = [f for f in others if _fits(f, noun.gender) and not talk.kin.roles(owners[0], f) - PAIRED]
    return fitting[0] if fitting else None


def _namesake(talk: Discourse, expression: Expression, owners: Sequence[Figure]) -> Figure | None:
    """Reads "her husband" where one man of her surname is spoken of, whose age permits it; never more than one."""
    role, noun = _role(expression), expression.noun
    if noun is None or role not in PAIRED | {"parent", "child"} or len(owners) != 1 or not owners[0].named:
        return None
    owner = owners[0]
    bearers = [
        f
        for f in reachable(talk, expression)
        if f.type == "person" and f.named and f is not owner and f.surname and f.surname == owner.surname
    ]
    fitting = [
        f for f in bearers if _fits(f, noun.gender) and not talk.kin.roles(owner, f) and _of_age(f, owner, role)
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].gender is not None else None


def _of_age(figure: Figure, owner: Figure, role: Role | None) -> bool:
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


def bare_relative(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "joined dad at the piano": the father of the nearest person who has one in this article."""
    noun = expression.noun
    if noun is None or noun.kin is None:
        return None
    for figure in reachable(talk, expression):
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
