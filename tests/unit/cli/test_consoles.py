"""What is printed is what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.cli.consoles import errors, output

if TYPE_CHECKING:
    import pytest


def test_words_between_colons_stay_words(capsys: pytest.CaptureFixture[str]) -> None:
    output.print('{"exact": "a :100: day, :smile:"}', markup=False)
    errors.print(":warning:", markup=False)

    assert capsys.readouterr() == ('{"exact": "a :100: day, :smile:"}\n', ":warning:\n")
