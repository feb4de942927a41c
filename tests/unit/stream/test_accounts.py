"""What is counted of a committed batch: every article once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from tests.unit.stream.conftest import RAW
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Rejected
from worker.settings import load
from worker.stream.accounts import Accounts
from worker.stream.fate import Decision
from worker.stream.sizes import Sizes

if TYPE_CHECKING:
    from tests.unit.stream.conftest import MakeReading, World
    from worker.settings import Settings
    from worker.stream.fate import Reading

REJECTED = Rejected(RejectReason.NO_TEXT, "clean", "/text", "some text", "send some")


@pytest.fixture
def accounts(world: World) -> Accounts:
    return Accounts(load({"known_producers": ("Gazette",)}), world.telemetry)


def committed(accounts: Accounts, *readings: Reading, settings: Settings | None = None) -> None:
    decision = Decision(lambda _: None, settings or load(), Sizes(1 << 20, {}))
    for reading in readings:
        decision.add(reading)
    accounts.committed(RAW, decision, 7, documents=4)


def test_every_article_is_counted_by_how_it_ended(world: World, accounts: Accounts, reading: MakeReading) -> None:
    committed(accounts, reading(0), reading(1), reading(2, id="none", facts=[]), reading(3, REJECTED))

    ends = {
        end: world.value("messages_processed_total", topic=RAW.topic, outcome=end)
        for end in ("published", "duplicate", "no_facts", "dead_lettered")
    }
    assert ends == {"published": 1, "duplicate": 1, "no_facts": 1, "dead_lettered": 1}


def test_facts_are_counted_by_what_happened_to_them(world: World, accounts: Accounts, reading: MakeReading) -> None:
    committed(accounts, reading(0, facts=["a", "b"]), reading(1, facts=["b", "c"]))

    labels = {"topic": "news.fact.v1", "fact_type": "number_of_teeth"}
    assert world.value("facts_published_total", event="asserted", **labels) == 3
    assert world.value("facts_published_total", event="retracted", **labels) == 1


def test_what_is_withheld_and_what_is_redirected_is_counted(
    world: World, accounts: Accounts, reading: MakeReading
) -> None:
    one = reading(0, facts=["a", "b", "c"])
    assert isinstance(one.outcome, Extracted)
    marks = zip(one.outcome.facts, (("minor",), ("health",), ()), strict=True)
    facts = tuple(fact.model_copy(update={"sensitivity": labels}) for fact, labels in marks)
    one = replace(one, outcome=replace(one.outcome, facts=facts))

    committed(accounts, one, settings=load({"sensitive": "minor:drop,health:redirect"}))

    labels = {"fact_type": "number_of_teeth", "event": "asserted"}
    assert world.value("facts_rejected_total", reason="sensitive") == 1
    assert world.value("facts_published_total", topic="news.fact.sensitive.v1", **labels) == 1
    assert world.value("facts_published_total", topic="news.fact.v1", **labels) == 1


def test_articles_without_their_id_as_key_are_counted_each_and_told_once(
    world: World, accounts: Accounts, reading: MakeReading
) -> None:
    with capture_logs() as lines:
        committed(accounts, reading(0, key=None), reading(1, id="b", key=b"other"), reading(2, id="c", key=b"c"))

    assert world.value("messages_unkeyed_total", topic=RAW.topic) == 2
    assert sum("document id as key" in line["event"] for line in lines) == 1


def test_only_producers_of_the_settings_get_a_series_of_their_own(
    world: World, accounts: Accounts, reading: MakeReading
) -> None:
    known, stranger = reading(0, REJECTED), reading(1, REJECTED)
    known = replace(known, envelope=replace(known.envelope, headers=(("ce_source", b"Gazette"),)))
    committed(accounts, known, stranger)

    assert world.value("rejections_total", producer="Gazette", reason="no_text") == 1
    assert world.value("rejections_total", producer="other", reason="no_text") == 1


def test_known_documents_are_summed_over_partitions_and_forgotten_with_them(
    world: World, accounts: Accounts, reading: MakeReading
) -> None:
    committed(accounts, reading(0))
    before = world.value("dedup_entries")
    accounts.forget()

    assert (before, world.value("dedup_entries")) == (4, 0)


def test_the_lines_of_articles_hold_no_text(accounts: Accounts, reading: MakeReading) -> None:
    with capture_logs() as lines:
        committed(accounts, reading(0, pad=50, facts=["secret"]))

    assert [line["log_level"] for line in lines if line["event"] == "article"] == ["debug"]
    assert "secret" not in str(lines)
