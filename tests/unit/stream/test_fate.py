"""What an outcome becomes: topics, keys, partitions, and one fate per article."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from aiokafka import TopicPartition
from aiokafka.structs import RecordMetadata

from schemas.codec import decode
from schemas.fact import Literal_
from schemas.state import DocumentState
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Failed, Rejected
from worker.settings import load
from worker.stream.fate import Decision
from worker.stream.sizes import Sizes
from worker.stream.state import StoreBroken

if TYPE_CHECKING:
    from tests.unit.stream.conftest import MakeReading
    from worker.settings import Settings
    from worker.stream.fate import Fate, Known, Reading

SIZES = Sizes(1 << 20, {})


def nothing_known(_: str) -> None:
    return None


def decided(
    *readings: Reading, settings: Settings | None = None, sizes: Sizes = SIZES, known: Known = nothing_known
) -> Decision:
    decision = Decision(known, settings or load(), sizes)
    for reading in readings:
        decision.add(reading)
    return decision


def read(reading: Reading) -> Extracted:
    assert isinstance(reading.outcome, Extracted)
    return reading.outcome


def events(fate: Fate) -> list[tuple[str, str]]:
    assert fate.revision is not None
    return [(one.op, one.object.value) for one in fate.revision.events if isinstance(one.object, Literal_)]


def state(fate: Fate) -> DocumentState | None:
    assert fate.revision is not None
    return fate.revision.state


def topics(decision: Decision) -> list[str]:
    return [record.topic for record in decision.records]


def test_a_new_article_leaves_facts_clean_article_and_state(reading: MakeReading) -> None:
    decision = decided(reading(0, facts=["a", "b"]))

    assert topics(decision) == ["news.fact.v1", "news.fact.v1", "news.article.clean.v1", "newsfacts.document-state.v1"]
    assert [fate.ending for fate in decision.fates] == ["published"]


def test_keys_are_the_subject_and_the_document_and_state_lies_beside_its_input(reading: MakeReading) -> None:
    fact, clean, state = decided(reading(0)).records

    assert (fact.key, clean.key, state.key) == (b"person:doc", b"doc", b"doc")
    assert (fact.partition, clean.partition, state.partition) == (None, None, 3)


def test_an_article_without_facts_is_published_all_the_same(reading: MakeReading) -> None:
    decision = decided(reading(0, facts=[]))

    assert topics(decision) == ["news.article.clean.v1", "newsfacts.document-state.v1"]
    assert decision.fates[0].ending == "no_facts"


def test_a_second_revision_in_the_batch_is_judged_against_the_first(reading: MakeReading) -> None:
    decision = decided(reading(0, facts=["a"]), reading(1, facts=["b"]), reading(2, facts=["b"]))

    told = [event for fate in decision.fates for event in events(fate)]
    assert told == [("assert", "a"), ("retract", "a"), ("assert", "b")]
    assert [fate.ending for fate in decision.fates] == ["published", "published", "duplicate"]


def test_only_the_last_state_of_a_document_reaches_the_store(reading: MakeReading) -> None:
    decision = decided(reading(0, facts=["a"]), reading(1, facts=["b"]))

    [last] = decision.changes.values()
    assert decode(DocumentState, last or b"").revision == 2


def test_the_checkpoint_lies_behind_the_last_changelog_record_and_nowhere_without_one(reading: MakeReading) -> None:
    decision, nothing = decided(reading(0)), decided()
    topics = ("news.fact.v1", "newsfacts.document-state.v1", "newsfacts.document-state.v1")
    places = [RecordMetadata(topic, 0, TopicPartition(topic, 0), 7 + n, 0, 0, 0) for n, topic in enumerate(topics)]
    decision.delivered(places)
    nothing.delivered(places[:1])

    assert (decision.checkpoint, nothing.checkpoint) == (10, None)


def test_what_is_known_unchanged_publishes_nothing(reading: MakeReading) -> None:
    first = decided(reading(0))
    known = {"doc": state(first.fates[0])}

    again = decided(reading(1), known=known.get)

    assert (again.records, again.changes, again.fates[0].ending) == ([], {}, "duplicate")


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Rejected(RejectReason.NO_TEXT, "clean", "/text", "some text", "send some"), "producer"),
        (Failed("KeyError", "extract", "boom", "Traceback"), "internal"),
    ],
    ids=["rejected", "failed"],
)
def test_what_was_not_read_becomes_one_dead_letter(
    reading: MakeReading, outcome: Rejected | Failed, fault: str
) -> None:
    decision = decided(reading(0, outcome))

    [letter] = decision.records
    assert letter.topic == "news.article.dlq.v1"
    assert dict(letter.headers)["nf-error-fault"].decode() == fault
    assert (decision.fates[0].ending, decision.changes) == ("dead_lettered", {})


def test_an_article_with_one_record_too_large_is_parked_as_a_whole_and_changes_no_state(reading: MakeReading) -> None:
    decision = decided(reading(0, pad=20_000), sizes=Sizes(1 << 20, {"news.article.clean.v1": 10_000}))

    assert topics(decision) == ["news.article.dlq.v1"]
    assert dict(decision.records[0].headers)["nf-error-code"] == b"output_oversize"
    assert decision.changes == {}


def test_an_article_too_large_for_topics_as_kafka_makes_them_is_the_producers_to_part(reading: MakeReading) -> None:
    decision = decided(reading(0, pad=1_100_000), sizes=Sizes(1 << 20, {}))

    outcome = decision.fates[0].outcome
    assert isinstance(outcome, Rejected), "not ours: ten of them would open the breaker"
    assert (outcome.reason, outcome.stage, outcome.field) == (RejectReason.OVERSIZE, "publish", "/text")
    assert "news.article.clean.v1" in outcome.rule


def test_a_later_revision_is_not_judged_against_one_that_was_parked(reading: MakeReading) -> None:
    sizes = Sizes(1 << 20, {"news.article.clean.v1": 10_000})
    decision = decided(reading(0, facts=["a"], pad=20_000), reading(1, facts=["b"]), sizes=sizes)

    assert events(decision.fates[1]) == [("assert", "b")]


def test_a_bug_in_the_last_steps_costs_one_article(reading: MakeReading) -> None:
    odd = reading(0)
    odd = replace(odd, outcome=replace(read(odd), version="not a version", content_hash="no hash"))

    decision = decided(odd, reading(1, id="other"))

    assert [fate.ending for fate in decision.fates] == ["dead_lettered", "published"]
    assert isinstance(decision.fates[0].outcome, Failed)
    assert decision.fates[0].outcome.stage == "revise"


def test_a_broken_store_is_nobodys_dead_letter(reading: MakeReading) -> None:
    def broken(_: str) -> None:
        raise StoreBroken

    with pytest.raises(StoreBroken):
        decided(reading(0), known=broken)


def test_soft_facts_have_their_own_topic_if_they_are_wanted_at_all(reading: MakeReading) -> None:
    hard = reading(0, facts=["a", "b"])
    facts = (read(hard).facts[0], read(hard).facts[1].model_copy(update={"status": "predicted"}))
    mixed = replace(hard, outcome=replace(read(hard), facts=facts))

    wanted = decided(mixed, settings=load({"publish_soft": True}))
    unwanted = decided(mixed)

    assert topics(wanted)[:2] == ["news.fact.v1", "news.fact.soft.v1"]
    assert topics(unwanted)[:2] == ["news.fact.v1", "news.article.clean.v1"]
    assert unwanted.fates[0].refused == ("soft",)
    assert json.loads(unwanted.records[1].value or b"")["fact_ids"] == [facts[0].fact_id]


def test_an_article_of_which_the_policy_leaves_nothing_says_so(reading: MakeReading) -> None:
    decision = decided(reading(0), settings=load({"min_confidence": 0.95}))

    assert decision.fates[0].ending == "dropped_by_policy"
    assert decision.fates[0].refused == ("low_confidence",)


def test_a_sensitive_fact_is_withheld_when_the_settings_say_so(reading: MakeReading) -> None:
    one = reading(0)
    fact = read(one).facts[0].model_copy(update={"sensitivity": ("minor",)})
    one = replace(one, outcome=replace(read(one), facts=(fact,)))

    assert decided(one, settings=load({"sensitive": "minor:drop,health:redirect"})).fates[0].refused == ("sensitive",)


def labelled(reading: Reading, *labels: str, status: str = "asserted") -> Reading:
    facts = tuple(
        fact.model_copy(update={"sensitivity": labels, "status": status}) for fact in read(reading).facts
    )
    return replace(reading, outcome=replace(read(reading), facts=facts))


@pytest.mark.parametrize(
    ("policy", "labels", "topic"),
    [
        ("", ("minor",), "news.fact.v1"),
        ("redirect", ("minor",), "news.fact.sensitive.v1"),
        ("redirect", (), "news.fact.v1"),
        ("drop", ("crime",), None),
        ("drop,crime:publish", ("crime",), "news.fact.v1"),
        ("minor:drop,health:redirect", ("health",), "news.fact.sensitive.v1"),
        ("minor:drop,health:redirect", ("health", "minor"), None),
        ("minor:drop,health:redirect", ("politics",), "news.fact.v1"),
    ],
)
def test_a_sensitive_fact_goes_where_the_policy_sends_it(
    reading: MakeReading, policy: str, labels: tuple[str, ...], topic: str | None
) -> None:
    decision = decided(labelled(reading(0), *labels), settings=load({"sensitive": policy}))

    assert topics(decision)[:-2] == ([topic] if topic else [])
    assert decision.fates[0].refused == (() if topic else ("sensitive",))


def test_a_soft_fact_that_is_redirected_is_on_the_sensitive_topic_alone(reading: MakeReading) -> None:
    soft = labelled(reading(0), "health", status="predicted")

    decision = decided(soft, settings=load({"sensitive": "redirect", "publish_soft": True}))

    assert topics(decision)[:-2] == ["news.fact.sensitive.v1"]


def test_a_redirected_fact_is_retracted_where_it_was_told(reading: MakeReading) -> None:
    redirect = load({"sensitive": "redirect"})
    known = {"doc": state(decided(labelled(reading(0), "minor"), settings=redirect).fates[0])}

    gone = decided(reading(1, facts=[]), settings=load(), known=known.get)

    assert events(gone.fates[0]) == [("retract", "a")]
    assert topics(gone)[0] == "news.fact.sensitive.v1"


@pytest.mark.parametrize(("first", "then"), [("publish", "redirect"), ("redirect", "publish")])
def test_a_fact_whose_topic_changes_leaves_the_old_one(reading: MakeReading, first: str, then: str) -> None:
    before = load({"sensitive": first})
    known = {"doc": state(decided(labelled(reading(0), "minor"), settings=before).fates[0])}

    moved = decided(labelled(reading(1, pad=1), "minor"), settings=load({"sensitive": then}), known=known.get)

    named = {"publish": "news.fact.v1", "redirect": "news.fact.sensitive.v1"}
    assert events(moved.fates[0]) == [("retract", "a"), ("assert", "a")]
    assert topics(moved)[:2] == [named[first], named[then]]


def test_a_redelivery_under_another_policy_moves_and_forgets_nothing(reading: MakeReading) -> None:
    known = {"doc": state(decided(labelled(reading(0, version="1"), "minor")).fates[0])}
    again = reading(0, version="1")
    again = labelled(replace(again, outcome=replace(read(again), version="2")), "minor")

    same = decided(again, settings=load({"sensitive": "redirect"}), known=known.get)

    assert events(same.fates[0]) == []
    assert [len(known.facts) for known in [state(same.fates[0])] if known is not None] == [1]


@pytest.mark.parametrize(
    ("status", "limits", "refused"),
    [
        ("asserted", {"min_confidence": 0.95}, ("low_confidence",)),
        ("asserted", {"min_confidence_soft": 0.95}, ()),
        ("predicted", {"min_confidence_soft": 0.95}, ("low_confidence",)),
        ("predicted", {"min_confidence": 0.95}, ()),
    ],
)
def test_each_topic_has_a_least_confidence_of_its_own(
    reading: MakeReading, status: str, limits: dict[str, float], refused: tuple[str, ...]
) -> None:
    one = labelled(reading(0), status=status)

    assert decided(one, settings=load({"publish_soft": True, **limits})).fates[0].refused == refused


def test_a_stricter_policy_retracts_what_it_no_longer_admits(reading: MakeReading) -> None:
    known = {"doc": state(decided(reading(0)).fates[0])}

    settings = load({"min_confidence": 0.95})
    stricter = decided(reading(1, facts=["a"], pad=1), settings=settings, known=known.get)

    assert events(stricter.fates[0]) == [("retract", "a")]
