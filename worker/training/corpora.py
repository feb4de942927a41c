"""Reads the words of the labelled corpora: spaCy DocBins with parts of speech or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def words(file: Path) -> Iterator[tuple[str, bool]]:
    """Each word of letters, and whether it is (part of) a proper name: by its part of speech, else by the labels."""
    for doc in _documents(file):
        tagged = doc.has_annotation("POS")
        for token in doc:
            if token.text.isalpha() and token.pos_ != "X":
                yield token.text, token.pos_ == "PROPN" if tagged else bool(token.ent_type_)


def _documents(file: Path) -> Iterator[spacy.tokens.Doc]:
    yield from DocBin().from_disk(file).get_docs(spacy.blank("en").vocab)
