"""A tokenizer of word pieces over a vocabulary of letters, with the numbers that BERT's marks have."""

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

_LETTERS = "abcdefghijklmnopqrstuvwxyz.!/:"
_MARKS = {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102}


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """A piece a letter, but "rain" and "##ed" are pieces of their own."""
    pieces = [*_LETTERS, *(f"##{letter}" for letter in _LETTERS), "rain", "##ed"]
    vocabulary = _MARKS | {piece: 1000 + at for at, piece in enumerate(pieces)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))  # noqa: S106 - no secret
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made
