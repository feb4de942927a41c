"""Likes: one count of one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


def test_a_post_that_the_article_knows_is_not_made_twice(read: Callable[..., tuple[FactEvent, ...]]) -> None:
    text = "Mia Quill posted a photo on Instagram. The post got over 20,000 likes."

    counts = [f for f in read(text) if f.predicate == "number_of_likes"]

    assert len(counts) == 1


def test_a_post_that_only_its_likes_tell_of_is_a_post_without_a_name(
    read: Callable[..., tuple[FactEvent, ...]],
) -> None:
    [count] = [f for f in read("The clip has 4,500 likes.") if f.predicate == "number_of_likes"]

    assert (count.subject.label, count.subject.type) == ("The clip", "post")


@pytest.mark.parametrize(
    "text",
    [
        "One video on TikTok amassed nearly one million views.",
        "The clip has 4,500 views.",
        "Mia Quill was liked by 20,000 people.",
        "Did the photo get 4,500 likes, or the post got 4,500 likes?",
    ],
    ids=["nearly views", "views", "somebody who is liked", "asked"],
)
def test_only_likes_of_posts_are_counted(told: Callable[[str, str], set[tuple[str, str]]], text: str) -> None:
    assert told(text, "number_of_likes") == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('"What a night!" Leo Brandt wrote on Instagram on Monday.', {("Leo Brandt", "post")}),
        ('"What a night!" Leo Brandt wrote on his page on Monday.', {("Leo Brandt", "post")}),
        ('"What a night!" Leo Brandt tweeted.', {("Leo Brandt", "tweet")}),
        ('"What a night!" Leo Brandt wrote.', set()),
        ("A tweet by fans warned men off the club.", set()),
    ],
    ids=["on a network", "on his page", "a verb of posting", "somewhere", "by fans"],
)
def test_words_put_on_a_network_are_a_post_of_whoever_is_named(
    told: Callable[[str, str], set[tuple[str, str]]], text: str, facts: set[tuple[str, str]]
) -> None:
    assert told(text, "posted") == facts
