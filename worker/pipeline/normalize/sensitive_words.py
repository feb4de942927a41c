"""Words behind the sensitivity labels: for each class what tells of it, and what only looks like it.

Matched in small letters, names cut out ("Christian Vance" tells no faith). Every pattern is a bounded choice of words.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.fact import Sensitivity


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*choices: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(choices)})(?![\w-])")


CHILD_NOUNS: Final = _words(
    "baby babies toddler toddlers newborn newborns infant infants tot tots youngster youngsters kid kids boy girl "
    "schoolboy schoolgirl schoolchild teen teenager tween minor juvenile pupil preschooler kindergartner"
)
# "the former child star", "mother of the baby": the words of a grown person's description.
ADULT_CUES: Final = _words(
    "mother mom mum father dad husband wife singer actor actress star minister president officer driver teacher "
    "former man woman ex coach founder"
)

_PERSON: Final = (
    "(?:man|woman|men|women|boy|girl|male|female|teenager|teen|youth|student|pupil|motorist|driver|resident|player|"
    "footballer|actor|actress|singer|athlete|american|briton|british|people|person|community|family|father|mother|"
    "officer|lawyer|judge|mayor|president|senator|congressman|congresswoman|candidate|voters?|activist|leader|writer|"
    "author|journalist|businessman|businesswoman)"
)
_PARTY: Final = (
    "(?:republican|democrat|democratic|labour|conservative|tory|liberal|lib dem|socialist|social democrat|communist|"
    "green party|green|nationalist|far-right|far-left|left-wing|right-wing|marxist|populist)"
)
_POLITICAL: Final = (
    "(?:senator|congressman|congresswoman|representative|lawmaker|mp|mep|msp|governor|mayor|councillor|councilman|"
    "councilwoman|candidate|nominee|voter|supporter|activist|campaigner|member|donor|leader|politician|legislator|"
    "assemblyman|assemblywoman|delegate|strategist|peer|minister|deputy)"
)
_FAITH: Final = (
    "(?:muslim|islamic|christian|jewish|jew|catholic|protestant|anglican|methodist|baptist|evangelical|lutheran|"
    "presbyterian|mormon|orthodox|hindu|sikh|buddhist|quaker|pentecostal|sunni|shia|atheist|agnostic|scientologist)"
)
TOLD: Final[Mapping[Sensitivity, re.Pattern[str]]] = MappingProxyType({
    "health": _any(
        r"cancer(?! (?:charity|charities|research|researchers?|specialists?|surgeons?|doctors?|units?|centre|center|"
        r"hospital|ward|patients|drugs?|vaccines?|campaign|trust|fund))",
        r"tumou?rs?", "leuka?emia", "lymphoma", "melanoma", "dementia", r"alzheimer'?s", r"parkinson'?s",
        "diagnos(?:ed|is)", "chemotherapy", "radiotherapy", "hospitali[sz]ed", "hospice", "coma", "pneumonia",
        "(?:suffered|suffering|had|having|after|following|of) (?:a |the )?(?:(?:massive|minor|severe|fatal|mild) )?"
        "(?:stroke|heart attack|seizure|breakdown|illness)",
        "(?:underwent|undergo|undergoing|needs?|needed|had|after|following|recovering from) "
        "(?:[a-z-]{1,14} ){0,3}?(?:surgery|operation|transplant)",
        "(?:in|to|into|from|left|leave) hospital", "(?:to|in|into|at) (?:an? |the )?(?:[a-z-]{2,14} )?hospital",
        "(?:in|into|to|entered|enters|checked into|out of) rehab", "tested positive", "covid(?:-19)?", "coronavirus",
        "hiv", "diabetes", "diabetic", "epilepsy", "epileptic", "autism", "autistic", "adhd", "anorexia", "bulimia",
        "(?:with|from|his|her|my|severe|clinical|chronic|postnatal|postpartum) (?:depression|anxiety|addiction|illness|"
        "disability|condition|symptoms)",
        "bipolar", "schizophreni[ac]", "overdosed?",
        r"suicide(?! (?:bomb\w{0,4}|attack\w{0,4}|squad|vest|mission|pact))", "suicidal", "self-harm(?:ed|ing)?",
        "pregnan(?:t|cy)", "miscarriage", "stillborn", "ivf", "(?:had|her|an|my) abortion", "wheelchair", "prosthetic",
        r"injur(?:y|ies|ed)(?! (?:time|lawyers?|list))", "concussion", "fractured?", "disabled", "paraly[sz]ed",
        r"weigh(?:s|ed|ing)?(?= \W{0,2}\d)", "teeth", "medication",
        "(?:seriously|terminally|critically|gravely|mentally) ill",
        "critical condition", "life support", "in therapy", "(?:corrective|cranial|medical) helmet", "sick leave",
    ),
    "religion": _any(
        rf"(?:a|an|the|as|his|her|devout|practi[sc]ing|lifelong|fellow|is|was|born|raised) (?:[a-z]{{3,12}} )?{_FAITH}"
        r"(?! (?:university|school|college|museum|hospital|aid|era|church|cathedral|newspaper|art|music|history))",
        rf"{_FAITH} {_PERSON}",
        "convert(?:ed|s)? (?:to|from) (?:islam|christianity|judaism|catholicism|hinduism|buddhism|sikhism|mormonism)",
        r"(?:arch)?bishop", "imam", "rabbi", "priest", "pastor", "vicar", "cardinal(?= )", "ayatollah", "nun", "monk",
        "(?:his|her|their|my) (?:religious |christian |muslim |jewish |catholic )?faith", "churchgoer", "bapti[sz]ed",
    ),
    "politics": _any(
        rf"{_PARTY} {_POLITICAL}", rf"(?:registered|lifelong|staunch|committed|former|longtime|card-carrying) {_PARTY}",
        "voted for", r"(?:neo-)?nazi(?! (?:germany|era|camp|occupation|regime))", "white supremacist", "fascist",
        "[rd]-(?!day)(?:[a-z]{2,12}|—)", "politically active",
    ),
    "sexual_orientation": _any(
        "gay", "lesbian", "bisexual", "homosexual", "heterosexual", "queer", "pansexual", "asexual", "transgender",
        "trans (?:man|woman|boy|girl|person)", "non-?binary", "genderfluid", "agender", r"lgbtq?\+?",
        "came out as", "same-sex (?:partner|marriage|wedding|couple|relationship)", "his (?:husband|boyfriend)",
        "her (?:wife|girlfriend)",
    ),
    "ethnicity": _any(
        rf"(?:black|white|asian|brown|arab|indigenous|roma|kurdish|tamil|ethnic [a-z]{{3,14}}) {_PERSON}",
        "african[- ]american", "asian[- ]american", "native american", "latin[oax]", "hispanic", "aboriginal",
        "first nations", "m[aā]ori", "inuit", "romani", "mixed[- ]race", "biracial", "uyghur", "uighur", "rohingya",
        r"of (?:[\w-]{3,20} ){1,3}(?:descent|heritage|ancestry|ethnicity)", r"[\w-]{3,20} (?:by descent|ancestry)",
    ),
    "crime": _any(
        "(?:was|were|is|are|been|being|be|and|got|get) (?:[a-z]{4,12}ly )?(?:arrested|detained|convicted|jailed|"
        "imprisoned|sentenced|indicted|incarcerated|charged with|found guilty|remanded|extradited|taken into custody)",
        "plead(?:ed|s)? (?:not )?guilty", "pled guilty", "in (?:prison|jail|custody)", "(?:released )?on bail",
        "ex-convict", "convict", "fugitive", "gangster", "convicted [a-z]{4,14}", "criminal record",
        "accused of [a-z]{3,14}ing", "arrest(?! (?:the|an?|its|this) )", "conviction for",
        "house arrest", "drug (?:dealer|trafficker|lord)", "killer", "murderer",
        "rapist", "sex offender", "serving (?:a |life|\\d)",
    ),
})  # fmt: skip
_STREET: Final = (
    r"(?:[A-Z][\w'.-]{1,20} ){1,3}(?:Road|Street|Avenue|Lane|Drive|Close|Way|Place|Court|Crescent|Terrace|Boulevard|"
    r"Gardens|Square|Row|Grove|Mews|Parade|Rise|Rd|St|Ave)"
)
STREET: Final = re.compile(rf"(?<![\w-]){_STREET}(?![\w-])")
DOOR: Final = re.compile(
    rf"(?<![\w-])(?:\d{{1,5}}[A-Za-z]?,? {_STREET}|(?:[Ff]lat|[Aa]partment|Apt|Unit) \d{{1,4}}[A-Za-z]?"
    r"|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})(?![\w-])"
)
# Of a body that somebody belongs to, what its name tells of him.
BODIES: Final[Mapping[Sensitivity, re.Pattern[str]]] = MappingProxyType({
    "religion": _any("church", "mosque", "synagogue", "temple", "cathedral", "parish", "diocese", "congregation"),
    "politics": _any("party", "republicans", "democrats", "conservatives", "labour", "greens", "socialists",
                     "communists"),
})  # fmt: skip
ONE_PERSON: Final = _any("i", "me", "my", "he", "him", "his", "she", "her", r"i'\w{1,2}", r"s?he'\w{1,2}")
