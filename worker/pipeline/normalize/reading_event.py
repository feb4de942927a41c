"""The clean article event: what was read, for those who reuse or measure it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemas.clean import (
    BlockValue,
    CleanArticleEvent,
    EntityValue,
    MentionValue,
    MetadataValue,
    QuantityMentionValue,
    QuoteMentionValue,
    TimeValue,
)
from schemas.fact import LocalTimeValue
from worker.pipeline.normalize.objects import public_id, si_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.fact import DocumentRef, Provenance
    from worker.pipeline.values import (
        AnnotatedArticle,
        Entity,
        LocalTime,
        Metadata,
        Quantity,
        Quote,
        ResolvedArticle,
        TimeExpression,
    )


def clean_event(
    article: ResolvedArticle,
    fact_ids: tuple[str, ...],
    *,
    document: DocumentRef,
    text_sha256: str,
    processed_at: str,
    provenance: Provenance,
) -> CleanArticleEvent:
    """Everything of design/contract.md, "Clean article event"."""
    annotated, clean = article.annotated, article.annotated.article
    public = {entity.id: public_id(entity) for entity in article.entities}
    return CleanArticleEvent(
        text=clean.text,
        text_sha256=text_sha256,
        read_to=annotated.read_to,
        blocks=tuple(BlockValue(start=b.span.start, end=b.span.end, label=b.label) for b in clean.blocks),
        metadata=_metadata(clean.metadata),
        entities=tuple(_entity(entity) for entity in article.entities),
        times=tuple(_time(time) for time in annotated.times if not time.age),
        quantities=_quantities(annotated),
        quotes=tuple(
            _quote(quote, public[speaker] if speaker else None, clean.text)
            for quote, speaker in zip(annotated.quotes, article.speakers, strict=True)
        ),
        fact_ids=fact_ids,
        document=document,
        processed_at=processed_at,
        provenance=provenance,
    )


def local_time(time: LocalTime | None) -> LocalTimeValue | None:
    if time is None:
        return None
    return LocalTimeValue(local=time.local, offset=time.offset, precision=time.precision, source=time.source)


def _metadata(metadata: Metadata) -> MetadataValue:
    return MetadataValue(
        title=metadata.title,
        authors=metadata.authors,
        published=local_time(metadata.published),
        updated=local_time(metadata.updated),
        publisher=metadata.publisher,
        section=metadata.section,
        credits=metadata.credits,
    )


def _entity(entity: Entity) -> EntityValue:
    return EntityValue(
        id=public_id(entity),
        key=entity.key,
        label=entity.label,
        type=entity.type,
        named=entity.named,
        mentions=tuple(
            MentionValue(start=m.span.start, end=m.span.end, kind=m.kind) for m in entity.mentions
        ),
    )


def _time(time: TimeExpression) -> TimeValue:
    return TimeValue(
        start=time.span.start,
        end=time.span.end,
        type=time.type,
        timex3=time.timex3,
        edtf=time.edtf,
        earliest=time.earliest,
        latest=time.latest,
        anchor=time.anchor_value,
    )


def _quantities(annotated: AnnotatedArticle) -> tuple[QuantityMentionValue, ...]:
    """Quantities and ages in text order: an age is how much, not when (annotation.md)."""
    ages = (age for time in annotated.times if time.age for age in _age(time))
    found = [*map(_quantity, annotated.quantities), *ages]
    return tuple(sorted(found, key=lambda quantity: (quantity.start, quantity.end)))


_AGE = re.compile(r"P(\d{1,4}(?:\.\d{1,3})?)([YMWD])")
_UCUM = {"Y": "a", "M": "mo", "W": "wk", "D": "d"}


def _age(time: TimeExpression) -> Iterator[QuantityMentionValue]:
    """Nothing for an age of two units ("one year and two months"), which has no single UCUM code."""
    told = _AGE.fullmatch(time.timex3)
    if told:
        yield QuantityMentionValue(
            start=time.span.start, end=time.span.end, amount=told[1], comparator="=", unit_ucum=_UCUM[told[2]],
            currency=None, si=None,
        )  # fmt: skip


def _quantity(quantity: Quantity) -> QuantityMentionValue:
    return QuantityMentionValue(
        start=quantity.span.start,
        end=quantity.span.end,
        amount=quantity.amount,
        comparator=quantity.comparator,
        unit_ucum=None if quantity.currency else quantity.unit_ucum,
        currency=quantity.currency,
        si=si_value(quantity),
    )


def _quote(quote: Quote, speaker: str | None, text: str) -> QuoteMentionValue:
    return QuoteMentionValue(
        start=min(part.start for part in quote.parts),
        end=max(part.end for part in quote.parts),
        kind=quote.kind,
        speaker=speaker,
        cue=quote.cue.of(text) if quote.cue is not None else None,
    )
