"""The shipped word evidence: what a token is known as (first name, place, common word ...), one bit mask a token."""

from __future__ import annotations

import gzip
import json
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import Gender

FIRST, LAST, COUNTRY, CITY, BIG_CITY, STATE, DEMONYM, ORG_WORD, REGION = (1 << bit for bit in range(9))
COMMON = 1 << 9  # an English word that running text mostly writes in lower case; keyed in lower case
FEMALE, MALE = 1 << 10, 1 << 11  # a first name that only one gender bears in the sources
PLACE = COUNTRY | CITY | BIG_CITY | STATE | REGION

FILE = "gazetteer.json.gz"  # beside this module; whoever composes the pipeline reads it


def load_gazetteer(raw: bytes) -> Mapping[str, int]:
    """The bytes of `FILE` (gzip, JSON object) to token -> bit mask, read-only. Sources: LICENCES.txt."""
    masks: dict[str, int] = json.loads(gzip.decompress(raw))
    return MappingProxyType(masks)


def first_name_genders(gazetteer: Mapping[str, int]) -> Mapping[str, Gender]:
    """First names whose bearers are of one gender in the sources; the Resolver's only view of the gazetteer."""
    sides: tuple[tuple[int, Gender], ...] = ((FEMALE, "female"), (MALE, "male"))
    return MappingProxyType(
        {name: side for name, mask in gazetteer.items() for bit, side in sides if mask & bit}
    )
