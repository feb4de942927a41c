"""A lone name is a firm's if it has what only firms have."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re

import pytest

from worker.pipeline.annotate.firm_signs import is_firm
from worker.pipeline.annotate.gazetteer import FIRST
from worker.pipeline.annotate.name_runs import Run
from worker.pipeline.annotate.name_types import placed
from worker.pipeline.values import Sentence, Span, Token


def _run(text: str, name: str = "Orbex") -> Run:
    tokens = tuple(Token(Span(*m.span()), m.group()) for m in re.finditer(r"[’']s|[\w-]+|[^\w\s]", text))
    start = next(i for i, token in enumerate(tokens) if token.text == name)
    return Run(Sentence(Span(0, len(text)), 0, tokens), start, start + 1, (name,))


@pytest.mark.parametrize(
    "text",
    [
        "Orbex's revenue rose.",
        "Then Orbex’s chief executive spoke.",
        "It said Orbex shares fell.",
        "Orbex employs many people.",
        "She sued rival Orbex in June.",
        "It is a unit of Orbex.",
    ],
)
def test_what_only_firms_have_makes_a_firm(text: str) -> None:
    assert is_firm(_run(text))


@pytest.mark.parametrize(
    "text",
    [
        "Orbex's brother rose.",
        "He met Orbex in June.",
        "They live in Orbex.",
        "It is the size of Orbex.",
        "Orbex",
    ],
)
def test_what_anybody_has_does_not(text: str) -> None:
    assert not is_firm(_run(text))


@pytest.mark.parametrize(
    ("gazetteer", "kind"), [({}, "organization"), ({"Orbex": FIRST}, None)], ids=["a name", "a first name"]
)
def test_who_is_based_somewhere_is_a_firm_unless_a_first_name_says_otherwise(
    gazetteer: dict[str, int], kind: str | None
) -> None:
    assert placed(_run("They bought Leeds-based Orbex in June."), gazetteer) == kind
