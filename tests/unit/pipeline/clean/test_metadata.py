"""What the lines tell of the article, and who wins when several tell."""

from schemas.article import RawArticle
from worker.pipeline.clean import label_text
from worker.pipeline.clean.metadata import find, merge
from worker.pipeline.values import LocalTime, Metadata


def test_a_page_tells_title_author_time_section_and_credits(page: str) -> None:
    found = find(label_text(page))
    assert found.title == "Mayor Jane Roe Opens New Library With Her Daughter"
    assert found.authors == ("Ann Example",)
    assert found.published == LocalTime("2021-03-04T22:20", None, "minute", "text")
    assert found.section == "News > Local"
    assert found.credits == ("Getty images",)


def test_a_text_without_headline_has_no_title(gallery: str) -> None:
    found = find(label_text(gallery))
    assert (found.title, found.section) == (None, None)
    assert found.authors == ("Ann Example",)
    assert found.published == LocalTime("2021-03-04T14:32", None, "minute", "text")
    assert found.credits == ("Ann Poe/Getty Images", "Jane Roe/Instagram", "Instagram / Jane Roe")


def test_a_dateline_below_a_standfirst_is_the_articles() -> None:
    text = (
        "Mayor quits after long inquiry\nShe had led the city since 2010.\nBy Ann Example\n4 March 2021\nMore to come."
    )
    found = find(label_text(text))
    assert found.authors == ("Ann Example",)
    assert found.published == LocalTime("2021-03-04", None, "day", "text")


def test_a_date_far_below_the_text_is_not_the_articles() -> None:
    text = "The mayor resigned on Monday after an inquiry.\nRelated posts\nOld news here\nMarch 4, 2019"
    assert find(label_text(text)).published is None


def test_another_day_on_the_page_does_not_replace_the_first() -> None:
    text = "March 4, 2021\nUpdated March 5, 2021 10:00\nThe mayor resigned on Monday after an inquiry."
    found = find(label_text(text))
    assert found.published == LocalTime("2021-03-04", None, "day", "text")
    assert found.updated == LocalTime("2021-03-05T10:00", None, "minute", "text")


def test_the_first_of_two_days_is_the_publications() -> None:
    text = "March 4, 2021\nMarch 6, 2021\nThe mayor resigned on Monday after an inquiry."
    assert find(label_text(text)).published == LocalTime("2021-03-04", None, "day", "text")


def test_the_clock_of_a_dateline_is_not_that_of_the_line_below() -> None:
    text = "March 4, 2021 10:20\n11:45\nThe mayor resigned on Monday after an inquiry."
    assert find(label_text(text)).published == LocalTime("2021-03-04T10:20", None, "minute", "text")


def test_a_date_beside_the_name_of_a_section_is_the_publications() -> None:
    text = "Mayor Jane Roe Opens New Library\nWorld March 4, 2021\nThe mayor opened the library on Monday, she said."
    assert find(label_text(text)).published == LocalTime("2021-03-04", None, "day", "text")


def test_the_producer_wins_over_markup_and_markup_over_lines() -> None:
    raw = RawArticle(
        text="x", title=" A\u00a0title ", authors=("Jane Roe",), published="2021-03-04T10:00:00+01:00", rights="CC0"
    )
    html = Metadata(title="B", publisher="Oakville Herald", section="News")
    text = Metadata(title="C", publisher="D", section="E", credits=("AP",))
    merged = merge(raw, html, text)
    assert (merged.title, merged.authors, merged.rights) == ("A title", ("Jane Roe",), "CC0")
    assert merged.published == LocalTime("2021-03-04T10:00:00", "+01:00", "second", "producer")
    assert (merged.publisher, merged.section, merged.credits) == ("Oakville Herald", "News", ("AP",))


def test_the_clock_above_the_text_tells_the_markups_instant_locally() -> None:
    html = Metadata(published=LocalTime("2021-03-04T23:20:31", "Z", "second", "html"))
    text = Metadata(published=LocalTime("2021-03-05T10:20", None, "minute", "text"))
    merged = merge(RawArticle(text="x"), html, text)
    assert merged.published == LocalTime("2021-03-05T10:20", "+11:00", "minute", "text")
