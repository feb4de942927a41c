"""The whole route of one article on one screen: bytes in, Outcome out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from worker.pipeline.errors import ArticleRejected
from worker.pipeline.outcome import Extracted, Failed, Outcome, Rejected
from worker.pipeline.values import AnnotatedArticle, CleanArticle, ExtractedArticle, Metadata, ResolvedArticle

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.article import RawArticle
    from worker.pipeline.stages import Annotator, Cleaner, Decoder, Extractor, Normalizer, Resolver
    from worker.pipeline.values import Envelope

T = TypeVar("T")


@dataclass(slots=True)
class _Lap:
    """Times the stages of one article with the clock it is given."""

    clock: Callable[[], float]
    stage: str = "decode"
    timings: list[tuple[str, float]] = field(default_factory=list)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        self.stage, start = stage, self.clock()
        try:
            return work()
        finally:
            self.timings.append((stage, self.clock() - start))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """decode -> clean -> annotate -> resolve -> extract -> normalize. `process` never raises."""

    decode: Decoder
    clean: Cleaner
    annotate: Annotator
    resolve: Resolver
    extract: Extractor
    normalize: Normalizer
    clock: Callable[[], float]

    def process(self, envelope: Envelope) -> Outcome:
        lap = _Lap(self.clock)
        try:
            return self._read(envelope, lap)
        except ArticleRejected as refusal:
            return Rejected(
                refusal.reason, lap.stage, refusal.field, refusal.rule, refusal.fix, tuple(lap.timings)
            )
        except Exception as error:  # noqa: BLE001 - our bug becomes data; the shell decides its fate
            return Failed.of(error, lap.stage, tuple(lap.timings))

    def _read(self, envelope: Envelope, lap: _Lap) -> Extracted:
        raw = lap.run("decode", lambda: self.decode(envelope))
        extracted = self._understood(raw, lap) if raw.pub_status == "usable" else _unread(raw)
        read = lap.run("normalize", lambda: self.normalize(raw, extracted, envelope))
        return Extracted(
            read.article, read.facts, raw.content_hash, raw.pub_status, raw.version, tuple(lap.timings), read.dropped
        )

    def _understood(self, raw: RawArticle, lap: _Lap) -> ExtractedArticle:
        clean = lap.run("clean", lambda: self.clean(raw))
        annotated = lap.run("annotate", lambda: self.annotate(clean))
        resolved = lap.run("resolve", lambda: self.resolve(annotated))
        return lap.run("extract", lambda: self.extract(resolved))


def _unread(raw: RawArticle) -> ExtractedArticle:
    """A withdrawn article is not read: nothing in its text may keep it from being withdrawn."""
    clean = CleanArticle(raw.document_id, "", (), Metadata(title=raw.title, url=raw.url))
    return ExtractedArticle(ResolvedArticle(AnnotatedArticle(clean, (), (), (), (), ()), (), ()))
