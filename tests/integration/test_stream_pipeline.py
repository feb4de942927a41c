"""The worker as it ships, real pipeline and all, on a real Kafka: what `newsfacts run` publishes can be trusted."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from schemas.clean import CleanArticleEvent
from schemas.codec import decode
from schemas.fact import FactEvent
from tests.integration.stream_world import World
from worker.bootstrap import build_pipeline
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deploy.kafka.client import Kafka

RUN = ("-m", "worker", "run")
TEXT = (
    "PORT ELLERY, May 16, 2019 - Singer Lena Ashby, 34, married actor Jonas Reed on Saturday.\n\n"
    '"We could not be happier," Ashby said.\n\n'
    "The couple's daughter, Ivy, weighed 7 pounds, 4 ounces.\n"
)


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str, tmp_path: Path) -> Iterator[World]:
    with World(kafka, f"t{topic_prefix[-24:]}.", tmp_path) as made:
        yield made


def raw(name: str, **more: str) -> bytes:
    return json.dumps({"id": name, "text": TEXT, "published": "2019-05-16", **more}).encode()


def expected(payload: bytes) -> Extracted:
    outcome = build_pipeline().process(Envelope(payload))
    assert isinstance(outcome, Extracted)
    assert outcome.facts
    return outcome


def test_the_facts_on_the_topic_are_the_ones_that_the_pipeline_draws(world: World) -> None:
    names = [f"article-{number}" for number in range(20)]
    world.send((name, raw(name)) for name in names)

    worker = world.worker(command=RUN)
    world.settle(90)

    facts = [decode(FactEvent, one.value) for one in world.read("news.fact.v1")]
    wanted = Counter(fact.fact_id for name in names for fact in expected(raw(name)).facts)
    assert Counter(fact.fact_id for fact in facts) == wanted
    assert worker.stop() == 0


def test_every_fact_can_be_found_in_the_clean_text_that_was_published_with_it(world: World) -> None:
    world.send([("article", raw("article"))])

    world.worker(command=RUN)
    world.settle(90)

    [clean] = [decode(CleanArticleEvent, one.value) for one in world.read("news.article.clean.v1")]
    facts = [decode(FactEvent, one.value) for one in world.read("news.fact.v1")]
    spans = [words for fact in facts for words in fact.evidence]
    assert spans
    assert all(clean.text[words.start : words.end] == words.exact for words in spans)
    assert {words.text_sha256 for words in spans} == {clean.text_sha256}
    assert set(clean.fact_ids) == {fact.fact_id for fact in facts}


def test_a_canceled_article_takes_all_its_facts_back(world: World) -> None:
    world.send([("article", raw("article")), ("article", raw("article", pub_status="canceled"))])

    world.worker(command=RUN)
    world.settle(90)

    facts = [decode(FactEvent, one.value) for one in world.read("news.fact.v1")]
    told = {op: {fact.fact_id for fact in facts if fact.op == op} for op in ("assert", "retract")}
    assert told["assert"] == told["retract"] != set()


def test_an_article_that_is_no_article_comes_back_with_field_rule_and_fix(world: World) -> None:
    world.send([("bad", json.dumps({"id": "bad", "text": TEXT, "published": "yesterday"}).encode())])

    world.worker(command=RUN)
    world.settle(90)

    letter = world.dead_letters()["invalid_field"]
    detail = json.loads(letter.told("nf-error-detail-json"))
    assert (detail["field"], detail["fault"]) == ("/published", "producer")
    assert detail["rule"]
    assert detail["fix"]
