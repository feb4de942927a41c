"""Which ends the relation model knows, which of them it compares, and what it calls the relations."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import EntityType

TYPES: Mapping[EntityType, str] = MappingProxyType({
    "person": "person", "organization": "organization", "group": "organization", "gpe": "place", "location": "place",
    "work": "other", "event": "other", "product": "other", "award": "other", "post": "other", "object": "other",
})  # fmt: skip
RELATIVES: Mapping[str, str] = MappingProxyType({
    "who": "who", "whom": "who", "whose": "who", "which": "which", "that": "which", "where": "where",
})  # fmt: skip
LOOSE: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), "he"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
})  # fmt: skip
END_TYPES = (
    "person", "organization", "place", "other", "date", "demonym", "party",
    "he", "i", "we", "they", "it", "who", "which", "where",
)  # fmt: skip
KINDS = ("name", "pronoun", "nominal", "date", "relative", "loose", "demonym")
WORDS = (
    "", "he", "she", "him", "her", "his", "i", "me", "my", "we", "us", "our", "they", "them", "their", "it", "its",
    "who", "whom", "whose", "which", "that", "where",
)  # fmt: skip

# As KnowledgeNet names them, in the order of the model's outputs.
PROPERTIES = (
    "CEO", "CHILD_OF", "DATE_FOUNDED", "DATE_OF_BIRTH", "DATE_OF_DEATH", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF",
    "FOUNDED_BY", "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION",
    "SPOUSE", "SUBSIDIARY_OF",
)  # fmt: skip
_SOMEBODY = frozenset({"person", "he", "i", "who", "they", "we"})
_FIRM = frozenset({"organization", "other", "it", "which", "they", "we", "where"})
_SUBJECTS = {
    "CEO": _FIRM, "HEADQUARTERS": _FIRM | {"place"}, "FOUNDED_BY": _FIRM, "DATE_FOUNDED": _FIRM | {"place"},
    "SUBSIDIARY_OF": _FIRM,
}  # fmt: skip
_OBJECTS = {
    "CEO": _SOMEBODY, "CHILD_OF": _SOMEBODY, "SPOUSE": _SOMEBODY, "FOUNDED_BY": _SOMEBODY | {"organization"},
    "DATE_FOUNDED": {"date"}, "DATE_OF_BIRTH": {"date"}, "DATE_OF_DEATH": {"date"},
    "HEADQUARTERS": {"place", "where", "organization"}, "PLACE_OF_BIRTH": {"place", "where"},
    "PLACE_OF_RESIDENCE": {"place", "where", "organization"}, "NATIONALITY": {"demonym", "place"},
    "EDUCATED_AT": {"organization", "place", "where", "which", "other"},
    "EMPLOYEE_OR_MEMBER_OF": {"organization", "place", "where", "which", "other", "it", "we", "they"},
    "POLITICAL_AFFILIATION": {"organization", "demonym", "which", "other", "party"},
    "SUBSIDIARY_OF": {"organization", "other", "it", "which", "we", "they"},
}  # fmt: skip


def possible(subject: str, thing: str) -> tuple[int, ...]:
    """Numbers of the properties that may join ends of these types."""
    return _POSSIBLE[subject, thing]


_POSSIBLE = {
    (s, o): tuple(
        n for n, p in enumerate(PROPERTIES) if s in _SUBJECTS.get(p, _SOMEBODY) and o in _OBJECTS[p]
    )
    for s in END_TYPES
    for o in END_TYPES
}
