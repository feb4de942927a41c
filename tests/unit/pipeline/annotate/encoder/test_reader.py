"""The reader around a graph: what it feeds, and how it reads what comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from worker.pipeline.annotate.encoder.features import NO_WORD, feature
from worker.pipeline.annotate.encoder.lexicon import Lexicon
from worker.pipeline.annotate.encoder.pieces import START, STOP
from worker.pipeline.annotate.encoder.reader import ROOM, EncoderReader, Inventory
from worker.pipeline.annotate.name_spans import spans
from worker.pipeline.annotate.reading import NAMES

TAGS, FINE, SCRIPTS, RELATIONS = ("NOUN", "VERB"), ("NN", "VBD"), ("=", "2:"), ("obj", "root", "nsubj")


@dataclass
class Graph:
    """Answers in the shape of the real graph: a word's number in the window is its first piece's place less one.

    A word is a person if its first piece is "r"; the first of a window governs all others; a word is tagged a verb
    where it has an even place.
    """

    person: int
    fed: list[Mapping[str, NDArray[Any]]] = field(default_factory=list)

    def run(self, outputs: Sequence[str], feed: Mapping[str, Any]) -> Sequence[Any]:
        self.fed.append(feed)
        ids, first = feed["ids"][0], feed["first"]
        words = len(first)
        names = np.full((words, len(NAMES)), -9, np.float32)
        names[np.arange(words), np.where(ids[first] == self.person, NAMES.index("B-PERSON"), 0)] = 0
        arcs = np.zeros((words, words), np.float32)
        arcs[:, 0] = 5
        chosen = np.arange(words) % 2
        inner = np.ones((words, 1), np.float32)
        found = {"names": names, "tags": chosen, "fine": chosen, "scripts": chosen, "arcs": arcs,
                 "below": inner, "above": inner, "vectors": ids[first, None].astype(np.float16)}  # fmt: skip
        return [found[name] for name in outputs]


@pytest.fixture
def graph(tokenizer: Tokenizer) -> Graph:
    return Graph(tokenizer.get_vocab()["rain"])


@pytest.fixture
def reader(graph: Graph, tokenizer: Tokenizer) -> EncoderReader:
    weights = np.array([[1.0, 9.0, 2.0]], np.float32)  # "root" scores most everywhere, "nsubj" second
    inventory = Inventory(TAGS, FINE, SCRIPTS, RELATIONS, weights, np.zeros(3, np.float32))
    return EncoderReader(graph, tokenizer, inventory, Lexicon({"VBD": {"drew": "3:raw"}}), {})


def test_every_layer_has_an_entry_a_word(reader: EncoderReader) -> None:
    (reading,) = reader([["Rain", "bored", "ox"]])

    assert reading.tags == ("NOUN", "VERB", "NOUN")
    assert reading.fine == ("NN", "VBD", "NN")
    assert reading.lemmas == ("rain", "bor", "ox")
    assert reading.heads == (0, 0, 0)
    assert list(spans(reading.names)) == [(0, 1, "PERSON")]


def test_the_lexicon_speaks_before_the_graphs_script(reader: EncoderReader) -> None:
    assert reader([["Rain", "drew", "ox", "bored"]])[0].lemmas == ("rain", "draw", "ox", "bor")


def test_only_the_root_is_called_root(reader: EncoderReader) -> None:
    assert reader([["Rain", "bored", "ox"]])[0].relations == ("root", "nsubj", "nsubj")


def test_the_graph_is_fed_pieces_between_marks_with_the_feature_of_their_word(
    reader: EncoderReader, graph: Graph
) -> None:
    reader([["Rain", "ox"]])

    (fed,) = graph.fed
    ids, features = fed["ids"][0].tolist(), fed["features"][0].tolist()
    assert (ids[0], ids[-1]) == (START, STOP)
    assert features == [NO_WORD, feature("Rain", {}), feature("ox", {}), feature("ox", {}), NO_WORD]
    assert fed["first"].tolist() == [1, 2]


def test_sentences_share_a_window_but_not_their_trees(reader: EncoderReader, graph: Graph) -> None:
    readings = reader([["ox", "ox"], ["rain"], ["ox", "rain"]])

    assert len(graph.fed) == 1
    assert [len(reading.tags) for reading in readings] == [2, 1, 2]
    assert all(0 <= head < len(reading.tags) for reading in readings for head in reading.heads)
    assert [list(spans(reading.names)) for reading in readings] == [[], [(0, 1, "PERSON")], [(1, 2, "PERSON")]]


def test_no_window_holds_more_pieces_than_the_graph_has_places(reader: EncoderReader, graph: Graph) -> None:
    readings = reader([["ox"] * 200, ["rain"] * 7, ["!" * 900]])

    assert max(fed["ids"].shape[1] for fed in graph.fed) <= ROOM + 2
    assert [len(reading.tags) for reading in readings] == [200, 7, 1]


def test_a_sentence_of_several_windows_is_one_tree(reader: EncoderReader) -> None:
    (reading,) = reader([["ox"] * 200])

    assert [at for at, head in enumerate(reading.heads) if at == head] == [0]
    assert reading.relations.count("root") == 1
    assert "parataxis" in reading.relations


def test_each_word_has_its_own_vector_also_in_a_sentence_of_several_windows(reader: EncoderReader) -> None:
    readings = reader([["rain", "ox"], ["ox", "rain"] * 100])

    seen = [reading.vectors[:, 0].tolist() for reading in readings if reading.vectors is not None]
    assert [len(rows) for rows in seen] == [2, 200]
    assert seen[1] == seen[0][::-1] * 100
    assert len(set(seen[0])) == 2


def test_nothing_is_asked_of_the_graph_where_there_are_no_words(reader: EncoderReader, graph: Graph) -> None:
    assert [reading.names.shape for reading in reader([[], []])] == [(0, len(NAMES))] * 2
    assert graph.fed == []
