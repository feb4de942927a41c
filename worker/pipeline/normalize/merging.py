"""One fact once per article: equal facts join, a quotation's fragment joins the whole, contradictions are marked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schemas.fact import EntityRef
from worker.pipeline.normalize.draft import merged
from worker.pipeline.normalize.objects import amount_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schemas.fact import ObjectRef
    from schemas.terms import DateValue
    from worker.pipeline.normalize.draft import Draft

MAX_RIVALS = 20  # values of one thing that are compared; an article that tells more contradicts itself anyhow
_WHEN = ("as_of", "date")  # qualifiers that tell at what time a value held
MAX_QUOTES = 200  # of one speaker that are compared pairwise; beyond, equal ones still join by id


def joined(drafts: Iterable[Draft], document_id: str) -> dict[str, Draft]:
    """Facts by id, in order of first evidence."""
    found: dict[str, Draft] = {}
    for draft in _whole_quotes(drafts):
        identity = draft.fact_id(document_id)
        found[identity] = merged(found[identity], draft) if identity in found else draft
    return dict(sorted(found.items(), key=lambda item: (item[1].evidence[0], item[0])))


def _whole_quotes(drafts: Iterable[Draft]) -> list[Draft]:
    """Statements of a speaker whose words lie inside a longer one of the same speaker become evidence of that."""
    plain: list[Draft] = []
    quotes: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        is_quote = not isinstance(draft.object, EntityRef) and draft.object.datatype == "quote"
        (quotes[draft.subject.key, draft.declaration.name] if is_quote else plain).append(draft)
    return plain + [draft for some in quotes.values() for draft in _contained(some)]


def _contained(quotes: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for quote in sorted(quotes, key=lambda d: -len(d.object.key)):
        words = f" {quote.object.key} "
        whole = next((i for i, k in enumerate(kept[:MAX_QUOTES]) if words in f" {k.object.key} "), None)
        if whole is None or len(words.split()) < 2:
            kept.append(quote)
        else:
            kept[whole] = merged(kept[whole], quote)
    return kept


def conflicts(facts: Mapping[str, Draft]) -> dict[str, tuple[str, ...]]:
    """Ids of the facts that contradict a fact, by the `conflict` rule of its predicate."""
    slots: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for identity, draft in facts.items():
        if draft.declaration.conflict != "none" and _firm(draft):
            slots[_slot(draft)].append(identity)
    return {
        identity: rivals
        for group in slots.values()
        for identity in group[:MAX_RIVALS]
        if (rivals := tuple(r for r in group[:MAX_RIVALS] if _differ(facts[identity].object, facts[r].object)))
    }


def _firm(draft: Draft) -> bool:
    """A forecast contradicts nothing, nor does what is denied."""
    return draft.candidate.status in {"asserted", "reported"} and draft.candidate.polarity == "positive"


def _slot(draft: Draft) -> tuple[str, ...]:
    """What has one value: of a predicate whose values change, at one time."""
    changing = draft.declaration.conflict == "same_time"
    when = [value.key for name in _WHEN for value in draft.qualifiers.get(name, ())] if changing else []
    return draft.subject.key, draft.declaration.name, *when


def _differ(one: ObjectRef, other: ObjectRef) -> bool:
    """Dates and amounts differ if their bounds do not meet ("2018" holds 2018-05-16); everything else by key."""
    if isinstance(one, EntityRef) or isinstance(other, EntityRef):
        return one.key != other.key
    if one.date is not None and other.date is not None:
        return _apart(one.date, other.date)
    a, b = amount_bounds(one), amount_bounds(other)
    if a is None or b is None:
        return one.key != other.key
    return a[1] < b[0] or b[1] < a[0]


def _apart(one: DateValue, other: DateValue) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest
