"""What happened to somebody, and when, where and how deadly an event was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from worker.pipeline.extract.acts import draw_acts
from worker.pipeline.extract.gathering import draw_gatherings
from worker.pipeline.extract.incident import draw_incidents
from worker.pipeline.extract.numbers import ORDINAL, cardinal, comparator
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import AGENT, PLACE, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import frame, spread
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.values import (
    Candidate,
    Declaration,
    EntityObject,
    Quantity,
    QuantityObject,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.frame import Frame
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue


_DATE = r"(?:(?: ,)?(?: on| in| at| last| late on| early on)? <date:t>)?"
# What is done to somebody, and what it is called: its noun, head first, as on an index card.
_DONE = {
    "arrest": "arrest", "detain": "detention", "suspend": "suspended", "ban": "ban", "fine": "fined",
    "hospitalise hospitalize airlift": "hospitalized", "injure wound": "injury", "rescue": "rescue",
    "deport": "deportation", "extradite": "extradition", "impeach": "impeachment", "kidnap": "kidnapping",
    "abduct": "abduction", "evacuate": "evacuation", "shoot": "shooting", "stab": "stabbing",
    "diagnose": "diagnosis", "expel": "expulsion", "disqualify": "disqualification", "inaugurate": "inauguration",
    "knight": "knighthood", "bury": "burial", "execute": "execution", "bail": "bail",
    "remand": "remanded in custody", "free": "release", "swear_in": "swearing-in",
    "raid": "raid", "nationalise nationalize": "nationalization",
    "send_off": "sent off", "relegate": "relegation", "blacklist sanction": "sanctions",
    "reprimand": "reprimand", "hijack": "hijacking", "exile": "exile",
    "pardon": "pardon", "cremate": "cremation", "quarantine": "quarantine", "ambush": "ambush",
}  # fmt: skip
# Only in the passive: whoever "hurts" or "hacks" somebody may do it in a figure of speech.
_SUFFERED = {
    "hurt": "injury", "hack": "hack", "poison": "poisoning", "attack": "attack", "mug rob": "robbery",
}  # fmt: skip
# What somebody does or what befalls him.
_DID = {
    "collapse": "collapse", "capsize": "capsizing", "run_aground": "grounding", "explode": "explosion",
    "drop_out": "dropping out", "reopen": "reopening", "divorce": "divorce", "elope": "elopement",
}  # fmt: skip
# These need a day, a place or somebody to whom: else they are told of plays, or of fighters who tire.
_SETTLED = {"surrender": "surrender", "disappear vanish": "disappearance", "escape": "escape"}
# Verb, its object or phrase, and what both are called: "underwent surgery", "went on strike".
_PHRASES = (
    ("undergo have need", "patient", "surgery operation transplant biopsy", "surgery"),
    ("give", "patient", "birth", "giving birth"),
    ("file", "for", "divorce", "filing for divorce"),
    ("file", "for", "bankruptcy protection", "bankruptcy filing"),
    ("declare", "patient", "bankruptcy", "bankruptcy"),
    ("go fall enter slide", "into|patient", "administration receivership liquidation bankruptcy", "administration"),
    ("go", "on", "strike", "strike"),
    ("test", "called", "positive", "positive test"),
    ("concede", "patient", "defeat", "concession"),
    ("announce", "patient", "retirement", "retirement"),
    ("make", "patient", "debut", "debut"),
    ("go", "called", "public", "going public"),
    ("go", "called", "bankrupt bust", "bankruptcy"),
    ("survive", "patient", "attack shooting crash attempt explosion bombing stabbing earthquake", "survival"),
    ("take place put", "into|under|patient", "custody arrest", "arrest"),
    ("place put", "under", "investigation", "investigation"),
    ("release free", "from|on", "prison jail custody detention hospital bail", "release"),
    ("take rush admit", "to", "hospital", "hospitalized"),
    ("admit", "to", "clinic hospice", "hospitalized"),
    ("catch", "patient", "fire", "fire"),
)
_RECORDS = re.compile(r"(?:[\w'-]{1,20} ){0,4}records?", re.IGNORECASE)
_HURT = re.compile(
    r"(?:[\w'-]{1,20} ){0,4}(?:injur(?:y|ies)|stroke|heart attack|concussion|fracture|wounds?|burns|cardiac arrest|"
    r"strain|seizure|miscarriage|breakdown|bruising)(?: to [\w' -]{1,40})?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:his|her|their) (?:[a-z]{1,12} ){0,2}(?:leg|arm|ankle|knee|hip|wrist|foot|hand|finger|thumb|toe|neck|back|"
    r"nose|jaw|collarbone|ribs?|shoulder|elbow|achilles|hamstring|acl|ligaments?|pelvis|skull|cheekbone|femur|tibia|calf|groin|"
    r"cruciate)(?: [a-z]{1,12})?",
    re.IGNORECASE,
)
_OFTEN = 2  # mentions of whom an article is about
_LEAD = 600  # characters in which it tells whom it is about
_UNNAMED = frozenset({"arrest", "detention"})  # kept of people who are named later


def _holds(place: str, words: str) -> Callable[[Clause, ObjectValue], bool]:
    """Whether one of the words fills one of the places."""
    wanted, places = frozenset(words.split()), place.split("|")
    return lambda clause, _: any(clause.tree.word(at) in wanted for where in places for at in clause.fill(where))


def _is_of_nothing(clause: Clause, _: ObjectValue) -> bool:
    """Cleared of a crime is for the courts' predicate to tell."""
    return not clause.fill("of") or _holds("of", "wrongdoing misconduct")(clause, _)


def _is_plain(clause: Clause, _: ObjectValue) -> bool:
    """Not done to oneself, and not of "neither the suspect nor an officer"."""
    tree = clause.tree
    slots = [[tree.slot(at) for at in clause.fill(place)] for place in ("agent", "patient")]
    ends = [{slot.entity.id for slot in some if slot is not None and slot.entity is not None} for some in slots]
    return not (ends[0] & ends[1]) and not {"nor", "neither"} & {tree.word(i) for i in range(clause.verb)}


def _is_settled(clause: Clause, value: ObjectValue) -> bool:
    """Told with a day, a place or whom to, of nothing but the subject."""
    tree = clause.tree
    held = [tree.slot(at) for place in ("when", "on", "in", "at", "near", "from") for at in clause.fill(place)]
    placed = any(slot is not None and slot.letter in "tGL" for slot in held)
    return (placed or bool(clause.fill("to"))) and not clause.fill("patient") and _is_plain(clause, value)


def _is_intransitive(clause: Clause, value: ObjectValue) -> bool:
    return not clause.fill("patient") and _is_plain(clause, value)


def _goes_missing(clause: Clause, _: ObjectValue) -> bool:
    return clause.tree.word(clause.verb + 1) == "missing"


def _is_free(clause: Clause, value: ObjectValue) -> bool:
    """Cleared of a charge; whom doctors clear "to play" was ill."""
    to_do = clause.tree.under(clause.verb, "xcomp", "advcl")
    return not to_do and not clause.fill("for") and _is_of_nothing(clause, value)


def _is_bare(clause: Clause, _: ObjectValue) -> bool:
    return not clause.fill("patient") and not clause.passive


def _is_named(clause: Clause, _: ObjectValue) -> bool:
    """Not "his arrest" or "the arrest of a king", for that may be of anybody."""
    held = (*clause.fill("owner"), *clause.fill("of"))
    slot = clause.tree.slot(held[0]) if held else None
    return slot is not None and slot.name


def _is_name(clause: Clause, _: ObjectValue) -> bool:
    """Who is killed is called by name; what befell "a man" is told of the event."""
    slots = [clause.tree.slot(at) for at in clause.fill("patient")]
    return any(slot is not None and slot.entity is not None and slot.entity.named for slot in slots)


def _injury(words: str) -> str | None:
    """The body's part that is broken: "his ankle" makes an ankle injury."""
    return f"{words.partition(' ')[2]} injury" if _BODY.fullmatch(words) else None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda words: words if pattern.fullmatch(words) else None


def _happening(rule: str, verbs: str, who: str, label: str | None, **more: Any) -> Frame:
    return frame(
        f"event/{rule}", "significant_event", verbs, who, more.pop("thing", None), object_text=label,
        qualifiers=("place=in|at|near|outside|off:GLO", "by=agent|by:O"), confidence=0.75, **more,
    )  # fmt: skip


_HAPPENINGS: tuple[Callable[[View], Iterator[Candidate]], ...] = (
    *(_happening("done", verbs, "patient:PO", label, accept=_is_plain) for verbs, label in _DONE.items()),
    *(_happening("done", verbs, "patient:PO", label, voice="passive", accept=_is_plain)
      for verbs, label in _SUFFERED.items()),
    *(_happening("did", verbs, "agent:PO" if verbs == "reopen" else "agent:POD", label, voice="active",
                 accept=_is_plain if verbs in {"reopen", "divorce"} else _is_intransitive)
      for verbs, label in _DID.items()),
    *(_happening("did", verbs, "agent:P", label, voice="active", accept=_is_settled)
      for verbs, label in _SETTLED.items()),
    _happening("did", "lay_off cut shed slash axe", "agent:O", "layoffs",
               accept=_holds("patient", "workers employees staff staffers jobs positions")),
    _happening("did", "derail", "agent:D", "derailment", voice="active", accept=_is_intransitive),
    _happening("did", "go", "agent:PO", "going missing", voice="active", accept=_goes_missing),
    _happening("did", "seize take", "agent:O", "takeover", accept=_holds("patient", "control power")),
    _happening("cleared", "acquit clear exonerate", "patient:P", "cleared", accept=_is_free),
    _happening("withdrew", "withdraw pull_out", "agent:P", "withdrawal", accept=_is_bare),
    _happening("administrators", "take assume", "of:O", "administration",
               accept=_holds("agent", "administrators receivers liquidators")),
    _happening("called-in", "call_in appoint", "agent:O", "administration",
               accept=_holds("patient", "administrators receivers liquidators")),
    *(_happening("did", verbs, "agent|patient:PO", label, accept=_holds(place, words))
      for verbs, place, words, label in _PHRASES),
    *(NounFrame(_happening("noun", noun, "owner|of:P", noun, accept=_is_named))
      for noun in ("arrest", "detention", "extradition", "deportation", "suspension", "kidnapping", "abduction",
                   "disappearance", "release", "impeachment", "execution", "funeral")),
)  # fmt: skip


# These say what happened in so many words that they count for whomever they are told of.
_MISHAPS: tuple[Callable[[View], Iterator[Candidate]], ...] = (
    _happening("slain", "assassinate", "patient:P", "assassination", accept=_is_name),
    _happening("slain", "kill murder slay", "patient:P", "killing", voice="passive", accept=_is_name),
    _happening("record", "set break smash beat shatter equal hold", "agent:POG", None, thing="patient:*",
               refine=_matching(_RECORDS)),
    _happening("suffered", "suffer sustain have", "agent:P", None, thing="patient:*", refine=_matching(_HURT)),
    _happening("broke", "break rupture tear fracture injure dislocate damage", "agent:P", None,
               thing="patient:*", refine=_injury),
)  # fmt: skip


def draw_happenings(view: View, /) -> Iterator[Candidate]:
    """What befell those whom the article is about; a side remark on somebody else is no event of it."""
    for rule in _HAPPENINGS:
        for one in rule(view):
            if one.polarity == "positive" and _is_of_the_story(view, one):  # what did not happen is no event
                yield one
    yield from (one for one in draw_acts(view) if _is_of_the_story(view, one))
    for rule in _MISHAPS:
        told = (one for one in rule(view) if one.polarity == "positive" or one.rule != "event/slain")
        yield from (one for one in told if _is_called(view.entities[one.subject]))


def _is_called(entity: Entity) -> bool:
    """By a name, and by more than a letter."""
    return entity.named and len(entity.label.strip(".")) > 1


def _is_of_the_story(view: View, one: Candidate) -> bool:
    entity = view.entities[one.subject]
    if not _is_called(entity):
        return isinstance(one.object, TextObject) and one.object.value in _UNNAMED
    return len(entity.mentions) >= _OFTEN or entity.mentions[0].span.start < _LEAD


_BIRTHDAY = build(
    rf"<PR>(?: ,)? {{AUX}}(?:celebrated|celebrates|marked|marks|toasted) <s:PR> 's (?:[a-z][\w-]{{1,16}} ){{0,2}}"
    rf"(?P<o>{ORDINAL} (?:wedding )?(?:birthday|anniversary)){{DATE}}"
)


def draw_birthdays(view: View, /) -> Iterator[Candidate]:
    """A celebrated birthday is an event of those whose it is, whoever celebrates it."""
    for hit in hits(view, _BIRTHDAY, frozenset({"birthday", "anniversary"})):
        whose, words, stance = hit.slot("s"), hit.words("o"), hit.stance("o")
        slot = hit.slot("date")
        when = slot.time if slot is not None else None
        for one in spread(whose) if whose and stance else ():
            if stance and words and isinstance(one, EntityObject) and _is_called(view.entities[one.entity]):
                yield Candidate(
                    one.entity, "significant_event", TextObject(words), "event/birthday", (hit.span(),),
                    qualifiers=(("date", TimeObject(when, "date")),) if when is not None else (),
                    status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
                    event_time=when,
                )  # fmt: skip


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
        Example("Police arrested Leo Brandt at his home on Monday.", "Leo Brandt", "arrest"),
        Example("Leo Brandt, detained at the airport on Monday, said nothing.", "Leo Brandt", "detention"),
        Example("Officers announced the arrest of Leo Brandt on Monday.", "Leo Brandt", "arrest"),
        Example("Mia Quill broke her ankle in training.", "Mia Quill", "ankle injury"),
        Example("Mia Quill suffered a heart attack in May.", "Mia Quill", "heart attack"),
        Example("Mia Quill set a world record in the final.", "Mia Quill", "world record"),
        Example("Halvex Systems went into administration in June.", "Halvex Systems", "administration"),
        Example("Mia Quill underwent surgery on Friday.", "Mia Quill", "surgery"),
        Example("Mia Quill was kidnapped in Leeds in 2014.", "Mia Quill", "kidnapping"),
        Example("Mia Quill went missing in Leeds on Friday.", "Mia Quill", "going missing"),
        Example("Leo Brandt surrendered to police on Friday.", "Leo Brandt", "surrender"),
        Example("Leo Brandt was killed in a bombing in Leeds.", "Leo Brandt", "killing"),
        Example("Leo Brandt was assassinated in 1968.", "Leo Brandt", "assassination"),
        Example("Norland suspended the treaty on Monday. Norland did not say why.", "Norland", "suspended treaty"),
        Example("Halvex Systems laid off 200 workers in January.", "Halvex Systems", "layoffs"),
        Example("Halvex Systems filed for Chapter 11 bankruptcy protection.", "Halvex Systems", "bankruptcy filing"),
    ),
    (
        Counterexample("Leo Brandt may be arrested in Leeds.", "a guess"),
        Counterexample("The new taxes hurt Leo Brandt in the polls.", "a figure of speech"),
        Counterexample("Leo Brandt meekly surrendered in the ninth round.", "a fighter"),
        Counterexample("Doctors cleared Leo Brandt to play on Sunday.", "of no charge"),
        Counterexample("Neither Leo Brandt nor the driver was injured.", "nobody"),
        Counterexample("Leo Brandt has been neither arrested nor fined.", "denied"),
        Counterexample("Halvex Systems may suspend the plan.", "a guess"),
        Counterexample("Mia Quill called for the arrest of Leo Brandt.", "a wish"),
        Counterexample("Police issued a warrant for the arrest of Leo Brandt.", "a warrant"),
        Counterexample("Mia Quill watched the arrest in Leeds.", "a witness"),
    ),
)
# These last for days: a day told beside their name is that of a final or a prize.
_LASTING = re.compile(
    r"\b(?:festival|championships?|week|season|games|tour|cup|league|open|war|fair|biennale|tournament)\b",
    re.IGNORECASE,
)


def _is_of_a_day(hit: Hit) -> bool:
    slot = hit.slot("o")
    by_day = slot is not None and slot.time is not None and slot.time.precision == "day"
    return not (by_day and _LASTING.search(hit.words("s") or ""))


_BEGIN = "begin start open kick_off end close take happen occur"
_STRIKE = "strike hit batter devastate pummel lash slam sweep tear rip ravage"


@dataclass(frozen=True, slots=True)
class Coast:
    """The land that a storm strikes, also as "the coast of Norland"."""

    places: tuple[str, ...]

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        tree = clause.tree
        heads = [at for place in self.places for at in clause.fill(place)]
        for at in (*heads, *(i for head in heads for i in tree.under(head, "nmod", "nmod:poss"))):
            slot = tree.slot(at)
            if slot is not None and slot.letter in "GL" and slot.entity is not None:
                yield at, EntityObject(slot.entity.id)
                return


EVENT_DATE = Predicate(
    Declaration("event_date", frozenset({"event"}), frozenset({"date"}), "P585"),
    (
        draw_incidents,
        draw_gatherings,
        frame("event/held-on", "event_date", "hold host stage schedule", "patient:E", "when|on|in|from:t"),
        frame("event/begins-on", "event_date", _BEGIN, "agent:E", "when|on|in|from:t", confidence=0.78),
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
        phrase("event/in-year", "event_date", r"<s:E> (?:in|on) <o:t>", "in on", 0.7, accept=_is_of_a_day),
    ),
    (
        Example("Students staged a walkout on Monday.", "walkout", "2024-03-11"),
        Example(
            "A Monday night earthquake in Leeds killed nine people. The quake broke roads.", "earthquake", "2024-03-11"
        ),
        Example("The coach crash happened on Sunday. The crash closed a road.", "coach crash", "2024-03-10"),
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
        draw_incidents,
        draw_gatherings,
        frame("event/held-in", "event_place", "hold host stage", "patient:E", "in|at:GLO"),
        frame("event/begins-in", "event_place", _BEGIN, "agent:E", "in|at:GLO"),
        frame("event/strikes", "event_place", _STRIKE, "agent:E", Coast(("patient", "into", "through", "in", "on"))),
        phrase(
            "event/described-in",
            "event_place",
            r"<s:E> (?:event|ceremony|show|conference|fair|exhibition|final|race|concert|gig)(?: <t>)? (?:in|at) "
            r"(?:the )?<o:GLO>",
            "event ceremony show conference fair exhibition final race concert gig",
            0.8,
        ),
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
        Example("A vigil was held in Lisbon on Monday.", "vigil", "Lisbon"),
        Example("The Lisbon landslide killed nine people on Monday.", "landslide", "Lisbon"),
        Example("He ran the Harbour Marathon in Lisbon.", "Harbour Marathon", "Lisbon"),
        Example("Hurricane Odette struck the coast of Norland on Monday.", "Hurricane Odette", "Norland"),
        Example(
            "A warehouse fire in Leeds killed 12 people on Monday. The blaze spread fast.", "warehouse fire", "Leeds"
        ),
        Example(
            "A coach crash occurred near Lisbon late on Sunday. Nobody saw the crash.", "coach crash", "Lisbon"
        ),
    ),
    (
        Counterexample("Residents of Leeds fear a fire in Lisbon. A fire in Lisbon is possible.", "a fear"),
        Counterexample("The Northern Tech Summit might be held in Lisbon.", "a guess"),
        Counterexample("He left the Northern Tech Summit and flew to Lisbon.", "another place"),
    ),
)
_DEATHS = build(
    r"<s:E>{APP} ?,? ?(?:which )?{AUX}(?:killed|claimed the lives of|left|claimed) "
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
    (draw_deaths, draw_incidents),
    (
        Example(
            "A warehouse fire in Leeds killed 12 people on Monday. The blaze spread fast.", "warehouse fire", "12"
        ),
        Example("Nine people died in the coach crash near Lisbon. The crash closed a road.", "coach crash", "9"),
        Example("The death toll from the attacks on Lisbon had reached 19,667.", "attacks", "19667"),
        Example("Hurricane Odette killed at least 14 people.", "Hurricane Odette", "14"),
        Example(
            "He said Hurricane Harland claimed the lives of 300 people.",
            "Hurricane Harland",
            "300",
            "reported",
        ),
    ),
    (
        Counterexample("The death toll from the attacks on Lisbon could reach 800.", "a forecast"),
        Counterexample("Mia Quill had two heart attacks that killed her mood on 14 days.", "of the body"),
        Counterexample("Hurricane Odette flooded 14 villages.", "villages"),
        Counterexample("Hurricane Odette could have killed 14 people.", "could have"),
    ),
)
