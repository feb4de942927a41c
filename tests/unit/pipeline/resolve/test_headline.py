"""Full names of the headline stand for the surnames of the text."""

from __future__ import annotations

import pytest

from worker.pipeline.resolve.expressions import Expression
from worker.pipeline.resolve.headline import headline_names
from worker.pipeline.values import Span


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Sarah Dunn wins", ["Sarah Dunn"]),
        ("Police praise Sarah Dunn's nerve", ["Sarah Dunn"]),
        ("Dunn wins", []),
        ("Sarah, Dunn win", []),
        ("Singer Dunn wins", []),
        (None, []),
    ],
)
def test_a_first_name_before_a_known_surname_is_read(title: str | None, found: list[str]) -> None:
    dunn = Expression(Span(0, 4), "name", 0, 0, "Dunn", type="person")

    assert list(headline_names(title, [dunn], {"Sarah": "female"})) == found
