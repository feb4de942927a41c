"""Words for one trade or office, and the titles that tell a gender; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from types import MappingProxyType

# Words for one trade: who was called one of them may be called another.
TRADES: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "singer musician rapper songwriter singer-songwriter crooner vocalist hitmaker popstar star performer",
        "musician pianist guitarist drummer bassist violinist composer dj",
        "actor actress performer star co-star",
        "author novelist writer poet playwright screenwriter",
        "journalist reporter columnist editor correspondent broadcaster presenter host anchor",
        "footballer striker forward midfielder defender winger goalkeeper keeper captain skipper player athlete",
        "quarterback receiver linebacker player athlete",
        "pitcher catcher batter player athlete",
        "senator lawmaker legislator politician republican democrat candidate incumbent",
        "congressman congresswoman representative lawmaker politician",
        "president leader politician",
        "prime-minister premier leader politician",
    "minister secretary politician",
    "councillor leader politician",
    "climber mountaineer explorer",
        "mayor politician",
        "governor politician",
        "ceo executive boss chief chairman chairwoman founder co-founder entrepreneur businessman businesswoman",
        "tycoon billionaire mogul magnate investor entrepreneur",
        "lawyer attorney solicitor barrister",
        "scientist researcher physicist chemist biologist professor academic",
        "doctor physician surgeon",
        "chef cook restaurateur foodie",
        "director filmmaker producer",
        "coach manager trainer boss",
        "suspect defendant accused attacker shooter gunman killer murderer",
        "officer detective constable sergeant inspector deputy policeman policewoman",
        "model supermodel",
        "source insider tipster informant",
    )
)
# What else somebody may be called who was called so.
RELATED: dict[str, frozenset[str]] = {
    word: frozenset().union(*(trade for trade in TRADES if word in trade)) for trade in TRADES for word in trade
}
# Held by somebody whom an article need not name: only meant if the article said who holds it.
OFFICES = frozenset(
    """president vice-president premier minister chancellor king queen pope mayor governor secretary ambassador judge
    justice speaker prosecutor sheriff monarch coroner magistrate prime-minister""".split()
)
# Offices and ranks as they are shortened before names, without the full stop.
SHORT_TITLES = MappingProxyType(
    dict(pair.split(":") for pair in """gov:governor sen:senator rep:representative prof:professor dr:doctor
    det:detective sgt:sergeant capt:captain lt:lieutenant col:colonel gen:general cllr:councillor supt:superintendent
    rev:reverend pres:president cmdr:commander insp:inspector""".split())
)
# What somebody is by whom something was done: "written by Roe".
MAKERS = MappingProxyType(
    dict(pair.split(":") for pair in """written:writer directed:director founded:founder designed:designer
    produced:producer composed:composer painted:painter photographed:photographer coached:coach managed:manager
    presented:presenter hosted:host""".split())
)
MALE_TITLES = frozenset("mr sir lord".split())
FEMALE_TITLES = frozenset("mrs ms miss dame lady".split())
# Nouns for one side of a crime or a case, and what its people are not.
_LAW = frozenset(
    """detective inspector sergeant constable superintendent officer policeman policewoman commissioner prosecutor
    lawyer attorney solicitor barrister judge justice coroner magistrate spokesman spokeswoman spokesperson sheriff
    deputy trooper minister mayor secretary""".split()
)
_ACCUSED = frozenset(
    """defendant accused suspect attacker shooter gunman killer murderer robber thief burglar rapist fraudster driver
    stalker abuser arsonist paedophile offender fugitive inmate prisoner convict""".split()
)
_HARMED = frozenset("victim deceased survivor complainant casualty".split())
SIDES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (_ACCUSED, _LAW | _HARMED),
    (_HARMED, _LAW | _ACCUSED - {"driver"}),
)
# Whoever is called so says "we" for a firm, a club or a body.
SPEAK_FOR_OTHERS = frozenset(
    """executive ceo chairman chairwoman chairperson chair founder co-founder manager coach boss director president
    spokesman spokeswoman spokesperson leader chief captain skipper owner secretary principal headteacher""".split()
)
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
# Nouns that say no more than that somebody is a person, or what befell him.
PLAIN_PEOPLE = frozenset(
    """man woman boy girl person individual teenager teen youth youngster child baby toddler tot adult pensioner victim
    suspect defendant accused father mother dad mum mom parent widow widower husband wife one""".split()
)
