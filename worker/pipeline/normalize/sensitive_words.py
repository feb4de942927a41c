"""Word lists behind the sensitivity labels."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHILD_NOUNS = _words(
    "baby babies toddler toddlers newborn newborns infant infants tot tots youngster youngsters kid kids boy girl "
    "schoolboy schoolgirl schoolchild teen teenager tween minor juvenile pupil preschooler kindergartner"
)
# "the former child star", "mother of the baby": the words of a grown person's description.
ADULT_CUES = _words(
    "mother mom mum father dad husband wife singer actor actress star minister president officer driver teacher "
    "former man woman ex coach founder"
)
HEALTH_WORDS = _words(
    "cancer tumour tumor leukaemia leukemia dementia alzheimer parkinson disease illness ill sick diagnosed diagnosis "
    "surgery operation hospital hospitalised hospitalized hospice coma stroke pneumonia infection virus covid "
    "coronavirus hiv aids diabetes depression anxiety autism autistic addiction rehab overdose suicide pregnant "
    "pregnancy miscarriage abortion helmet prosthetic wheelchair injury injured concussion symptoms therapy "
    "chemotherapy transplant disability disabled weighs weight teeth medication patient"
)
