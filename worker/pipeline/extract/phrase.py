"""The ordinary rule: a pattern over a reading whose groups are subject, object and qualifiers."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import Pattern, bare, build
from worker.pipeline.extract.stance import Stance, assess
from worker.pipeline.values import (
    Attribution,
    Candidate,
    EntityObject,
    QuantityObject,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.reading import Reading, Slot
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue, Span

_SLOT = re.compile(r"[A-Za-z]\d{1,4}")
# Left behind where a pattern stopped before a verb: "theft and [was fined]".
_DANGLING = re.compile(r"(?:\s(?:and|or|but|the|an?|of|with|in|on)){1,3}\s?$")
_PREPOSITION = re.compile(r"\b(?:of|at|for|with|by|in) (?:the )?$")
_RELATIVE = re.compile(r" , (?:which|who|whose) [^,.;<]{2,60}$")
_COMMA_VERB = re.compile(r" , (?:has|have|had|is|was|are|were|will|would|said|also|\w+ed|\w+s)\b")
_MAX_HITS = 50  # of one rule in one sentence; a sentence that has more is a list that was made to hurt


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern in a reading, with the means to turn its groups into values."""

    view: View
    reading: Reading
    match: re.Match[str]

    def slot(self, group: str) -> Slot | None:
        """None where the group holds words, be they "G7"."""
        name = self._group(group)
        if name is None or not self.reading.text.startswith("<", self.match.start(group) - 1):
            return None
        return self.reading.slots.get(name)

    def is_name(self, group: str) -> bool:
        """Nouns stand beside names ("Mayor Roe"), not beside pronouns ("judge him")."""
        slot = self.slot(group)
        return slot is not None and slot.name

    def closes_apposition(self, group: str) -> bool:
        """In "The airline , which owns <O1> , has": what follows the second comma is not said of the slot."""
        start, end = self.match.span(group)
        text = self.reading.text
        opened = _PREPOSITION.search(text, max(0, start - 12), start - 1) or _RELATIVE.search(
            text, max(0, start - 80), start - 1
        )
        return bool(opened and _COMMA_VERB.match(text, end + 1))

    def entity(self, group: str) -> str | None:
        """Entity id of the slot under `group`."""
        slot = self.slot(group)
        return slot.entity.id if slot is not None and slot.entity is not None else None

    def words(self, group: str) -> str | None:
        """The clean text's words under `group`, None where the group took no part."""
        if self._group(group) is None:
            return None
        words = _DANGLING.sub("", self.span(group).of(self.view.text))
        return " ".join(words.split()).strip(" ,;:.\"'“”‘’") or None

    def span(self, group: str | int = 0) -> Span:
        return self.reading.span(*self._trimmed(group))

    def value(self, group: str) -> ObjectValue | None:
        """The group as an object: entity, time, amount, or words."""
        slot = self.slot(group)
        if slot is None:
            words = self.words(group)
            return TextObject(words) if words else None
        return as_object(slot)

    def stance(self, *content: str, aside: bool = False) -> Stance | None:
        """How the match is meant; the words of the groups `content` do not count; `aside`: it is a noun phrase."""
        if self.reading.quote is not None:
            return self._quoted_stance(self.reading.quote)
        ignore = tuple(
            self.match.span(g)
            for g in content
            if self._group(g) and not _SLOT.fullmatch(self._group(g) or "")
        )
        return assess(self.reading, *self._trimmed(0), ignore=ignore, aside=aside)

    def _quoted_stance(self, quote: int) -> Stance | None:
        """Quoted words are the speaker's; where nobody is known to speak them, nobody reports them."""
        speaker = self.view.entities.get(self.view.article.speakers[quote] or "")
        inside = assess(self.reading, *self._trimmed(0))
        if speaker is None or inside is None or inside.status != "asserted":
            return None
        return Stance("reported", inside.polarity, Attribution(speaker.id, speaker.label))

    def _group(self, group: str) -> str | None:
        return self.match.groupdict().get(group)

    def _trimmed(self, group: str | int) -> tuple[int, int]:
        start, end = self.match.span(group)
        text = self.reading.text
        while end > start + 1 and text[end - 1] in " ,":
            end -= 1
        return start, end


def as_object(slot: Slot) -> ObjectValue:
    if slot.entity is not None:
        return EntityObject(slot.entity.id)
    if slot.time is not None:
        return TimeObject(slot.time, "date")
    assert slot.quantity is not None  # noqa: S101 - quoted words stand in readings, and no pattern asks for them
    return QuantityObject(slot.quantity)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Group `s` is the subject, `o` the object, every other named group a qualifier of its name.

    `triggers`: the rule looks only at sentences that hold one of these words (small letters), for speed;
    `spread`: groups whose slot stands in a list, each member of which the fact holds for;
    `constants`: qualifiers that the rule itself knows; `object_text`: an object the rule itself knows;
    `accept`: a last condition on the match;
    `aside`: the match is a noun phrase beside a name, which holds whatever its sentence asks, denies or expects.
    """

    id: str
    predicate: str
    template: str
    triggers: frozenset[str]
    confidence: float
    spread: tuple[str, ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    object_text: str | None = None
    quoted: bool = False
    aside: bool = False
    accept: Callable[[Hit], bool] | None = None
    content: tuple[str, ...] = ("o",)
    pattern: Pattern = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", build(self.template))

    def __call__(self, view: View, /) -> Iterator[Candidate]:
        for hit in hits(view, self.pattern, self.triggers, quoted=self.quoted):
            yield from self._draw(hit)

    def _draw(self, hit: Hit) -> Iterator[Candidate]:
        stance = hit.stance(*self.content, aside=self.aside)
        if stance is None or not self._applies(hit):
            return
        for subject in self._ends(hit, "s"):
            for thing in [TextObject(self.object_text)] if self.object_text else self._ends(hit, "o"):
                if isinstance(subject, EntityObject) and subject != thing:
                    yield candidate(self, hit, stance, subject.entity, thing)

    def _applies(self, hit: Hit) -> bool:
        if self.accept is not None and not self.accept(hit):
            return False
        return hit.is_name("s") if self.aside else not hit.closes_apposition("s")

    def _ends(self, hit: Hit, group: str) -> list[ObjectValue]:
        slot = hit.slot(group)
        members = slot.entity.members if slot is not None and slot.entity is not None else ()
        if group == "s" and members:
            return [EntityObject(member) for member in members]  # "they live in Oslo": both do
        if slot is not None and group in self.spread:
            return [as_object(one) for one in listed(hit.reading, slot)]
        value = hit.value(group)
        return [value] if value is not None else []


def phrase(
    rule: str,
    predicate: str,
    template: str,
    triggers: str,
    confidence: float = 0.8,
    *,
    spread: tuple[str, ...] = (),
    constants: tuple[tuple[str, str], ...] = (),
    object_text: str | None = None,
    quoted: bool = False,
    aside: bool = False,
    accept: Callable[[Hit], bool] | None = None,
    content: tuple[str, ...] = ("o",),
) -> Phrase:
    """A phrase rule; `triggers` is a list of words parted by spaces."""
    words = frozenset(triggers.split())
    return Phrase(
        rule,
        predicate,
        template,
        words,
        confidence,
        spread,
        constants,
        object_text,
        quoted,
        aside,
        accept,
        content,
    )


def candidate(rule: Phrase, hit: Hit, stance: Stance, subject: str, thing: ObjectValue) -> Candidate:
    """The match as a candidate, with its qualifiers and what the words around it make of it."""
    qualifiers: list[tuple[str, ObjectValue]] = [(name, TextObject(value)) for name, value in rule.constants]
    for name in hit.match.groupdict():
        value = hit.value(name) if name not in {"s", "o"} and not name.startswith("_") else None
        if value is not None:
            qualifiers.append((bare(name), value))
    dates = [value.time for name, value in qualifiers if name == "date" and isinstance(value, TimeObject)]
    return Candidate(
        subject=subject,
        predicate=rule.predicate,
        object=thing,
        rule=rule.id,
        evidence=(hit.span(),),
        qualifiers=tuple(qualifiers),
        status=stance.status,
        polarity=stance.polarity,
        attribution=stance.attribution,
        confidence=rule.confidence,
        event_time=dates[0] if dates else None,
    )


def hits(
    view: View, pattern: Pattern, triggers: frozenset[str], *, quoted: bool = False
) -> Iterator[Hit]:
    """Every match in the sentences that hold a trigger; with `quoted`, in the words of quotes too."""
    told = view.narration_with(triggers)
    told += [reading for reading in view.quoted if quoted and not triggers.isdisjoint(reading.words)]
    for reading in told:
        if not pattern.may_match(reading.text, reading.letters):
            continue
        for number, match in enumerate(pattern.finditer(reading.text)):
            if number >= _MAX_HITS:
                break
            yield Hit(view, reading, match)


_MEMBER = re.compile(r"<([A-Za-z]\d{1,4})>")
_LAST_OF_LIST = re.compile(r"(?:and|&) [a-z -]{0,60}<[A-Z]\d{1,4}>$")
_JOINT = r"(?: , \d{1,3})? (?:, and|,|and|&) (?:(?:the |former )?(?:[a-z][a-z-]{2,16} ){1,3})?"
_RUN = re.compile(rf"<([A-Za-z])\d{{1,4}}>(?:{_JOINT}<\1\d{{1,4}}>){{1,12}}")  # all of one type


def listed(reading: Reading, slot: Slot) -> list[Slot]:
    """`slot` and those joined to it in a list of the same type: "A, B and C"."""
    name = next(key for key, value in reading.slots.items() if value is slot)
    for run in _RUN.finditer(reading.text):
        names = _MEMBER.findall(run.group())
        if name in names and _LAST_OF_LIST.search(run.group()):
            return [reading.slots[n] for n in names]
    return [slot]
