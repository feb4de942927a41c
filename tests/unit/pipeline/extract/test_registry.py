"""The registry holds every predicate, and every predicate proves itself through the whole pipeline."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract import PREDICATES, VOCABULARY, predicates
from worker.pipeline.extract.rule import Counterexample, Example, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent

FAMILIES = [
    import_module(f"{predicates.__name__}.{m.name}") for m in pkgutil.iter_modules(predicates.__path__)
]
FIRST_RELEASE = (
    "full_name date_of_birth place_of_birth date_of_death place_of_death cause_of_death age sex_or_gender nationality "
    "residence father mother child sibling spouse partner relative number_of_children occupation position_held "
    "appointed_to left_position employer member_of sports_team political_party educated_at award_received mass "
    "founded_by date_founded headquarters ceo parent_organization acquired employees revenue price released creator "
    "stated posted interviewed_by gave_speech_at participated_in event_date event_place number_of_deaths charged_with "
    "sued elected_to won_against number_of_likes significant_event"
)
POSITIVE = [(p, e) for p in PREDICATES for e in p.positive]
NEGATIVE = [(p, e) for p in PREDICATES for e in p.negative]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_every_predicate_of_a_family_is_registered(family: object) -> None:
    declared = [value for value in vars(family).values() if isinstance(value, Predicate)]

    assert declared, "a family file without a predicate"
    assert [p.name for p in declared if p not in PREDICATES] == []


def test_names_are_unique_and_in_the_vocabulary() -> None:
    assert len(VOCABULARY) == len(PREDICATES)
    assert all(VOCABULARY[p.name] is p.declaration for p in PREDICATES)


def test_the_first_release_is_whole() -> None:
    """The 54 of the vocabulary's first release; what is beyond them may grow."""
    release = set(FIRST_RELEASE.split())

    assert len(release) == 54
    assert release <= set(VOCABULARY)
    assert not any(VOCABULARY[name].extension for name in release)


@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda p: p.name)
def test_a_predicate_brings_rules_and_two_examples_of_each_kind(predicate: Predicate) -> None:
    assert predicate.rules
    assert len(predicate.positive) >= 2
    assert len(predicate.negative) >= 2


@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda p: p.name)
def test_a_declaration_is_whole(predicate: Predicate) -> None:
    declared = predicate.declaration

    assert declared.domain
    assert declared.range
    assert declared.extension or declared.wikidata is None or declared.wikidata.startswith("P")
    assert not declared.symmetric or declared.inverse is None
    assert not declared.functional or declared.conflict != "none"
    assert declared.inverse is None or declared.inverse in {*VOCABULARY, "subsidiary"}


@pytest.mark.parametrize(("predicate", "example"), POSITIVE, ids=[f"{p.name}: {e.text}" for p, e in POSITIVE])
def test_draws_the_fact(
    read: Callable[..., tuple[FactEvent, ...]], predicate: Predicate, example: Example
) -> None:
    facts = [f for f in read(example.text, example.published) if f.predicate == predicate.name]

    assert (example.subject, example.object, example.status) in [
        (f.subject.label, _shown(f), f.status) for f in facts
    ]


@pytest.mark.parametrize(("predicate", "example"), NEGATIVE, ids=[f"{p.name}: {e.text}" for p, e in NEGATIVE])
def test_draws_no_fact(
    read: Callable[..., tuple[FactEvent, ...]], predicate: Predicate, example: Counterexample
) -> None:
    facts = [f for f in read(example.text, example.published) if f.predicate == predicate.name]

    firm = [f for f in facts if f.status in {"asserted", "reported"} and f.polarity == "positive"]
    assert firm == [], example.why


def _shown(fact: FactEvent) -> str:
    return fact.object.value if hasattr(fact.object, "value") else fact.object.label
