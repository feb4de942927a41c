"""What spaCy's pipelines call a name, in our words."""

from __future__ import annotations

from types import MappingProxyType

# OntoNotes 5 (the stock English pipelines) and CoNLL 2003; dates, amounts and ordinals are no names.
KINDS = MappingProxyType({
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "NORP": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
    "MISC": "MISC",
})  # fmt: skip
ARTICLES = frozenset({"a", "an", "the"})  # OntoNotes counts them, and the possessive mark, into a name; we do not
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})  # noqa: RUF001 - the mark that newspapers print
