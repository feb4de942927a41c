"""Who took whom to a civil court."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.values import Declaration

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.values import ObjectValue

_SUITS = lexemes("lawsuit lawsuits suit suits complaint action claim proceedings case counterclaim countersuit")
_ON = r"(?:(?: on| in)? <date:t>)?"


def _is_suit(clause: Clause, _: ObjectValue) -> bool:
    """What is filed or won is a suit: "filed a lawsuit against", "a suit brought by"."""
    return any(clause.tree.word(at) in _SUITS for at in clause.fill("patient"))


def _with_suit(clause: Clause, _: ObjectValue) -> bool:
    """"Was hit with a lawsuit by"."""
    return any(clause.tree.word(at) in {"lawsuit", "suit", "lawsuits"} for at in clause.fill("with"))


def _in_suit(clause: Clause, _: ObjectValue) -> bool:
    """"In a lawsuit filed on Monday, Roe accuses ..."."""
    return any(clause.tree.word(at) in {"lawsuit", "suit", "complaint"} for at in clause.fill("in"))


def _to_court(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"court", "tribunal", "arbitration"} for at in clause.fill("to"))


def _for_damages(clause: Clause, _: ObjectValue) -> bool:
    held = (*clause.fill("patient"), *clause.fill("in"))
    return any(clause.tree.word(at) in {"damages", "compensation"} for at in held)


SUED = Predicate(
    Declaration("sued", AGENT, AGENT, "P1620"),
    (
        frame("suit/sues", "sued", "sue countersue", "agent:POR", "patient:POR", confidence=0.88,
              qualifiers=("amount=for:m",)),
        frame("suit/files", "sued", "file launch bring lodge start begin issue pursue win lose", "agent:POR",
              "against:POR", accept=_is_suit, confidence=0.86),
        frame("suit/to-court", "sued", "take drag haul", "agent:PO", "patient:POR", accept=_to_court),
        frame("suit/faces", "sued", "face", "from|by|+by:PO", "agent:PO", accept=_is_suit, confidence=0.78),
        frame("suit/hit-with", "sued", "hit slap serve", "agent|by|+by|from:PO", "patient:PO", voice="passive",
              accept=_with_suit, confidence=0.78),
        frame("suit/accuses", "sued", "accuse allege", "agent:POR", "patient:POR", accept=_in_suit),
        frame("suit/seeks", "sued", "seek demand claim", "agent:POR", "from:POG", accept=_for_damages,
              confidence=0.7),
        NounFrame(frame("suit/suit", "sued", "lawsuit suit countersuit", "owner|by:POR", "against:POR")),
        phrase(
            "court/sued",
            "sued",
            rf"<s:POGR>{{APP}} {{AUX}}(?:sued|sues|suing|is suing|took legal action against|filed "
            rf"suit against) (?:the )?{{ADJ}}<o:POGR>(?: for <amount:m>)?{_ON}",
            "sued sues suing suit legal",
            0.88,
            spread=("s", "o"),
        ),
        phrase(
            "court/lawsuit",
            "sued",
            rf"<s:POGR>{{APP}} {{AUX}}(?:filed|files|launched|brought|lodged) (?:an?|the|its|"
            rf"<[POG]\d{{1,3}}> 's) (?:[\w$-]{{2,20}} ){{0,4}}?(?:<amount:m> )?(?:[\w$-]{{2,20}} "
            rf"){{0,2}}?(?:lawsuit|suit|complaint|legal action|class action) (?:[^.;<]{{0,40}}? "
            rf")?against (?:the )?{{ADJ}}<o:POGR>{_ON}",
            "lawsuit suit complaint action",
            0.86,
            spread=("o",),
        ),
        phrase(
            "court/lawsuit-by",
            "sued",
            r"(?:lawsuit|suit|legal action|complaint)(?: [^.;<]{0,30}?)? (?:filed|brought) (?:by|"
            r"on behalf of) (?:the )?<s:POGR> against (?:the )?<o:POGR>",
            "lawsuit suit action complaint",
            0.85,
        ),
        phrase(
            "court/sued-by",
            "sued",
            rf"<o:POGR>{{APP}} {{AUX}}sued by (?:the )?{{ADJ}}<s:POGR>{_ON}",
            "sued",
            0.86,
        ),
        phrase(
            "court/suit-against",
            "sued",
            r"<s:POGR> 's (?:[\w$-]{2,20} ){0,3}?(?:lawsuit|suit|legal action) against (?:the "
            r")?<o:POGR>",
            "lawsuit suit action",
            0.82,
        ),
    ),
    (
        Example(
            "Nordbank Holdings sued Halvex Systems in March over the contract.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example("Nordbank Holdings is being sued by Leo Brandt.", "Leo Brandt", "Nordbank Holdings"),
        Example("Nordbank Holdings faces a lawsuit from Leo Brandt.", "Leo Brandt", "Nordbank Holdings"),
        Example("Nordbank Holdings was hit with a lawsuit by Leo Brandt.", "Leo Brandt", "Nordbank Holdings"),
        Example("Leo Brandt has taken Nordbank Holdings to court.", "Leo Brandt", "Nordbank Holdings"),
        Example(
            "A lawsuit filed by Mia Quill against Halvex Systems was dismissed.", "Mia Quill", "Halvex Systems"
        ),
        Example("Leo Brandt filed a lawsuit against Nordbank Holdings.", "Leo Brandt", "Nordbank Holdings"),
    ),
    (
        Counterexample("Nordbank Holdings took Leo Brandt to lunch.", "no court"),
        Counterexample("Leo Brandt filed a report against a neighbour.", "no suit"),
        Counterexample("Nordbank Holdings faces a deadline from Halvex Systems.", "no suit"),
        Counterexample("Nordbank Holdings was hit with a fine by Halvex Systems.", "a fine"),
        Counterexample("Nordbank Holdings threatened to sue Halvex Systems.", "a threat"),
        Counterexample("Nordbank Holdings may be sued by Halvex Systems.", "a guess"),
    ),
)
