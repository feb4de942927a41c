"""Candidates become verified, merged, labelled facts; what is wrong is dropped and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from schemas.fact import EntityRef
from worker.pipeline.values import (
    Attribution,
    Candidate,
    EntityObject,
    Quantity,
    QuantityObject,
    QuoteObject,
    Span,
    TextObject,
    TimeExpression,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent
    from worker.pipeline.stages import Normalized
    from worker.pipeline.values import Comparator

    Run = Callable[..., Normalized]
    At = Callable[[str], Span]


def _shown(fact: FactEvent) -> str:
    return fact.object.label if isinstance(fact.object, EntityRef) else fact.object.value


def _date(edtf: str, earliest: str, latest: str) -> TimeObject:
    return TimeObject(TimeExpression(Span(0, 4), "date", edtf, edtf, "day", earliest, latest), "date")


def _age(years: int, span: Span, *, as_of: str = "2024-03-14") -> Candidate:
    value = TimeObject(TimeExpression(span, "duration", f"P{years}Y"), "duration")
    return Candidate("e3", "age", value, "r", (span,), (("as_of", _date(as_of, as_of, as_of)),))


def test_an_event_tells_who_what_and_where_it_stands(normalized: Run, spouse: Candidate) -> None:
    [fact] = normalized(spouse).facts

    assert (fact.subject.label, fact.predicate, _shown(fact)) == ("Jane Roe", "spouse", "Tom Lee")
    assert fact.predicate_wikidata == "P26"
    assert (fact.subject.id, fact.subject.id_scope) == ("ent:person:jane-roe", "stream")
    assert (fact.document.id, fact.document.title) == ("doc-1", "T")
    assert fact.observed_at == "2024-03-14T09:30"
    assert fact.processed_at == "2024-03-15T00:00:00Z"


def test_evidence_is_the_words_of_the_text(normalized: Run, spouse: Candidate) -> None:
    result = normalized(spouse)
    [evidence] = result.facts[0].evidence

    assert (
        result.article.text[evidence.start : evidence.end]
        == evidence.exact
        == "Jane Roe, 41, married Tom Lee"
    )
    assert (evidence.prefix, evidence.suffix[:8]) == ("", " in May.")
    assert (evidence.sentence, evidence.block_id, evidence.block_label) == (0, 0, "body")
    assert evidence.text_sha256 == result.article.text_sha256


def test_white_space_at_its_ends_is_no_evidence(normalized: Run, spouse: Candidate, at: At) -> None:
    loose = Span(at("Jane Roe").start, at(", 41, married Tom Lee ").end)

    [fact] = normalized(replace(spouse, evidence=(loose,))).facts

    assert fact.evidence[0].exact == "Jane Roe, 41, married Tom Lee"


def test_ids_depend_on_nothing_but_the_fact(normalized: Run, spouse: Candidate, at: At) -> None:
    [one] = normalized(spouse).facts
    [other] = normalized(
        replace(spouse, confidence=0.1, rule="other", evidence=(at("married"),)),
        received_at="2030-01-01T00:00:00Z",
        version="9",
    ).facts

    assert (one.fact_id, one.fact_key) == (other.fact_id, other.fact_key)


def test_status_and_speaker_change_the_id_but_not_the_key(normalized: Run, spouse: Candidate) -> None:
    said = replace(spouse, status="reported", attribution=Attribution("e2", "Tom Lee", "said"))
    facts = normalized(spouse, said).facts

    assert len({f.fact_id for f in facts}) == 2
    assert len({f.fact_key for f in facts}) == 1
    assert [f.attribution.speaker.label for f in facts if f.attribution and f.attribution.speaker] == [
        "Tom Lee"
    ]


def test_a_fact_told_twice_is_one_with_all_evidence(normalized: Run, spouse: Candidate, at: At) -> None:
    again = replace(
        spouse, evidence=(at("their son"),), confidence=0.95, qualifiers=(("start", TextObject("May")),)
    )

    [fact] = normalized(spouse, again, spouse).facts

    assert [e.exact for e in fact.evidence] == ["Jane Roe, 41, married Tom Lee", "their son"]
    assert fact.confidence == 0.95
    assert [v.key for v in fact.qualifiers["start"]] == ["may"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"predicate": "likes"}, "unknown_predicate"),
        ({"subject": "e9"}, "unknown_entity"),
        ({"object": EntityObject("e9")}, "unknown_entity"),
        ({"subject": "e4"}, "domain_violation"),
        ({"object": EntityObject("e4")}, "range_violation"),
        ({"object": TextObject("Tom Lee")}, "range_violation"),
        ({"evidence": (Span(90, 900),)}, "evidence_mismatch"),
        ({"evidence": (Span(5, 5),)}, "evidence_mismatch"),
        ({"evidence": ()}, "evidence_mismatch"),
        ({"derivation": "inferred"}, "evidence_mismatch"),
        ({"derivation": "inferred", "premises": (4,)}, "evidence_mismatch"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_wrong_candidate_is_dropped_and_counted(
    normalized: Run, spouse: Candidate, change: dict[str, Any], reason: str
) -> None:
    result = normalized(replace(spouse, **change))

    assert result.facts == ()
    assert result.dropped == ((reason, 1),)


def test_a_fragment_of_a_quotation_joins_the_whole(normalized: Run, at: At) -> None:
    whole = Candidate(
        "e1", "stated", QuoteObject("We are done. It is over!", "direct"), "r", (at("Jane Roe"),)
    )
    part = replace(whole, object=QuoteObject("it is over", "partial"), evidence=(at("Tom Lee"),))
    other = replace(part, subject="e2")

    facts = normalized(part, whole, other).facts

    assert [(f.subject.label, len(f.evidence)) for f in facts] == [("Jane Roe", 2), ("Tom Lee", 1)]
    assert _shown(facts[0]) == "We are done. It is over!"


def test_contradictions_are_kept_marked_and_trusted_less(normalized: Run, at: At) -> None:
    one, other = normalized(_age(6, at("Ned")), _age(7, at("The boy"))).facts

    assert one.extensions == {"x_conflicts_with": other.fact_id}
    assert other.extensions == {"x_conflicts_with": one.fact_id}
    assert one.confidence == other.confidence == pytest.approx(0.56)


def test_two_ages_at_two_times_do_not_contradict(normalized: Run, at: At) -> None:
    facts = normalized(_age(6, at("Ned")), _age(7, at("The boy"), as_of="2025-03-14")).facts

    assert [f.extensions for f in facts] == [{}, {}]


def test_what_never_changes_contradicts_itself_at_any_time(normalized: Run, at: At) -> None:
    born = [
        Candidate("e3", "date_of_birth", _date(day, day, day), "r", (at("Ned"),), (("as_of", _date(of, of, of)),))
        for day, of in (("2018-05-16", "2023-01-01"), ("2018-05-17", "2024-01-01"))
    ]

    assert all("x_conflicts_with" in f.extensions for f in normalized(*born).facts)


def test_several_values_of_a_predicate_that_has_many_stand_side_by_side(normalized: Run, at: At) -> None:
    jobs = [Candidate("e1", "occupation", TextObject(job), "r", (at("Jane Roe"),)) for job in ("nurse", "pilot")]

    facts = normalized(*jobs).facts

    assert [f.extensions for f in facts] == [{}, {}]
    assert {f.confidence for f in facts} == {0.8}


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (("70", "="), ("71", "="), True),
        (("70", "="), ("60", ">="), False),
        (("70", "="), ("80", ">"), True),
        (("70", "="), ("75", "<"), False),
        (("70", "="), ("74", "~"), False),
        (("70", "="), ("90", "~"), True),
    ],
    ids=str,
)
def test_amounts_contradict_if_their_bounds_do_not_meet(
    normalized: Run, at: At, one: tuple[str, Comparator], other: tuple[str, Comparator], contradict: bool
) -> None:
    weights = [
        Candidate("e1", "mass", QuantityObject(Quantity(at("70 kg"), amount, how, "kg")), "r", (at("70 kg"),))
        for amount, how in (one, other)
    ]

    assert [bool(f.extensions) for f in normalized(*weights).facts] == [contradict] * 2


def test_a_forecast_and_a_denial_contradict_nothing(normalized: Run, at: At) -> None:
    soft = replace(_age(7, at("The boy")), status="predicted")
    denied = replace(_age(8, at("The boy")), polarity="negative")

    assert [f.extensions for f in normalized(_age(6, at("Ned")), soft, denied).facts] == [{}, {}, {}]


def test_a_year_and_a_day_in_it_do_not_contradict(normalized: Run, at: At) -> None:
    born = [Candidate("e3", "date_of_birth", d, "r", (at("Ned"),))
            for d in (_date("2018", "2018-01-01", "2018-12-31"), _date("2018-05-16", *["2018-05-16"] * 2))]  # fmt: skip

    assert [f.extensions for f in normalized(*born).facts] == [{}, {}]


def test_a_date_that_nobody_knows_contradicts_none(normalized: Run, at: At) -> None:
    unresolved = TimeObject(TimeExpression(at("May"), "date", "XXXX-WXX-1"), "date")
    born = [Candidate("e3", "date_of_birth", d, "r", (at("Ned"),))
            for d in (_date("2018-05-16", *["2018-05-16"] * 2), unresolved)]  # fmt: skip

    assert [f.extensions for f in normalized(*born).facts] == [{}, {}]


def test_a_fact_told_without_end_keeps_its_first_places(
    normalized: Run, spouse: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.pipeline.normalize.draft.MOST_EVIDENCE", 3)
    monkeypatch.setattr("worker.pipeline.normalize.draft.MOST_VALUES", 2)
    told = [
        replace(spouse, evidence=(Span(at, at + 1),), confidence=at / 10, qualifiers=(("start", TextObject(str(at))),))
        for at in range(1, 8)
        if at != 4  # a blank
    ]

    [fact] = normalized(*told).facts

    assert [words.start for words in fact.evidence] == [1, 2, 3]
    assert [value.key for value in fact.qualifiers["start"]] == ["1", "2"]
    assert fact.confidence == 0.7


def test_an_inference_told_without_end_keeps_the_premises_it_shows(
    normalized: Run, spouse: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.pipeline.normalize.draft.MOST_EVIDENCE", 2)
    spans = [Span(at, at + 1) for at in (0, 1, 2, 3)]
    told = [replace(spouse, derivation="inferred", evidence=(span,), premises=(0,)) for span in spans]

    [fact] = normalized(*told).facts

    assert ([words.start for words in fact.evidence], fact.premises) == ([0, 1], ("ev0", "ev1"))


def test_an_inference_names_its_premises(normalized: Run, spouse: Candidate, at: At) -> None:
    inferred = replace(
        spouse, derivation="inferred", evidence=(at("married Tom Lee"), at("their son")), premises=(0, 1)
    )

    [fact] = normalized(inferred).facts

    assert (fact.derivation, fact.premises) == ("inferred", ("ev0", "ev1"))


def test_what_is_said_outright_anywhere_needs_no_premises(normalized: Run, spouse: Candidate, at: At) -> None:
    inferred = replace(spouse, derivation="inferred", evidence=(at("their son"),), premises=(0,))

    [fact] = normalized(inferred, spouse).facts

    assert (fact.derivation, fact.premises) == ("explicit", ())
    assert len(fact.evidence) == 2


def test_whoever_is_called_a_boy_is_a_minor(normalized: Run, at: At) -> None:
    child = Candidate("e3", "father", EntityObject("e2"), "r", (at("Ned"),))

    assert normalized(child).facts[0].sensitivity == ("minor",)


def test_whoever_is_under_eighteen_is_a_minor(normalized: Run, at: At) -> None:
    young, grown = ([replace(_age(n, at("Jane Roe")), subject="e1")] for n in (17, 41))

    assert normalized(*young).facts[0].sensitivity == ("minor",)
    assert normalized(*grown).facts[0].sensitivity == ()


def test_health_and_crime_are_labelled(normalized: Run, at: At) -> None:
    weight = Candidate(
        "e1",
        "mass",
        QuantityObject(Quantity(at("70 kg"), "70", "=", "kg", "70", "kg")),
        "r",
        (at("weighs 70 kg"),),
    )
    charge = Candidate("e1", "charged_with", TextObject("theft"), "r", (at("Roe"),))

    labels = {f.predicate: f.sensitivity for f in normalized(weight, charge).facts}

    assert labels == {"mass": ("health",), "charged_with": ("crime",)}


def test_an_unnamed_entity_is_known_in_its_document_only(normalized: Run, at: At) -> None:
    fact = Candidate("e5", "father", EntityObject("e2"), "r", (at("their son"),))

    assert normalized(fact).facts[0].subject.id_scope == "document"


def test_the_clean_article_lists_what_was_read_and_drawn(normalized: Run, spouse: Candidate) -> None:
    result = normalized(spouse)
    read = result.article

    assert read.fact_ids == (result.facts[0].fact_id,)
    assert [(e.id, e.named) for e in read.entities][:1] == [("ent:person:jane-roe", True)]
    assert [(b.start, b.label) for b in read.blocks] == [(0, "body"), (67, "caption")]
    assert read.metadata.published is not None
    assert read.metadata.published.offset is None


def test_an_article_without_facts_is_told_all_the_same(normalized: Run) -> None:
    result = normalized()

    assert (result.facts, result.article.fact_ids) == ((), ())
