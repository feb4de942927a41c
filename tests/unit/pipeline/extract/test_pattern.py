"""The little language of the rules."""

from __future__ import annotations

import pytest

from worker.pipeline.extract.pattern import PIECES, bare, build


def test_a_named_slot_is_a_group_of_its_types() -> None:
    pattern = build(r"<s:PO> met <o:P>")

    match = pattern.search("then <O3> met <P12> .")
    assert match is not None
    assert match.groupdict() == {"s": "O3", "o": "P12"}
    assert pattern.search("<G3> met <P12>") is None


def test_the_case_of_a_slots_type_matters_and_that_of_words_does_not() -> None:
    pattern = build("<s:P> posted <T>")

    assert pattern.search("<P0> POSTED <T1>") is not None
    assert pattern.search("<P0> posted <t1>") is None


def test_pieces_are_filled_in_and_counts_are_left() -> None:
    match = build(r"<s:P> {AUX}won (?P<o>[a-z]{3,4})").search("<P0> has never won gold")

    assert match is not None
    assert match["o"] == "gold"


def test_a_group_may_be_named_twice() -> None:
    match = build(r"<date:t> or <date:t>").search("<t1> or <t2>")

    assert match is not None
    assert {bare(name): value for name, value in match.groupdict().items()} == {"date": "t2"}


def test_a_pattern_starts_at_a_word() -> None:
    assert build("rose").search("primrose") is None


def test_an_unknown_piece_is_an_error() -> None:
    with pytest.raises(KeyError):
        build("{NOSUCH}")


@pytest.mark.parametrize("name", sorted(PIECES))
def test_every_piece_is_a_pattern_by_itself(name: str) -> None:
    assert build("{" + name + "}x").compiled.pattern


@pytest.mark.parametrize(
    ("template", "letters", "may"),
    [
        pytest.param("<s:P> met <o:PO>", "p", True, id="both slots are there"),
        pytest.param("<s:P> met <o:PO>", "o", False, id="the first slot is not"),
        pytest.param("<s:P> met(?: <o:O>)?", "p", True, id="a slot in brackets need not be"),
        pytest.param("<s:P> won|<o:O> won", "o", True, id="either is enough"),
        pytest.param(r"\(<s:P>\)", "o", False, id="a written bracket is none"),
        pytest.param("<s:P>?won", "o", True, id="a slot that may be missing"),
        pytest.param("<s:T> won", "t", True, id="letters count in small"),
    ],
)
def test_a_pattern_is_not_tried_without_the_slots_that_it_needs(template: str, letters: str, may: bool) -> None:
    assert build(template).may_match("", frozenset(letters)) is may


def test_a_pattern_is_not_tried_where_its_gate_matches_nothing() -> None:
    pattern = build("(?:[a-z]+ ){1,3}chief <s:P>", gate="chief <P")
    assert pattern.may_match("the Chief <P0>", frozenset("p"))
    assert not pattern.may_match("<P0> the chief", frozenset("p"))
