"""Fuzzes the whole core on prose of scraps: no bug, every span in the text, evidence word for word, the same ids."""

import json

import atheris

_INSTRUMENTED = ["worker.pipeline.extract", "worker.pipeline.resolve", "worker.pipeline.normalize"]
with atheris.instrument_imports(include=_INSTRUMENTED):
    from tests.hostile.fuzzing import fuzz, prose
    from worker.bootstrap import build_pipeline
    from worker.pipeline.outcome import Extracted, Rejected
    from worker.pipeline.values import Envelope

_process = build_pipeline().process


def one(data: bytes) -> None:
    text = prose(data[:400]).replace("\x00", "")
    article = {"id": "d", "published": "2021-03-04", "text": f"Jane Roe won on Monday. {text}"}
    envelope = Envelope(json.dumps(article).encode())
    outcome = _process(envelope)
    if isinstance(outcome, Rejected):
        assert outcome.reason.value == "no_text"
        return
    assert isinstance(outcome, Extracted), outcome
    assert outcome.dropped == ()
    _lies_in_its_text(outcome)
    again = _process(envelope)
    assert isinstance(again, Extracted)
    assert (again.article, again.facts) == (outcome.article, outcome.facts)


def _lies_in_its_text(outcome: Extracted) -> None:
    event = outcome.article
    mentions = [mention for entity in event.entities for mention in entity.mentions]
    for span in (*event.blocks, *mentions, *event.times, *event.quantities, *event.quotes):
        assert 0 <= span.start < span.end <= len(event.text)
    for fact in outcome.facts:
        assert fact.evidence
        assert all(event.text[words.start : words.end] == words.exact for words in fact.evidence)
    assert [fact.fact_id for fact in outcome.facts] == list(event.fact_ids)
    assert len(set(event.fact_ids)) == len(event.fact_ids)


if __name__ == "__main__":
    fuzz(one)
