"""The label inventories of the heads: fixed for names, counted in the training corpora for syntax."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.reading import NAMES
from worker.training.encoder.corpus import MAYBE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from worker.training.encoder.corpus import Document

FREE = len(NAMES)  # O, B-MISC and I-MISC are all right
SEEN = 4  # a lemma script met less often is left out


@dataclass(frozen=True, slots=True)
class Labels:
    """Each head's labels in the order of its outputs."""

    tags: tuple[str, ...]
    fine: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]

    def columns(self, doc: Document, start: int, stop: int) -> Mapping[str, NDArray[np.int64]]:
        """Label numbers of the words `[start, stop)`; heads as word numbers from `start`; -1 where there is none."""
        found = {}
        if doc.names:
            found["names"] = _numbers(doc.names[start:stop], {**_index(NAMES), MAYBE: FREE})
        if doc.tags:
            for layer in ("tags", "fine", "scripts", "relations"):
                found[layer] = _numbers(getattr(doc, layer)[start:stop], _index(getattr(self, layer)))
            inside = [head - start if start <= head < stop else -1 for head in doc.heads[start:stop]]
            found["heads"] = np.array(inside)
            found["relations"][found["heads"] < 0] = -1
        return found


def counted(documents: Iterable[Document]) -> Labels:
    tags, fine, scripts, relations = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for doc in documents:
        tags.update(doc.tags)
        fine.update(doc.fine)
        scripts.update(filter(None, doc.scripts))
        relations.update(doc.relations)
    often = sorted(name for name, count in scripts.items() if count >= SEEN)
    return Labels(tuple(sorted(tags)), tuple(sorted(fine)), tuple(often), tuple(sorted(relations)))


def _index(labels: Sequence[str]) -> dict[str, int]:
    return {label: at for at, label in enumerate(labels)}


def _numbers(column: Sequence[str], index: Mapping[str, int]) -> NDArray[np.int64]:
    return np.array([index.get(label, -1) for label in column])
