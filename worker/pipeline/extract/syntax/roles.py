"""What a person is called beside or behind a name: the office, trade or team post, with the body that it is held for.

"Halvex 's finance chief , Ruth Amory", "Ruth Amory , who is head of finance at Halvex", "Energy PS Ruth Amory" are
one phrase to those who ask: a `Role` with its noun, its words, its body and its holder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import DEMONYMS, NATIONALS
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.holders import holder_of, several_behind
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.role_bodies import body_of
from worker.pipeline.extract.syntax.role_words import (
    ENDS,
    article_of,
    behind_names,
    field_of,
    is_doubted,
    is_former,
    is_own,
    is_plural,
    nation_of,
    noun_of,
    party_of,
    plain_noun,
    sort_of,
    words_before,
)
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Entity

_PEOPLES = frozenset(DEMONYMS) | frozenset(NATIONALS)
_SERVING = forms("serve work act employ continue remain train qualify become")
_JOINED_WITHIN = 6  # words from one noun to the other


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its holder.

    `noun`: the head in small letters ("chief executive"), at token `at`; `words`: the role as worded, without the body
    it is held for; `sort`: "office", "trade", "post" (a place in a team), "member" or "national"; `form`: "aside"
    beside the name, "is" or "as" told by a verb; `owner`: the person whose agent or lawyer it is; `nation`: a
    country's name.
    """

    tree: Tree
    at: int
    holder: Entity
    holder_at: int
    noun: str
    sort: str
    words: str
    form: str
    body: Entity | None
    owner: Entity | None
    nation: str | None
    nation_entity: Entity | None
    party: str | None
    former: bool
    article: str
    evidence: Span

    @property
    def stance(self) -> Stance | None:
        """Beside a name it holds whatever is said of the name; told by a verb it is meant as that is."""
        if self.at in self.tree.quoted:
            return None
        return Stance() if self.form == "aside" else meaning(self.tree, self.at)


def roles(tree: Tree) -> Iterator[Role]:
    """Every role in the sentence with its holder, in order of the nouns; joined ones are held for the same body."""
    found = list(_each(tree))
    for role in found:
        beside = (r for r in found if r.holder is role.holder and r.body is not None and _joined(role, r))
        twin = next(beside, None) if role.body is None and role.owner is None else None
        yield role if twin is None else replace(role, body=twin.body, evidence=_over(role.evidence, twin.evidence))


def _joined(one: Role, other: Role) -> bool:
    """Reads "chairman and chief executive of Halvex", "the bank's founder and chairman"."""
    first, last = sorted((one.at, other.at))
    between = [one.tree.word(i) for i in range(first + 1, last)]
    return last - first <= _JOINED_WITHIN and "and" in between and "," not in between


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _each(tree: Tree) -> Iterator[Role]:
    for at, token in enumerate(tree.tokens):
        if is_plural(tree.word(at)) and token.tag in {"NOUN", "PROPN"}:
            drawn = (role_at(tree, at, *holder, "aside") for holder in several_behind(tree, at))
            yield from (role for role in drawn if role is not None)
        elif plain_noun(tree.word(at)) in ENDS and token.tag in {"NOUN", "PROPN", "ADJ", "X"}:
            found = holder_of(tree, at)
            role = role_at(tree, at, *found) if found is not None else None
            if role is not None:
                yield role
        elif tree.word(at) in _PEOPLES and token.tag in {"NOUN", "PROPN", "ADJ"}:
            found = holder_of(tree, at)
            if found is not None and found[1].entity is not None:
                yield _national(tree, at, found[0], found[1].entity, found[1].span)
        elif token.tag == "VERB" and tree.word(at) in _SERVING:
            yield from made(clause_of(tree, at), "as", "called")


def made(clause: Clause, *places: str, holder: str = "agent", form: str = "as") -> Iterator[Role]:
    """The roles that a clause gives whom it names in the place `holder`."""
    tree = clause.tree
    for holder_at in clause.fill("patient" if clause.passive else holder):
        slot = tree.slot(holder_at)
        if slot is not None and slot.letter == "P":
            nouns = (noun for place in places for at in clause.fill(place) for noun in tree.joined(at))
            yield from (role for at in nouns if (role := role_at(tree, at, holder_at, slot, form)) is not None)
            return


def _national(tree: Tree, at: int, holder_at: int, holder: Entity, name: Span) -> Role:
    """Reads "German Uwe Roe", "Roe, a Slovenian": a nation and nothing else."""
    word, span = tree.word(at), tree.span(at, holder_at)
    nation = NATIONALS.get(word) or DEMONYMS[word]
    return Role(
        tree, at, holder, holder_at, word, "national", tree.tokens[at].text, "aside", None, None, nation, None, None,
        former=False, article="", evidence=_over(span, name),
    )  # fmt: skip


def role_at(tree: Tree, at: int, holder_at: int, holder: Slot, form: str) -> Role | None:
    """The role that the noun at `at` is, None where it is none."""
    assert holder.entity is not None  # noqa: S101 - narrows the type; a person's slot is a mention's
    if tree.slots.get(at) is not None and tree.slots[at].name and at != holder_at:
        return None  # a name that looks like a role: "Price"
    left = words_before(tree, at)
    noun = noun_of(tree, at, left)
    body_at, body, owner = body_of(tree, at, left)
    sort = sort_of(noun, alone=body is None)
    if sort is None or is_doubted(tree, at, left):
        return None
    nation, nation_entity = nation_of(tree, left)
    words = [i for i in left if is_own(tree, i, at, noun, sort)]
    first = behind_names(tree, words, at)
    area = field_of(tree, at) if sort != "trade" else None  # "author of three books" is an author
    last = area if area is not None else at
    span = tree.span(first, last)
    everything = [first, *left, at, last, holder_at, *([] if body_at is None else [body_at])]
    evidence = tree.span(min(everything), max(everything))
    evidence = Span(min(evidence.start, holder.span.start), max(evidence.end, holder.span.end))
    told = " ".join(span.of(tree.text).split())
    words_of_one = told[:-1] if is_plural(tree.word(last)) else told
    return Role(
        tree, at, holder.entity, holder_at, noun, sort, words_of_one, form, body, owner,
        nation, nation_entity, party_of(tree, left), is_former(tree, at, left),
        article_of(tree, at, left), evidence,
    )  # fmt: skip


