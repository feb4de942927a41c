"""Reads numbers: digits with their repairs, number words, scales and halves, to exact decimals.

The patterns are fragments for larger ones; every repeat in them is bounded, so they stay linear on hostile text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
ABBREVIATED: Final = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
DOZENS: Final = {"dozen": 12, "couple": 2}
VULGAR: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# "300, 000": a space after the comma is a typing error only where the group has a leading zero; in
# "of the 300, 250 died" it parts two numbers.
_GROUPS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3}(?!\d)|,[ ]0\d{2}(?!\d)){1,6}"
DIGITS: Final = rf"(?:(?:{_GROUPS}|\d{{1,15}})(?:\.\d{{1,10}})?(?![.,]?\d)(?:[ ]?[½¼¾]|[ ][13]/[248](?![\d/]))?|[½¼¾])"
_ONE = "(?:" + "|".join(sorted(ONES, key=len, reverse=True)) + r")(?![a-z])"
_TEN = "(?:" + "|".join(TENS) + ")"
_SMALL = rf"(?:{_TEN}(?:[- ]{_ONE}|(?![a-z-]))|{_TEN}(?=-)|{_ONE})"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)[- ]hundred(?:[ ](?:and[ ])?{_SMALL}(?![- ]hundred))?|{_SMALL})"
_BIG = r"(?:thousand|million|billion|trillion)(?![a-z])"
SCALE: Final = rf"(?:hundred(?![a-z])|{_BIG}|(?:mn|mln|bn|bln|tn|trn)(?![a-z]))"
_HALF = r"(?:[- ]and[- ]a[- ]half(?![a-z]))"
# "two million three hundred thousand and five"; after "and" no scale: "two million and three million" are two numbers
_TAIL = rf"(?:[ ]{_HUNDREDS}[ ]{_BIG}){{0,2}}(?:[ ](?:and[ ])?{_HUNDREDS}(?![- ]{_BIG}))?"
WORDS: Final = (
    rf"(?:(?:half[ ]a|a[ ]quarter[ ]of[ ]a)[ ](?:dozen(?![a-z])|{_BIG})"
    rf"|an?[ ](?:half[ -])?(?:dozen|couple)(?:[ ]of)?(?![a-z])|an?[ ]{_BIG}"
    rf"|{_HUNDREDS}{_HALF}?(?:[- ]dozen(?![a-z])|[- ]{_BIG}{_TAIL})?)"
)
_DIGITS_ONLY = re.compile(rf"{DIGITS}")
_REPAIRED = re.compile(r"[,\u00a0\u202f ]")
_AND_A_HALF = re.compile(r" and a half\b")


def digits(text: str) -> Decimal:
    """The value of what DIGITS matched. Raises ValueError for anything else."""
    match = _DIGITS_ONLY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a number in digits: {text[:40]!r}")
    head, fraction = _parted(text.strip())
    whole = Decimal(_REPAIRED.sub("", head)) if head else Decimal(0)
    return whole + fraction


def _parted(text: str) -> tuple[str, Decimal]:
    if text[-1] in VULGAR:
        return text[:-1].strip(), VULGAR[text[-1]]
    if "/" in text:
        head, _, fraction = text.rpartition(" ")
        return head, Decimal(int(fraction[0])) / Decimal(int(fraction[2]))
    return text, Decimal(0)


def words(text: str) -> Decimal | None:
    """The value of number words ("two and a half million", "a dozen"), None if they make no number."""
    plain = text.lower().replace("-", " ")
    plain, halves = _AND_A_HALF.subn("", plain)
    tokens = plain.split()
    if tokens[:2] == ["half", "a"]:
        return _scaled(tokens[2:], Decimal("0.5"))
    if tokens[:4] == ["a", "quarter", "of", "a"]:
        return _scaled(tokens[4:], Decimal("0.25"))
    if tokens[:2] == ["a", "half"]:
        return _scaled(tokens[2:], Decimal("0.5"))
    return _summed(tokens, Decimal("0.5") * halves)


def _scaled(tokens: list[str], factor: Decimal) -> Decimal | None:
    scale = SCALES.get(tokens[0]) or DOZENS.get(tokens[0]) if tokens else None
    return factor * scale if scale else None


def _summed(tokens: list[str], half: Decimal) -> Decimal | None:
    """The usual way of reading: small numbers add up, "hundred" multiplies the group, larger scales close it."""
    total, group, seen = Decimal(0), Decimal(0), False
    for token in tokens:
        if token in {"and", "of"} or (token in {"a", "an"} and not seen):
            continue
        small = ONES.get(token, TENS.get(token))
        if small is not None:
            group, seen = group + small, True
            continue
        scale = SCALES.get(token) or DOZENS.get(token)
        if scale is None:
            return None
        group, half, seen = ((group or 1) + half) * scale, Decimal(0), True
        if scale > 100:
            total, group = total + group, Decimal(0)
    return total + group + half if seen else None


def read(text: str) -> Decimal | None:
    """A number in digits or in words, with an optional scale ("1.2 billion", "3bn"); None if it is none."""
    text = text.strip()
    match = _DIGITS_ONLY.match(text)
    if match is None:
        return words(text)
    rest = text[match.end() :].strip(" -").lower()
    half = Decimal("0.5") if rest.startswith("and a half") else Decimal(0)
    rest = rest.removeprefix("and a half").strip()
    scale = (SCALES | ABBREVIATED | DOZENS).get(rest, 1 if not rest else 0)
    return (digits(match.group()) + half) * scale if scale else None


def plain(number: Decimal) -> str:
    """A decimal string without exponent and without idle zeros: "19.5", "300000"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
