"""Candidates of a relation model that is sure of what the test says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from worker.pipeline.extract import VOCABULARY
from worker.pipeline.extract.relations.draw import LEAST, draw
from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.extract.view import look
from worker.pipeline.values import Candidate, EntityObject, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.relations.pairs import Pairs
    from worker.pipeline.values import ResolvedArticle

SURE = 0.97
OTTO, MIA = "e1", "e2"


@dataclass(frozen=True)
class Oracle:
    """`told`: (last word of the subject, last word of the object, property) -> chance."""

    told: dict[tuple[str, str, str], float]

    def chances(self, _: object, pairs: Pairs) -> Any:
        rows = [[self.told.get((s.word, o.word, name), 0.01) for name in PROPERTIES] for s, o in pairs.ends]
        return np.array(rows, np.float32)


def drawn(
    article: ResolvedArticle, told: dict[tuple[str, str, str], float], ruled: tuple[Candidate, ...] = ()
) -> list[Candidate]:
    vectors = (np.zeros((len(article.annotated.sentences[0].tokens), 2)),)
    seen = replace(article, annotated=replace(article.annotated, vectors=vectors))
    return list(draw(look(seen), Oracle(told), VOCABULARY, ruled))  # type: ignore[arg-type]


MARRIED = {("brandt", "quill", "SPOUSE"): SURE}


def test_what_the_model_is_sure_of_becomes_a_candidate(wedding: ResolvedArticle) -> None:
    (found,) = drawn(wedding, MARRIED)

    assert (found.subject, found.predicate, found.object) == (OTTO, "spouse", EntityObject(MIA))
    assert found.rule == "relation-model/spouse"
    assert found.confidence == pytest.approx(SURE, abs=1e-4)
    assert found.evidence[0].of(wedding.annotated.article.text) == "Otto Brandt , a Danish baker , married Mia Quill"


def test_a_guess_is_none(wedding: ResolvedArticle) -> None:
    assert drawn(wedding, {("brandt", "quill", "SPOUSE"): LEAST - 0.01}) == []


def test_a_symmetric_fact_is_drawn_once(wedding: ResolvedArticle) -> None:
    assert len(drawn(wedding, {**MARRIED, ("quill", "brandt", "SPOUSE"): SURE})) == 1


def rule(predicate: str, thing: EntityObject) -> Candidate:
    return Candidate(OTTO, predicate, thing, "hand/made", (Span(0, 4),))


def test_what_a_rule_has_drawn_is_not_drawn_again(wedding: ResolvedArticle) -> None:
    assert drawn(wedding, MARRIED, (rule("spouse", EntityObject(MIA)),)) == []


def test_a_fact_is_known_from_its_other_side_too(wedding: ResolvedArticle) -> None:
    assert drawn(wedding, MARRIED, (replace(rule("spouse", EntityObject(OTTO)), subject=MIA),)) == []


def test_what_no_word_between_the_ends_tells_is_not_believed(wedding: ResolvedArticle) -> None:
    assert drawn(wedding, {("brandt", "quill", "CHILD_OF"): SURE}) == []


def test_a_pronoun_that_nobody_resolved_has_no_facts(wedding: ResolvedArticle) -> None:
    assert drawn(wedding, {("brandt", "him", "SPOUSE"): SURE, ("him", "1998", "DATE_OF_BIRTH"): SURE}) == []


def test_an_adjective_tells_the_country(wedding: ResolvedArticle) -> None:
    (found,) = drawn(wedding, {("brandt", "danish", "NATIONALITY"): SURE})

    assert getattr(found.object, "value", None) == "Denmark"


def test_only_the_closer_of_two_ties_to_a_party_is_told(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 1, "nsubj", "NNP"), ("joined", 1, "root", "VBD"), ("Reform", 3, "compound", "NNP"),
        ("Party", 1, "obj", "NNP"), (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("organization", [("Reform Party", "name")])}
    tie = ("brandt", "party")

    both = {(*tie, "EMPLOYEE_OR_MEMBER_OF"): SURE, (*tie, "POLITICAL_AFFILIATION"): SURE}

    assert [c.predicate for c in drawn(article(words, entities), both)] == ["political_party"]


def test_a_body_that_is_governed_is_no_party(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 1, "nsubj", "NNP"), ("joined", 1, "root", "VBD"), ("Halvex", 4, "compound", "NNP"),
        ("City", 4, "compound", "NNP"), ("Council", 1, "obj", "NNP"), (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("organization", [("Halvex City Council", "name")])}

    assert drawn(article(words, entities), {("brandt", "council", "POLITICAL_AFFILIATION"): SURE}) == []


def test_whom_somebody_meets_is_not_himself(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 1, "nsubj", "NNP"), ("met", 1, "root", "VBD"), ("the", 3, "det", "DT"), ("founder", 1, "obj", "NN"),
        ("of", 5, "case", "IN"), ("Halvex", 3, "nmod", "NNP"), (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("organization", [("Halvex", "name")])}

    assert drawn(article(words, entities), {("halvex", "brandt", "FOUNDED_BY"): SURE}) == []


def test_who_founds_a_firm_is_its_founder(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 1, "nsubj", "NNP"), ("founded", 1, "root", "VBD"), ("Halvex", 1, "obj", "NNP"),
        (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("organization", [("Halvex", "name")])}

    (found,) = drawn(article(words, entities), {("halvex", "brandt", "FOUNDED_BY"): SURE})

    assert (found.predicate, found.object) == ("founded_by", EntityObject("e1"))


def test_what_is_denied_is_not_drawn(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 2, "nsubj", "NNP"), ("never", 2, "advmod", "RB"), ("married", 2, "root", "VBD"),
        ("Quill", 2, "obj", "NNP"), (".", 2, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("person", [("Quill", "name")])}

    assert drawn(article(words, entities), MARRIED) == []


def test_without_vectors_nothing_is_drawn(wedding: ResolvedArticle) -> None:
    assert list(draw(look(wedding), Oracle(MARRIED), VOCABULARY, ())) == []  # type: ignore[arg-type]


def test_who_plays_a_part_is_not_married_to_it(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Otto", 1, "nsubj", "NNP"), ("married", 1, "root", "VBD"), ("Anna", 1, "obj", "NNP"), ("(", 4, "punct", "("),
        ("Mia", 2, "appos", "NNP"), ("Quill", 4, "flat", "NNP"), (")", 4, "punct", ")"), (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Otto", "name")]), "e2": ("person", [("Mia Quill", "name")])}

    assert drawn(article(words, entities), {("otto", "quill", "SPOUSE"): SURE}) == []


def test_a_side_is_no_employer(article: Callable[..., ResolvedArticle]) -> None:
    words = [
        ("Brandt", 1, "nsubj", "NNP"), ("joined", 1, "root", "VBD"), ("Halvex", 3, "compound", "NNP"),
        ("Rovers", 1, "obj", "NNP"), (".", 1, "punct", "."),
    ]  # fmt: skip
    entities = {"e1": ("person", [("Brandt", "name")]), "e2": ("organization", [("Halvex Rovers", "name")])}

    assert drawn(article(words, entities), {("brandt", "rovers", "EMPLOYEE_OR_MEMBER_OF"): SURE}) == []
