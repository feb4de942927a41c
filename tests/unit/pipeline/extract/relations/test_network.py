"""The network's arithmetic, against the same written out word by word."""

import numpy as np
import pytest

from worker.pipeline.extract.relations.network import POOLS, Network
from worker.pipeline.extract.relations.pairs import CLUES, CODES

WIDTH, INNER, HEADS, HEAD, PROPERTIES, READ = 6, 5, 2, 3, 4, 7


@pytest.fixture
def network() -> Network:
    rng = np.random.default_rng(3)
    shapes = {
        "words/w": (READ, WIDTH), "words/b": (WIDTH,), "pooled/w": (len(POOLS) * WIDTH, INNER),
        "seen/w": (HEADS * HEAD, INNER), "clues": (CLUES, INNER), "inner/b": (INNER,),
        "query/w": (2 * WIDTH, HEADS * HEAD), "query/clues": (CLUES, HEADS * HEAD), "key/w": (WIDTH, HEADS * HEAD),
        "key/codes": (CODES, HEADS * HEAD), "value/w": (WIDTH, HEADS * HEAD), "value/codes": (CODES, HEADS * HEAD),
        "attention/codes": (HEADS, CODES), "out/w": (INNER, PROPERTIES), "out/b": (PROPERTIES,),
        "direct": (CLUES, PROPERTIES),
    }  # fmt: skip
    return Network({name: rng.standard_normal(shape).astype(np.float32) for name, shape in shapes.items()})


def gelu(x: np.ndarray) -> np.ndarray:
    return np.asarray(0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))))


def by_hand(network: Network, words: np.ndarray, clues: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """One pair."""
    w = network.weights
    x = gelu(words @ w["words/w"] + w["words/b"])
    pooled = []
    for pool in POOLS:
        inside = [x[t] for t, code in enumerate(codes) if pool[code]]
        pooled.append(np.mean(inside, 0) if inside else np.zeros(WIDTH))
    query = np.concatenate(pooled[:2]) @ w["query/w"] + sum(w["query/clues"][c] for c in clues)
    seen = []
    for head in range(HEADS):
        part = slice(head * HEAD, (head + 1) * HEAD)
        keys = [(x[t] @ w["key/w"] + w["key/codes"][code])[part] for t, code in enumerate(codes)]
        looks = [k @ query[part] / HEAD**0.5 + w["attention/codes"][head, c] for k, c in zip(keys, codes, strict=True)]
        share = np.exp(looks) / np.exp(looks).sum()
        seen += list(sum(s * (x[t] @ w["value/w"] + w["value/codes"][codes[t]])[part] for t, s in enumerate(share)))
    inner = np.concatenate(pooled) @ w["pooled/w"] + np.array(seen) @ w["seen/w"] + w["inner/b"]
    inner = gelu(inner + sum(w["clues"][c] for c in clues))
    return np.asarray(inner @ w["out/w"] + w["out/b"] + sum(w["direct"][c] for c in clues))


def test_pairs_are_scored_as_written_out_by_hand(network: Network) -> None:
    rng = np.random.default_rng(4)
    words = rng.standard_normal((9, READ)).astype(np.float32)
    clues, codes = rng.integers(0, CLUES, (3, 4)), rng.integers(1, CODES, (3, 9))

    found = network(words, clues, codes)

    expected = [by_hand(network, words, clues[at], codes[at]) for at in range(3)]
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-4)


def test_it_tells_how_wide_the_vectors_are_that_it_reads(network: Network) -> None:
    assert network.width == READ
