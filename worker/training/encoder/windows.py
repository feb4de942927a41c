"""Documents to windows of at most 128 pieces, and windows to batches of few shapes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.encoder.features import feature
from worker.pipeline.annotate.encoder.pieces import PAD, START, STOP, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from worker.training.encoder.corpus import Document
    from worker.training.encoder.labels import Labels

Array = "NDArray[np.int32]"
SIZES = (32, 64, 96, 128)
NONE = -1  # no label here
LAYERS = ("names", "tags", "fine", "scripts", "heads", "relations")


@dataclass(frozen=True, slots=True)
class Window:
    """Over pieces, the two marks at the ends included. Labels stand on the first piece of a word, NONE elsewhere.

    `sentences`: number of the sentence on first pieces, NONE elsewhere; `heads` index pieces of the window.
    """

    ids: NDArray[np.int32]
    features: NDArray[np.int32]
    sentences: NDArray[np.int32]
    labels: Mapping[str, NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts documents where sentences begin, or inside a sentence that is longer than a window."""

    tokenizer: Tokenizer
    gazetteer: Mapping[str, int]
    labels: Labels

    def windows(self, doc: Document) -> list[Window]:
        pieces = cut(doc.words, self.tokenizer)
        sizes = [b - a for a, b in zip(pieces.first, pieces.first[1:], strict=False)]
        return [self._window(doc, pieces.ids, pieces.first, *part) for part in _parts(sizes, doc.starts, SIZES[-1] - 2)]

    def _window(self, doc: Document, ids: Sequence[int], first: Sequence[int], start: int, stop: int) -> Window:
        size = first[stop] - first[start] + 2
        at = np.array([first[word] - first[start] + 1 for word in range(start, stop)])
        marks = np.full(size, PAD, np.int32)
        marks[0], marks[-1], marks[1:-1] = START, STOP, ids[first[start] : first[stop]]
        features = np.zeros(size, np.int32)
        for word, place in zip(range(start, stop), at, strict=True):
            features[place : first[word + 1] - first[start] + 1] = feature(doc.words[word], self.gazetteer)
        sentences = np.full(size, NONE, np.int32)
        sentences[at] = np.cumsum([doc.starts[word] for word in range(start, stop)])
        labels = {}
        for layer, column in self.labels.columns(doc, start, stop).items():
            labels[layer] = np.full(size, NONE, np.int32)
            labels[layer][at] = at[column] if layer == "heads" else column
            if layer == "heads":
                labels[layer][at[column < 0]] = NONE
        return Window(marks, features, sentences, labels)


def _parts(sizes: Sequence[int], starts: Sequence[bool], room: int) -> Iterator[tuple[int, int]]:
    begin, total, last = 0, 0, 0
    for at, size in enumerate(sizes):
        if starts[at]:
            last = at
        if total + size > room and at > begin:
            stop = last if last > begin else at
            yield begin, stop
            begin, total = stop, sum(sizes[stop:at])
        total += size
    if begin < len(sizes):
        yield begin, len(sizes)


def batches(
    windows: Sequence[Window], pieces: int, rng: np.random.Generator
) -> Iterator[dict[str, NDArray[np.int32]]]:
    """In random order, each of one shape `[pieces // size, size]`; what does not fill a batch is left out."""
    by_size: dict[int, list[int]] = defaultdict(list)
    for at, window in enumerate(windows):
        by_size[next(size for size in SIZES if len(window.ids) <= size)].append(at)
    plan = []
    for size, members in sorted(by_size.items()):
        order, rows = rng.permutation(members), pieces // size
        plan += [(size, order[at : at + rows]) for at in range(0, len(order) - rows + 1, rows)]
    for at in rng.permutation(len(plan)):
        size, members = plan[at]
        yield stacked([windows[member] for member in members], size)


def stacked(windows: Sequence[Window], size: int) -> dict[str, NDArray[np.int32]]:
    batch = {"ids": np.full((len(windows), size), PAD, np.int32), "features": np.zeros((len(windows), size), np.int32)}
    for layer in ("sentences", *LAYERS):
        batch[layer] = np.full((len(windows), size), NONE, np.int32)
    for row, window in enumerate(windows):
        stop = len(window.ids)
        batch["ids"][row, :stop], batch["features"][row, :stop] = window.ids, window.features
        batch["sentences"][row, :stop] = window.sentences
        for layer, column in window.labels.items():
            batch[layer][row, :stop] = column
    return batch
