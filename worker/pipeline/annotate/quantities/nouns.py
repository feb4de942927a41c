"""Words about counted nouns: irregular plurals, words in -s that are no plurals, and where a noun phrase ends."""

from __future__ import annotations

from typing import Final

# Plural -> lemma. Informal words share the plain word's lemma, so that counts of the same thing can be compared.
IRREGULAR: Final = {
    "people": "person", "persons": "person", "folks": "person", "men": "man", "women": "woman", "children": "child",
    "kids": "child", "kiddos": "child", "teeth": "tooth", "feet": "foot", "mice": "mouse", "geese": "goose",
    "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "halves": "half",
    "leaves": "leaf", "thieves": "thief", "shelves": "shelf", "loaves": "loaf", "calves": "calf", "selves": "self",
    "shoes": "shoe", "canoes": "canoe", "foes": "foe", "toes": "toe", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "volcanoes": "volcano", "tornadoes": "tornado", "mosquitoes": "mosquito",
    "torpedoes": "torpedo", "cargoes": "cargo", "vetoes": "veto", "echoes": "echo", "crises": "crisis",
    "analyses": "analysis", "theses": "thesis", "diagnoses": "diagnosis", "bases": "base", "axes": "axe",
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "alumni": "alumnus",
    "nuclei": "nucleus", "larvae": "larva", "indices": "index", "quizzes": "quiz", "buses": "bus", "gases": "gas",
    "series": "series", "species": "species", "aircraft": "aircraft", "spacecraft": "spacecraft", "sheep": "sheep",
    "deer": "deer", "fish": "fish", "police": "police_officer", "cattle": "cattle", "personnel": "person",
    "crossings": "crossing", "media": "medium", "data": "datum", "passersby": "passerby", "runners-up": "runner-up",
    "staff": "staff", "crew": "crew", "clergy": "clergy", "livestock": "livestock", "offspring": "offspring",
    "salmon": "salmon", "trout": "trout", "bison": "bison", "cod": "cod", "youths": "youth",
    "others": "", "more": "",
}  # fmt: skip
US_NOUNS: Final = frozenset(
    {"viruses", "bonuses", "campuses", "choruses", "statuses", "censuses", "walruses", "octopuses", "circuses",
     "geniuses",
     "prospectuses", "surpluses", "sinuses", "corpuses", "focuses", "caucuses", "consensuses", "atlases", "aliases",
     "canvases", "biases", "irises", "pancreases"}
)  # fmt: skip
ES_ENDINGS: Final = ("sses", "shes", "ches", "xes", "zzes")
IE_NOUNS: Final = frozenset(
    {"movies", "cookies", "zombies", "rookies", "calories", "selfies", "ties", "lies", "pies", "dies", "brownies",
     "genies", "hoodies", "smoothies", "veggies", "birdies", "bogies", "eyries", "prairies", "series", "species",
     "hippies",
     "newbies", "townies", "indies", "foodies", "junkies", "goalies", "cabbies", "collies", "magpies", "neckties",
     "menageries", "sorties", "cuties", "sweeties", "pixies", "budgies", "bookies", "lassies", "aunties",
     "groupies", "baddies", "goodies", "oldies", "roadies", "talkies", "techies", "walkie-talkies", "yuppies"}
)  # fmt: skip
NOT_PLURAL: Final = frozenset(
    {"this", "his", "its", "was", "has", "does", "goes", "says", "as", "is", "us", "less", "plus", "news",
     "always", "perhaps",
     "across", "besides", "sometimes", "towards", "afterwards", "upwards", "downwards", "overseas", "abroad",
     "various", "previous", "famous", "serious", "tremendous", "numerous", "dangerous", "religious", "indoors",
     "outdoors",
     "specimen", "omen", "regimen", "abdomen", "semen", "amen", "yemen", "women's", "men's", "headquarters", "politics",
     "economics", "mathematics", "physics", "athletics", "gymnastics", "diabetes", "mumps", "measles", "means",
     "alas", "whereas", "yes", "hers", "ours", "theirs", "yours", "texas", "kansas", "illinois", "arkansas",
     "christmas",
     "james", "charles", "paris", "los", "las", "des", "les", "makes", "takes", "gives", "comes", "gets", "becomes",
     "remains", "seems", "appears", "includes", "needs", "wants", "thinks", "knows", "tells", "shows", "mens", "womens",
     "unless", "versus", "thus", "nonetheless", "nevertheless", "regardless", "congress", "access", "process"}
)  # fmt: skip
# Nouns in -s that modify the next one: "two sports teams", "12 arms dealers".
MODIFIERS_IN_S: Final = frozenset(
    {"sports", "arms", "sales", "savings", "operations", "communications", "customs", "news", "series", "species",
     "goods",
     "systems", "human-rights", "rights", "drugs", "games", "works", "public-works", "securities", "futures", "bonds",
     "glasses", "police", "aircraft", "fish", "sheep", "cattle", "media", "data", "women", "men",
     "staff", "crew", "livestock"}
)  # fmt: skip
COMPOUND_HEADS: Final = frozenset(
    {"officers", "members", "owners", "survivors", "victims", "fans", "supporters", "players", "carriers"}
)
# Counted in front of what they describe: "a 500-page report", "a five-member panel".
HYPHENED: Final = frozenset(
    {"page", "seat", "member", "bed", "bedroom", "room", "storey", "story", "person", "man", "woman", "goal",
     "point", "game",
     "match", "vote", "run", "car", "vehicle", "team", "nation", "country", "employee", "student", "passenger", "unit"}
)  # fmt: skip
UNCOUNTED: Final = frozenset({"times", "thirds", "quarters", "fifths", "tenths", "percents", "terms", "ways", "things"})
TIME_NOUNS: Final = frozenset(
    {"second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks",
     "weekend", "weekends", "fortnight", "fortnights", "month", "months", "year", "years", "decade", "decades",
     "century", "centuries", "secs", "mins", "hrs", "yrs", "o'clock", "o\u2019clock", "am", "pm", "gmt", "ago",
     "mornings",
     "evenings", "afternoons", "millisecond", "milliseconds", "nanoseconds", "microseconds", "seasons", "season"}
)  # fmt: skip
# People who may be counted one by one: "one person was killed".
PEOPLE: Final = frozenset(
    {"person", "man", "woman", "child", "boy", "girl", "officer", "soldier", "passenger", "driver", "student", "victim",
     "suspect", "worker", "firefighter", "policeman", "civilian", "employee", "teenager", "adult", "pedestrian",
     "resident",
     "patient", "goal", "point", "run", "vote", "seat", "wicket", "home", "house", "death", "injury", "case",
     "arrest", "shot"}
)  # fmt: skip
# Words that end a noun phrase: function words, and verbs that often stand right behind a number or a name.
STOPS: Final = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "of", "in", "on", "at", "by", "for", "from", "to", "with",
     "and", "or",
     "but", "nor", "so", "as", "if", "than", "then", "when", "while", "where", "who", "whom", "whose", "which",
     "what", "how",
     "because", "since", "until", "after", "before", "during", "between", "among", "against", "about", "into",
     "onto", "over",
     "under", "up", "down", "out", "off", "through", "via", "per", "was", "were", "is", "are", "be", "been",
     "being", "am",
     "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should",
     "must",
     "not", "no", "he", "she", "it", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your", "him",
     "them", "us",
     "me", "said", "says", "told", "died", "dead", "killed", "injured", "wounded", "hurt", "missing", "came",
     "went", "got", "took", "made", "left",
     "ago", "later", "earlier", "away", "apart", "each", "every", "both", "all", "there", "here", "too", "also", "only",
     "still", "just", "now", "today", "yesterday", "tomorrow", "tonight", "last", "next", "according", "including",
     "despite", "like", "without", "within", "around", "near", "behind", "across", "along", "yet", "once", "already",
     "percent", "times", "time", "vs", "versus", "plus", "minus", "again", "together", "instead", "thousand", "million",
     "billion", "hundred", "dozen", "trillion", "it's", "it\u2019s", "that's", "there's"}
)  # fmt: skip
# Before a number these make it a name: "Route 66", "page 12", "Game 5".
LABELS: Final = frozenset(
    {"rule", "law", "bill", "resolution", "amendment", "proposition", "clause", "measure", "form", "track", "lot",
     "hole", "heat", "leg", "vol", "psalm", "verse", "dock", "berth", "protocol", "schedule", "annex", "appendix",
     "number", "no", "nos", "page", "pages", "chapter", "section", "room", "flight", "phase", "level", "grade",
     "week", "day",
     "season", "episode", "game", "round", "part", "article", "category", "stage", "act", "type", "tier", "title",
     "district",
     "ward", "unit", "class", "channel", "line", "lane", "gate", "platform", "route", "highway", "interstate",
     "group", "step",
     "volume", "issue", "row", "seat", "box", "pier", "terminal", "building", "apartment", "suite", "floor", "bus",
     "train",
     "year", "years", "age", "aged", "version", "generation", "paragraph", "figure", "exhibit", "count", "counts",
     "zone", "area",
     "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "over-", "under-"}
)  # fmt: skip
