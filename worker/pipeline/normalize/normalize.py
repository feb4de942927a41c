"""The last stage: candidates in, fact events and the clean article event out; what is refused is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.fact import Attribution, DocumentRef, EventTime, FactEvent, Provenance
from worker.pipeline.normalize.acceptance import refusal
from worker.pipeline.normalize.confidence import METHOD, Signs, calibrated
from worker.pipeline.normalize.draft import draft
from worker.pipeline.normalize.evidence import Witness, seen_as, sha256
from worker.pipeline.normalize.ids import fact_key
from worker.pipeline.normalize.merging import conflicts, joined
from worker.pipeline.normalize.minors import minors
from worker.pipeline.normalize.objects import Objects, reference
from worker.pipeline.normalize.reading_event import clean_event, local_time
from worker.pipeline.normalize.sensitivity import Watch
from worker.pipeline.stages import Normalized
from worker.pipeline.values import EntityObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from schemas.article import RawArticle
    from worker.pipeline.normalize.draft import Draft
    from worker.pipeline.values import Candidate, CleanArticle, Declaration, Envelope, ExtractedArticle

CONFLICT_DISCOUNT = 0.7  # of two that contradict, at most one is right: neither may keep a confidence near 1


@dataclass(frozen=True, slots=True)
class Normalize:
    """`vocabulary`: predicate name to what it may join. Versions are part of every event's provenance.

    `confidence` is asked once a fact, in the order of the events.
    """

    vocabulary: Mapping[str, Declaration]
    pipeline_version: str
    rules_version: str
    model_ids: tuple[str, ...] = ()
    confidence: Callable[[Signs], float] = calibrated

    def __call__(self, raw: RawArticle, article: ExtractedArticle, envelope: Envelope, /) -> Normalized:
        return _Article(self, raw, article, envelope).normalized()

    @property
    def provenance(self) -> Provenance:
        return Provenance(
            pipeline="newsfacts",
            pipeline_version=self.pipeline_version,
            extractor="newsfacts-rules",
            extractor_version=self.pipeline_version,
            model_ids=self.model_ids,
            rules_version=self.rules_version,
        )


class _Article:
    """Normalization of one article: what its facts share."""

    def __init__(
        self, settings: Normalize, raw: RawArticle, article: ExtractedArticle, envelope: Envelope
    ) -> None:
        self.settings, self.raw, self.envelope = settings, raw, envelope
        self.resolved, self.candidates = article.resolved, article.candidates
        self.clean = article.resolved.annotated.article
        self.entities = {entity.id: entity for entity in article.resolved.entities}
        self.objects = Objects(self.clean.text, self.entities)
        self.text_sha256 = sha256(self.clean.text)
        self.witness = Witness.over(article.resolved.annotated, self.text_sha256)
        self.provenance = settings.provenance
        self.document = _document(raw, self.clean)

    def normalized(self) -> Normalized:
        accepted, dropped = self._sift()
        drafts = [draft(c, self.settings.vocabulary[c.predicate], self.objects) for c in accepted]
        facts = joined(drafts, self.document.id)
        rivals = conflicts(facts)
        watch = self._watch(accepted)
        events = tuple(self._event(i, d, rivals.get(i, ()), watch) for i, d in facts.items())
        read = clean_event(
            self.resolved,
            tuple(facts),
            document=self.document,
            text_sha256=self.text_sha256,
            processed_at=self.envelope.received_at,
            provenance=self.provenance,
        )
        return Normalized(read, events, tuple(sorted(dropped.items())))

    def _sift(self) -> tuple[list[Candidate], Counter[str]]:
        accepted: list[Candidate] = []
        dropped: Counter[str] = Counter()
        for candidate in self.candidates:
            reason = refusal(candidate, self.clean.text, self.entities, self.settings.vocabulary)
            if reason is None:
                accepted.append(candidate)
            else:
                dropped[reason] += 1
        return accepted, dropped

    def _watch(self, accepted: list[Candidate]) -> Watch:
        entities, published = self.resolved.entities, self.clean.metadata.published
        day = published.local[:10] if published is not None and len(published.local) >= 10 else None
        return Watch.over(self.clean.text, entities, minors(entities, accepted, self.clean.text, day))

    def _event(self, identity: str, fact: Draft, rivals: tuple[str, ...], watch: Watch) -> FactEvent:
        candidate = fact.candidate
        return FactEvent(
            fact_id=identity,
            fact_key=fact_key(fact.triple, fact.identity, candidate.polarity),
            subject=fact.subject,
            predicate=fact.declaration.name,
            predicate_wikidata=fact.declaration.wikidata,
            object=fact.object,
            qualifiers=fact.qualifiers,
            status=candidate.status,
            polarity=candidate.polarity,
            attribution=self._attribution(candidate),
            derivation=candidate.derivation,
            premises=self._premises(fact),
            rule_id=candidate.rule,
            confidence=round(self.settings.confidence(self._signs(fact)) * (CONFLICT_DISCOUNT if rivals else 1), 4),
            confidence_method=METHOD,
            evidence=tuple(self.witness.evidence(span) for span in fact.evidence),
            document=self.document,
            event_time=_event_time(candidate),
            observed_at=self._observed_at(),
            processed_at=self.envelope.received_at,
            provenance=self.provenance,
            sensitivity=watch.labels(fact),
            extensions={"x_conflicts_with": ",".join(rivals)} if rivals else {},
        )

    def _signs(self, fact: Draft) -> Signs:
        candidate, longest = fact.candidate, max(fact.evidence, key=lambda span: span.end - span.start)
        thing = candidate.object.entity if isinstance(candidate.object, EntityObject) else None
        return Signs(
            rule=candidate.rule,
            predicate=candidate.predicate,
            status=candidate.status,
            prior=fact.confidence,
            evidences=len(fact.evidence),
            subject=seen_as(self.entities[candidate.subject], fact.evidence),
            object=seen_as(self.entities[thing], fact.evidence) if thing is not None else "literal",
            characters=longest.end - longest.start,
            block=self.witness.label(longest.start),
            inferred=candidate.derivation == "inferred",
        )

    def _attribution(self, candidate: Candidate) -> Attribution | None:
        said = candidate.attribution
        if said is None:
            return None
        speaker = self.entities.get(said.speaker or "")
        return Attribution(
            speaker=reference(speaker) if speaker is not None else None,
            label=said.label,
            cue=said.cue,
            channel=said.channel,
            said_at=self.objects.date_value(said.said_at) if said.said_at is not None else None,
        )

    @staticmethod
    def _premises(fact: Draft) -> tuple[str, ...]:
        """Evidence by its place in the list ("ev0"), for the spans may have been joined into longer ones."""
        found = {i for p in fact.premises for i, span in enumerate(fact.evidence) if span.covers(p)}
        return tuple(f"ev{index}" for index in sorted(found))

    def _observed_at(self) -> str:
        """When the article was public: its own time as far as known, else when we got it."""
        published = self.clean.metadata.published
        return (
            published.local + (published.offset or "") if published is not None else self.envelope.received_at
        )


def _event_time(candidate: Candidate) -> EventTime | None:
    time = candidate.event_time
    if time is None or (time.earliest is None and time.latest is None):
        return None
    return EventTime(earliest=time.earliest, latest=time.latest)


def _document(raw: RawArticle, clean: CleanArticle) -> DocumentRef:
    metadata = clean.metadata
    return DocumentRef(
        id=clean.document_id,
        url=metadata.url,
        title=metadata.title,
        publisher=metadata.publisher,
        published=local_time(metadata.published),
        language=metadata.language,
        content_sha256=raw.content_hash,
        rights=metadata.rights,
    )
