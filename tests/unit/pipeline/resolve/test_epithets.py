"""Nouns mean whom trade, age, side and sort permit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import ResolvedArticle

Resolve = Callable[..., ResolvedArticle]


def words(article: ResolvedArticle, label: str) -> list[str]:
    found = next(e for e in article.entities if e.label == label)
    return [m.span.of(article.annotated.article.text) for m in found.mentions]


def test_an_office_means_who_was_called_so_and_nobody_alike(resolve: Callable[..., ResolvedArticle]) -> None:
    article = resolve("Rain fell. The President left.\nOn Monday Majority Leader Al Roe spoke.\nThe President is ill.")

    assert words(article, "The President") == ["The President", "The President"]


def test_a_speaker_tells_of_somebody_whom_the_text_does_not_know(resolve: Callable[..., ResolvedArticle]) -> None:
    article = resolve('Tom Reed, a banker, met Sue Tarn. "I rang the site manager at five," Reed said. He left.')

    assert words(article, "the site manager") == ["the site manager"]


def test_who_wrote_it_is_the_writer(resolve: Callable[..., ResolvedArticle]) -> None:
    article = resolve('The play was written by Ann Roe. Sue Tarn, a singer, laughed. The writer said: "I am glad."')

    assert "The writer" in words(article, "Ann Roe")


def test_a_headline_names_the_two_of_the_lead(resolve: Callable[..., ResolvedArticle]) -> None:
    article = resolve(
        "The actress, 32, and the England cricketer, 35, tied the knot on Saturday.\n"
        "Lawley wore white. Carver smiled.",
        title="Emily Lawley and Ben Carver wed",
    )

    assert words(article, "Emily Lawley") == ["The actress", "Lawley"]
    assert words(article, "Ben Carver") == ["the England cricketer", "Carver"]


def test_a_noun_that_tells_more_of_another_is_nobody(resolve: Callable[..., ResolvedArticle]) -> None:
    article = resolve("Jane Wren left. The best actress award went to Mary Tarn.")

    assert sorted(e.label for e in article.entities if e.type == "person") == ["Jane Wren", "Mary Tarn"]


@pytest.mark.parametrize(
    ("text", "label", "mention"),
    [
        pytest.param(
            "Tom Reed, 43, met Al Cole, 22. Cole left. The 43-year-old stayed.", "Tom Reed", "The 43-year-old", id="age"
        ),
        pytest.param(
            "Ann Roe, a singer, met Tom Reed. The singer thanked him and his wife.",
            "Ann Roe",
            "The singer",
            id="his wife is not the singer's",
        ),
        pytest.param("Al Cole scored. The Ghanaian smiled.", "Al Cole", "The Ghanaian", id="origin"),
        pytest.param("The German won. He smiled.", "The German", "He", id="origin before an irregular verb"),
        pytest.param(
            "Tom Reed was charged. Prosecutor Al Cole spoke. The defendant wept.",
            "Tom Reed",
            "The defendant",
            id="side",
        ),
        pytest.param("Sarah Reed is due in May. The mum-to-be smiled.", "Sarah Reed", "The mum-to-be", id="to be"),
        pytest.param(
            "Singer Sarah Reed left. Al Cole came. He ate. He slept. He woke. The singer sang.",
            "Sarah Reed",
            "The singer",
            id="a trade told long ago",
        ),
        pytest.param(
            "Tom Reed and Sarah Dunn wed. The couple ate. She kissed her new husband.",
            "Tom Reed",
            "her new husband",
            id="newlyweds",
        ),
        pytest.param(
            "Sarah Reed wept. Mr Reed, 50, drowned.\nHer husband was strong.", "Reed", "Her husband", id="one namesake"
        ),
        pytest.param("Bo Pike, 9, fell. Al Cole helped. The boy wept.", "Bo Pike", "The boy", id="a child"),
        pytest.param("Tom Reed fell. The broker got up.", "Tom Reed", "The broker", id="no firm is named"),
        pytest.param(
            "Lumora Corp, a carmaker, grew. Acme Bank fell. The carmaker hired.",
            "Lumora Corp",
            "The carmaker",
            id="a firm called so",
        ),
        pytest.param("Lumora Corp grew. The broker hired.", "Lumora Corp", "The broker", id="a firm by its trade"),
        pytest.param("Acme Bank grew. The lender hired.", "Acme Bank", "The lender", id="lender"),
        pytest.param("Acme Bank sued. The news outlet lost.", "Acme Bank", "Acme Bank", id="no outlet"),
        pytest.param("Lumora Corp grew. The tech firm hired.", "Lumora Corp", "The tech firm", id="line of business"),
        pytest.param("Hume Society met. The society voted.", "Hume Society", "The society", id="a society in its name"),
        pytest.param(
            "Lumora Corp fell. Acme Trust rose. The trust is rich.", "Acme Trust", "The trust", id="who is called so"
        ),
    ],
)
def test_a_noun_means_the_one_it_describes(text: str, label: str, mention: str, resolve: Resolve) -> None:
    assert mention in words(resolve(text), label)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lumora Corp grew. A Lumora Corp spokesperson said it would hire.", id="before"),
        pytest.param("Lumora Corp grew. A spokeswoman for Lumora Corp said it would hire.", id="behind"),
        pytest.param("Lumora Corp fell. The company spokesman denied it.", id="of the company"),
        pytest.param("Leeds Council met. A council spokesman said it would hire.", id="of the council"),
    ],
)
def test_an_unnamed_spokesperson_is_the_body(text: str, resolve: Resolve) -> None:
    article = resolve(text)

    assert not [e for e in article.entities if e.type == "person"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lumora Corp fell. A former company spokesman wept.", id="former"),
        pytest.param("Lumora Corp fell. A council spokesman wept.", id="of another body"),
        pytest.param("Rain fell. A spokesman for the family wept.", id="of a family"),
    ],
)
def test_a_spokesperson_of_nobody_named_is_a_person(text: str, resolve: Resolve) -> None:
    article = resolve(text)

    assert [e.named for e in article.entities if e.type == "person"] == [False]


def test_the_spokesperson_goes_on_for_the_body(resolve: Resolve) -> None:
    text = 'Halden Corp fell. Tom Reed, a baker, left. A Halden spokesman denied it. "It is safe," the spokesman said.'
    article = resolve(text)
    assert [e.label for e in article.entities if e.id in article.speakers] == ["Halden Corp"]


def test_the_insider_is_the_source(resolve: Resolve) -> None:
    article = resolve('A source told Tom Reed that taxes fell. "It helps," the insider said.')
    assert words(article, "A source") == ["A source", "the insider"]


def test_the_companies_are_the_two_named_last(resolve: Resolve) -> None:
    article = resolve("Lumora Corp will buy Acme Bank. The companies will merge.")

    assert [len(e.members) for e in article.entities if e.type == "group"] == [2]


def test_some_companies_are_not_those_that_were_named(resolve: Resolve) -> None:
    article = resolve("Lumora Corp will buy Acme Bank. Some companies fail.")

    assert [e.label for e in article.entities] == ["Lumora Corp", "Acme Bank"]


def test_a_rival_of_a_firm_is_no_person(resolve: Resolve) -> None:
    article = resolve("Lumora Corp grew. Its rival fell.")

    assert not [e for e in article.entities if e.type == "person"]


def test_we_is_the_firm_whose_chief_speaks(resolve: Resolve) -> None:
    article = resolve('Lumora Corp grew. "We hired," said its founder, Tom Reed.')

    assert "We" in words(article, "Lumora Corp")


def test_the_men_are_those_told_of_before(resolve: Resolve) -> None:
    article = resolve("Two men broke in. Ann Roe saw it. The men ran.")

    assert words(article, "Two men") == ["Two men", "The men"]


def test_a_couple_of_whom_nobody_was_told_has_no_members(resolve: Resolve) -> None:
    article = resolve("Lumora Corp grew. Ann Roe sang. The couple left.")

    assert [(e.label, e.members) for e in article.entities if e.type == "group"] == [("The couple", ())]


def test_what_a_quotation_says_somebody_is_is_nobody_else(resolve: Resolve) -> None:
    article = resolve('Tom Reed met Ann Roe. "He is a hero," she said.')

    assert sorted(e.label for e in article.entities) == ["Ann Roe", "Tom Reed"]


def test_what_it_was_not_is_nobody(resolve: Resolve) -> None:
    assert resolve("It was not a soldier. Rain fell.").entities == ()
