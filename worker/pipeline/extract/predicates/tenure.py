"""Coming into an office and leaving it: only where the text is about the change."""

from __future__ import annotations

from worker.pipeline.extract.lexicon.roles import ALL_HEADS, ROLE_MODIFIER
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import (
    Declaration,
)

_LEAVING = (
    "left leaves quit quits resigned resigns retired retires stepped steps stood departed "
    "sacked fired dismissed ousted removed"
)
_NEW_ROLE = (
    rf"(?:the |its |their |his |her |a |an |<[OGPR]\d{{1,3}}> 's )?(?:(?:new|next|interim|"
    rf"acting|permanent) )?(?P<o>{ROLE_MODIFIER}{{0,5}}?{ALL_HEADS})(?![\w'-])(?! (?:[a-z][\w-]{{1,20}} "
    rf")?{ALL_HEADS}(?![\w-]))(?: (?:of|at|for) (?:the )?<org:OGLR>)?"
)
_DATED = r"(?:(?: ,)?(?: on| in| last)? <date:t>)?"
APPOINTED_TO = Predicate(
    Declaration("appointed_to", PERSON, frozenset({"string"}), "P39", identity=("date",)),
    (
        phrase(
            "change/appointed",
            "appointed_to",
            rf"<s:P>{{APP}} {{AUX}}(?:appointed|named(?! best)|promoted to|sworn in as|confirmed "
            rf"as|installed as|nominated as|picked as|chosen as|selected as|hired as)(?: as| "
            rf"to be)? {_NEW_ROLE}{_DATED}",
            "appointed named promoted sworn confirmed installed picked chosen selected hired",
            0.85,
        ),
        phrase(
            "change/appoints",
            "appointed_to",
            rf"(?:<appointed_by:POG>{{APP}} {{AUX}})?(?:appointed|named|promoted|hired|picked|"
            rf"chose|selected|tapped|installed) <s:P>{{APP}} (?:as |to be |to )?{_NEW_ROLE}{_DATED}",
            "appointed named promoted hired picked chose selected tapped installed",
            0.84,
        ),
        phrase(
            "change/appointment-of",
            "appointed_to",
            rf"(?:<appointed_by:POG>{{APP}} {{AUX}}(?:announced|confirmed|"
            rf"welcomed|completed|approved) )?(?:the |<[OG]\d{{1,3}}> 's )(?:appointment|hiring|promotion|"
            rf"selection) of <s:P>"
            rf"{{APP}} (?:as|to) {_NEW_ROLE}{_DATED}",
            "appointment hiring promotion selection",
            0.82,
        ),
        phrase(
            "change/became",
            "appointed_to",
            rf"<s:P>{{APP}} {{AUX}}(?:takes over|took over|taking over|succeeds <replaces:P>|"
            rf"succeeded <replaces:P>|replaces <replaces:P>|replaced <replaces:P>) as {_NEW_ROLE}{_DATED}",
            "takes took taking succeeds succeeded replaces replaced",
            0.82,
        ),
    ),
    (
        Example(
            "Nordbank Holdings appointed Mia Quill as its chief financial officer.",
            "Mia Quill",
            "chief financial officer",
        ),
        Example(
            "Halvex Systems announced the appointment of Nadia Velez as finance director.",
            "Nadia Velez",
            "finance director",
        ),
        Example("Halvex Systems hired Mia Quill as chief financial officer.", "Mia Quill", "chief financial officer"),
        Example("Leo Brandt was named head coach of Norland on Friday.", "Leo Brandt", "head coach"),
    ),
    (
        Counterexample("Leo Brandt named his dog after the head coach.", "a dog"),
        Counterexample("The union opposed plans for the appointment of Leo Brandt as chairman.", "a plan"),
        Counterexample("Leo Brandt could be named head coach of Norland.", "a guess"),
    ),
)
LEFT_POSITION = Predicate(
    Declaration("left_position", PERSON, frozenset({"string", "organization"}), "P39", identity=("date",)),
    (
        phrase(
            "change/resigned",
            "left_position",
            rf"<s:P>{{APP}} {{AUX}}(?:resigned|resigns|resigning|retired|retires|stepped down|"
            rf"steps down|stepping down|stood down|stands down|quit|quits|sacked|fired|dismissed|"
            rf"ousted|removed)(?:(?: on| in)? <date:t>)? (?:as|from (?:his|her|the|<P> 's) (?:post|"
            rf"job|role|position) (?:as|of)) {_NEW_ROLE}{_DATED}",
            _LEAVING,
            0.85,
        ),
        phrase(
            "change/of-role",
            "left_position",
            rf"(?P<o>{ROLE_MODIFIER}{{0,3}}?{ALL_HEADS}) , {{HON}}<s:P> , {{AUX}}(?:resigned|"
            rf"resigns|quit|stepped down|stood down|retired|ousted|sacked|fired|dismissed|removed){_DATED}",
            _LEAVING,
            0.82,
        ),
        phrase(
            "change/of-body-role",
            "left_position",
            rf"(?P<o>{ROLE_MODIFIER}{{0,3}}?{ALL_HEADS}) (?:of|at) (?:the )?<org:OGLR> , {{HON}}<s:P> , "
            rf"{{AUX}}(?:resigned|"
            rf"resigns|quit|stepped down|stood down|retired|ousted|sacked|fired|dismissed|removed){_DATED}",
            _LEAVING,
            0.82,
        ),
        phrase(
            "change/left",
            "left_position",
            rf"<s:P>{{APP}} {{AUX}}(?:quit|quits|resigned from|departed|sacked by|fired by|dismissed "
            rf"by|ousted from|sacked from|(?P<_left>left|leaves)) (?:the )?<o:O>{_DATED}(?(_left) "
            rf"(?:to join|to become|to start|after \w+ years|last year|last month)|)",
            _LEAVING,
            0.72,
        ),
        phrase(
            "change/fired",
            "left_position",
            rf"<by:POG>{{APP}} {{AUX}}(?:fired|sacked|dismissed|ousted|removed) <s:P>{{APP}} "
            rf"as {_NEW_ROLE}{_DATED}",
            "fired sacked dismissed ousted removed",
            0.82,
        ),
    ),
    (
        Example(
            "Peter Albrook resigned as chairman of Nordbank Holdings on Monday.", "Peter Albrook", "chairman"
        ),
        Example("Mia Quill stepped down as mayor in 2019.", "Mia Quill", "mayor"),
        Example("The chairman of Nordbank Holdings, Peter Albrook, resigned on Friday.", "Peter Albrook", "chairman"),
    ),
    (
        Counterexample("Peter Albrook refused to resign as chairman.", "refused"),
        Counterexample("Should Mia Quill step down as mayor?", "a question"),
    ),
)
ELECTED_TO = Predicate(
    Declaration(
        "elected_to", PERSON, frozenset({"string", "organization", "event"}), "P39", identity=("date",)
    ),
    (
        phrase(
            "change/elected-as",
            "elected_to",
            rf"<s:P>{{APP}} {{AUX}}(?:elected|re-elected|reelected|voted in)(?: as| to be)? {_NEW_ROLE}{_DATED}",
            "elected re-elected reelected voted",
            0.85,
        ),
        phrase(
            "change/elected-to",
            "elected_to",
            r"<s:P>{APP} {AUX}(?:elected|re-elected|reelected) to (?:the |<[OG]\d{1,3}> 's )?{ADJ}<o:O>{DATE}",
            "elected re-elected reelected",
            0.84,
        ),
        phrase(
            "change/elected-to-body",
            "elected_to",
            r"<s:P>{APP} {AUX}(?:elected|re-elected|reelected) to (?:the |<[OG]\d{1,3}> 's )?"
            r"(?P<o>(?:[a-z]{2,14} ){0,2}?(?:council|parliament|senate|house|congress|assembly|"
            r"board|committee|office|"
            r"bench|legislature))(?![\w-]){DATE}",
            "elected re-elected reelected",
            0.84,
        ),
        phrase(
            "change/won-seat",
            "elected_to",
            r"<s:P>{APP} {AUX}won (?:the |a |<[PG]\d{1,3}> 's )?(?P<o>[a-z ]{0,24}(?:seat|presidency|"
            r"governorship|mayoralty|"
            r"by-election|leadership))(?: (?:in|for|of) (?:the )?<of:G>)?{DATE}",
            "seat presidency governorship mayoralty by-election leadership",
            0.75,
        ),
    ),
    (
        Example("Carla Velez was elected mayor of Lisbon in 2018.", "Carla Velez", "mayor"),
        Example("Leo Brandt was elected to the city council in 2016.", "Leo Brandt", "city council"),
    ),
    (
        Counterexample("Carla Velez was nominated for mayor of Lisbon.", "a candidacy"),
        Counterexample("Leo Brandt hopes to be elected to the city council.", "a hope"),
    ),
)
