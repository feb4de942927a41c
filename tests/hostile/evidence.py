"""What every reading owes its text, whoever asks: fuzzers and properties alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worker.pipeline.outcome import Extracted


def lies_in_its_text(outcome: Extracted) -> None:
    event = outcome.article
    mentions = [mention for entity in event.entities for mention in entity.mentions]
    for span in (*event.blocks, *mentions, *event.times, *event.quantities, *event.quotes):
        assert 0 <= span.start < span.end <= len(event.text)
    for fact in outcome.facts:
        assert fact.evidence
        assert all(event.text[words.start : words.end] == words.exact for words in fact.evidence)
