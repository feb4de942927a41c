"""Matches and other contests: who won against whom, with the score from the winner's side."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.bearer import bearers
from worker.pipeline.extract.syntax.frame import Frame, frame, spread
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_SIDE = frozenset({"person", "organization", "group", "gpe"})
_SIDES = "OGPR"
_SCORE = re.compile(
    r"\b\d{1,3}[-–]\d{1,3}\b(?:(?: \(\d{1,2}(?:[-–]\d{1,2})?\))?,? \d{1,2}[-–]\d{1,2}\b){0,4}"  # noqa: RUF001 - press style
)
_SCORE_REACH = 40  # characters around the two names in which their score stands
# What is said around a match or a vote, and not around a beating or a siege.
_CONTEST = re.compile(
    r"\b(?:(?:semi|quarter)?-?finals?|rounds?|tournament|championships?|league|cup|match(?:es)?|bout|titles?|innings|"
    r"wickets?|goals?|(?:two|three|four|five|straight) sets|seeds?|seeded|seats?|majority|play-?offs?|season|"
    r"elections?|primary|run-?off|votes?|voters|ballot|"
    r"opponents?|points|penalties|shoot-?out|extra time|overtime|games?|races?|marathon|medall?ists?|sprint|"
    r"unbeaten|undefeated|(?:winning|losing) streak|"
    r"coach|tries|touchdowns?|fixture|derby|victory|"
    r"champions?|knockouts?|knocked out|TKO|KO|stoppage|[a-z]{3,7}weight|"
    r"(?:unanimous|split|majority|points) decision|on points|"
    r"by \d+ (?:runs|votes|points|percentage)|\d{1,3}[-–]\d{1,3})\b",  # noqa: RUF001 - press style
    re.IGNORECASE,
)
_CONTEST_REACH = 250  # characters around the clause; two sentences, so that a report's next one may tell
# Done to people outside of sport too.
_ROUGH = forms(
    "beat batter best nick humble see see_off dispatch whip stun upset shut_out hold_off dump oust put_out hammer "
    "maul get"
)
# Done in wars and markets too.
_WARLIKE = forms(
    "hit down stop crush sink destroy smash topple knock knock_out overpower overcome eliminate demolish sweep fall "
    "succumb conquer overwhelm slip get come go go_down go_out bow come_through rout dethrone unseat"
)
_LOSABLE = lexemes("match game final semi-final quarter-final series election race seat fight bout runoff opener there")
_FIGURES = "0123456789"
_RESULTS_AT_MOST = 50  # in one sentence
_WINS = lexemes("win wins victory victories triumph triumphs success winner winners upset whitewash double")
_LOSSES = lexemes("loss losses beating thrashing hammering drubbing mauling reverse decision humiliation setback")
_EITHER = lexemes("defeat defeats thrashing rout hammering drubbing demolition")  # "of" tells whose
_ENDED = _WINS | _LOSSES | _EITHER


_SEEING = forms("see")
_HURTING = forms("drop hurt wobble rock stagger floor")  # what a boxer does before the bell


def _is_contest(clause: Clause, _thing: ObjectValue) -> bool:
    """Rough verbs are sport only where a score, a final or a vote is spoken of."""
    tree = clause.tree
    if tree.word(clause.verb - 2) == "close" and tree.word(clause.verb - 1) == "to":
        return False  # "came close to stopping"
    if clause.words in _SEEING and tree.word(clause.verb + 1) != "off":
        return False  # "seen off Halvex", read without the particle, but not "saw Halvex as a rival"
    if clause.words in _ROUGH and tree.word(tree.tokens[clause.verb].head) in _HURTING:
        return False  # "was dropped and stunned by"
    people = any(slot.letter == "P" for at in clause.fill("patient") if (slot := tree.slot(at)) is not None)
    doubted = clause.words in _WARLIKE or (people and clause.words in _ROUGH)
    return not doubted or _told_around(tree)


def _told_of(clause: Clause, _thing: ObjectValue) -> bool:
    """One concedes a point, too."""
    return not clause.fill("patient") and _told_around(clause.tree)


def _told_around(tree: Tree) -> bool:
    span = tree.span(0, len(tree.tokens) - 1)
    return bool(_CONTEST.search(tree.text, max(0, span.start - _CONTEST_REACH), span.end + _CONTEST_REACH))


def _lost_a_match(clause: Clause, thing: ObjectValue) -> bool:
    """Not a player or a contract: "lost the final to", "lost 2-0 to"."""
    lost = clause.fill("patient")
    tree = clause.tree
    return _is_contest(clause, thing) and all(
        tree.tokens[i].tag == "NUM" or tree.word(i) in _LOSABLE for i in lost
    )


def _scored(clause: Clause, _thing: ObjectValue) -> bool:
    """"Won 2-1 at Halvex": without a score the place is only where it was."""
    tree = clause.tree
    return bool(_SCORE.search(tree.span(0, len(tree.tokens) - 1).of(tree.text)))


def _better(clause: Clause, _thing: ObjectValue) -> bool:
    return any(clause.tree.word(i) == "better" for i in clause.fill("patient"))


def _by_score(rule: Callable[[View], Iterator[Candidate]]) -> Callable[[View], Iterator[Candidate]]:
    """The rule's facts between sides of one kind, each with the score beside the names, the winner's figure first."""

    def draw(view: View, /) -> Iterator[Candidate]:
        for found in rule(view):
            score = _score(view.text, found.evidence[0])
            if isinstance(found.object, EntityObject) and _are_alike(view, found, found.object.entity, score):
                told = (("score", TextObject(score)),) if score else ()
                yield replace(found, qualifiers=(*found.qualifiers, *told))

    return draw


def _are_alike(view: View, found: Candidate, other: str, score: str | None) -> bool:
    """A player does not win against a team; but a team may be read as a person of no known gender."""
    people = [e for e in (view.entities[found.subject], view.entities[other]) if e.type == "person"]
    return len(people) != 1 or (score is not None and score.count("-") == 1 and people[0].gender is None)


def _score(text: str, span: Span) -> str | None:
    found = _SCORE.search(text, span.start, span.end) or _SCORE.search(text, span.end, span.end + _SCORE_REACH)
    if found is None or "\n" in text[span.start : found.end()]:
        return None
    score = " ".join(found.group().replace("–", "-").split())  # noqa: RUF001 - press style
    first, _, second = score.partition("-")
    single = second.isdigit()
    return f"{second}-{first}" if single and int(first) < int(second) else score


def draw_wins(view: View, /) -> Iterator[Candidate]:
    """"A 3-1 win over B", "B's defeat by A", "a thrashing at the hands of A": told by a noun."""
    for tree in view.trees:
        for at, token in enumerate(tree.tokens):
            if tree.word(at) in _ENDED and token.relation not in {"compound", "root"}:
                yield from _of_noun(tree, at)


def _of_noun(tree: Tree, at: int) -> Iterator[Candidate]:
    other, won = _other_side(tree, at)
    taken = tree.tokens[at].head if tree.tokens[at].relation == "obj" and not won else at  # "dropped a decision to"
    stance = meaning(tree, taken) if other is not None and at not in tree.quoted else None
    if other is None or stance is None or not _told_around(tree):
        return
    for one in bearers(tree, at) if not _is_his_part(tree, at) else []:
        for mine in _sides(tree, one):
            for theirs in (side for i in tree.joined(other) for side in _sides(tree, i)):
                winner, loser = (mine, theirs) if won else (theirs, mine)
                if winner != loser:
                    yield Candidate(
                        winner, "won_against", EntityObject(loser), "sport/noun", (tree.around(one, at, other),),
                        status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
                    )  # fmt: skip


_CONTRIBUTING = forms("score combine add have post record tally finish hit pitch throw rush average contribute play")


def _is_his_part(tree: Tree, at: int) -> bool:
    """"Scored 20 points in a win over Halvex": the side won, not he."""
    token = tree.tokens[at]
    return token.relation in {"obl", "nmod"} and tree.case(at) == "in" and (
        tree.word(token.head) in _CONTRIBUTING or token.relation == "nmod"
    )


def _sides(tree: Tree, at: int) -> list[str]:
    slot = tree.slot(at)
    values = spread(slot) if slot is not None and slot.letter in _SIDES else []
    return [value.entity for value in values if isinstance(value, EntityObject)]


def _other_side(tree: Tree, noun: int) -> tuple[int | None, bool]:
    """Against whom, and whether the noun's bearer won."""
    word = tree.word(noun)
    for phrase in (*tree.under(noun, "nmod", "obl"), *_beside(tree, noun)):
        case = tree.case(phrase)
        if case == "at" and tree.word(phrase) in {"hands", "expense"}:
            inner = [i for i in tree.under(phrase, "nmod") if tree.case(i) == "of"]
            return (inner[0] if inner else None), tree.word(phrase) == "expense"
        if word in _WINS and case in {"over", "against", "of"} | ({"at"} if "score" in word else set()):
            return phrase, True
        if word in _EITHER and case in {"of", "over"}:
            return phrase, True
        if word in _LOSSES | _EITHER and case in {"to", "by", "against", "from"} and not _is_his_own(tree, noun, case):
            return phrase, False
        if word in _WINS and case == "at" and _is_scored_club(tree, phrase):
            return phrase, True
    return None, False


def _is_his_own(tree: Tree, noun: int, case: str) -> bool:
    """"Losses by Halvex" are its own; and a decision is won unless somebody drops it."""
    lost = tree.tokens[noun].relation == "obj" and tree.word(tree.tokens[noun].head) in _LOSING
    own = tree.word(noun) in {"loss", "losses"} and case == "by"
    return own or (tree.word(noun) == "decision" and not lost)


_LOSING = forms("drop lose suffer")


def _is_scored_club(tree: Tree, at: int) -> bool:
    """"A 2-1 win at Halvex": at a club's; a town or a ground is only where it was."""
    slot = tree.slot(at)
    scored = _SCORE.search(tree.span(0, len(tree.tokens) - 1).of(tree.text)) is not None
    return scored and slot is not None and slot.letter == "O" and slot.name


def _beside(tree: Tree, noun: int) -> list[int]:
    """The verb's own phrases behind the noun: "sealed victory over", "suffered a thrashing at the hands of"."""
    token = tree.tokens[noun]
    return [i for i in tree.under(token.head, "obl") if i > noun] if token.relation in {"obj", "obl"} else []


_RESULT = build(
    r"<s:OGP> (?:(?P<_a>\d{1,3}) ?- ?(?P<_b>\d{1,3})|(?P<_c>\d{1,3}) ,) <o:OGP>(?(_c) (?P<_d>\d{1,3})(?= ?[.;,:]|$))"
)
_TALLIED = re.compile(r"(?:[^\W\d_]|>) \d{1,3}(?= ?[,.;:]| and |$)")  # a name and its points


def draw_results(view: View, /) -> Iterator[Candidate]:
    """The line of a result: "Northmere 3-1 Southby", "Bears 24, Lions 17"."""
    for hit in _results(view):
        one, other = hit.entity("s"), hit.entity("o")
        first, second = (hit.match["_a"] or hit.match["_c"]), (hit.match["_b"] or hit.match["_d"])
        if one is None or other is None or one == other or int(first) == int(second):
            continue
        if hit.match["_c"] and _is_box_score(hit):
            continue
        winner, loser = (one, other) if int(first) > int(second) else (other, one)
        yield Candidate(
            winner, "won_against", EntityObject(loser), "sport/result", (hit.span(),), confidence=0.75
        )


def _is_box_score(hit: Hit) -> bool:
    """"Roe 9, Doe 8, Poe 2": who scored, not who won; and people have points, sides have results."""
    people = any((slot := hit.slot(side)) is not None and slot.letter == "P" for side in ("s", "o"))
    return people or len(_TALLIED.findall(hit.reading.text)) > len(("one", "other"))


def _results(view: View) -> Iterator[Hit]:
    for reading in view.narration:
        if any(mark in reading.text for mark in _FIGURES) and _RESULT.may_match(reading.text, reading.letters):
            yield from (Hit(view, reading, match) for match in islice(_RESULT.finditer(reading.text), _RESULTS_AT_MOST))


def _match(rule: str, verbs: str, winner: str, loser: str, accept: Callable[..., bool] = _is_contest) -> Frame:
    return frame(
        rule, "won_against", verbs, f"{winner}:{_SIDES}", f"{loser}:{_SIDES}", accept=accept,
        qualifiers=("competition=in:E", "place=in|at:GL"),
    )  # fmt: skip


_FRAMES = (
    _match(
        "sport/beat",
        "beat defeat thrash edge edge_out down trounce crush rout stun outlast overcome overpower demolish hammer "
        "upset knock knock_out see_off see eliminate topple shut_out blank sweep vanquish outpoint dispatch humble "
        "maul hold_off dump dump_out conquer wallop clobber pummel thump sink stop outplay outclass outscore overwhelm "
        "annihilate destroy smash dismantle batter whip drub pip nick best dethrone oust put_out unseat outduel",
        "agent|by|+by", "patient",
    ),
    _match(
        "sport/past",
        "rally ease cruise edge slip squeeze scrape sweep breeze sail march romp roll power storm battle get come "
        "scramble coast fight race surge stroll triumph prevail come_through win_through",
        "agent", "past|over|against",
    ),
    _match("sport/led", "lead guide carry lift power send inspire fire rally propel steer", "patient", "past|over"),
    _match("sport/conceded", "concede", "to", "agent", _told_of),
    _match("sport/won", "win", "agent", "against|over|past"),
    _match("sport/won-at", "win", "agent", "at|away_to", _scored),
    _match("sport/better", "get have", "agent", "of", _better),
    _match(
        "sport/lost", "lose fall succumb bow_out go_down crash_out go_out slip bow", "to|against|+to|+against", "agent",
        _lost_a_match,
    ),
)  # fmt: skip

WON_AGAINST = Predicate(
    Declaration("won_against", _SIDE, _SIDE, "P1346", identity=("score", "date")),
    tuple(_by_score(rule) for rule in (*_FRAMES, draw_wins, draw_results)),
    (
        Example(
            "Norland United beat Estavia Rovers 3-1 in Lisbon on Sunday.", "Norland United", "Estavia Rovers"
        ),
        Example("Mia Quill defeated Nadia Velez 6-4, 6-2 in the final.", "Mia Quill", "Nadia Velez"),
        Example(
            "Norland United came from behind to beat Estavia Rovers 3-2.", "Norland United", "Estavia Rovers"
        ),
        Example("Estavia Rovers lost 2-0 at home to Norland United.", "Norland United", "Estavia Rovers"),
        Example(
            "Estavia Rovers were knocked out of the cup by Norland United.", "Norland United", "Estavia Rovers"
        ),
        Example("Nadia Velez went down 6-4, 6-2 to Mia Quill in the final.", "Mia Quill", "Nadia Velez"),
        Example("Mia Quill reached the final with a 6-3, 6-4 win over Nadia Velez.", "Mia Quill", "Nadia Velez"),
        Example(
            "Estavia Rovers suffered a 5-0 thrashing at the hands of Norland United.",
            "Norland United",
            "Estavia Rovers",
        ),
        Example(
            "Estavia Rovers slumped to a 2-0 home defeat against Norland United.", "Norland United", "Estavia Rovers"
        ),
        Example(
            "Tom Harker scored 30 points to lead the Harland Bears to a 101-88 win over the Dunmore Lions.",
            "Harland Bears",
            "Dunmore Lions",
        ),
        Example("Carla Velez narrowly beat Peter Albrook in the primary.", "Carla Velez", "Peter Albrook"),
        Example("Leo Brandt won by unanimous decision against Tomas Velez.", "Leo Brandt", "Tomas Velez"),
        Example("Norland United earned a 1-0 win at Estavia Rovers.", "Norland United", "Estavia Rovers"),
        Example("Leo Brandt led the Harland Bears past the Dunmore Lions 24-17.", "Harland Bears", "Dunmore Lions"),
        Example("Leo Brandt dropped a unanimous decision to Tomas Velez in March.", "Tomas Velez", "Leo Brandt"),
        Example(
            "It was his third bout after his wins over Peter Albrook and Tomas Velez, Leo Brandt said. Leo Brandt has "
            "knockout wins over Peter Albrook and Tomas Velez.", "Leo Brandt", "Tomas Velez",
        ),
    ),
    (
        Counterexample("Norland will beat Estavia on Sunday, the coach hopes.", "a hope"),
        Counterexample("Norland drew 1-1 with Estavia.", "a draw"),
        Counterexample("Norland United must beat Estavia Rovers to stay in the league.", "a duty"),
        Counterexample("Peter Albrook beat Leo Brandt with a hammer in the kitchen.", "a crime"),
        Counterexample("Norland United lost Tom Harker to Estavia Rovers in the summer.", "a transfer"),
        Counterexample("Oslo fell to the rebels in 2011.", "a war"),
        Counterexample("Leo Brandt didn't come close to stopping Tomas Velez in their bout.", "no win"),
        Counterexample("Leo Brandt was dropped and stunned by Tomas Velez in the second round.", "a knockdown"),
        Counterexample("Peter Albrook conceded to Carla Velez that the bridge was old.", "a point"),
        Counterexample("Leo Brandt scored 30 points in a win over Estavia Rovers.", "his part"),
        Counterexample("Harland Bears: Brandt 9, Norland 8, Velez 3, Albrook 2.", "scorers"),
        Counterexample("Norland United failed to beat Estavia Rovers on Sunday.", "no win"),
    ),
)
