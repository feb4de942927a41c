"""The forms of English verbs, so that rules name a verb once and find it in any tense."""

from __future__ import annotations

import re
from itertools import chain

from worker.pipeline.extract.lexicon.lexemes import lexemes

# Base form, past, participle where it differs; of verbs that news frames ask for.
_IRREGULAR = {
    row.split()[0]: tuple(row.split()[1:])
    for row in (
        "be was were been am is are", "bear bore born borne", "beat beat beaten", "become became become",
        "begin began begun", "bid bid bid", "bite bit bitten", "blow blew blown", "break broke broken",
        "bring brought brought", "build built built", "buy bought bought", "catch caught caught",
        "choose chose chosen", "come came come", "cut cut cut", "deal dealt dealt", "do did done",
        "draw drew drawn", "drive drove driven", "earn earned earned", "fall fell fallen", "feel felt felt",
        "fight fought fought", "find found found", "flee fled fled", "fly flew flown", "forbid forbade forbidden",
        "forget forgot forgotten", "get got gotten", "give gave given", "go went gone", "grow grew grown",
        "have had had has", "hear heard heard", "hide hid hidden", "hit hit hit", "hold held held",
        "hurt hurt hurt", "keep kept kept", "know knew known", "lay laid laid", "lead led led",
        "leave left left", "lend lent lent", "let let let", "lie lay lain", "lose lost lost", "make made made",
        "mean meant meant", "meet met met", "outbid outbid outbid", "overcome overcame overcome",
        "oversee oversaw overseen", "overtake overtook overtaken", "pay paid paid", "plead pleaded pled",
        "put put put", "quit quit quit", "read read read", "ride rode ridden", "rise rose risen", "run ran run",
        "say said said", "see saw seen", "seek sought sought", "sell sold sold", "send sent sent",
        "set set set", "shoot shot shot", "show showed shown", "shut shut shut", "sing sang sung",
        "sink sank sunk", "sit sat sat", "sleep slept slept", "speak spoke spoken", "spend spent spent",
        "split split split", "stand stood stood", "steal stole stolen", "stick stuck stuck",
        "strike struck stricken", "swear swore sworn", "sweep swept swept", "swim swam swum",
        "take took taken", "teach taught taught", "tell told told", "think thought thought",
        "throw threw thrown", "undergo underwent undergone", "understand understood understood",
        "upset upset upset", "wear wore worn", "wed wed wed", "win won won", "withdraw withdrew withdrawn",
        "write wrote written", "wake woke woken", "outlast outlasted outlasted", "forecast forecast forecast",
        "slide slid slid", "shrink shrank shrunk", "spring sprang sprung", "overthrow overthrew overthrown",
        "rebuild rebuilt rebuilt", "rewrite rewrote rewritten", "uphold upheld upheld", "withhold withheld withheld",
        "undertake undertook undertaken", "resell resold resold", "retake retook retaken", "cast cast cast",
        "broadcast broadcast broadcast", "spin spun spun", "tear tore torn", "hang hung hung hanged", "feed fed fed",
        "bind bound bound", "wind wound wound", "swing swung swung", "shake shook shaken", "ring rang rung",
        "foresee foresaw foreseen", "outdo outdid outdone", "outrun outran outrun", "burst burst burst",
        "spread spread spread", "cost cost cost", "bet bet bet", "creep crept crept", "cling clung clung",
        "freeze froze frozen", "forgive forgave forgiven", "mistake mistook mistaken", "prove proved proven",
    )
}  # fmt: skip
# Stressed on the last syllable, which doubles its consonant like a word of one syllable.
_DOUBLING = lexemes(
    "admit commit submit acquit transfer refer prefer occur compel expel propel rebut omit kidnap handicap format "
    "equip begin forget outfit wiretap regret permit defer deter control patrol rebel repel unplug"
)
# "cancelled" in London, "canceled" in New York.
_EITHER = re.compile(r"[a-z]{2,12}[^aeiou][aeiou]l")
_ONE_BEAT = re.compile(r"(?:[^aeiou]|qu){1,4}[aeiou][bdgklmnprt]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")


def forms(verbs: str) -> frozenset[str]:
    """Every form of each verb in the list; "step_down" stands for the verb with its particle, "step down"."""
    return frozenset(chain.from_iterable(_of(verb.replace("_", " ")) for verb in verbs.split()))


def _of(verb: str) -> list[str]:
    base, _, particle = verb.partition(" ")
    single = [base, _third(base), _participle(base), *_past(base)]
    if _EITHER.fullmatch(base) and base not in _DOUBLING:
        single += [f"{base}led", f"{base}ling"]
    return [f"{form} {particle}" for form in single] if particle else single


def _third(base: str) -> str:
    if _SIBILANT.search(base):
        return f"{base}es"
    return f"{base[:-1]}ies" if _ends_in_y(base) else f"{base}s"


def _participle(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def _past(base: str) -> tuple[str, ...]:
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return (f"{base}d",)
    return (f"{base[:-1]}ied",) if _ends_in_y(base) else (f"{_doubled(base)}ed",)


def _doubled(base: str) -> str:
    return base + base[-1] if base in _DOUBLING or _ONE_BEAT.fullmatch(base) else base


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"
