"""A scored pair in the words of the vocabulary: which predicate it is, and which way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import COUNTRIES, DEMONYMS, is_party_name
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
# Words that only sport has; "captain" and "guard" serve elsewhere, too.
_SPORT_WORDS = lexemes(
    "striker midfielder goalkeeper winger defender fullback full-back quarterback pitcher shortstop linebacker batsman "
    "batter bowler coach squad season league cup match goal goals tries innings playoff playoffs touchdown midfield"
)
# Openings of words; without one a university is where somebody works, or is looked after.
_LEARNING = (
    "graduat", "stud", "degree", "alum", "attend", "educat", "enrol", "bachelor", "master", "phd", "ph.d", "diploma",
    "doctora", "scholar", "pupil", "train", "earn", "receiv", "major", "dropp", "undergrad", "mba", "b.a", "b.s",
)
_MEMBER_WORDS = lexemes("member members membership fellow fellows")
_PARENT: Mapping[Gender | None, str] = {"male": "father", "female": "mother"}


def told(
    name: str, subject: EntityObject, thing: ObjectValue, label: str, *, words: frozenset[str],
    genders: Mapping[str, Gender],
) -> tuple[str, str, ObjectValue] | None:  # fmt: skip
    """(subject's id, predicate, object) of the property `name`; None if none can be told.

    `label`: what the object is called; `words`: of the sentence, in small letters.
    """
    if name == "CHILD_OF":
        return _child(subject, thing, genders)
    if name == "EMPLOYEE_OR_MEMBER_OF":
        return None if label.lower() in DEMONYMS else (subject.entity, _membership(label, words), thing)
    if name == "EDUCATED_AT" and words and not any(word.startswith(_LEARNING) for word in words):
        return None
    if name == "POLITICAL_AFFILIATION" and isinstance(thing, TextObject) and label in COUNTRIES:
        return None
    return subject.entity, _PLAIN[name], thing


def _child(
    subject: EntityObject, thing: ObjectValue, genders: Mapping[str, Gender]
) -> tuple[str, str, ObjectValue] | None:
    """Of a parent whose gender is not known only the child is told."""
    assert isinstance(thing, EntityObject)  # noqa: S101 - narrows the type; whose child one is is always somebody
    parent = _PARENT.get(genders.get(thing.entity))
    return (subject.entity, parent, thing) if parent else (thing.entity, "child", subject)


def _membership(label: str, words: frozenset[str]) -> str:
    if is_party_name(label):
        return "political_party"
    if words & _SPORT_WORDS:
        return "sports_team"
    return "member_of" if words & _MEMBER_WORDS else "employer"
