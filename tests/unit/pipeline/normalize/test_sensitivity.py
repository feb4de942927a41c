"""Every class of the schema is assigned where the words tell it of a person, and not where they only look like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from schemas.fact import EntityRef, Literal_, QuoteValue, Sensitivity
from worker.pipeline.normalize.draft import Draft
from worker.pipeline.normalize.sensitivity import Watch
from worker.pipeline.values import Candidate, Declaration, Entity, Mention, Span, TextObject

if TYPE_CHECKING:
    from schemas.fact import ObjectRef
    from worker.pipeline.values import EntityType, Gender

SPEECH = {"stated"}


def _ref(label: str, kind: str) -> EntityRef:
    return EntityRef(id=label, key=f"{kind}:{label}", label=label, type=kind)


def _literal(words: str, predicate: str) -> Literal_:
    if predicate in SPEECH:
        quote = QuoteValue(text=words, kind="direct")
        return Literal_(datatype="quote", value=words, key=words, quote=quote)
    return Literal_(datatype="string", value=words, key=words)


def _entity(label: str, kind: EntityType, text: str, gender: Gender | None = None) -> Entity:
    at = text.find(label)
    mentions = (Mention(Span(at, at + len(label)), "name"),) if at >= 0 else ()
    return Entity(label, f"{kind}:{label}", label, kind, True, mentions, gender)


def labels(
    text: str,
    predicate: str = "significant_event",
    *,
    subject: tuple[str, EntityType] = ("Roe", "person"),
    other: ObjectRef | str = "event",
    own: tuple[Sensitivity, ...] = (),
    names: tuple[tuple[str, EntityType], ...] = (),
    minors: frozenset[str] = frozenset(),
    genders: dict[str, Gender] | None = None,
) -> tuple[Sensitivity, ...]:
    """The labels of a fact whose evidence is all of `text`."""
    told = genders or {}
    known = [_entity(label, kind, text, told.get(label)) for label, kind in (subject, *names)]
    value = _literal(other, predicate) if isinstance(other, str) else other
    fact = Draft(
        Candidate("e", predicate, TextObject("x"), "r", (Span(0, len(text)),)),
        Declaration(predicate, frozenset({"person"}), frozenset({"string"}), sensitivity=own),
        _ref(*subject), value, {}, (Span(0, len(text)),), (), 0.8, None,
    )  # fmt: skip
    return Watch.over(text, known, minors).labels(fact)


TOLD: list[tuple[str, Sensitivity]] = [
    ("Roe was diagnosed with leukaemia in May", "health"),
    ("Roe had a hip operation", "health"),
    ("Roe was taken to hospital with a concussion", "health"),
    ("Roe spoke of his depression", "health"),
    ("Roe, who uses a wheelchair,", "health"),
    ("Roe weighed 70 kg", "health"),
    ("Roe took her own life; the inquest recorded suicide", "health"),
    ("Roe, a devout Muslim,", "religion"),
    ("Roe converted to Judaism in 2019", "religion"),
    ("Roe, a Catholic priest,", "religion"),
    ("Roe, a Christian woman from Leeds,", "religion"),
    ("Republican senator Roe", "politics"),
    ("Roe, a lifelong Labour voter,", "politics"),
    ("Roe (D-Ohio)", "politics"),
    ("Roe, a far-right activist,", "politics"),
    ("Roe came out as bisexual", "sexual_orientation"),
    ("Roe married his husband in June", "sexual_orientation"),
    ("Roe, a transgender woman,", "sexual_orientation"),
    ("Roe, a Black teenager,", "ethnicity"),
    ("Roe, who is of Nigerian descent,", "ethnicity"),
    ("Roe, an African American judge,", "ethnicity"),
    ("Roe was arrested on Monday", "crime"),
    ("Roe pleaded guilty to theft", "crime"),
    ("Roe, a convicted fraudster,", "crime"),
    ("Roe is in prison", "crime"),
    ("Roe was found at 14 Elm Road", "address"),
    ("Roe lives at Flat 3, Harbour View", "address"),
    ("Roe, of LS1 4AB,", "address"),
]


@pytest.mark.parametrize(("text", "label"), TOLD, ids=[text for text, _ in TOLD])
def test_a_class_is_told_by_its_words(text: str, label: Sensitivity) -> None:
    assert label in labels(text)


LOOKALIKES: list[tuple[str, Sensitivity]] = [
    ("Roe runs a cancer charity", "health"),
    ("Roe scored in injury time", "health"),
    ("Roe warned of an economic depression", "health"),
    ("Roe led a police operation in Leeds", "health"),
    ("Roe survived a suicide bombing", "health"),
    ("Roe played a stroke of genius", "health"),
    ("Roe had the patience of a saint", "health"),
    ("Roe joined the Catholic University debating society", "religion"),
    ("Roe left the faithful old car", "religion"),
    ("Roe was a conservative estimate away", "politics"),
    ("Roe laboured on the D-Day landings film", "politics"),
    ("Roe threw a party", "politics"),
    ("Roe met her husband in June", "sexual_orientation"),
    ("Roe wore a black dress at the White House", "ethnicity"),
    ("Roe won on Black Friday", "ethnicity"),
    ("Roe charged into the box", "crime"),
    ("Roe spoke with conviction", "crime"),
    ("Roe tried to arrest the decline", "crime"),
    ("Roe lives in a quiet place", "address"),
    ("Roe came in at 14 in the way of things", "address"),
    ("Roe finished 3rd on Court One", "address"),
]


@pytest.mark.parametrize(("text", "label"), LOOKALIKES, ids=[text for text, _ in LOOKALIKES])
def test_what_only_looks_like_a_class_is_not_it(text: str, label: Sensitivity) -> None:
    assert label not in labels(text)


def test_every_class_of_the_schema_is_assigned_by_something() -> None:
    assert {label for _, label in TOLD} | {"minor"} == set(get_args(Sensitivity))


def test_a_word_inside_a_name_tells_nothing() -> None:
    text = "Christian Vance met Gay Albrook at the Black Boy Inn"
    names: tuple[tuple[str, EntityType], ...] = (("Gay Albrook", "person"), ("Black Boy Inn", "organization"))

    assert labels(text, subject=("Christian Vance", "person"), names=names) == ()


def test_only_people_have_health_faith_and_party() -> None:
    text = "Halvex makes a cancer test, and its Republican senator friend was diagnosed"

    assert labels(text, subject=("Halvex", "organization"), own=("health", "politics")) == ()


def test_a_firm_can_be_charged() -> None:
    firm: tuple[str, EntityType] = ("Halvex", "organization")

    assert labels("Halvex was charged with fraud", "charged_with", subject=firm, own=("crime",)) == ("crime",)


@pytest.mark.parametrize(
    ("said", "label"),
    [("I was diagnosed with cancer last year.", True), ("We must beat cancer. It was good.", False)],
    ids=["of oneself", "of a cause"],
)
def test_speech_is_sensitive_if_it_speaks_of_a_person(said: str, label: bool) -> None:
    assert ("health" in labels(said, "stated", other=said)) == label


@pytest.mark.parametrize(
    ("body", "label"),
    [("Harbour Baptist Church", ("religion",)), ("Norland Green Party", ("politics",)), ("Belmore Rowing Club", ())],
)
def test_the_body_somebody_belongs_to_may_tell(body: str, label: tuple[Sensitivity, ...]) -> None:
    assert labels("Roe is a member", "member_of", other=_ref(body, "organization")) == label


@pytest.mark.parametrize(
    ("genders", "label"),
    [
        ({"Roe": "female", "Kell": "female"}, ("sexual_orientation",)),
        ({"Roe": "female", "Kell": "male"}, ()),
        ({"Roe": "female"}, ()),
    ],
    ids=["of one gender", "of two", "unknown"],
)
def test_a_couple_of_one_gender_tells_whom_both_love(
    genders: dict[str, Gender], label: tuple[Sensitivity, ...]
) -> None:
    kell: tuple[str, EntityType] = ("Kell", "person")

    assert labels("Roe wed Kell", "spouse", other=_ref(*kell), names=(kell,), genders=genders) == label


@pytest.mark.parametrize(
    ("predicate", "text", "label"),
    [
        ("residence", "Roe, of Elm Street, Belmore", ("address",)),
        ("residence", "Roe lives in Belmore", ()),
        ("position_held", "Roe, of 10 Harbour Street", ()),
    ],
    ids=["a home's street", "a town", "an office"],
)
def test_a_street_is_an_address_where_somebody_lives(
    predicate: str, text: str, label: tuple[Sensitivity, ...]
) -> None:
    assert labels(text, predicate) == label


def test_a_child_at_either_end_makes_the_fact_a_minors() -> None:
    ned: tuple[str, EntityType] = ("Ned", "person")

    assert labels("Roe hugged Ned", "child", other=_ref(*ned), names=(ned,), minors=frozenset({"Ned"})) == ("minor",)
    assert labels("Roe hugged Ned", "child", other=_ref(*ned), names=(ned,)) == ()
