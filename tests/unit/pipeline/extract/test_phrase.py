"""The ordinary rule: groups become subject, object and qualifiers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from worker.pipeline.extract.phrase import listed, phrase
from worker.pipeline.extract.view import look
from worker.pipeline.values import Attribution, EntityObject, Mention, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.phrase import Phrase
    from worker.pipeline.values import Candidate, ResolvedArticle

    Marked = Callable[..., ResolvedArticle]


def _drawn(rule: Phrase, article: ResolvedArticle) -> list[Candidate]:
    return list(rule(look(article)))


@pytest.fixture
def rule() -> Phrase:
    return phrase(
        "t/hired", "employer", r"<o:O> {AUX}hired <s:P>(?: as (?P<role>[a-z]+))?", "hired", 0.7, spread=("s",)
    )


def test_groups_become_a_candidate(marked: Marked, rule: Phrase) -> None:
    article = marked("[Halvex|organization] hired [Ann Poe|person] as cook.")

    [found] = _drawn(rule, article)

    assert (found.subject, found.predicate, found.object) == ("e2", "employer", EntityObject("e1"))
    assert found.qualifiers == (("role", TextObject("cook")),)
    assert (found.rule, found.confidence, found.status) == ("t/hired", 0.7, "asserted")
    assert found.evidence[0].of(article.annotated.article.text) == "Halvex hired Ann Poe as cook"


def test_a_list_holds_for_each_of_its_members(marked: Marked, rule: Phrase) -> None:
    found = _drawn(
        rule, marked("[Halvex|organization] hired [Ann Poe|person], [Tom Lee|person] and [Eva|person].")
    )

    assert [c.subject for c in found] == ["e2", "e3", "e4"]


def test_without_a_trigger_a_sentence_is_not_looked_at(marked: Marked) -> None:
    rule = phrase("t", "employer", r"<o:O> hired <s:P>", "fired")

    assert _drawn(rule, marked("[Halvex|organization] hired [Ann Poe|person].")) == []


def test_nobody_is_joined_to_himself(marked: Marked) -> None:
    rule = phrase("t", "met", r"<s:P> met <o:P>", "met")

    assert _drawn(rule, marked("[Ann Poe|person] met [her|person=Ann Poe].")) == []


def test_a_phrase_beside_a_name_needs_a_name(marked: Marked) -> None:
    rule = phrase("t", "occupation", r"(?P<o>judge) <s:P>", "judge", aside=True)

    assert len(_drawn(rule, marked("If judge [Ann Poe|person] comes."))) == 1
    assert _drawn(rule, marked("They judge [her|person=Ann Poe].")) == []


def test_quoted_words_are_reported_by_their_speaker(marked: Marked) -> None:
    rule = phrase("t", "received", r"<s:P> got (?P<o>[a-z]+)", "got", quoted=True)
    article = marked('[Ann Poe|person] said "{[x|object] got mail}"'.replace("[x|object]", "Tom"))

    assert _drawn(rule, article) == []  # no mention inside the quote, nothing to say it of


def test_words_that_look_like_a_slot_are_words(marked: Marked) -> None:
    rule = phrase("t", "saw", r"<s:P> saw the (?P<o>\w+)", "saw")

    (found,) = _drawn(rule, marked("[Ann Poe|person] saw the P0."))

    assert found.object == TextObject("P0")


@pytest.fixture
def received() -> Phrase:
    return phrase("t/got", "received", r"got <s:P> 's (?P<o>[a-z]+)", "got", quoted=True)


def _quoting(marked: Marked, said: str, *, speaker: str = "[Ann Poe|person]") -> ResolvedArticle:
    """The words with "Tom Lee's" in them as a mention of his."""
    article = marked(f'[Tom Lee|person] left. {speaker} said "{{{said}}}"')
    at = article.annotated.article.text.index("Tom Lee's", 1)
    tom = article.entities[0]
    more = replace(tom, mentions=(*tom.mentions, Mention(Span(at, at + len("Tom Lee")), "name")))
    return replace(article, entities=(more, *article.entities[1:]))


def test_what_is_told_in_quotation_marks_its_speaker_reports(marked: Marked, received: Phrase) -> None:
    (found,) = _drawn(received, _quoting(marked, "We got Tom Lee's letter."))

    assert (found.subject, found.object, found.status) == ("e1", TextObject("letter"), "reported")
    assert found.attribution == Attribution("e2", "Ann Poe")


@pytest.mark.parametrize(
    "said", ["If we got Tom Lee's letter.", "Who got Tom Lee's letter?"], ids=["a condition", "a question"]
)
def test_what_a_speaker_does_not_assert_nobody_reports(marked: Marked, received: Phrase, said: str) -> None:
    assert _drawn(received, _quoting(marked, said)) == []


def test_what_nobody_is_known_to_say_nobody_reports(marked: Marked, received: Phrase) -> None:
    article = _quoting(marked, "We got Tom Lee's letter.")

    assert _drawn(received, replace(article, speakers=(None,))) == []


def test_of_a_sentence_made_to_match_all_over_only_so_many_matches_are_read(marked: Marked) -> None:
    rule = phrase("t", "met", r"<s:P> met (?P<o>[a-z]+)", "met")
    article = marked(", ".join("[Ann Poe|person] met all" for _ in range(60)) + ".")

    assert len(_drawn(rule, article)) == 50


def test_a_list_needs_an_and(marked: Marked) -> None:
    reading = look(marked("[Ann Poe|person], [Tom Lee|person], said so.")).narration[0]

    assert [s.words for s in listed(reading, reading.slots["P0"])] == ["Ann Poe"]
