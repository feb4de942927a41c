"""Who stands before a court in a clause, which court, and what the clause must say of pleas and penalties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.crimes import COUNTED, PENALTIES
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.syntax.clause import is_passive, subjects
from worker.pipeline.extract.syntax.frame import spread
from worker.pipeline.values import EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import ObjectValue

_COURTS = lexemes("court courts dock trial magistrates judge jury jurors tribunal bench")
_DEALT_WITH = forms("plead convict sentence jail acquit arraign indict charge")  # by a court
_BEHIND = frozenset({"acl", "acl:relcl"})
_STANDING = forms("stand")
_TYPES = "PO"
_DROPPING = forms("drop dismiss withdraw quash reject throw_out throw deny overturn clear avoid beat escape")


@dataclass(frozen=True, slots=True)
class Accused:
    """Who stands before the court: people and firms in the places, of "three people, including Roe" Roe."""

    places: tuple[str, ...]

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        tree = clause.tree
        places = (*self.places, "agent") if _is_joined_passive(clause) else self.places
        for place in places:
            held = [at for filler in _fillers(clause, place) for at in _people(tree, filler, clause)]
            for at in dict.fromkeys(held):
                slot = tree.slot(at)
                for value in spread(slot) if slot is not None else ():
                    yield at, value
            if held:
                return


def _is_joined_passive(clause: Clause) -> bool:
    """"was arrested and charged": a participle that the tagger took for a past tense has no object."""
    token = clause.tree.tokens[clause.verb]
    return token.relation == "conj" and not clause.fill("patient") and is_passive(clause.tree, token.head)


def _people(tree: Tree, filler: int, clause: Clause) -> list[int]:
    """Those joined in one place; where a participle stands behind a court or a day, the subject of its verb."""
    named = _apposed_to(tree, filler)
    if named is not None:
        return [named]
    found = [at for at in tree.joined(filler) if _is_accused(tree, at, clause)]
    found += [c for at in tree.joined(filler) for c in tree.under(at, "nmod") if tree.case(c) == "including"
              and _is_accused(tree, c, clause)]  # fmt: skip
    slot = tree.slot(filler)
    beside = tree.tokens[clause.verb].relation == "acl" and (slot is None or slot.letter != "P")
    if not found and beside:  # behind a court, a day or "trial"
        above = tree.tokens[filler].head
        found = [at for at in subjects(tree, above) if _is_accused(tree, at, clause)] if above != filler else []
    return found


def _fillers(clause: Clause, place: str) -> tuple[int, ...]:
    """Those of the place; a participle is said of the person right before it, whatever noun the parser hangs it on."""
    tree, token = clause.tree, clause.tree.tokens[clause.verb]
    held = clause.fill(place)
    if token.relation not in {"acl", "acl:relcl"} or not clause.verb or not held:
        return held
    before = tree.tokens[clause.verb - 1].span.end
    near = tuple(i for i, slot in tree.slots.items() if slot.span.end == before and slot.letter == "P")
    return near[:1] if near and held[0] not in tree.slots else held


def _apposed_to(tree: Tree, at: int) -> int | None:
    """Of "Roe, a former mayor charged with", Roe, whom the description stands beside, however the parser ties it."""
    token, own = tree.tokens[at], tree.slots.get(at)
    beside = [token.head] if token.relation == "appos" else []
    if own is not None and own.nominal:
        first = next(i for i, other in enumerate(tree.tokens) if other.span.end > own.span.start)
        same = (i for i in tree.named_before(first) if token.relation == "appos" or tree.slots[i].entity == own.entity)
        beside += list(same)
    named = [i for i in beside if i in tree.slots and tree.slots[i].name and _is_party(tree, i)]
    return next((i for i in named if not tree.under(at, "conj") and not tree.under(i, "conj")), None)


def _is_accused(tree: Tree, at: int, clause: Clause) -> bool:
    slot = tree.slot(at)
    if slot is None or not _may_stand(slot) or _COURTS & set(slot.words.casefold().split()):
        return False
    if tree.word(at) in COUNTED or not _is_party(tree, at):
        return False  # "one count" is no nobleman
    if slot.nominal and tree.tokens[clause.verb].relation == "acl" and _is_named_before(tree, at, slot):
        return False
    return slot.name or slot.entity is None or slot.entity.named or _is_told_of(tree, at, clause)


def _is_party(tree: Tree, at: int) -> bool:
    """The agency of a dateline is none: "LEEDS (Halvex) - A man was charged"."""
    slot = tree.slot(at)
    if slot is None or not _may_stand(slot):
        return False
    return slot.letter != "O" or tree.text[slot.span.end : slot.span.end + 1] != ")"


def _may_stand(slot: Slot) -> bool:
    """People, firms, and a couple whose members are known."""
    return slot.letter in _TYPES or (slot.letter == "R" and slot.entity is not None and bool(slot.entity.members))


def _is_named_before(tree: Tree, at: int, slot: Slot) -> bool:
    """"Roe said the man charged with it ..." tells of another man, whatever the resolver makes of it."""
    return any(i < at and other.name and other.entity == slot.entity for i, other in tree.slots.items())


def _is_told_of(tree: Tree, at: int, clause: Clause) -> bool:
    """An unnamed person whom the sentence is about; "represents a man charged with" tells of somebody else."""
    beside = tree.tokens[clause.verb].relation in {"acl", "acl:relcl"}
    return not beside or tree.tokens[at].relation.startswith("nsubj")


def _guilt(clause: Clause) -> str:
    """"guilty" or "not guilty" in what is pleaded or found, "" where neither is said."""
    tree = clause.tree
    near = [c for c in tree.children[clause.verb] if c > clause.verb]
    for at in (*near, *(c for one in near for c in tree.children[one])):
        word = tree.word(at)
        if word in {"guilty", "contest", "innocent"}:
            negated = word == "innocent" or any(tree.word(i) == "not" for i in (at - 1, at - 2))
            return "not guilty" if negated else "guilty"
    return ""


def pleads_guilty(clause: Clause, _: ObjectValue) -> bool:
    return _guilt(clause) == "guilty"


def pleads_innocent(clause: Clause, _: ObjectValue) -> bool:
    return _guilt(clause) == "not guilty"


def is_penalty(clause: Clause, _: ObjectValue) -> bool:
    """What is given or served is a sentence."""
    tree = clause.tree
    return any(tree.word(at) in PENALTIES or tree.word(at).endswith(("-year", "-month")) for at in _under(clause))


def is_sent_down(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"prison", "jail"} for at in clause.fill("to"))


def for_trial(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"trial", "retrial", "prosecution", "court-martial"} for at in _under(clause))


def _under(clause: Clause) -> list[int]:
    return clause.tree.under(clause.verb, "obj", "obl", "xcomp", "obl:unmarked")


def in_court(clause: Clause, _: ObjectValue) -> bool:
    """"accused of" is a charge of him who stands in court: "appeared in court accused of", "on trial accused of"."""
    tree, token = clause.tree, clause.tree.tokens[clause.verb]
    if token.relation not in {"advcl", "acl", "acl:relcl", "xcomp", "conj", "amod"}:
        return False
    above = token.head
    if tree.word(above) in _STANDING and token.relation == "xcomp":
        return True
    if token.relation in _BEHIND and tree.tokens[above].relation.startswith("nsubj"):
        above = tree.tokens[above].head  # "Roe, accused of fraud, appeared in court"
    held = {tree.word(above), *(tree.word(c) for c in tree.children[above])}
    held |= {tree.word(i) for i in range(clause.verb - 4, clause.verb)}
    if tree.word(above) in _DEALT_WITH and token.relation in _BEHIND:
        return True
    slots = [tree.slots[c].words for c in tree.children[above] if c in tree.slots]
    return bool(_COURTS & (held | set(" ".join(slots).casefold().split())))


def is_upheld(clause: Clause, _: ObjectValue) -> bool:
    """Charges that are dropped, or that nobody but a speaker makes, are none."""
    token = clause.tree.tokens[clause.verb]
    return clause.tree.word(token.head) not in _DROPPING


@dataclass(frozen=True, slots=True)
class AgainstWhom:
    """Of "the charges against Roe include murder", Roe."""

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        tree = clause.tree
        for at in clause.fill("agent"):
            if tree.word(at) not in COUNTED:
                continue
            near = tree.under(at, "nmod", "nmod:poss")
            for who in (*near, *(i for one in near for i in tree.under(one, "nmod"))):  # "from Halvex against Roe"
                slot = tree.slot(who)
                if slot is not None and slot.letter in _TYPES and tree.case(who) in {"against", "'s"}:
                    for value in spread(slot):
                        yield who, value


@dataclass(frozen=True, slots=True)
class Court:
    """The court that the clause names."""

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        for place in ("in", "at", "before", "by", "agent"):
            for at in clause.fill(place):
                slot = clause.tree.slot(at)
                if slot is not None and slot.entity is not None and "court" in slot.words.casefold():
                    yield at, EntityObject(slot.entity.id)
