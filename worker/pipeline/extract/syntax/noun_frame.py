"""The rule over nouns that tell a deed: "the arrest of Roe", "Roe's conviction for fraud", "Roe is on trial for"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.syntax.clause import Clause, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.frame import Frame
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Candidate

# Whoever "stands trial", "has a conviction", "underwent surgery" has what the noun tells.
_LIGHT = forms(
    "stand go face await have get receive undergo suffer serve begin come appear put return make do"
)
# A deed under these is wished for, feared or talked of, not done.
_OPEN = lexemes("warrant warrants call calls demand demands bid request requests hope hopes fear fears threat threats "
                "possibility risk prospect reward without avoid deadline target plot attempt")  # fmt: skip
_WISHING = forms(
    "call push campaign press ask wait hope pray beg plead demand order await fear risk face avoid urge seek want"
)


def phrase_of(tree: Tree, at: int) -> Clause:
    """The noun as a clause: "owner" has it ("Roe's"), "bearer" is told to have it by a light verb or by "is"."""
    found: dict[str, list[int]] = {"owner": tree.under(at, "nmod:poss"), "bearer": _bearers(tree, at)}
    for child in tree.under(at, "nmod", "obl", "nmod:unmarked"):
        found.setdefault(tree.case(child) or "when", []).append(child)
    verb = tree.tokens[at].head
    if tree.tokens[at].relation in {"obj", "obl", "xcomp", "nsubj", "nsubj:pass"} and tree.tokens[verb].tag == "VERB":
        for child in tree.under(verb, "obl", "obl:unmarked"):
            if child != at:
                found.setdefault(tree.case(child) or "when", []).append(child)
    return Clause(tree, at, tree.word(at), passive=False, places={name: tuple(ids) for name, ids in found.items()})


def _bearers(tree: Tree, at: int) -> list[int]:
    """The subject of "is on trial" or "stands trial"."""
    token = tree.tokens[at]
    if tree.under(at, "cop"):
        return subjects(tree, at, 0)
    light = token.relation in {"obj", "obl", "xcomp"} and tree.word(token.head) in _LIGHT
    return subjects(tree, token.head) if light else []


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A frame whose `verbs` are nouns; places are "owner", "bearer" and prepositions."""

    frame: Frame

    def __call__(self, view: View, /) -> Iterator[Candidate]:
        for noun in sorted(view.nouns.keys() & self.frame.verbs):
            for tree, at in view.nouns[noun]:
                if not is_open(tree, at):
                    yield from self.frame.draw(phrase_of(tree, at))


def is_open(tree: Tree, at: int) -> bool:
    """The deed is wished for, feared or ordered: "called for the arrest of", "a warrant for his arrest"."""
    token = tree.tokens[at]
    above = tree.word(token.head)
    if token.relation in {"nmod", "obl", "obj", "compound"} and above in _OPEN:
        return True
    return token.relation in {"obl", "obj"} and above in _WISHING and tree.case(at) in {"", "for", "of"}
