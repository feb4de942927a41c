"""ClearNLP trees, which spaCy's stock English pipelines give, to Universal Dependencies as near as they come.

Four structures are turned: prepositions and "be" become dependents of what they introduce, conjuncts hang on the
first, a conjunction on the conjunct behind it. Not told apart, for ClearNLP does not: the parts of a person's name
(`compound`, where UD has `flat`), fixed expressions, orphans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What has the same name in both is left out. attr, acomp and oprd are those of other verbs than "be".
RELATIONS = MappingProxyType({
    "acomp": "xcomp", "attr": "xcomp", "oprd": "xcomp",
    "agent": "advmod", "prep": "advmod", "pobj": "obl", "pcomp": "advcl",  # left where a parse is odd
    "auxpass": "aux:pass", "csubjpass": "csubj:pass", "nsubjpass": "nsubj:pass",
    "dative": "iobj", "dobj": "obj",
    "intj": "discourse", "meta": "dep", "neg": "advmod", "npadvmod": "obl:unmarked", "poss": "nmod:poss",
    "preconj": "cc:preconj", "predet": "det:predet", "prt": "compound:prt", "quantmod": "advmod",
    "relcl": "acl:relcl",
})  # fmt: skip
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_OBJECTS = frozenset({"pobj", "pcomp"})
_COMPLEMENTS = frozenset({"attr", "acomp"})
_VERBS = frozenset({"VERB", "AUX"})
_CLAUSAL = frozenset({*_VERBS, "ADJ", "ADV"})
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"])  # noqa: RUF001 - as newspapers print it



@dataclass(slots=True)
class _Tree:
    """Of one sentence; turned in place. `children` leaves out that the root is its own."""

    tags: Sequence[str]
    heads: list[int]
    relations: list[str]
    children: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.heads]
        for word, head in enumerate(self.heads):
            if word != head:
                self.children[head].append(word)

    def hang(self, word: int, head: int, relation: str) -> None:
        """The root hangs on itself."""
        if self.heads[word] != word:
            self.children[self.heads[word]].remove(word)
        self.heads[word], self.relations[word] = head, relation
        if head != word:
            self.children[head].append(word)

    def child(self, of: int, relations: frozenset[str]) -> int | None:
        return next((word for word in self.children[of] if self.relations[word] in relations), None)


def universal(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Heads and relations of one sentence. `heads` index it, the root its own; `tags` may be empty."""
    tree = _Tree(tags or [""] * len(words), list(heads), list(relations))
    _hang_conjuncts(tree)
    for word in reversed(range(len(words))):  # "from under the bridge": the inner preposition stands behind the outer
        if tree.relations[word] in _PREPOSITIONS:
            _turn_preposition(tree, word)
    for word in range(len(words)):
        if words[word].casefold() in _BE and tree.tags[word] in _VERBS:
            _turn_copula(tree, word)
    return tuple(tree.heads), tuple(RELATIONS.get(relation, relation) for relation in tree.relations)


def _hang_conjuncts(tree: _Tree) -> None:
    """In ClearNLP each conjunct hangs on the one before it, and so does the conjunction between them."""
    for word, relation in enumerate(tree.relations):
        if relation == "cc":
            later = [other for other in tree.children[tree.heads[word]] if tree.relations[other] == "conj"]
            behind = next((other for other in later if other > word), None)
            if behind is not None:
                tree.hang(word, behind, "cc")
    for word, relation in enumerate(tree.relations):
        head = tree.heads[word]
        if relation == "conj" and tree.relations[head] == "conj" and head < word:
            tree.hang(word, tree.heads[head], "conj")


def _turn_preposition(tree: _Tree, word: int) -> None:
    """Its object takes its place, and it hangs on its object; one without an object is left a modifier."""
    governor, relation = tree.heads[word], tree.relations[word]
    found = tree.child(word, _OBJECTS)
    if found is None or governor == word:
        if relation != "dative":
            tree.relations[word] = "advmod"
        return
    clause = tree.relations[found] == "pcomp"
    tree.hang(found, governor, _as_object(tree, governor, relation, clause=clause))
    tree.hang(word, found, "mark" if clause else "case")


def _as_object(tree: _Tree, governor: int, relation: str, *, clause: bool) -> str:
    if tree.relations[governor] in _PREPOSITIONS:
        return "pobj"  # of the outer preposition, which is turned next
    verbal = tree.tags[governor] in _CLAUSAL
    if clause:
        return "advcl" if verbal else "acl"
    if relation == "agent":
        return "obl:agent"
    return "obl" if verbal else "nmod"


def _turn_copula(tree: _Tree, word: int) -> None:
    """What is said to be takes the place of "be" and all that hung on it."""
    found = tree.child(word, _COMPLEMENTS)
    if found is None:
        return
    governor = tree.heads[word]
    tree.hang(found, found if governor == word else governor, tree.relations[word])
    for other in list(tree.children[word]):
        tree.hang(other, found, tree.relations[other])
    tree.hang(word, found, "cop")
