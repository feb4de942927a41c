"""Accidents told by a verb: the ferry that capsized, the bus that plunged, the roof that collapsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.toll import deaths

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View


@dataclass(frozen=True, slots=True)
class Sort:
    """`things` to which it befalls by `verbs`; `called` is what it is, `nouns` what a report may call it too."""

    things: frozenset[str]
    verbs: frozenset[str]
    called: str
    nouns: frozenset[str]


_CRASH = lexemes("crash collision accident pile-up smash wreck derailment disaster tragedy")
_SORTS = (
    Sort(
        lexemes("ferry boat ship vessel dinghy trawler yacht raft canoe catamaran barge freighter"),
        forms("capsize capsize_off sink sink_off founder founder_off overturn keel_over go_down"), "sinking",
        lexemes("sinking capsizing shipwreck accident disaster tragedy"),
    ),
    Sort(
        lexemes("bus minibus minivan lorry truck van car taxi jeep motorcycle motorbike tanker pickup rickshaw "
                "coach"),
        forms("crash plunge overturn collide skid careen veer swerve hurtle plough plow roll_over plunge_off skid_off "
              "careen_off veer_off swerve_off"), "crash", _CRASH,
    ),
    Sort(lexemes("plane airplane aeroplane airliner aircraft helicopter jet chopper glider"),
         forms("crash crash_off plunge plummet go_down"), "crash", _CRASH),
    Sort(lexemes("train tram"), forms("derail crash collide"), "crash", _CRASH),
    Sort(lexemes("building bridge roof mine dam wall flyover tower balcony tunnel scaffolding"),
         forms("collapse cave_in"), "collapse", lexemes("collapse accident disaster tragedy")),
)  # fmt: skip
_VERBS = frozenset[str]().union(*(sort.verbs for sort in _SORTS))
_PAST = frozenset({"VBD", "VBN"})  # the present tense tells of films, rules and what often happens
_OFTEN = 2  # a report names what it happened to, or what happened, again


@dataclass(frozen=True, slots=True)
class Accident:
    """The clause that tells it, the token of what it befell, and its sort."""

    clause: Clause
    thing: int
    sort: Sort

    @property
    def label(self) -> str:
        return f"{self.clause.tree.tokens[self.thing].lemma.lower()} {self.sort.called}"


def accidents_told(view: View, lead: int) -> list[Accident]:
    """Where the journalist tells the first one within `lead` characters, if the article comes back to it."""
    if view.is_sport:
        return []
    found = [one for clause in view.clauses_with(_VERBS) if (one := _accident(clause, lead)) is not None]
    found.sort(key=lambda one: one.clause.tree.tokens[one.clause.verb].span)
    first = next((one for one in found if _is_topic(view, one)), None)
    return [one for one in found if first is not None and one.label == first.label]


def _accident(clause: Clause, lead: int) -> Accident | None:
    tree = clause.tree
    token = tree.tokens[clause.verb]
    if clause.verb in tree.quoted or token.span.start > lead or token.fine not in _PAST or clause.fill("called"):
        return None
    if not clause.passive and any(not _is_measure(tree, i) for i in clause.fill("patient")):
        return None  # whoever sinks a ship is no accident
    for thing in clause.fill("patient" if clause.passive else "agent"):
        lemma = tree.tokens[thing].lemma.lower()
        sort = next((s for s in _SORTS if lemma in s.things and clause.words in s.verbs), None)
        if sort is not None and not _is_aside(tree, thing):
            return Accident(clause, thing, sort)
    return None


def _is_measure(tree: Tree, at: int) -> bool:
    """What was read as an object: "plunged 200 metres", "skidded off the road"."""
    return bool(tree.case(at) or tree.under(at, "nummod"))


def _is_aside(tree: Tree, thing: int) -> bool:
    """"His plane crashed" is told of him, and "no train derailed" of none."""
    return bool(tree.under(thing, "nmod:poss")) or "no" in {tree.word(i) for i in tree.under(thing, "det")}


def _is_topic(view: View, accident: Accident) -> bool:
    tree = accident.clause.tree
    words = {tree.word(accident.thing), tree.tokens[accident.thing].lemma.lower(), *accident.sort.nouns}
    again = sum(len(view.nouns.get(word, ())) for word in sorted(words))
    return again >= _OFTEN or any(deaths(accident.clause))


def is_called_so(accident: Accident, tree: Tree, at: int) -> bool:
    """Whether the noun there speaks of it: "the crash", "the bus crash", but not "a jeep crash on the same road"."""
    article = {tree.word(i) for i in tree.under(at, "det")}
    kinds = {tree.word(i) for i in tree.under(at, "compound")}
    return article <= {"the", "this"} and bool(article) and kinds <= {accident.label.split(maxsplit=1)[0]}
