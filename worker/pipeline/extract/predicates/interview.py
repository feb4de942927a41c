"""Interviews: whom a reporter, a paper or a show asked, told by the noun or by the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.media import PRESS_WORDS
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.clause import is_passive, subjects
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

_TELLING = forms("say tell reveal explain add recall admit tease claim insist describe discuss open speak talk confirm "
                 "deny note share argue suggest warn state declare announce call joke reflect confess")  # fmt: skip
_GIVING = forms("give grant do have sit")
_INTERVIEW = lexemes("interview interviews sit-down")
_REPORTERS = lexemes("journalist reporter host co-host anchor presenter broadcaster correspondent podcaster "
                     "interviewer columnist newsreader editor commentator")  # fmt: skip
_GUESTS = lexemes("subjects guests interviewees subject guest")
_OFFICERS = lexemes("police detectives officers fbi investigators agents sheriff constabulary prosecutors authorities "
                    "department office agency committee commission bureau")  # fmt: skip
_PRESS_NOUNS = lexemes("magazine newspaper paper podcast show website channel radio tv")
_POSTS_TO_FILL = lexemes("job jobs position post role vacancy coach manager opening")


def draw_interviews(view: View, /) -> Iterator[Candidate]:
    """Reads "in an interview with Y, X said", "X gave Y an interview", "reporter Y's interview with X"."""
    for noun in sorted(view.nouns.keys() & _INTERVIEW):
        for tree, at in view.nouns[noun]:
            if at in tree.quoted:
                continue
            yield from _of_noun(view, tree, at)


def _of_noun(view: View, tree: Tree, at: int) -> Iterator[Candidate]:
    askers = _named(tree, [i for i in tree.under(at, "nmod") if tree.case(i) in {"with", "to", "by"}], "POW")
    verb = tree.tokens[at].head
    if tree.tokens[at].relation == "obl" and tree.word(verb) in _TELLING and tree.case(at) in {"in", "during"}:
        behind = [i for i in tree.under(verb, "obl") if at < i and tree.case(i) == "with"]
        askers = askers or _named(tree, behind, "POW")
        askers = askers or _named(tree, tree.under(at, "compound"), "OW")
        yield from _pairs(tree, verb, _named(tree, subjects(tree, verb), "P"), askers, "interview/in")
    elif tree.tokens[at].relation == "obj" and tree.word(verb) in _GIVING:
        asked, given = _named(tree, subjects(tree, verb), "P"), _named(tree, _given(tree, verb, at), "POW")
        if is_passive(tree, verb):  # "Roe was granted an interview with Doe": here Roe asks
            asked, askers = [one for one in askers if one[0].type == "person"], asked
        yield from _pairs(tree, verb, asked, askers or given, "interview/gave")
    owners = _named(tree, tree.under(at, "nmod:poss"), "POW")
    for owner, owner_at in owners:
        if owner.type != "person" or _asks(view, owner):
            people = [one for one in askers if one[0].type == "person" and not _asks(view, one[0])]
            yield from _pairs(tree, at, people, [(owner, owner_at)], "interview/of")
        else:
            press = [one for one in askers if one[0].type != "person" or _asks(view, one[0])]
            yield from _pairs(tree, at, [(owner, owner_at)], press, "interview/of")


def _given(tree: Tree, verb: int, noun: int) -> list[int]:
    """To whom the interview is given; in "gave Roe an interview" both may be read as objects."""
    first = [i for i in tree.under(verb, "obj") if i < noun]
    return [*tree.under(verb, "iobj"), *first, *(i for i in tree.under(verb, "obl") if tree.case(i) in {"to", "with"})]


def _named(tree: Tree, heads: list[int], letters: str) -> list[tuple[Entity, int]]:
    """Whoever stands by name in the phrases, with what is joined to them."""
    ones = [i for head in heads for i in tree.joined(head)]
    ones += [j for i in ones if tree.word(i) in _PRESS_NOUNS for j in tree.under(i, "compound")]  # "Halvex magazine"
    slots = [(tree.slot(i), i) for i in (*ones, *(j for i in ones for j in tree.under(i, "obj", "flat", "appos")))]
    return [(s.entity, i) for s, i in slots if s is not None and s.entity is not None and s.letter in letters]


def _asks(view: View, person: Entity) -> bool:
    """Whether the article calls the person a reporter, or has him interview somebody."""
    told = any(role.holder.id == person.id and _REPORTERS & set(role.noun.split()) for role in view.roles)
    return told or any(
        person.id == one.id for clause in view.clauses_with(forms("interview")) if not clause.passive
        for one, _ in _named(clause.tree, list(clause.fill("agent")), "P")
    )  # fmt: skip


def _pairs(
    tree: Tree, at: int, asked: list[tuple[Entity, int]], askers: list[tuple[Entity, int]], rule: str
) -> Iterator[Candidate]:
    stance = meaning(tree, at)
    for subject, one in asked if stance is not None else ():
        for asker, other in askers:
            if subject.id != asker.id and stance is not None and not _OFFICERS & set(asker.label.casefold().split()):
                yield Candidate(
                    subject.id, "interviewed_by", EntityObject(asker.id), rule, (tree.around(one, other, at),),
                    status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.85,
                )  # fmt: skip


def draw_guests(view: View, /) -> Iterator[Candidate]:
    """Reads "Roe's interview subjects have ranged from A to B", "her podcast guests included A and B"."""
    for clause in view.clauses_with(forms("range include feature")):
        tree = clause.tree
        for noun in clause.fill("agent"):
            beside = {tree.word(i) for i in tree.under(noun, "compound", "amod")}
            if tree.word(noun) not in _GUESTS or not beside & (_INTERVIEW | {"podcast", "show"}):
                continue
            hosts = _named(tree, tree.under(noun, "nmod:poss"), "PW")
            told = [i for place in ("from", "to", "patient") for i in clause.fill(place)]
            told += [i for i in tree.under(clause.verb, "obl") if tree.under(i, "mark")]  # "to rapper Roe", misread
            yield from _pairs(tree, clause.verb, _named(tree, told, "P"), hosts, "interview/guests")


class _Asked:
    """Whom one interviews: the object, or those that it includes ("several leaders, including Roe")."""

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        tree = clause.tree
        first = next((i for i in range(clause.verb, len(tree.tokens)) if tree.word(i) == "including"), len(tree.tokens))
        included = [i for i in range(first, len(tree.tokens)) if _is_listed(tree, i, first)]
        told = _named(tree, [*clause.fill("patient"), *included], "P")
        for at, entity in {entity.id: (at, entity) for entity, at in told}.values():
            yield at, EntityObject(entity.id)


def _is_listed(tree: Tree, at: int, first: int) -> bool:
    """Whether the name at `at` is one of those behind "including", though the parser hung it elsewhere."""
    slot = tree.slots.get(at)
    if slot is None or not slot.name:
        return False
    begins = next((i for i, token in enumerate(tree.tokens) if token.span.start == slot.span.start), at)
    return begins == first + 1 or (tree.tokens[at].relation == "conj" and tree.word(begins - 1) in {",", "and"})


def _for_the_press(clause: Clause, _: ObjectValue) -> bool:
    """No police and no employer: "interviewed by detectives", "interviewed for the job"."""
    tree = clause.tree
    sought = {tree.word(i) for i in clause.fill("for")} & _POSTS_TO_FILL
    asker = clause.fill("by") or clause.fill("agent")
    words = {tree.word(j) for i in asker for j in tree.reach(i)}
    return not sought and not words & _OFFICERS


def _to_the_press(clause: Clause, value: ObjectValue) -> bool:
    """A paper or show by its name: firms and bodies are spoken to of other things."""
    label = set(clause.tree.label_of(value).casefold().split())
    return bool(label & PRESS_WORDS) or bool({"exclusively"} & set(clause.tree.words))


INTERVIEWED_BY = Predicate(
    Declaration(
        "interviewed_by",
        frozenset({"person"}),
        frozenset({"organization", "person", "work"}),
        identity=("date",),
    ),
    (
        draw_interviews,
        draw_guests,
        frame(
            "interview/verb", "interviewed_by", "interview", _Asked(), "agent:POW",
            confidence=0.85, accept=_for_the_press,
        ),
        frame(
            "interview/spoke", "interviewed_by", "speak talk chat sit sit_down", "agent:P", "to|with:OW",
            confidence=0.82, voice="active", accept=_to_the_press,
        ),
        frame(
            "interview/sat-for", "interviewed_by", "sit sit_down", "agent:P", "with:POW",
            confidence=0.82, voice="active",
            accept=lambda clause, _: bool({"interview", "podcast", "show", "magazine"} & _aims(clause)),
        ),
        phrase(
            "interview/told",
            "interviewed_by",
            r"<s:P>{APP} {AUX}told (?:the )?<o:OW> in (?:an?|his|her) {ADJ}interview{DATE}",
            "told",
            0.85,
        ),
    ),
    (
        Example("In June, Carla Velez sat down with the Meridian Times.", "Carla Velez", "Meridian Times"),
        Example(
            "Leo Brandt told the Nordland Gazette in an interview that he was tired.",
            "Leo Brandt",
            "Nordland Gazette",
        ),
        Example(
            "In an interview with Mia Quill, Carla Velez admitted that she was wrong.", "Carla Velez", "Mia Quill"
        ),
        Example("Mia Quill has interviewed Leo Brandt twice.", "Leo Brandt", "Mia Quill"),
        Example(
            "Mia Quill interviewed many leaders, including Leo Brandt, the painter.", "Leo Brandt", "Mia Quill"
        ),
        Example(
            "Reporter Mia Quill's interview with Leo Brandt was seen by millions.", "Leo Brandt", "Mia Quill"
        ),
        Example(
            "Mia Quill's interview subjects have ranged from Carla Velez to Leo Brandt.", "Carla Velez", "Mia Quill"
        ),
        Example("Speaking to the Meridian Times, Carla Velez said she would stay.", "Carla Velez", "Meridian Times"),
    ),
    (
        Counterexample("Leo Brandt reads the Nordland Gazette every day.", "a reader"),
        Counterexample("Leo Brandt refused to be interviewed by the Nordland Gazette.", "refused"),
        Counterexample("Leo Brandt was interviewed by the Nordland Police Department.", "a suspect"),
        Counterexample("Leo Brandt was interviewed by Velez Motors for the job.", "a candidate"),
        Counterexample("Leo Brandt spoke to Velez Motors about the price.", "a deal"),
    ),
)


def _aims(clause: Clause) -> set[str]:
    return {clause.tree.word(i) for i in clause.fill("for")}
