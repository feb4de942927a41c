"""Filters as they are typed, and what is told of wrong ones."""

from __future__ import annotations

import pytest

from worker.cli.dlq.options import Filters, choice, moment
from worker.cli.exits import CommandError, Exit
from worker.stream.letters.letter import Place

NOW = 1_800_000_000_000
DAY = 86_400_000
TIMES = {
    "90s": NOW - 90_000, "15m": NOW - 900_000, "24h": NOW - DAY, "7d": NOW - 7 * DAY, "999999d": 0,
    "2026-11-21": 1_795_219_200_000, "2026-11-21T09:00": 1_795_251_600_000, "2026-11-21T09:00Z": 1_795_251_600_000,
    "2026-11-21T10:00+01:00": 1_795_251_600_000, "0001-01-01": 0,
}


@pytest.mark.parametrize(("text", "ms"), TIMES.items(), ids=TIMES.keys())
def test_a_time_is_a_moment_or_a_while_ago(text: str, ms: int) -> None:
    assert moment("--since", text, NOW) == ms


@pytest.mark.parametrize("text", ["", "soon", "7", "7w", "-7d", "1234567d", "2026-13-01", "٧d"])  # noqa: RUF001
def test_what_is_no_time_ends_with_usage_and_examples(text: str) -> None:
    with pytest.raises(CommandError) as told:
        moment("--until", text, NOW)

    assert (told.value.code, told.value.what.startswith("--until: ")) == (Exit.USAGE, True)
    assert "7d" in told.value.fix


def test_filters_become_a_choice() -> None:
    made = choice(Filters(["2/17"], ["invalid_json", "KeyError"], "2026-11-21", None, "k", 5), "all")

    assert made.states == {"open", "replayed", "discarded"}
    assert made.places == {Place(2, 17)}
    assert made.reasons == {"invalid_json", "KeyError"}
    assert (made.key, made.limit) == (b"k", 5)
    assert (made.since_ms, made.until_ms) == (1_795_219_200_000, None)


def test_nothing_typed_is_every_open_letter() -> None:
    made = choice(Filters(None, None, None, None, None))

    assert made.is_everything
    assert made.states == {"open"}


def test_a_state_that_the_command_does_not_know_ends_with_usage() -> None:
    with pytest.raises(CommandError) as told:
        choice(Filters(None, None, None, None, None), "all", states=("open", "discarded"))

    assert (told.value.code, told.value.fix) == (Exit.USAGE, "Give one of: open, discarded.")


def test_a_name_that_is_no_letter_ends_with_usage() -> None:
    with pytest.raises(CommandError) as told:
        choice(Filters(["seventeen"], None, None, None, None))

    assert told.value.code is Exit.USAGE
