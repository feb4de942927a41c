"""Feasts and their days, and the words beside them that tell the day from a thing named after it."""

from __future__ import annotations

from typing import Final

# Feasts that fall on the same day wherever they are kept. Those counted by weekdays (Thanksgiving, Mother's Day)
# differ from country to country and are left alone.
FEASTS: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "st stephen's day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "halloween": (10, 31), "valentine's day": (2, 14), "st patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "independence day": (7, 4), "fourth of july": (7, 4), "bastille day": (7, 14),
    "veterans day": (11, 11), "armistice day": (11, 11), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "juneteenth": (6, 19), "may day": (5, 1), "earth day": (4, 22), "international women's day": (3, 8),
    "burns night": (1, 25), "d-day": (6, 6), "anzac day": (4, 25), "australia day": (1, 26), "canada day": (7, 1),
    "remembrance day": (11, 11), "new year": (1, 1), "groundhog day": (2, 2), "cinco de mayo": (5, 5),
}  # fmt: skip
# Month, weekday, the so many-th of them (-1: the last), days added. Those of countries that disagree are read in the
# American way, since the others name their own ("Canadian Thanksgiving").
WEEKDAY_FEASTS: Final = {
    "thanksgiving": (11, 3, 4, 0), "thanksgiving day": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4), "labor day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0),
    "martin luther king day": (1, 0, 3, 0), "martin luther king jr. day": (1, 0, 3, 0), "mlk day": (1, 0, 3, 0),
    "presidents' day": (2, 0, 3, 0), "presidents day": (2, 0, 3, 0), "columbus day": (10, 0, 2, 0),
    "indigenous peoples' day": (10, 0, 2, 0), "father's day": (6, 6, 3, 0), "remembrance sunday": (11, 6, 2, 0),
    "election day": (11, 0, 1, 1),
}  # fmt: skip
# Days counted from Easter Sunday (Western).
EASTER_FEASTS: Final = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "maundy thursday": -3, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
# These are days only after a preposition or beside a year ("Christmas tree" is none).
FEASTS_LOOSE: Final = frozenset(
    {"christmas", "thanksgiving", "new year", "black friday", "groundhog day", "easter", "halloween",
     "independence day", "d-day", "juneteenth"}
)  # fmt: skip
FEAST_CUES: Final = frozenset(
    {"on", "at", "for", "by", "before", "after", "since", "until", "till", "last", "this", "next", "over", "around",
     "during", "every", "each", "late", "early", "of"}
)  # fmt: skip

# Before any other small word a feast describes: "an early Christmas gift".
FEAST_FOLLOWED: Final = frozenset(
    {"and", "or", "but", "in", "on", "at", "by", "to", "for", "with", "from", "of", "as", "than", "when",
     "while", "because",
     "after", "before", "until", "this", "that", "the", "a", "he", "she", "it", "they", "we", "you", "is",
     "was", "were",
     "are", "has", "have", "had", "will", "would", "last", "next", "each", "every", "there", "if", "so"}
)  # fmt: skip
