"""How many an accident killed: "killing 17", "at least 12 people died when", "17 lost their lives after"."""

from __future__ import annotations

from dataclasses import dataclass
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
    from worker.pipeline.extract.view import View

DYING = forms("die perish drown kill")
_DEAD = lexemes("people persons lives others passengers soldiers men women children residents students victims workers "
                "civilians worshippers migrants miners person")  # fmt: skip
_KILLING = lexemes("killing claiming")
_LOSING = forms("lose")
_SINCE = lexemes("when after as")
_BOUNDS = ("at least", "more than", "about", "nearly", "over", "some", "around", "almost", "approximately")
_UP_TO = frozenset({"-", "to", "or", "and"})  # "between 10 and 12", "10-12"
_REACHING = forms("rise climb reach stand hit pass surpass exceed jump top grow remain increase soar near")
_NUMBERED = ("patient", "called", "to", "at", "when", "past", "above", "over")


@dataclass(frozen=True, slots=True)
class Toll:
    """"The death toll from [of] has reached [amount]": the tokens of noun, verb and amount; `of` None if untold."""

    tree: Tree
    noun: int
    of: int | None
    verb: int
    amount: int
    number: QuantityObject


def tolls(view: View) -> Iterator[Toll]:
    """Where the journalist tells how many died so far."""
    for tree, at in view.nouns.get("toll", ()):
        token = tree.tokens[at]
        death = {"death", "fatality"} & {tree.word(i) for i in tree.under(at, "compound", "amod")}
        if not death or at in tree.quoted or token.relation != "nsubj" or tree.tokens[token.head].tag != "VERB":
            continue
        clause = clause_of(tree, token.head)
        if clause.words.split()[0] not in _REACHING:
            continue
        told = (i for place in _NUMBERED for i in clause.fill(place))
        pair = next(((i, number) for i in told if (number := counted(tree, i)) is not None), None)
        if pair is not None:
            yield Toll(tree, at, _of(tree, at), clause.verb, *pair)


def _of(tree: Tree, toll: int) -> int | None:
    """The event whose toll it is: "from the attack", "in the fighting"."""
    found = [i for i in tree.under(toll, "nmod") if tree.case(i) in {"from", "in", "of"} and i not in tree.slots]
    return next((i for i in found if tree.tokens[i].tag == "NOUN"), None)


def counted(tree: Tree, noun: int) -> QuantityObject | None:
    """Of "at least 12 people" the number, and of a bare "17"; None where it counts something else."""
    bare = cardinal(tree.word(noun)) is not None and all(i < noun for i in tree.under(noun, "nmod"))
    amounts = tree.under(noun, "nummod") if tree.word(noun) in _DEAD else [noun] if bare else []
    for amount in amounts:
        number = cardinal(tree.word(amount))
        if number is not None:
            before = " ".join(tree.word(i) for i in range(max(0, amount - 2), amount))
            ranged = tree.word(amount + 1) in _UP_TO and cardinal(tree.word(amount + 2)) is not None
            bound = "at least" if ranged else next((b for b in _BOUNDS if before.endswith(b)), None)
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
