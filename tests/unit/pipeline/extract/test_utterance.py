"""Whose words a statement tells: the caller and not the called, the writer of a post, speakers without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param('Luc Darrow called Petra Holm "a nervous wreck" on Friday.', "Luc Darrow", id="who calls"),
        pytest.param('"Nobody was told anything," police said.', "police", id="police"),
        pytest.param('"Nobody was told anything," Tarn residents said.', "Tarn residents", id="residents of a place"),
        pytest.param(
            '"We need time," Corvid Motors officials said.', "Corvid Motors officials", id="officials of a firm"
        ),
        pytest.param('"We need time," said Luc Darrow spokeswoman Petra Holm.', "Petra Holm", id="who speaks for him"),
        pytest.param('"Time to go home," the tweet said.', "the tweet", id="whoever wrote it"),
        pytest.param(
            'Halvex Sound lost its drummer. The story broke on Tarn News.\n\n"We are heartbroken," the band said.',
            "Halvex Sound",
            id="a band is no paper",
        ),
    ],
)
def test_a_statement_has_the_speaker_that_the_text_gives(
    read: Callable[[str], tuple[FactEvent, ...]], text: str, speaker: str
) -> None:
    facts = read(text)

    assert [f.subject.label for f in facts if f.predicate == "stated"] == [speaker]


def test_words_told_twice_are_of_the_speaker_who_is_named_once(read: Callable[[str], tuple[FactEvent, ...]]) -> None:
    facts = read(
        '"Nobody was told anything about it," Petra Holm said on Friday. The two met Luc Darrow in Tarn.\n\n'
        '"Nobody was told anything about it," a neighbour said.'
    )

    assert {f.subject.label for f in facts if f.predicate == "stated"} == {"Petra Holm"}
