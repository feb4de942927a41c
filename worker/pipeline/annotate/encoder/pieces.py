"""Words to word pieces: what the encoder reads instead of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

PAD, UNKNOWN, START, STOP = 0, 100, 101, 102  # of BERT's uncased vocabulary
MOST = 32  # of a word; only addresses and rows of marks have more, up to a piece a letter: too many for a window


@dataclass(frozen=True, slots=True)
class Pieces:
    """`ids`: the pieces of all words; `first`: index of each word's first piece, with the end behind the last."""

    ids: tuple[int, ...]
    first: tuple[int, ...]


def cut(words: Sequence[str], tokenizer: Tokenizer) -> Pieces:
    """Every word has at least one piece: one of which the vocabulary knows no letter is unknown as a whole."""
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    ids: list[int] = []
    first = []
    at, found, owners = 0, encoding.ids, encoding.word_ids  # each access copies the whole list
    for word in range(len(words)):
        first.append(len(ids))
        while at < len(owners) and owners[at] == word:
            if len(ids) - first[-1] < MOST:
                ids.append(found[at])
            at += 1
        if len(ids) == first[-1]:
            ids.append(UNKNOWN)
    return Pieces(tuple(ids), (*first, len(ids)))
