"""Who says the words in marks that no clause beside them reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import AnnotatedArticle


def voices(article: AnnotatedArticle) -> list[str | None]:
    text = article.article.text
    return [q.speaker.of(text) if q.speaker else None for q in article.quotes if q.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "“You lie,” Ann Roe told Ed Moro.\n“You cheat,” Moro shot back.\n“I never cheated.”\n“You have, twice.”",
            ["Ann Roe", "Moro", "Ann Roe", "Moro"],
            id="two take turns",
        ),
        pytest.param(
            "“You lie,” said Ann Roe.\nIt rained.\n“You cheat,” Ed Moro said.\n“You always have.”",
            ["Ann Roe", "Ed Moro", "Ed Moro"],
            id="no turns with prose between",
        ),
        pytest.param(
            "We met Ann Roe in Hull. How is it?\n“Strange. I woke up early.”\nDo you miss it?\n“Not at all, no.”",
            ["Ann Roe", "Ann Roe"],
            id="interview",
        ),
        pytest.param(
            "“It is like living on a lake.”\nEd Moro stands in his field.", ["Ed Moro"], id="article's first words"
        ),
        pytest.param(
            "Ann Roe said it was “a farce from the start” and should be “dead and buried by now”.",
            ["Ann Roe", "Ann Roe"],
            id="second fragment of a sentence",
        ),
        pytest.param(
            "“We lost,” Ann Roe said. She paused.\n“But we will win.”", ["Ann Roe", "Ann Roe"], id="goes on"
        ),
        pytest.param(
            "“They are late,” the insider dished. “Very late.”", ["the insider"], id="a verb that no list has"
        ),
        pytest.param(
            "Roe thanked her dad in her speech: “You believed in me.”", ["Roe"], id="a colon without a verb"
        ),
        pytest.param(
            "As one insider noted at the time, “She wants it even more.”", ["one insider"], id="as somebody noted"
        ),
        pytest.param(
            "She wrote it, with Ed Moro gushing that it was “the best thing ever”.", ["Ed Moro"], id="with him gushing"
        ),
        pytest.param(
            "The firm knew it was “one bad day away from ruin” for years, according to Ed Moro.", ["Ed Moro"],
            id="according to, far behind",
        ),
        pytest.param(
            "Ann Roe said it was late. “Ed Moro knows,” she added.", ["Ann Roe"], id="she added, in one paragraph"
        ),
        pytest.param(
            "Ann Roe said it was late. Eve Moro nodded. “I know,” she added.", ["she"], id="somebody else between"
        ),
        pytest.param(
            "The minister for culture, Ann Roe, said: “We must act.”", ["Ann Roe"], id="name behind the office"
        ),
        pytest.param(
            "I was in the queue when the man behind me said, “Are you her?”", ["the man"], id="clause inside a clause"
        ),
    ],
)  # fmt: skip
def test_words_in_marks_have_a_voice(
    text: str, speakers: list[str | None], annotate: Callable[[str], AnnotatedArticle]
) -> None:
    assert voices(annotate(text)) == speakers
