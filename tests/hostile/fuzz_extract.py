"""Fuzzes the whole core on prose of scraps: no bug, every span in the text, evidence word for word, the same ids."""

import json

import atheris

_INSTRUMENTED = ["worker.pipeline.extract", "worker.pipeline.resolve", "worker.pipeline.normalize"]
with atheris.instrument_imports(include=_INSTRUMENTED):
    from tests.hostile.evidence import lies_in_its_text
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
    lies_in_its_text(outcome)
    assert [fact.fact_id for fact in outcome.facts] == list(outcome.article.fact_ids)
    assert len(set(outcome.article.fact_ids)) == len(outcome.article.fact_ids)
    again = _process(envelope)
    assert isinstance(again, Extracted)
    assert (again.article, again.facts) == (outcome.article, outcome.facts)


if __name__ == "__main__":
    fuzz(one)
