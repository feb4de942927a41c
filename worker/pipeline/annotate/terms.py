"""Words in marks that nobody says: nicknames, terms of art and scare quotes, told by what stands beside them."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words

_SHORT = 3  # words; longer fragments in marks are somebody's words even when they modify a noun
_WHAT_REACH = 10  # words back from "called" in which "what" begins the clause: "what the head of the union called"
_NO_NOUNS = words.NO_NOUNS | words.FINITE | words.AUXILIARIES | words.ADVERBS
_OWNERS = frozenset(("'s", "’s"))
_MINOR = frozenset("a an the and or but of in on at to for from by with as".split())
_FIRST_PERSON = frozenset("I I'm I’m I've I’ve I'd I’d I'll I’ll".split())
_NAMING_NOUNS = frozenset(
    """nickname nicknames term terms word phrase slogan motto moniker title codename alias expression tag
    acronym buzzword label sign category""".split()
)
_NAMING_VERBS = frozenset(
    """called named dubbed titled entitled nicknamed code-named codenamed styled christened labelled labeled
    headlined themselves itself himself herself""".split()
)
_NAMED_AS = frozenset("known billed styled advertised marketed translated".split())
_PEOPLE_CALL = frozenset("call calls".split())
_ANYBODY = frozenset("they we you people locals some many everyone insiders".split())


def is_called(passage: Words, first: int) -> bool:
    """Whether the words before the mark at `first` say that a name or a term comes."""
    before = passage.lower(first - 1)
    if before in {"so-called", "aka", "a.k.a", "a.k.a."} or before in _NAMING_NOUNS:
        return True
    return (before == "called" and passage.lower(first - 2) in {"so", "-"}) or _named(passage, first)


def is_term(passage: Words, first: int, behind: int, said: str) -> bool:
    """`first`, `behind`: token indexes of the opening mark and of what follows the closing one; `said`: the words."""
    length = len(said.split())
    if is_heading(said):
        return True
    return length <= _SHORT and (_modifies(passage, first, behind) or _is_subject(passage, first, behind, length))


def is_heading(said: str) -> bool:
    """Whether the words are written as titles are: all in capitals but for the small ones."""
    quoted = said.split()
    return all(word[0].isupper() or word in _MINOR for word in quoted) and quoted[0] not in _FIRST_PERSON


def _named(passage: Words, first: int) -> bool:
    before = passage.lower(first - 1)
    if before == "as":
        return passage.lower(first - 2) in _NAMED_AS
    if before in _PEOPLE_CALL:
        return passage.lower(first - 2) in _ANYBODY
    if before not in _NAMING_VERBS:
        return False
    return not any(passage.lower(i) == "what" for i in range(max(0, first - _WHAT_REACH), first - 1))


def _modifies(passage: Words, first: int, behind: int) -> bool:
    """Between a determiner and a noun: 'a "best by" date'."""
    noun = passage.lower(behind)
    return (
        passage.lower(first - 1) in words.DETERMINERS | _OWNERS
        and noun.isalpha()
        and passage.tokens[behind].text.islower()
        and noun not in _NO_NOUNS
    )


def _is_subject(passage: Words, first: int, behind: int, length: int) -> bool:
    """A single word before its verb: 'that "content" is ...'."""
    return length == 1 and passage.lower(first - 1) == "that" and passage.lower(behind) in words.FINITE
