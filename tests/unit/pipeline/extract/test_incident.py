"""The incident: the one fire, crash or attack of an article, with its place, day and dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.incident import draw_incidents
from worker.pipeline.values import Entity, EntityObject, QuantityObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Candidate

# Told on Thursday, 14 March 2024.
PLACE, DAY = ("event_place", "Leeds"), ("event_date", "2024-03-11")
CASES = [
    ("A fire broke out at a mill in Leeds on Monday. The fire killed three people.", "fire",
     [PLACE, DAY, ("number_of_deaths", "3")]),
    ("A warehouse fire in Leeds killed at least 12 workers. The blaze is out.", "warehouse fire",
     [PLACE, ("number_of_deaths", ">=12")]),
    ("A fire tore through a block of flats in Leeds on Monday, killing three people.", "fire",
     [PLACE, DAY, ("number_of_deaths", "3")]),
    ("An explosion ripped through a factory in Leeds on Monday.", "explosion", [PLACE, DAY]),
    ("A bus plunged into a gorge near Leeds on Monday, killing 17.", "bus crash",
     [PLACE, DAY, ("number_of_deaths", "17")]),
    ("Seventeen people died when a bus skidded off the road near Leeds on Monday.", "bus crash",
     [PLACE, DAY, ("number_of_deaths", "17")]),
    ("A bus crashed near Leeds in the early hours of Monday, killing 17.", "bus crash",
     [PLACE, DAY, ("number_of_deaths", "17")]),
    ("A small plane crashed near Leeds on Monday. Two people died in the crash.", "plane crash",
     [PLACE, DAY, ("number_of_deaths", "2")]),
    ("A bus plunged into a gorge near Leeds on Monday. The bus was full. A jeep crash there killed six people.",
     "bus crash", [PLACE, DAY]),
    ("A Monday night earthquake in Brannoc province killed at least 134 people. The earthquake broke roads.",
     "earthquake", [("event_place", "Brannoc"), DAY, ("number_of_deaths", ">=134")]),
    ("A fire at a nursing home in Leeds killed nine people on Monday. The fire is out.", "fire",
     [PLACE, DAY, ("number_of_deaths", "9")]),
    ("Three people were killed in a shooting in Leeds on Monday. The shooting shocked the town.", "shooting",
     [PLACE, DAY, ("number_of_deaths", "3")]),
    ("A gunman opened fire at a school in Leeds on Monday, killing four people. The shooting was brief.", "shooting",
     [PLACE, DAY, ("number_of_deaths", "4")]),
    ("A tornado tore through the town on Monday, killing three people.", "tornado", [DAY, ("number_of_deaths", "3")]),
    ("A shooting in Leeds left two people dead on Monday, police said.", "shooting",
     [PLACE, DAY, ("number_of_deaths", "2")]),
    ("More than 1,200 people were killed in the Monday attack on Leeds.", "attack",
     [PLACE, DAY, ("number_of_deaths", ">1200")]),
    ("The bombing of Leeds killed 30 people on Monday.", "bombing", [PLACE, DAY, ("number_of_deaths", "30")]),
    ("The blaze that killed three people in Leeds on Monday is out. The blaze began at noon.", "blaze",
     [PLACE, ("number_of_deaths", "3")]),
    ("A bus crashed. Two people died in the crash near Leeds on Monday.", "bus crash",
     [PLACE, DAY, ("number_of_deaths", "2")]),
    ("The crash happened near Leeds on Monday, killing three people.", "crash",
     [PLACE, DAY, ("number_of_deaths", "3")]),
    ("Twelve people were killed and 30 injured in the crash near Leeds on Monday. The crash shocked the town.", "crash",
     [PLACE, DAY, ("number_of_deaths", "12")]),
    ("The flood left 40 people homeless in Leeds on Monday. The flood is over.", "flood", [PLACE, DAY]),
    ("A fire at the embassy of France killed three people on Monday. The fire is out.", "fire",
     [DAY, ("number_of_deaths", "3")]),
    ("A gunman opened fire at a school in Leeds on Monday. The shooting was brief. The school opened a gym in Tarn.",
     "shooting", [PLACE, DAY]),
    ("The death toll in the earthquake rose to 131. The quake struck Leeds on Monday.", "earthquake",
     [PLACE, DAY, ("number_of_deaths", "131")]),
]  # fmt: skip


def _read(view: View) -> tuple[list[str], list[tuple[str, str]]]:
    drawn = list(draw_incidents(view))
    labels = {entity.id: entity.label for entity in view.article.entities}
    facts = [one for one in drawn if not isinstance(one, Entity)]
    return [one.label for one in drawn if isinstance(one, Entity)], [(f.predicate, _value(f, labels)) for f in facts]


def _value(fact: Candidate, labels: dict[str, str]) -> str:
    match fact.object:
        case EntityObject(entity):
            return labels[entity]
        case TimeObject(time):
            return str(time.edtf)
        case QuantityObject(quantity):
            return quantity.comparator.removeprefix("=") + quantity.amount
        case _:
            return ""


@pytest.mark.parametrize(("text", "label", "facts"), CASES, ids=[case[0] for case in CASES])
def test_tells_place_day_and_dead(
    seen: Callable[[str], View], text: str, label: str, facts: list[tuple[str, str]]
) -> None:
    labels, found = _read(seen(text))

    assert labels == [label]
    assert sorted(set(found)) == sorted(facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Amory remembered a fire in Leeds.",
        "A fire could break out in Leeds on Monday. The fire would kill three people.",
        "Anger tore through Leeds on Monday.",
        "The fire brigade met in Leeds on Monday. The fire brigade agreed.",
        '"A fire broke out in Leeds on Monday. The fire killed three people," Ruth Amory said.',
        "A car could crash in Leeds on Monday, killing two people, the mayor warned.",
        "Ruth Amory fears a crash in Leeds. Peter Albrook fears a crash in Leeds.",
        "Soldiers opened fire in Leeds on Monday. They came under fire in Leeds.",
        "Smoke means more asthma attacks in Leeds. Asthma attacks rose in Leeds on Monday.",
        "The plane had not crashed on Monday. The plane was late, and the crash in Leeds killed nobody.",
        "A bus crashed and burned. The bus was red.",
        "The death toll rose to 131 on Monday.",
    ],
    ids=["in passing", "in thought", "a figure of speech", "part of a compound", "quoted", "feared to come", "feared",
         "gunfire", "of the body", "denied", "of no place or day", "a toll of nobody knows what"],
)
def test_tells_none_where_none_is_told(seen: Callable[[str], View], text: str) -> None:
    assert list(draw_incidents(seen(text))) == []


def test_tells_the_dead_of_what_the_article_is_not_about(seen: Callable[[str], View]) -> None:
    told = "A fire broke out at a mill in Leeds on Monday. The fire killed three people."

    labels, found = _read(seen(f"{told} An earthquake killed 900 people in 2011."))

    assert sorted(labels) == ["earthquake", "fire"]
    assert ("number_of_deaths", "900") in found


def test_leaves_the_event_to_the_noun_that_tells_of_another_sort(seen: Callable[[str], View]) -> None:
    labels, _ = _read(
        seen("An attack in Leeds killed two people on Monday. The attack began when a car crashed. The car was red.")
    )

    assert labels == ["attack"]


def test_knows_the_place_itself_and_the_dead_from_whom_it_names(seen: Callable[[str], View]) -> None:
    drawn = draw_incidents(seen("A bus crashed near Leeds on Monday, killing 17 people, Ruth Amory said."))
    facts = [one for one in drawn if not isinstance(one, Entity)]

    assert {one.predicate: one.status for one in facts} == {
        "event_place": "asserted", "event_date": "asserted", "number_of_deaths": "reported",
    }  # fmt: skip
