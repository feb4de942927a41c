"""What is printed is what was given."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.table import Table
from rich.text import Text

from worker.cli.consoles import errors, output

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

STEERING = "\x1b]0;owned\x07 \x9b2J \u202egnihtemos \u2066"


def test_words_between_colons_stay_words(capsys: pytest.CaptureFixture[str]) -> None:
    output.print('{"exact": "a :100: day, :smile:"}', markup=False)
    errors.print(":warning:", markup=False)

    assert capsys.readouterr() == ('{"exact": "a :100: day, :smile:"}\n', ":warning:\n")


def _cell() -> Table:
    table = Table("words")
    table.add_row(Text(STEERING, style="red"))
    return table


@pytest.mark.parametrize("printed", [STEERING, Text(STEERING, style="bold"), _cell()], ids=["words", "style", "table"])
@pytest.mark.parametrize("console", [output, errors], ids=["output", "errors"])
def test_nothing_that_is_printed_steers_the_terminal(console: Console, printed: RenderableType) -> None:
    """But for the colours that we give it ourselves."""
    terminal = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console, "_file", terminal)
        console.print(printed, markup=False)
    shown = terminal.getvalue()

    assert "owned" in shown
    assert not [one for one in shown if not one.isprintable() and one != "\n"]
