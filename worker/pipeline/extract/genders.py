"""Who is a woman and who a man, as far as the article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.kin import FEMALE, MALE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import (
        Entity,
        Gender,
    )


def settled_genders(view: View, told: Mapping[str, Gender]) -> Mapping[str, Gender]:
    """`told`: what kin nouns say of somebody ("his dad"); it outweighs everything else."""
    known: dict[str, Gender] = {}
    for entity in view.entities.values():
        gender = entity.gender or _called(entity, view.text)
        if gender is not None:
            known[entity.id] = gender
    return {**known, **told}


def _called(entity: Entity, text: str) -> Gender | None:
    """What its descriptions say, if they agree."""
    words = {w for m in entity.mentions if m.kind == "nominal" for w in m.span.of(text).lower().split()}
    if words & FEMALE and not words & MALE:
        return "female"
    return "male" if words & MALE and not words & FEMALE else None
