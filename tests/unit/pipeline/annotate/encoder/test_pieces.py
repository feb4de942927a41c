"""Words to word pieces."""

import pytest
from tokenizers import Tokenizer

from worker.pipeline.annotate.encoder.pieces import MOST, UNKNOWN, cut


def test_each_word_knows_its_first_piece(tokenizer: Tokenizer) -> None:
    pieces = cut(["Rained", "ox", "rain"], tokenizer)

    assert pieces.first == (0, 2, 4, 5)
    assert [tokenizer.id_to_token(number) for number in pieces.ids] == ["rain", "##ed", "o", "##x", "rain"]


def test_a_word_that_is_cut_at_its_marks_stays_one_word(tokenizer: Tokenizer) -> None:
    assert cut(["u.s.", "ox"], tokenizer).first == (0, 4, 6)


@pytest.mark.parametrize("word", ["\u200b", "\ufe0f", "", " "], ids=ascii)
def test_a_word_without_any_piece_is_unknown(tokenizer: Tokenizer, word: str) -> None:
    pieces = cut(["ox", word, "ox"], tokenizer)

    assert pieces.first == (0, 2, 3, 5)
    assert pieces.ids[2] == UNKNOWN


@pytest.mark.parametrize("word", ["!" * 500, "https://" + "a/" * 900], ids=["marks", "address"])
def test_a_word_has_a_bounded_number_of_pieces(tokenizer: Tokenizer, word: str) -> None:
    assert cut([word, "ox"], tokenizer).first == (0, MOST, MOST + 2)


def test_no_words_are_no_pieces(tokenizer: Tokenizer) -> None:
    assert cut([], tokenizer).first == (0,)
