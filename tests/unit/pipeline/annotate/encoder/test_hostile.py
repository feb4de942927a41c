"""The shipped reader on text that nobody writes: bounded windows, one tree a sentence, time in step with length."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from worker.bootstrap import build_reader
from worker.pipeline.annotate.encoder.pieces import MOST, cut
from worker.pipeline.annotate.encoder.reader import ROOM, EncoderReader
from worker.pipeline.annotate.reading import NAMES

Sentences = Sequence[Sequence[str]]
UNITS = {  # each made as long as wanted by repeating
    "one-letter words": ["a", "b", "c"],
    "punctuation": [".", "!", "(", "\u201d", "\u2014", "%"],
    "rows of marks": ["!" * 40, "-" * 40],
    "words without spaces": ["Thebridgestaysshutuntilthewaterfalls" * 8],
    "addresses": ["https://example.org/a?b=1&c=2"],
    "emoji": ["\U0001f642\U0001f3fd", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufe0f"],
    "zero width": ["a\u200bb", "\u200b", "\u2060\ufeff"],
    "right to left": ["\u0645\u0631\u062d\u0628\u0627", "\u202eabc\u202c", "\u05e9\u05dc\u05d5\u05dd"],
    "marks upon letters": ["e" + "\u0301" * 30],
    "no letters at all": ["\x00", "\U0010ffff", "\ue000"],
}


@dataclass
class Counted:
    """In place of the graph, which takes seconds for as many words: remembers what it is fed and sees nothing."""

    inner: int
    fed: list[tuple[int, int]] = field(default_factory=list)  # pieces and words of each window

    def run(self, outputs: Sequence[str], feed: Mapping[str, Any]) -> Sequence[Any]:
        assert feed["ids"].shape == feed["features"].shape
        words = len(feed["first"])
        self.fed.append((feed["ids"].shape[1], words))
        names = np.full((words, len(NAMES)), -9, np.float32)
        chosen, inner = np.zeros(words, np.int64), np.zeros((words, self.inner), np.float32)
        found = {"names": names, "tags": chosen, "fine": chosen, "scripts": chosen, "below": inner, "above": inner,
                 "arcs": np.zeros((words, words), np.float32), "vectors": inner.astype(np.float16)}  # fmt: skip
        return [found[name] for name in outputs]


@pytest.fixture(scope="module")
def shipped() -> EncoderReader:
    reader, _ = build_reader("builtin")
    assert isinstance(reader, EncoderReader)
    return reader


@pytest.fixture
def counted(shipped: EncoderReader) -> tuple[EncoderReader, Counted]:
    graph = Counted(len(shipped.inventory.weights))
    return replace(shipped, session=graph), graph


def words(unit: Sequence[str], count: int) -> list[str]:
    return (list(unit) * (count // len(unit) + 1))[:count]


def as_many(unit: Sequence[str], pieces: int, reader: EncoderReader) -> int:
    """How many words have about so many pieces."""
    return pieces * len(unit) // cut(unit, reader.tokenizer).first[-1] + 1


def cut_by(size: int, unit: Sequence[str], count: int) -> Sentences:
    """`count` words in sentences of `size`."""
    made = words(unit, count)
    return [made[at : at + size] for at in range(0, count, size)]


@pytest.mark.parametrize("size", [1, 20_000], ids=["a sentence a word", "one sentence"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_windows_are_bounded_and_no_two_neighbours_would_be_one(
    unit: Sequence[str], size: int, counted: tuple[EncoderReader, Counted]
) -> None:
    reader, graph = counted
    words = as_many(unit, 8_000, reader)
    readings = reader(cut_by(size, unit, words))

    pieces = [size - 2 for size, _ in graph.fed]
    assert max(pieces) <= ROOM
    assert sum(count for _, count in graph.fed) == sum(len(reading.tags) for reading in readings) == words
    assert words <= sum(pieces) <= words * MOST
    assert all(here + following > ROOM for here, following in pairwise(pieces))


def test_a_hundred_thousand_one_letter_words_fill_as_many_windows_as_they_need(
    counted: tuple[EncoderReader, Counted]
) -> None:
    reader, graph = counted
    reader(cut_by(25, ["a"], 100_000))

    assert len(graph.fed) == 100_000 // (ROOM // 25 * 25)


@pytest.mark.parametrize("letter", ["x", "!", "\u0301", "\U0001f642", "\u200b", "\u0645"])
def test_a_word_of_a_quarter_megabyte_is_one_small_window(letter: str, counted: tuple[EncoderReader, Counted]) -> None:
    reader, graph = counted
    (reading,) = reader([[letter * 250_000]])

    assert len(graph.fed) == 1
    assert graph.fed[0][0] <= MOST + 2
    assert len(reading.lemmas) == 1


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_any_sentence_is_read_as_one_tree(unit: Sequence[str], shipped: EncoderReader) -> None:
    for reading in shipped([words(unit, as_many(unit, 500, shipped)), words(unit, 1)]):
        (root,) = (word for word, head in enumerate(reading.heads) if word == head)
        assert reading.relations[root] == "root"
        assert all(leads_to(root, word, reading.heads) for word in range(len(reading.heads)))
        assert np.isfinite(reading.names).all()


def leads_to(root: int, word: int, heads: Sequence[int]) -> bool:
    for _ in heads:
        word = heads[word]
    return word == root


@pytest.mark.parametrize("size", [1, 10_000], ids=["a sentence a word", "one sentence"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_four_times_the_words_take_about_four_times_as_long_with_the_graph(
    unit: Sequence[str], size: int, shipped: EncoderReader, is_linear: Callable[..., bool]
) -> None:
    count = as_many(unit, 300, shipped)
    assert is_linear(shipped, cut_by(size, unit, count), cut_by(size, unit, 4 * count))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_four_times_the_words_take_about_four_times_as_long_around_the_graph(
    unit: Sequence[str], counted: tuple[EncoderReader, Counted], is_linear: Callable[..., bool]
) -> None:
    count = as_many(unit, 5_000, counted[0])
    assert is_linear(counted[0], [words(unit, count)], [words(unit, 4 * count)])


@pytest.mark.parametrize("letter", ["x", "!", "\u0301", "\U0001f642"])
def test_a_word_of_four_times_the_letters_takes_about_four_times_as_long(
    letter: str, counted: tuple[EncoderReader, Counted], is_linear: Callable[..., bool]
) -> None:
    assert is_linear(counted[0], [[letter * 25_000]], [[letter * 100_000]])
