"""The stage as a whole: raw article in, clean article out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import RawArticle
from worker.pipeline.clean import clean, label_text
from worker.pipeline.clean.lines import KEPT
from worker.pipeline.errors import ArticleRejected, RejectReason
from worker.pipeline.values import CleanArticle


def lines(article: CleanArticle) -> list[str]:
    return article.text.split("\n\n")


def test_a_page_is_cleaned_to_its_text(page: str) -> None:
    assert lines(clean(RawArticle(text=page))) == [
        "What a day! Mayor Jane Roe and her daughter, Lucy, opened the library, and hundreds came to see it.",
        "A LIFE WITH BOOKS",
        "Roe was born in Milltown in 1970. She studied law.",
        "She wrote four novels, including:",
        "- The River (1990)",
        "- The Mill (1995)",
        "Her husband, John Doe, teaches music.",
    ]


def test_a_gallery_is_cleaned_to_its_captions(gallery: str) -> None:
    article = clean(RawArticle(text=gallery))
    assert lines(article)[0] == "Get the cake ready, because Lucy Roe turns 1 today!"
    assert [block.label for block in article.blocks].count("heading") == 1
    assert len(article.blocks) == 9


def test_blocks_are_in_order_and_cover_all_but_white_space(page: str) -> None:
    article = clean(RawArticle(text=page))
    assert [block.span.of(article.text) for block in article.blocks] == lines(article)
    assert "\n\n".join(block.span.of(article.text) for block in article.blocks) == article.text


def test_no_letter_of_the_text_is_altered() -> None:
    text = "\u201cIt\u2019s 300, 000,\u201d Jane Roe\u00a0said \u2014 in a caf\u00e9."
    assert clean(RawArticle(text=text)).text == text.replace("\u00a0", " ")


def test_html_and_text_give_the_same_article(page: str) -> None:
    tags = [
        f"<ul><li>{line[2:]}</li></ul>" if line[0] == "-" else f"<p>{line}</p>" for line in page.split("\n") if line
    ]
    paragraphs = "".join(tags)
    html = RawArticle(html=f"<html><body><article>{paragraphs}</article></body></html>")
    assert clean(html).text == clean(RawArticle(text=page)).text


def test_the_producers_title_is_no_part_of_the_text() -> None:
    raw = RawArticle(text="Mayor quits.\nShe had led the city since 2010.", title="Mayor quits")
    article = clean(raw)
    assert (article.text, article.metadata.title) == ("She had led the city since 2010.", "Mayor quits")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"text": "Advertisement\nRelated posts\nGetty Images"}, id="furniture only"),
        pytest.param({"text": " \n\u200b\n"}, id="invisible"),
        pytest.param({"html": "<html><body><nav>Home</nav></body></html>"}, id="menu"),
        pytest.param({"html": "<!-- -->"}, id="comment"),
    ],
)
def test_an_article_without_text_is_rejected_with_field_rule_and_fix(raw: dict[str, str]) -> None:
    with pytest.raises(ArticleRejected) as refusal:
        clean(RawArticle(**raw))
    assert refusal.value.reason is RejectReason.NO_TEXT
    assert refusal.value.field == "/" + next(iter(raw))
    assert refusal.value.rule
    assert refusal.value.fix


def test_a_canceled_article_needs_no_text() -> None:
    assert clean(RawArticle(id="1", pub_status="canceled")).text == ""


PIECES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "The mayor of Oakville resigned on Monday after an inquiry.",
            "Jane Roe",
            "By Jane Roe",
            "date 2021-03-04 ",
            "Advertisement",
            "Related posts",
            "A LONG CAREER",
            "Getty Images",
            "March 4, 2021",
            "Why?",
            "- One",
            "so it",
            "had led the city since 2010 and was due to stand again in the autumn, when",
            "and his deputy will take over",
            *("of", "i", "@jane ( Jane Roe @jane", "https://example.org/a Jane Roe", "1. One", "She wrote novels:"),
            *('"Why not?" she asked.', "Will he of Oakville", "date", "Ann Example is a reporter covering Oakville."),
        ]
    ),
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028", "  \n   "])


@given(st.lists(st.tuples(PIECES, BREAKS), max_size=25))
def test_cleaning_clean_text_changes_nothing(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    once = "\n\n".join(line for line, label in label_text(text) if label in KEPT)
    assert "\n\n".join(line for line, label in label_text(once) if label in KEPT) == once


def test_cleaning_clean_text_changes_nothing_where_space_above_the_first_line_tells_of_the_second() -> None:
    handle, link = "@jane ( Jane Roe @jane", "https://example.org/a Jane Roe"
    raw = f"{handle}\n\nof\n\ni\nJane Roe Jane Roe ( Jane Roe @jane\n\nof\n\n{link}"
    once = clean(RawArticle(text=raw)).text
    assert (once[: len(handle)], once[-len(link) :]) == (handle, link)
    assert clean(RawArticle(text=once)).text == once


def test_cleaning_the_examples_twice_changes_nothing(page: str, gallery: str) -> None:
    for text in (page, gallery):
        once = clean(RawArticle(text=text)).text
        assert clean(RawArticle(text=once)).text == once


FLOODS = {
    "one line": "a" * 2_000_000,
    "one line of words": "word " * 400_000,
    "one line of sentences": "He said so. " * 160_000,
    "empty lines": "\n" * 1_000_000,
    "short lines": "He went home on Monday.\n" * 80_000,
    "different lines": "".join(f"He went {i} times to Oakville.\n" for i in range(20_000)),
    "white space": "\u00a0" * 2_000_000,
    "dates": "March 4, 2021 " * 140_000,
    "crawler dates": "date 2021-03-04 " * 125_000,
    "slashes": ("Aa Bb/" * 39 + "\n") * 8_000,
    "steps": ("a > " * 59 + "\n") * 8_000,
    "brackets": "(photo " * 280_000,
    "bylines": "By Jane Roe and John Doe\n" * 80_000,
    "wrapped": ("x" * 70 + "\nword ") * 26_000,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS.keys())
def test_a_flood_of_2_mb_is_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    try:
        clean(RawArticle(text=text))
    except ArticleRejected as refusal:
        assert refusal.reason is RejectReason.NO_TEXT  # noqa: PT017 - either end is fine, in time
    assert time.process_time() - start < 20  # 0.1 to 3 s
