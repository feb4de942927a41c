"""Whose side somebody plays for: from posts, transfers, and what he does in a match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS
from worker.pipeline.extract.lexicon.roles import ANY_TEAM, SPORT_WORDS, TEAM_HEADS
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.phrase import Hit, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import evidence, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_TEAM = rf"{{ADJ}}(?:{ANY_TEAM}|team-mate|goalscorer)(?![\w-])"
_TEAM_WORDS = " ".join(
    sorted({w for h in TEAM_HEADS.split("|") for w in h.split()} | {"team-mate", "goalscorer"})
)
_FORMER = r"(?:(?P<former>former|ex)[ -])?"

_LEAGUE = re.compile(
    r"\b(?:NBA|WNBA|NFL|NHL|MLB|MLS|NCAA|UFC|FIFA|UEFA|ATP|WTA|PGA|F1|FA|ACC|SEC|League|"
    r"Liga|Serie A|Bundesliga|Premiership|Championship|Division|Association|Federation|"
    r"Olympics?|Tour|Cup|Open)\b"
)


def _is_team(hit: Hit) -> bool:
    """A league or a cup is no team: "NBA star Jane Roe"."""
    slot = hit.slot("o")
    return slot is not None and slot.entity is not None and not _LEAGUE.search(slot.entity.label)


def _is_side(clause: Clause, thing: ObjectValue) -> bool:
    """Told in words of sport: somebody also signs for a parcel, and plays for a laugh."""
    words = {token.text.casefold() for token in clause.tree.tokens}
    label = clause.tree.label_of(thing)
    return not _LEAGUE.search(label) and bool(words & SPORT_WORDS or _SIDE_NAME.search(label))


def _in_match(clause: Clause, _: ObjectValue) -> bool:
    return not SPORT_WORDS.isdisjoint(token.text.casefold() for token in clause.tree.tokens)


def _is_named_side(clause: Clause, thing: ObjectValue) -> bool:
    """A team by its name: one joins a ministry, too."""
    return _SIDE_NAME.search(clause.tree.label_of(thing)) is not None


def draw_sides(view: View, /) -> Iterator[Candidate]:
    """In a report of a match whose he is: "Vale's Craig Hurrell was sent off", "Hurrell of Vale"."""
    for tree in view.trees if view.is_sport else ():
        for at, slot in tree.slots.items():
            if slot.letter != "P" or not slot.name or slot.entity is None or at in tree.quoted:
                continue
            of = [i for i in tree.under(at, "nmod") if tree.case(i) in {"of", "for"}]
            for owner in (*tree.under(at, "nmod:poss"), *of):
                side = tree.slots.get(owner)
                if side is not None and side.letter == "O" and side.entity and not _LEAGUE.search(side.entity.label):
                    words = (tree.span(min(at, owner), max(at, owner)),)
                    team = EntityObject(side.entity.id)
                    yield Candidate(slot.entity.id, "sports_team", team, "team/owned", words, confidence=0.8)


_SCORING = forms(
    "score net hit strike take claim bag throw pass rush grab make head convert kick race sprint smash slam fire curl "
    "pitch add pour drop finish put give hand send lift lead guide inspire carry power propel save"
)
_HELPING = forms("help lead give hand send put lift guide inspire carry power propel fire secure earn")
_WINNING = forms(
    "beat defeat thrash win draw sink rally come advance cruise book reach edge rout hammer thump down stun see_off "
    "overcome hold trounce crush top snap lead storm move go"
)


_AS = frozenset({"as", "when", "before"})


def draw_scorers(view: View, /) -> Iterator[Candidate]:
    """Whose he is who scores: "Roe scored twice as Vale beat Rovers", "to help Vale win", "Roe put Vale ahead"."""
    for clause in view.clauses_with(_SCORING) if view.is_sport else ():
        stance = meaning(clause.tree, clause.verb)
        if clause.passive or stance is None or stance.status != "asserted" or clause.verb in clause.tree.quoted:
            continue
        for player in clause.fill("agent"):
            slot, side = clause.tree.slot(player), _side_helped(clause)
            if slot is not None and slot.letter == "P" and slot.entity is not None and side is not None:
                words, team = (evidence(clause, (player, side[0])),), EntityObject(side[1])
                yield Candidate(slot.entity.id, "sports_team", team, "team/scores", words, confidence=0.8)


def _side_helped(clause: Clause) -> tuple[int, str] | None:
    """Token and entity of the side that wins by what he does, or has it from him."""
    tree = clause.tree
    places = list(clause.fill("recipient")) + (list(clause.fill("patient")) if clause.words in _HELPING else [])
    for below in tree.under(clause.verb, "advcl", "xcomp", "conj"):
        if tree.word(below) in _HELPING:
            places += tree.under(below, "obj", "iobj")
        elif tree.word(below) in _WINNING and _AS & {tree.word(i) for i in tree.under(below, "mark")}:
            places += tree.under(below, "nsubj")
    sides = ((at, slot.entity) for at in places if (slot := tree.slot(at)) is not None and slot.letter in "OG")
    return next(((at, side.id) for at, side in sides if side is not None and not _LEAGUE.search(side.label)), None)


def _is_ranks(clause: Clause, _: ObjectValue) -> bool:
    return bool({"ranks", "academy", "youth"} & {token.text.casefold() for token in clause.tree.tokens})


_SIDE_NAME = re.compile(
    r"\b(?:United|City|Town|Rovers|Wanderers|Athletic|Albion|Rangers|FC|AFC|CF|SC|RFC|CC|County|Hotspur|Villa|"
    r"Real|Sporting|Dynamo|Inter|Borussia|Warriors|Tigers|Lions|Bears|Eagles|Hawks|Wolves|Sharks|Saints|Giants|"
    r"Kings|Knights|Titans|Blues|Reds|Panthers|Falcons|Raiders|Rams|Bulls|Stars)\b"
)


def draw_team_roles(view: View, /) -> Iterator[Candidate]:
    """The side of a post: "Rovers striker Jane Roe", "Roe, a winger for Rovers"."""
    for role in view.roles:
        stance = role.stance
        if stance is None or not _is_of_side(role):
            continue
        team = role.body
        served = role.noun in _ANYWHERE and not view.is_sport  # a Navy veteran, a film's star
        if team is not None and team.id != role.holder.id and not served and not _LEAGUE.search(team.label):
            former: list[tuple[str, ObjectValue]] = [("former", TextObject("true"))] if role.former else []
            yield Candidate(
                role.holder.id, "sports_team", EntityObject(team.id), f"team/{role.form}", (role.evidence,),
                tuple(former), stance.status, stance.polarity, stance.attribution,
                confidence=0.84,
            )  # fmt: skip


def _is_of_side(role: Role) -> bool:
    """A post in a team that is told; an adjective of a nation tells none."""
    told = role.body is not None and role.body.type in {"organization", "gpe", "group"}
    return role.sort == "post" and told and role.body is not None and role.body.label.lower() not in DEMONYMS


_ANYWHERE = lexemes("veteran star ace player teammate rookie guard captain")


SPORTS_TEAM = Predicate(
    Declaration("sports_team", PERSON, frozenset({"organization", "gpe", "group"}), "P54"),
    (
        draw_team_roles,
        frame(
            "team/plays-for", "sports_team",
            "play sign score start debut appear feature captain coach pitch ride drive line_up turn_out",
            "agent:P", "for:OGR", accept=_is_side,
        ),
        frame("team/signed-by", "sports_team", "sign draft recruit loan re-sign poach land", "patient:P", "agent:O",
              accept=_is_side),
        frame("team/traded-to", "sports_team", "trade loan transfer sell call_up", "patient:P", "to:OGR",
              accept=_is_side),
        frame("team/joined", "sports_team", "join rejoin", "agent:P", "patient:OR", accept=_is_named_side),
        frame("team/has-for", "sports_team", "have bag grab add net hit make drop get", "agent:P", "for:O",
              accept=_is_side),
        draw_sides,
        draw_scorers,
        frame("team/through", "sports_team", "go score equalise equalize level lead strike take draw respond hit play",
              "through|without|behind:P", "agent:OG", accept=_in_match),
        frame("team/came-through", "sports_team", "come rise progress graduate", "agent:P", "at:O", accept=_is_ranks),
        frame("team/left", "sports_team", "sign join arrive move land", "agent:P", "from:O", accept=_is_side,
              constants=(("former", "true"),)),
        frame("team/bought-from", "sports_team", "sign land recruit poach buy", "patient:P", "from:O", accept=_is_side,
              constants=(("former", "true"),)),
        phrase(
            "team/before",
            "sports_team",
            rf"{_FORMER}<o:OGR>(?: 's)? {_FORMER}{_TEAM} ,? ?<s:P>",
            _TEAM_WORDS,
            0.84,
            spread=("s",),
            aside=True,
            accept=_is_team,
        ),
        phrase(
            "team/seasons-with",
            "sports_team",
            r"<s:P>[^.;]{0,90}? (?:seasons|years|spells|games|appearances) (?:with|at|for) (?:the "
            r")?<o:OG>(?= [,.;]|$| and)",
            "seasons spells games appearances",
            0.72,
            accept=_is_team,
        ),
    ),
    (
        Example("Norland United striker Leo Brandt scored twice.", "Leo Brandt", "Norland United"),
        Example("Norland United have signed Leo Brandt from Estavia Rovers.", "Leo Brandt", "Norland United"),
        Example("Tomas Velez plays for Estavia Rovers.", "Tomas Velez", "Estavia Rovers"),
    ),
    (
        Counterexample("Leo Brandt bought a ticket for Norland United.", "a fan"),
        Counterexample("Leo Brandt could sign for Norland United.", "a guess"),
    ),
)
