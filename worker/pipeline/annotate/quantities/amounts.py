"""Whether a number stands for an amount: not for a label ("page 12"), a name ("Apollo 11") or a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.quantities.nouns import LABELS

if TYPE_CHECKING:
    from worker.pipeline.annotate.quantities.figures import Number
    from worker.pipeline.values import Span

_YEARLIKE: Final = re.compile(r"(?:19|20)\d\d")
_BEHIND: Final = re.compile(
    r"[ ](?:people|men|women|children|workers|jobs|votes|students|homes|houses|employees|troops|soldiers|migrants)\b",
    re.IGNORECASE,
)


def may_count(text: str, number: Number, span: Span) -> bool:
    """Not behind a label or a name ("Apollo 11 astronauts"), and no year ("2018 elections")."""
    if span.start < number.start:
        return True
    if number.digits and _YEARLIKE.fullmatch(number.words) and not _BEHIND.match(text, number.end):
        return False
    return not number.digits or not _labelled(text, number.start)


_WORD_BEFORE: Final = re.compile(r"(?P<edge>^|[\s\S][ \u00a0])?(?P<word>[A-Za-z][A-Za-z'\u2019.-]{0,24})[ \u00a0]$")


def _labelled(text: str, start: int) -> bool:
    match = _WORD_BEFORE.search(text[max(0, start - 28) : start])
    if match is None:
        return False
    word = match["word"].rstrip(".").lower()
    opens = (match["edge"] or "\n")[0] in '.!?\n"“:;-\u2013—•' or start - len(match.group()) <= 0
    return word in LABELS or (match["word"][0].isupper() and not opens)


# Behind these a lone number is a figure: "rose to 3,200", "12 were hurt", "killing 12".
_FIGURE_AFTER: Final = re.compile(
    r"[ ](?:were|was|are|have|had|died|dead|killed|injured|wounded|hurt|missing|others|who|lost|arrested|charged"
    r"|convicted|rescued|evacuated|hospitali[sz]ed|homeless|marched|attended"
    r"|of[ ](?:the|them|those|whom|its|his|her|their))\b",
    re.IGNORECASE,
)
_FIGURE_BEFORE: Final = re.compile(
    r"\b(?:kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|total(?:s|ed|led|ing)?"
    r"|reach(?:es|ed|ing)|to|employ(?:s|ed|ing))[ ]$",
    re.IGNORECASE,
)

# "was down to 12." says a figure, "fell to second" none.
_CHANGED_TO: Final = re.compile(
    r"\b(?:down|fell|rose|risen|fallen|dropped|climbed|shrank|shrunk|grew|grown|increased|reduced|cut|slipped|doubled)"
    r"[ ](?:to|by)[ ](?:just[ ]|only[ ]|minus[ ])?$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.,;:)]|[ ](?:from|in|on|last|by|since|this|after|before)\b")


def stands_alone(text: str, number: Number, span: Span) -> bool:
    """A number without unit is a quantity if something says so; most others are labels."""
    if number.digits and (_labelled(text, number.start) or _YEARLIKE.fullmatch(number.words)):
        return False
    if _MAGNITUDE.search(text[max(0, number.start - 14) : number.start]):
        return True
    if number.words in {"one", "a hundred", "a thousand", "zero", "half"} or number.amount == 1:
        return False
    compared = span.start < number.start or span.end > number.end
    large = not number.digits and number.amount >= 1000 and number.words[:2] != "a "  # "spent half a million on it"
    return compared or number.scaled or large or _told(text, number)


_MAGNITUDE: Final = re.compile(r"\bmagnitude[ -](?:of[ ])?$", re.IGNORECASE)


def _told(text: str, number: Number) -> bool:
    """The words around tell a figure."""
    if _FIGURE_AFTER.match(text, number.end):
        return True
    if _CHANGED_TO.search(text[max(0, number.start - 24) : number.start]) and _ENDS.match(text, number.end):
        return True
    before = text[max(0, number.start - 14) : number.start]
    return _FIGURE_BEFORE.search(before) is not None and (number.amount >= 100 or not before.endswith("to "))
