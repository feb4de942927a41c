"""Which quotations are one, and who says the words in marks that no clause reports."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.phrases import first_subject
from worker.pipeline.annotate.sources import author
from worker.pipeline.annotate.speech_verbs import is_cue
from worker.pipeline.annotate.subjects import phrase, sentence_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.annotate.page import Page
    from worker.pipeline.annotate.speakers import Report
    from worker.pipeline.values import Quote, Span

_SAME_VOICE = 3  # sentences after which a bare quotation is no longer given to the last speaker
_PARTS = 8  # of one turn of a dialogue
_OTHERS = 4  # persons named inside the words between a speaker and "he said"
_NAME = 3  # letters of a name that can be looked for in the words said
_AROUND_WORDS = ".,;:!?'\"“”‘’()"
_TURNS = 2  # quotations that show that two speakers take turns


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with its context: token index of both marks, and what reports it from each side."""

    quote: Quote
    first: int
    behind: int
    block: int
    after: Report | None
    before: Report | None
    bare: bool


def joined(page: Page, found: Sequence[Found]) -> list[Quote]:
    """Parts of one quotation made one: split by its reporting clause, or running over paragraphs."""
    quotes: list[Quote] = []
    turns: list[Found] = []  # what begins and what goes on each of the quotations so far
    for this in found:
        if turns and _continues(page, turns[-1], this):
            quotes[-1] = _merged(quotes[-1], this.quote)
        else:
            quotes.append(_with_context(page, this, turns, quotes))
        turns.append(this)
    return quotes


def continued(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """A paragraph's next "he said" means whom its last reporting clause names, if nobody else is named between."""
    told: list[Quote] = []
    marked = sorted(part for quote in quotes if quote.kind != "indirect" for part in quote.parts)
    for quote in quotes:
        before = told[-1].speaker if told else None
        again = quote.speaker is not None and before is not None and _means(page, quote.speaker, before, marked)
        named = replace(quote, speaker=before) if again else quote
        told.append(replace(named, speaker=_thing_before(page, named) or _author(page, named) or named.speaker))
    return told


def _author(page: Page, quote: Quote) -> Span | None:
    """Who wrote what speaks: "The message from Jane Roe was clear: ..."."""
    if quote.speaker is None:
        return None
    found = author(page.words, page.index(quote.speaker.start), page.index(quote.speaker.end))
    return page.words.span(*found) if found is not None else None


def _thing_before(page: Page, quote: Quote) -> Span | None:
    """What "it" and "they" say was said by what the sentence before is about, if that has no name.

    "The memo was sent to ... 'We knew,' it says", "A friend hit back. 'He tried,' they said".
    """
    if quote.speaker is None or quote.speaker.of(page.text).casefold() not in {"it", "they"}:
        return None
    sentence = page.sentence_at(min(quote.parts[0], quote.speaker))
    if sentence == 0 or page.sentences[sentence - 1].block != page.sentences[sentence].block:
        return None
    head = sentence_subject(page.words, *page.bounds(sentence - 1))
    one = quote.speaker.of(page.text).casefold() == "it"
    if head is None or page.tokens[head].fine not in {"NN", "NN" if one else "NNS"} or head in page.words.names:
        return None
    return phrase(page.words, head)


def _means(page: Page, pronoun: Span, name: Span, marked: Sequence[Span]) -> bool:
    """Whether the pronoun takes up the person named by the clause before it in its paragraph."""
    if pronoun.of(page.text).casefold() not in {"he", "she"} or not name.end <= pronoun.start:
        return False
    person = bisect_left(page.people, name)
    if person == len(page.people) or page.people[person] != name:
        return False
    if page.sentences[page.sentence_at(name)].block != page.sentences[page.sentence_at(pronoun)].block:
        return False
    others = page.people[person + 1 : bisect_left(page.people, pronoun)]
    return len(others) <= _OTHERS and all(_within(marked, other) for other in others)


def _within(marked: Sequence[Span], span: Span) -> bool:
    at = bisect_right(marked, span.start, key=lambda part: part.start) - 1
    return at >= 0 and marked[at].covers(span)


def _merged(quote: Quote, more: Quote) -> Quote:
    return replace(
        quote,
        parts=quote.parts + more.parts,
        complete=more.complete,
        speaker=quote.speaker or more.speaker,
        cue=quote.cue or more.cue,
    )


def _continues(page: Page, previous: Found, this: Found) -> bool:
    """Whether this quotation goes on with the previous one's words."""
    if this.block == previous.block + 1:
        fragment = page.text[previous.quote.parts[0].start].islower() and this.after is not None
        return not previous.quote.complete and page.opens_block(this.first) and not fragment
    if this.block != previous.block or previous.quote.kind == "partial":
        return False
    between = page.sentence_of(previous.behind - 1), page.sentence_of(this.first)
    if this.after is not None or not between[1] - between[0] <= 1 or previous.quote.speaker is None:
        return False
    if between[0] == between[1]:
        return previous.after is not None and _one_clause_between(page, previous.behind, this.first)
    return this.bare and this.quote.kind == "direct" and (previous.after is not None or previous.bare)


def _one_clause_between(page: Page, start: int, stop: int) -> bool:
    return sum(is_cue(page.words, at) for at in range(start, stop)) == 1


def _with_context(page: Page, this: Found, turns: Sequence[Found], quotes: Sequence[Quote]) -> Quote:
    """A bare quotation is said by the other one of a dialogue, the speaker before it, or whom its context names."""
    if this.quote.speaker is not None:
        return this.quote
    if not this.bare:
        return replace(this.quote, speaker=_in_sentence(page, this, turns, quotes))
    speaker = _in_dialogue(page, this, turns, quotes) or _in_context(page, this, turns, quotes)
    told_of = speaker is not None and _names_speaker(page, this.quote, speaker)
    return replace(this.quote, speaker=None if told_of else speaker)


def _names_speaker(page: Page, quote: Quote, speaker: Span) -> bool:
    """Hardly anybody names himself: words that hold the speaker's name are somebody else's."""
    called = {word for word in speaker.of(page.text).split() if word[0].isupper() and len(word) >= _NAME}
    said = {word.strip(_AROUND_WORDS) for part in quote.parts for word in part.of(page.text).split()}
    return any(word in said or f"{word}'s" in said or f"{word}’s" in said for word in called)


def _in_sentence(page: Page, this: Found, turns: Sequence[Found], quotes: Sequence[Quote]) -> Span | None:
    """A second fragment of one sentence has the first one's speaker: 'said it was "dead" and would be "buried"'."""
    same = bool(turns) and page.sentence_of(turns[-1].behind - 1) == page.sentence_of(this.first)
    return quotes[-1].speaker if same and turns[-1].after is None else None


def _in_dialogue(page: Page, this: Found, turns: Sequence[Found], quotes: Sequence[Quote]) -> Span | None:
    """Where two speakers took turns, a paragraph each, the next paragraph in marks is the first one's."""
    if len(quotes) < _TURNS or len(turns) < _TURNS or not page.opens_block(this.first):
        return None
    one, other = quotes[-2], quotes[-1]
    last = turns[-1].block
    before = next((turn.block for turn in reversed(turns[-_PARTS:]) if turn.block < last), None)
    adjacent = this.block == last + 1 and before == last - 1
    both = one.speaker is not None and other.speaker is not None
    if not (adjacent and both and one.complete and other.complete) or "partial" in (one.kind, other.kind):
        return None
    apart = one.speaker.of(page.text) != other.speaker.of(page.text)  # type: ignore[union-attr]
    return one.speaker if apart else None


def _in_context(page: Page, this: Found, turns: Sequence[Found], quotes: Sequence[Quote]) -> Span | None:
    sentence = page.sentence_of(this.first)
    since = sentence - page.sentence_of(turns[-1].behind - 1) if turns else _SAME_VOICE + 1
    if turns and since <= 1:
        return quotes[-1].speaker
    subject = _speaking_subject(page, sentence - 1) if sentence > 0 and not page.asks(sentence - 1) else None
    if subject is None and turns and since <= _SAME_VOICE:
        subject = quotes[-1].speaker
    return subject or _named_before(page, this) or (None if turns else _first_person_named(page, this))


def _named_before(page: Page, this: Found) -> Span | None:
    """The person named last before the words, in the same paragraph."""
    at = bisect_left(page.people, this.quote.parts[0])
    block = page.blocks[this.block].span
    return page.people[at - 1] if at > 0 and page.people[at - 1].start >= block.start else None


def _first_person_named(page: Page, this: Found) -> Span | None:
    """Whom an article that opens with words in marks, or an interview that opens with a question, is about."""
    at = bisect_left(page.people, this.quote.parts[0])
    before = page.people[at - 1] if at > 0 else None
    reach = page.bounds(min(len(page.sentences) - 1, page.sentence_of(this.behind - 1) + _SAME_VOICE))[1]
    limit = page.tokens[reach - 1].span.end
    after = next((span for span in page.people[at:] if this.quote.parts[0].end <= span.start < limit), None)
    return before or after


def _speaking_subject(page: Page, sentence: int) -> Span | None:
    head = sentence_subject(page.words, *page.bounds(sentence))
    told = phrase(page.words, head) if head is not None else None
    if told in page.speakable:
        return told
    subject = first_subject(page.words, *page.bounds(sentence))
    if subject is None:
        return None
    at = page.index(subject.start)
    someone = words.SUBJECT_PRONOUNS - {"it", "who", "you", "i", "we"}
    human = subject in page.speakable or page.words.lower(at) in someone
    return subject if human else None
