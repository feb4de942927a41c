"""What a line is on its page: a known headline, a copy of another line, a sentence lost among menus."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from worker.pipeline.clean.head import with_asking_headline
from worker.pipeline.clean.shapes import WORD, plain
from worker.pipeline.clean.wording import COUNTED, look, reads_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.layout import Line
    from worker.pipeline.clean.wording import Look

# Chosen on the 241 training pages of ../shared/data/cleaning, mean word-F1 of the three views.
# A sentence is lone with less than COMPANY words of prose in REACH lines either way and FURNITURE lines that are
# surely none; on a page of MASS words of prose at least, where such lines are no more than a SHARE of it (else they
# are a gallery). Without the rule: -.006.
REACH, COMPANY, FURNITURE = 6, 40, 3
MASS, SHARE = 300, 0.1
QUOTED = 60  # words: a longer paragraph is no pull quote


def looks_on_page(lines: Sequence[Line], title: str | None, known: dict[str, Look] | None = None) -> list[Look]:
    """The looks of all lines, corrected by what the other lines and the known headline tell.

    `known`: looks of wordings that were seen before; it takes in those that are new.
    """
    looks = _with_prose(_with_title(_looks(lines, {} if known is None else known), title))
    return _without_lone(_without_copies(with_asking_headline(looks)))


def prose_words(looks: Sequence[Look]) -> list[int]:
    """Words of each line that is prose, 0 for others."""
    return [each.words if each.kind == "prose" else 0 for each in looks]


def _looks(lines: Sequence[Line], known: dict[str, Look]) -> list[Look]:
    """Lines of a page repeat; each wording is looked at once."""
    for line in lines:
        if line.text not in known:
            known[line.text] = look(line)
    return [known[line.text] for line in lines]


def _with_title(looks: list[Look], title: str | None) -> list[Look]:
    """Lines that say the known headline again, in whatever marks, are headlines and no sentences."""
    words = _words(plain(title or "")[:COUNTED])
    if not words:
        return looks
    return [replace(each, kind="title") if _words(each.text) == words else each for each in looks]


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text[:COUNTED])]


def _with_prose(looks: list[Look]) -> list[Look]:
    """A text without one finished sentence: its sentence-like lines are all there is."""
    if any(each.kind == "prose" for each in looks):
        return looks
    return [
        replace(each, kind="prose") if each.kind == "open" and each.words >= 3 and reads_on(each.text) else each
        for each in looks
    ]


def _without_lone(looks: list[Look]) -> list[Look]:
    """A sentence with hardly any running text near, among lines that are none, is a teaser or a notice."""
    prose = list(accumulate(prose_words(looks), initial=0))
    junk = list(accumulate((each.kind not in {"prose", "open"} for each in looks), initial=0))
    lone = set()
    for i, each in enumerate(looks):
        low, high = max(0, i - REACH), min(len(looks), i + REACH + 1)
        if each.kind == "prose" and prose[high] - prose[low] < COMPANY and junk[high] - junk[low] >= FURNITURE:
            lone.add(i)
    if prose[-1] < MASS or sum(looks[i].words for i in lone) > prose[-1] * SHARE:
        return looks  # a gallery or a list: such lines are its text
    return [replace(each, kind="open") if i in lone else each for i, each in enumerate(looks)]


def _without_copies(looks: list[Look]) -> list[Look]:
    """Pull quotes and repeated teasers: every five words in a row stand in another line too."""
    grams = [_five_grams(each) for each in looks]
    lines_with = Counter(gram for own in grams for gram in own)
    seen: Counter[frozenset[int]] = Counter()
    twins = Counter(grams)
    kept = []
    head = True
    for each, own in zip(looks, grams, strict=True):
        head = head and each.kind != "prose"
        copied = len(own) >= 2 and each.words <= QUOTED and all(lines_with[gram] > 1 for gram in own)
        first = not seen[own] and all(lines_with[gram] == twins[own] for gram in own)
        seen[own] += 1
        kept.append(replace(each, kind="other") if copied and not first and not head else each)
    return kept


def _five_grams(each: Look) -> frozenset[int]:
    if each.words < 6 or each.kind not in {"prose", "open"}:
        return frozenset()
    words = _words(each.text)
    return frozenset(hash(tuple(words[i : i + 5])) for i in range(len(words) - 4))
