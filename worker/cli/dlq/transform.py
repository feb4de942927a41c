"""Loads a user's transform, and says of its errors in which line of his file they are."""

from __future__ import annotations

import sys
import traceback
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

from worker.cli.exits import CommandError, Exit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from worker.stream.letters.letter import Letter
    from worker.stream.letters.replay import Transform

_MEND = "Mend it: def transform(letter) -> bytes | None; None leaves the letter where it is."
_MESSAGE_CHARS = 400


def load(path: Path) -> Transform:
    """The file's function `transform(letter) -> bytes | None`. Raises CommandError(USAGE), and so does the function.

    `letter`: worker.stream.letters.letter.Letter, with `payload`, `key`, `headers`, `code`, `reason`, ...
    """
    function = _function(path)

    def transform(letter: Letter) -> bytes | None:
        try:
            with redirect_stdout(sys.stderr):  # what it prints is no line of --json
                made = function(letter)
        except (Exception, SystemExit) as error:
            raise _broken(path, error, f"letter {letter.place}") from error
        if made is not None and not isinstance(made, bytes):
            given = f"transform gave {type(made).__name__}, not bytes or None (letter {letter.place})"
            what = f"{path}:{function.__code__.co_firstlineno}: {given}"
            raise CommandError(Exit.USAGE, what, "Encode it: json.dumps(...).encode().")
        return made

    return transform


def _function(path: Path) -> Callable[[Letter], Any]:
    names: dict[str, Any] = {"__name__": "newsfacts_transform", "__file__": str(path)}
    try:
        with redirect_stdout(sys.stderr):
            exec(compile(path.read_bytes(), str(path), "exec"), names)  # noqa: S102 - it is what the user asks for
    except OSError as error:
        raise CommandError(Exit.USAGE, f"{path}: {error.strerror}", "Give a file that can be read.") from error
    except (Exception, SystemExit) as error:
        raise _broken(path, error, "while it was read") from error
    function = names.get("transform")
    if not callable(function) or not hasattr(function, "__code__"):
        raise CommandError(Exit.USAGE, f"{path}: it has no function `transform`", _MEND)
    return function  # type: ignore[no-any-return]


def _broken(path: Path, error: BaseException, where: str) -> CommandError:
    words = f"{type(error).__name__}: {error}"[:_MESSAGE_CHARS]
    return CommandError(Exit.USAGE, f"{path}:{_line(path, error)}: {words} ({where})", _MEND)


def _line(path: Path, error: BaseException) -> int:
    """The last line of the user's own file that the error passed; of a file that is no Python, where it ends to be."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in reversed(frames) if frame.filename == str(path)), 1)
