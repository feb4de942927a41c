"""Who speaks which words: quotations with their speakers."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.rule import AGENT
from worker.pipeline.values import (
    Entity,
    Quote,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


_NO_SOURCE = re.compile(r"(?:it|this|that|which|who|there|what|they|we|you|i|one)\b", re.IGNORECASE)
_ANYBODY = re.compile(
    r"(?:one|a|an|another|the|some|several|many|two|three|most|other|his|her|their|its)\b", re.IGNORECASE
)
# "Prosecutors", "London police", "two officials": several whom nobody names.
_SEVERAL = re.compile(r"(?:[A-Z][\w.-]{1,20} ){0,3}(?:[a-z-]{2,20} ){0,2}(?:[Pp]olice|[A-Za-z][a-z]{3,20}s)")
_JOINTS = lexemes("and or of at for from with to in on by as who")
_NAME_AFTER_NOUNS = re.compile(
    r" (?:(?!said|told|and|or|of|at|for|from|with|to|in|on|by|as|who|added)[a-z-]{3,20} "
    r"){1,3}(?:[A-Z][\w'’.-]{1,20}+ ?){1,3}"
)
_WORD = re.compile(r"[^\W_]+")
# Verbs of the mind: they report, but nothing that was said.
_THINKING = forms("believe think hope fear expect feel learn find understand know guess doubt suspect hold "
                  "remember forget pretend assume imagine discover realize realise wonder decide")  # fmt: skip
_BEFORE_CUE = 30  # characters before the verb in which its auxiliary stands
_UNSAID = re.compile(
    r"\b(?:would|could|might|may|should|can|cannot|must|will|never|not|whoever|if (?:s?he|they|you|we))\b[^,.;:]{0,12}$"
    r"|n['’]t [^,.;:]{0,12}$",
    re.IGNORECASE,
)
_REPEATED = 4  # words that two quotations share word for word
_MAX_QUOTES = 200  # compared pairwise; the longest article of the 181 news pages at hand has 61
_INDIRECT_WORDS = 4  # shorter indirect speech is a cut-off remark ("said so")
_QUOTED_FRAGMENT = 2  # words; a single word in marks is a term


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation with who speaks it; `said`: its parts joined by a space."""

    quote: Quote
    speaker: Entity
    said: str


def utterances(view: View) -> Iterator[Utterance]:
    """The quotations of speakers that are known or at least described ("one neighbour")."""
    quotes = view.article.annotated.quotes
    spoken = [_words(view, quote) for quote in quotes]
    named = _named_speakers(view, spoken)
    for index, (quote, said) in enumerate(zip(quotes, spoken, strict=True)):
        speaker = named.get(index) or _speaker(view, index, quote)
        if speaker is not None and _is_speech(quote, said) and _is_said(view, quote):
            yield Utterance(quote, speaker, said)


def _words(view: View, quote: Quote) -> str:
    return " ".join(" ".join(part.of(view.text).split()) for part in quote.parts)


def _is_speech(quote: Quote, said: str) -> bool:
    length = len(said.split())
    if quote.kind == "indirect":
        return length >= _INDIRECT_WORDS
    return quote.kind == "direct" or length >= _QUOTED_FRAGMENT


def _is_said(view: View, quote: Quote) -> bool:
    """What somebody thinks, would say or never said is no statement; words in marks were said, however told."""
    if quote.kind != "indirect" or quote.cue is None:
        return True
    before = view.text[max(0, quote.cue.start - _BEFORE_CUE) : quote.cue.start]
    return quote.cue.of(view.text).casefold() not in _THINKING and _UNSAID.search(before) is None


def _named_speakers(view: View, spoken: list[str]) -> dict[int, Entity]:
    """The same words come from one mouth: where they are told twice, once with a name, the name is the speaker's."""
    bare = [" ".join(_WORD.findall(said.casefold())) for said in spoken]
    sure = [
        (i, e) for i in range(min(len(spoken), _MAX_QUOTES)) if (e := _speaker_by_name(view, i)) is not None
    ]
    found: dict[int, Entity] = {}
    for index, words in enumerate(bare[:_MAX_QUOTES]):
        same = {e.id: e for i, e in sure if i != index and _overlap(bare[i], words)}
        if len(same) == 1 and _speaker_by_name(view, index) is None:
            found[index] = next(iter(same.values()))
    return found


def _overlap(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= _REPEATED and shorter in longer


def _speaker_by_name(view: View, index: int) -> Entity | None:
    speaker = view.entities.get(view.article.speakers[index] or "")
    place = view.article.annotated.quotes[index].speaker
    if speaker is None or place is None:
        return None
    return speaker if any(entity is speaker for _, entity in view.names_in(place)) else None


def _speaker(view: View, index: int, quote: Quote) -> Entity | None:
    known = _headed(view, quote) or view.entities.get(view.article.speakers[index] or "")
    if known is not None and known.type == "post" and quote.kind == "direct" and quote.speaker is not None:
        return unnamed(view, quote.speaker, "person", quote.speaker.of(view.text))  # whoever wrote "the tweet"
    if known is not None and (known.type not in AGENT or _is_address(known, quote)):
        return None
    if known is not None or quote.speaker is None:
        return known
    words = quote.speaker.of(view.text)
    if _NO_SOURCE.match(words) or not (_ANYBODY.match(words) or _SEVERAL.fullmatch(words)):
        return None
    return unnamed(view, quote.speaker, "person", words)


def _is_address(speaker: Entity, quote: Quote) -> bool:
    """Words in marks that nothing reports are said by no street, town or river."""
    return quote.cue is None and speaker.type in {"gpe", "location"}


def _headed(view: View, quote: Quote) -> Entity | None:
    """Of two names in one phrase the last speaks, if only nouns stand between: "Roe spokeswoman Ann Lee"."""
    place = _whole_phrase(view, quote)
    if place is None:
        return None
    named = [(span, entity) for span, entity in view.names_in(place) if entity.type == "person"]
    if len(named) < 2:
        return None
    (first, _), (last, entity) = named[-2:]
    between = view.text[first.end : last.start].split()
    nouns = all(word.isalpha() and word.islower() and word not in _JOINTS for word in between)
    return entity if between and nouns else None


def _whole_phrase(view: View, quote: Quote) -> Span | None:
    """The speaker's words with a name that follows after nouns only: "said Roe [spokeswoman Ann Lee]"."""
    if quote.speaker is None:
        return None
    more = _NAME_AFTER_NOUNS.match(view.text, quote.speaker.end, quote.speaker.end + 80)
    if more is None or (quote.cue is not None and quote.speaker.end <= quote.cue.start < more.end()):
        return quote.speaker  # "Roe called Lee a coward": the verb of saying is no trade
    return Span(quote.speaker.start, more.end())
