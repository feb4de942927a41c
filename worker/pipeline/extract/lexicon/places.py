"""Demonyms and what country they speak of; party names, adjectives and letters."""

from __future__ import annotations

import re

_PAIRS = """American:United States|British:United Kingdom|English:England|Scottish:Scotland|Welsh:Wales|Irish:Ireland
|French:France|German:Germany|Italian:Italy|Spanish:Spain|Portuguese:Portugal|Dutch:Netherlands|Belgian:Belgium
|Swiss:Switzerland|Austrian:Austria|Danish:Denmark|Swedish:Sweden|Norwegian:Norway|Finnish:Finland|Icelandic:Iceland
|Polish:Poland|Czech:Czech Republic|Slovak:Slovakia|Slovenian:Slovenia|Hungarian:Hungary|Romanian:Romania
|Bulgarian:Bulgaria|Greek:Greece|Turkish:Turkey|Serbian:Serbia|Croatian:Croatia|Bosnian:Bosnia|Albanian:Albania
|Macedonian:North Macedonia|Montenegrin:Montenegro|Kosovan:Kosovo|Russian:Russia|Ukrainian:Ukraine|Belarusian:Belarus
|Georgian:Georgia|Armenian:Armenia|Azerbaijani:Azerbaijan|Kazakh:Kazakhstan|Uzbek:Uzbekistan|Estonian:Estonia
|Latvian:Latvia|Lithuanian:Lithuania|Moldovan:Moldova|Cypriot:Cyprus|Maltese:Malta|Chinese:China|Japanese:Japan
|Korean:Korea|South Korean:South Korea|North Korean:North Korea|Taiwanese:Taiwan|Indian:India|Pakistani:Pakistan
|Bangladeshi:Bangladesh|Sri Lankan:Sri Lanka|Nepalese:Nepal|Nepali:Nepal|Afghan:Afghanistan|Iranian:Iran|Iraqi:Iraq
|Syrian:Syria|Lebanese:Lebanon|Jordanian:Jordan|Israeli:Israel|Palestinian:Palestine|Saudi:Saudi Arabia
|Emirati:United Arab Emirates|Qatari:Qatar|Kuwaiti:Kuwait|Bahraini:Bahrain|Omani:Oman|Yemeni:Yemen|Egyptian:Egypt
|Libyan:Libya|Tunisian:Tunisia|Algerian:Algeria|Moroccan:Morocco|Sudanese:Sudan|Ethiopian:Ethiopia|Eritrean:Eritrea
|Somali:Somalia|Kenyan:Kenya|Ugandan:Uganda|Tanzanian:Tanzania|Rwandan:Rwanda|Congolese:Congo|Nigerian:Nigeria
|Ghanaian:Ghana|Senegalese:Senegal|Ivorian:Ivory Coast|Malian:Mali|Cameroonian:Cameroon|Angolan:Angola|Zambian:Zambia
|Zimbabwean:Zimbabwe|Mozambican:Mozambique|Namibian:Namibia|Botswanan:Botswana|South African:South Africa
|Thai:Thailand|Vietnamese:Vietnam|Cambodian:Cambodia|Malaysian:Malaysia|Singaporean:Singapore|Indonesian:Indonesia
|Filipino:Philippines|Philippine:Philippines|Burmese:Myanmar|Mongolian:Mongolia|Australian:Australia
|New Zealander:New Zealand|Fijian:Fiji|Samoan:Samoa|Tongan:Tonga|Canadian:Canada|Mexican:Mexico|Cuban:Cuba
|Jamaican:Jamaica|Haitian:Haiti|Dominican:Dominican Republic|Puerto Rican:Puerto Rico|Guatemalan:Guatemala
|Honduran:Honduras|Salvadoran:El Salvador|Nicaraguan:Nicaragua|Costa Rican:Costa Rica|Panamanian:Panama
|Colombian:Colombia|Venezuelan:Venezuela|Ecuadorian:Ecuador|Peruvian:Peru|Bolivian:Bolivia|Chilean:Chile
|Argentine:Argentina|Argentinian:Argentina|Uruguayan:Uruguay|Paraguayan:Paraguay|Brazilian:Brazil|Guyanese:Guyana|Surinamese:Suriname|Trinidadian:Trinidad
|Barbadian:Barbados|Bajan:Barbados|Belizean:Belize|Bahamian:Bahamas|Grenadian:Grenada|Bermudian:Bermuda
|Malawian:Malawi|Liberian:Liberia|Gambian:Gambia|Sierra Leonean:Sierra Leone|Beninese:Benin|Togolese:Togo
|Burkinabe:Burkina Faso|Chadian:Chad|Gabonese:Gabon|Burundian:Burundi|Malagasy:Madagascar|Mauritian:Mauritius
|Basotho:Lesotho|Swazi:Eswatini|Djiboutian:Djibouti|Mauritanian:Mauritania|Guinean:Guinea|Kyrgyz:Kyrgyzstan
|Tajik:Tajikistan|Turkmen:Turkmenistan|Maldivian:Maldives|Bhutanese:Bhutan|Bruneian:Brunei|Laotian:Laos
|Timorese:East Timor|Papua New Guinean:Papua New Guinea|Luxembourgish:Luxembourg|Monegasque:Monaco|Andorran:Andorra
|Greenlandic:Greenland|Faroese:Faroe Islands|Cape Verdean:Cape Verde|South Sudanese:South Sudan
|Equatorial Guinean:Equatorial Guinea|Vincentian:Saint Vincent|Hong Konger:Hong Kong"""

DEMONYMS: dict[str, str] = {
    name.strip().lower(): country.strip()
    for name, _, country in (pair.partition(":") for pair in _PAIRS.replace("\n", "").split("|"))
}

# The parts of the United Kingdom and short names count as countries of their own.
_SHORT_NAMES = (
    "US",
    "U.S.",
    "USA",
    "UK",
    "U.K.",
    "America",
    "Britain",
    "Great Britain",
    "Northern Ireland",
    "Korea",
)
COUNTRIES = frozenset({*DEMONYMS.values(), *_SHORT_NAMES})

# Adjectives and nouns of parties; the value is the party's name as an article would write it in full.
PARTIES: dict[str, str] = {
    "democrat": "Democratic Party", "democratic": "Democratic Party", "democrats": "Democratic Party",
    "republican": "Republican Party", "republicans": "Republican Party", "gop": "Republican Party",
    "conservatives": "Conservatives", "greens": "Greens", "tories": "Tories", "liberals": "Liberals",
    "labour": "Labour Party", "labor": "Labor Party", "conservative": "Conservative Party",
    "tory": "Conservative Party",
    "liberal democrat": "Liberal Democrats", "lib dem": "Liberal Democrats", "liberal": "Liberal Party",
    "green": "Green Party", "snp": "SNP", "ukip": "UKIP", "plaid cymru": "Plaid Cymru", "dup": "DUP",
    "sinn fein": "Sinn Fein", "fianna fail": "Fianna Fail", "fine gael": "Fine Gael", "bjp": "BJP",
    "libertarian": "Libertarian Party", "socialist": "Socialist Party", "communist": "Communist Party",
    "social democrat": "Social Democrats", "christian democrat": "Christian Democrats", "ndp": "NDP",
    "reform uk": "Reform UK", "brexit party": "Brexit Party", "likud": "Likud", "anc": "ANC",
    "nationalist": "Nationalist Party",
}  # fmt: skip
PARTY_LETTERS = {
    "r": "Republican Party", "d": "Democratic Party", "i": "independent", "l": "Libertarian Party", "g": "Green Party",
    "lab": "Labour Party", "con": "Conservative Party", "dem": "Democratic Party", "rep": "Republican Party",
    "ld": "Liberal Democrats", "dfl": "Democratic Party",
}  # fmt: skip
# Before a party's name, and behind it.
PARTY_ADJECTIVES = frozenset(
    {"ruling", "opposition", "governing", "centre-left", "centre-right", "center-left", "center-right", "far-right",
     "far-left", "left-wing", "right-wing", "populist", "nationalist", "separatist", "liberal", "socialist"}
)  # fmt: skip
PARTY_PEOPLE = frozenset(
    {"mp", "mps", "senator", "senators", "councillor", "councillors", "lawmaker", "lawmakers", "candidate", "mla",
     "mep", "frontbencher", "backbencher", "whip", "voters", "party", "legislator", "parliamentarian",
     "politician"}
)  # fmt: skip
_PARTY_NAME = re.compile(
    r"\b(?:party|democrats?|republicans?|labour|labor|conservatives?|tories|greens?|liberals?|alliance|front|"
    r"congress|movement)\b",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(
    r"\b(?:workers|union|trades?|teachers|farmers|industry|bar|business|nurses|medical|us|u\.s\.|police|department|"
    r"council|organi[sz]ers?|library|amendment|rights|fire|street|space)\b",
    re.IGNORECASE,
)


def is_party_name(label: str) -> bool:
    """Whether a name alone says that it is a party's."""
    return _PARTY_NAME.search(label) is not None and not _NO_PARTY.search(label)


POLITICIANS = (
    "senators?|sen\\.?|representatives?|rep\\.?|reps\\.?|congressman|congresswoman|"
    "governor|gov\\.?|mp|mps|msp|mep|mla|lawmaker|"
    "lawmakers|legislator|councillor|councilman|councilwoman|candidate|nominee|mayor|"
    "politician|leader|premier|president|"
    "delegate|assemblyman|assemblywoman|chairman|chairwoman|challenger|incumbent|whip|"
    "strategist|peer|contender|"
    "presidential candidate|presidential nominee|vice president|prime minister|leadership "
    "contender|frontbencher|backbencher"
)
# What a citizen is called, where that is not the adjective itself.
NATIONALS = {
    "frenchman": "France", "frenchwoman": "France", "dutchman": "Netherlands", "dutchwoman": "Netherlands",
    "englishman": "England", "englishwoman": "England", "irishman": "Ireland", "irishwoman": "Ireland",
    "welshman": "Wales", "welshwoman": "Wales", "scot": "Scotland", "scotsman": "Scotland", "scotswoman": "Scotland",
    "ulsterman": "Northern Ireland", "briton": "United Kingdom", "spaniard": "Spain", "swede": "Sweden",
    "dane": "Denmark", "finn": "Finland", "icelander": "Iceland", "pole": "Poland", "turk": "Turkey", "serb": "Serbia",
    "croat": "Croatia", "slovene": "Slovenia", "kiwi": "New Zealand", "aussie": "Australia", "swiss": "Switzerland",
    "chinese": "China", "japanese": "Japan", "saudi": "Saudi Arabia", "azeri": "Azerbaijan", "argentine": "Argentina",
    "kosovar": "Kosovo", "basque": "Spain", "catalan": "Spain",
}
