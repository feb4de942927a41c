"""What happened to somebody, and when, where and how deadly an event was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.numbers import ORDINAL, cardinal, comparator
from worker.pipeline.extract.pattern import bare, build
from worker.pipeline.extract.phrase import hits, phrase
from worker.pipeline.extract.rule import AGENT, PLACE, Counterexample, Example, Predicate
from worker.pipeline.values import (
    Candidate,
    Declaration,
    ObjectValue,
    Quantity,
    QuantityObject,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


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
    "underwent surgery": "surgery", "undergoes surgery": "surgery", "had surgery": "surgery",
    "gave birth": "giving birth", "gives birth": "giving birth",
    "filed for divorce": "filing for divorce", "filed for bankruptcy": "bankruptcy filing",
    "went missing": "going missing",
    "announced his retirement": "retirement", "announced her retirement": "retirement",
    "made his debut": "debut", "made her debut": "debut", "made its debut": "debut", "collapsed": "collapse",
     "surrendered": "surrender", "disappeared": "disappearance",
    "dropped out": "dropping out", "declared bankruptcy": "bankruptcy", "went on strike": "strike",
    "tested positive": "positive test", "conceded defeat": "concession", "went public": "going public",
}  # fmt: skip
_PASSIVE = "|".join(sorted(_HAPPENED, key=len, reverse=True))
_ACTIVE = "|".join(sorted(_DID, key=len, reverse=True))
_BY = r"(?: by {ADJ}<by:POG>)?"
_WHY = (
    r"(?: (?:on suspicion of|for|over|in connection with|after|on charges of|on|with) "
    r"(?P<reason>(?:[\w'-]{2,20} ?){1,6}?)(?= [,.;]| and| in| on| at| by| when|$))?"
)
_PASSIVE_PATTERN = build(
    rf"<s:PO>{{APP}} (?:{{AUX}})(?:was|were|been|is|being|got) (?:[a-z]{{3,12}}ly |also "
    rf"|later |first |temporarily )?(?P<what>{_PASSIVE}){_BY}{_CALENDAR}{_WHY}{_CALENDAR}"
)
_ACTIVE_PATTERN = build(rf"<s:PO>{{APP}} {{AUX}}(?P<what>{_ACTIVE}){_CALENDAR}")
_SOMEBODY_ARRESTED = build(
    rf"(?:police|officers|detectives|agents|authorities|deputies|troops|security forces|"
    rf"<by:O>) (?:have |has |had )?(?P<what>arrested|detained|shot|suspended|banned|fined|"
    rf"expelled|rescued|kidnapped|disqualified|deported|freed|impeached) <s:P>{{APP}}{_CALENDAR}{_WHY}"
)


def draw_happenings(view: View, /) -> Iterator[Candidate]:
    """The label is the noun of the verb: "was arrested", "filed for divorce"."""
    for pattern, words in (
        (_PASSIVE_PATTERN, _HAPPENED), (_ACTIVE_PATTERN, _DID), (_SOMEBODY_ARRESTED, _HAPPENED),
    ):  # fmt: skip
        for hit in hits(view, pattern, frozenset(w for label in words for w in label.split())):
            subject, stance = hit.entity("s"), hit.stance("reason")
            label = words.get(hit.match["what"].lower())
            if hit.closes_apposition("s") or subject is None or stance is None or label is None:
                continue
            qualifiers: list[tuple[str, ObjectValue]] = []
            for name in hit.match.groupdict():
                value = hit.value(name) if bare(name) in {"date", "place", "by", "reason"} else None
                if value is not None:
                    qualifiers.append((bare(name), value))
            yield Candidate(
                subject,
                "significant_event",
                TextObject(label),
                "event/verb",
                (hit.span(),),
                tuple(qualifiers),
                stance.status,
                stance.polarity,
                stance.attribution,
                confidence=0.75,
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
            subject,
            "significant_event",
            TextObject(words),
            "event/birthday",
            (hit.span(),),
            qualifiers=(("date", TimeObject(when, "date")),) if when is not None else (),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.8,
            event_time=when,
        )


SIGNIFICANT_EVENT = Predicate(
    Declaration(
        "significant_event",
        AGENT | {"event", "work", "product", "location"},
        frozenset({"string"}),
        "P793",
        identity=("date",),
    ),
    (
        draw_happenings,
        draw_birthdays,
        phrase(
            "event/first",
            "significant_event",
            rf"<s:P>{{APP}} {{AUX}}(?:took|takes|made|makes|said|says|had|spoke|celebrated|marked) "
            rf"<P> 's (?P<o>(?:very )?(?:{ORDINAL}|maiden|debut) (?:steps|words|step|word|appearance|"
            rf"tooth|haircut|communion|anniversary|debut|speech|flight))(?![\w-]){_DATE}",
            "took takes made makes said says had spoke celebrated marked",
            0.8,
        ),
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
EVENT_DATE = Predicate(
    Declaration("event_date", frozenset({"event"}), frozenset({"date"}), "P585"),
    (
        phrase(
            "event/on",
            "event_date",
            r"<s:E>{APP} ?,? ?(?:which )?{AUX}(?:takes place|took place|was held|is held|be "
            r"held|held|begins|began|started|starts|opens|opened|kicked off|kicks off|runs|ran|"
            r"was|is|happened|occurred|erupted|broke out)(?: (?:in|at) (?:the )?<GLO>(?: , <GL>)?)? "
            r"(?:on |in |from )?<o:t>",
            "takes took held begins began started starts opens opened kicked kicks runs ran "
            "was is happened occurred erupted broke",
            0.78,
        ),
        phrase(
            "event/struck-on",
            "event_date",
            r"<s:E>{APP} {AUX}(?:struck|hit|made landfall|slammed into|slammed|battered|swept "
            r"through|swept|lashed|tore through|devastated)[^.;]{0,50}? (?:on |in )?<o:t>",
            "struck hit landfall slammed battered swept lashed tore devastated",
            0.78,
        ),
        phrase("event/in-year", "event_date", r"<s:E> (?:in|on) <o:t>", "in on", 0.7),
    ),
    (
        Example("The Harbour Marathon took place on 12 May 2019.", "Harbour Marathon", "2019-05-12"),
        Example(
            "Crowds came when the Harbour Film Festival was held in June 2018.",
            "Harbour Film Festival",
            "2018-06",
        ),
    ),
    (
        Counterexample("The Harbour Marathon may be held on 12 May 2025.", "a guess"),
        Counterexample("Tickets for the Harbour Marathon cost £20.", "no date"),
    ),
)
EVENT_PLACE = Predicate(
    Declaration("event_place", frozenset({"event"}), PLACE | {"organization"}, "P276"),
    (
        phrase(
            "event/in",
            "event_place",
            r"<s:E>{APP} ?,? ?(?:which )?{AUX}(?:takes place|took place|was held|is held|be "
            r"held|held|begins|began|started|starts|opens|opened|kicked off|was|is|happened|"
            r"occurred|hosted|staged)(?: (?:on |in )?<t>)? (?:in|at) (?:the )?<o:GLO>",
            "takes took held begins began started starts opens opened kicked was is happened "
            "occurred hosted staged",
            0.8,
        ),
        phrase(
            "event/struck",
            "event_place",
            r"<s:E>{APP} {AUX}(?:struck|hit|made landfall (?:in|on|near)|slammed into|slammed|"
            r"battered|swept through|swept|lashed|tore through|devastated) (?:the )?(?:[a-z]{3,12} "
            r"(?:of|in) )?(?:the )?<o:GL>",
            "struck hit landfall slammed battered swept lashed tore devastated",
            0.8,
        ),
        phrase("event/at", "event_place", r"<s:E>(?: ,)? (?:in|at) (?:the )?<o:GL>", "in at", 0.75),
        phrase("event/place-s", "event_place", r"<o:G> 's <s:E>", "'s", 0.65),
    ),
    (
        Example(
            "Crowds came when the Harbour Film Festival was held in Lisbon.",
            "Harbour Film Festival",
            "Lisbon",
        ),
        Example("He ran the Harbour Marathon in Lisbon.", "Harbour Marathon", "Lisbon"),
    ),
    (
        Counterexample("The Northern Tech Summit might be held in Lisbon.", "a guess"),
        Counterexample("He left the Northern Tech Summit and flew to Lisbon.", "another place"),
    ),
)
_DEATHS = build(
    r"<s:EO>{APP} ?,? ?(?:which )?{AUX}(?:killed|claimed the lives of|left|claimed) "
    r"(?:(?P<least>at least|more than|over|about|around|some|nearly|up to) )?(?P<n>{CARDINAL}) "
    r"(?:people|persons|lives|others|dead|civilians|passengers|soldiers|men|women|children|"
    r"residents|students|victims)"
)


def draw_deaths(view: View, /) -> Iterator[Candidate]:
    """How many an event killed; the event must have a name."""
    for hit in hits(view, _DEATHS, frozenset({"killed", "claimed", "left"})):
        subject, number, stance = hit.entity("s"), cardinal(hit.match["n"]), hit.stance()
        if subject is None or number is None or stance is None:
            continue
        amount = Quantity(hit.span("n"), str(number), comparator(hit.match["least"]), "{person}")
        yield Candidate(
            subject,
            "number_of_deaths",
            QuantityObject(amount),
            "event/deaths",
            (hit.span(),),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.8,
        )


NUMBER_OF_DEATHS = Predicate(
    Declaration(
        "number_of_deaths", frozenset({"event"}), frozenset({"quantity"}), "P1120", merge="latest",
        conflict="same_time",
    ),
    (draw_deaths,),
    (
        Example("Hurricane Odette killed at least 14 people.", "Hurricane Odette", "14"),
        Example(
            "He said Hurricane Harland claimed the lives of 300 people.",
            "Hurricane Harland",
            "300",
            "reported",
        ),
    ),
    (
        Counterexample("Hurricane Odette flooded 14 villages.", "villages"),
        Counterexample("Hurricane Odette could have killed 14 people.", "could have"),
    ),
)
