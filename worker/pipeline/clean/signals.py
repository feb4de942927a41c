"""What one line tells of itself in numbers: length, sentence marks, letters, pronouns, and what rules see in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from worker.pipeline.clean import shapes
from worker.pipeline.clean.function_words import ASKING, FIRST_AND_SECOND, FUNCTION_WORDS, SAYING, THIRD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.pipeline.clean.wording import Look

KINDS: Final = ("prose", "open", "ad", "other", "related", "navigation", "dateline", "byline", "credit", "title")
NAMES: Final = (
    "words", "chars", "word_length", "ends", "inner_ends", "last_mark", "commas", "quotes", "digits", "capitals",
    "titled", "lower_start", "quote_start", "bullet", "bars", "web", "ellipsis", "function", "third", "second",
    "saying", "asking", "distinct", *(f"is_{kind}" for kind in KINDS), "stops", "bio",
)  # fmt: skip
READ = 2_000  # characters of a line that are looked at: more tell nothing more
MOST_WORDS, MOST_CHARS, MOST_ENDS = 120, 800, 6  # the longest paragraphs that the trees may tell apart


def signals(look: Look) -> tuple[float, ...]:
    """One number for each of NAMES."""
    text = look.text[:READ]
    words = shapes.WORD.findall(text)
    return (*_shape(text, words), *_wording(words), *_rules(look))


def _shape(text: str, words: Sequence[str]) -> tuple[float, ...]:
    count = len(words) or 1
    letters = sum(map(str.isalpha, text)) or 1
    return (
        min(len(words), MOST_WORDS),
        min(len(text), MOST_CHARS),
        sum(map(len, words)) / count,
        bool(shapes.SENTENCE_END.search(text)),
        min(len(shapes.INNER_END.findall(text)), MOST_ENDS),
        ":?!.".find(text[-1]),
        text.count(",") / count,
        text.count('"') / count,
        sum(map(str.isdigit, text)) / len(text),
        sum(map(str.isupper, text)) / letters,
        sum(word[0].isupper() for word in words) / count,
        text[0].islower(),
        text[0] in "\"'",
        bool(shapes.ITEM.match(text)),
        text.count("|") + text.count(">"),
        text.count("http") + text.count("www.") + text.count("@") + text.count(".com"),
        text.endswith(("...", "..", " .")),
    )


def _wording(words: Sequence[str]) -> tuple[float, ...]:
    low = [word.lower() for word in words]
    count = len(low) or 1
    function, third, second, saying, asking = (
        sum(map(known.__contains__, low)) for known in (FUNCTION_WORDS, THIRD, FIRST_AND_SECOND, SAYING, ASKING)
    )
    return function / count, third / count, second / count, saying, asking, len(set(low)) / count


def _rules(look: Look) -> tuple[float, ...]:
    return (*(look.kind == kind for kind in KINDS), look.stops, look.bio)
