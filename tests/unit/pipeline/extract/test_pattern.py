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
    build("{" + name + "}x")
