"""Belonging to a body: members of boards, bands and clubs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.places import is_party_name
from worker.pipeline.extract.phrase import Hit, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, EntityObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


_OF = re.compile(r"\bmember of\b", re.IGNORECASE)


def _is_no_party(hit: Hit) -> bool:
    slot = hit.slot("o")
    return slot is not None and not is_party_name(slot.words)


def draw_members(view: View, /) -> Iterator[Candidate]:
    """Reads "a member of the board of Halvex"; of a party it is told as that."""
    for role in view.roles:
        stance, body = role.stance, role.body
        told = role.noun == "member" and _OF.search(role.evidence.of(view.text)) is not None
        if stance is None or body is None or not told or body.type not in {"organization", "group"}:
            continue
        if not is_party_name(body.label) and body.id != role.holder.id:
            yield Candidate(
                role.holder.id, "member_of", EntityObject(body.id), f"member/{role.form}", (role.evidence,), (),
                stance.status, stance.polarity, stance.attribution, confidence=0.82,
            )  # fmt: skip


MEMBER_OF = Predicate(
    Declaration("member_of", PERSON, frozenset({"organization", "group"}), "P463"),
    (
        draw_members,
        phrase(
            "member/of",
            "member_of",
            r"<s:P>{APP} ?,? ?{AUX}(?:an? |the )?(?P<former>former )?{ADJ}(?:member|members|"
            r"frontman|frontwoman|drummer|guitarist|bassist|singer|vocalist|lead singer) of "
            r"(?:the )?{ADJ}<o:OR>",
            "member members frontman frontwoman drummer guitarist bassist singer vocalist",
            0.84,
            spread=("s",),
            accept=_is_no_party,
        ),
        phrase(
            "member/sits-on",
            "member_of",
            r"<s:P>{APP} {AUX}(?:sits on|serves on|served on|sat on|joined) (?:the )?(?:board "
            r"of )?<o:OR>(?: board| committee| council)?",
            "sits serves served sat",
            0.75,
        ),
    ),
    (
        Example("Nadia Velez is a member of the Harbour Council.", "Nadia Velez", "Harbour Council"),
        Example(
            "Leo Brandt, a founding member of the Nordic Institute, agreed.", "Leo Brandt", "Nordic Institute"
        ),
    ),
    (
        Counterexample("Nadia Velez wrote to the Harbour Council.", "a letter"),
        Counterexample("Nadia Velez may be a member of the Harbour Council.", "a guess"),
    ),
)
