"""Names are found whole, typed, and told from capitals that mean nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from worker.pipeline.values import AnnotatedArticle

Annotate = Callable[[str], AnnotatedArticle]


def names(article: AnnotatedArticle) -> set[tuple[str, str]]:
    return {(n.span.of(article.article.text), n.type) for n in article.names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met Senator Maria Ortega.", ("Maria Ortega", "person"), id="title is no part"),
        pytest.param(
            "Senate Majority Leader Harold Finch spoke.", ("Harold Finch", "person"), id="long title"
        ),
        pytest.param("The singer Tom Reed smiled.", ("Tom Reed", "person"), id="trade before"),
        pytest.param("She praised Jane Roe's work.", ("Jane Roe", "person"), id="possessive mark is no part"),
        pytest.param("He moved to New York in May.", ("New York", "gpe"), id="city"),
        pytest.param("It was sold in South Korea.", ("South Korea", "gpe"), id="country"),
        pytest.param("They swam in Lake Huron.", ("Lake Huron", "location"), id="lake"),
        pytest.param(
            "He works for Northgate Energy Inc. now.", ("Northgate Energy Inc.", "organization"), id="firm"
        ),
        pytest.param(
            "A study by the University of Leeds.", ("University of Leeds", "organization"), id="university"
        ),
        pytest.param("He told Metro Weekly so.", ("Metro Weekly", "organization"), id="magazine"),
        pytest.param(
            "The Securities and Exchange Commission sued.",
            ("Securities and Exchange Commission", "organization"),
            id="and inside",
        ),
        pytest.param(
            "It appeared in the journal Nature.", ("Nature", "organization"), id="journal by its noun"
        ),
        pytest.param("They lost to the Leeds Rhinos.", ("Leeds Rhinos", "organization"), id="team"),
        pytest.param("Rovers beat Harlow 3-1.", ("Harlow", "organization"), id="score behind"),
        pytest.param(
            "Ann Roe beat Eva Lund 6-4, 6-2.", ("Eva Lund", "person"), id="no team with a first name"
        ),
        pytest.param("They have two children: Max, 8, and Ella, 5.", ("Max", "person"), id="age behind"),
        pytest.param("Cartoonist Ann Roe drew it.", ("Ann Roe", "person"), id="trade in capitals"),
        pytest.param("Senator Jo Roe, R-Ohio, spoke.", ("Jo Roe", "person"), id="party and state"),
        pytest.param("She wrote it on Instagram.", ("Instagram", "product"), id="platform"),
        pytest.param(
            "He spoke at the Save Our Rivers March in June.", ("Save Our Rivers March", "event"), id="march"
        ),
        pytest.param("The Winter Cup starts soon.", ("Winter Cup", "event"), id="cup"),
        pytest.param("She won a Booker Prize.", ("Booker Prize", "award"), id="prize"),
        pytest.param("The Grammy winner sang.", ("Grammy", "award"), id="award before winner"),
        pytest.param("A firm based in Leeds, the Leeds-based maker.", ("Leeds", "gpe"), id="glued ending"),
        pytest.param('She likes to listen to "Remember Rome," daily.', ("Remember Rome", "work"), id="song"),
        pytest.param('His book "The Long Winter" sold well.', ("The Long Winter", "work"), id="book"),
    ],
)
def test_a_name_is_found_with_its_type(text: str, expected: tuple[str, str], annotate: Annotate) -> None:
    assert expected in names(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Talk about a strong start.", id="first word"),
        pytest.param("They met on Monday in March.", id="days and months"),
        pytest.param("The President left.", id="office alone"),
        pytest.param("French wine is good.", id="nationality"),
        pytest.param("They met South Korean farmers.", id="nationality of two words"),
        pytest.param("I think I know.", id="pronoun"),
        pytest.param("HE ALREADY TOOK A WALK", id="heading in capitals"),
        pytest.param("Happy Birthday!", id="wish"),
    ],
)
def test_capitals_alone_make_no_name(text: str, annotate: Annotate) -> None:
    assert names(annotate(text)) == set()


def test_a_title_of_a_work_hides_the_place_inside(annotate: Annotate) -> None:
    found = names(annotate('They read "Morning in San Diego," aloud.'))

    assert found == {("Morning in San Diego", "work")}


def test_a_surname_that_is_a_common_word_is_known_by_the_full_name(annotate: Annotate) -> None:
    found = annotate("Banner's photo drew praise. Tom Banner took it. A film banner hung there.").names

    assert [n.span.start for n in found] == [0, 28]


def test_a_heading_repeats_the_names_of_the_body(annotate: Annotate) -> None:
    assert ("JANE ROE", "person") in names(annotate("JANE ROE HAS A PLAN\nJane Roe has a plan."))


def test_two_persons_joined_by_and_are_two_names(annotate: Annotate) -> None:
    found = names(annotate("Tom Reed and Julia Stone married."))

    assert found == {("Tom Reed", "person"), ("Julia Stone", "person")}


def test_the_firm_without_its_legal_form_is_the_firm(annotate: Annotate) -> None:
    found = names(annotate("Northgate Energy Inc. grew. She joined Northgate in 2011."))

    assert ("Northgate", "organization") in found


def test_names_do_not_overlap_and_are_in_order(annotate: Annotate) -> None:
    found = annotate('Sir Tom Reed of Leeds United read "War and Peace" in Leeds, the BBC said.').names

    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
