"""Matches: who won against whom, with the score from the winner's side."""

from __future__ import annotations

from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.values import Declaration

_SIDE = frozenset({"person", "organization", "group", "gpe"})
_BEAT = (
    r"(?:beat|beats|beaten|defeated|defeats|thrashed|thrashes|edged|edges|edged out|"
    r"edged past|downed|downs|trounced|"
    r"crushed|crushes|routed|routs|stunned|stuns|outlasted|overcame|overcomes|overpowered|"
    r"demolished|hammered|upset|upsets|"
    r"knocked out|saw off|see off|sees off|eliminated|eliminates|toppled|topples|shut "
    r"out|blanked|swept|sweeps|vanquished|"
    r"outpointed|dispatched|humbled|mauled|eased past|cruised past|slipped past|squeezed "
    r"past|held off|dumped out|"
    r"prevailed over|triumphed over|won against|won over|conquered|walloped|clobbered|"
    r"pummeled|pummelled)"
)
_SCORE = (
    r"(?:,? (?:by )?(?:an? )?(?P<score>\d{1,3}-\d{1,3}(?: ,? ?\d{1,2}-\d{1,2}(?: \( "
    r"\d{1,2}(?:-\d{1,2})? \))?){0,4}))?"
)
_PRE = r"(?:(?P<score>\d{1,3}-\d{1,3}) )?"
_ADJ = r"{ADJ}"
_WHERE = r"(?: (?:at|in) (?:the )?<place:GL>)?(?:(?: on| in)? <date:t>)?"
_TO = r"(?:the )?{ADJ}"
_BEAT_WORDS = (
    "beat beats beaten defeated defeats thrashed thrashes edged edges downed downs "
    "trounced crushed crushes routed routs stunned stuns outlasted overcame overcomes "
    "overpowered demolished hammered upset upsets knocked saw see sees eliminated eliminates "
    "toppled topples shut blanked swept sweeps vanquished outpointed dispatched humbled "
    "mauled eased cruised slipped squeezed held dumped prevailed triumphed won conquered "
    "walloped clobbered pummeled pummelled"
)

WON_AGAINST = Predicate(
    Declaration("won_against", _SIDE, _SIDE, "P1346", identity=("score", "date")),
    (
        phrase(
            "sport/beat",
            "won_against",
            rf"<s:OGPR>{{APP}} {{AUX}}{_BEAT} {_TO}<o:OGPR>(?! 's){_SCORE}{_WHERE}",
            _BEAT_WORDS,
            0.85,
        ),
        phrase(
            "sport/win-of",
            "won_against",
            rf"<s:P> 's {_ADJ}{_PRE}{_ADJ}(?:win|victory|triumph|rout|defeat) (?:over|against|"
            rf"of) {_TO}<o:OGPR>(?! 's){_SCORE}{_WHERE}",
            "win victory triumph rout defeat",
            0.8,
        ),
        phrase(
            "sport/win-over",
            "won_against",
            rf"<s:OGR>(?: 's)?{{APP}} (?:[^.;<]{{0,50}}? )?(?:an? |the |<P> 's |their |its )?{_ADJ}{_PRE}{_ADJ}(?:win|"
            rf"victory|triumph|rout|thrashing|defeat) (?:over|against|of) {_TO}<o:OGPR>(?! 's){_SCORE}{_WHERE}",
            "win victory triumph rout thrashing defeat",
            0.82,
        ),
        phrase(
            "sport/lost-to",
            "won_against",
            rf"<o:OGPR>{{APP}} {{AUX}}(?:lost|lose|loses|fell|went down|slumped|crashed out|succumbed|"
            rf"losing) (?:out )?(?:(?P<_lost>\d{{1,3}}-\d{{1,3}}) )?{{ADJ}}(?:to|against) {_TO}<s:OGPR>{_WHERE}",
            "lost lose loses fell went slumped crashed succumbed losing",
            0.8,
        ),
        phrase(
            "sport/defeat-by",
            "won_against",
            rf"<o:OGPR>(?: 's)?{{APP}} (?:(?!until|before)[^.;<]{{0,50}}? )?{_ADJ}(?:(?P<_lost>\d{{1,3}}-\d{{1,3}})"
            rf" )?{_ADJ}(?:defeat|loss) (?:to|by|at the hands of|against) {_TO}<s:OGPR>{_WHERE}",
            "defeat loss",
            0.78,
        ),
        phrase(
            "sport/beaten-by",
            "won_against",
            rf"<o:OGPR>{{APP}} {{AUX}}(?:beaten|defeated|thrashed|edged|eliminated|stunned|upset|"
            rf"knocked out|swept|routed|held) (?:(?P<_lost>\d{{1,3}}-\d{{1,3}}) )?by {_TO}<s:OGPR>{_WHERE}",
            "beaten defeated thrashed edged eliminated stunned upset knocked swept routed",
            0.82,
        ),
        phrase(
            "sport/won",
            "won_against",
            rf"<s:OGPR>{{APP}} {{AUX}}won (?:[^.;<]{{0,30}}? )?(?P<score>\d{{1,3}}-\d{{1,3}}) "
            rf"(?:at|away to|away at|against|over) {_TO}<o:OGPR>",
            "won",
            0.82,
        ),
    ),
    (
        Example(
            "Norland United beat Estavia Rovers 3-1 in Lisbon on Sunday.", "Norland United", "Estavia Rovers"
        ),
        Example("Mia Quill defeated Nadia Velez 6-4, 6-2 in the final.", "Mia Quill", "Nadia Velez"),
    ),
    (
        Counterexample("Norland will beat Estavia on Sunday, the coach hopes.", "a hope"),
        Counterexample("Norland drew 1-1 with Estavia.", "a draw"),
    ),
)
