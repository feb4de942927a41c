"""Kinship leads to whom the text named, as far as names and ages permit it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import ResolvedArticle

Resolve = Callable[..., ResolvedArticle]


def words(article: ResolvedArticle, label: str) -> list[str]:
    found = next(e for e in article.entities if e.label == label)
    return [m.span.of(article.annotated.article.text) for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("Sarah Reed, 12, sang. Tom Reed, 50, wept. Her father was proud.", "Her father", id="father"),
        pytest.param("Sarah Reed, 42, sang. Tom Reed, 12, wept. Her son was proud.", "Her son", id="son"),
        pytest.param("Sarah Reed, 42, sang. Tom Reed, 43, wept. Her husband was proud.", "Her husband", id="husband"),
    ],
)
def test_the_one_of_her_surname_is_meant_whose_age_permits_it(text: str, mention: str, resolve: Resolve) -> None:
    assert mention in words(resolve(text), "Tom Reed")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Sarah Reed, 42, sang. Tom Reed, 50, wept. Her father was proud.", "Her father", id="father"),
        pytest.param("Sarah Reed, 42, sang. Tom Reed, 32, wept. Her son was proud.", "Her son", id="son"),
        pytest.param("Sarah Reed, 42, sang. Tom Reed, 13, wept. Her husband was proud.", "Her husband", id="husband"),
        pytest.param("Sarah Reed sang. Mr Reed wept. Her father was proud.", "Her father", id="no ages"),
    ],
)
def test_no_one_is_meant_whose_age_forbids_it_or_of_whom_none_is_told(
    text: str, label: str, resolve: Resolve
) -> None:
    assert words(resolve(text), label) == [label]


def test_who_has_children_may_be_the_father_of_a_namesake(resolve: Resolve) -> None:
    article = resolve("Mr Reed drove his son Bo to school. Sarah Reed sang. Her father was proud.")

    assert "Her father" in words(article, "Reed")


def test_dad_is_the_father_whom_the_text_named(resolve: Resolve) -> None:
    article = resolve("Jane Roe's father, Al Roe, sang. She joined dad at the piano.")

    assert words(article, "Al Roe") == ["father", "Al Roe", "dad"]


def test_dad_is_nobody_where_no_father_was_told_of(resolve: Resolve) -> None:
    article = resolve("Jane Roe sang. She joined dad at the piano.")

    assert [e.label for e in article.entities] == ["Jane Roe"]


def test_two_who_own_a_son_together_are_a_couple(resolve: Resolve) -> None:
    article = resolve("Ann Roe and Paul Wren's son was ill. The couple wept.")

    assert words(article, "Ann Roe") == ["Ann Roe"]
    assert [len(e.members) for e in article.entities if e.type == "group"] == [2]


def test_the_couple_are_husband_and_wife_however_long_ago(resolve: Resolve) -> None:
    article = resolve("Ann Roe's husband, Paul Wren, sang." + " Rain fell." * 20 + " The couple left.")

    labels = {e.id: e.label for e in article.entities}
    assert [[labels[m] for m in e.members] for e in article.entities if e.members] == [["Ann Roe", "Paul Wren"]]


def test_the_mother_is_who_was_told_to_have_a_child(resolve: Resolve) -> None:
    article = resolve("Ann Roe and Paul Wren are the parents of a girl. Sue Tarn, a nurse, met Roe. The mother wept.")

    assert "The mother" in words(article, "Ann Roe")


@pytest.mark.parametrize(
    ("text", "label", "mention"),
    [
        pytest.param(
            "A woman and her son were hurt. The woman, Ann Roe, is in hospital.", "Ann Roe", "A woman", id="same noun"
        ),
        pytest.param(
            "A woman and a child were hurt. The boy, Bo Pike, 9, is in hospital.", "Bo Pike", "a child", id="a child"
        ),
        pytest.param(
            "A woman and a man were hurt. The woman, Kim Tarn, 43, is in hospital.", "Kim Tarn", "A woman", id="gender"
        ),
    ],
)
def test_a_name_behind_a_noun_is_of_whom_the_noun_meant(
    text: str, label: str, mention: str, resolve: Resolve
) -> None:
    assert mention in words(resolve(text), label)


@pytest.mark.parametrize(
    ("text", "label", "mention"),
    [
        pytest.param(
            "Ann Roe's mother, Bea Tarn, and her husband, Al Pike, sang. Roe's stepfather wept.",
            "Al Pike",
            "stepfather",
            id="the mother's husband",
        ),
        pytest.param(
            "Bea Tarn's son, Bo Lunt, sang. Tarn's daughter, Ida Marsh, wept. Marsh's brother left.",
            "Bo Lunt",
            "brother",
            id="the mother's son",
        ),
        pytest.param(
            "Ann Roe's boyfriend, Paul Wren, sang. Her husband left.", "Paul Wren", "Her husband", id="a partner wed"
        ),
        pytest.param('Ann Roe\'s father, Al Pike, wept. "Dad won," she said.', "Al Pike", "Dad", id="one's own"),
        pytest.param("Ann Roe's uncle, Al Pike, sang. Her uncle wept.", "Al Pike", "Her uncle", id="an uncle"),
        pytest.param("My mother sang. My mother wept.", "My mother", "My mother", id="the writer's"),
    ],
)
def test_kin_is_told_by_other_kin(text: str, label: str, mention: str, resolve: Resolve) -> None:
    assert mention in words(resolve(text), label)


def test_our_son_is_the_couples_to_which_the_speaker_belongs(resolve: Resolve) -> None:
    article = resolve('Ann Roe and Al Pike wed. The couple left. "Our son wept," Roe said.')

    assert words(article, "Ann Roe and Al Pike") == ["The couple", "Our"]
    assert words(article, "Our son") == ["Our son"]


def test_sons_of_whom_two_were_named_are_those_two(resolve: Resolve) -> None:
    article = resolve("Ann Roe's son, Bo Lunt, sang. Roe's other son, Al Lunt, wept. Her sons left.")

    assert [len(e.members) for e in article.entities if e.type == "group"] == [2]


def test_the_couples_sons_are_the_sons_of_both(resolve: Resolve) -> None:
    article = resolve(
        "Ann Roe and Al Pike wed. Their son, Bo Lunt, sang. Their other son, Ed Lunt, wept. The couple's sons left."
    )

    labels = {e.id: e.label for e in article.entities}
    assert ["Bo Lunt", "Ed Lunt"] in [[labels[m] for m in e.members] for e in article.entities]


def test_a_little_brother_is_the_one_boy_of_the_story(resolve: Resolve) -> None:
    article = resolve("Ann Roe found a boy of two. Her little brother wept.")

    assert words(article, "a boy") == ["a boy", "Her little brother"]


def test_a_lawyer_of_somebody_is_somebody_new(resolve: Resolve) -> None:
    article = resolve("Tom Reed sang. Al Pike, a lawyer, left. Reed's lawyer wept.")

    assert words(article, "Reed's lawyer") == ["Reed's lawyer"]


def test_the_mother_of_whoever_wrote_a_note_is_not_the_writers(resolve: Resolve) -> None:
    article = resolve('"My mother sang," it read. My mother wept.')

    assert words(article, "My mother") == ["My mother"]


def test_a_dad_with_words_before_him_is_mentioned_once(resolve: Resolve) -> None:
    article = resolve("Tom Reed thanked his late dad.")

    assert [e.label for e in article.entities] == ["Tom Reed", "his late dad"]
