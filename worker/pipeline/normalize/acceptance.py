"""Which candidates may become facts: known predicate, right types, evidence that stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.values import EntityObject, QuantityObject, QuoteObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import Candidate, Declaration, Entity, ObjectValue


def refusal(
    candidate: Candidate, text: str, entities: Mapping[str, Entity], vocabulary: Mapping[str, Declaration]
) -> str | None:
    """Why the candidate is dropped (a short code to count by), None if it is right."""
    declaration = vocabulary.get(candidate.predicate)
    subject = entities.get(candidate.subject)
    kind = kind_of(candidate.object, entities)
    if declaration is None:
        return "unknown_predicate"
    if subject is None or kind is None:
        return "unknown_entity"
    if subject.type not in declaration.domain:
        return "domain_violation"
    if kind not in declaration.range:
        return "range_violation"
    if not _evident(candidate, text):
        return "evidence_mismatch"
    return None


def kind_of(value: ObjectValue, entities: Mapping[str, Entity]) -> str | None:
    """Entity type or datatype; None for an entity that the article does not have."""
    match value:
        case EntityObject(entity):
            return entities[entity].type if entity in entities else None
        case TimeObject(_, datatype):
            return datatype
        case QuantityObject(quantity):
            return "money" if quantity.currency else "quantity"
        case QuoteObject():
            return "quote"
        case _:  # TextObject; objects.py fails its type check when another kind comes
            return "string"


def _evident(candidate: Candidate, text: str) -> bool:
    """Every span lies in the text and holds words; premises point at spans; only an inference has premises."""
    spans = candidate.evidence
    right = bool(spans) and all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans)
    premises = all(0 <= index < len(spans) for index in candidate.premises)
    return right and premises and (candidate.derivation == "inferred") == bool(candidate.premises)
