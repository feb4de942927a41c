"""Coming into an office and leaving it: only where the text is about the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.roles import ALL_HEADS, ROLE_MODIFIER
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import WHEN, Place, evidence, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.extract.syntax.roles import made
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_NEW_ROLE = (
    rf"(?:the |its |their |his |her |a |an |<[OGPR]\d{{1,3}}> 's )?(?:(?:new|next|interim|"
    rf"acting|permanent) )?(?P<o>{ROLE_MODIFIER}{{0,5}}?{ALL_HEADS})(?![\w'-])(?! (?:[a-z][\w-]{{1,20}} "
    rf")?{ALL_HEADS}(?![\w-]))(?: (?:of|at|for) (?:the )?<org:OGLR>)?"
)
_DATED = r"(?:(?: ,)?(?: on| in| last)? <date:t>)?"
_APPOINTING = forms(
    "appoint name promote hire pick choose select tap install confirm swear_in recruit elevate reappoint re-appoint "
    "unveil announce bring_in"
)
_COMING = forms("take_over start begin join return step_in arrive")
_LEAVING = forms("resign step_down stand_down step_aside quit retire bow_out")
_EXITING = forms("leave quit depart exit")
_DISMISSING = forms(
    "sack fire dismiss oust remove axe topple depose relieve dump push_out force_out kick_out boot_out let_go"
)
_FOLLOWING = forms("replace succeed")
_ELECTING = forms("elect re-elect reelect return vote_in")
_SEATS = lexemes("parliament congress senate seat presidency governorship mayoralty by-election")
_BODIES = lexemes("board cabinet council committee commission panel")
_PRIZED = lexemes("best player valuable outstanding top year")
_SUCCESSORS = lexemes("replacement successor")
_BY = Place(("agent",), "POG")
_FROM = Place(("from", "of", "at"), "OG")


def _seat(words: str) -> str | None:
    """A body that people are elected to, or a seat in it."""
    return words if _SEATS & set(words.lower().split()) else None


def _is_by_vote(clause: Clause, thing: ObjectValue) -> bool:
    """Drivers and listeners have seats, too: a bare one is told of with a vote."""
    told = set(thing.value.casefold().split()) if isinstance(thing, TextObject) else set()
    bare = not told & (_SEATS - {"seat"}) and not told & _BODIES and not _VOTED_IN.intersection(told)
    return not bare or not _VOTES.isdisjoint(clause.tree.words)


_VOTED_IN = lexemes("house commons lords assembly legislature council district ward constituency")
_VOTES = lexemes("election elections re-election reelection by-election vote votes voters ballot runoff primary "
                 "majority incumbent party candidate poll polls democrat republican labour conservative district "
                 "constituency parliament senate house council congress assembly")  # fmt: skip


def draw_appointments(view: View, /) -> Iterator[Candidate]:
    """Who was given which office."""
    for clause in view.clauses_with(_APPOINTING):
        for role in made(clause, "called", "as", "to", holder="patient"):
            if _is_office(role):
                yield from _changed(clause, "appointed_to", role.holder.id, role.holder_at, role)
        holder, held = _person(clause, "patient"), _inherited(view, clause) or _beside(view, clause)
        if holder is not None and held is not None:
            yield from _changed(clause, "appointed_to", holder[1], holder[0], held)


def draw_successions(view: View, /) -> Iterator[Candidate]:
    """Who took an office over: "begins as chairman", "replaced Roe as coach", "succeeds Mayor Roe"."""
    for clause in view.clauses_with(_FOLLOWING):
        follower, held = _person(clause, "agent"), next(made(clause, "as"), None) or _of_either(view, clause)
        if follower is not None and held is not None and not clause.passive:
            yield from _changed(clause, "appointed_to", follower[1], follower[0], held)
    for clause in view.clauses_with(_COMING):
        for role in made(clause, "as") if not clause.passive else ():
            if _is_office(role):
                yield from _changed(clause, "appointed_to", role.holder.id, role.holder_at, role)


def draw_departures(view: View, /) -> Iterator[Candidate]:
    """Who left which office, or was made to; where the clause does not name it, what else he is called tells it."""
    for clause in view.clauses_with(_LEAVING):
        habit = any(clause.tree.tokens[at].tag == "NOUN" for at in clause.fill("called"))  # "quit smoking"
        if not clause.passive and not clause.fill("patient") and not habit:
            yield from _left(view, clause, "agent")
    for clause in view.clauses_with(_DISMISSING):
        yield from _left(view, clause, "patient")
    for clause in view.clauses_with(_ANNOUNCING):
        if not clause.passive and any(_is_own_exit(clause.tree, at) for at in clause.fill("patient")):
            yield from _left(view, clause, "agent")


def _is_own_exit(tree: Tree, at: int) -> bool:
    """Reads "announced her resignation", not somebody else's."""
    return tree.word(at) in _EXITS and any(tree.word(i) in {"his", "her", "their"} for i in tree.under(at, "nmod:poss"))


_ANNOUNCING = forms("announce tender submit hand_in offer confirm")
_EXITS = lexemes("resignation retirement departure exit")


def draw_exits(view: View, /) -> Iterator[Candidate]:
    """Who leaves the very body that he is said to hold an office of: "Halvex's chairman, Roe, will leave the firm"."""
    for clause in view.clauses_with(_EXITING):
        holder = _person(clause, "agent") if not clause.passive else None
        left = {slot.entity.id for at in clause.fill("patient") if (slot := clause.tree.slot(at)) and slot.entity}
        if holder is None or not left:
            continue
        offices = (r for r in view.roles if r.holder.id == holder[1] and r.sort == "office")
        held = next((r for r in offices if r.body is not None and r.body.id in left), None)
        if held is not None:
            yield from _changed(clause, "left_position", holder[1], holder[0], held)


def _leaves_body(clause: Clause, thing: ObjectValue) -> bool:
    """A firm, a party or a band is left for good; a hospital, a court and a school are walked out of."""
    words = {token.text.casefold() for token in clause.tree.tokens}
    return not _BUILDINGS & set(clause.tree.label_of(thing).casefold().split()) and not _BEHIND & words


_BUILDINGS = lexemes("hospital court courthouse university college school prison jail centre center hotel airport "
                     "station church restaurant museum stadium arena bar pub house palace")  # fmt: skip
_BEHIND = lexemes("behind alone door open legacy mark message note")


def draw_elections(view: View, /) -> Iterator[Candidate]:
    """Who was elected what."""
    for clause in view.clauses_with(_ELECTING):
        for role in made(clause, "called", "as", holder="patient"):
            yield from _changed(clause, "elected_to", role.holder.id, role.holder_at, role)


def _is_office(role: Role) -> bool:
    """Best actor and player of the match are prizes, and a victim is named as a plumber."""
    return role.sort == "office" and not _PRIZED & set(role.words.lower().split())


def _left(view: View, clause: Clause, place: str) -> Iterator[Candidate]:
    told = next(made(clause, "as", "from", holder=place), None)
    holder = _person(clause, place)
    role = told or (_office_of(view, clause, holder[1]) if holder is not None else None)
    if holder is not None and role is not None:
        yield from _changed(clause, "left_position", holder[1], holder[0], role)


def _seat_left(words: str) -> str | None:
    """What one resigns from besides an office: "the board of Halvex"."""
    return words if _BODIES & set(words.lower().split()) else None


def _office_of(view: View, clause: Clause, person: str) -> Role | None:
    """The office that somebody is said to hold: in the same sentence, else the one that the article tells."""
    held = [r for r in view.roles if r.holder.id == person and r.sort == "office" and not r.former]
    here = [r for r in held if r.tree is clause.tree]
    return here[0] if here else held[0] if len({r.words.lower() for r in held}) == 1 else None


def _beside(view: View, clause: Clause) -> Role | None:
    """For "Finance Minister Jane Roe, appointed in July," the office before the name."""
    holder = _person(clause, "patient")
    if not clause.passive or holder is None or clause.fill("called") or clause.fill("as"):
        return None
    held = (r for r in view.roles if r.tree is clause.tree and r.holder.id == holder[1] and r.sort == "office")
    return next(held, None)


def _of_either(view: View, clause: Clause) -> Role | None:
    """The office that goes from one to the other: the follower's, or that of whom he follows."""
    both = [_person(clause, place) for place in ("agent", "patient")]
    found = (_office_of(view, clause, person[1]) for person in both if person is not None)
    return next((role for role in found if role is not None), None) if None not in both else None


def _inherited(view: View, clause: Clause) -> Role | None:
    """The office of the one whose replacement somebody is named."""
    for at in (*clause.fill("as"), *clause.fill("called")):
        owner = next((clause.tree.slot(i) for i in clause.tree.under(at, "nmod:poss")), None)
        if clause.tree.word(at) in _SUCCESSORS and owner is not None and owner.entity is not None:
            return next((r for r in view.roles if r.holder.id == owner.entity.id and r.sort == "office"), None)
    return None


def _person(clause: Clause, place: str) -> tuple[int, str] | None:
    """Token and entity id of who stands in the place."""
    for at in clause.fill(place):
        slot = clause.tree.slot(at)
        if slot is not None and slot.letter == "P" and slot.entity is not None:
            return at, slot.entity.id
    return None


def _changed(clause: Clause, predicate: str, person: str, at: int, role: Role) -> Iterator[Candidate]:
    stance = meaning(clause.tree, clause.verb) if clause.verb not in clause.tree.quoted else None
    if stance is None:
        return
    places = {"date": WHEN, "appointed_by" if predicate == "appointed_to" else "by": _BY, "org": _FROM}
    found = {name: next((value for _, value in place.found(clause)), None) for name, place in places.items()}
    if role.body is not None:
        found["org"] = EntityObject(role.body.id)
    date = found["date"].time if isinstance(found["date"], TimeObject) else None
    here = role.tree is clause.tree
    yield Candidate(
        person, predicate, TextObject(role.words), f"change/{clause.words.replace(' ', '-')}",
        (evidence(clause, (at, role.at if here else clause.verb)),),
        tuple((name, value) for name, value in found.items() if value is not None and value != EntityObject(person)),
        stance.status, stance.polarity, stance.attribution, confidence=0.84, event_time=date,
    )  # fmt: skip


APPOINTED_TO = Predicate(
    Declaration("appointed_to", PERSON, frozenset({"string"}), "P39", identity=("date",)),
    (
        draw_appointments,
        draw_successions,
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
        draw_departures,
        draw_exits,
        frame("change/leaves", "left_position", "leave quit depart exit", "agent:P", "patient:O", voice="active",
              confidence=0.75, accept=_leaves_body),
        NounFrame(frame("change/leaving", "left_position", "departure exit resignation ouster ousting dismissal firing "
                        "sacking", "owner:P", "from:O", confidence=0.75, accept=_leaves_body)),
        frame("change/left-seat", "left_position", "resign step_down quit retire", "agent:P", "from:*",
              refine=_seat_left),
        frame("change/dismissed-by", "left_position", "sack fire dismiss axe", "patient:P", "agent|from|by:O",
              confidence=0.75),
    ),
    (
        Example(
            "Peter Albrook resigned as chairman of Nordbank Holdings on Monday.", "Peter Albrook", "chairman"
        ),
        Example("Mia Quill stepped down as mayor in 2019.", "Mia Quill", "mayor"),
        Example("Nordbank Holdings' chairman, Peter Albrook, left the company in May.", "Peter Albrook", "chairman"),
        Example("The chairman of Nordbank Holdings, Peter Albrook, resigned on Friday.", "Peter Albrook", "chairman"),
        Example("Mia Quill left Nordbank Holdings in 2019.", "Mia Quill", "Nordbank Holdings"),
    ),
    (
        Counterexample("Peter Albrook refused to resign as chairman.", "refused"),
        Counterexample("Peter Albrook left Marlow Hospital on Monday.", "a patient"),
        Counterexample("Should Mia Quill step down as mayor?", "a question"),
    ),
)
ELECTED_TO = Predicate(
    Declaration(
        "elected_to", PERSON, frozenset({"string", "organization", "event"}), "P39", identity=("date",)
    ),
    (
        draw_elections,
        frame("change/entered", "elected_to", "enter win take retain regain capture wrest gain",
              "agent:P", "patient:*", refine=_seat, accept=_is_by_vote),
        phrase(
            "change/elected-to",
            "elected_to",
            r"<s:P>{APP} {AUX}(?:elected|re-elected|reelected) to (?:the |<[OG]\d{1,3}> 's )?{ADJ}<o:O>(?! 's){DATE}",
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
    ),
    (
        Example("Carla Velez was elected mayor of Lisbon in 2018.", "Carla Velez", "mayor"),
        Example("Leo Brandt was elected to the city council in 2016.", "Leo Brandt", "city council"),
        Example("Carla Velez retained her seat in the election.", "Carla Velez", "her seat"),
    ),
    (
        Counterexample("Carla Velez was nominated for mayor of Lisbon.", "a candidacy"),
        Counterexample("Leo Brandt hopes to be elected to the city council.", "a hope"),
        Counterexample("Leo Brandt took a seat by the window.", "a chair"),
    ),
)
