"""How much memory a record takes: what is counted is about what CPython needs."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.integration import stream_pipeline
from worker.pipeline.outcome import Failed
from worker.pipeline.values import Envelope
from worker.pool.weight import FACT_BYTES, HEADER_BYTES, drawn, weight


def test_value_key_and_headers_count_and_a_null_is_nothing() -> None:
    headers = (("ab", b"cde"), ("f", None))

    assert weight(b"v" * 100, b"k" * 10, headers) == 100 + 10 + 6 + 2 * HEADER_BYTES
    assert weight(None, None, ()) == 0


@pytest.mark.parametrize("size", [2, 100], ids=["small", "usual"])
def test_headers_weigh_what_they_take(size: int) -> None:
    tracemalloc.start()  # which does not see the 2,000 tuples that CPython keeps for later
    headers = [(b"%05d" % number).decode() for number in range(50_000)]
    made = tuple((name, bytes(size)) for name in headers)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 0.7 < weight(None, None, made) / taken < 1.3


def test_what_was_drawn_weighs_by_its_facts() -> None:
    told = stream_pipeline.process(Envelope(b'{"id": "doc", "facts": ["a", "b", "c"]}'))

    assert drawn(told) == 3 * FACT_BYTES
    assert drawn(Failed("KeyError", "extract", "")) == 0
