"""Kin nouns: what they say of the person meant, seen from the one whose kin it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from worker.pipeline.extract.lexicon.lexemes import lexemes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.values import Gender

KinRelation: TypeAlias = Literal["child", "parent", "sibling", "spouse", "partner", "relative"]


class Kin(NamedTuple):
    """`relation`: what the person meant is to the other; `gender`: of the person meant, where the noun tells."""

    relation: KinRelation
    gender: Gender | None = None
    former: bool = False


_CHILD = {
    "son": "male", "daughter": "female", "boy": "male", "girl": "female", "baby": None, "child": None, "kid": None,
    "newborn": None, "toddler": None, "firstborn": None,
}  # fmt: skip
_PARENT = {
    "father": "male", "dad": "male", "daddy": "male", "papa": "male", "mother": "female", "mom": "female",
    "mum": "female", "mommy": "female", "mummy": "female", "momma": "female", "mama": "female", "parent": None,
}  # fmt: skip
_SIBLING = {
    "brother": "male", "sister": "female", "sibling": None, "twin": None, "half-brother": "male",
    "half-sister": "female",
}  # fmt: skip
_SPOUSE = {
    "wife": "female",
    "husband": "male",
    "spouse": None,
    "widow": "female",
    "widower": "male",
    "bride": "female",
}
_FORMER_SPOUSE = {"ex-wife": "female", "ex-husband": "male"}
_PARTNER = {
    "girlfriend": "female", "boyfriend": "male", "fiancé": "male", "fiancée": "female", "fiance": "male",
    "fiancee": "female", "partner": None,
}  # fmt: skip
_FORMER_PARTNER = {"ex-girlfriend": "female", "ex-boyfriend": "male", "ex-partner": None, "ex-fiancé": "male"}
# A stepchild is a relative, not a child.
_RELATIVE = {
    "grandmother": "female", "grandma": "female", "grandfather": "male", "grandpa": "male", "granddad": "male",
    "great-grandmother": "female", "great-grandfather": "male", "grandson": "male", "granddaughter": "female",
    "grandchild": None, "uncle": "male", "aunt": "female", "nephew": "male", "niece": "female", "cousin": None,
    "mother-in-law": "female", "father-in-law": "male", "son-in-law": "male", "daughter-in-law": "female",
    "brother-in-law": "male", "sister-in-law": "female", "stepfather": "male", "stepmother": "female",
    "stepson": "male", "stepdaughter": "female", "godfather": "male", "godmother": "female", "godson": "male",
    "goddaughter": "female",
}  # fmt: skip


def _rows(relation: KinRelation, nouns: Mapping[str, str | None], *, former: bool = False) -> dict[str, Kin]:
    genders: dict[str | None, Gender | None] = {"male": "male", "female": "female", None: None}
    return {noun: Kin(relation, genders[gender], former) for noun, gender in nouns.items()}


KIN: dict[str, Kin] = {
    **_rows("child", _CHILD),
    **_rows("parent", _PARENT),
    **_rows("sibling", _SIBLING),
    **_rows("spouse", _SPOUSE),
    **_rows("spouse", _FORMER_SPOUSE, former=True),
    **_rows("partner", _PARTNER),
    **_rows("partner", _FORMER_PARTNER, former=True),
    **_rows("relative", _RELATIVE),
}

PLURALS: dict[str, str] = {
    "sons": "son", "daughters": "daughter", "children": "child", "kids": "kid", "babies": "baby", "parents": "parent",
    "brothers": "brother", "sisters": "sister", "siblings": "sibling", "twins": "child", "grandchildren": "grandchild",
    "grandsons": "grandson", "granddaughters": "granddaughter", "cousins": "cousin", "nephews": "nephew",
    "nieces": "niece", "boys": "boy", "girls": "girl",
}  # fmt: skip
# Words that a description may add to a kin noun ("her late younger brother", "his second child").
KIN_ADJECTIVES = (
    "eldest|oldest|older|elder|younger|youngest|little|big|baby|twin|late|only|own|"
    "infant|newborn|beloved|adopted|"
    "adoptive|biological|teenage|young|first|second|third|fourth|fifth|sixth|seventh|"
    "firstborn|new|former|estranged|"
    "longtime|long-time|common-law|famous|first-born|adult|grown|former|ex|current|"
    "now|then|two|three|four|five|six|"
    "\\d{1,2}-year-old|\\d{1,2}-month-old|[a-z]+-year-old|school|childhood|proud|devoted|"
    "loving|surviving|four-legged"
)
# Nouns that tell the gender of whom they describe.
FEMALE = lexemes("mother mom mum mommy mummy momma mama woman girl wife widow daughter sister aunt "
    "niece grandmother actress "
     "businesswoman queen princess duchess spokeswoman chairwoman congresswoman mrs "
         "ms miss lady stepmother bride "
     "heroine hostess mum-of-two mum-of-three mum-of-four mother-of-two mother-of-three "
         "mother-of-four")  # fmt: skip
MALE = lexemes("father dad daddy papa man boy husband widower son brother uncle nephew grandfather "
    "actor businessman king prince "
     "duke spokesman chairman congressman mr lord sir stepfather groom hero dad-of-two "
         "dad-of-three father-of-two "
     "father-of-three father-of-four")  # fmt: skip
