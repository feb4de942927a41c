"""The lexicon of lemmas that ships beside the weights, counted in the parsed training corpora."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.annotate.encoder.lemmas import SAME, apply, script
from worker.pipeline.annotate.encoder.lexicon import ENDING, INFLECTED, LONGEST, NAMES, PLAIN
from worker.training.encoder.irregular import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from worker.training.encoder.corpus import Document

    Entries = Mapping[tuple[str, str], str]  # form and fine tag -> lemma

OPEN = ("JJ", "NN", "RB", "VB")  # whose lemmas are listed
SEEN = 2  # forms that share an ending, or times that a plain form was seen: single ones are mostly slips


def counted(documents: Iterable[Document]) -> bytes:
    """The content of the file, sorted: every inflected form, other forms that are not their own lemmas, and endings."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in documents:
        for word, fine, one in zip(doc.words, doc.fine, doc.scripts, strict=True):
            if (fine in INFLECTED or fine in PLAIN) and one and not set(" *") & set(word + one):
                counts[word if fine == NAMES else word.casefold(), fine][apply(one, word)] += 1
    found = {key: min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) for key, lemmas in counts.items()}
    slips = {key for key, lemma in found.items() if counts[key][lemma] < SEEN and _odd(key, lemma, found)}
    entries = {key: lemma for key, lemma in found.items() if key not in slips}
    entries |= {(form, fine): lemma for form, fine, lemma in forms()}
    lines: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (form, fine), lemma in entries.items():
        if fine in INFLECTED or lemma != form:
            lines[fine, script(form, lemma)].add(form)
        if INFLECTED.get(fine, fine) in OPEN and (fine in INFLECTED or lemma == form):
            lines[INFLECTED.get(fine, fine), SAME].add(lemma)
    for fine, ending, one in _endings(entries):
        lines[fine, one].add(ENDING + ending)
    return "".join(f"{fine} {one} {' '.join(sorted(words))}\n" for (fine, one), words in sorted(lines.items())).encode()


def _odd(key: tuple[str, str], lemma: str, found: Entries) -> bool:
    """A plain form that is not its own lemma, or an inflected one whose lemma nobody else writes."""
    form, fine = key
    if fine not in INFLECTED:
        return lemma != form
    return (lemma, INFLECTED[fine]) not in found and not lemma.startswith(form[:-3])


def _endings(entries: Entries) -> Iterator[tuple[str, str, str]]:
    """Fine tag, ending and what most forms with it ask for, where a shorter ending does not ask for the same."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (form, fine), lemma in entries.items():
        for size in range(1, min(LONGEST, len(form) - 2) + 1):
            if fine in INFLECTED:
                counts[fine, form[-size:].casefold()][script(form, lemma)] += 1
    told: dict[tuple[str, str], str] = {}
    for fine, ending in sorted(counts, key=lambda key: (len(key[1]), key)):
        one, times = min(counts[fine, ending].items(), key=lambda item: (-item[1], item[0]))
        shorter = next((told[fine, ending[at:]] for at in range(1, len(ending)) if (fine, ending[at:]) in told), None)
        if times >= SEEN and one != shorter:
            told[fine, ending] = one
            yield fine, ending, one
