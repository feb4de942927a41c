"""Likes: one count of one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


def test_a_post_that_the_article_knows_is_not_made_twice(read: Callable[..., tuple[FactEvent, ...]]) -> None:
    text = "Mia Quill posted a photo on Instagram. The post got over 20,000 likes."

    counts = [f for f in read(text) if f.predicate == "number_of_likes"]

    assert len(counts) == 1
