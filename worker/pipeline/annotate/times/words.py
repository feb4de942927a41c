"""The words of the time grammar: months, weekdays, units, and what beside them tells a time from something else."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_SHORT: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# Months that are also verbs or given names: on their own they need a cue word before them.
MONTHS_AMBIGUOUS: Final = frozenset({"march", "april", "may", "june", "august"})
WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# "Black Friday" and "Easter Sunday" are days of their own; a club or a paper may carry a weekday in its name.
WEEKDAY_NAME_BEFORE: Final = frozenset(
    {"black", "good", "bloody", "sheffield", "ash", "cyber", "super", "giving", "palm", "shrove", "maundy",
     "ruby", "patch", "fat", "business", "man", "joe", "easter", "whit", "holy"}
)  # fmt: skip
WEEKDAY_NAME_AFTER: Final = frozenset(
    {"times", "mirror", "telegraph", "mail", "post", "express", "herald", "mercury", "world", "people",
     "school", "roast", "league", "football", "lights", "live", "club", "owls"}
)  # fmt: skip
SEASON_WORDS: Final = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "fall": "FA", "autumn": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip
PARTS_OF_DAY: Final = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "lunchtime": "TMI", "midday": "TMI",
}  # fmt: skip

# Unit -> (ISO 8601 letter, "T" part or not, multiple). A weekend is no ISO unit; TIMEX3 writes it WE.
UNITS: Final = {
    "second": ("S", True, 1), "minute": ("M", True, 1), "hour": ("H", True, 1), "day": ("D", False, 1),
    "night": ("D", False, 1), "week": ("W", False, 1), "fortnight": ("W", False, 2), "month": ("M", False, 1),
    "quarter": ("M", False, 3), "year": ("Y", False, 1), "decade": ("Y", False, 10), "century": ("Y", False, 100),
}  # fmt: skip
UNIT_SHORT: Final = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "wk": "week",
    "wks": "week", "yr": "year", "yrs": "year", "centuries": "century",
}  # fmt: skip

MONTH_CUES: Final = frozenset(
    {"in", "since", "until", "till", "by", "from", "of", "last", "next", "this", "early", "late", "mid", "through",
     "before", "after", "during", "to", "and", "or", "for", "between", "every", "each", "around", "about", "late-",
     "a", "an", "the", "his", "her", "its", "their", "our", "my", "previous", "coming", "following", "with"}
)  # fmt: skip
# After "the march" these tell a walk or a movement, not the month.
WALK_CUES: Final = frozenset(
    {"on", "for", "against", "to", "through", "by", "of", "towards", "toward", "past", "across", "in", "from"}
)
YEAR_CUES: Final = frozenset(
    {"in", "since", "until", "till", "during", "year", "year,", "season", "circa", "mid", "early", "late", "spring",
     "summer", "autumn", "fall", "winter", "around", "throughout", "fiscal", "back", "christmas", "mid-"}
)  # fmt: skip
# Before a year of the centuries from 1500 to 1900.
YEAR_CUES_OLD: Final = frozenset(
    {"by", "before", "after", "of", "between", "about", "c.", "c", "born", "died", "founded", "circa"}
)  # fmt: skip
# After these a number of four digits is a name or a count of its own.
YEAR_LABELS: Final = frozenset(
    {"rule", "no", "number", "page", "route", "highway", "flight", "room", "model", "over", "than", "least",
     "nearly", "almost", "roughly", "approximately", "some", "exactly", "only", "top", "plus", "minus", "extra",
     "additional"}
)  # fmt: skip
FINANCE: Final = frozenset(
    {"revenue", "revenues", "profit", "profits", "sales", "earnings", "shares", "income", "loss", "losses", "gdp",
     "growth", "results", "quarterly", "analysts", "investors", "forecast", "guidance", "dividend", "economy", "fiscal",
     "shipments", "deliveries", "bookings", "margins", "margin", "outlook", "inflation", "stocks", "company"}
)  # fmt: skip
# Near "the third quarter" and "the first half" these tell a game.
OF_A_GAME: Final = frozenset(
    {"minute", "minutes", "goal", "goals", "penalty", "scored", "touchdown", "coach", "yards", "defense", "defence",
     "halftime", "half-time", "keeper", "striker", "quarterback", "rebounds", "unbeaten", "header", "fumble",
     "equaliser", "equalizer", "kickoff", "kick-off", "possession", "turnovers", "offside", "visitors", "try",
     "tries", "injury"}
)  # fmt: skip

# Signs that quoted words are older than the article.
OLD_SPEECH: Final = (
    r"\b(?:once[ ](?:said|told|wrote|remarked|joked|quipped|declared|tweeted|posted)|previously|famously|formerly|"
    r"originally|back[ ]then|at[ ]the[ ]time|memoir|autobiography|diary|"
    r"earlier[ ](?:interview|statement|post|tweet|message|letter|e-?mail|report|hearing|testimony)|"
    r"had[ ](?:said|told|written|tweeted|posted|warned|announced|promised|insisted|declared))\b"
)
SPEECH: Final = (
    r"\b(?:said|says|say|saying|told|tells|telling|wrote|writes|writing|written|tweet(?:ed|s|ing)?|post(?:ed|s|ing)?|"
    r"caption(?:ed|s|ing)?|add(?:ed|s|ing)|announc(?:ed|es|ing)|comment(?:ed|s|ing)|sp(?:oke|eaks|eaking)|"
    r"explain(?:ed|s|ing)|declar(?:ed|es|ing)|stat(?:ed|es|ing|ement)|repl(?:ied|ies|ying)|ask(?:ed|s|ing)|"
    r"interview|recall(?:ed|s|ing)|gush(?:ed|es|ing)|shar(?:ed|es|ing)|reveal(?:ed|s|ing)|not(?:ed|es|ing)|"
    r"testif(?:ied|ies)|argued|insisted|admitted|confirmed|claimed|warned|read|reads|reported|responded|message)\b"
)
CLAUSE_BREAK: Final = (
    r"\b(?:who|which|whose|whom|after|before|when|where|because|while|since|although|until|that|ahead)\b"
)
