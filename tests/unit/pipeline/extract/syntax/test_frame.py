"""Frames: which fact a verb makes of who fills its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.syntax.frame import Place, evidence, frame, told
from worker.pipeline.values import EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.frame import Frame
    from worker.pipeline.extract.view import View

BUYS = frame("test/buys", "acquired", "buy", "agent:O", "patient:O", voice="active")
PRAISES = frame("test/praises", "praised", "praise", "agent:P", "patient:P", qualifiers=("reason=for:*",))
QUITS = frame("test/quits", "left", "quit", "agent:P", None, object_text="post")


def _told(rule: Frame, view: View) -> list[tuple[str, str]]:
    names = {entity.id: entity.label for entity in view.article.entities}
    return [
        (names[c.subject], names[c.object.entity] if isinstance(c.object, EntityObject) else c.object.value)
        for c in rule(view)
        if isinstance(c.object, EntityObject | TextObject)
    ]


def test_makes_a_fact_of_subject_and_object(seen: Callable[[str], View]) -> None:
    assert _told(BUYS, seen("Nordbank Holdings bought Halvex Systems.")) == [("Nordbank Holdings", "Halvex Systems")]


@pytest.mark.parametrize(
    "text",
    [
        "Nordbank Holdings sold Halvex Systems.",
        "Nordbank Holdings bought three vans.",
        "Ruth Amory bought Halvex Systems.",
        "Halvex Systems was bought by Nordbank Holdings.",
    ],
    ids=["another verb", "an object of another kind", "a subject of another kind", "the other voice"],
)
def test_makes_none_where_a_part_does_not_fit(seen: Callable[[str], View], text: str) -> None:
    assert _told(BUYS, seen(text)) == []


def test_leaves_out_what_somebody_else_says_in_quotation_marks(seen: Callable[[str], View]) -> None:
    assert _told(BUYS, seen('"Nordbank Holdings bought Halvex Systems," Ruth Amory said.')) == []


def test_makes_one_fact_of_each_of_those_joined(seen: Callable[[str], View]) -> None:
    found = _told(PRAISES, seen("Ruth Amory praised Peter Albrook and Mia Quill."))

    assert found == [("Ruth Amory", "Peter Albrook"), ("Ruth Amory", "Mia Quill")]


def test_adds_the_date_and_the_qualifiers_that_it_was_asked_for(seen: Callable[[str], View]) -> None:
    (fact,) = PRAISES(seen("On 2 May 2023 Ruth Amory praised Peter Albrook for his patience."))
    qualifiers = dict(fact.qualifiers)

    assert qualifiers["reason"] == TextObject("his patience")
    assert fact.event_time is not None
    assert fact.event_time.edtf == "2023-05-02"


def test_keeps_a_denied_deed_apart(seen: Callable[[str], View]) -> None:
    (fact,) = PRAISES(seen("Ruth Amory did not praise Peter Albrook."))

    assert fact.polarity == "negative"


def test_knows_an_object_that_goes_without_saying(seen: Callable[[str], View]) -> None:
    assert _told(QUITS, seen("Ruth Amory quit on Monday.")) == [("Ruth Amory", "post")]


def test_asks_a_last_condition(seen: Callable[[str], View]) -> None:
    never = frame("test/never", "acquired", "buy", "agent:O", "patient:O", accept=lambda _clause, _thing: False)

    assert _told(never, seen("Nordbank Holdings bought Halvex Systems.")) == []


def test_refines_words_and_drops_what_refines_to_nothing(seen: Callable[[str], View]) -> None:
    view = seen("Ruth Amory wrote a short letter.")
    upper = frame("test/upper", "wrote", "write", "agent:P", "patient:*", refine=str.upper)
    none = frame("test/none", "wrote", "write", "agent:P", "patient:*", refine=lambda _words: None)

    assert (_told(upper, view), _told(none, view)) == ([("Ruth Amory", "SHORT LETTER")], [])


def test_takes_a_coming_deed_for_none_unless_it_is_presupposed(seen: Callable[[str], View]) -> None:
    view = seen("Ruth Amory will quit on Monday.")
    holds = frame("test/holds", "left", "quit", "agent:P", None, object_text="post", presupposed=True)

    assert ([c.status for c in QUITS(view)], [c.status for c in holds(view)]) == (["predicted"], ["asserted"])


def test_looks_in_the_next_place_only_where_the_first_is_empty(seen: Callable[[str], View]) -> None:
    (clause,) = seen("Ruth Amory praised Peter Albrook in Leeds.").clauses_with(frozenset({"praised"}))

    assert [clause.tree.word(at) for at, _ in Place(("to", "patient", "agent"), "P").found(clause)] == ["peter"]


def test_tells_a_phrase_without_its_article_and_what_only_adds_to_it(seen: Callable[[str], View]) -> None:
    ((tree, at),) = seen("Ruth Amory wrote the long letter, which nobody read.").nouns["letter"]

    assert told(tree, at) == "long letter"


def test_drops_an_object_of_more_words_than_anybody_would_quote(seen: Callable[[str], View]) -> None:
    wrote = frame("test/wrote", "wrote", "write", "agent:P", "patient:*")
    short = "Ruth Amory wrote a letter of complaint to the chairman."
    long = "Ruth Amory wrote a letter of complaint to the chairman of the board of the old county bank of Leeds."

    assert (_told(wrote, seen(short)), _told(wrote, seen(long))) == (
        [("Ruth Amory", "letter of complaint to the chairman")],
        [],
    )


def test_shows_whole_mentions_as_evidence(seen: Callable[[str], View]) -> None:
    (clause,) = seen("Ruth Amory praised Peter Albrook in Leeds.").clauses_with(frozenset({"praised"}))
    (agent,), (patient,) = clause.fill("agent"), clause.fill("patient")

    assert evidence(clause, (agent, patient)).of(clause.tree.text) == "Ruth Amory praised Peter Albrook"
