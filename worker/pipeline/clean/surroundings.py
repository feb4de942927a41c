"""What stands around each line of a page in numbers: neighbours, density of prose, distance, topic, repetition."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from worker.pipeline.clean import shapes, signals
from worker.pipeline.clean.function_words import FUNCTION_WORDS
from worker.pipeline.clean.rules import KEPT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from worker.pipeline.clean.wording import Look
    from worker.pipeline.values import BlockLabel

    Column = NDArray[np.float64]

_OWN: Final = {name: at for at, name in enumerate(signals.NAMES)}
_NEIGHBOURS: Final = (-3, -2, -1, 1, 2, 3)
_SEEN_BESIDE: Final = (
    "words", "ends", "titled", "function", "asking", "is_prose", "is_open", "is_dateline", "is_byline", "is_credit",
    "is_ad", "is_related", "gap", "kept",
)  # fmt: skip
_BLURS: Final = (3, 8, 20)  # lines: how wide the density of prose is looked at
_WINDOWS: Final = (3, 8)  # lines either way
_FAR: Final = 60  # lines: farther is simply far
_MUCH: Final = 3_000  # words: more is simply much
_LONG: Final = 8  # words: a shorter line need not end like a sentence
_KERNEL: Final = 3  # standard deviations to which a blur reaches
_BULKY: Final = 4  # lines: blur by which the page's main block is found
_NEAR_MAIN: Final = 8.0  # lines: how the vocabulary of the main block fades
_CONTENT: Final = 4  # letters: content words have as many at least
_READ_WORDS: Final = 200  # words of a line that are compared with other lines
NAMES: Final = (
    *signals.NAMES, "gap", "kept", "heading", "titled_line", "inside", "from_start", "to_end",
    "place", "above", "below", "lines", "twins",
    "prose_share", "prose_total", "word_share", "median_words", "mean_prose",
    *(f"{name}{width}" for width in _BLURS for name in ("density", "relative")),
    *(f"{name}{reach}" for reach in _WINDOWS for name in ("ended", "long", "furniture", "short_words", "prose_near")),
    "before", "after", "share_before", "share_after",
    "signed_between", "from_main", "related_between", "words_to_main", "since_signed", "words_since_signed",
    "until_signed", "words_until_signed", "last_prose", "next_prose",
    "copied", "beside_copied", "in_title", "topic", "main_topic", "repeated",
    *(f"{name}{off:+d}" for off in _NEIGHBOURS for name in _SEEN_BESIDE),
)  # fmt: skip


def surroundings(
    looks: Sequence[Look], gaps: Sequence[bool], labels: Sequence[BlockLabel]
) -> NDArray[np.float32]:
    """`[lines, NAMES]`; `labels`: what the rules say of each line."""
    own = np.array([signals.signals(each) for each in looks], dtype=np.float64)
    page = _Page(own, np.array(gaps, dtype=np.float64), _flags(label in KEPT for label in labels))
    columns = [
        *own.T,
        *_told_by_rules(page, labels),
        *_place(page, looks),
        *_of_page(page),
        *_density(page),
        *_windows(page),
        *_amounts(page),
        *_distances(page),
        *_vocabulary(page, looks, labels),
        *_beside(page),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


class _Page:
    """Columns of one page by name."""

    def __init__(self, own: Column, gap: Column, kept: Column) -> None:
        self.own, self.gap, self.kept = own, gap, kept
        self.lines = len(own)
        self.at = np.arange(self.lines)
        self.words = self["words"]
        self.prose = self["is_prose"] * self.words
        self.main = int(np.argmax(blur(self.prose, _BULKY)))

    def __getitem__(self, name: str) -> Column:
        if name == "gap":
            return self.gap
        if name == "kept":
            return self.kept
        column: Column = self.own[:, _OWN[name]]
        return column


def _told_by_rules(page: _Page, labels: Sequence[BlockLabel]) -> Iterable[Column]:
    kept = np.flatnonzero(page.kept)
    start, end = (kept[0], kept[-1] + 1) if len(kept) else (0, 0)
    yield page.gap
    yield page.kept
    yield _flags(label == "heading" for label in labels)
    yield _flags(label == "title" for label in labels)
    yield ((page.at >= start) & (page.at < end)).astype(np.float64)
    yield np.clip(page.at - start, -_FAR, _FAR)
    yield np.clip(end - page.at, -_FAR, _FAR)


def _place(page: _Page, looks: Sequence[Look]) -> Iterable[Column]:
    twins = Counter(each.text for each in looks)
    yield page.at / page.lines
    yield np.minimum(page.at, _FAR)
    yield np.minimum(page.lines - 1 - page.at, _FAR)
    yield _all(page, min(page.lines, 400))
    yield np.array([min(twins[each.text], 5) for each in looks], dtype=np.float64)


def _of_page(page: _Page) -> Iterable[Column]:
    total, prose = page.prose.sum(), page["is_prose"]
    yield _all(page, prose.mean())
    yield _all(page, np.log1p(total))
    yield _all(page, total / max(1.0, page.words.sum()))
    yield _all(page, float(np.median(page.words)))
    yield _all(page, total / max(1.0, prose.sum()))


def _density(page: _Page) -> Iterable[Column]:
    for width in _BLURS:
        dense = blur(page.prose, width)
        yield dense
        yield dense / max(1e-6, dense.max())


def _windows(page: _Page) -> Iterable[Column]:
    long = (page.words >= _LONG).astype(np.float64)
    ended = long * page["ends"]
    furniture = 1 - page["is_prose"] - page["is_open"]
    for reach in _WINDOWS:
        longs = _window(long, reach) - long
        yield (_window(ended, reach) - ended + 0.5) / (longs + 1)
        yield longs / (2 * reach)
        yield _window(furniture, reach) / (2 * reach + 1)
        yield _window(page.words * (1 - long), reach) / (2 * reach + 1)
        yield _window(page.prose, reach) - page.prose


def _amounts(page: _Page) -> Iterable[Column]:
    upto = np.cumsum(page.prose)
    before, after = upto - page.prose, upto[-1] - upto
    total = max(1.0, upto[-1])
    yield np.minimum(before, 300)
    yield np.minimum(after, 300)
    yield before / total
    yield after / total


def _distances(page: _Page) -> Iterable[Column]:
    """How far the densest block, the bylines and datelines, and other prose are: in lines and in words of prose."""
    signed = page["is_byline"] + page["is_dateline"]
    upto = np.cumsum(page.prose)
    yield _between(signed, page.main)
    yield np.clip(page.at - page.main, -_FAR, _FAR)
    yield _between(page["is_related"], page.main)
    yield np.minimum(np.abs(upto - upto[page.main]), _MUCH)
    yield from _since(page, signed, page.prose)
    yield from (column[::-1] for column in _since(page, signed[::-1], page.prose[::-1]))
    yield next(iter(_since(page, page["is_prose"], page.prose)))
    yield next(iter(_since(page, page["is_prose"][::-1], page.prose[::-1])))[::-1]


def _since(page: _Page, marks: Column, prose: Column) -> tuple[Column, Column]:
    """Lines and words of prose since the last mark above; far and -1 if there is none."""
    seen = np.where(marks > 0, page.at, -1)
    last = np.concatenate([[-1], np.maximum.accumulate(seen)[:-1]])
    before = np.cumsum(prose) - prose
    lines = np.where(last >= 0, np.minimum(page.at - last, _FAR), _FAR + 1)
    words = np.where(last >= 0, np.minimum(before - before[np.maximum(last, 0)], _MUCH), -1)
    return lines, words


def _between(marks: Column, main: int) -> Column:
    upto = np.concatenate([[0.0], np.cumsum(marks)])[:-1]
    between: Column = np.abs(upto - upto[main])
    return between


def _vocabulary(page: _Page, looks: Sequence[Look], labels: Sequence[BlockLabel]) -> Iterable[Column]:
    """Which share of a line's content words other lines have, too."""
    content = [_content(each.text) for each in looks]
    title = next((words for words, label in zip(content, labels, strict=True) if label == "title"), frozenset())
    lines_with = Counter(word for words in content for word in words)
    near = np.exp(-(((page.at - page.main) / _NEAR_MAIN) ** 2) / 2) * page.kept
    yield np.array([_copied(content, i, (-2, -1, 1, 2)) for i in range(page.lines)])
    yield np.array([_copied(content, i, (-1, 1)) for i in range(page.lines)])
    yield np.array([len(words & title) / len(words) if words and words is not title else -1.0 for words in content])
    yield _known(content, page.kept)
    yield _known(content, near)
    yield np.array([_mean([lines_with[word] > 1 for word in words]) for words in content])


def _known(content: Sequence[frozenset[str]], weights: Column) -> Column:
    """The mean over a line's words of how much the other lines' weights hold of it, one at most."""
    held = weights.tolist()
    weight: dict[str, float] = {}
    for words, much in zip(content, held, strict=True):
        if much > 1e-3:
            for word in words:
                weight[word] = weight.get(word, 0.0) + much
    return np.array([_held(words, weight, much) for words, much in zip(content, held, strict=True)])


def _held(words: frozenset[str], weight: Mapping[str, float], much: float) -> float:
    return _mean([max(0.0, min(1.0, weight.get(word, 0.0) - much)) for word in words])


def _copied(content: Sequence[frozenset[str]], i: int, offs: Iterable[int]) -> float:
    words = content[i]
    if not words:
        return 0.0
    return max(len(words & content[i + off]) if 0 <= i + off < len(content) else 0 for off in offs) / len(words)


def _content(text: str) -> frozenset[str]:
    words = shapes.WORD.findall(text[: signals.READ].lower())[:_READ_WORDS]
    return frozenset(word for word in words if len(word) >= _CONTENT and word not in FUNCTION_WORDS)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else -1.0


def _beside(page: _Page) -> Iterable[Column]:
    """The values so many lines below; -1 beyond the page."""
    reach = max(_NEIGHBOURS)
    seen = np.full((len(_SEEN_BESIDE), page.lines + 2 * reach), -1.0)
    seen[:, reach : reach + page.lines] = [page[name] for name in _SEEN_BESIDE]
    for off in _NEIGHBOURS:
        yield from seen[:, reach + off : reach + off + page.lines]


def blur(column: Column, width: int) -> Column:
    """Means with the weights of a normal curve; beyond the page is nothing."""
    reach = _KERNEL * width
    kernel = np.exp(-((np.arange(-reach, reach + 1) / width) ** 2) / 2)
    blurred: Column = np.convolve(column, kernel / kernel.sum())[reach : reach + len(column)]
    return blurred


def _window(column: Column, reach: int) -> Column:
    """Sums over `reach` lines either way."""
    upto = np.concatenate([[0.0], np.cumsum(column)])
    at = np.arange(len(column))
    sums: Column = upto[np.minimum(len(column), at + reach + 1)] - upto[np.maximum(0, at - reach)]
    return sums


def _all(page: _Page, value: float) -> Column:
    return np.full(page.lines, float(value))


def _flags(values: Iterable[bool]) -> Column:
    return np.array(list(values), dtype=np.float64)
