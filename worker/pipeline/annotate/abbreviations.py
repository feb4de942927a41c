"""The abbreviations that end in a full stop, by what may follow them; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

# Never the end of a sentence: a name follows.
BEFORE_NAME = frozenset(
    """mr mrs ms mx dr prof rev fr sr.a gen lt col maj capt cmdr sgt cpl pvt adm sen rep gov pres supt insp hon
    messrs mmes mme mlle br msgr amb atty det dep fig vs v cf e.g i.e approx ca eq al""".split()
)
# A clock time or a unit: a capital afterwards starts a sentence, but for days, months and zones.
CLOCK_OR_UNIT = frozenset(
    "a.m p.m am pm lb lbs oz ft yd yds mi km kg mph sq cu hr hrs min mins sec secs".split()
)
WHAT_FOLLOWS_A_CLOCK = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST Eastern Central Mountain
    Pacific""".split()
)
# Ends a sentence only before a word that usually starts one.
_OTHERS = frozenset(
    """st inc corp co cos ltd plc llc bros assn dept univ jr sr esq ph.d m.d b.a m.a no nos pp vol ed est ave blvd rd mt
    ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif
    colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
    wyo ont que etc u.s u.k u.n e.u""".split()
)
# "am", "no", "la", "ill", "miss", "min", "sun" and the like are words too: their stop is a sentence's.
_WORDS = frozenset(
    "am al mi no la ill miss min mo sat sun wed ed fig mar ore pa sec del wash mass ind v est".split()
)

# With a number behind it the stop belongs to the word: "No. 5", "Mar. 3".
BEFORE_NUMBER = frozenset("no nos mar sec fig sat sun art ch vol pp wed op".split())

KNOWN = (BEFORE_NAME | CLOCK_OR_UNIT | _OTHERS) - _WORDS

# Words that begin a sentence far more often than they continue a name.
STARTERS = frozenset(
    """The A An This That These Those It Its He She They We I You His Her Their Our My Your There Here But And Or So
    If When While As In On At For From With By To After Before Since Until Although Though Because However Meanwhile
    What Who Where Why How Which No Not Now Then Also Some Many Most Both All Another One Two Last Earlier Later
    According During Under Over Despite Among Instead Still Yet Once Just Only Even Nobody Nothing Such Each Every
    Mr. Mrs. Ms. Dr.""".split()
)
