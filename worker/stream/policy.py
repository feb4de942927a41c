"""What the settings forbid to publish, taken out of an article before it is compared with what was published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.fact import FactEvent
    from worker.observability.labels import FactRefusal
    from worker.pipeline.outcome import Extracted
    from worker.settings import Settings

SOFT = frozenset({"predicted", "hypothetical", "opinion", "denied"})


def admitted(outcome: Extracted, settings: Settings) -> tuple[Extracted, tuple[FactRefusal, ...]]:
    """The article with the facts that may leave, and why the others may not. A stricter policy retracts."""
    judged = [(fact, refusal(fact, settings)) for fact in outcome.facts]
    refused = tuple(reason for _, reason in judged if reason is not None)
    if not refused:
        return outcome, ()
    kept = tuple(fact for fact, reason in judged if reason is None)
    article = outcome.article.model_copy(update={"fact_ids": tuple(fact.fact_id for fact in kept)})
    return replace(outcome, article=article, facts=kept), refused


def refusal(fact: FactEvent, settings: Settings) -> FactRefusal | None:
    if fact.status in SOFT and not settings.publish_soft:
        return "soft"
    if not set(fact.sensitivity).isdisjoint(settings.withhold_sensitive):
        return "sensitive"
    if fact.confidence < settings.min_confidence:
        return "low_confidence"
    return None
