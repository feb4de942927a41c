"""Whose side somebody plays for: from posts, transfers, and what he does in a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS
from worker.pipeline.extract.lexicon.roles import ANY_TEAM, SPORT_WORDS, TEAM_HEADS
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.phrase import Hit, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.sides import NO_SIDE, SIDE_NAME, is_side, off_the_field
from worker.pipeline.extract.syntax.clause import is_passive
from worker.pipeline.extract.syntax.frame import evidence, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.transfer import TRANSFERS
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_TEAM = rf"{{ADJ}}(?:{ANY_TEAM}|team-mate|goalscorer)(?![\w-])"
_TEAM_WORDS = " ".join(
    sorted({w for h in TEAM_HEADS.split("|") for w in h.split()} | {"team-mate", "goalscorer"})
)
_FORMER = r"(?:(?P<former>former|ex)[ -])?"


def _is_team(hit: Hit) -> bool:
    """A league or a cup is no team: "NBA star Jane Roe"; films and stations have stars, too."""
    side = hit.reading.slots[hit.match["o"]].entity
    assert side is not None  # noqa: S101 - narrows the type: a body's slot stands for an entity
    known = hit.view.is_sport or SIDE_NAME.search(side.label)
    if not known and not _ANYWHERE.isdisjoint(hit.match.group().split()):
        return False
    return side.label.lower() not in DEMONYMS and not NO_SIDE.search(side.label)


def _in_match(clause: Clause, _: ObjectValue) -> bool:
    return not SPORT_WORDS.isdisjoint(token.text.casefold() for token in clause.tree.tokens)


def _is_named_side(clause: Clause, thing: ObjectValue) -> bool:
    """A team by its name: one joins a ministry, too."""
    return SIDE_NAME.search(clause.tree.label_of(thing)) is not None


def draw_sides(view: View, /) -> Iterator[Candidate]:
    """In a report of a match whose he is: "Vale's Craig Hurrell was sent off", "Hurrell of Vale"."""
    for tree in view.trees if view.is_sport else ():
        for at, slot in tree.slots.items():
            if slot.letter != "P" or not slot.name or slot.entity is None or at in tree.quoted:
                continue
            of = [i for i in tree.under(at, "nmod") if tree.case(i) in {"of", "for"}]
            for owner in (*tree.under(at, "nmod:poss"), *of):
                side = tree.slots.get(owner)
                if side is not None and side.letter == "O" and side.entity and not NO_SIDE.search(side.entity.label):
                    words = (tree.span(min(at, owner), max(at, owner)),)
                    team = EntityObject(side.entity.id)
                    yield Candidate(slot.entity.id, "sports_team", team, "team/owned", words, confidence=0.8)


_SCORING = forms(
    "score net hit strike take claim bag throw pass rush grab make head convert kick race sprint smash slam fire curl "
    "pitch add pour drop finish put give hand send lift lead guide inspire carry power propel save help"
)
_HELPING = forms("help lead give hand send put lift guide inspire carry power propel fire secure earn")
_WINNING = forms(
    "beat defeat thrash win draw sink rally come advance cruise book reach edge rout hammer thump down stun see_off "
    "overcome hold trounce crush top snap lead storm move go"
)


_AS = frozenset({"as", "when", "before"})


def draw_scorers(view: View, /) -> Iterator[Candidate]:
    """Whose he is who scores: "Roe scored twice as Vale beat Rovers", "to help Vale win", "Roe put Vale ahead"."""
    leaders = off_the_field(view)
    for clause in view.clauses_with(_SCORING) if view.is_sport else ():
        stance = meaning(clause.tree, clause.verb)
        asserted = stance is not None and stance.status == "asserted" and stance.polarity == "positive"
        if clause.passive or not asserted or clause.verb in clause.tree.quoted or _is_against(clause):
            continue
        for player in clause.fill("agent"):
            slot, side = clause.tree.slot(player), _side_helped(clause)
            who = slot.entity if slot is not None and slot.letter == "P" else None
            if who is not None and side is not None and who.id not in leaders:
                words, team = (evidence(clause, (player, side[0])),), EntityObject(side[1])
                yield Candidate(who.id, "sports_team", team, "team/scores", words, confidence=0.8)


# A foul gives the other side something.
_FOULS = lexemes("foul fouled roughing offside offsides unsportsmanlike interference holding flagged flag own-goal "
                 "turnover fumble error fumbled intercepted interception missed")  # fmt: skip
_AIDING = forms("help")
_GIVING = forms("give hand send earn secure")
_BETTER = lexemes("lead leads advantage edge win victory cushion opener breakthrough equaliser equalizer hope")


def _is_against(clause: Clause) -> bool:
    """Told of a foul, or of what a passive or a gift of another kind gives: then the other side has it."""
    tree = clause.tree
    if not _FOULS.isdisjoint(tree.words):
        return True
    above = tree.tokens[clause.verb].head
    if tree.tokens[clause.verb].relation in {"advcl", "xcomp", "conj"} and is_passive(tree, above):
        return True
    return clause.words in _GIVING and _BETTER.isdisjoint(
        tree.word(i) for place in ("patient", "to", "past", "through") for i in clause.fill(place)
    )


def _side_helped(clause: Clause) -> tuple[int, str] | None:
    """Token and entity of the side that wins by what he does, or has it from him."""
    tree = clause.tree
    helped = clause.words in _HELPING and (clause.words not in _AIDING or _wins(tree, clause.verb))
    places = list(clause.fill("recipient")) + (list(clause.fill("patient")) if helped else [])
    for below in tree.under(clause.verb, "advcl", "xcomp", "conj"):
        if tree.word(below) in _HELPING:
            places += tree.under(below, "obj", "iobj")
        elif tree.word(below) in _WINNING and _AS & {tree.word(i) for i in tree.under(below, "mark")}:
            places += tree.under(below, "nsubj")
    sides = ((at, slot.entity) for at in places if (slot := tree.slot(at)) is not None and slot.letter in "OG")
    return next(((at, side.id) for at, side in sides if side is not None and not NO_SIDE.search(side.label)), None)


def _wins(tree: Tree, helping: int) -> bool:
    """Somebody helps a side to something: "helped Vale win", "helped Vale to a win"."""
    done = any(tree.word(i) in _WINNING for i in tree.under(helping, "xcomp", "ccomp", "advcl"))
    return done or any(tree.word(i) in _BETTER for i in tree.under(helping, "obl"))


def _is_ranks(clause: Clause, _: ObjectValue) -> bool:
    return bool({"ranks", "academy", "youth"} & {token.text.casefold() for token in clause.tree.tokens})


def draw_team_roles(view: View, /) -> Iterator[Candidate]:
    """The side of a post: "Rovers striker Jane Roe", "Roe, a winger for Rovers"."""
    for role in view.roles:
        stance = role.stance
        if stance is None or not _is_of_side(role):
            continue
        team = role.body
        known = view.is_sport or (team is not None and SIDE_NAME.search(team.label) is not None)
        served = role.noun in _ANYWHERE and not known  # a Navy veteran, a film's star
        if team is not None and team.id != role.holder.id and not served and not NO_SIDE.search(team.label):
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
            "agent:P", "for|+for:OGR", accept=is_side,
        ),
        frame("team/signed-by", "sports_team", "sign draft recruit loan re-sign poach land", "patient:P", "agent|by:O",
              accept=is_side),
        *TRANSFERS,
        frame("team/joined", "sports_team", "join rejoin", "agent:P", "patient:OR", accept=_is_named_side),
        frame("team/has-for", "sports_team", "have bag grab add net hit make drop get", "agent:P", "for:O",
              accept=is_side),
        draw_sides,
        draw_scorers,
        frame("team/through", "sports_team", "go score equalise equalize level lead strike take draw respond hit play",
              "through|without|behind:P", "agent:OG", accept=_in_match),
        frame("team/came-through", "sports_team", "come rise progress graduate", "agent:P", "at|of|+at|+of:O",
              accept=_is_ranks),
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
            r")?<o:OG>(?= [,.;]|$| (?:and|before|after|from|in|until|while)\b)",
            "seasons spells games appearances",
            0.72,
            accept=_is_team,
        ),
    ),
    (
        Example("Norland United striker Leo Brandt scored twice.", "Leo Brandt", "Norland United"),
        Example("Norland United have signed Leo Brandt from Estavia Rovers.", "Leo Brandt", "Norland United"),
        Example("Tomas Velez plays for Estavia Rovers.", "Tomas Velez", "Estavia Rovers"),
        Example("The Harland Bears shipped Tomas Velez to the Dunmore Lions.", "Tomas Velez", "Dunmore Lions"),
        Example("Leo Brandt officially signed with the Harland Bears.", "Leo Brandt", "Harland Bears"),
        Example("Leo Brandt has agreed to terms with the Dunmore Lions.", "Leo Brandt", "Dunmore Lions"),
        Example("Leo Brandt spent five seasons with the Harland Bears.", "Leo Brandt", "Harland Bears"),
        Example("Leo Brandt, on loan from Norland United, scored twice.", "Leo Brandt", "Norland United"),
        Example("Norland United completed the signing of Leo Brandt.", "Leo Brandt", "Norland United"),
    ),
    (
        Counterexample("Leo Brandt bought a ticket for Norland United.", "a fan"),
        Counterexample("Mia Quill signed a three-album deal with Halvex Records.", "a label"),
        Counterexample("Samoan winger Leo Brandt scored twice in the match.", "a nation's adjective"),
        Counterexample("Leo Brandt could sign for Norland United.", "a guess"),
        Counterexample("Leo Brandt spent five years with the Harland Bank.", "no side"),
        Counterexample("Leo Brandt agreed to terms with the Nordbank Holdings.", "no side"),
        Counterexample(
            "Leo Brandt was called for roughing the pitcher in the last quarter of the match, giving the Harland Bears "
            "the lead.", "a foul",
        ),
        Counterexample(
            "Coach Leo Brandt led the Harland Bears to a win in the last quarter of the match.", "a coach",
        ),
    ),
)
