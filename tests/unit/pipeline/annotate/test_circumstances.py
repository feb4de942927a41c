"""On which channel and when something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.values import AnnotatedArticle


@pytest.mark.parametrize(
    ("text", "channel", "said_at"),
    [
        pytest.param("“We won,” Roe wrote on Instagram.", "Instagram", None, id="platform"),
        pytest.param("“We won!” tweeted Roe.", "Twitter", None, id="verb that names its platform"),
        pytest.param("“Stay in,” it said in a post on X.", "X", None, id="one letter"),
        pytest.param("The firm said in a statement on Tuesday it “regrets the loss of power”.", "statement", "Tuesday",
                     id="statement and day"),
        pytest.param("Wiping tears at a press conference on Tuesday, Roe said: “He is happy.”", "press conference",
                     "Tuesday", id="before the speaker"),
        pytest.param("Roe shared the news on Instagram on Monday with a photo. “We are three,” she wrote.", "Instagram",
                     "Monday", id="post told in the sentence before"),
        pytest.param("“I went there on Monday,” Roe told the Echo by phone last week.", "phone", "last week",
                     id="day inside the words"),
        pytest.param("Roe insisted he had been well since Easter.", None, None, id="day of the content"),
        pytest.param("“We won,” Roe told the Goole End Post.", None, None, id="a paper's name"),
        pytest.param("“We won,” said Roe, who moved here in 2015.", None, None, id="date of another clause"),
        pytest.param("Roe, who took over in January, told investors on a call that sales fell. “It is bad,” she said.",
                     "call", None, id="date of another clause in the sentence before"),
        pytest.param("Roe called it “a win for fans” in a post on X.", "X", None, id="behind a fragment"),
        pytest.param("In a Facebook post on Friday, Roe wrote: “Thanks.”", "Facebook", "Friday", id="at the beginning"),
        pytest.param("“I wept,” Roe admits on page 212.", None, None, id="a page with its number"),
        pytest.param("“We won,” Roe told Echo on a call on Friday. “It was fun.”\n“It is over,” she continued.", "call",
                     "Friday", id="goes on"),
        pytest.param("Roe was coy when asked in Tuesday's press conference. “Who?” he said.", "press conference",
                     "Tuesday", id="date beside the medium"),
    ],
)  # fmt: skip
def test_the_reporting_clause_tells_channel_and_date(
    text: str, channel: str | None, said_at: str | None, annotate: Callable[[str], AnnotatedArticle]
) -> None:
    article = annotate(text)
    quote = article.quotes[-1]

    assert quote.channel == channel
    told = quote.said_at.span.of(article.article.text) if quote.said_at else None
    assert (told or "").removeprefix("on ") == (said_at or "")
