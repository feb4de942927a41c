"""What a reader tells of a sentence, whichever model reads it: the chances of names, tags, lemmas and a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

KINDS = ("PERSON", "ORG", "LOC", "MISC")  # MISC: works, events, products, peoples and whatever else has a name
NAMES = ("O", *(mark + kind for kind in KINDS for mark in ("B-", "I-")))


@dataclass(frozen=True, slots=True)
class Reading:
    """Parallel over the words of a sentence.

    `names`: log chances `[words, len(NAMES)]`. `tags`, `fine`, `lemmas`, `relations` as in `values.Token`, `heads`
    indexing the sentence; all five are empty if the model reads names only. `vectors`: a row a word, for models of
    other tasks that are fitted to this one; None if it has none to give.
    """

    names: NDArray[np.float32]
    tags: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    vectors: NDArray[np.float16] | None = None


def unread(words: int) -> Reading:
    """Of a sentence that no reader saw: no names."""
    names = np.full((words, len(NAMES)), -np.inf, np.float32)
    names[:, 0] = 0.0
    return Reading(names)


class Reader(Protocol):
    """One reading for each sentence of an article, all of which it sees at once."""

    def __call__(self, sentences: Sequence[Sequence[str]], /) -> list[Reading]: ...


class ReaderUnavailable(Exception):  # noqa: N818 - a state, as PoolBroken
    """A reader cannot be had here. `rule`: what it needs; `fix`: what to do."""

    def __init__(self, rule: str, fix: str) -> None:
        super().__init__(f"{rule}. {fix}")
        self.rule = rule
        self.fix = fix
