"""First and last names and who bears them, from the lists of Faker's locales."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, Any

from faker.providers import person

from worker.pipeline.annotate.gazetteer import FEMALE, FIRST, LAST, MALE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = re.compile(r"[A-ZÀ-ſ][A-Za-zÀ-ſ'’-]+")  # noqa: RUF001 - typographic marks are what names hold
_KINDS = {"first_name": FIRST, "last_name": LAST}  # what the provider's lists of them are called begins so
_BEARERS = {"first_names_female": FEMALE, "first_names_male": MALE}


def person_names() -> dict[str, int]:
    """Names in Latin letters to `FIRST`, `LAST`, and `FEMALE` or `MALE` if bearers of the first name are of one gender.

    Of gender the lists of English-speaking countries speak first, the others only where those know nothing.
    """
    masks, english, foreign = dict[str, int](), dict[str, int](), dict[str, int]()
    for locale in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{locale.name}").Provider
        _add(masks, _listed(provider, _KINDS))
        _add(english if locale.name.startswith("en") else foreign, _listed(provider, _BEARERS))
    names = {name: mask for name, mask in masks.items() if _LATIN.fullmatch(name)}
    for name, bearers in (foreign | english).items():
        if names.get(name, 0) & FIRST and bearers in {FEMALE, MALE}:
            names[name] |= bearers
    return names


def _listed(provider: Any, stems: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Each name of the lists whose attribute begins with a stem, and the stem's bit."""
    for attribute in dir(provider):
        listed = getattr(provider, attribute)
        if isinstance(listed, (tuple, list, dict)):  # a dict weighs the names
            bits = (bit for stem, bit in stems.items() if attribute.startswith(stem))
            yield from ((name, bit) for bit in bits for name in listed if isinstance(name, str))


def _add(masks: dict[str, int], names: Iterator[tuple[str, int]]) -> None:
    for name, bit in names:
        masks[name] = masks.get(name, 0) | bit
