"""What the settings forbid to publish, and on which topic the rest goes; settled before a revision is compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.revise import revise
from worker.pipeline.revise.difference import retraction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.fact import FactEvent
    from schemas.state import DocumentState, KnownFact
    from worker.observability.labels import FactRefusal
    from worker.pipeline.outcome import Extracted
    from worker.pipeline.revise import Revision
    from worker.settings import Gate, Settings

SOFT: Final = frozenset({"predicted", "hypothetical", "opinion", "denied"})
_STRICTNESS: Final[Mapping[Gate, int]] = {"publish": 0, "redirect": 1, "drop": 2}
_MOVED: Final = "withdrawn"  # why a fact is retracted on the topic that it leaves


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
    soft = fact.status in SOFT
    if soft and not settings.publish_soft:
        return "soft"
    if gate(fact, settings) == "drop":
        return "sensitive"
    if fact.confidence < (settings.min_confidence_soft if soft else settings.min_confidence):
        return "low_confidence"
    return None


def gate(fact: FactEvent | KnownFact, settings: Settings) -> Gate:
    """The strictest of what the settings say of the fact's labels."""
    said = dict(settings.sensitive)
    actions = [said.get(label, "publish") for label in fact.sensitivity]
    return max(actions, key=_STRICTNESS.__getitem__, default="publish")


def topic_of(fact: FactEvent | KnownFact, settings: Settings, *, redirected: bool) -> str:
    """`redirected`: it is sensitive and the settings keep it off the topics that everybody reads."""
    if redirected:
        return settings.topics.sensitive
    return settings.topics.soft if fact.status in SOFT else settings.topics.fact


def revised(known: DocumentState | None, outcome: Extracted, settings: Settings) -> Revision:
    """As `revise`, and every fact on the topic where it belongs now: one that moves is withdrawn where it was."""
    moved = _moved(known, outcome, settings)
    revision = revise(_without(known, moved), outcome)
    if revision.kind in {"duplicate", "stale"}:
        return revise(known, outcome)  # nothing is told, so nothing moves
    return _placed(revision, moved, outcome, settings)


def _moved(known: DocumentState | None, outcome: Extracted, settings: Settings) -> tuple[KnownFact, ...]:
    """Facts of before that are still told but belong to another topic: a label or the policy has changed."""
    now = {fact.fact_id: gate(fact, settings) == "redirect" for fact in outcome.facts}
    before = known.facts if known is not None else ()
    return tuple(fact for fact in before if now.get(fact.fact_id, fact.redirected) != fact.redirected)


def _without(known: DocumentState | None, moved: tuple[KnownFact, ...]) -> DocumentState | None:
    """As if the moved facts had never been told, so that they are asserted anew."""
    if known is None or not moved:
        return known
    return known.model_copy(update={"facts": tuple(fact for fact in known.facts if fact not in moved)})


def _placed(revision: Revision, moved: tuple[KnownFact, ...], outcome: Extracted, settings: Settings) -> Revision:
    state = revision.state
    if state is None:
        return revision
    gone = tuple(retraction(fact, _MOVED, outcome.article, state.revision) for fact in moved)
    facts = tuple(
        fact.model_copy(update={"redirected": gate(fact, settings) == "redirect"}) for fact in state.facts
    )
    return replace(revision, events=gone + revision.events, state=state.model_copy(update={"facts": facts}))
