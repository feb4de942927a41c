"""Every label leads to a codec that Python has and that reads text."""

import codecs

import pytest

from worker.pipeline.decode.charsets import CODECS


@pytest.mark.parametrize("label", CODECS)
def test_a_label_is_in_small_letters_and_its_codec_decodes_to_text(label: str) -> None:
    assert label == label.lower()
    assert isinstance(codecs.decode(b"", CODECS[label]), str)
