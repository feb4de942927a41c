"""Who says what in which words: direct, partial and indirect speech with its speaker and cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.indirect import find_indirect
from worker.pipeline.annotate.phrases import Words, first_subject
from worker.pipeline.annotate.speakers import Report, is_cue, report_after, report_before
from worker.pipeline.values import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.annotate.quote_marks import Quoted
    from worker.pipeline.values import CleanArticle, NameMention, QuoteKind, Sentence

_TERMINAL = frozenset(".!?…—")
_SAME_VOICE = 3  # sentences after which a bare quotation is no longer given to the last speaker
_BARE_WORDS = 3  # a quoted sentence without a reporting clause; shorter ones are headings and scare quotes


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation with its context: token index of both marks, and what reports it from each side."""

    quote: Quote
    first: int
    behind: int
    block: int
    after: Report | None
    before: Report | None
    bare: bool


def find_quotes(
    article: CleanArticle,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention],
    quoted: Sequence[Quoted],
) -> tuple[Quote, ...]:
    """Quotations in text order. Titles of works, terms and scare quotes are none."""
    page = _Page(article, sentences, names)
    spoken = [q for q in quoted if not _is_title(q, names)]
    direct = _joined(page, [found for q in spoken if (found := page.read(q)) is not None])
    marked = [part for quote in direct for part in quote.parts]
    taken = {quote.cue for quote in direct if quote.kind == "direct" and quote.cue is not None}
    indirect = find_indirect(page.passages(), marked, taken)
    return tuple(sorted([*direct, *indirect], key=lambda quote: (quote.parts[0], quote.kind)))


def _is_title(quotation: Quoted, names: Sequence[NameMention]) -> bool:
    at = bisect_left(names, quotation.outer.start, key=lambda name: name.span.start)
    return (
        at < len(names)
        and names[at].type == "work"
        and quotation.inner.covers(names[at].span)
        and (names[at].span.start == quotation.inner.start)
    )


class _Page:
    """The article's tokens in one row, with the sentence and name that each stands in."""

    def __init__(
        self, article: CleanArticle, sentences: Sequence[Sentence], names: Sequence[NameMention]
    ) -> None:
        self.text = article.text
        self.sentences = sentences
        self.tokens = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.span.start for token in self.tokens]
        self._bounds: list[int] = [0]
        for sentence in sentences:
            self._bounds.append(self._bounds[-1] + len(sentence.tokens))
        self.words = Words(self.tokens, dict(self._named(names)))

    def _named(self, names: Sequence[NameMention]) -> Iterator[tuple[int, tuple[int, int]]]:
        for name in names:
            bounds = self.index(name.span.start), self.index(name.span.end)
            yield from ((at, bounds) for at in range(*bounds))

    def index(self, offset: int) -> int:
        """Index of the first token at or behind `offset`."""
        return bisect_left(self._starts, offset)

    def sentence_of(self, token: int) -> int:
        return bisect_right(self._bounds, token) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        return self._bounds[sentence], self._bounds[sentence + 1]

    def passages(self) -> Iterator[tuple[Words, int, int]]:
        return ((self.words, *self.bounds(i)) for i in range(len(self.sentences)))

    def opens_block(self, found: _Found) -> bool:
        sentence = self.sentence_of(found.first)
        first = sentence == 0 or self.sentences[sentence - 1].block != found.block
        return first and self.bounds(sentence)[0] == found.first

    def read(self, quotation: Quoted) -> _Found | None:
        first, behind = self.index(quotation.outer.start), self.index(quotation.outer.end)
        if first == behind or quotation.inner.start >= quotation.inner.end:
            return None
        start = self.bounds(self.sentence_of(first))[0]
        stop = self.bounds(self.sentence_of(behind - 1))[1]
        after = report_after(self.words, behind, stop)
        before = report_before(self.words, start, first)
        bare = start == first and stop <= behind
        kind = _kind(quotation.inner.of(self.text), before, after, bare=bare)
        if kind is None:
            return None
        report = _reporting(before, after, kind)
        quote = Quote(
            (quotation.inner,),
            kind,
            report.speaker if report else None,
            report.cue if report else None,
            quotation.complete,
        )
        return _Found(quote, first, behind, quotation.block, after, before, bare)


def _kind(said: str, before: Report | None, after: Report | None, *, bare: bool) -> QuoteKind | None:
    """None if the words in marks are no speech: nothing reports them and they are no sentence of their own."""
    ended = said[-1] in _TERMINAL or said[-1] == ","
    if after is not None and ended:
        return "direct"
    if before is not None and before.attached and not said[0].islower():
        return "direct"
    if bare and said[-1] in _TERMINAL and len(said.split()) >= _BARE_WORDS:
        return "direct"
    if after is None and (before is None or not before.near):
        return None
    whole = said[-1] in _TERMINAL and said[0].isupper() and len(said.split()) > _BARE_WORDS
    return "direct" if whole and before is not None else "partial"


def _reporting(before: Report | None, after: Report | None, kind: QuoteKind) -> Report | None:
    """The clause behind a direct quotation wins, unless only the one before it touches it."""
    if kind == "direct" and after is not None:
        return after
    return before or after


def _joined(page: _Page, found: Sequence[_Found]) -> list[Quote]:
    """Parts of one quotation made one: split by its reporting clause, or running over paragraphs."""
    quotes: list[Quote] = []
    previous: _Found | None = None
    for this in found:
        continued = previous is not None and _continues(page, previous, this)
        if continued:
            quotes[-1] = _merged(quotes[-1], this.quote)
        else:
            quotes.append(_with_context(page, this, previous, quotes[-1] if quotes else None))
        previous = this
    return quotes


def _merged(quote: Quote, more: Quote) -> Quote:
    return replace(
        quote,
        parts=quote.parts + more.parts,
        complete=more.complete,
        speaker=quote.speaker or more.speaker,
        cue=quote.cue or more.cue,
    )


def _continues(page: _Page, previous: _Found, this: _Found) -> bool:
    """Whether this quotation goes on with the previous one's words."""
    if this.block == previous.block + 1:
        return not previous.quote.complete and page.opens_block(this)
    if this.block != previous.block or previous.quote.kind == "partial":
        return False
    between = page.sentence_of(previous.behind - 1), page.sentence_of(this.first)
    if this.after is not None or not between[1] - between[0] <= 1 or previous.quote.speaker is None:
        return False
    if between[0] == between[1]:
        return previous.after is not None and _one_clause_between(page, previous.behind, this.first)
    return this.bare and this.quote.kind == "direct" and (previous.after is not None or previous.bare)


def _one_clause_between(page: _Page, start: int, stop: int) -> bool:
    return sum(is_cue(page.words, at) for at in range(start, stop)) == 1


def _with_context(page: _Page, this: _Found, previous: _Found | None, last: Quote | None) -> Quote:
    """A bare quotation is said by the speaker before it, or by the subject of the sentence before it."""
    if this.quote.speaker is not None or not this.bare:
        return this.quote
    sentence = page.sentence_of(this.first)
    since = sentence - page.sentence_of(previous.behind - 1) if previous is not None else _SAME_VOICE + 1
    if last is not None and since <= 1:
        return replace(this.quote, speaker=last.speaker)
    subject = _speaking_subject(page, sentence - 1) if sentence > 0 else None
    if subject is None and last is not None and since <= _SAME_VOICE:
        subject = last.speaker
    return replace(this.quote, speaker=subject)


def _speaking_subject(page: _Page, sentence: int) -> Span | None:
    subject = first_subject(page.words, *page.bounds(sentence))
    if subject is None:
        return None
    at = page.index(subject.start)
    human = at in page.words.names or page.words.lower(at) in words.SUBJECT_PRONOUNS - {"it", "who", "you"}
    return subject if human else None
