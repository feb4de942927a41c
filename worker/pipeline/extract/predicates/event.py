"""What happened to somebody, who took part in what, and when, where and how deadly an event was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.kin import KIN
from worker.pipeline.extract.numbers import ORDINAL, cardinal
from worker.pipeline.extract.pattern import bare, build
from worker.pipeline.extract.phrase import hits, phrase
from worker.pipeline.extract.rule import AGENT, PLACE, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, Quantity, QuantityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_DATE = r"(?:(?: ,)?(?: on| in| at| last| late on| early on)? <date:t>)?"
_WHERE = r"(?: (?:at|in|near|outside) (?:the |a |an )?(?:[a-z-]{3,14} (?:in|of) )?<place:GLO>)?"
_CALENDAR = rf"(?:{_WHERE}{_DATE}|{_DATE}{_WHERE})"

# The verb in its form to the label of what happened; heads first, as on an index card.
_HAPPENED: dict[str, str] = {
    "arrested": "arrest", "detained": "detention", "taken into custody": "arrest", "suspended": "suspended",
    "banned": "ban", "fined": "fine", "hospitalised": "hospitalised", "hospitalized": "hospitalized",
    "injured": "injury", "rescued": "rescue", "released on bail": "released on bail", "freed": "release",
    "released from prison": "release from prison", "released from jail": "release from jail", "deported": "deportation",
    "extradited": "extradition", "impeached": "impeachment", "kidnapped": "kidnapping", "abducted": "abduction",
    "evacuated": "evacuation", "shot": "shooting", "stabbed": "stabbing", "attacked": "attack",
    "diagnosed": "diagnosis", "expelled": "expulsion", "disqualified": "disqualification", "sworn in": "swearing-in",
    "inaugurated": "inauguration", "crowned": "coronation", "knighted": "knighthood", "honoured": "honour",
    "honored": "honor", "buried": "burial", "found dead": "found dead", "killed": "killed", "murdered": "murder",
    "executed": "execution", "assassinated": "assassination", "re-elected": "re-election", "traded": "trade",
    "bailed": "bail", "remanded in custody": "remanded in custody", 
    "imprisoned": "imprisonment", "investigated": "investigation", "questioned": "questioning",
    "reported missing": "reported missing", "airlifted": "airlifted", "pronounced dead": "pronounced dead",
}  # fmt: skip
_DID: dict[str, str] = {
    "underwent surgery": "surgery", "undergoes surgery": "surgery", "had surgery": "surgery", "gave birth": "giving birth", "gives birth": "giving birth",
    "filed for divorce": "filing for divorce", "filed for bankruptcy": "bankruptcy filing", "went missing": "going missing",
    "announced his retirement": "retirement", "announced her retirement": "retirement", 
    "made his debut": "debut", "made her debut": "debut", "made its debut": "debut", "collapsed": "collapse",
     "surrendered": "surrender", "disappeared": "disappearance", 
    "dropped out": "dropping out", "declared bankruptcy": "bankruptcy", "went on strike": "strike",
    "tested positive": "positive test", "conceded defeat": "concession", "went public": "going public",
}  # fmt: skip
_PASSIVE = "|".join(sorted(_HAPPENED, key=len, reverse=True))
_ACTIVE = "|".join(sorted(_DID, key=len, reverse=True))
_BY = r"(?: by {ADJ}<by:POG>)?"
_WHY = r"(?: (?:on suspicion of|for|over|in connection with|after|on charges of|on|with) (?P<reason>(?:[\w'-]{2,20} ?){1,6}?)(?= [,.;]| and| in| on| at| by| when|$))?"
_PASSIVE_PATTERN = build(rf"<s:PO>{{APP}} (?:{{AUX}})(?:was|were|been|is|being|got) (?:[a-z]{{3,12}}ly |also |later |first |temporarily )?(?P<what>{_PASSIVE}){_BY}{_CALENDAR}{_WHY}{_CALENDAR}")
_ACTIVE_PATTERN = build(rf"<s:PO>{{APP}} {{AUX}}(?P<what>{_ACTIVE}){_CALENDAR}")
_SOMEBODY_ARRESTED = build(rf"(?:police|officers|detectives|agents|authorities|deputies|troops|security forces|<by:O>) (?:have |has |had )?(?P<what>arrested|detained|shot|suspended|banned|fined|expelled|rescued|kidnapped|disqualified|deported|freed|impeached) <s:P>{{APP}}{_CALENDAR}{_WHY}")


def draw_happenings(view: View, /) -> Iterator[Candidate]:
    """"was arrested", "filed for divorce": the label is the noun of the verb."""
    for pattern, words in (
        (_PASSIVE_PATTERN, _HAPPENED), (_ACTIVE_PATTERN, _DID), (_SOMEBODY_ARRESTED, _HAPPENED),
    ):  # fmt: skip
        for hit in hits(view, pattern, frozenset(w for label in words for w in label.split())):
            subject, stance = hit.entity("s"), hit.stance("reason")
            label = words.get(hit.match["what"].lower())
            if subject is None or stance is None or label is None:
                continue
            qualifiers: list[tuple[str, ObjectValue]] = []
            for name in hit.match.groupdict():
                value = hit.value(name) if bare(name) in {"date", "place", "by", "reason"} else None
                if value is not None:
                    qualifiers.append((bare(name), value))
            yield Candidate(
                subject, "significant_event", TextObject(label), "event/verb", (hit.span(),), tuple(qualifiers),
                stance.status, stance.polarity, stance.attribution, confidence=0.75,
            )


_BIRTHDAY = build(
    rf"<s:PR>(?: ,)? {{AUX}}(?:celebrated|celebrates|marked|marks|toasted) <PR> 's {{ADJ}}"
    rf"(?P<o>{ORDINAL} (?:wedding )?(?:birthday|anniversary)){{DATE}}"
)


def draw_birthdays(view: View, /) -> Iterator[Candidate]:
    """A celebrated birthday is an event worth telling."""
    for hit in hits(view, _BIRTHDAY, frozenset({"birthday", "anniversary"})):
        subject, words, stance = hit.entity("s"), hit.words("o"), hit.stance("o")
        if subject is None or words is None or stance is None:
            continue
        slot = hit.slot("date")
        when = slot.time if slot is not None else None
        yield Candidate(
            subject, "significant_event", TextObject(words), "event/birthday", (hit.span(),),
            qualifiers=(("date", TimeObject(when, "date")),) if when is not None else (), status=stance.status,
            polarity=stance.polarity, attribution=stance.attribution, confidence=0.8, event_time=when,
        )


_KIN_WORDS = "|".join(k for k in KIN)
_MEETING = r"(?:{ADJS}(?:meeting|summit|conference|ceremony|festival|tournament|championships?|race|marathon|rally|march|protest|funeral|wedding|gala|premiere|concert|show|parade|debate|election|competition|olympics|games|cup|final|match|game|event|party|reunion|service|vigil|fair|expo|tour|season|series|piano|match|dinner|hearing|inquiry|trial|programme|program))"

SIGNIFICANT_EVENT = Predicate(
    Declaration("significant_event", AGENT | {"event", "work", "product", "location"}, frozenset({"string"}), "P793", identity=("date",)),
    (
        draw_happenings,
        draw_birthdays,
        phrase("event/first", "significant_event", rf"<s:P>{{APP}} {{AUX}}(?:took|takes|made|makes|said|says|had|spoke|celebrated|marked) <P> 's (?P<o>(?:very )?(?:{ORDINAL}|maiden|debut) (?:steps|words|step|word|appearance|tooth|haircut|communion|anniversary|debut|speech|flight))(?![\w-]){_DATE}", "took takes made makes said says had spoke celebrated marked", 0.8),
    ),
    (
        Example("Leo Brandt was arrested in Leeds on Monday.", "Leo Brandt", "arrest"),
        Example("Mia Quill gave birth on Friday.", "Mia Quill", "giving birth"),
    ),
    (
        Counterexample("Leo Brandt may be arrested in Leeds.", "a guess"),
        Counterexample("Mia Quill watched the arrest in Leeds.", "a witness"),
    ),
)
PARTICIPATED_IN = Predicate(
    Declaration("participated_in", AGENT, frozenset({"event", "work", "organization", "string"}), "P1344", identity=("role", "date")),
    (
        phrase("part/in", "participated_in", rf"<s:PORG>{{APP}} {{AUX}}(?:took part in|takes part in|participated in|participates in|competed in|competed at|competes in|attended|attends|performed at|performs at|played at|ran in|raced in|appeared at|spoke at|entered|joined|joins|joined in|headlined|headlines|hosted) (?:the |an? )?{{ADJ}}<o:E>{{DATE}}", "took takes participated participates competed competes attended attends performed performs played ran raced appeared spoke entered joined joins headlined headlines hosted", 0.82, spread=("s",)),
        phrase("part/at", "participated_in", rf"<s:PG>{{APP}} {{AUX}}(?:finished|placed|came|won|lost|scored|led|qualified|ranked|struck|wins) {{ADJS}}(?:at|in|for) (?:the )?<o:E>{{DATE}}", "finished placed came won lost scored led qualified ranked struck wins", 0.7),
        phrase("part/joins-on-stage", "participated_in", rf"<s:P>{{APP}} {{AUX}}(?:joins|joined|accompanied|accompanies) (?:<with:P>|<P> 's (?:{_KIN_WORDS})) (?P<role>on stage|onstage)? ?(?:when|where|as|while) [^.;<]{{0,30}}(?:<P> )?[^.;<]{{0,60}}?(?:at|during) (?:the )?<o:E>{{DATE}}", "joins joined accompanied accompanies", 0.75),
        phrase("part/joined-at", "participated_in", rf"<s:P> ,? ?{{AUX}}(?P<o>(?:joined|joins|accompanied|accompanies) (?:<with:P>|(?:<P> 's )?(?:{_KIN_WORDS})) (?:at|on|for|in) (?:the |a |an )?(?:[\w'-]{{2,16}} ?){{1,3}})(?= [,.;]| and|$)", "joined joins accompanied accompanies", 0.65),
        phrase("part/cast", "participated_in", r"<s:P>{APP} {AUX}(?:starred in|stars in|starring in|appeared in|appears in|appearing in|plays (?P<role>[A-Z][\w' ]{1,30}?) in|played (?P<role>[A-Z][\w' ]{1,30}?) in|features in|acted in|guest-starred on|co-starred in) (?:the )?{ADJS}(?:, )?<o:W>{DATE}", "starred stars starring appeared appears appearing plays played features acted guest-starred co-starred", 0.82, spread=("s",)),
        phrase("part/work-stars", "participated_in", r"<o:W>{APP} {AUX}(?:stars|starring|features|featuring) {DET}{ADJS}<s:P>", "stars starring features featuring", 0.8, spread=("s",)),
        phrase("part/reach", "participated_in", r"<s:POG>[^.;]{1,90}? to (?:reach|advance to|make|enter|qualify for) (?:the |<P> 's )?(?:[\w-]{2,16} ){0,3}(?:final|finals|semi-final|semi-finals|semifinals|quarter-finals|quarterfinals|round|last \d{1,2}) (?:of|at|in) (?:the )?<o:E>", "reach advance make enter qualify", 0.78),
        phrase("part/star-of", "participated_in", r"<s:P>(?: ,| is) (?:the |a )?(?P<role>star|lead|host|presenter|co-star|contestant) (?:of|on|in) (?:the )?{ADJS}<o:W>", "star lead host presenter co-star contestant", 0.8, aside=True),
        phrase("part/work-star", "participated_in", r"<o:W> (?P<role>star|actor|actress|host|presenter|contestant|judge|co-star) <s:P>", "star actor actress host presenter contestant judge co-star", 0.8, aside=True),
    ),
    (
        Example("Nadia Velez took part in the Harbour Marathon in May.", "Nadia Velez", "Harbour Marathon"),
        Example('Leo Brandt starred in the film "The Glass Harbour".', "Leo Brandt", "The Glass Harbour"),
    ),
    (
        Counterexample("Nadia Velez will take part in the Harbour Marathon.", "to come"),
        Counterexample('Leo Brandt watched "The Glass Harbour".', "a viewer"),
    ),
)
EVENT_DATE = Predicate(
    Declaration("event_date", frozenset({"event"}), frozenset({"date"}), "P585"),
    (
        phrase("event/on", "event_date", r"<s:E>{APP} ?,? ?(?:which )?{AUX}(?:takes place|took place|was held|is held|be held|held|begins|began|started|starts|opens|opened|kicked off|kicks off|runs|ran|was|is|happened|occurred|erupted|broke out)(?: (?:in|at) (?:the )?<GLO>(?: , <GL>)?)? (?:on |in |from )?<o:t>", "takes took held begins began started starts opens opened kicked kicks runs ran was is happened occurred erupted broke", 0.78),
        phrase("event/struck-on", "event_date", r"<s:E>{APP} {AUX}(?:struck|hit|made landfall|slammed into|slammed|battered|swept through|swept|lashed|tore through|devastated)[^.;]{0,50}? (?:on |in )?<o:t>", "struck hit landfall slammed battered swept lashed tore devastated", 0.78),
        phrase("event/in-year", "event_date", r"<s:E> (?:in|on) <o:t>", "in on", 0.7),
    ),
    (
        Example("The Harbour Marathon took place on 12 May 2019.", "Harbour Marathon", "2019-05-12"),
        Example("Crowds came when the Harbour Film Festival was held in June 2018.", "Harbour Film Festival", "2018-06"),
    ),
    (
        Counterexample("The Harbour Marathon may be held on 12 May 2025.", "a guess"),
        Counterexample("Tickets for the Harbour Marathon cost £20.", "no date"),
    ),
)
EVENT_PLACE = Predicate(
    Declaration("event_place", frozenset({"event"}), PLACE | {"organization"}, "P276"),
    (
        phrase("event/in", "event_place", r"<s:E>{APP} ?,? ?(?:which )?{AUX}(?:takes place|took place|was held|is held|be held|held|begins|began|started|starts|opens|opened|kicked off|was|is|happened|occurred|hosted|staged)(?: (?:on |in )?<t>)? (?:in|at) (?:the )?<o:GLO>", "takes took held begins began started starts opens opened kicked was is happened occurred hosted staged", 0.8),
        phrase("event/struck", "event_place", r"<s:E>{APP} {AUX}(?:struck|hit|made landfall (?:in|on|near)|slammed into|slammed|battered|swept through|swept|lashed|tore through|devastated) (?:the )?(?:[a-z]{3,12} (?:of|in) )?(?:the )?<o:GL>", "struck hit landfall slammed battered swept lashed tore devastated", 0.8),
        phrase("event/at", "event_place", r"<s:E>(?: ,)? (?:in|at) (?:the )?<o:GL>", "in at", 0.75),
        phrase("event/place-s", "event_place", r"<o:G> 's <s:E>", "'s", 0.65),
    ),
    (
        Example("Crowds came when the Harbour Film Festival was held in Lisbon.", "Harbour Film Festival", "Lisbon"),
        Example("He ran the Harbour Marathon in Lisbon.", "Harbour Marathon", "Lisbon"),
    ),
    (
        Counterexample("The Northern Tech Summit might be held in Lisbon.", "a guess"),
        Counterexample("He left the Northern Tech Summit and flew to Lisbon.", "another place"),
    ),
)
_DEATHS = build(rf"<s:EO>{{APP}} ?,? ?(?:which )?{{AUX}}(?:killed|claimed the lives of|left|claimed) (?:(?P<least>at least|more than|over|about|around|some|nearly|up to) )?(?P<n>{{CARDINAL}}) (?:people|persons|lives|others|dead|civilians|passengers|soldiers|men|women|children|residents|students|victims)")


def draw_deaths(view: View, /) -> Iterator[Candidate]:
    """How many an event killed; the event must have a name."""
    comparators = {"at least": ">=", "more than": ">", "over": ">", "up to": "<=", "nearly": "~", "about": "~", "around": "~", "some": "~"}
    for hit in hits(view, _DEATHS, frozenset({"killed", "claimed", "left"})):
        subject, number, stance = hit.entity("s"), cardinal(hit.match["n"]), hit.stance()
        if subject is None or number is None or stance is None:
            continue
        comparator = comparators.get((hit.match["least"] or "").lower(), "=")
        amount = Quantity(hit.span("n"), str(number), comparator, "{person}")  # type: ignore[arg-type] - values above are Comparators
        yield Candidate(
            subject, "number_of_deaths", QuantityObject(amount), "event/deaths", (hit.span(),), status=stance.status,
            polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
        )


NUMBER_OF_DEATHS = Predicate(
    Declaration("number_of_deaths", frozenset({"event"}), frozenset({"quantity"}), "P1120", merge="latest"),
    (draw_deaths,),
    (
        Example("Hurricane Odette killed at least 14 people.", "Hurricane Odette", "14"),
        Example("He said Hurricane Harland claimed the lives of 300 people.", "Hurricane Harland", "300", "reported"),
    ),
    (
        Counterexample("Hurricane Odette flooded 14 villages.", "villages"),
        Counterexample("Hurricane Odette could have killed 14 people.", "could have"),
    ),
)
