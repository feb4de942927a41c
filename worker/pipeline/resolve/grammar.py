"""The function words around a nominal, and what a word says as a noun."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

import re

from worker.pipeline.resolve.nouns import NO_TRADES, NOUNS, PARENT_OF, TRADE_ENDINGS, Noun

REACH = 6  # words between an article and its noun: "the first newly crowned two-time world champion"
POSSESSIVES = frozenset("his her their its my our your".split())
ARTICLES = frozenset("the a an this these those one another some two three four".split()) | POSSESSIVES
MARKS = frozenset(("'s", "’s", "'", "’"))
STOP = frozenset(
    """and or but of in on at to for from with by as is was are were be been has had have who which that when while
    not than then he she they it i we you him them us said told will would can could may might""".split()
)
COPULAS = frozenset("is are was were be been being am become becomes became remains remained as like".split())
HEDGES = frozenset("not still just also now only always once really probably never".split())
IDENTIFIES = frozenset("named identified known".split())
CLOSES = frozenset((",", ".", "", "of", "from", "who", ";", ")", "—", "–", "at", "in", "with", "for", "and"))
_AGED = re.compile(r"\d{1,3}-(?:year|month|week|day)-old$")
PREPOSITIONS = frozenset(
    "in on at to of for from with by about into over under after before between against through near via like as than "
    "without within during towards toward upon across behind beside besides".split()
)
# Behind a word that is a noun or an adjective, these are its verb: "the German won", "the model shares".
COMMON_VERBS = frozenset(
    """won took made went got gave came became began told left lost met wrote sang spoke saw found held led ran knew
    thought put set hit beat drew fell rose grew threw struck fought bought brought sold sent built kept felt stood sat
    paid shot broke chose drove flew swam rode wore tore swore taught caught sought meant did does says wants needs
    takes makes goes gets gives comes becomes begins tells leaves meets writes sings speaks sees finds runs knows
    thinks keeps feels stands believes hopes expects plans faces denies claims insists admits remains""".split()
)
FUNCTION_WORDS = STOP | PREPOSITIONS | ARTICLES
DETERMINERS = ARTICLES | MARKS
PHRASE_ENDS = (STOP | PREPOSITIONS | ARTICLES) - {"one", "two"}
CLAUSE_OPENERS = frozenset(
    ', ; : . ! ? " “ ” ( — – - and but or while as when that because if although though after before since until so '
    "where whether who".split()
)


def noun_at(word: str) -> Noun | None:
    """What a word says as a noun: listed, compound ("singer-songwriter", "mum-of-two") or an age ("57-year-old")."""
    if word in NOUNS:
        return NOUNS[word]
    first, *rest = word.split("-")
    if rest and rest[0] in {"of", "to"} and first in PARENT_OF:
        return Noun("person", PARENT_OF[first], "adult")
    if rest == ["to", "be"] and first in NOUNS:
        return NOUNS[first]
    if _AGED.match(word):
        return Noun("person", None, "child" if (years_in(word) or 0) < 13 else None)
    return NOUNS.get(rest[-1]) if rest and rest[-1] in NOUNS else _made_of(word)


def _made_of(word: str) -> Noun | None:
    """A trade that no list knows but whose ending tells: "trawlerman", "lockkeeper"."""
    for ending, gender in TRADE_ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 2 and word not in NO_TRADES:
            return Noun("person", gender, "adult")
    return None


def years_in(word: str) -> int | None:
    """The age that a word tells ("43-year-old"), in years; of months, weeks and days none."""
    if not _AGED.match(word):
        return None
    number, unit = word.split("-")[:2]
    return int(number) if unit == "year" else 0
