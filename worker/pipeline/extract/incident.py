"""The fire, crash or attack that an article is about: an event without a name, with its place, day and dead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.extract.accident import accidents_told, is_called_so
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.frame import Place
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.noun_frame import is_open, phrase_of
from worker.pipeline.extract.toll import DYING, counted, deaths, governors, tolls
from worker.pipeline.values import Candidate, EntityObject, Span, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.accident import Accident
    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.toll import Toll
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

# Words of one sort are taken for one event: a report calls its fire a blaze.
_SORTS = tuple(
    map(
        lexemes,
        (
            "fire fires blaze inferno wildfire wildfires", "crash collision accident pile-up smash derailment wreck",
            "explosion explosions blast blasts bombing bombings airstrike airstrikes",
            "attack attacks shooting shootings stabbing stabbings massacre ambush raid", "earthquake quake tremor",
            "flood floods flooding landslide landslides mudslide avalanche", "sinking capsizing", "stampede crush",
            "riot riots clashes", "outbreak", "tornado tornadoes twister", "hurricane storm storms cyclone typhoon",
            "war invasion offensive aggression", "eruption",
        ),
    )
)  # fmt: skip
_NOUNS = frozenset[str]().union(*_SORTS)
# Of the body, of machines or of words: no incident.
_FIGURES = lexemes("heart panic asthma anxiety cyber ransomware phishing verbal personal political cold trade price")
_OPENING = forms("open return exchange trade hold draw cease catch take")  # "opened fire", "caught fire"
_OF_TOWNS = lexemes("bombing bombings bombardment shelling invasion siege")
_SHOT = lexemes("shooting shootings attack")
_SIGHTS = ("in", "at", "near", "outside", "on")
_HAPPEN = forms("happen occur break_out take erupt start begin strike hit unfold")
_KILL = forms("kill claim leave")
_LEAVE = forms("leave")
_HURTING = forms("injure wound hurt")
_WHERE = Place(("in", "at", "near", "outside", "on", "off"), "GLO")
_STRIKING = forms("strike hit batter devastate rock jolt pound lash slam")
_SPREADING = forms("tear tear_through rip rip_through rage engulf gut break_out rock sweep sweep_through")
_SPREAD_BY = lexemes(
    "fire blaze inferno wildfire explosion blast earthquake quake tremor flood avalanche landslide tornado twister "
    "storm hurricane cyclone typhoon"
)
# Where a verb of accident leads: "into a gorge near Maravo", "off the coast of Maravo".
_SCENE = Place(("in", "near", "off", "at", "outside", "on", "+in", "+near", "+off", "+outside", "+of", "into"), "GL")
_MOMENT = Place(("when", "on", "in", "at", "late", "+of"), "t")  # "in the small hours of Tuesday"
_WHEN = Place(("when", "on", "in", "at", "late"), "t")
_LEAD = 700  # characters in which an article tells what it is about
_OFTEN = 2  # an article about a fire names it again
_CONFIDENCE = 0.7


def draw_incidents(view: View, /) -> Iterator[Candidate | Entity]:
    """Place, day and dead of the one incident that the article tells first, by a noun or by a verb."""
    yield from _others(view)
    same, accidents = [] if view.is_sport else _named(view), accidents_told(view, _LEAD)
    if accidents and (not same or same[0][0].word(same[0][1]) in accidents[0].sort.nouns):
        event, found = _of_verbs(view, accidents)
    elif same:
        event = _minted(view, same)
        found = [one for tree, at in same for one in _facts(event, tree, at)]
    else:
        yield from _of_tolls(view)
        return
    sort = next((words for words in _SORTS if same and same[0][0].word(same[0][1]) in words), frozenset[str]())
    if sort & _SHOT:
        held = {one.predicate for one in found}
        found += [one for clause in _gunfire(view) for one in _scene(event, clause, clause.verb)
                  if one.predicate not in held]  # fmt: skip
    found += [_dead_of(event, toll) for toll in tolls(view) if toll.of is None or toll.tree.word(toll.of) in sort]
    if found:
        yield event
        yield from found


def _others(view: View) -> Iterator[Candidate | Entity]:
    """What the article is not about, but told to have killed so many: "The 2011 earthquake killed 900 people"."""
    main = _named(view)
    sort = next((words for words in _SORTS if main and main[0][0].word(main[0][1]) in words), frozenset[str]())
    for tree, at in () if view.is_sport else _told(view, _NOUNS - sort):
        if _kills(tree, at):
            event = _minted(view, [(tree, at)])
            yield event
            yield from _facts(event, tree, at)


def _gunfire(view: View) -> Iterator[Clause]:
    """The clauses that tell the shooting by its deed: "a gunman opened fire at a mill in Leeds on Monday"."""
    for clause in view.clauses_with(forms("open")):
        fired = any(clause.tree.word(i) == "fire" for i in clause.fill("patient"))
        if fired and clause.verb not in clause.tree.quoted and _holds(clause.tree, clause.verb):
            yield clause


def _of_tolls(view: View) -> Iterator[Candidate | Entity]:
    """"The death toll from the fighting in Norland has reached 800", where nothing else tells of the fighting."""
    for toll in tolls(view):
        if toll.of is not None:
            event = _minted(view, [(toll.tree, toll.of)])
            yield event
            yield _dead_of(event, toll)
            yield from _facts(event, toll.tree, toll.of)


def _dead_of(event: Entity, toll: Toll) -> Candidate:
    stance = meaning(toll.tree, toll.verb)
    return _counted_by(
        stance, _candidate(event, "number_of_deaths", toll.number, toll.tree, (toll.noun, toll.amount))
    )


def _named(view: View) -> list[tuple[Tree, int]]:
    """Where the nouns of the first sort stand, if they are what the article is about."""
    told = _told(view, _NOUNS)
    if not told or told[0][0].tokens[told[0][1]].span.start > _LEAD:
        return []
    first, head = told[0]
    sort = next(words for words in _SORTS if first.word(head) in words)
    same = [(tree, at) for tree, at in told if tree.word(at) in sort]
    return same if len(same) >= _OFTEN or _spreads(first, head) or _kills(first, head) or _is_shot(view, sort) else []


def _is_shot(view: View, sort: frozenset[str]) -> bool:
    """Told by its deed first: "a gunman opened fire ...", and later "the shooting"."""
    return bool(sort & _SHOT) and any(clause.tree.tokens[clause.verb].span.start < _LEAD for clause in _gunfire(view))


def _kills(tree: Tree, at: int) -> bool:
    """What a sentence of the lead is about and killed so many is told, though it is never named again."""
    clause = _verb_over(tree, at)
    if clause is None or not (tree.tokens[at].relation == "nsubj" or _is_told_of(tree, at, clause)):
        return False
    token = tree.tokens[clause.verb]
    main = token.relation == "root" or (token.relation == "ccomp" and clause.verb < token.head)  # ", police said"
    joined = token.relation == "conj" and tree.tokens[token.head].relation == "root"
    return (main or joined) and (_dead(tree, at, clause) is not None or any(deaths(clause)))


def _told(view: View, nouns: frozenset[str]) -> list[tuple[Tree, int]]:
    told = [pair for word in sorted(view.nouns.keys() & nouns) for pair in view.nouns[word] if _is_told(*pair)]
    return sorted(told, key=lambda pair: pair[0].tokens[pair[1]].span)


def _spreads(tree: Tree, at: int) -> bool:
    """"A fire tore through" tells of one though it is never named again."""
    clause = _verb_over(tree, at)
    does = clause is not None and not clause.passive and clause.words in _SPREADING
    return does and tree.word(at) in _SPREAD_BY and tree.tokens[at].relation == "nsubj"


def _of_verbs(view: View, accidents: list[Accident]) -> tuple[Entity, list[Candidate]]:
    """What the verbs tell and those above them ("17 died on Monday when"), then what the nouns add."""
    first = accidents[0]
    event = unnamed(view, first.clause.tree.span(first.thing, first.clause.verb), "event", first.label)
    told = [list(_scene(event, one.clause, one.thing)) for one in accidents if _holds(one.clause.tree, one.clause.verb)]
    if told:
        again = (pair for pair in _told(view, first.sort.nouns) if is_called_so(first, *pair))
        told += [list(_facts(event, *pair)) for pair in again]
    found: list[Candidate] = []
    for more in told:
        held = {one.predicate for one in found}
        found += [one for one in more if one.predicate not in held]
    return event, found


def _scene(event: Entity, clause: Clause, at: int) -> Iterator[Candidate]:
    """Place, day and dead as the clause of an accident or spreading fire tells them."""
    own = [clause, *governors(clause)]
    for predicate, place in (("event_place", _SCENE), ("event_date", _MOMENT)):
        pair = next((p for one in own for p in place.found(one)), None)
        if pair is not None:
            yield _candidate(event, predicate, pair[1], clause.tree, (at, pair[0]))
    for noun, number in deaths(clause):
        yield _counted_by(meaning(clause.tree, clause.verb), _candidate(
            event, "number_of_deaths", number, clause.tree, (at, noun)
        ))  # fmt: skip


def _holds(tree: Tree, at: int) -> bool:
    stance = meaning(tree, at)
    return stance is not None and stance.status in {"asserted", "reported"} and stance.polarity == "positive"


def _is_told(tree: Tree, at: int) -> bool:
    """Spoken of by the journalist and not in passing: not a part of a compound, a name or a quotation."""
    token = tree.tokens[at]
    named = any(slot.name and slot.span.overlaps(token.span) for slot in tree.slots.values())
    kinds = {tree.word(i) for i in tree.under(at, "compound", "amod")}
    figure = bool(kinds & _FIGURES) or _is_gunfire(tree, at)
    return token.relation != "compound" and at not in tree.quoted and not (named or figure or is_open(tree, at))


def _is_gunfire(tree: Tree, at: int) -> bool:
    """"Opened fire", "came under fire": nothing burns."""
    verb = tree.word(tree.tokens[at].head)
    bare = tree.word(at) == "fire" and not tree.under(at, "det", "amod", "compound", "nmod:poss")
    return bare and (verb in _OPENING or tree.case(at) in {"under", "on"})


def _minted(view: View, same: list[tuple[Tree, int]]) -> Entity:
    """Under the fullest of its first words: "warehouse fire" rather than "fire"."""
    tree, at = next(((t, i) for t, i in same if t.under(i, "compound")), same[0])
    first = at
    while first and tree.tokens[first - 1].head == at and _names_sort(tree, first - 1):
        first -= 1
    span = tree.span(first, at)
    label = " ".join(span.of(view.text).split())
    return unnamed(view, span, "event", label[:1].lower() + label[1:] if first == 0 else label)


def _names_sort(tree: Tree, at: int) -> bool:
    """A noun before it tells its sort ("warehouse fire"), a day or a number does not ("Monday night earthquake")."""
    slot = tree.slots.get(at)
    timed = any(other.letter == "t" and other.span.overlaps(tree.tokens[at].span) for other in tree.slots.values())
    sort = tree.tokens[at].relation == "compound" and tree.tokens[at].text.isalpha() and tree.word(at) != "magnitude"
    return sort and slot is None and not timed


def _facts(event: Entity, tree: Tree, at: int) -> Iterator[Candidate]:
    phrase, clause = phrase_of(tree, at), _verb_over(tree, at)
    acts = clause is not None and _is_told_of(tree, at, clause)
    near = {at, *tree.under(at, "nmod")}
    own = [phrase, clause] if clause is not None and acts else [phrase]
    if not _holds(tree, at if clause is None else clause.verb):
        return
    if clause is not None and _spreads(tree, at):
        yield from _scene(event, clause, at)
        return
    for predicate, found in (("event_place", _places(tree, at, own)), ("event_date", _days(tree, at, own))):
        pair = next((p for p in found if acts or tree.tokens[p[0]].head in near), None)
        if pair is not None:
            yield _candidate(event, predicate, pair[1], tree, (at, pair[0]))
    if clause is not None and acts:
        for noun, killed in deaths(clause):
            yield _counted_by(meaning(tree, clause.verb), _candidate(
                event, "number_of_deaths", killed, tree, (at, noun)
            ))  # fmt: skip
    number = _dead(tree, at, clause)
    if number is not None:
        last = clause.verb if clause else at
        yield _counted_by(meaning(tree, last), _candidate(event, "number_of_deaths", number, tree, (at, last)))


def _is_told_of(tree: Tree, at: int, clause: Clause) -> bool:
    """Day and place of the clause are its own: "the fire broke out on", "three people died in the fire on"."""
    subject = tree.tokens[at].relation.startswith("nsubj") and clause.words in _HAPPEN | _KILL | _STRIKING
    died = tree.tokens[at].relation == "obl" and tree.word(clause.verb) in DYING | _HURTING and tree.case(at) == "in"
    return subject or died


def _places(tree: Tree, at: int, own: list[Clause]) -> Iterator[tuple[int, ObjectValue]]:
    """In the phrase or clause; behind a building ("a fire at a mill in Leeds"), and what was bombed."""
    for one in own:
        yield from _WHERE.found(one)
        if one.words in _STRIKING:
            yield from Place(("patient", "into", "through"), "GL").found(one)
    towns = [(i, slot) for i in tree.under(at, "compound") if (slot := tree.slots.get(i)) is not None]
    yield from ((i, EntityObject(s.entity.id)) for i, s in towns if s.letter == "G" and s.entity is not None)
    if tree.word(at) in _OF_TOWNS:
        yield from Place(("of",), "GL").found(own[0])
    for site in (i for one in own for where in _SIGHTS for i in one.fill(where) if i not in tree.slots):
        for inner in tree.under(site, "nmod"):
            slot = tree.slot(inner)
            if tree.case(inner) in _SIGHTS and slot is not None and slot.letter in "GL" and slot.entity is not None:
                yield inner, EntityObject(slot.entity.id)


def _days(tree: Tree, at: int, own: list[Clause]) -> Iterator[tuple[int, ObjectValue]]:
    """In the phrase or clause, or before the noun: "a Monday night earthquake", "Friday's crash"."""
    for one in own:
        yield from (pair for pair in _WHEN.found(one) if _is_day(pair[1]))
    for before in tree.under(at, "compound", "nmod:poss", "nmod:desc", "amod", "nmod:unmarked"):
        slot = tree.slots.get(before)
        value = TimeObject(slot.time, "date") if slot is not None and slot.time is not None else None
        if value is not None and _is_day(value):
            yield before, value


def _is_day(value: ObjectValue) -> bool:
    """Not an hour, whose day the article may tell nowhere: "a 10 p.m. crash"."""
    return isinstance(value, TimeObject) and "T" not in (value.time.edtf or "T")


def _verb_over(tree: Tree, at: int) -> Clause | None:
    """The clause that the noun is subject or phrase of, or that stands behind it: "the fire that killed"."""
    beside = [i for i in tree.under(at, "acl:relcl", "acl") if tree.tokens[i].tag == "VERB"]
    if beside and tree.word(beside[0]) in _KILL:
        return clause_of(tree, beside[0])
    token = tree.tokens[at]
    if token.relation in {"nsubj", "nsubj:pass", "obl"} and tree.tokens[token.head].tag == "VERB":
        return clause_of(tree, token.head)
    return None


def _dead(tree: Tree, at: int, clause: Clause | None) -> ObjectValue | None:
    """"killed at least 12 people", "12 people died in the fire"."""
    if clause is None:
        return None
    word, token = tree.word(clause.verb), tree.tokens[at]
    above = tree.tokens[clause.verb]
    if word in _HURTING and above.relation == "conj":  # "12 people were killed and 30 injured in the crash"
        clause, word = clause_of(tree, above.head), tree.word(above.head)
    if token.relation == "obl":
        who = clause.fill("patient" if clause.passive else "agent") if word in DYING and tree.case(at) == "in" else ()
    else:
        who = (*clause.fill("patient"), *clause.fill("when")) if word in _KILL and not clause.passive else ()
    if word in _LEAVE and "dead" not in {tree.word(i) for i in tree.children[clause.verb]}:
        return None
    return next((number for noun in who if (number := counted(tree, noun)) is not None), None)


def _counted_by(stance: Stance | None, dead: Candidate) -> Candidate:
    """Where and when it happened an article knows itself; the dead are counted by whom it names: "police said"."""
    return dead if stance is None else replace(dead, status=stance.status, attribution=stance.attribution)


def _candidate(event: Entity, predicate: str, value: ObjectValue, tree: Tree, ends: tuple[int, int]) -> Candidate:
    span = tree.span(*sorted(ends))
    slot = tree.slot(ends[1])
    end = max(span.end, slot.span.end) if slot is not None else span.end
    return Candidate(
        subject=event.id, predicate=predicate, object=value, rule="event/incident",
        evidence=(Span(span.start, end),), confidence=_CONFIDENCE,
    )  # fmt: skip
