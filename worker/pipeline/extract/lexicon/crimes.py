"""Words of the courts: what names a crime, what counts crimes, and what a court gives for them."""

from __future__ import annotations

import re

from worker.pipeline.extract.lexicon.lexemes import lexemes

# One or many of them are charged: "two counts of theft", "fraud charges".
COUNTED = lexemes("count counts charge charges offence offences offense offenses")
# They grade a charge and name no crime: "a felony charge", "one misdemeanor count of theft".
DEGREES = lexemes(
    "felony misdemeanor misdemeanour federal state criminal serious multiple several various numerous additional "
    "new further separate related pending local capital count multi-count single lesser initial formal"
)
# They name a sort of charges and no crime: "drug charges".
SORTS = lexemes("drug drugs gun guns weapon weapons firearm firearms sex sexual tax knife immigration hate terror")
# What somebody had in a crime, or how many there are: "his role in the fraud", "a string of burglaries".
SHARES = lexemes(
    "role roles part parts involvement participation complicity connection relation slew string series number raft "
    "host litany range multitude dozens spate pair trio list"
)
# What a court gives for a crime: "a suspended sentence", "eight years", "a community order".
PENALTIES = lexemes(
    "sentence sentences term terms order prison jail year years month months fine probation caution custody life death "
    "time imprisonment detention behind suspended parole weeks days week ban penalty lashes"
)
# The crime's word opens so: "murder", "murdered", "murdering".
_CRIME = re.compile(
    r"(?<![\w-])(?:murder|manslaught|homicid|assault|batter|rap(?:e|es|ed|ing)\b|sex|robb|burgl|theft|thiev|larcen|"
    r"steal|shoplift|fraud|defraud|forg(?:ery|ing|ed)|embezzl|brib|corrupt|perjur|arson|kidnap|abduct|conspir|racketeer|"
    r"extort|blackmail|stalk|harass|traffick|possess|smuggl|espionage|spying|treason|terror|evasion|evading|launder|"
    r"driv|drunk|drink|speeding|abus|misconduct|obstruct|pervert|vandal|trespass|negligen|neglect|cruelty|indecen|"
    r"groom|voyeur|contempt|dui\b|dwi\b|weapon|firearm|gun\b|guns\b|knife|knives|drug|cocaine|heroin|cannabis|"
    r"marijuana|felon|misdemean|kill|endanger|disorder|intoxicat|threat|damage|mischief|breach|resist|impersonat|"
    r"doping|match-fix|insurrection|sediti|incit|hack|riot|hate\b|false|tax\b|insider|violat|unlawful|illegal|crime|"
    r"counterfeit|pira|bigam|poach|graft|wound|bodily|grievous|gbh\b|abh\b|affray|libel|defam|blasphem|stab|shoot|"
    r"attack|tamper|money|accounting|decept|bomb|explosive|prostitut|porn|exploit|accessor|aiding|abett|plot|"
    r"bail|parole|probation|racial|discriminat|immigra|slander|genocid|tortur|tax\b|poison|hijack|"
    r"enslav|slavery|imprison|causing death|causing harm|setting|handling|fleeing|lying|supply|dealing|distribut|"
    r"manufactur|cybercrime|rebellion|coup|subver|desert|hooligan|strang|strangulation|burn|offen[cs]|assassinat|"
    r"beheading|beating|ravish|molest|flashing|upskirt|careless|criminal|wire|securities|identity|child|concealing|"
    r"disqualified|attempt|production|cultivat|importing|exporting|bribery|nepotism|misus|misappropriat|insult|hoax|"
    r"cyber|falsif|heresy|sodom|lewd|harbou?r|leak|mishandl|manipulat|vehicular|involuntary|contraband|destroying|destruction|hazing|"
    r"swatting|price-fixing|obscen|kickback|undeclared|unregistered|incest|escap|"
    r"swindl|cheat|scam|ponzi|money-launder|battering|infring|complicit|collu|hit-and-run|hostage|looting|loot)",
    re.IGNORECASE,
)
# Nouns and gerunds that a plea is made to without more words: "admitted theft", "admitted causing death by ...".
_PLEA = re.compile(
    r"(?:(?!(?:into|on|over|about|against|to|in|for|from)\b)[\w'-]{1,24} ){0,3}?"
    r"(?:murder|manslaughter|homicide|assault|battery|rape|robbery|burglary|theft|larceny|fraud|"
    r"forgery|embezzlement|bribery|corruption|perjury|arson|kidnapping|abduction|conspiracy|racketeering|extortion|"
    r"blackmail|stalking|harassment|trafficking|possession|possessing|smuggling|espionage|treason|terrorism|evasion|"
    r"laundering|drink-driving|drunk-driving|driving|cruelty|shoplifting|indecency|grooming|voyeurism|contempt|"
    r"handling|affray|wounding|criminal damage|misconduct|perverting|supplying|stealing|murdering|killing|causing|"
    r"raping|assaulting|attacking|robbing|breaching|conspiring|defrauding|speeding|outraging|threatening|dealing|"
    r"exposure|gbh|abh|grievous bodily harm|actual bodily harm|manslaughter|negligence|dangerous driving|"
    r"dishonesty|deception|false accounting|being drunk|failing to)\b",
    re.IGNORECASE,
)
# What somebody is charged or convicted "in": "in the killing of", "in connection with the death of".
_DEED = re.compile(
    r"(?:[\w'$.,-]{1,24} ){0,4}?(?:killings?|murders?|deaths?|slayings?|shootings?|stabbings?|homicides?|bombings?|"
    r"attacks?|robber(?:y|ies)|burglar(?:y|ies)|thefts?|heists?|beatings?|crash|collision|hack|hacking|assassination|"
    r"kidnappings?|abductions?|rapes?|assaults?|riots?|fires?|arson|plots?|schemes?|scandal|frauds?|break-ins?|"
    r"disappearance|insurrection|hijacking|massacre|poisoning|laundering|trafficking)\b",
    re.IGNORECASE,
)
# Whoever "denies" these stands before a court.
_GRAVE = re.compile(
    r"(?:attempted |gross negligence )?(?:murder|manslaughter|rape|arson|wounding|kidnap|grievous bodily harm|gbh|"
    r"causing death|causing grievous|perverting the course|false imprisonment)\b",
    re.IGNORECASE,
)


def is_crime(words: str) -> bool:
    """A crime's word is among them: "charged with leading the team" has none."""
    return _CRIME.search(words) is not None


def is_plea(words: str) -> bool:
    """They open with a crime's own name, so that "admitted" is a plea."""
    return _PLEA.match(words) is not None


def is_deed(words: str) -> bool:
    """They open with a deed for which people are charged, be its crime named or not."""
    return _DEED.match(words) is not None


def is_grave(words: str) -> bool:
    """A crime that nobody denies but in the dock."""
    return _GRAVE.match(words) is not None
