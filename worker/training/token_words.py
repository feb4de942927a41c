"""The gazetteer's own lists: nationalities, words that organizations are named with, countries' other names."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

_NATIONS = """
    Afghan Albanian Algerian American Angolan Arab Argentine Argentinian Armenian Asian Australian Austrian
    Azerbaijani Bahraini Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese
    Cambodian Cameroonian Canadian Catalan Chadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot
    Czech Danish Dutch Egyptian English Eritrean Estonian Ethiopian European Filipino Finnish French Georgian
    German Ghanaian Greek Guatemalan Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish
    Israeli Italian Ivorian Jamaican Japanese Jewish Jordanian Kazakh Kenyan Korean Kurdish Kuwaiti Kyrgyz Lao
    Laotian Latvian Lebanese Liberian Libyan Lithuanian Malaysian Maltese Mexican Moldovan Mongolian Moroccan
    Muslim Namibian Nepalese Nepali Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Persian
    Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Saudi Scottish Senegalese Serbian Singaporean
    Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan
    Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian
    Zimbabwean African Christian Catholic Hindu Buddhist Sikh Republican Democrat Democratic Islamic Sunni
    Shiite Protestant Soviet Roman
""".split()

_SAME_IN_PLURAL = ("ese", "ish", "ch", "h")  # "the Japanese", "the Irish", "the Dutch"
DEMONYMS = frozenset(_NATIONS) | {f"{one}s" for one in _NATIONS if not one.endswith(_SAME_IN_PLURAL)}

ORGANIZATION_WORDS = frozenset(
    """
    Inc Inc. Corp Corp. Ltd Ltd. LLC PLC plc Co. Company Companies Group Holdings Bank University College School
    Institute Ministry Department Agency Association Committee Commission Council Court Party Congress
    Parliament Senate Police Army Navy Force Foundation Federation Union League Club FC F.C. United News Times
    Post Journal Press Authority Bureau Office Center Centre Organization Organisation Society Board Corporation
    Airlines Airways Motors Industries Systems Technologies Partners Capital Service Services Network Hospital
    Church Museum Academy Team Records Studios Magazine
    """.split()
)

# Names in news that the sources hold under an official name only.
COUNTRIES = frozenset(
    """
    England Scotland Wales Britain UK U.K. US U.S. USA U.S.A. UAE America Russia Iran Syria Vietnam Laos Bolivia
    Venezuela Tanzania Taiwan Palestine Kosovo Crimea EU
    """.split()
)

# Words of so many places' names that they tell none.
UNTELLING = frozenset(
    """
    of the and de la le el du des del al in on at von van der den di da do dos das y e i a an san saint new
    north south east west city republic united states island islands great democratic people
    """.split()
)
