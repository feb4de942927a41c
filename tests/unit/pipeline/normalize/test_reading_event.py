"""What the clean article event says of an article that was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.normalize.reading_event import clean_event
from worker.pipeline.values import Quantity, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.clean import CleanArticleEvent
    from worker.pipeline.stages import Normalized
    from worker.pipeline.values import ResolvedArticle

AGED = TimeExpression(Span(10, 12), "duration", "P41Y", age=True)
TWO_UNITS = TimeExpression(Span(10, 12), "duration", "P1Y2M", age=True)
MAY = TimeExpression(Span(34, 37), "date", "XXXX-05")
WEIGHT = Quantity(Span(94, 99), "70", "=", "kg", "70", "kg")


def _told(article: ResolvedArticle, event: CleanArticleEvent, *times: TimeExpression) -> CleanArticleEvent:
    annotated = replace(article.annotated, times=times, quantities=(WEIGHT,))
    read = replace(article, annotated=annotated)
    return clean_event(
        read, (), document=event.document, text_sha256=event.text_sha256, processed_at=event.processed_at,
        provenance=event.provenance,
    )  # fmt: skip


def test_an_age_is_a_quantity_and_no_time(article: ResolvedArticle, normalized: Callable[[], Normalized]) -> None:
    told = _told(article, normalized().article, AGED, MAY)

    assert [time.timex3 for time in told.times] == ["XXXX-05"]
    assert [(q.start, q.amount, q.unit_ucum) for q in told.quantities] == [(10, "41", "a"), (94, "70", "kg")]


def test_it_says_where_reading_ended(article: ResolvedArticle, normalized: Callable[..., Normalized]) -> None:
    event = normalized().article
    cut = replace(article, annotated=replace(article.annotated, read_to=40))

    assert event.read_to is None
    assert _told(cut, event).read_to == 40


def test_an_age_of_two_units_is_not_told(article: ResolvedArticle, normalized: Callable[[], Normalized]) -> None:
    told = _told(article, normalized().article, TWO_UNITS)

    assert (told.times, [q.amount for q in told.quantities]) == ((), ["70"])
