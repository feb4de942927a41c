"""Which of two versions of a document is the newer, by what the producer says of them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from schemas.iso_time import instant

Order: TypeAlias = Literal["older", "same", "newer", "untold"]


def order(version: str | None, known: str | None) -> Order:
    """Two integers by number, two ISO times by moment; anything else is untold, and arrival decides.

    Arrival is the order of offsets, since all versions of a document are in one partition. The offset itself is
    not compared: a topic made anew starts at 0, and everything in it would be silently too old.
    """
    if version is None or known is None or version.isdigit() != known.isdigit():
        return "untold"
    if version.isdigit():
        return _compared(int(version), int(known))
    return _compared(instant(version).timestamp(), instant(known).timestamp())


def _compared(left: float, right: float) -> Order:
    if left == right:
        return "same"
    return "older" if left < right else "newer"
