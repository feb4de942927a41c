"""Lines of which somebody else has told whether they are the article's own."""

from __future__ import annotations

from worker.pipeline.clean.context import looks_on_page
from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.rules import labels_by_rules, labels_of

PAGE = ["A LONG CAREER", "Advertisement", "Jane Roe had led the city since 2010 and was due to stand again in autumn."]
LOOKS = looks_on_page([Line(text, gap=True) for text in PAGE], title=None)


def test_what_is_told_to_be_the_articles_own_is_its_body() -> None:
    assert labels_of(LOOKS, [False, False, True]) == ["title", "ad", "body"]


def test_an_advertisement_is_nobodys_own_whatever_is_told() -> None:
    assert labels_of(LOOKS, [False, True, False]) == labels_by_rules(LOOKS)


def test_a_crosshead_without_a_text_is_none() -> None:
    assert "heading" not in labels_of(LOOKS, [True, False, False])
