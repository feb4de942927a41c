"""Nouns for people by where they come from; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

# Nouns that are no adjectives: "the Swede won".
_NOUNS_ALONE = frozenset(
    """dane swede finn spaniard pole turk scot briton serb croat slovak slovene czech kurd arab filipino afghan uzbek
    kazakh tajik kiwi aussie brit yank londoner parisian glaswegian liverpudlian mancunian geordie texan californian
    floridian hawaiian scouser brummie yorkshireman welshwoman dutchwoman englishwoman irishwoman scotswoman
    frenchwoman northerner southerner westerner easterner icelander new-yorker swiss thai greek cypriot bosniak
    catalan basque breton fleming walloon monegasque qatari emirati kuwaiti bahraini omani saudi iraqi israeli
    pakistani bangladeshi yemeni somali""".split()
)
# Adjectives as well: "the American company".
ALSO_ADJECTIVES = frozenset(
    """american german italian australian canadian argentine argentinian brazilian belgian croatian serbian norwegian
    russian ukrainian mexican colombian kenyan jamaican nigerian ethiopian austrian hungarian romanian bulgarian
    israeli egyptian moroccan tunisian algerian chilean cuban korean ghanaian ugandan tanzanian zimbabwean zambian
    cameroonian gambian ivorian malian liberian rwandan angolan namibian mauritian libyan sudanese syrian jordanian
    iranian indian indonesian malaysian singaporean cambodian mongolian georgian armenian azerbaijani belarusian
    lithuanian latvian estonian moldovan albanian macedonian bosnian slovenian slovakian peruvian bolivian
    ecuadorian venezuelan uruguayan paraguayan guatemalan honduran salvadoran nicaraguan panamanian dominican
    haitian bahamian barbadian trinidadian tobagonian fijian samoan tongan asian african european scandinavian
    czech swiss thai greek cypriot catalan basque qatari emirati kuwaiti saudi iraqi pakistani
    bangladeshi somali afghan arab filipino parisian californian texan finn briton""".split()
)
DEMONYMS = (_NOUNS_ALONE | ALSO_ADJECTIVES) - {"sudanese"}
