"""What a sentence's tree says of its words: who fills which place, what stands in apposition, who cannot be meant.

Without a parser every answer is the empty one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.values import Token

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_OBJECTS = frozenset(("obj", "iobj", "obl", "obl:agent"))
_NEAR = 40  # words back in which a subject in the plural is looked for
_CHAIN = 6  # verbs or joined words climbed at most


class Tree:
    """The tokens of one sentence; words are told by their places."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._below: dict[int, list[int]] = defaultdict(list)
        for at, token in enumerate(tokens):
            if token.head not in {at, -1}:
                self._below[token.head].append(at)

    def __bool__(self) -> bool:
        return bool(self._below)

    def below(self, at: int, *relations: str) -> list[int]:
        return [child for child in self._below.get(at, ()) if self.tokens[child].relation in relations]

    def top(self, first: int, stop: int) -> int:
        """The word of `[first, stop)` that the others hang from."""
        return next((at for at in range(first, stop) if not first <= self.tokens[at].head < stop), first)

    def is_part(self, at: int) -> bool:
        """Whether the noun only tells more of a noun behind it: "actress" in "the best actress award"."""
        token = self.tokens[at]
        return token.relation == "compound" and token.head > at

    def is_subject(self, at: int) -> bool:
        return self.tokens[self._first_joined(at)].relation in _SUBJECTS

    def verb_of(self, at: int) -> int | None:
        """The verb whose subject or object the word is; None for a part of another phrase."""
        token = self.tokens[self._first_joined(at)]
        return token.head if token.relation in _SUBJECTS | _OBJECTS else None

    def subject_of(self, verb: int) -> int | None:
        """Who does it, also where only the verb before tells: "Roe went home and called him"."""
        for _ in range(_CHAIN):
            found = self.below(verb, *_SUBJECTS)
            if found:
                return found[0]
            token = self.tokens[verb]
            if token.relation not in {"conj", "xcomp", "advcl"} or token.head == verb:
                return None
            asked = self._asked(verb)
            if asked is not None:
                return asked
            verb = token.head
        return None

    def _asked(self, verb: int) -> int | None:
        """Reads "asked Roe to help him": Roe helps."""
        token = self.tokens[verb]
        to = any(self.tokens[at].text == "to" for at in self.below(verb, "mark"))
        objects = self.below(token.head, "iobj") if to else []
        objects += self.below(token.head, "obj") if token.relation == "xcomp" else []
        return objects[0] if objects else None

    def barred(self, at: int) -> Iterator[int]:
        """Whom the pronoun at `at` cannot mean: the subject of its own verb, or the noun that its clause describes."""
        verb = self.verb_of(at)
        if verb is None:
            return
        subject = self.subject_of(verb) if self.tokens[at].relation in _OBJECTS else None
        relative = self.tokens[verb].relation == "acl:relcl" and self.tokens[at - 1].text != ","
        described = self.tokens[verb].head if relative else None
        yield from (word for word in (subject, described) if word is not None and word < at)

    def is_empty(self, at: int) -> bool:
        """Whether "it" stands for nothing: "it rains" so tagged, or "It was Roe who ..."."""
        token = self.tokens[at]
        cleft = token.relation == "nsubj" and self.below(token.head, "cop") and self.below(token.head, "acl:relcl")
        named = self.tokens[token.head].tag == "PROPN" or bool(self.below(token.head, "appos"))
        return token.relation == "expl" or (bool(cleft) and named)

    def many_before(self, at: int) -> int | None:
        """The nearest subject in the plural before the word, if it is a common noun: "People hand me their cups"."""
        found = (
            i
            for i in range(at - 1, max(-1, at - _NEAR), -1)
            if self.tokens[i].relation in _SUBJECTS and self.tokens[i].fine == "NNS"
        )
        return next(found, None)

    def apposed(self, noun: int) -> list[int]:
        """The words that stand in apposition to the noun, on either side: "A baker, Roe died" has two subjects."""
        token = self.tokens[self._first_joined(noun)]
        joined = self.below(noun, "conj")  # "his son and daughter, Roe": the name is hers
        behind = [at for at in self.below(noun, "appos") if not any(noun < other < at for other in joined)]
        if token.relation in _SUBJECTS:
            behind += [at for at in self.below(token.head, token.relation) if at > noun]
        return [*behind, token.head] if token.relation == "appos" else behind

    def _first_joined(self, at: int) -> int:
        """Of "Roe and Doe" the first: the place of both."""
        for _ in range(_CHAIN):
            if self.tokens[at].relation != "conj" or self.tokens[at].head == at:
                break
            at = self.tokens[at].head
        return at
