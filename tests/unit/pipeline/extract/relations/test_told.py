"""Scored pairs in the words of the vocabulary."""

import pytest

from worker.pipeline.extract.relations.told import told
from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.values import EntityObject, Gender, TextObject

NONE: frozenset[str] = frozenset()
ONE, OTHER = EntityObject("e1"), EntityObject("e2")


@pytest.mark.parametrize(("gender", "expected"), [
    pytest.param("female", ("e1", "mother", OTHER), id="of a woman"),
    pytest.param("male", ("e1", "father", OTHER), id="of a man"),
    pytest.param(None, ("e2", "child", ONE), id="of a parent whose gender is not told"),
])  # fmt: skip
def test_a_child_is_told_of_its_parent(gender: Gender | None, expected: tuple[str, str, EntityObject]) -> None:
    genders = {"e2": gender} if gender else {}

    assert told("CHILD_OF", ONE, OTHER, "", words=NONE, genders=genders) == expected


@pytest.mark.parametrize(("sentence", "label", "predicate"), [
    pytest.param("otto brandt , a baker at halvex", "Halvex", "employer", id="a job"),
    pytest.param("otto brandt , a striker for halvex", "Halvex", "sports_team", id="a side"),
    pytest.param("otto brandt is a member of halvex", "Halvex", "member_of", id="a club"),
    pytest.param("otto brandt of the harbour party", "Harbour Party", "political_party", id="a party"),
])  # fmt: skip
def test_words_tell_a_job_from_a_membership(sentence: str, label: str, predicate: str) -> None:
    words = frozenset(sentence.split())

    assert told("EMPLOYEE_OR_MEMBER_OF", ONE, OTHER, label, words=words, genders={}) == ("e1", predicate, OTHER)


def test_nobody_works_for_an_adjective_of_a_nation() -> None:
    assert told("EMPLOYEE_OR_MEMBER_OF", ONE, OTHER, "Danish", words=NONE, genders={}) is None


def test_an_adjective_of_a_nation_is_no_party() -> None:
    assert told("POLITICAL_AFFILIATION", ONE, TextObject("Denmark"), "Denmark", words=NONE, genders={}) is None


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_has_a_predicate_of_the_vocabulary(name: str) -> None:
    from worker.pipeline.extract import VOCABULARY

    fact = told(name, ONE, OTHER, "Halvex", words=NONE, genders={})

    assert fact is not None
    assert fact[1] in VOCABULARY


@pytest.mark.parametrize(("sentence", "told_of"), [
    pytest.param("otto brandt studied physics at the university", True, id="a student"),
    pytest.param("otto brandt , a professor at the university", False, id="a teacher"),
])  # fmt: skip
def test_a_school_needs_a_word_of_learning(sentence: str, told_of: bool) -> None:
    fact = told("EDUCATED_AT", ONE, OTHER, "Halvex", words=frozenset(sentence.split()), genders={})

    assert (fact is not None) is told_of
