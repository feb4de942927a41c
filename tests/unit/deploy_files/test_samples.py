"""The sample articles: the good ones are accepted, the broken ones are not, and every round is new but for two."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from worker.pipeline.decode import Decode
from worker.pipeline.errors import ArticleRejected, RejectReason
from worker.pipeline.values import Envelope

SAMPLES = Path(__file__).parents[3] / "deploy" / "samples"
GOOD = (SAMPLES / "articles.jsonl").read_bytes().splitlines()
BROKEN = (SAMPLES / "broken.jsonl").read_bytes().splitlines()
DECODE = Decode()
JSON = (("content-type", b"application/json"),)


@pytest.mark.parametrize("line", GOOD, ids=range(len(GOOD)))
def test_a_good_sample_is_an_article(line: bytes) -> None:
    assert DECODE(Envelope(line, headers=JSON)).document_id


@pytest.mark.parametrize("line", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_sample_is_refused(line: bytes) -> None:
    with pytest.raises(ArticleRejected) as refusal:
        DECODE(Envelope(line, headers=JSON))
    assert refusal.value.reason in {RejectReason.INVALID_JSON, RejectReason.INVALID_FIELD, RejectReason.NO_TEXT}


def test_a_round_is_new_but_for_the_article_told_twice_and_the_corrected_one() -> None:
    printed = subprocess.run([sys.executable, SAMPLES / "round.py"], capture_output=True, check=True).stdout
    lines = printed.splitlines()
    assert len(lines) == len(GOOD) + len(BROKEN)
    ids = {DECODE(Envelope(line, headers=JSON)).document_id for line in lines[: len(GOOD)]}
    known = {DECODE(Envelope(line, headers=JSON)).document_id for line in GOOD}
    assert len(ids) == len(GOOD)
    assert len(ids & known) == 2


def test_the_samples_are_of_many_forms() -> None:
    keys = {frozenset(json.loads(line)) & {"text", "html", "articleBody", "body_text"} for line in GOOD}
    assert len(keys) == 4
