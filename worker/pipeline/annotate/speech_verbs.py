"""Which words report speech where they stand: verbs of saying, of naming, and unknown ones beside a quotation."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words
from worker.pipeline.annotate.cues import CUE_FORMS, LABEL_CUES, PARTICLES

if TYPE_CHECKING:
    from worker.pipeline.annotate.phrases import Words

_OWNERS = frozenset(("'s", "’s", "'", "’"))
_NO_VERBS = words.NO_NOUNS | words.AUXILIARIES | words.FINITE
_BEFORE_VERBS = words.SUBJECT_PRONOUNS | words.AUXILIARIES | {"to"}
_BEFORE_NOUNS = words.DETERMINERS | _OWNERS
_BEING = frozenset("was were is are been be being so".split())
_OBJECTS = words.DETERMINERS | frozenset("it him her them himself herself themselves us me on for for of".split())
MARKS = frozenset(('"', "“", "”", "``", "''", "„", "«", "»", "‘", "’", "'"))
_LISTING = frozenset(("and", "or", "but", ",", "a", "an", "the"))  # between two quoted names of one thing


def is_cue(passage: Words, at: int) -> bool:
    """Whether the word at `at` reports speech here: no noun ("the report") and no name."""
    word = passage.lower(at)
    if at in passage.names:
        return False
    if passage.lower(at + 1) in PARTICLES.get(word, ()):
        return True
    if word not in CUE_FORMS or _consents(passage, at):
        return False
    return _is_verb(passage, at) or _reads_as_verb(passage, at)


def _consents(passage: Words, at: int) -> bool:
    """Whether a deal is told, and no words: "agreed to a fee", "agreed on all points"."""
    return passage.lower(at).startswith("agree") and passage.lower(at + 1) in {"to", "on", "upon"}


def _is_verb(passage: Words, at: int) -> bool:
    """The tagger's word, but for participles before a noun and going that is no saying: "the clip that went far"."""
    token = passage.tokens[at]
    return token.tag == "VERB" and token.relation != "amod" and token.lemma != "go"


def _reads_as_verb(passage: Words, at: int) -> bool:
    """Told by the words around, as taggers err on short clauses."""
    word, before = passage.lower(at), passage.lower(at - 1)
    if word.endswith("ing") and passage.lower(at + 1) in {":", ","}:
        return True  # "with one writing: ..."
    if before in words.DETERMINERS or before in _OWNERS:
        return (
            word not in words.NOUN_TOO
            and before not in words.POSSESSIVES
            and before in words.LONE_DETERMINERS
        )
    if word in words.NOUN_TOO and not word.endswith("ing"):
        plain = at == 0 or before in _BEFORE_VERBS
        return plain or (word.endswith("s") and at - 1 in passage.names)  # "Roe claims", but "the Acme claim"
    return True


def names_it(passage: Words, at: int) -> bool:
    """Whether a verb of naming is active here: "called it ...", but not "was called ..."."""
    word = passage.lower(at)
    if word not in LABEL_CUES or at in passage.names:
        return False
    if any(passage.lower(i) in _BEING for i in range(at - 2, at)):
        return False
    if word not in words.NOUN_TOO:
        return True
    object_follows = passage.lower(at + 1) in _OBJECTS or at + 1 in passage.names
    return object_follows and passage.lower(at - 1) not in _BEFORE_NOUNS


def spent(passage: Words, at: int, stop: int) -> bool:
    """Whether other words in marks stand between a verb of naming and `stop`, in no list with what follows."""
    closing = next((i for i in range(stop - 1, at, -1) if passage.lower(i) in MARKS), None)
    return closing is not None and any(passage.lower(i) not in _LISTING for i in range(closing + 1, stop))


def acts(passage: Words, at: int) -> bool:
    """Whether the word behind a subject has a verb's form: what follows words in marks tells how they were said."""
    word = passage.lower(at)
    if not word.isalpha() or not passage.tokens[at].text.islower() or at in passage.names:
        return False
    if word in _NO_VERBS:
        return False
    following = passage.lower(at + 1)
    ends = not following[:1].isalnum() or following in {"back", "out", "in", "up", "on"}
    return word.endswith(("ed", "es", "s")) or ends
