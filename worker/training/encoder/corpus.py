"""Labelled documents: words with names, parts of speech, lemmas and dependencies, whichever their corpus tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

from worker.pipeline.annotate.encoder.lemmas import script
from worker.pipeline.annotate.sentences import tokenize
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAYBE = "?"  # a name of another sort or none: the corpus labels persons, organizations and places only
_OUTSIDE, _INSIDE, _MISSING = 2, 1, 0  # spaCy's ent_iob; 3 begins a name


@dataclass(frozen=True, slots=True)
class Document:
    """Parallel over words; a layer that the corpus lacks is empty. `heads` index the document, a root is its own.

    `starts`: whether a sentence begins here; `spaces`: whether white space follows; `names`: "O", "B-PERSON", ...
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    starts: tuple[bool, ...]
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()


def named(file: Path) -> list[Document]:
    """Documents with names: PERSON, ORG, LOC, MISC."""
    return [replace(_words(doc), names=tuple(_names(doc))) for doc in _docs(file)]


def parsed(file: Path) -> list[Document]:
    """Documents with parts of speech, lemmas and dependencies of Universal Dependencies."""
    return [
        replace(
            _words(doc),
            tags=tuple(t.pos_ for t in doc),
            fine=tuple(t.tag_ for t in doc),
            scripts=tuple(script(t.text, t.lemma_) for t in doc),
            heads=tuple(t.head.i for t in doc),
            relations=tuple("root" if t.dep_ == "ROOT" else t.dep_ for t in doc),
        )
        for doc in _docs(file)
    ]


def joined(syntax: Sequence[Document], names: Sequence[Document]) -> list[Document]:
    """The same words twice, cut into documents otherwise: the first's documents with the second's names.

    Raises ValueError if the words differ.
    """
    words = [word for doc in names for word in doc.words]
    labels = [name for doc in names for name in doc.names]
    if words != [word for doc in syntax for word in doc.words]:
        raise ValueError("the two layers annotate different words")
    made, at = [], 0
    for doc in syntax:
        made.append(replace(doc, names=tuple(labels[at : at + len(doc.words)])))
        at += len(doc.words)
    return made


def in_own_words(doc: Document) -> Document:
    """The parsed document in the words of our tokenizer, which leaves "don't" and "long-term" whole.

    Words that fall into one of ours become one: with the tag, head and relation of the one that governs the others.
    """
    groups = list(_groups(doc))
    group_of = {at: n for n, group in enumerate(groups) for at in group}
    top = [_top(doc, group) for group in groups]
    texts = ["".join(doc.words[at] + " " * doc.spaces[at] for at in group).rstrip() for group in groups]
    return Document(
        words=tuple(texts),
        spaces=tuple(doc.spaces[group[-1]] for group in groups),
        starts=tuple(doc.starts[group[0]] for group in groups),
        names=tuple(doc.names[group[0]] for group in groups) if doc.names else (),
        tags=tuple(doc.tags[at] for at in top),
        fine=tuple(doc.fine[at] for at in top),
        scripts=tuple(doc.scripts[at] if len(g) == 1 else "" for at, g in zip(top, groups, strict=True)),
        heads=tuple(group_of[doc.heads[at]] for at in top),
        relations=tuple(doc.relations[at] for at in top),
    )


def _groups(doc: Document) -> Iterator[range]:
    """The words that each of our tokens spans; what our tokenizer cuts finer stays whole."""
    text, begins = "", []
    for word, space in zip(doc.words, doc.spaces, strict=True):
        begins.append(len(text))
        text += word + " " * space
    ours = {token.span.start for token in tokenize(text, Span(0, len(text)))}
    cuts = [at for at, begin in enumerate(begins) if begin in ours or doc.starts[at]]
    for here, following in zip(cuts, [*cuts[1:], len(begins)], strict=True):
        yield range(here, following)


def _top(doc: Document, group: range) -> int:
    """The word whose head lies outside the group."""
    return next((at for at in group if doc.heads[at] == at or doc.heads[at] not in group), group[0])


def _words(doc: spacy.tokens.Doc) -> Document:
    return Document(
        tuple(t.text for t in doc),
        tuple(bool(t.whitespace_) for t in doc),
        tuple(t.i == 0 or bool(t.is_sent_start) for t in doc),
    )


def _names(doc: spacy.tokens.Doc) -> Iterator[str]:
    for token in doc:
        if token.ent_iob == _MISSING:
            yield MAYBE
        elif token.ent_iob == _OUTSIDE:
            yield "O"
        else:
            yield ("I-" if token.ent_iob == _INSIDE else "B-") + token.ent_type_


def _docs(file: Path) -> Iterator[spacy.tokens.Doc]:
    yield from DocBin().from_disk(file).get_docs(spacy.blank("en").vocab)
