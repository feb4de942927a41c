"""Awards won and nominations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View

_WINNER = frozenset({"person", "organization", "work", "group", "gpe"})
_PRIZE = frozenset({"award", "string", "event", "organization"})
# A prize in its words where it is no known award: capitalised, ending in a prize noun.
_NAMED = (
    r"(?P<o>(?:(?-i:[A-Z\d])[\w'&.-]{0,20} (?:(?:of|for|the|de|du) ){0,2}){1,6}(?:Award|"
    r"Prize|Medal|Trophy|Cup|Championship|Title|Grammy|Oscar|Emmy|Bafta|Fellowship|Medallion))(?![\w-])"
)
_GAME = (
    r"(?P<o>(?:the )?(?:[\w'&.-]{2,20} ){0,4}?(?:gold|silver|bronze) medals?|(?:[\w'&.-]{2,20} "
    r"){0,3}?(?:championship|title|world cup|medal|trophy|belt))(?![\w-])"
)
_YEAR = r"(?:(?: in| on)? <date:t>)?"
_FOR = r"(?: for (?:(?:<[PO]\d{1,3}> 's|his|her|the) )?{ADJS}<for_work:W>)?"
_EPITHET = build(
    r"(?:the |an? |former )?{ADJ}(?:-time )?<o:A>(?: Award)?(?:-| )(?:winner|winning|"
    r"laureate|recipient|awardee|medallist|medalist)(?![\w-])"
)
_EPITHET_NAME = re.compile(r" (?:[a-z][\w'-]{1,20} ){0,3}<(P\d{1,4})>")


def draw_epithets(view: View, /) -> Iterator[Candidate]:
    """The bearer of "the Oscar winner" is whoever is so described, or whose name follows."""
    for hit in hits(
        view,
        _EPITHET,
        frozenset({"winner", "winning", "laureate", "recipient", "awardee", "medallist", "medalist", "-"}),
    ):
        winner, award, stance = _bearer(hit), hit.entity("o"), hit.stance()
        if winner is not None and award is not None and stance is not None:
            yield Candidate(
                winner,
                "award_received",
                EntityObject(award),
                "award/epithet",
                (hit.span(),),
                status=stance.status,
                polarity=stance.polarity,
                attribution=stance.attribution,
                confidence=0.85,
            )


def _bearer(hit: Hit) -> str | None:
    described = hit.view.nominal_over(hit.span("o")) if hit.slot("o") else None
    described = described or hit.view.nominal_over(hit.span())
    if described is not None and described.type != "award":
        return described.id
    name = _EPITHET_NAME.match(hit.reading.text, hit.match.end())
    slot = hit.reading.slots[name.group(1)] if name else None
    return slot.entity.id if slot is not None and slot.entity is not None else None


_WON = (
    r"(?:won|wins|winning|received|receives|receiving|earned|earns|was awarded|were "
    r"awarded|been awarded|collected|collects|scooped|picked up|took home|takes home|"
    r"bagged|claimed|claims|clinched|clinches|secured|landed|captured|honou?red with|"
    r"presented with|awarded)"
)
_WON_WORDS = (
    "won wins winning received receives receiving earned earns awarded collected collects "
    "scooped picked took takes bagged claimed claims clinched clinches secured landed "
    "captured honored honoured presented"
)

AWARD_RECEIVED = Predicate(
    Declaration("award_received", _WINNER, _PRIZE, "P166", identity=("date",)),
    (
        draw_epithets,
        phrase(
            "award/won",
            "award_received",
            rf"<s:POWR>{{APP}} {{AUX}}{_WON} {{DET}}{{ADJS}}<o:A>{_FOR}{_YEAR}",
            _WON_WORDS,
            0.88,
        ),
        phrase(
            "award/won-named",
            "award_received",
            rf"<s:POWR>{{APP}} {{AUX}}{_WON} (?:the |an? |<P> 's )?(?:(?:first|second|third|\d{{4}}) "
            rf")?{_NAMED}{_FOR}{_YEAR}",
            _WON_WORDS,
            0.82,
        ),
        phrase(
            "award/won-game",
            "award_received",
            rf"<s:POR>{{APP}} {{AUX}}(?:won|wins|claimed|clinched|took|captured|earned|secured) "
            rf"(?:the |an? |<[PO]\d{{1,3}}> 's )?{_GAME}(?: (?:at|in) (?:the )?(?:<event:E>|<date:t>)){{0,2}}",
            "won wins claimed clinched took captured earned secured",
            0.75,
        ),
        phrase(
            "award/to-win",
            "award_received",
            r"<s:OGPR>{APP} {AUX}(?:beat|beats|defeated|thrashed|edged|overcame|came from behind|"
            r"rallied|saw off|downed) [^.;]{1,90}? to (?:win|lift|claim|retain|clinch|capture) "
            r"(?:the |<[OGPR]\d{1,3}> 's )?{ADJ}<o:EA>",
            "win lift claim retain clinch capture",
            0.8,
        ),
        phrase(
            "award/best",
            "award_received",
            r"<s:PWO>{APP} {AUX}(?:named|voted|crowned|judged|won|took|chosen as) (?:the )?(?P<o>(?:best|"
            r"most valuable|player of|manager of|sportsman of|sportswoman of|artist of|person "
            r"of|coach of|rookie of) (?:the )?(?:[a-z-]{2,14} ?){1,3})(?= [,.;]| (?:at|in|for|"
            r"by|on|and)|$)",
            "named voted crowned judged won took chosen",
            0.8,
        ),
        phrase(
            "award/prize-at",
            "award_received",
            r"<s:PWOR>{APP} {AUX}(?:won|wins|took|takes|received|claimed|scooped|bagged|picked "
            r"up|was awarded) (?P<o>(?:the )?(?:top|first|grand|jury|main|second|third|audience|"
            r"best [a-z]{3,12}) (?:prize|award|honou?r|place)(?: (?:at|of) (?:the )?<E>)?){DATE}",
            "won wins took takes received claimed scooped bagged picked awarded",
            0.82,
        ),
        phrase(
            "award/whose",
            "award_received",
            r"<s:P> ,? ?(?:[^.;<]{0,40} )?whose [^.;,<]{1,40} (?:won|earned|received|brought) "
            r"(?:<P> )?{DET}{ADJS}<o:A>",
            "whose",
            0.8,
        ),
        phrase(
            "award/brought",
            "award_received",
            r"(?:brought|earned|won|gave|landed|netted) <s:P> {DET}{ADJS}<o:A>{DATE}",
            "brought earned won gave landed netted",
            0.8,
        ),
        phrase(
            "award/winner-of",
            "award_received",
            r"<s:POW>(?: ,| is| was) (?:the |an? )?{ADJ}(?:winner|recipient) of (?:the |an? "
            r")?{ADJ}<o:A>{DATE}",
            "winner recipient",
            0.85,
        ),
    ),
    (
        Example("Mia Quill won an Oscar for her first film.", "Mia Quill", "Oscar"),
        Example("Leo Brandt received the Harland Prize in 2015.", "Leo Brandt", "Harland Prize"),
    ),
    (
        Counterexample("Mia Quill hopes to win an Oscar for her first film.", "a hope"),
        Counterexample("Mia Quill was nominated for an Oscar.", "a nomination"),
    ),
)
NOMINATED_FOR = Predicate(
    Declaration("nominated_for", _WINNER, _PRIZE, "P1411", identity=("date",)),
    (
        phrase(
            "award/nominated",
            "nominated_for",
            rf"<s:POWR>{{APP}} {{AUX}}(?:nominated|shortlisted|longlisted|a nominee|a finalist|"
            rf"up) for {{DET}}{{ADJS}}<o:AEO>{_FOR}{_YEAR}",
            "nominated shortlisted longlisted nominee finalist up",
            0.88,
        ),
        phrase(
            "award/nominated-named",
            "nominated_for",
            rf"<s:POWR>{{APP}} {{AUX}}(?:nominated|shortlisted|longlisted) for (?:the |an? )?{_NAMED}{_FOR}{_YEAR}",
            "nominated shortlisted longlisted",
            0.82,
        ),
        phrase(
            "award/nominated-capitals",
            "nominated_for",
            rf"<s:POWR>{{APP}} {{AUX}}(?:nominated|shortlisted|longlisted) for (?:an?|the) (?P<o>(?:(?-i:[A-Z])"
            rf"[\w'&.-]{{1,20}} ?){{1,5}}){_YEAR}",
            "nominated shortlisted longlisted",
            0.78,
        ),
        phrase(
            "award/nomination",
            "nominated_for",
            r"<s:POWR>{APP} {AUX}(?:received|earned|landed|scored|secured|got|garnered) {DET}{ADJS}<o:A> "
            r"nominations?",
            "nomination nominations",
            0.85,
        ),
    ),
    (
        Example("Mia Quill was nominated for an Oscar in 2016.", "Mia Quill", "Oscar"),
        Example("Leo Brandt was shortlisted for the Harland Prize.", "Leo Brandt", "Harland Prize"),
    ),
    (
        Counterexample("Mia Quill won an Oscar in 2016.", "a win"),
        Counterexample("Mia Quill might be nominated for an Oscar.", "a guess"),
    ),
)
