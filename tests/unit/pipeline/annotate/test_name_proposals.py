"""What spelling alone proposes as names, before any reader is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.annotate.name_proposals import proposed
from worker.pipeline.annotate.reading import unread
from worker.pipeline.annotate.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from worker.pipeline.values import CleanArticle


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("They watched the Macy's Harbour Parade.", ["Macy 's Harbour Parade"], id="inside"),
        pytest.param("They shop at Macy's in May.", ["Macy"], id="at the end"),
        pytest.param("They met Macy's President Jane Roe.", ["Macy"], id="before an office"),
    ],
)
def test_a_mark_of_possession_stands_inside_a_name_only(
    text: str, names: list[str], build: Callable[..., CleanArticle], gazetteer: Mapping[str, int]
) -> None:
    (sentence,) = split_sentences(build(text))

    assert [run.text for run in proposed(sentence, unread(len(sentence.tokens)), gazetteer)] == names
