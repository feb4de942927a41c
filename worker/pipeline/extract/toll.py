"""How many an accident killed: "killing 17", "at least 12 people died when", "17 lost their lives after"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.numbers import cardinal, comparator
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.values import Quantity, QuantityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree

DYING = forms("die perish drown kill")
_DEAD = lexemes("people persons lives others passengers soldiers men women children residents students victims workers "
                "civilians worshippers migrants miners person")  # fmt: skip
_KILLING = lexemes("killing claiming")
_LOSING = forms("lose")
_SINCE = lexemes("when after as")
_BOUNDS = ("at least", "more than", "about", "nearly")


def counted(tree: Tree, noun: int) -> QuantityObject | None:
    """Of "at least 12 people" the number, and of a bare "17"; None where it counts something else."""
    bare = cardinal(tree.word(noun)) is not None and all(i < noun for i in tree.under(noun, "nmod"))
    amounts = tree.under(noun, "nummod") if tree.word(noun) in _DEAD else [noun] if bare else []
    for amount in amounts:
        number = cardinal(tree.word(amount))
        if number is not None:
            before = " ".join(tree.word(i) for i in range(max(0, amount - 2), amount))
            bound = next((b for b in _BOUNDS if before.endswith(b)), None)
            return QuantityObject(Quantity(tree.span(amount, amount), str(number), comparator(bound), "{person}"))
    return None


def deaths(clause: Clause) -> Iterator[tuple[int, QuantityObject]]:
    """What the clause's accident cost, by its participle or by the verb that it stands under."""
    for noun in (*_killed_by(clause), *_dying_in(clause)):
        number = counted(clause.tree, noun)
        if number is not None:
            yield noun, number


def _killed_by(clause: Clause) -> Iterator[int]:
    tree = clause.tree
    for at in tree.under(clause.verb, "advcl", "conj"):
        left = tree.word(at) == "leaving" and "dead" in {tree.word(i) for i in tree.reach(at)}
        if tree.word(at) in _KILLING or left:
            yield from tree.under(at, "obj")


def _dying_in(clause: Clause) -> Iterator[int]:
    for above in governors(clause):
        lost = above.words in _LOSING and "lives" in {above.tree.word(i) for i in above.fill("patient")}
        if lost or above.words in DYING:
            yield from above.fill("patient" if above.passive else "agent")


def governors(clause: Clause) -> list[Clause]:
    """The clauses whose time or ground it is: "12 drowned and 14 were missing after"."""
    tree, token = clause.tree, clause.tree.tokens[clause.verb]
    marks = {tree.word(i) for i in tree.under(clause.verb, "mark", "advmod", "case")}
    if token.relation != "advcl" or not marks & _SINCE:
        return []
    above = tree.tokens[token.head]
    verbs = [token.head, *([above.head] if above.relation == "conj" else [])]
    return [clause_of(tree, verb) for verb in verbs if tree.tokens[verb].tag == "VERB"]
