"""A user's transform: what it gives, and where it is told to be broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from worker.cli.dlq.transform import load
from worker.cli.exits import CommandError, Exit
from worker.stream.letters.letter import Letter, Place

if TYPE_CHECKING:
    from pathlib import Path

LETTER = Letter(Place(2, 17), 0, b"k", b"payload", (("nf-error-code", b"invalid_json"),))
BROKEN = {
    "no Python": ("def transform(letter)\n    return b''\n", r":1: SyntaxError: .* \(while it was read\)"),
    "fails while it is read": ("import json\n\n1 / 0\n", r":3: ZeroDivisionError: division by zero"),
    "ends the program": ("import sys\nsys.exit(3)\n", r":2: SystemExit: 3"),
    "no function": ("TRANSFORM = 1\n", r": it has no function `transform`"),
    "no function of that name": ("transform = 'x'\n", r": it has no function `transform`"),
    "bytes that are no text": ("x = '\udcff'\n", r":1: "),
}
FAILS = {
    "an error of its own": ("def transform(letter):\n\n    return {}['x']\n", r":3: KeyError: 'x' \(letter 2/17\)"),
    "an error of what it calls": (
        "import json\ndef transform(letter):\n    return json.loads(letter.payload)\n", r":3: JSONDecodeError: ",
    ),
    "text": ("\ndef transform(letter):\n    return 'x'\n", r":2: transform gave str, not bytes or None \(letter 2"),
    "exit": ("def transform(letter):\n    exit(1)\n", r":2: SystemExit: 1"),
}


def write(folder: Path, text: str) -> Path:
    file = folder / "mend.py"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return file


def test_it_sees_the_letter_and_gives_bytes_or_none(tmp_path: Path) -> None:
    text = "def transform(letter):\n    return letter.payload + letter.code.encode() if letter.key else None\n"
    transform = load(write(tmp_path, text))

    assert transform(LETTER) == b"payloadinvalid_json"
    assert transform(Letter(Place(0, 0), 0, None, b"", ())) is None


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = write(tmp_path, text)

    with pytest.raises(CommandError) as error:
        load(file)

    assert error.value.code is Exit.USAGE
    assert re.match(re.escape(str(file)) + told, error.value.what)


@pytest.mark.parametrize(("text", "told"), FAILS.values(), ids=FAILS.keys())
def test_what_it_does_wrong_is_told_with_its_line_and_the_letter(tmp_path: Path, text: str, told: str) -> None:
    file = write(tmp_path, text)
    transform = load(file)

    with pytest.raises(CommandError) as error:
        transform(LETTER)

    assert error.value.code is Exit.USAGE
    assert re.match(re.escape(str(file)) + told, error.value.what)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        load(tmp_path / "none.py")


def test_what_it_prints_is_not_mixed_with_what_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    transform = load(write(tmp_path, "print('read')\ndef transform(letter):\n    print(letter.place)"))

    transform(LETTER)

    assert capsys.readouterr() == ("", "read\n2/17\n")
