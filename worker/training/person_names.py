"""First and last names and who bears them, from the lists of Faker's locales."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from faker.providers import person

from worker.pipeline.annotate.gazetteer import FEMALE, FIRST, LAST, MALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LATIN = re.compile(r"[A-ZÀ-ſ][A-Za-zÀ-ſ'’-]+")  # noqa: RUF001 - typographic marks are what names hold
_KINDS = {"first_name": FIRST, "last_name": LAST}  # what the provider's lists of them are called begins so
_BEARERS = {"first_names_female": FEMALE, "first_names_male": MALE}
_UNRELIABLE = {"en_KE"}  # its list of men's names holds names of women
_AGREED = 8  # locales that list a name for one gender against each that lists it for the other
_SHARE = 0.9  # of a name's bearers in the United States, whose lists weigh the names
# Short for names of both.
_OF_BOTH = {"Alex", "Charlie", "Chris", "Sam", "Pat", "Jo", "Robbie", "Nicky", "Jackie", "Andy"}


def person_names() -> dict[str, int]:
    """Names in Latin letters to `FIRST`, `LAST`, and `FEMALE` or `MALE` if bearers of the first name are of one gender.

    A locale votes by listing a name for one gender only; of gender those of English-speaking countries speak first.
    """
    masks = dict[str, int]()
    english, foreign = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for locale in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{locale.name}").Provider
        _add(masks, _listed(provider, _KINDS))
        if locale.name not in _UNRELIABLE:
            (english if locale.name.startswith("en") else foreign).update(_votes(provider))
    every = english + foreign
    weighed = importlib.import_module(f"{person.__name__}.en_US").Provider
    return {
        name: mask | (_gender(name, english, every, weighed) if mask & FIRST else 0)
        for name, mask in masks.items()
        if _LATIN.fullmatch(name)
    }


def _votes(provider: Any) -> Iterator[tuple[str, int]]:
    """The names that the locale lists for one gender only."""
    bearers = dict[str, int]()
    _add(bearers, _listed(provider, _BEARERS))
    return ((name, bits) for name, bits in bearers.items() if bits in {FEMALE, MALE})


def _gender(name: str, english: Mapping[tuple[str, int], int], every: Mapping[tuple[str, int], int], us: Any) -> int:
    """`FEMALE`, `MALE` or 0: the gender that the locales agree on, unless American bearers are of both."""
    side = next((s for votes, least in ((english, 2), (every, 1)) if (s := _agreed(name, votes, least))), 0)
    female, male = us.first_names_female.get(name, 0), us.first_names_male.get(name, 0)
    own, other = (female, male) if side == FEMALE else (male, female)
    return 0 if name in _OF_BOTH or (other and own < _SHARE * (own + other)) else side


def _agreed(name: str, votes: Mapping[tuple[str, int], int], least: int) -> int:
    for side, other in ((FEMALE, MALE), (MALE, FEMALE)):
        if votes[name, side] >= max(least, _AGREED * votes[name, other]):
            return side
    return 0


def _listed(provider: Any, stems: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Each name of the lists whose attribute begins with a stem, and the stem's bit."""
    for attribute in dir(provider):
        listed = getattr(provider, attribute)
        if isinstance(listed, (tuple, list, dict)):  # a dict weighs the names
            bits = (bit for stem, bit in stems.items() if attribute.startswith(stem))
            yield from ((name, bit) for bit in bits for name in listed if isinstance(name, str))


def _add(masks: dict[str, int], names: Iterator[tuple[str, int]]) -> None:
    for name, bit in names:
        masks[name] = masks.get(name, 0) | bit
