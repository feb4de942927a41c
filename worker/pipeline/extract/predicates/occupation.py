"""Professions: only what the text calls somebody as a profession, from a closed list of trades."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.roles import ANY_TRADE, FORMER
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.view import Nominal, View
    from worker.pipeline.values import ObjectValue

_OFFICES = {"judge", "attorney general", "director"}
_DESCRIPTION = re.compile(
    rf"(?:the|this|that|an?) (?:(?P<former>{FORMER}) )?(?:(?!music|sports|movie|tv)[\w'’-]{{2,20}} "
    rf"){{0,3}}?(?P<trade>{ANY_TRADE})",
    re.IGNORECASE,
)
_AGED = re.compile(r"\d-year-old ")
# "model" and "driver" are professions of people, not of what they made or did once.
_ONE_OFF = lexemes(
    "model driver runner writer author producer director anchor developer pilot cleaner "
    "explorer judge miner builder trader"
)


def _is_vague(match: re.Match[str]) -> bool:
    """A thing ("the hybrid model"), or what somebody did once ("the driver")."""
    aged = _AGED.search(match.group()) is not None  # "the 38-year-old pilot" is somebody
    return match["trade"].lower() in _ONE_OFF and not aged


def draw_descriptions(view: View, /) -> Iterator[Candidate]:
    """A trade that describes a named person: "the singer"."""
    for nominal in view.nominals:
        words = " ".join(nominal.span.of(view.text).split())
        match = _DESCRIPTION.fullmatch(words)
        person = nominal.entity
        if (
            match is None
            or _stands_beside_name(view, nominal)
            or person.type != "person"
            or not person.named
            or _is_vague(match)
            or _is_called_otherwise(view, person.id, match["trade"].lower())
        ):
            continue
        former: list[tuple[str, ObjectValue]] = [("former", TextObject("true"))] if match["former"] else []
        yield Candidate(
            person.id,
            "occupation",
            TextObject(match["trade"].lower()),
            "trade/description",
            (nominal.span,),
            tuple(former),
            confidence=0.8,
        )


def _stands_beside_name(view: View, nominal: Nominal) -> bool:
    """In a sentence that names the person a description means somebody else: "Brandt thanked the nurse"."""
    sentence = view.article.annotated.sentences[nominal.sentence].span
    return any(m.kind == "name" and sentence.covers(m.span) for m in nominal.entity.mentions)


def _is_called_otherwise(view: View, person: str, trade: str) -> bool:
    """Whom the text calls a journalist beside his name is hardly "the professor": that was somebody else."""
    nouns = {role.noun for role in view.roles if role.holder.id == person and role.sort in {"trade", "post"}}
    return bool(nouns) and trade not in nouns


def draw_roles(view: View, /) -> Iterator[Candidate]:
    """A trade beside a name or told by "is": "Jane Roe , 34 , a poet", "works as a nurse"."""
    for role in view.roles:
        stance = role.stance
        if stance is None or role.sort != "trade" or role.noun in _OFFICES or _is_of_one_work(role):
            continue
        former: list[tuple[str, ObjectValue]] = [("former", TextObject("true"))] if role.former else []
        yield Candidate(
            role.holder.id, "occupation", TextObject(_trade(role)), f"trade/{role.form}", (role.evidence,),
            tuple(former), stance.status, stance.polarity, stance.attribution, confidence=0.84,
        )  # fmt: skip


def _is_of_one_work(role: Role) -> bool:
    """Who played, wrote or drove once: "lead author", "the film's director"."""
    words = frozenset(role.words.lower().split())
    return bool(words & _SINGLE) or (role.noun in _ONE_OFF and role.article == "the" and role.body is None)


def _trade(role: Role) -> str:
    """In small letters, with what makes the trade: "security guard", "equity strategist"."""
    return role.words if role.words[1:] != role.words[1:].lower() else role.words.lower()


_SINGLE = lexemes("lead leading senior first corresponding study best supporting co-author")

OCCUPATION = Predicate(
    Declaration("occupation", PERSON, frozenset({"string"}), "P106"),
    (
        draw_descriptions,
        draw_roles,
    ),
    (
        Example("Nadia Velez, a nurse from Leeds, helped him.", "Nadia Velez", "nurse"),
        Example("The film stars actor Leo Brandt.", "Leo Brandt", "actor"),
    ),
    (
        Counterexample("Leo Brandt thanked the nurse.", "somebody else"),
        Counterexample("Leo Brandt seems to be an actor.", "a guess"),
    ),
)
