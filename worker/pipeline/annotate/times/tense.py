"""Which way a sentence looks at a given place: to the past, to the future, or not to be told.

The nearest sign before the place in its sentence decides, else the nearest one after it. Signs are verb forms read
with the words around them: "will be held" looks ahead although "held" is past. One pass over the text marks all
signs; a question is then two binary searches.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate.times.tense_words import (
    GOVERNORS,
    INVITATIONS,
    MODALS,
    NOMINAL,
    NOT_PAST,
    PAST,
    PAST_NOUNS,
    PLANNED,
    PLANNED_BEFORE,
    PRESENT,
    TIMETABLE,
)
from worker.pipeline.annotate.times.words import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.annotate.times.stamps import Tense
    from worker.pipeline.values import Span

_WORD = re.compile(r"[A-Za-z]+")
_BREAK = re.compile(r"\n|[.!?][\"'”\u2019)\]]{0,3}(?=[ \u00a0][\"'“\u2018(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|No|Inc|Co|Corp|Ltd|[A-Z][a-z]{2,3})|[ap]\.m)$"
)
_LOOK_BACK = 4  # words between an auxiliary and its participle: "will almost certainly be held"


def sentence_breaks(text: str) -> tuple[int, ...]:
    """Offsets at which a new sentence begins; rough at abbreviations, which here costs little."""
    breaks = [0]
    for match in _BREAK.finditer(text):
        at = match.start()
        if match.group()[0] == "." and _ABBREVIATION.search(text[max(0, at - 6) : at]):
            continue
        breaks.append(match.end())
    breaks.append(len(text) + 1)
    return tuple(breaks)


def sentence_at(breaks: Sequence[int], place: int) -> tuple[int, int]:
    index = bisect_right(breaks, place) - 1
    return breaks[index], breaks[min(index + 1, len(breaks) - 1)]


@dataclass(frozen=True, slots=True)
class Signs:
    """Where the text looks back and ahead: offsets in order, each with its direction.

    `weak`: forms that may be a noun or the present tense of a plan; they count in sentences without other signs.
    """

    places: tuple[int, ...]
    tenses: tuple[Tense, ...]
    breaks: tuple[int, ...]
    weak: tuple[int, ...] = ()

    def tense(self, span: Span, inside: Span | None = None) -> Tense:
        """The direction at `span`; `inside` keeps the search within a quotation."""
        low, high = sentence_at(self.breaks, span.start)
        if inside is not None:
            low, high = max(low, inside.start), min(high, inside.end)
        before = bisect_left(self.places, span.start) - 1
        if before >= 0 and self.places[before] >= low:
            return self.tenses[before]
        after = bisect_left(self.places, span.end)
        if after < len(self.places) and self.places[after] < high:
            return self.tenses[after]
        weak = bisect_left(self.weak, low)
        return "future" if weak < len(self.weak) and self.weak[weak] < high else "unknown"

    def none_in(self, low: int, high: int) -> bool:
        """No verb form was seen between two offsets."""
        at = bisect_left(self.places, low)
        return at == len(self.places) or self.places[at] >= high


def signs(text: str) -> Signs:
    found = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    words = [word if word == "May" else word.lower() for _, word in found]
    told = [index for index, word in enumerate(words) if word in _SIGNS or word[-2:] == "ed" or word[-3:] == "ing"]
    marked = [(found[index][0], tense) for index in told if (tense := _sign(words, index))]
    weak = tuple(found[index][0] for index in told if words[index] in PRESENT)
    return Signs(tuple(at for at, _ in marked), tuple(tense for _, tense in marked), sentence_breaks(text), weak)


# Only these words and those in "-ed" and "-ing" are looked at closer: one in six.
_SIGNS = MODALS | PLANNED | TIMETABLE | PAST | PRESENT | {"to", "s", "re", *(word for word, _ in INVITATIONS)}


def _sign(words: Sequence[str], index: int) -> Tense | None:
    word = words[index]
    if word in MODALS:
        return "past" if word == "won" and not _contracted(words, index) else "future"
    following = words[index + 1] if index + 1 < len(words) else ""
    if (word in PLANNED and following in PLANNED_BEFORE) or word in TIMETABLE:
        return "future"
    if word in {"is", "are", "s", "re"}:
        return "future" if following in {"on", "due", "next"} or following in WEEKDAYS else None
    if word.endswith("ing") and index and words[index - 1] in {"is", "are", "re"}:
        return "future"
    governed = word == "to" and index and words[index - 1] in GOVERNORS
    if governed or (word, following) in INVITATIONS or _joined_plan(words, index):
        return "future"
    return _participle(words, index)


def _joined_plan(words: Sequence[str], index: int) -> bool:
    """As in "lost on Friday and visit Denver on Sunday"."""
    verb = words[index] in PRESENT and words[index] not in NOMINAL
    return bool(verb and index and words[index - 1] in {"and", "then", "but"})


def _contracted(words: Sequence[str], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1] == "t"


def _participle(words: Sequence[str], index: int) -> Tense | None:
    word = words[index]
    if word not in PAST and not (word.endswith("ed") and len(word) > 3 and word not in NOT_PAST):
        return None
    before = words[max(0, index - _LOOK_BACK) : index]
    if any(near in MODALS and near != "won" for near in before) and "have" not in before:
        return "future"
    if before[-2:] == ["to", "be"] or (before[-1:] == ["be"] and "to" in before):
        return "future"
    return "past"


_UNTIL = re.compile(
    r"\b(?:until|till|starting|beginning|effective|by|from)"
    r"(?:[ ](?:at[ ]least|after|about|early|late|the|on|in)){0,2}[ ]$",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"\b(?:lasted|stayed|waited|went|continued|remained|ran|had|worked|did|didn|lived|served|held|from|been|not)\b",
    re.IGNORECASE,
)
_PAST_NOUN = re.compile(rf"['\u2019]s[ ](?:[a-z-]{{2,14}}[ ])?(?:{'|'.join(sorted(PAST_NOUNS))})\b")
_BACK = 40  # characters of the clause before "until" in which its verb is looked for


def directed(text: str, span: Span, tense: Tense) -> Tense:
    """The direction with the words around: "shut until Tuesday" looks ahead, "Monday's attack" back."""
    if _PAST_NOUN.match(text, span.end):
        return "past"
    cue = _UNTIL.search(text, max(0, span.start - 30), span.start)
    if cue is None:
        return tense
    word = cue.group().split()[0].lower()
    if word in {"from", "by"}:
        return "future" if tense == "unknown" else tense
    lasted = word in {"until", "till"} and _LASTED.search(text, max(0, cue.start() - _BACK), cue.start())
    return tense if lasted else "future"
