"""What strangers wrote, made safe for a terminal: nothing moves its cursor, sets its title or turns its text around."""

from __future__ import annotations


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


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
