"""The words of an article that refer to somebody or something, with what they tell; what each pronoun asks for."""

# ruff: noqa: RUF001 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from worker.pipeline.resolve.nouns import Noun
    from worker.pipeline.values import EntityType, Gender, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks for. `person`: 1, 2 or 3."""

    gender: Gender | None = None
    plural: bool = False
    human: bool = True
    person: int = 3


_WHOLE: dict[str, Pronoun] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun("male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun("female")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Pronoun(plural=True)),
    **dict.fromkeys(("it", "its", "itself"), Pronoun(human=False)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Pronoun(person=1)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), Pronoun(plural=True, person=1)),
}


def _contracted(pronouns: Mapping[str, Pronoun]) -> Iterator[tuple[str, Pronoun]]:
    """With the verbs that a writer draws into them: "I'm", "they're", "she'll"."""
    for word in ("i", "he", "she", "it", "we", "they"):
        for verb in ("m", "re", "ve", "ll", "d", "s"):
            yield f"{word}'{verb}", pronouns[word]
            yield f"{word}’{verb}", pronouns[word]


PRONOUNS: dict[str, Pronoun] = _WHOLE | dict(_contracted(_WHOLE))


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that refer, with what they tell.

    `owners`: the possessors ("his" in "his son"); `named`: the name that stands in apposition; `modifiers`:
    lower-case words before the head; `subject`: begins a clause; `titles`: words before a name; `hint`: the gender
    that a pronoun beside it gives; `predicate`: says what the subject is, refers to nobody new; `years`: the age told
    with it; `opening`: stands at the beginning of a sentence; `barred`: offsets of words that it cannot mean;
    `many`: where several who have no name are the subject before "they"; `joined`: where the name begins that "and"
    joins to this one.
    """

    span: Span
    kind: MentionKind
    sentence: int
    block: int
    head: str
    article: str = ""
    type: EntityType | None = None
    noun: Noun | None = None
    pronoun: Pronoun | None = None
    owners: tuple[Span, ...] = ()
    named: Span | None = None
    modifiers: tuple[str, ...] = ()
    subject: bool = False
    titles: tuple[str, ...] = ()
    hint: Gender | None = None
    predicate: bool = False
    years: int | None = None
    opening: bool = False
    barred: tuple[int, ...] = ()
    many: int | None = None
    joined: int | None = None
