"""A scored pair in the words of the vocabulary: which predicate it is, and which way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import COUNTRIES
from worker.pipeline.extract.lexicon.roles import ANY_TEAM
from worker.pipeline.values import EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import Gender, ObjectValue

_PLAIN = {
    "CEO": "ceo", "DATE_FOUNDED": "date_founded", "DATE_OF_BIRTH": "date_of_birth", "DATE_OF_DEATH": "date_of_death",
    "EDUCATED_AT": "educated_at", "FOUNDED_BY": "founded_by", "HEADQUARTERS": "headquarters",
    "NATIONALITY": "nationality", "PLACE_OF_BIRTH": "place_of_birth", "PLACE_OF_RESIDENCE": "residence",
    "POLITICAL_AFFILIATION": "political_party", "SPOUSE": "spouse", "SUBSIDIARY_OF": "parent_organization",
}  # fmt: skip
_TEAM_WORDS = re.compile(rf"\b(?:{ANY_TEAM}|played|plays|playing|coach|coached|transfer|squad|club)\b", re.IGNORECASE)
_MEMBER_WORDS = lexemes("member members membership fellow fellows")
_PARENT: Mapping[Gender | None, str] = {"male": "father", "female": "mother"}


def told(
    name: str, subject: ObjectValue, thing: ObjectValue, *, words: str, genders: Mapping[str, Gender]
) -> tuple[str, str, ObjectValue] | None:
    """(subject's id, predicate, object) of the property `name`; `words`: of the evidence. None if none can be told."""
    if not isinstance(subject, EntityObject):
        return None
    if name == "CHILD_OF":
        return _child(subject, thing, genders)
    if name == "EMPLOYEE_OR_MEMBER_OF":
        return subject.entity, _membership(words), thing
    if name == "POLITICAL_AFFILIATION" and isinstance(thing, TextObject) and thing.value in COUNTRIES:
        return None
    return subject.entity, _PLAIN[name], thing


def _child(
    subject: EntityObject, thing: ObjectValue, genders: Mapping[str, Gender]
) -> tuple[str, str, ObjectValue] | None:
    """Of a parent whose gender is not known only the child is told."""
    if not isinstance(thing, EntityObject):
        return None
    parent = _PARENT.get(genders.get(thing.entity))
    return (subject.entity, parent, thing) if parent else (thing.entity, "child", subject)


def _membership(words: str) -> str:
    if _TEAM_WORDS.search(words):
        return "sports_team"
    return "member_of" if _MEMBER_WORDS & set(words.lower().split()) else "employer"
