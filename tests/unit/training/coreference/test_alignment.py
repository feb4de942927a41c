"""A mention of ours is the smallest gold mention that it can be."""

from __future__ import annotations

import pytest

from worker.pipeline.values import Entity, Mention, Span
from worker.training.coreference.alignment import align
from worker.training.coreference.document import Document, Gold


@pytest.mark.parametrize(
    ("ours", "gold"),
    [
        pytest.param("her son", 0, id="head inside"),
        pytest.param("her", 1, id="the smaller of two"),
        pytest.param("who left", None, id="no head"),
    ],
)
def test_ours_lies_inside_and_holds_the_head(ours: str, gold: int | None) -> None:
    text = "her son who left"
    golds = (
        Gold(Span(0, 16), Span(4, 7), "son", "nominal"),
        Gold(Span(0, 3), Span(0, 3), "she", "pronoun"),
    )
    span = Span(text.index(ours), text.index(ours) + len(ours))
    entity = Entity("e1", "", "", "person", named=False, mentions=(Mention(span, "nominal"),))

    assert align(Document("t", text, (), golds), [entity]).get(span) == gold


def test_a_name_behind_its_title_is_the_whole() -> None:
    gold = Gold(Span(0, 20), Span(0, 9), "roe", "name")  # GUM takes the title for the head
    entity = Entity("e1", "", "", "person", named=True, mentions=(Mention(Span(10, 18), "name"),))

    assert align(Document("t", "President Jane Roe's", (), (gold,)), [entity]) == {Span(10, 18): 0}
