"""The facts of one revision against those published before: what is asserted, amended and retracted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from schemas.codec import digest
from schemas.fact import FactEvent
from schemas.state import KnownFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from schemas.clean import CleanArticleEvent

    Known: TypeAlias = Mapping[str, KnownFact]  # by fact_id

# What a consumer would have to correct if it changed. Left out: ids (they are the identity), clocks, revisions,
# provenance and rule (who found it), the document (it has its own event), and where the evidence stands: offsets and
# neighbouring words move with every edit elsewhere, and the evidence names by hash the text in which they hold.
MEANING: Final = {
    *("subject", "object", "qualifiers", "attribution", "derivation", "premises", "event_time"),
    *("sensitivity", "extensions"),
}


class Told(NamedTuple):
    """A fact of the new revision with its meaning."""

    fact: FactEvent
    meaning: str


def meaning(fact: FactEvent) -> str:
    """SHA-256 of what the fact says; where two differ under one fact_id, the later one is an amendment."""
    told = fact.model_dump(mode="json", include=MEANING)
    words = [evidence.exact for evidence in fact.evidence]
    return digest({**told, "evidence": words, "confidence": f"{fact.confidence:.4f}"})


def weighed(facts: Iterable[FactEvent]) -> tuple[Told, ...]:
    """One fact per id (the last one's content in the first one's place), each with its meaning."""
    distinct = {fact.fact_id: fact for fact in facts}
    return tuple(Told(fact, meaning(fact)) for fact in distinct.values())


def statements(told: Sequence[Told], known: Known, revision: int) -> tuple[FactEvent, ...]:
    """Assertions of what is new and amendments of what changed; what is known unchanged is not said again."""
    return tuple(
        _stated(one.fact, "amend" if one.fact.fact_id in known else "assert", revision)
        for one in told
        if not _unchanged(one, known)
    )


def remembered(told: Sequence[Told], known: Known, revision: int) -> tuple[KnownFact, ...]:
    """What is to be known of the facts after this revision."""
    return tuple(
        known[one.fact.fact_id] if _unchanged(one, known) else _remembered(one, revision) for one in told
    )


def retraction(fact: KnownFact, reason: str, article: CleanArticleEvent, revision: int) -> FactEvent:
    """An event that reads by itself: what is withdrawn, why, and by which revision of which document."""
    repeated = {name: value for name, value in fact if name in FactEvent.model_fields}
    return FactEvent.model_validate(
        {
            **repeated,
            "revision": revision,
            "op": "retract",
            "retract_reason": reason,
            "evidence": (),
            "document": article.document.model_copy(update={"revision": revision}),
            "observed_at": None,
            "processed_at": article.processed_at,
            "provenance": article.provenance,
        }
    )


def _unchanged(one: Told, known: Known) -> bool:
    before = known.get(one.fact.fact_id)
    return before is not None and before.content_sha256 == one.meaning


def _stated(fact: FactEvent, op: str, revision: int) -> FactEvent:
    document = fact.document.model_copy(update={"revision": revision})
    return fact.model_copy(update={"op": op, "revision": revision, "document": document})


def _remembered(one: Told, revision: int) -> KnownFact:
    repeated = {name: value for name, value in one.fact if name in KnownFact.model_fields}
    return KnownFact.model_validate({**repeated, "revision": revision, "content_sha256": one.meaning})
