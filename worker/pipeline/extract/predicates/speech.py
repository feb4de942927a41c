"""Speech: what somebody stated, or said on a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.circumstance import circumstance
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.extract.utterance import Utterance, utterances
from worker.pipeline.values import (
    Attribution,
    Candidate,
    Declaration,
    Entity,
    EntityObject,
    ObjectValue,
    QuoteObject,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View


# Direct speech is rarely misread; where indirect speech ends is a guess.
_CONFIDENCE = {"direct": 0.92, "partial": 0.8, "indirect": 0.75}


def draw_statements(view: View, /) -> Iterator[Candidate | Entity]:
    """Every quotation with a known or at least described speaker is a statement."""
    for utterance in utterances(view):
        yield utterance.speaker
        yield _statement(view, utterance)


def _statement(view: View, utterance: Utterance) -> Candidate:
    quote, speaker = utterance.quote, utterance.speaker
    told = circumstance(view, quote)
    qualifiers: list[tuple[str, ObjectValue]] = (
        [("channel", TextObject(told.channel))] if told.channel else []
    )
    if told.date is not None:
        qualifiers.append(("date", TimeObject(told.date, "date")))
    if told.addressee is not None:
        qualifiers.append(("addressee", EntityObject(told.addressee)))
    cue = quote.cue.of(view.text) if quote.cue is not None else None
    return Candidate(
        subject=speaker.id,
        predicate="stated",
        object=QuoteObject(utterance.said, quote.kind, quote.complete),
        rule=f"speech/{quote.kind}",
        evidence=quote.parts,
        qualifiers=tuple(qualifiers),
        status="reported",
        attribution=Attribution(speaker.id, speaker.label, cue, told.channel, told.date),
        confidence=_CONFIDENCE[quote.kind],
        event_time=told.date,
    )


STATED = Predicate(
    Declaration("stated", AGENT, frozenset({"quote"}), "P1683"),
    (draw_statements,),
    (
        Example(
            '"We will open two new schools," said Mayor Carla Velez.',
            "Carla Velez",
            "We will open two new schools,",
            "reported",
        ),
        Example(
            'Peter Albrook told reporters: "I never met the buyer."',
            "Peter Albrook",
            "I never met the buyer.",
            "reported",
        ),
    ),
    (
        Counterexample('Peter Albrook played in "The Glass Harbour" for two years.', "a title"),
        Counterexample("Peter Albrook left the building without a word.", "no speech"),
    ),
)
GAVE_SPEECH_AT = Predicate(
    Declaration(
        "gave_speech_at",
        frozenset({"person"}),
        frozenset({"event", "organization", "work", "location", "string"}),
        "P823",
        identity=("date",),
    ),
    (
        phrase(
            "speech/gave",
            "gave_speech_at",
            r"<s:P>{APP} {AUX}(?:gave|gives|delivered|delivers|made|makes) (?:an?|the|his|her|"
            r"<P> 's) {ADJ}(?:speech|address|talk|keynote|lecture|sermon|eulogy) (?:at|to|before|"
            r"in front of) (?:the |a |an )?<o:EOWL>{DATE}",
            "gave gives delivered delivers made makes",
            0.88,
        ),
        phrase(
            "speech/spoke-at",
            "gave_speech_at",
            r"<s:P>{APP} {AUX}(?:spoke|speaks|addressed|addresses) (?:at )?(?:the )?<o:E>{DATE}",
            "spoke speaks addressed addresses",
            0.8,
        ),
    ),
    (
        Example(
            "Carla Velez gave a short speech at the Harbour Peace March in May 2023.",
            "Carla Velez",
            "Harbour Peace March",
        ),
        Example(
            "Peter Albrook delivered the keynote at the Lisbon Film Festival.",
            "Peter Albrook",
            "Lisbon Film Festival",
        ),
    ),
    (
        Counterexample("Carla Velez will give a speech at the Harbour Peace March.", "to come"),
        Counterexample("Carla Velez watched a speech at the Harbour Peace March.", "she listened"),
    ),
)
