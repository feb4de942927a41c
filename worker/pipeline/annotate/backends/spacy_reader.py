"""The reader `spacy:<package>`: an installed spaCy pipeline, on our words and inside our sentences.

A pipeline that lacks a tagger, parser or lemmatizer leaves those layers empty. Its words are its own while ours are
not: "don't" is one word here and two to the stock pipelines, which were trained on two.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from worker.pipeline.annotate.backends.clearnlp import universal
from worker.pipeline.annotate.backends.spacy_labels import ARTICLES, KINDS, POSSESSIVES
from worker.pipeline.annotate.backends.verdicts import chances
from worker.pipeline.annotate.reading import ReaderUnavailable, Reading
from worker.pipeline.annotate.windows import parts, whole, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# spaCy only decides, so what it decides has one chance: two mentions that agree outweigh a third.
SURE = 0.9
ROOM = 1000  # words of a document: parser and entities take 1 GB for 100,000 characters (spaCy's `nlp.max_length`)


def probe(package: str) -> None:
    """Raises ReaderUnavailable if spaCy or the package is not installed; loads neither."""
    if find_spec("spacy") is None:
        raise ReaderUnavailable("needs the package spacy", "Install it with: pip install 'newsfacts[spacy]'")
    if find_spec(package) is None:
        raise ReaderUnavailable(
            f"needs the package {package}", f"Install it with: python -m spacy download {package}, or from a wheel"
        )


def load(package: str) -> tuple[SpacyReader, str]:
    """The reader, and its id: package, version, and version of spaCy. Raises ReaderUnavailable."""
    probe(package)
    import spacy  # noqa: PLC0415 - only where it is installed
    from spacy.about import __version__  # noqa: PLC0415

    try:
        nlp = spacy.load(package)
    except (OSError, ImportError, ValueError) as error:
        said = str(error).partition("\n")[0][:200]
        raise ReaderUnavailable(f"cannot be loaded: {said}", "Install a pipeline that fits this spaCy") from error
    return SpacyReader(nlp), f"{package}@{nlp.meta['version']}+spacy-{__version__}"


@dataclass(frozen=True, slots=True)
class SpacyReader:
    """`nlp`: a `spacy.Language`."""

    nlp: Any

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        words = [word for sentence in sentences for word in sentence]
        lengths, first = [len(sentence) for sentence in sentences], range(len(words) + 1)
        held = windows(list(parts(first, lengths, ROOM)), first, ROOM)
        return list(whole([reading for window in held for reading in self._window(window, words)], lengths))

    def _window(self, window: Sequence[range], words: Sequence[str]) -> list[Reading]:
        start, stop = window[0].start, window[-1].stop
        opens = frozenset(part.start for part in window)
        from spacy.tokens import Doc  # noqa: PLC0415 - only where it is installed

        with self.nlp.memory_zone():  # words met once are forgotten again
            doc = Doc(
                self.nlp.vocab, words=list(words[start:stop]), sent_starts=[at in opens for at in range(start, stop)]
            )
            doc = self.nlp(doc)
            return [self._reading(doc, doc[part.start - start : part.stop - start]) for part in window]

    def _reading(self, doc: Any, sentence: Any) -> Reading:
        tags, fine = _layer(doc, sentence, "POS", "pos_"), _layer(doc, sentence, "TAG", "tag_")
        heads, relations = _tree(sentence) if doc.has_annotation("DEP") else ((), ())
        if "pobj" in self.nlp.pipe_labels.get("parser", ()):  # a label of ClearNLP alone
            heads, relations = universal([token.text for token in sentence], tags, heads, relations)
        names = chances(len(sentence), ((*name, SURE) for name in _names(sentence)), SURE)
        return Reading(names, tags, fine, _layer(doc, sentence, "LEMMA", "lemma_"), heads, relations)


def _layer(doc: Any, sentence: Any, name: str, attribute: str) -> tuple[str, ...]:
    return tuple(getattr(token, attribute) for token in sentence) if doc.has_annotation(name) else ()


def _names(sentence: Any) -> Iterator[tuple[int, int, str]]:
    for name in sentence.ents:
        start, stop = name.start - sentence.start, name.end - sentence.start
        while start < stop - 1 and sentence[start].lower_ in ARTICLES:
            start += 1
        while start < stop - 1 and sentence[stop - 1].text in POSSESSIVES:
            stop -= 1
        if name.label_ in KINDS:
            yield start, stop, KINDS[name.label_]


def _tree(sentence: Any) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Heads and relations with one root: whatever else has no head in the sentence hangs on the first such word."""
    start, stop = sentence.start, sentence.end
    heads = [token.head.i - start if start <= token.head.i < stop else at for at, token in enumerate(sentence)]
    relations = [token.dep_ or "dep" for token in sentence]
    roots = [at for at, head in enumerate(heads) if at == head]
    relations[roots[0]] = "root"
    for other in roots[1:]:
        heads[other], relations[other] = roots[0], "parataxis"
    return tuple(heads), tuple(relations)
