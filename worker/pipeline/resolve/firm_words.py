"""Which words of its own name make an organization a bank, a club or a court; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

# Nouns for organizations whose own names tell the sort: the words that such a name holds.
_SCHOOL = frozenset("school academy high primary elementary".split())
_PRESS = frozenset(
    "times post news weekly daily herald journal tribune guardian telegraph mail press magazine".split()
)
PLAYING = frozenset("band ensemble choir quartet quintet troupe".split())
# No band is called so, though the article may name no other body: papers and stations that broke its news.
REPORTING = _PRESS | frozenset("tv radio tonight tmz npr nbc abc cbs msnbc bloomberg espn records channel".split())
_PLAYERS = frozenset("band choir chorus ensemble orchestra quartet quintet singers boys girls brothers sisters".split())
SORTS_OF_ORGANIZATION: dict[str, frozenset[str]] = {
    "school": _SCHOOL | {"university", "college", "institute"},
    "university": frozenset(("university", "college", "institute")),
    "college": frozenset(("college", "university")),
    "bank": frozenset("bank bancorp barclays hsbc jpmorgan citigroup goldman sachs stanley fargo".split()),
    "club": frozenset("club fc united city rovers athletic afc county town albion hotspur wanderers".split()),
    "team": frozenset("team fc united city rovers racing".split()),
    "hospital": frozenset(("hospital", "clinic", "infirmary")),
    "church": frozenset(("church", "cathedral", "diocese")),
    "court": frozenset(("court", "tribunal")),
    "council": frozenset(("council",)),
    "union": frozenset(("union", "federation", "association", "workers")),
    "trust": frozenset(("trust",)),
    "charity": frozenset("trust foundation fund charity society appeal hospice".split()),
    "society": frozenset(("society",)),
    "association": frozenset(("association",)),
    "federation": frozenset(("federation",)),
    "force": frozenset(("police", "constabulary")),
    "tribunal": frozenset(("tribunal",)),
    "infirmary": frozenset(("infirmary", "hospital")),
    "clinic": frozenset(("clinic",)),
    "pub": frozenset("inn arms tavern pub head".split()),
    "hotel": frozenset("hotel inn hilton marriott ritz".split()),
    "restaurant": frozenset("restaurant bistro brasserie kitchen grill".split()),
    "authority": frozenset("authority council borough county".split()),
    "service": frozenset(("service", "ambulance", "nhs")),
    "station": frozenset("station fm radio".split()),
    "party": frozenset(("party", "democrats", "republicans", "labour")),
    "museum": frozenset(("museum", "gallery")),
    "airline": frozenset(("airlines", "airways", "air", "jet")),
    "agency": frozenset(("agency", "administration", "bureau", "service")),
    "department": frozenset(("department",)),
    "ministry": frozenset(("ministry",)),
    "committee": frozenset(("committee",)),
    "commission": frozenset(("commission",)),
    "senate": frozenset(("senate",)),
    "parliament": frozenset(("parliament",)),
    "congress": frozenset(("congress",)),
    "league": frozenset(("league", "conference")),
    "foundation": frozenset(("foundation", "trust", "fund")),
    "institute": frozenset(("institute",)),
    "army": frozenset(("army",)),
    "navy": frozenset(("navy",)),
    **dict.fromkeys(("newspaper", "paper", "tabloid", "outlet", "publication"), _PRESS),
    **dict.fromkeys(PLAYING, _PLAYERS),
    "magazine": _PRESS | {"vogue", "people", "time", "forbes", "fortune", "variety", "billboard"},
}
# Of these also those are called so whose own names do not tell it.
OPEN_SORTS = frozenset(
    """band ensemble choir quartet quintet troupe bank club team union party airline agency charity newspaper paper
    tabloid outlet publication magazine restaurant hotel pub foundation""".split()
)
PUBLIC_BODIES = frozenset(
    """police university college school court council ministry department senate parliament congress army navy church
    tribunal trust hospital government party commission committee agency ap reuters afp bbc cnn""".split()
)
