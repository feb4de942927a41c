"""The fire, crash or attack that an article is about: an event without a name, with its place, day and dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.numbers import cardinal, comparator
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.frame import Place
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.noun_frame import is_open, phrase_of
from worker.pipeline.values import Candidate, Quantity, QuantityObject, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

# Words of one sort are taken for one event: a report calls its fire a blaze.
_SORTS = tuple(
    map(
        lexemes,
        (
            "fire blaze inferno wildfire", "crash collision accident pile-up smash derailment wreck",
            "explosion blast bombing", "attack shooting stabbing massacre ambush raid", "earthquake quake tremor",
            "flood floods flooding landslide mudslide avalanche", "sinking capsizing", "stampede crush",
            "riot riots clashes", "outbreak",
        ),
    )
)  # fmt: skip
_NOUNS = frozenset[str]().union(*_SORTS)
_HAPPEN = forms("happen occur break_out take erupt start begin strike hit unfold")
_KILL = forms("kill claim leave")
_LEAVE = forms("leave")
_DIE = forms("die perish drown kill")
_DEAD = lexemes("people persons lives others passengers soldiers men women children residents students victims workers "
                "civilians worshippers migrants miners")  # fmt: skip
_WHERE = Place(("in", "at", "near", "outside", "on", "off"), "GLO")
_WHEN = Place(("when", "on", "in", "at", "late"), "t")
_LEAD = 700  # characters in which an article tells what it is about
_OFTEN = 2  # an article about a fire names it again
_CONFIDENCE = 0.7


def draw_incidents(view: View, /) -> Iterator[Candidate | Entity]:
    """Place, day and dead of the one incident whose sort the article names first."""
    told = [pair for word in sorted(view.nouns.keys() & _NOUNS) for pair in view.nouns[word] if _is_told(*pair)]
    told.sort(key=lambda pair: pair[0].tokens[pair[1]].span)
    if not told or told[0][0].tokens[told[0][1]].span.start > _LEAD:
        return
    first, head = told[0]
    sort = next(words for words in _SORTS if first.word(head) in words)
    same = [(tree, at) for tree, at in told if tree.word(at) in sort]
    if len(same) < _OFTEN:
        return
    event = _minted(view, same)
    found = [one for tree, at in same for one in _facts(event, tree, at)]
    if found:
        yield event
        yield from found


def _is_told(tree: Tree, at: int) -> bool:
    """Spoken of by the journalist and not in passing: not a part of a compound, a name or a quotation."""
    token = tree.tokens[at]
    named = any(slot.name and slot.span.overlaps(token.span) for slot in tree.slots.values())
    return token.relation != "compound" and at not in tree.quoted and not named and not is_open(tree, at)


def _minted(view: View, same: list[tuple[Tree, int]]) -> Entity:
    """Under the fullest of its first words: "warehouse fire" rather than "fire"."""
    tree, at = next(((t, i) for t, i in same if t.under(i, "compound")), same[0])
    modifiers = [i for i in tree.under(at, "compound") if i < at]
    span = tree.span(min([*modifiers, at]), at)
    return unnamed(view, span, "event", " ".join(span.of(view.text).split()))


def _facts(event: Entity, tree: Tree, at: int) -> Iterator[Candidate]:
    phrase, clause = phrase_of(tree, at), _verb_over(tree, at)
    acts = clause is not None and tree.tokens[at].relation.startswith("nsubj") and clause.words in _HAPPEN | _KILL
    own = [phrase, clause] if clause is not None and acts else [phrase]
    stance = meaning(tree, at if clause is None else clause.verb)
    if stance is None or stance.status not in {"asserted", "reported"} or stance.polarity == "negative":
        return
    for predicate, place in (("event_place", _WHERE), ("event_date", _WHEN)):
        pair = next((p for one in own for p in place.found(one) if acts or tree.tokens[p[0]].head == at), None)
        if pair is not None:
            yield _candidate(event, predicate, pair[1], tree, (at, pair[0]))
    number = _dead(tree, at, clause)
    if number is not None:
        yield _candidate(event, "number_of_deaths", number, tree, (at, clause.verb if clause else at))


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
    if token.relation == "obl":
        who = clause.fill("patient" if clause.passive else "agent") if word in _DIE and tree.case(at) == "in" else ()
    else:
        who = clause.fill("patient") if word in _KILL and not clause.passive else ()
    if word in _LEAVE and "dead" not in {tree.word(i) for i in tree.children[clause.verb]}:
        return None
    for noun in who:
        for amount in tree.under(noun, "nummod"):
            number = cardinal(tree.word(amount))
            if number is not None and tree.word(noun) in _DEAD:
                before = " ".join(tree.word(i) for i in range(max(0, amount - 2), amount))
                bound = next((b for b in ("at least", "more than", "about", "nearly") if before.endswith(b)), None)
                span = tree.span(amount, amount)
                return QuantityObject(Quantity(span, str(number), comparator(bound), "{person}"))
    return None


def _candidate(event: Entity, predicate: str, value: ObjectValue, tree: Tree, ends: tuple[int, int]) -> Candidate:
    span = tree.span(*ends)
    slot = tree.slot(ends[1])
    end = max(span.end, slot.span.end) if slot is not None else span.end
    return Candidate(
        subject=event.id, predicate=predicate, object=value, rule="event/incident",
        evidence=(Span(span.start, end),), confidence=_CONFIDENCE,
    )  # fmt: skip
