"""A word's dictionary form as a script that turns the word into it, so that a classifier can choose among few."""

from __future__ import annotations

SAME = "="  # the word as it is written


def script(word: str, lemma: str) -> str:
    """How many letters to drop from the end and what to put there: "2:y" for flies. A leading "^" keeps capitals."""
    if lemma == word:
        return SAME
    capital, base = ("^", word) if lemma[:1].isupper() else ("", word.casefold())
    kept = 0
    while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
        kept += 1
    return f"{capital}{len(base) - kept}:{lemma[kept:]}"


def apply(instruction: str, word: str) -> str:
    """The dictionary form; the word in small letters if the script wants more letters than it has."""
    if instruction == SAME:
        return word
    base = word if instruction[0] == "^" else word.casefold()
    drop, _, ending = instruction.lstrip("^").partition(":")
    return base[: len(base) - int(drop)] + ending if int(drop) <= len(base) else word.casefold()
