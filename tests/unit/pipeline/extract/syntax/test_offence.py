"""Offences: which crimes a clause or noun names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.noun_frame import phrase_of
from worker.pipeline.extract.syntax.offence import Counts, Offence, is_named
from worker.pipeline.values import TextObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

CASES = [
    ("Peter Albrook was charged with theft.", "charged", "with", ["theft"]),
    ("Peter Albrook was charged with theft and perjury.", "charged", "with", ["theft", "perjury"]),
    ("Peter Albrook was charged with two counts of theft.", "charged", "with", ["theft"]),
    ("Peter Albrook was charged with theft in Leeds on Monday.", "charged", "with", ["theft"]),
    ("Peter Albrook was jailed for murdering his wife.", "jailed", "for", ["murdering his wife"]),
    ("Peter Albrook was jailed for four years for perjury.", "jailed", "for", ["perjury"]),
    ("Peter Albrook faces fraud charges.", "faces", "", ["fraud"]),
    ("Peter Albrook faces federal fraud charges.", "faces", "", ["fraud"]),
    ("Peter Albrook was jailed for his part in the murder of a jeweller.", "jailed", "for", ["murder of a jeweller"]),
    ("Peter Albrook was charged with six counts of falsifying records.", "charged", "with", ["falsifying records"]),
    ("Peter Albrook was charged with several crimes, including theft and arson.", "charged", "with",
     ["theft", "arson"]),
    ("Peter Albrook was charged with two counts of harbouring aliens.", "charged", "with", ["harbouring aliens"]),
    ("Peter Albrook was charged with theft and fined.", "charged", "with", ["theft"]),
    ("Peter Albrook was charged with one count each of bribery, wire fraud and money laundering.", "charged", "with",
     ["bribery", "wire fraud", "money laundering"]),
    ("Peter Albrook was charged with up to six thefts.", "charged", "with", ["six thefts"]),
    ("Peter Albrook was found guilty by a jury of theft.", "found", "of", ["theft"]),
    ("Peter Albrook faces charges involving bribes and fraud.", "faces", "", ["bribes", "fraud"]),
    ("Peter Albrook faces charges and two counts of perjury.", "faces", "", ["perjury"]),
    ("Peter Albrook was convicted of two counts of theft and one of perjury.", "convicted", "of", ["theft", "perjury"]),
    ("Peter Albrook was convicted of two counts of theft, three of fraud and one of perjury.", "convicted", "of",
     ["theft", "fraud", "perjury"]),
    ("Peter Albrook faces three charges, two of fraud and one of forgery.", "faces", "", ["fraud", "forgery"]),
    ("Peter Albrook was charged with one of the murders.", "charged", "with", ["one of the murders"]),
]  # fmt: skip
TOO_LONG = (
    "Peter Albrook was charged with conspiring with two bankers to hide from the tax office the true value of a chain "
    "of seven harbour hotels he had bought."
)


def _words(found: Iterator[tuple[int, ObjectValue]]) -> list[str]:
    return [value.value for _, value in found if isinstance(value, TextObject)]


@pytest.mark.parametrize(("text", "verb", "case", "crimes"), CASES, ids=[case[0] for case in CASES])
def test_names_the_crimes_of_a_clause(
    seen: Callable[[str], View], text: str, verb: str, case: str, crimes: list[str]
) -> None:
    (clause,) = seen(text).clauses_with(frozenset({verb}))

    assert _words(Offence(frozenset({case})).found(clause)) == crimes


@pytest.mark.parametrize(
    ("text", "verb", "case"),
    [
        ("Peter Albrook was praised for his patience.", "praised", "for"),
        ("Peter Albrook was charged with all the offences.", "charged", "with"),
        ("Peter Albrook was jailed for six years.", "jailed", "for"),
        ("Peter Albrook was charged with theft.", "charged", "for"),
        ("Peter Albrook faces charges relating to the sale of a ship.", "faces", ""),
        (TOO_LONG, "charged", "with"),
        ("Peter Albrook was convicted of one count of a charge of an offence of a count of theft.", "convicted", "of"),
    ],
    ids=["no crime", "crimes without a name", "a term", "another preposition", "a sale",
         "too many words", "counts of charges of counts"],
)
def test_names_none_where_there_is_none(seen: Callable[[str], View], text: str, verb: str, case: str) -> None:
    (clause,) = seen(text).clauses_with(frozenset({verb}))

    assert _words(Offence(frozenset({case})).found(clause)) == []


@pytest.mark.parametrize(
    ("text", "verb", "crimes"),
    [
        ("Peter Albrook was found guilty by a jury of her peers.", "found", []),
        ("Peter Albrook was found guilty of theft and fined.", "found", ["theft"]),
        ("Peter Albrook was convicted of theft and fined.", "convicted", ["theft"]),
    ],
    ids=["whom a jury is made of", "what he is fined for", "what he is convicted of"],
)
def test_takes_what_stands_beside_a_crime_for_none_where_any_words_may_be_one(
    seen: Callable[[str], View], text: str, verb: str, crimes: list[str]
) -> None:
    (clause,) = seen(text).clauses_with(frozenset({verb}))

    assert _words(Offence(frozenset({"of"}), accept=lambda _words: True).found(clause)) == crimes


def test_takes_only_counts_and_charges_where_it_must(seen: Callable[[str], View]) -> None:
    (bare,) = seen("Peter Albrook denied theft.").clauses_with(frozenset({"denied"}))
    (counted,) = seen("Peter Albrook denied two counts of theft.").clauses_with(frozenset({"denied"}))
    offence = Offence(frozenset({""}), counted=True)

    assert (_words(offence.found(bare)), _words(offence.found(counted))) == ([], ["theft"])


@pytest.mark.parametrize(
    ("text", "crimes"),
    [
        ("The charges of fraud were read out.", ["fraud"]),
        ("The fraud charges against Peter Albrook were read out.", ["fraud"]),
        ("The charges against Peter Albrook were read out.", []),
        ("The charges for parking in Leeds were raised.", []),
    ],
    ids=["behind the noun", "before it", "unnamed", "a fee"],
)
def test_names_the_crimes_of_charges(seen: Callable[[str], View], text: str, crimes: list[str]) -> None:
    ((tree, at),) = seen(text).nouns["charges"]

    assert _words(Counts().found(phrase_of(tree, at))) == crimes


@pytest.mark.parametrize(
    "words",
    ["all charges", "the crime", "it", "any wrongdoing", "several serious offences", "a misdemeanor", "felony charges"],
)
def test_counts_words_without_content_for_no_name(words: str) -> None:
    assert not is_named(words)


@pytest.mark.parametrize("words", ["fraud", "the theft of a van", "firearms offences"])
def test_counts_a_crime_for_a_name(words: str) -> None:
    assert is_named(words)
