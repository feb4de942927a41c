"""Which corpora teach, how often an epoch repeats each, and the capitals that it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.annotate.encoder.features import CAPITALISED, KNOWN, MIXED, ONE_CAPITAL, SHOUTED, SMALL
from worker.training.encoder.corpus import in_own_words, joined, named, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from worker.training.encoder.corpus import Document
    from worker.training.encoder.windows import Window

# PUD, GUM dev and test, EWT dev and test, and WNUT-17 dev measure, and are never here (EWT dev: its syntax only).
NAMED = {"wikigold": 3.0, "redocred_devtest": 1.5, "crossner5": 1.0, "wnut17_train": 1.0, "uner_ewt_dev": 3.0,
         "btc_a": 0.5, "btc_b": 0.5, "btc_e": 0.7, "btc_f": 0.7, "btc_g": 0.7, "btc_h": 0.7}  # fmt: skip
PARSED = ("ewt_train", "gum_CCBY_train")
EWT, GUM = 1.0, 1.5  # of each in its own words and again in ours
SHOUT, TITLE, LOWER = 0.03, 0.05, 0.02  # sentences whose capitals an epoch changes: headlines, and careless typing


def corpora(data: Path) -> dict[str, tuple[float, list[Document]]]:
    """Name -> how often an epoch repeats it, and its documents."""
    found = {name: (share, named(data / "ner" / f"{name}.spacy")) for name, share in NAMED.items()}
    ewt, gum = (parsed(data / "ud" / f"{name}.spacy") for name in PARSED)
    gum = joined(gum, named(data / "ner" / "gum_CCBY_train.spacy"))
    found |= {"ewt": (EWT, ewt), "gum": (GUM, gum)}
    return found | {
        "ewt in our words": (EWT, [in_own_words(doc) for doc in ewt]),
        "gum in our words": (GUM, [in_own_words(doc) for doc in gum]),
    }


def taught(data: Path) -> list[Document]:
    """All that teaches syntax, once."""
    return [doc for name in PARSED for doc in parsed(data / "ud" / f"{name}.spacy")]


def epoch(sets: dict[str, tuple[float, list[Window]]], rng: np.random.Generator) -> list[Window]:
    chosen: list[Window] = []
    for share, windows in sets.values():
        whole, part = int(share), share - int(share)
        chosen += windows * whole + [windows[at] for at in rng.permutation(len(windows))[: round(part * len(windows))]]
    return chosen


def with_other_capitals(batch: dict[str, NDArray[np.int32]], rng: np.random.Generator) -> dict[str, NDArray[np.int32]]:
    """The batch with some sentences written as a headline or in small letters; the pieces know no capitals anyway."""
    sentence = np.maximum.accumulate(batch["sentences"], axis=1)
    luck = rng.random((len(sentence), int(sentence.max()) + 2))
    luck = np.take_along_axis(luck, sentence + 1, 1)
    shape, known = np.divmod(batch["features"], KNOWN)
    word = (shape >= SMALL) & (sentence >= 0)
    shouted = word & (luck < SHOUT)
    titled = word & (luck >= SHOUT) & (luck < SHOUT + TITLE) & (shape == SMALL)
    small = word & (luck >= SHOUT + TITLE) & (luck < SHOUT + TITLE + LOWER)
    changed = [shouted & (shape != ONE_CAPITAL), titled, small & (shape != MIXED)]
    shape = np.select(changed, [SHOUTED, CAPITALISED, SMALL], shape)
    return {**batch, "features": (shape * KNOWN + known).astype(np.int32)}
