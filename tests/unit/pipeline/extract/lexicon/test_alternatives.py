"""Words that share their beginnings match as a plain list does."""

import re

import pytest

from worker.pipeline.extract.lexicon.alternatives import any_of

WORDS = ["head", "head coach", "heads", "coach", "co-head", "p.m", "dean"]


@pytest.mark.parametrize("text", [*WORDS, "head coaches", "headed", "pxm", "deal", "coaching", "", "h", "co-heads"])
def test_it_matches_what_the_words_longest_first_match(text: str) -> None:
    listed = re.compile("|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True)))
    expected, found = listed.match(text), re.match(any_of(WORDS), text)
    assert (found and found.group()) == (expected and expected.group())


def test_a_shorter_word_is_tried_where_the_longer_one_leads_nowhere() -> None:
    found = re.fullmatch(rf"(?P<head>{any_of(WORDS)}) coach Roe", "head coach Roe")
    assert found is not None
    assert found["head"] == "head"
