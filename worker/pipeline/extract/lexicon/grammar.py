"""Closed-class words: possessives, number words, ordinals, and the words that never open a noun phrase."""

from __future__ import annotations

from worker.pipeline.extract.lexicon.lexemes import lexemes

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})

# "told her that", "saw her at": "her" before these is an object, not a possessive.
NOT_AFTER_POSSESSIVE = lexemes(
    "a about after again against all also although an and any are as at away back because "
    "before being both but by "
    "can could did do does down during every for from had has have he her here him "
    "his how i if in into is it its "
    "just may might more my no not now of off on onto or our out over shall she should "
    "since so some than that the "
    "their them then there these they this those though through to today tomorrow tonight "
    "too towards under until up "
    "us was we were what when where whether which while who why will with would yesterday you"
)

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
