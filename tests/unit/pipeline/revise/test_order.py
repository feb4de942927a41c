"""Which version is the newer."""

import pytest

from worker.pipeline.revise.order import order


@pytest.mark.parametrize(
    ("version", "known", "answer"),
    [
        pytest.param("2", "10", "older", id="integers by number, not by letters"),
        pytest.param("10", "2", "newer", id="larger integer"),
        pytest.param("007", "7", "same", id="leading zeros"),
        pytest.param("2024-03-02T10:00:00+02:00", "2024-03-02T08:30:00Z", "older", id="times across offsets"),
        pytest.param("2024-03-02", "2024-03-01T23:59:59", "newer", id="a day and a time"),
        pytest.param(
            "2024-03-02T08:00:00.5Z", "2024-03-02T08:00:00.25Z", "newer", id="fractions of a second"
        ),
        pytest.param("2024-03-02T08:00Z", "2024-03-02T08:00:00Z", "same", id="one moment, written twice"),
        pytest.param("3", "2024-03-02", "untold", id="a number and a time"),
        pytest.param(None, "3", "untold", id="no version after a version"),
        pytest.param("3", None, "untold", id="a version after no version"),
        pytest.param(None, None, "untold", id="no versions"),
    ],
)
def test_versions_are_ordered_where_they_can_be(version: str | None, known: str | None, answer: str) -> None:
    assert order(version, known) == answer
