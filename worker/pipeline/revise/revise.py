"""The only place that decides what a version of a document publishes (design/contract.md, "Corrections")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from schemas.state import DocumentState
from worker.pipeline.revise.difference import remembered, retraction, statements, weighed
from worker.pipeline.revise.order import order

if TYPE_CHECKING:
    from schemas.clean import CleanArticleEvent
    from schemas.fact import FactEvent
    from worker.pipeline.outcome import Extracted

Kind: TypeAlias = Literal["published", "no_facts", "duplicate", "stale"]
Lookup: TypeAlias = Literal["new", "unchanged", "changed", "stale"]

NOT_STATED: Final = "no_longer_stated"
WITHDRAWALS: Final = {
    "canceled": "canceled",
    "withheld": "withdrawn",
}  # pub_status -> reason of its retractions


@dataclass(frozen=True, slots=True)
class Revision:
    """What leaves, and what is known afterwards. `state` None: what was known stands.

    `kind` is how the article ended, `lookup` what the memory said of it. `events`: retractions first, then assertions
    and amendments in the order of the article. `article` None: nothing is to be told of what was read.
    """

    kind: Kind
    lookup: Lookup
    events: tuple[FactEvent, ...] = ()
    article: CleanArticleEvent | None = None
    state: DocumentState | None = None


def revise(known: DocumentState | None, outcome: Extracted) -> Revision:
    """`known`: the state of this document, None if it was never seen. `outcome.facts`: those that may be published.

    A fact event's `revision` is the document's revision that made it: so it rises with every event of the fact,
    also when the fact is withdrawn and stated again, and nothing has to be remembered of facts that are gone.
    """
    if known is None:
        return _changed(None, outcome)
    told = order(outcome.version, known.version)
    if told == "older":
        return Revision("stale", "stale")
    if known.content_sha256 == outcome.content_hash:
        unheard = told == "newer" or (told == "untold" and outcome.version is not None)
        state = known.model_copy(update={"version": outcome.version}) if unheard else None
        return Revision("duplicate", "unchanged", state=state)
    return _changed(known, outcome)


def _changed(known: DocumentState | None, outcome: Extracted) -> Revision:
    reason = WITHDRAWALS.get(outcome.pub_status)
    told = weighed(() if reason else outcome.facts)
    revision = known.revision + 1 if known else 1
    before = {fact.fact_id: fact for fact in known.facts} if known else {}
    stated = {one.fact.fact_id for one in told}
    gone = tuple(
        retraction(fact, reason or NOT_STATED, outcome.article, revision)
        for fact in before.values()
        if fact.fact_id not in stated
    )
    events = gone + statements(told, before, revision)
    return Revision(
        kind="published" if told or events else "no_facts",
        lookup="changed" if known else "new",
        events=events,
        article=None if reason else _numbered(outcome.article, revision),
        state=DocumentState(
            document_id=outcome.article.document.id,
            content_sha256=outcome.content_hash,
            revision=revision,
            version=outcome.version or (known.version if known else None),
            pub_status=outcome.pub_status,
            facts=remembered(told, before, revision),
        ),
    )


def _numbered(article: CleanArticleEvent, revision: int) -> CleanArticleEvent:
    return article.model_copy(update={"document": article.document.model_copy(update={"revision": revision})})
