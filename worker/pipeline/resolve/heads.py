"""Which word heads a nominal: the last known noun before something ends the phrase."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.grammar import (
    ARTICLES,
    COMMON_VERBS,
    DETERMINERS,
    PHRASE_ENDS,
    PREPOSITIONS,
    REACH,
    STOP,
    noun_at,
)
from worker.pipeline.resolve.nouns import ADJECTIVES_TOO, NOUNS, PARTICIPLES_TOO, VERBS_TOO

if TYPE_CHECKING:
    from worker.pipeline.resolve.sentence_words import SentenceWords


def head_of(words: SentenceWords, start: int) -> int | None:
    """The noun that heads the phrase: the last known noun before something ends it."""
    head = None
    for at in range(start, min(len(words.tokens), start + REACH)):
        word = words.lower(at)
        if at in words.inside:
            if head is not None:
                break
            continue
        if word in {'"', "“", "”"}:
            continue
        if not word[0].isalnum() or word in PHRASE_ENDS:
            break
        heads = _heads(words, at)
        if head is not None and (word in PARTICIPLES_TOO or not heads):
            break
        head = at if heads else head
    return head


def _heads(words: SentenceWords, at: int) -> bool:
    """Whether the word at `at` is a known noun here, and not the adjective that it also can be."""
    word, following = words.lower(at), words.lower(at + 1)
    if at - 1 in words.inside and word in VERBS_TOO and following in ARTICLES:
        return False  # "The Whales host the Miners"
    if noun_at(word) is None or (word == "one" and words.lower(at - 1) not in {"little", "loved"}):
        return False
    if word not in ADJECTIVES_TOO:
        return True
    if at + 1 in words.inside:
        return word == "child"  # "their child Ivy", but "the German Jane Roe"
    ends = not following[:1].isalnum() or following in STOP or following in PREPOSITIONS or following == "who"
    return ends or following.endswith("ed") or _is_verb(words, at + 1)


def _is_verb(words: SentenceWords, at: int) -> bool:
    """By its tag, where a tagger gave one, else by the list of common ones."""
    tag = words.tokens[at].tag if at < len(words.tokens) else ""
    return tag in {"VERB", "AUX"} if tag else words.lower(at) in COMMON_VERBS


def modified(words: SentenceWords, at: int) -> bool:
    """Whether a determiner stands a few words before, so the noun belongs to its phrase."""
    for index in range(at - 1, max(-1, at - 4), -1):
        if words.lower(index) in DETERMINERS:
            return head_of(words, index + 1) == at
        if words.lower(index) in STOP:
            return False
    return False


def owner_noun(words: SentenceWords, mark: int) -> bool:
    word = words.lower(mark - 1)
    return word in NOUNS or (
        mark > 0 and words.lower(mark) in {"'", "’"} and word.endswith("s") and word[:-1] in NOUNS
    )
