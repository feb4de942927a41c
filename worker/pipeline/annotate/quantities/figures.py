"""Numbers where they stand in a text: digits or words with their scale sign and what is written before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate import numbers
from worker.pipeline.annotate.quantities import counted, money
from worker.pipeline.annotate.quantities.measures import NUMBER, short_scale

if TYPE_CHECKING:
    from decimal import Decimal

_SIGN = "|".join(re.escape(sign) for sign in sorted(money.SIGNS, key=len, reverse=True))
_NUMBER_WORDS = "|".join(sorted((*numbers.ONES, *numbers.TENS, "half", "an", "a"), key=len, reverse=True))
# Nothing may be glued to the front of a number, save "mother-of-two", "$5m-$10m" and the minus of "-3%".
_FREE = r"(?<![\w@#&$£€¥₹])(?:(?<![.,:/'\u2019-])|(?<=-of-)|(?<=-)(?=[$£€])|(?<=[ (]-)(?=\d))"
_CODE = "|".join(sorted(money.CODES))
START: Final = re.compile(
    rf"{_FREE}(?:(?P<sign>{_SIGN})[ ]?(?=[\d½¼¾])|(?P<code>{_CODE})[ \u00a0]?(?=\d)|(?=[\d½¼¾])"
    rf"|(?=(?:{_NUMBER_WORDS})(?![a-z])))",
    re.IGNORECASE,
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
    currency = money.SIGNS.get(sign, money.SIGNS.get(sign.upper())) if sign else code.upper() if code else None
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
