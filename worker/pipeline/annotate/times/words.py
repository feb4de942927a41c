"""The words of the time grammar: months, weekdays, units, holidays, and the verbs that tell a sentence's direction."""

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

# Feasts that fall on the same day wherever they are kept. Those counted by weekdays (Thanksgiving, Mother's Day)
# differ from country to country and are left alone.
FEASTS: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "st stephen's day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "halloween": (10, 31), "valentine's day": (2, 14), "st patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "independence day": (7, 4), "fourth of july": (7, 4), "bastille day": (7, 14),
    "veterans day": (11, 11), "armistice day": (11, 11), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "juneteenth": (6, 19), "may day": (5, 1), "earth day": (4, 22), "international women's day": (3, 8),
    "burns night": (1, 25), "d-day": (6, 6),
}  # fmt: skip
# Days counted from Easter Sunday (Western).
EASTER_FEASTS: Final = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "maundy thursday": -3, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
# These are days only after a preposition or beside a year ("Christmas tree" is none).
FEASTS_LOOSE: Final = frozenset({"christmas", "easter", "halloween", "independence day", "d-day", "juneteenth"})
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
YEAR_CUES_OLD: Final = frozenset({"by", "before", "after", "of", "between", "about"})
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

# ------------------------------------------------------------------------------------------ tense of a sentence

MODALS: Final = frozenset(
    {"will", "ll", "won", "shall", "would", "could", "may", "might", "should", "can", "must", "gonna", "wouldn",
     "couldn",
     "shan", "cannot"}
)  # fmt: skip
PLANNED: Final = frozenset(
    {"due", "set", "scheduled", "expected", "slated", "planned", "poised", "likely", "going", "bound", "ready",
     "booked", "tipped", "billed", "penciled", "pencilled"}
)  # fmt: skip
PLANNED_BEFORE: Final = frozenset({"to", "for", "on", "in", "at", "next", "this"})
# Before "to" + verb these look ahead ("plans to meet on Friday"); "refused to meet on Friday" does not.
GOVERNORS: Final = frozenset(
    {"plan", "plans", "hope", "hopes", "intend", "intends", "aim", "aims", "expects", "expect", "wants", "want",
     "vows", "vow", "agrees", "agree", "is", "are", "s", "re", "be", "ought", "has", "have", "need", "needs",
     "promises",
     "ordered", "selected", "chosen", "invited", "required", "asked", "allowed", "agreed", "summoned", "pledges",
     "prepares", "prepare", "preparing", "planning", "hoping", "expecting", "intending", "decides"}
)  # fmt: skip
# Verbs of the timetable: their present tells the future when a day stands beside them.
TIMETABLE: Final = frozenset(
    {"opens", "turns", "begins", "begin", "starts", "meets", "returns", "faces", "airs", "hosts", "launches",
     "kicks", "travels",
     "arrives", "premieres", "closes", "ends", "expires", "resumes", "resume", "takes", "runs", "continues", "departs",
     "debuts", "upcoming", "forthcoming", "ahead"}
)  # fmt: skip
PAST: Final = frozenset(
    {"was", "were", "had", "did", "didn", "wasn", "weren", "hadn", "said", "told", "went", "came", "took", "made",
     "won",
     "lost", "beat", "got", "gave", "found", "left", "held", "met", "saw", "wrote", "spoke", "began", "became", "ran",
     "rose", "fell", "grew", "sold", "bought", "paid", "sent", "spent", "built", "broke", "drew", "drove", "flew",
     "fought", "hit", "kept", "knew", "led", "rode", "shot", "shook", "sat", "stood", "struck", "swore", "taught",
     "thought", "threw", "woke", "wore", "caught", "chose", "dealt", "felt", "heard", "laid", "lay", "lent", "meant",
     "overcame", "read", "sang", "sank", "sought", "slept", "stole", "swam", "swept", "underwent", "withdrew",
     "been", "done", "seen", "given", "taken", "shown", "known", "born", "slid", "sprang", "tore", "unveiled", "put",
     "bit", "blew", "brought", "crept", "dug", "fled", "forgot", "froze", "hid", "hung", "rang", "shut",
     "split", "spread", "stuck", "upheld", "wound"}
)  # fmt: skip
NOT_PAST: Final = frozenset(
    {"need", "feed", "seed", "speed", "indeed", "exceed", "proceed", "breed", "bleed", "hundred", "sacred", "embed",
     "succeed", "shed", "united", "so-called", "naked", "wicked", "weed", "greed", "creed", "kindred", "freed"}
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
