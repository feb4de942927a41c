"""How a clause is meant: what negates it, expects it or doubts it, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.syntax.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.stance import Stance
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View

CASES = [
    ("Nordbank Holdings bought Halvex Systems.", "asserted", "positive"),
    ("Nordbank Holdings did not buy Halvex Systems.", "asserted", "negative"),
    ("Nordbank Holdings didn't buy Halvex Systems.", "asserted", "negative"),
    ("Nordbank Holdings won't buy Halvex Systems.", "predicted", "negative"),
    ("Nordbank Holdings will buy Halvex Systems.", "predicted", "positive"),
    ("Nordbank Holdings plans to buy Halvex Systems.", "predicted", "positive"),
    ("Nordbank Holdings may buy Halvex Systems.", "hypothetical", "positive"),
    ("If Nordbank Holdings buys Halvex Systems, jobs will go.", "hypothetical", "positive"),
    ("Nordbank Holdings denied that it had bought Halvex Systems.", "denied", "negative"),
    ("Nordbank Holdings refused to buy Halvex Systems.", "asserted", "negative"),
    ("Nordbank Holdings ruled out buying Halvex Systems.", "asserted", "negative"),
    ("Nordbank Holdings grew without buying Halvex Systems.", "asserted", "negative"),
    ("Nordbank Holdings considered buying Halvex Systems.", "predicted", "positive"),
    ("Peter Albrook urged Nordbank Holdings to buy Halvex Systems.", "predicted", "positive"),
    ("Nordbank Holdings reportedly bought Halvex Systems.", "reported", "positive"),
    ("Peter Albrook said Nordbank Holdings bought Halvex Systems.", "reported", "positive"),
    ("Nordbank Holdings bought Halvex Systems, Peter Albrook said.", "reported", "positive"),
    ("According to Peter Albrook, Nordbank Holdings bought Halvex Systems.", "reported", "positive"),
    ("Peter Albrook, who said little, left after Nordbank Holdings bought Halvex Systems.", "asserted", "positive"),
    ("It was reported that Nordbank Holdings bought Halvex Systems.", "reported", "positive"),
    ("It was announced that Nordbank Holdings had bought Halvex Systems.", "asserted", "positive"),
    ("Peter Albrook was accused of buying Halvex Systems.", "hypothetical", "positive"),
    ("Peter Albrook did not say that Nordbank Holdings bought Halvex Systems.", "hypothetical", "positive"),
]


def _stance(view: View) -> Stance | None:
    (clause,) = view.clauses_with(forms("buy"))
    return meaning(clause.tree, clause.verb)


@pytest.mark.parametrize(("text", "status", "polarity"), CASES, ids=[case[0] for case in CASES])
def test_reads_status_and_polarity(seen: Callable[[str], View], text: str, status: str, polarity: str) -> None:
    stance = _stance(seen(text))

    assert stance is not None
    assert (stance.status, stance.polarity) == (status, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "Nordbank Holdings bought Halvex Systems, Peter Albrook said.",
        "Nordbank Holdings bought Halvex Systems \u2014 Peter Albrook said \u2014 in May.",
    ],
    ids=["at the end", "in between"],
)
def test_names_who_says_it(seen: Callable[[str], View], text: str) -> None:
    stance = _stance(seen(text))

    assert stance is not None
    assert stance.attribution is not None
    assert (stance.attribution.label, stance.attribution.cue) == ("Peter Albrook", "said")


def test_takes_a_question_for_no_statement(seen: Callable[[str], View]) -> None:
    assert _stance(seen("The town waits. Has Nordbank Holdings bought Halvex Systems? Nobody would say.")) is None


@pytest.mark.parametrize(("between", "polarity"), [(6, "negative"), (7, "positive")], ids=["seven up", "eight up"])
def test_what_stands_eight_clauses_above_bears_on_nothing(
    tree: Callable[..., Tree], between: int, polarity: str
) -> None:
    tries = [("try", "VERB", "VB", at + 1, "xcomp") for at in range(between)]
    words = [("never", "ADV", "RB", 1, "advmod"), ("go", "VERB", "VB", 1, "root"), *tries,
             ("buy", "VERB", "VB", between + 1, "xcomp"), (".", "PUNCT", ".", 1, "punct")]  # fmt: skip

    stance = meaning(tree(words, {}), between + 2)

    assert stance is not None
    assert stance.polarity == polarity
