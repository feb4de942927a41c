"""Whose side somebody plays for, told by his coming and going: signings, trades, spells."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.sides import is_clear_side, is_no_league, off_the_field
from worker.pipeline.extract.syntax.clause import subjects
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.values import Candidate, EntityObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_CONTRACT = "deal deals contract contracts extension terms papers pact"
_SPELL = "season seasons year years campaign campaigns spell spells game games career stint"


def _moved(
    rule: str, verbs: str, who: str, side: str, *words: str, former: bool = False, beside: str | None = None
) -> Callable[[View], Iterator[Candidate]]:
    """A frame of transfers: any side's name does in sport.

    `words`: one of which is its object or phrase; `beside`: a place that must be told, too.
    """
    strict = frame(rule, "sports_team", verbs, who, side, accept=_also(is_clear_side, words, beside), confidence=0.8,
                   constants=(("former", "true"),) if former else ())  # fmt: skip
    loose = replace(strict, accept=_also(is_no_league, words, beside))

    def draw(view: View, /) -> Iterator[Candidate]:
        players = off_the_field(view)
        for found in (loose if view.is_sport else strict)(view):
            if found.subject not in players:
                yield found

    return draw


def _also(
    accept: Callable[[Clause, ObjectValue], bool], words: tuple[str, ...], beside: str | None
) -> Callable[[Clause, ObjectValue], bool]:
    wanted = lexemes(" ".join(words))

    def accepts(clause: Clause, thing: ObjectValue) -> bool:
        held = {clause.tree.word(at) for place in ("patient", "to", "called") for at in clause.fill(place)}
        told = (not wanted or not wanted.isdisjoint(held)) and (beside is None or bool(clause.fill(beside)))
        return told and accept(clause, thing)

    return accepts


def draw_loans(view: View, /) -> Iterator[Candidate]:
    """Reads "Leo Brandt, on loan from Rovers, scored" and "is on loan at United"."""
    for tree, at in view.nouns.get("loan", ()):
        if tree.case(at) != "on" or at in tree.quoted:
            continue
        who = subjects(tree, at, 0) if tree.under(at, "cop") else tree.named_before(at - 1) or [tree.tokens[at].head]
        sides = [i for i in tree.under(at, "nmod", "obl") if tree.case(i) in {"from", "at", "with"}]
        for one, other in product(who, sides):
            player, side = tree.slot(one), tree.slot(other)
            if player and side and player.entity and side.entity and player.letter + side.letter == "PO":
                yield Candidate(
                    player.entity.id, "sports_team", EntityObject(side.entity.id), "team/loan",
                    (tree.around(one, at, other),), confidence=0.8,
                )  # fmt: skip


TRANSFERS = (
    _moved("team/signed-with", "sign re-sign re-up", "agent:P", "with:OGR"),
    _moved("team/agreed-with", "sign agree ink pen", "agent:P", "with|+with:OR", _CONTRACT),
    _moved("team/agreed-side", "agree", "with|+with:P", "agent:OR", _CONTRACT),
    _moved("team/traded-to", "trade loan transfer sell call_up ship deal flip swap", "patient:P", "to:OGR"),
    _moved("team/traded-by", "trade ship waive offload", "patient:P", "agent|by:OR", former=True),
    _moved("team/released-by", "release cut sell", "patient:P", "agent|by:OR", former=True),
    _moved("team/kept-by", "bench recall activate promote field", "patient:P", "agent|by:O"),
    _moved("team/left-for", "leave quit depart swap", "agent:P", "for:O"),
    _moved("team/left-behind", "leave quit depart swap", "agent:P", "patient:O", former=True, beside="for"),
    _moved("team/acquired-by", "acquire select pick claim", "patient:P", "agent|by:O"),
    _moved("team/spent", "spend play", "agent:P", "with|+with|at:O", _SPELL),
    _moved("team/moved-to", "move switch transfer", "agent:P", "to:O"),
    _moved("team/signing", "complete announce confirm make seal finalise finalize", "of:P", "agent:O",
           "signing capture acquisition loan arrival"),
    _moved("team/joined-from", "join rejoin", "agent:P", "patient:O", beside="from"),
    draw_loans,
    _moved("team/left", "sign join arrive move land transfer", "agent:P", "from:O", former=True),
    _moved("team/bought-from", "sign land recruit poach buy acquire claim loan trade", "patient:P", "from|+from:O",
           former=True),
)  # fmt: skip
