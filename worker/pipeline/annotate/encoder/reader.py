"""One forward pass over an article's words: for each sentence names' chances, tags, lemmas and a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import numpy as np

from worker.pipeline.annotate.encoder.features import NO_WORD, feature
from worker.pipeline.annotate.encoder.pieces import START, STOP, cut
from worker.pipeline.annotate.encoder.tree import best_tree
from worker.pipeline.annotate.reading import Reading
from worker.pipeline.annotate.windows import parts, whole, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from worker.pipeline.annotate.encoder.lexicon import Lexicon
    from worker.pipeline.annotate.encoder.pieces import Pieces

ROOM = 126  # pieces of a window besides the marks at its ends, as in training
_OUTPUTS = ("names", "tags", "fine", "scripts", "arcs", "below", "above", "vectors")


class Session(Protocol):
    """What is used of `onnxruntime.InferenceSession`."""

    def run(self, outputs: Sequence[str], feed: Mapping[str, Any]) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels of the heads in the order of their outputs, and the weights of the relations' last layer."""

    LABELS: ClassVar = ("tags", "fine", "scripts", "relations")

    tags: tuple[str, ...]
    fine: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EncoderReader:
    """`session` runs the graph that worker/training/encoder/graph.py makes."""

    session: Session
    tokenizer: Tokenizer
    inventory: Inventory
    lexicon: Lexicon
    gazetteer: Mapping[str, int]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """One reading a sentence; a sentence longer than a window is read in parts."""
        words = [word for sentence in sentences for word in sentence]
        pieces = cut(words, self.tokenizer)
        known = {word: feature(word, self.gazetteer) for word in set(words)}
        features = [known[word] for word in words]
        lengths = [len(sentence) for sentence in sentences]
        held = windows(list(parts(pieces.first, lengths, ROOM)), pieces.first, ROOM)
        read = [reading for window in held for reading in self._window(window, words, pieces, features)]
        return list(whole(read, lengths))

    def _window(
        self, window: Sequence[range], words: Sequence[str], pieces: Pieces, features: Sequence[int]
    ) -> Iterator[Reading]:
        start, stop = window[0].start, window[-1].stop
        begin, end = pieces.first[start], pieces.first[stop]
        first = np.array(pieces.first[start:stop]) - begin + 1
        spread = np.repeat(features[start:stop], np.diff(pieces.first[start : stop + 1]))
        feed = {
            "ids": np.array([[START, *pieces.ids[begin:end], STOP]], np.int64),
            "features": np.array([[NO_WORD, *spread, NO_WORD]], np.int64),
            "first": first,
        }
        found = dict(zip(_OUTPUTS, self.session.run(_OUTPUTS, feed), strict=True))
        for part in window:
            yield self._sentence(words[part.start : part.stop], slice(part.start - start, part.stop - start), found)

    def _sentence(self, words: Sequence[str], here: slice, found: Mapping[str, NDArray[Any]]) -> Reading:
        labels = self.inventory
        heads = best_tree(found["arcs"][here, here])
        inner = np.maximum(found["below"][here] + found["above"][here][heads], 0)
        scores = inner @ labels.weights + labels.bias
        scores[:, labels.relations.index("root")] = np.where(heads == np.arange(len(heads)), np.inf, -np.inf)
        relations = scores.argmax(1)
        fine = tuple(labels.fine[at] for at in found["fine"][here].tolist())
        scripts = (labels.scripts[at] for at in found["scripts"][here].tolist())
        return Reading(
            found["names"][here],
            tuple(labels.tags[at] for at in found["tags"][here].tolist()),
            fine,
            tuple(map(self.lexicon.lemma, words, fine, scripts)),
            tuple(heads.tolist()),
            tuple(labels.relations[at] for at in relations.tolist()),
            found["vectors"][here],
        )
