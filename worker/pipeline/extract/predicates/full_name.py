"""The name in full of those who go by a shorter or another one: what they were born as, or are really called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View

_END = r"(?= [,.;:)]| (?:in|on|at|and|to|but|who|near|into|a|the|is|was|has|had) | <|$)"
_NAME = r"(?:real|full|birth|legal|actual|given|proper|christened) name"
_KNOWN = (
    r"(?:(?:better|best|more commonly|widely|also) known (?:as|by (?:the|his|her|their|<P> 's) (?:stage |pen )?name)|"
    r"known (?:professionally|to (?:fans|friends|the public|everyone|millions)) as|"
    r"who (?:performs|performed|records|recorded|writes|wrote|tours|goes|went) (?:as|under the name|by the name))"
)
# Rule, pattern, confidence; the group `s` holds the name in use, `o` the name in full.
_WAYS = (
    ("name/born", build(rf"<s:P>{{APP}}(?: ,| \()? ?{{AUX}}born (?:as |under the name )?<o:P>{_END}"), 0.85),
    ("name/whose", build(rf"<s:P>(?: ,| \()? (?:whose|with the) {_NAME} (?:is|was|of) <o:P>{_END}"), 0.9),
    ("name/owned", build(rf"<s:P> 's {_NAME} (?:is|was) <o:P>{_END}"), 0.9),
    ("name/bracket", build(rf"<s:P> (?:\(|,) {_NAME}:? <o:P>{_END}"), 0.88),
    ("name/known-as", build(rf"<o:P>{{AGE}}(?: ,| \()? {_KNOWN} (?:<P> 's )?(?:the )?<s:P>{_END}"), 0.8),
)
_TRIGGERS = frozenset({"born", "name", "known", "performs", "performed", "records", "recorded", "writes", "wrote",
                       "tours", "goes", "went"})  # fmt: skip


def draw(view: View, /) -> Iterator[Candidate]:
    for rule, pattern, confidence in _WAYS:
        for hit in hits(view, pattern, _TRIGGERS):
            person, name, stance = hit.entity("s"), _in_full(hit), hit.stance()
            if person is None or name is None or stance is None:
                continue
            yield Candidate(
                person, "full_name", TextObject(name), rule, (hit.span(),), status=stance.status,
                polarity=stance.polarity, attribution=stance.attribution, confidence=confidence,
            )  # fmt: skip


def _in_full(hit: Hit) -> str | None:
    """The name as it is written, if it is one of several words and not the one in use: "Cher" is nobody's full name."""
    slot, used = hit.slot("o"), hit.slot("s")
    if slot is None or used is None or not slot.name:
        return None
    name = " ".join(slot.words.split())
    return name if " " in name and name != " ".join(used.words.split()) else None


FULL_NAME = Predicate(
    Declaration("full_name", PERSON, frozenset({"string"}), "P2561"),
    (draw,),
    (
        Example("Mia Quill, born Marianne Ottoline Quist, sang first.", "Mia Quill", "Marianne Ottoline Quist"),
        Example("Mia Quill was born Marianne Quist in Leeds in 1981.", "Mia Quill", "Marianne Quist"),
        Example(
            "Leo Brandt was in court. His full name is Leopold Anton Brandt.", "Leo Brandt", "Leopold Anton Brandt"
        ),
        Example(
            "Marianne Ottoline Quist, better known as Mia Quill, sang first.", "Mia Quill", "Marianne Ottoline Quist"
        ),
        Example("Nadia Velez (real name Nadezhda Irina Velska) was there.", "Nadia Velez", "Nadezhda Irina Velska"),
    ),
    (
        Counterexample("Mia Quill, born in Leeds, met Marianne Quist.", "a place of birth"),
        Counterexample("Mia Quill's son was born. Marianne Quist was there.", "a birth"),
        Counterexample("Leo Brandt said the name of the suspect is Leopold Anton Brandt.", "somebody else's"),
        Counterexample("Police would not say whether Leo Brandt's real name is Leopold Anton Kruse.", "not told"),
    ),
)
