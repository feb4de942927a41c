"""Words that tell which way a sentence looks: modals, verbs of plans and timetables, past forms."""

from __future__ import annotations

from typing import Final

MODALS: Final = frozenset(
    {"will", "ll", "won", "shall", "would", "could", "may", "might", "should", "can", "must", "gonna", "wouldn",
     "couldn",
     "shan", "cannot"}
)  # fmt: skip
PLANNED: Final = frozenset(
    {"due", "set", "scheduled", "expected", "slated", "planned", "poised", "likely", "going", "bound", "ready",
     "booked", "tipped", "billed", "penciled", "pencilled", "forecast", "predicted", "tabled"}
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
# Nouns as well as verbs of a plan: they tell the future only where a sentence has no other sign.
PRESENT: Final = frozenset(
    {"meet", "face", "visit", "visits", "play", "plays", "host", "travel", "return", "open", "leaves", "arrive",
     "depart", "fly", "flies", "heads", "go", "goes", "jets", "fights", "decides", "sits", "walk", "walks", "holds",
     "expire", "appear", "appears", "stands", "comes", "welcome", "welcomes", "entertain", "entertains", "releases",
     "performs", "strikes", "marry", "marries", "weds", "retire", "retires", "joins", "speak", "speaks", "publishes",
     "unveils", "celebrates", "compete", "competes", "stops", "deadline", "tickets", "is", "are"}
)  # fmt: skip
# Of these what cannot be a verb of a plan behind "and".
NOMINAL: Final = frozenset({"deadline", "tickets", "is", "are", "play", "plays", "walk", "walks", "visits", "strikes"})
INVITATIONS: Final = frozenset({("see", "you"), ("join", "us"), ("tune", "in"), ("meet", "me"), ("come", "to")})
# What "Monday's ..." has behind it: the day is over.
PAST_NOUNS: Final = frozenset(
    {"close", "closing", "attack", "attacks", "crash", "loss", "losses", "defeat", "win", "victory", "shooting",
     "shootings", "killing", "killings", "death", "deaths", "murder", "blast", "blasts", "explosion", "bombing",
     "bombings", "raid", "earthquake", "quake", "fire", "announcement", "ruling", "session", "trading", "gains",
     "performance", "comments", "remarks", "statement", "accident", "collision", "outage", "arrest", "arrests",
     "setback", "draw", "violence", "riot", "riots", "clashes"}
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
     "split", "spread", "stuck", "upheld", "wound", "cut", "cost", "burst", "quit", "bled", "bound", "clung", "drank",
     "ate", "fed", "flung", "grown", "driven", "written", "spoken", "beaten", "broken", "stolen", "risen", "fallen",
     "chosen", "hurt", "sped", "spun", "swung", "sued", "died", "undertook", "withstood", "rebuilt"}
)  # fmt: skip
NOT_PAST: Final = frozenset(
    {"need", "feed", "seed", "speed", "indeed", "exceed", "proceed", "breed", "bleed", "hundred", "sacred", "embed",
     "succeed", "shed", "united", "so-called", "naked", "wicked", "weed", "greed", "creed", "kindred", "freed"}
)  # fmt: skip
