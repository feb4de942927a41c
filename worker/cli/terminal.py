"""What strangers wrote, made safe for a terminal: nothing moves its cursor, sets its title or turns its text around."""

from __future__ import annotations

import json
from typing import Final

_MARK: Final = "\N{REPLACEMENT CHARACTER}"
_HARMLESS: Final = frozenset("\n\t\u00a0\u202f\u2009\u3000")  # breaks that are wanted, and blanks of other widths


def safe(foreign: str | bytes | None, most: int, *, lines: bool = False) -> str:
    """At most `most` characters, all of them visible.

    Control, direction, zero-width and odd space characters become escapes, as do bytes that are not UTF-8. `lines`:
    line breaks stay.
    """
    if foreign is None:
        return "-"
    text = foreign.decode("utf-8", "backslashreplace") if isinstance(foreign, bytes) else foreign
    shown = "".join(one if one.isprintable() or (lines and one == "\n") else _escape(one) for one in text[:most])
    return shown if len(text) <= most else shown + "..."


def safe_json(line: str) -> str:
    """A JSON text that means the same, and whose strings show nothing that is not visible but as an escape."""
    return line if line.isprintable() else "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in line)


def harmless(text: str) -> str:
    """As many characters, those that could steer a terminal as marks: for tables and coloured text."""
    return text if text.isprintable() else "".join(one if _is_harmless(one) else _MARK for one in text)


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character in _HARMLESS


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
