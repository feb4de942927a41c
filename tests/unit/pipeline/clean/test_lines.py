"""Lines in their places: what neighbours and order tell that the wording does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.pipeline.clean import lines
from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.lines import KEPT, label_lines
from worker.pipeline.values import BlockLabel

STORY = [
    "The mayor of Oakville resigned on Monday after an inquiry into the city's finances.",
    "Jane Roe had led the city since 2010 and was due to stand again in the autumn.",
    "Her deputy, John Doe, will take over until voters elect a successor in September.",
]
MORE = [
    "The inquiry found that contracts worth $3 million had gone to a firm of her brother's.",
    "Prosecutors said that they would decide within a month whether to bring charges against either.",
    "The opposition asked for an early election, which the council will debate on Thursday.",
]


def labels(*texts: str, title: str | None = None) -> list[BlockLabel]:
    return list(label_lines([Line(text, gap=at > 0) for at, text in enumerate(texts)], title))


def test_a_short_line_before_a_paragraph_is_a_crosshead() -> None:
    assert labels(STORY[0], "A LONG CAREER", *STORY[1:])[1] == "heading"


def test_a_run_of_short_lines_is_a_menu() -> None:
    assert labels(STORY[0], "Weather today", "Local sport", "Town jobs", "Small ads", *STORY[1:])[1:5] == ["other"] * 4


def test_short_lines_below_a_related_heading_are_teasers() -> None:
    assert labels(STORY[0], "Related posts", "Mayor in trouble", *STORY[1:])[1:3] == ["related", "other"]


def test_the_foot_of_a_page_is_cut_off_with_its_sentences() -> None:
    foot = ["Related articles", "A man was hurt when his car hit a tree.", "Comments", "What a shame this is."]
    assert not KEPT & set(labels(*STORY, *MORE, *foot)[6:])


def test_a_related_heading_in_the_middle_cuts_nothing_off() -> None:
    found = labels(STORY[0], "Related articles", *STORY[1:], *MORE)
    assert found.count("body") == 6


def test_a_short_sentence_is_kept_though_its_words_are_capitalized() -> None:
    assert labels(STORY[0], "She attended Example College.", STORY[1])[1] == "body"


def test_the_items_of_a_list_are_kept() -> None:
    found = labels(STORY[0], "She wrote three novels, including:", "- The Mill (1990)", "\u2022 The River", STORY[1])
    assert found[1:4] == ["body"] * 3


def test_a_line_that_announces_something_is_no_crosshead_where_an_advert_comes_first() -> None:
    found = labels(*STORY, "The council named three reasons:", "Advertisement", *MORE)
    assert found[3:5] == ["body", "ad"]


def test_a_pull_quote_is_kept_once() -> None:
    quote = "I have never taken a cent from the people of this city."
    told = f'"{quote}" she said on Monday at the town hall in Oakville.'
    assert labels(*STORY, quote, told)[3:] == ["other", "body"]


def test_a_repeated_paragraph_is_kept_once() -> None:
    assert labels(*STORY, STORY[0]) == ["body", "body", "body", "other"]


def test_a_sentence_among_menu_lines_is_a_teaser() -> None:
    menu = ["Share", "Menu", "Sign in", "Subscribe", "Search", "Weather", "Follow"]
    story = [f"{text} {i} {STORY[2]} {i + 1}." for i, text in enumerate(STORY * 4)]
    assert labels(*story, *menu, "A man was hurt on Main Street.", *menu)[19] == "other"


def test_a_gallery_keeps_its_captions() -> None:
    shots = [
        text for i in range(5) for text in (f"Lucy Roe plays in the garden in 200{i}.", "Jane Roe/AP", f"{i} of 5")
    ]
    assert labels(*shots)[::3] == ["caption"] * 5


def test_a_line_on_the_author_below_the_text_goes() -> None:
    assert labels(*STORY, "Ann Example is a reporter covering Oakville.")[-1] == "other"


def test_a_line_on_a_reporter_inside_the_text_stays() -> None:
    assert labels(STORY[0], "Ann Example is a reporter covering Oakville.", *STORY[1:])[1] == "body"


def test_a_paragraph_without_its_full_stop_is_kept_between_paragraphs() -> None:
    found = labels(STORY[0], "The council had asked for the report in May but never got a copy of it", *STORY[1:])
    assert found == ["body"] * 4


def test_a_known_headline_is_told_even_if_it_is_a_sentence() -> None:
    assert labels("The mayor resigns!", *STORY, title="The Mayor Resigns")[0] == "title"


def test_a_first_sentence_is_no_headline() -> None:
    assert labels(*STORY)[0] == "body"


def test_a_question_above_the_byline_is_the_headline() -> None:
    assert labels("Why did the mayor resign?", "By Ann Example", *STORY)[:2] == ["title", "byline"]


@pytest.mark.parametrize("text", ["Jane Roe died on Monday", "No comment", "Hello"])
def test_a_text_of_one_line_is_read_if_it_is_like_a_sentence(text: str) -> None:
    assert labels(text) == (["body"] if text.startswith("Jane") else ["title" if len(text.split()) > 2 else "other"])


def test_an_item_that_only_stood_among_lines_that_go_goes_with_them() -> None:
    assert labels("Comments", "A LONG CAREER", "- The Mill", "1 of 5", "Advertisement")[2] == "other"


def test_a_page_that_loses_a_line_with_each_reading_is_soon_read_and_keeps_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def without_its_last(page: list[Line], *_: object, **__: object) -> list[BlockLabel]:
        read.append(len(page))
        kept: list[BlockLabel] = ["body"] * (len(page) - 1)
        return [*kept, "other" if len(page) > 2_000 else "body"]

    monkeypatch.setattr(lines, "_labels", without_its_last)
    found = labels(*map(str, range(5_000)))
    assert 1_500 <= found.count("body") == found.index("other") <= 2_000
    assert sum(read) < (1 + lines.ROUNDS + lines.SHED) * 5_000 + lines.MOST


def test_a_page_of_which_each_reading_leaves_less_has_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_labels", lambda page, *_, **__: ["body"] * (len(page) - 1) + ["other"])
    assert set(labels(*STORY)) == {"other"}


def test_a_caption_stays_one_when_the_credit_that_told_it_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = iter([["caption", "credit", "heading", "body"], ["body", "body", "other"], ["body", "body"]])
    monkeypatch.setattr(lines, "_labels", lambda *_, **__: next(readings))
    assert labels("Roe waves.", "Ann Poe/AP", "It rained.", "Share") == ["caption", "credit", "body", "other"]


POOL = [
    *STORY,
    *("A LONG CAREER", "Advertisement", "Related posts", "Jane Roe/AP", "By Ann Example", "March 4, 2021", "Comments"),
    *("Mayor quits after inquiry into city finances", "She resigned.", "- The Mill", "She wrote:", "Share", "1 of 5"),
    *("Why did she resign?", "Jane Roe", "More than 40 people came.", "Copyright 2021 Oakville Herald"),
    *("I have never taken a cent from you.", '"I have never taken a cent from you," she said.'),
    "Ann Example is a reporter covering Oakville.",
]


@given(st.lists(st.sampled_from(POOL), max_size=40))
def test_labelling_the_kept_lines_again_keeps_them_all(texts: list[str]) -> None:
    kept = [text for text, label in zip(texts, labels(*texts), strict=True) if label in KEPT]
    assert set(labels(*kept)) <= KEPT


@given(st.lists(st.sampled_from(POOL), max_size=40))
def test_no_line_below_the_last_paragraph_or_above_the_first_is_a_crosshead(texts: list[str]) -> None:
    found = [label for label in labels(*texts) if label in KEPT]
    assert not found or (found[0] != "heading" and found[-1] != "heading")
