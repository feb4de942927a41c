"""Sentences to windows that a model can hold, and what was read in parts back to one reading a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.reading import NAMES, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def parts(first: Sequence[int], lengths: Sequence[int], room: int) -> Iterator[range]:
    """The words of each sentence, cut where a window of `room` pieces is full.

    `first`: number of each word's first piece, with the end behind the last; `lengths`: words of each sentence. A
    word of more than `room` pieces is a part of its own.
    """
    start = 0
    for length in lengths:
        stop = start + length
        while start < stop:
            end = start + 1
            while end < stop and first[end + 1] - first[start] <= room:
                end += 1
            yield range(start, end)
            start = end


def windows(cut: Sequence[range], first: Sequence[int], room: int) -> Iterator[list[range]]:
    """As many neighbouring sentences as fit: what stands around a sentence helps to read it."""
    window: list[range] = []
    for part in cut:
        if window and first[part.stop] - first[window[0].start] > room:
            yield window
            window = []
        window.append(part)
    if window:
        yield window


def whole(read: Sequence[Reading], lengths: Sequence[int]) -> Iterator[Reading]:
    """The parts of a sentence as one reading; an empty sentence has an empty one."""
    at = 0
    for length in lengths:
        taken: list[Reading] = []
        missing = length
        while missing > 0:
            taken.append(read[at])
            missing -= len(read[at].names)
            at += 1
        yield taken[0] if len(taken) == 1 else _joined(taken)


def _joined(readings: Sequence[Reading]) -> Reading:
    """The roots of later parts hang on the first one's, so that the sentence is one tree."""

    def column(name: str) -> tuple[str, ...]:
        return tuple(value for reading in readings for value in getattr(reading, name))

    starts = np.cumsum([0, *(len(reading.names) for reading in readings)]).tolist()
    heads = [start + head for start, reading in zip(starts, readings, strict=False) for head in reading.heads]
    relations = list(column("relations"))
    roots = [word for word, head in enumerate(heads) if word == head]
    for later in roots[1:]:
        heads[later], relations[later] = roots[0], "parataxis"
    names = [reading.names for reading in readings]
    vectors = [reading.vectors for reading in readings if reading.vectors is not None]
    return Reading(
        np.concatenate(names) if names else np.empty((0, len(NAMES)), np.float32),
        column("tags"), column("fine"), column("lemmas"), tuple(heads), tuple(relations),
        np.concatenate(vectors) if vectors else None,
    )  # fmt: skip
