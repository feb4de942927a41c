"""Verb forms: regular ones by rule, irregular ones by list, particles kept."""

from __future__ import annotations

import pytest

from worker.pipeline.extract.lexicon.verbs import forms


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("charge", "charge charges charging charged"),
        ("plan", "plan plans planning planned"),
        ("visit", "visit visits visiting visited"),
        ("admit", "admit admits admitting admitted"),
        ("carry", "carry carries carrying carried"),
        ("play", "play plays playing played"),
        ("buy", "buy buys buying bought"),
        ("catch", "catch catches catching caught"),
        ("die", "die dies dying died"),
        ("kidnap", "kidnap kidnaps kidnapping kidnapped"),
        ("begin", "begin begins beginning began begun"),
        ("cancel", "cancel cancels canceling canceled cancelling cancelled"),
        ("reveal", "reveal reveals revealing revealed"),
        ("flee", "flee flees fleeing fled"),
    ],
)
def test_inflects(verb: str, wanted: str) -> None:
    assert forms(verb) == frozenset(wanted.split())


def test_keeps_the_particle() -> None:
    assert "took over" in forms("take_over")
    assert "took" not in forms("take_over")
