"""How a match is meant is read off the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.stance import assess
from worker.pipeline.extract.view import look
from worker.pipeline.values import Attribution

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.values import ResolvedArticle

    Marked = Callable[..., ResolvedArticle]


def _stance(marked: Marked, source: str, words: str, *, aside: bool = False) -> Stance | None:
    reading = look(marked(source)).narration[0]
    start = reading.text.index(words)
    return assess(reading, start, start + len(words), aside=aside)


@pytest.mark.parametrize(
    ("source", "status", "polarity"),
    [
        ("[Ann Poe|person] won the race.", "asserted", "positive"),
        ("[Ann Poe|person] never won the race.", "asserted", "negative"),
        ("[Ann Poe|person] denied that she won the race.", "denied", "negative"),
        ("[Ann Poe|person] might have won the race.", "hypothetical", "positive"),
        ("If [Ann Poe|person] won the race, she was lucky.", "hypothetical", "positive"),
        ("[Ann Poe|person] is expected to have won the race.", "predicted", "positive"),
        ("[Ann Poe|person] will say she won the race.", "predicted", "positive"),
        ("[Ann Poe|person] allegedly won the race.", "reported", "positive"),
        ("It rained, but [Ann Poe|person] won the race.", "asserted", "positive"),
        ("It may rain, but [Ann Poe|person] won the race.", "asserted", "positive"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_the_clause_tells_how_it_is_meant(marked: Marked, source: str, status: str, polarity: str) -> None:
    stance = _stance(marked, source, "won the race")

    assert stance is not None
    assert (stance.status, stance.polarity) == (status, polarity)


@pytest.mark.parametrize(
    ("source", "speaker", "label"),
    [
        ("[Tom Lee|person] said that [Ann Poe|person] won the race.", "e1", "Tom Lee"),
        ("Police said [Ann Poe|person] won the race.", None, "Police"),
        ("[Ann Poe|person] won the race, police said.", None, "police"),
        ("[Ann Poe|person] won the race, according to [Tom Lee|person].", "e2", "Tom Lee"),
        ("[Ann Poe|person] won the race, [Tom Lee|person] told reporters.", "e2", "Tom Lee"),
    ],
)
def test_a_source_in_the_sentence_makes_it_reported(
    marked: Marked, source: str, speaker: str | None, label: str
) -> None:
    stance = _stance(marked, source, "won the race")

    assert stance is not None
    assert stance.status == "reported"
    assert stance.attribution is not None
    assert (stance.attribution.speaker, stance.attribution.label) == (speaker, label)


def test_who_tells_it_of_himself_is_its_source(marked: Marked) -> None:
    stance = _stance(marked, "[Halvex|organization] said revenue rose.", "<O0> said revenue rose")

    assert stance is not None
    assert (stance.status, stance.attribution) == ("reported", Attribution("e1", "Halvex", "said"))


def test_a_question_states_nothing(marked: Marked) -> None:
    assert _stance(marked, "Has [Ann Poe|person] won the race?", "won the race") is None


def test_a_noun_phrase_holds_in_any_clause(marked: Marked) -> None:
    stance = _stance(
        marked, "If mayor [Ann Poe|person] runs, police said, she will win.", "mayor <P0>", aside=True
    )

    assert stance is not None
    assert (stance.status, stance.attribution) == ("asserted", None)


def test_a_noun_phrase_is_doubted_by_its_own_words(marked: Marked) -> None:
    assert (
        _stance(marked, "They met alleged mayor [Ann Poe|person] there.", "alleged mayor <P0>", aside=True)
        is None
    )
