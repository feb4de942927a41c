"""Which name stands in apposition to a nominal: "his dad, John Roe", "the singer Jane Roe", "Roe, 57, a baker,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.grammar import CLOSES, COPULAS, IDENTIFIES, MARKS, POSSESSIVES, REACH, noun_at

if TYPE_CHECKING:
    from worker.pipeline.resolve.sentence_words import SentenceWords
    from worker.pipeline.values import Span


def apposed(words: SentenceWords, at: int, head: int) -> Span | None:
    """The name in apposition: "his dad, John Roe", "the singer John Roe", "John Roe, the singer,"."""
    stop = head + 2 if words.lower(head + 1) in {"emeritus", "designate", "elect"} else _behind_years(words, head + 1)
    behind = _behind_trade(words, stop + 1) if words.lower(stop) == "," else stop
    if behind in words.names and not (behind > head + 1 and _list_follows(words, behind)):
        return words.names[behind][0].span
    return _identified(words, head + 1) or _said_of(words, at, head) or _by_tree(words, at, head)


def _by_tree(words: SentenceWords, at: int, head: int) -> Span | None:
    """Reads "The senator from Ohio, Jane Roe," and "Roe, now a mother of two and a baker,": however far between."""
    noun = noun_at(words.lower(head))
    beside = words.tree.apposed(head) if noun is not None else []
    beside = [] if words.lower(head + 1) == "(" else beside  # "her brother (Doe)" is a part and who plays it
    listed = noun is not None and noun.kin is not None and words.lower(at) in POSSESSIVES
    # "Roe, her mother and her sister" are three; nor is "Roe and Doe's son" Roe
    names = (words.name_over(i) for i in beside if i > head or (not listed and i < _owned_from(words, at)))
    return next((name.span for name in names if name is not None and noun is not None and name.type == noun.sort), None)


def _owned_from(words: SentenceWords, at: int) -> int:
    """Where the names begin that own it: at the first of "Roe and Doe's son"."""
    start = words.ends.get(at, at) if words.lower(at) in MARKS else at
    return words.ends.get(start - 1, start) if words.lower(start - 1) in {"and", "&"} else start


def _said_of(words: SentenceWords, at: int, head: int) -> Span | None:
    """Reads "John Roe, the singer,", "Roe, 57, a baker,", "her husband, a baker,", "named Roe its chair"."""
    if words.lower(at) in {"its", "their"} and at in words.ends and _is_person(words.lower(head)):
        return words.names[words.ends[at]][0].span
    first = words.ends[at] if words.lower(at) in MARKS and at in words.ends else at
    owned = first < at or words.lower(at) in POSSESSIVES  # "Jane Roe, John Doe's sister,", "Roe, his wife,"
    if words.lower(first - 1) != "," or not (owned or words.lower(at) in {"the", "a", "an"}):
        return None
    goes_on = words.lower(head + 1).endswith("ing")  # "Roe, a Democrat serving her first term, ..."
    if not goes_on and words.lower(head + 1) not in ({",", ".", "", ";", ")"} if owned else CLOSES):
        return None
    aged = words.lower(first - 2).isdigit() and words.lower(first - 3) == ","
    comma = first - 3 if aged else first - 1
    if comma in words.ends:
        return words.names[words.ends[comma]][0].span
    return words.heads.get(comma) if words.lower(head + 1) in {",", ".", "", "who"} else None


def _identified(words: SentenceWords, at: int) -> Span | None:
    """Reads "The victim was named by police as Jane Roe": the name behind "as"."""
    if words.lower(at) not in COPULAS | {"has", "have", ","}:
        return None
    reach = at + 2 if words.lower(at) == "," else at + 4
    if not any(words.lower(i) in IDENTIFIES for i in range(at + 1, reach)):
        return None
    behind = next((i + 1 for i in range(at + 1, at + 8) if words.lower(i) == "as"), None)
    return words.names[behind][0].span if behind in words.names else None


def _behind_years(words: SentenceWords, at: int) -> int:
    """Over "of ten years" in "her husband of ten years, Al Roe", to the comma."""
    if words.lower(at) != "of":
        return at
    return next((i for i in range(at + 1, at + 6) if words.lower(i) == ","), at)


def _behind_trade(words: SentenceWords, at: int) -> int:
    """Over the trade in "his wife, the pianist Jane Roe" or "The pilot, 67-year-old retired surgeon Al Roe"."""
    start = at + 1 if words.lower(at) in {"the", "a", "an"} else at
    stop = start
    while stop < start + REACH and words.modifies(stop):
        behind = words.names[stop][1] if stop in words.names else stop + 1
        if stop in words.names and not words.modifies(behind):
            break
        stop = behind
    trade = stop > start and stop in words.names and _is_person(words.lower(stop - 1))
    return stop if trade else at


def _list_follows(words: SentenceWords, at: int) -> bool:
    """Reads "his wife, Jane Roe and John Roe" lists; a name that a verb follows begins a clause."""
    stop = words.names[at][1]
    return words.lower(stop) in {"and", "or"} and stop + 1 in words.names


def _is_person(word: str) -> bool:
    noun = noun_at(word) if word else None
    return noun is not None and noun.sort == "person"
