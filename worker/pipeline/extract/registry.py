"""THE list of predicates: what is not here is not drawn, and a test fails for a predicate that is missing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from worker.pipeline.extract.predicates import (
    age,
    award,
    birth_and_death,
    business,
    couple,
    court,
    education,
    event,
    extension,
    figures,
    kinship,
    membership,
    nationality,
    occupation,
    participation,
    place,
    position,
    post,
    quantity,
    speech,
    sport,
    tenure,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.extract.rule import Predicate
    from worker.pipeline.values import Declaration

PREDICATES: tuple[Predicate, ...] = (
    age.AGE,
    award.AWARD_RECEIVED,
    award.NOMINATED_FOR,
    birth_and_death.CAUSE_OF_DEATH,
    birth_and_death.DATE_OF_BIRTH,
    birth_and_death.DATE_OF_DEATH,
    birth_and_death.PLACE_OF_BIRTH,
    birth_and_death.PLACE_OF_DEATH,
    business.ACQUIRED,
    business.PARENT_ORGANIZATION,
    business.RELEASED,
    court.CHARGED_WITH,
    court.SUED,
    education.EDUCATED_AT,
    event.EVENT_DATE,
    event.EVENT_PLACE,
    event.NUMBER_OF_DEATHS,
    participation.PARTICIPATED_IN,
    event.SIGNIFICANT_EVENT,
    extension.DISLIKES,
    extension.LIKES,
    extension.MET,
    extension.RECEIVED,
    kinship.CHILD,
    kinship.FATHER,
    kinship.MOTHER,
    couple.PARTNER,
    kinship.RELATIVE,
    kinship.SIBLING,
    couple.SPOUSE,
    membership.MEMBER_OF,
    membership.POLITICAL_PARTY,
    membership.SPORTS_TEAM,
    nationality.NATIONALITY,
    occupation.OCCUPATION,
    place.HEADQUARTERS,
    place.RESIDENCE,
    tenure.APPOINTED_TO,
    position.CEO,
    position.EMPLOYER,
    position.FOUNDED_BY,
    tenure.LEFT_POSITION,
    position.POSITION_HELD,
    figures.EMPLOYEES,
    quantity.MASS,
    quantity.NUMBER_OF_CHILDREN,
    quantity.NUMBER_OF_TEETH,
    figures.PRICE,
    figures.REVENUE,
    speech.GAVE_SPEECH_AT,
    speech.INTERVIEWED_BY,
    post.NUMBER_OF_LIKES,
    post.POSTED,
    speech.STATED,
    sport.WON_AGAINST,
)
VOCABULARY: Mapping[str, Declaration] = MappingProxyType({p.name: p.declaration for p in PREDICATES})
