"""The clean article event: what was read, for those who reuse or measure it."""

from __future__ import annotations

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
    from schemas.fact import DocumentRef, Provenance
    from worker.pipeline.values import (
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
        blocks=tuple(BlockValue(start=b.span.start, end=b.span.end, label=b.label) for b in clean.blocks),
        metadata=_metadata(clean.metadata),
        entities=tuple(_entity(entity) for entity in article.entities),
        times=tuple(_time(time) for time in annotated.times),
        quantities=tuple(_quantity(quantity) for quantity in annotated.quantities),
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
