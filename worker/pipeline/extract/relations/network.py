"""The relation model's arithmetic: what a reader saw of a sentence's words, and its pairs, to a score a property.

Subject, object, the words between and the path are mean-pooled; beside them each pair looks over the whole sentence
with a few heads of attention (Vaswani et al. 2017) whose keys and values also tell where a word stands to the pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.extract.relations.pairs import BETWEEN, CODES, DOWN, OBJECT, SUBJECT, UP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from worker.pipeline.extract.relations.pairs import Numbers

    Floats = NDArray[np.float32]

_CODE = np.arange(CODES) - 1
_REGION, _PATH = _CODE // 30, _CODE // 3 % 5
# For each code the pooled span that its word belongs to: 0 subject, 1 object, 2 between, 3 path.
POOLS = np.stack([
    _REGION == SUBJECT, _REGION == OBJECT, _REGION == BETWEEN,
    (_PATH >= UP) & (_PATH <= DOWN) & (_REGION < SUBJECT) & (_CODE >= 0),
]).astype(np.float32)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Network:
    """`weights`: as worker/training/relations/network.py fits them; `attention/codes` has a row a head."""

    weights: Mapping[str, Floats]

    @property
    def width(self) -> int:
        """Numbers a word that it reads."""
        return int(self.weights["words/w"].shape[0])

    def __call__(self, words: Floats, clues: Numbers, codes: Numbers) -> Floats:
        """Scores `[pairs, properties]`, the logarithms of odds. `words`: `[words, width]`."""
        w = self.weights
        x = _gelu(words @ w["words/w"] + w["words/b"])
        pooled = self._pooled(x, codes)
        seen = self._attended(x, pooled, clues, codes)
        inner = pooled.reshape(len(codes), -1) @ w["pooled/w"] + seen @ w["seen/w"]
        inner += w["clues"][clues].sum(1) + w["inner/b"]
        return np.asarray(_gelu(inner) @ w["out/w"] + w["out/b"] + w["direct"][clues].sum(1))

    def _pooled(self, x: Floats, codes: Numbers) -> Floats:
        """Means `[pairs, pools, width]`."""
        share = POOLS[:, codes]
        means = share @ x / np.maximum(share.sum(2, keepdims=True), 1)
        return np.asarray(means.swapaxes(0, 1))

    def _attended(self, x: Floats, pooled: Floats, clues: Numbers, codes: Numbers) -> Floats:
        """What each pair sees `[pairs, heads * size of a head]`; all arrays inside have the heads in front."""
        w = self.weights
        ends = pooled[:, :2].reshape(len(codes), -1)
        asked = ends @ w["query/w"] + w["query/clues"][clues].sum(1)
        query, key, value = (self._by_head(y) for y in (asked, x @ w["key/w"], x @ w["value/w"]))
        key_codes, value_codes = (self._by_head(w[name]) for name in ("key/codes", "value/codes"))
        row = np.arange(len(codes))[:, None]
        by_code = query @ key_codes.swapaxes(1, 2)
        scores = (query @ key.swapaxes(1, 2) + by_code[:, row, codes]) / np.sqrt(query.shape[2], dtype=np.float32)
        looks = _softmax(scores + w["attention/codes"][:, codes])
        seen = looks @ value + _summed(looks, codes) @ value_codes
        return np.asarray(seen.swapaxes(0, 1).reshape(len(codes), -1))

    def _by_head(self, y: Floats) -> Floats:
        heads = len(self.weights["attention/codes"])
        return y.reshape(len(y), heads, -1).swapaxes(0, 1)


def _summed(looks: Floats, codes: Numbers) -> Floats:
    """How much each pair looks at each code: `[heads, pairs, CODES]`. Counting is ten times as fast as gathering."""
    pairs = len(codes)
    at = (np.arange(pairs)[:, None] * CODES + codes).ravel()
    sums = [np.bincount(at, look.ravel(), pairs * CODES).reshape(pairs, CODES) for look in looks]
    return np.stack(sums).astype(np.float32)


def _gelu(x: Floats) -> Floats:
    """By tanh, as in training."""
    return np.asarray(0.5 * x * (1 + np.tanh(x * (np.float32(0.7978846) + np.float32(0.0356774) * x * x))))


def _softmax(x: Floats) -> Floats:
    grown = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(grown / grown.sum(-1, keepdims=True))
