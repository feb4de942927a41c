"""How, when and to whom something was said: the words beside a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from worker.pipeline.values import (
    Quote,
    Span,
    TimeExpression,
)

if TYPE_CHECKING:
    from worker.pipeline.extract.view import View


_PAGE = re.compile(
    r"\bon (?:his|her|their|its) (?:own )?(?:official )?(page|account|profile|feed|website|"
    r"blog|timeline)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|assured)\s*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z\"“]|$)")
_ADDRESSEE_REACH = 60  # characters behind "told" in which the name must end
_CLAUSE_REACH = 160  # characters beside the quotation in which channel and date stand


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What the reporting clause tells besides the speaker; `clause`: its words, `spans`: where they stand."""

    clause: str
    spans: tuple[Span, ...]
    channel: str | None
    page: bool  # on the speaker's own page
    platform: bool  # on a platform that is named
    date: TimeExpression | None
    addressee: str | None  # entity id


def circumstance(view: View, quote: Quote) -> Circumstance:
    """Read the words beside the quotation's parts."""
    spans = tuple(_beside(view, quote))
    clause = " | ".join(span.of(view.text) for span in spans)
    return Circumstance(
        clause=clause,
        spans=spans,
        channel=quote.channel,
        page=_PAGE.search(clause) is not None,
        platform=quote.channel is not None and quote.channel[0].isupper(),
        date=quote.said_at,
        addressee=_addressee(view, quote),
    )


def _beside(view: View, quote: Quote) -> list[Span]:
    """What stands in the same paragraph before, between and behind the parts, as far as a clause reaches."""
    text, parts = view.text, quote.parts
    spans = []
    if quote.cue is None:
        return []
    edges = [(max(0, parts[0].start - _CLAUSE_REACH), parts[0].start)]
    edges += [(one.end, other.start) for one, other in pairwise(parts)]
    edges.append((parts[-1].end, min(len(text), parts[-1].end + _CLAUSE_REACH)))
    for start, end in edges:
        if not start - 2 <= quote.cue.start <= end:
            continue
        lines = text[start:end]
        before, after = (
            lines.rfind("\n", 0, max(0, quote.cue.start - start)),
            lines.find("\n", max(0, quote.cue.end - start)),
        )
        stop = _sentence_end(lines, max(0, quote.cue.end - start))
        ends = min(e for e in (after if after >= 0 else len(lines), stop))
        spans.append(Span(start + before + 1, start + ends))
    return spans


def _sentence_end(lines: str, start: int) -> int:
    mark = _SENTENCE_END.search(lines, start)
    return mark.start() if mark is not None else len(lines)


def _addressee(view: View, quote: Quote) -> str | None:
    """Whom the cue's object names: "told the Herald"."""
    if quote.cue is None or not _TOLD.search(quote.cue.of(view.text)):
        return None
    after = Span(quote.cue.end + 1, quote.cue.end + _ADDRESSEE_REACH)
    named = next(((span, entity) for span, entity in view.names_in(after)), None)
    if named is None or "," in view.text[after.start : named[0].start]:
        return None
    return named[1].id
