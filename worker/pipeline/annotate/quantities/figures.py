"""Numbers where they stand in a text: digits or words with their scale sign and what is written before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import counted, money, ordinals, shares
from worker.pipeline.annotate.quantities.measures import NUMBER, short_scale

if TYPE_CHECKING:
    from decimal import Decimal

_SIGNS = "".join(sorted({sign[-1] for sign in money.SIGNS if not sign[-1].isalpha()} - {"."}))
# Besides numbers the words that open a size ("dozens of people") or a place in a series ("second child").
_SIZES = ("dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions", "trillions", "several", "few")
_NUMBERS = (*numbers.ONES, *numbers.TENS, "half")
_LETTERS = "".join(sorted({"a", *(word[0] for word in (*_NUMBERS, *_SIZES, *ordinals.WORDS))}))
# The article opens a number only before these; asking here spares every other one a closer look.
_AFTER_ARTICLE = "|".join((*numbers.SCALES, *numbers.DOZENS, *shares.PARTS))
_WORD = (
    rf"(?:(?P<nth>{'|'.join(ordinals.WORDS)})|(?P<size>{'|'.join(_SIZES)})"
    rf"|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|an?(?=[ -](?:{_AFTER_ARTICLE})))"
)
# Nothing may be glued to the front of a number, save "mother-of-two", "$5m-$10m" and the minus of "-3%".
_FREE = r"(?<![\w@#&$£€¥₹])(?:(?<![.,:/'\u2019-])|(?<=-of-)|(?<=-)(?=[$£€])|(?<=[ (]-)(?=\d))"
# The signs and codes are looked up afterwards: alternatives by name made this the slowest pattern of the stage.
START: Final = re.compile(
    rf"{_FREE}(?:(?P<sign>[A-Z]{{0,2}}[{re.escape(_SIGNS)}]|Rs\.?)[ ]?(?=[\d½¼¾])|(?P<code>[A-Z]{{3}})[ \u00a0]?(?=\d)"
    rf"|(?=[\d½¼¾])|(?=[{_LETTERS}{_LETTERS.upper()}])(?=(?i:{_WORD})(?![A-Za-z])))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands. `currency`: from a sign or code before it; `digits`: it is written in digits."""

    start: int
    end: int
    amount: Decimal
    digits: bool
    scaled: bool
    currency: str | None
    words: str


def number_at(text: str, start: re.Match[str]) -> Number | None:
    match = NUMBER.match(text, start.end())
    if match is None:
        return None
    amount = numbers.words(match["words"]) if match["words"] else numbers.read(match.group().lower())
    if amount is None or match.group().lower() in {"a couple", "a half"}:
        return None
    sign, code = start["sign"], start["code"]
    if code and code not in money.CODES:
        return None
    currency = money.SIGNS.get(sign) or money.SIGNS[sign[-1]] if sign else code
    found = Number(
        start.start(),
        match.end(),
        amount,
        not match["words"],
        match["scale"] is not None,
        currency,
        match.group().lower(),
    )
    if found.digits and not found.scaled:
        scale = short_scale(text, found.end)
        if scale and (currency or _counts(text, scale[0], text[found.end : scale[0]])):
            return replace(found, end=scale[0], amount=amount * scale[1], scaled=True)
    return found


def _counts(text: str, end: int, sign: str) -> bool:
    """In "3m people" and "5k followers" it counts, in "3m deep" it measures."""
    noun = counted.noun_after(text, end, single=False) if sign in {"m", "k"} else None
    return noun is not None and not noun.time
