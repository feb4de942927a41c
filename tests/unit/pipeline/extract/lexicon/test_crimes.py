"""Words of the courts tell a crime from a task, and a plea from an admission."""

from __future__ import annotations

import pytest

from worker.pipeline.extract.lexicon.crimes import is_crime, is_grave, is_plea


@pytest.mark.parametrize(
    "words", ["second-degree murder", "murdering his wife", "tax evasion", "setting the fire", "drink-driving"]
)
def test_a_crime_is_known_by_its_words(words: str) -> None:
    assert is_crime(words)


@pytest.mark.parametrize("words", ["leading the team", "its preservation", "carrying a begun skill"])
def test_a_task_is_no_crime(words: str) -> None:
    assert not is_crime(words)


@pytest.mark.parametrize(
    ("words", "plea"),
    [("causing death by dangerous driving", True), ("two mistakes over the fraud", False), ("fraud", True)],
)
def test_what_is_admitted_is_a_plea_if_it_opens_with_a_crime(words: str, *, plea: bool) -> None:
    assert is_plea(words) is plea


def test_corruption_is_denied_outside_courts_but_murder_is_not() -> None:
    assert is_grave("murder")
    assert not is_grave("corruption")
