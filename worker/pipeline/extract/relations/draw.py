"""Candidates of the relation model: pairs of one sentence that it is sure of, judged as the rules' own are."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from worker.pipeline.extract.genders import settled_genders
from worker.pipeline.extract.relations.mentions import Ends
from worker.pipeline.extract.relations.pairs import pairs
from worker.pipeline.extract.relations.told import told
from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.extract.sides import is_plain_side
from worker.pipeline.extract.syntax.cast import players
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.mentions import End
    from worker.pipeline.extract.relations.model import RelationModel
    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Declaration, ObjectValue

RULE = "relation-model/"
# Least chance of a fact. In three-fold cross-validation on KnowledgeNet precision is above .85 from .74 on; in own news
# two of three that it adds are right from .8 on, and half below.
LEAST = 0.8
# Of 287 open news pages: between .8 and .9 two of eight employers were right, none of five nationalities and none of
# six schools (they were where somebody teaches); from .9 on nearly all employers were.
# Of children none of five that it adds below .97 to what the rules read of own articles and open pages was right.
_LEAST_OF = {"EMPLOYEE_OR_MEMBER_OF": 0.9, "EDUCATED_AT": 0.9, "NATIONALITY": 0.9, "CHILD_OF": 0.97}
LEASTS = np.array([_LEAST_OF.get(name, LEAST) for name in PROPERTIES], np.float32)
# In reports of matches 40 of 46 of these were wrong: whom the next sentence plays, a coach's side, a league. Nine of
# twelve sides were wrong anywhere, and the rules read the three others.
_NOT_IN_SPORT = frozenset({"employer", "sports_team", "educated_at", "member_of"})

_OFFICES = frozenset({"CEO", "FOUNDED_BY"})
_KIN = frozenset({"CHILD_OF", "SPOUSE"})
# Has leaders and members, and is no party.
_NO_PARTY = re.compile(r"\b(?:Department|Police|Office|Agency|Ministry|Court|Company|University|Council|News|Times)\b")
_MEMBER = PROPERTIES.index("EMPLOYEE_OR_MEMBER_OF")
_CLOSER = [PROPERTIES.index("EDUCATED_AT"), PROPERTIES.index("POLITICAL_AFFILIATION")]


def draw(
    view: View, model: RelationModel, vocabulary: Mapping[str, Declaration], ruled: Iterable[Candidate]
) -> Iterator[Candidate]:
    """What the model reads in the journalist's words and no rule has drawn; `ruled`: what rules have drawn."""
    scorer = _Scorer(view, model, vocabulary)
    known = _Known(ruled, vocabulary)
    drawn = sorted((c for tree in view.trees for c in scorer.read(tree)), key=lambda c: -c.confidence)
    kept = [c for c in drawn if known.adds(c)]
    yield from sorted(kept, key=lambda c: (c.evidence, c.predicate))


class _Known:
    """Where a rule has drawn a fact, or another value of what has one only, the model is silent."""

    def __init__(self, ruled: Iterable[Candidate], vocabulary: Mapping[str, Declaration]) -> None:
        self._vocabulary = vocabulary
        self._objects: dict[tuple[str, str], list[ObjectValue]] = defaultdict(list)
        for candidate in ruled:
            self._add(candidate)

    def adds(self, candidate: Candidate) -> bool:
        others = self._objects.get((candidate.subject, candidate.predicate), [])
        if candidate.object in others or (others and self._vocabulary[candidate.predicate].functional):
            return False
        self._add(candidate)
        return True

    def _add(self, candidate: Candidate) -> None:
        self._objects[candidate.subject, candidate.predicate].append(candidate.object)
        if isinstance(candidate.object, EntityObject) and candidate.predicate in self._vocabulary:
            declared = self._vocabulary[candidate.predicate]
            back = candidate.predicate if declared.symmetric else declared.inverse
            if back is not None:
                self._objects[candidate.object.entity, back].append(EntityObject(candidate.subject))


class _Scorer:
    def __init__(self, view: View, model: RelationModel, vocabulary: Mapping[str, Declaration]) -> None:
        self._view, self._model, self._vocabulary = view, model, vocabulary
        self._ends = Ends(view.article)
        self._genders = settled_genders(view, {})

    def read(self, tree: Tree) -> Iterator[Candidate]:
        annotated = self._view.article.annotated
        if tree.sentence >= len(annotated.vectors):
            return
        ends = self._ends.of(annotated.sentences[tree.sentence])
        found = pairs(tree.tokens, ends, lambda end: end.value is not None and end.first not in tree.quoted)
        if found is None:
            return
        acted = next(players(tree), None) is not None  # whoever is kin in a film is so as another
        chances = np.where(found.may, self._model.chances(annotated.vectors[tree.sentence], found), 0)
        for at, number in zip(*np.nonzero(_sure(chances)), strict=True):
            name, pair = PROPERTIES[number], found.ends[at]
            if name in _KIN and acted:
                continue
            if name not in _OFFICES or not _is_of_another(tree, *pair):
                stance = meaning(tree, found.top(at))
                yield from self._candidate(name, pair, float(chances[at, number]), tree, stance)

    def _candidate(
        self, name: str, pair: tuple[End, End], chance: float, tree: Tree, stance: Stance | None
    ) -> Iterator[Candidate]:
        evidence = Span(min(end.span.start for end in pair), max(end.span.end for end in pair))
        fact = self._fact(name, pair, tree)
        if fact is None or stance is None or stance.polarity == "negative":
            return
        subject, predicate, thing = fact
        yield Candidate(
            subject, predicate, thing, RULE + predicate, (evidence,), status=stance.status, polarity=stance.polarity,
            attribution=stance.attribution, confidence=round(chance, 4),
        )  # fmt: skip

    def _fact(self, name: str, pair: tuple[End, End], tree: Tree) -> tuple[str, str, ObjectValue] | None:
        """None where the vocabulary does not join such ends."""
        subject, thing = pair[0].value, pair[1].value
        assert isinstance(subject, EntityObject)  # noqa: S101 - no property is asked of a date or an adjective
        assert thing is not None  # noqa: S101 - only ends that stand for something are wanted
        thing = self._placed(thing)
        words = frozenset(token.text.casefold() for token in tree.tokens)
        label = _label(thing, self._view)
        fact = told(name, subject, thing, label, words=words, genders=self._genders)
        return fact if fact is not None and self._fits(*fact) and not self._is_none(fact[1], label) else None

    def _is_none(self, predicate: str, label: str) -> bool:
        if predicate == "political_party" and _NO_PARTY.search(label):
            return True
        side = predicate == "sports_team" or (predicate == "employer" and is_plain_side(label))
        return side or (predicate in _NOT_IN_SPORT and self._view.is_sport)

    def _placed(self, thing: ObjectValue) -> ObjectValue:
        """The article's own entity where a country told by an adjective is one."""
        known = self._view.places.get(thing.value) if isinstance(thing, TextObject) else None
        return EntityObject(known.id) if known is not None else thing

    def _fits(self, subject: str, predicate: str, thing: ObjectValue) -> bool:
        declared = self._vocabulary[predicate]
        return (
            self._view.entities[subject].type in declared.domain
            and _kind(thing, self._view) in declared.range
            and thing != EntityObject(subject)
        )


def _sure(chances: NDArray[Any]) -> NDArray[np.bool_]:
    """Who studies somewhere, or is of a party, is there as its member, too: KnowledgeNet counts both, we the closer."""
    sure = chances >= LEASTS
    sure[:, _MEMBER] &= ~sure[:, _CLOSER].any(1)
    return np.asarray(sure)


def _is_of_another(tree: Tree, firm: End, person: End) -> bool:
    """In "Jane Roe met the founder of Halvex" the founder is somebody else: what she meets is not the firm itself."""
    doer = tree.tokens[person.stop - 1]
    if not doer.relation.startswith("nsubj") and person.stop - person.first > 1:
        doer = tree.tokens[person.first]
    at, below = firm.stop - 1, firm.stop - 1
    while at != doer.head and tree.tokens[at].head != at:
        at, below = tree.tokens[at].head, at
    done = doer.relation.startswith("nsubj") and at == doer.head and tree.tokens[below].relation == "obj"
    return done and not firm.first <= below < firm.stop


def _label(thing: ObjectValue, view: View) -> str:
    if isinstance(thing, EntityObject):
        return view.entities[thing.entity].label
    return thing.value if isinstance(thing, TextObject) else ""


def _kind(thing: ObjectValue, view: View) -> str:
    if isinstance(thing, EntityObject):
        return view.entities[thing.entity].type
    return "string" if isinstance(thing, TextObject) else "date"
