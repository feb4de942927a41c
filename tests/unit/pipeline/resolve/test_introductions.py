"""A name finds whom the text spoke of before: in short, under another name, or without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import Entity, ResolvedArticle

Resolve = Callable[..., ResolvedArticle]


def words(article: ResolvedArticle, label: str) -> list[str]:
    found = next(e for e in article.entities if e.label == label)
    return [m.span.of(article.annotated.article.text) for m in found.mentions]


def people(article: ResolvedArticle) -> list[Entity]:
    return [e for e in article.entities if e.type == "person" and e.named]


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        pytest.param(
            "A man has been jailed for theft.\nPaul Wren, 43, stole a bus.",
            "Paul Wren",
            ["A man", "Paul Wren"],
            id="lead",
        ),
        pytest.param(
            "A man has been jailed for theft.\nThe Herald reports that Paul Wren, an 18-year-old from Leeds, wept.",
            "Paul Wren",
            ["A man", "Paul Wren"],
            id="lead, named in a report",
        ),
        pytest.param(
            "A man has been charged with theft.\nPolice identified him as Paul Wren.",
            "Paul Wren",
            ["A man", "him", "Paul Wren"],
            id="identified as",
        ),
        pytest.param(
            "A man has been charged with theft.\nThe suspect, Paul Wren, 43, is in custody.",
            "Paul Wren",
            ["A man", "The suspect", "Paul Wren"],
            id="the suspect",
        ),
        pytest.param(
            'The mother of a lost boy said she "will not stop".\nIn tears, Jane Wren said: "He is only five."',
            "Jane Wren",
            ["The mother", "she", "Jane Wren"],
            id="whom the lead quotes",
        ),
        pytest.param(
            "The 57-year-old senator from Ohio, Peter Albrook, was charged.",
            "Peter Albrook",
            ["The 57-year-old senator", "Peter Albrook"],
            id="a place between the noun and the name",
        ),
        pytest.param(
            "The Tory transport spokesman, Sir Edmund Lisle, was late.",
            "Edmund Lisle",
            ["The Tory transport spokesman", "Edmund Lisle"],
            id="a title before the name",
        ),
        pytest.param(
            "Jonas Berg won. His agent, former Norway international Rune Solbak, cheered.",
            "Rune Solbak",
            ["His agent", "Rune Solbak"],
            id="more of his trade before the name",
        ),
        pytest.param(
            "Chiara Benatti, now a mother and a dentist in Verona, laughed.",
            "Chiara Benatti",
            ["Chiara Benatti", "a mother", "a dentist"],
            id="two nouns behind the name",
        ),
        pytest.param(
            "A former solicitor who studied at Durham University, Ms Wren entered parliament.",
            "Wren",
            ["A former solicitor", "Wren"],
            id="a noun that fronts its name",
        ),
        pytest.param(
            "Jane Wren will play a spy whose plans her brother (Paul Tarn) betrays.",
            "Paul Tarn",
            ["Paul Tarn"],
            id="who plays a part is not it",
        ),
        pytest.param(
            "Al Wren came with his son and daughter, Luna.", "Luna", ["daughter", "Luna"], id="the name of the second"
        ),
        pytest.param(
            "Jane Wren, her mother and her sister left.", "Jane Wren", ["Jane Wren", "her"], id="three in a list"
        ),
        pytest.param(
            'Leonard "Lenny" Sakato left. "Lenny could run," said Ann Roe.',
            'Leonard "Lenny" Sakato',
            ['Leonard "Lenny" Sakato', "Lenny"],
            id="nickname inside",
        ),
        pytest.param(
            "The operator, Island Link, a unit of Pacmar Holdings, said it was sorry.",
            "Island Link",
            ["The operator", "Island Link", "a unit", "it"],
            id="what a firm is called before its name and behind it",
        ),
        pytest.param(
            "Brenmoor makes cars. It showed the Brenmoor Dart. Brenmoor is rich.",
            "Brenmoor",
            ["Brenmoor", "It", "Brenmoor"],
            id="a firm named alone first is no short name",
        ),
        pytest.param(
            "The prime minister left.\nPrime Minister Paul Wren will speak. He smiled.",
            "Paul Wren",
            ["The prime minister", "Paul Wren", "He"],
            id="office",
        ),
        pytest.param(
            "Robert Wren voted. Bob Wren said no.", "Robert Wren", ["Robert Wren", "Bob Wren"], id="short first name"
        ),
        pytest.param(
            "Bob Wren voted. Robert Wren said no.", "Robert Wren", ["Bob Wren", "Robert Wren"], id="full one later"
        ),
        pytest.param(
            "Tom Reed and his wife left.\nSarah Reed, who is 40, won.",
            "Sarah Reed",
            ["his wife", "Sarah Reed"],
            id="relative named later",
        ),
    ],
)
def test_who_had_another_name_or_none_is_known_again(
    text: str, label: str, mentions: list[str], resolve: Resolve
) -> None:
    assert words(resolve(text), label)[: len(mentions)] == mentions


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A man was found dead.\nDetective Paul Wren, who leads the case, left.", id="who leads the case"),
        pytest.param("A woman was found dead.\nPaul Wren, 43, was held.", id="another gender"),
        pytest.param("A man was charged with murder.\nPolice said Paul Wren, 43, was stabbed at home.", id="a victim"),
        pytest.param("A man was charged with theft.\nThe victim, Paul Wren, 43, is well.", id="a victim in apposition"),
        pytest.param("A man was charged with theft.\nPolice said Paul Wren, a neighbour, saw him.", id="a witness"),
        pytest.param("A toddler was found alive.\nPaul Wren, 43, was held.", id="another age"),
    ],
)
def test_who_the_lead_is_about_is_not_the_next_one_named(text: str, resolve: Resolve) -> None:
    assert not {"A man", "A woman", "A toddler"} & set(words(resolve(text), "Paul Wren"))


def test_a_relative_introduced_by_kinship_is_not_whom_the_surname_meant_before(resolve: Resolve) -> None:
    article = resolve('Wren won the race.\n"He is happy," his mother, Linda Wren, said.')

    assert {e.label for e in people(article)} == {"Wren", "Linda Wren"}


def test_everybody_of_a_surname_is_a_group(resolve: Resolve) -> None:
    article = resolve("Tom Reed and Sarah Reed came. Later the Reeds left.")

    family = next(e for e in article.entities if e.type == "group")
    assert len(family.members) == 2


def test_the_headline_gives_the_full_name(resolve: Resolve) -> None:
    article = resolve("Dunn won. She smiled.", title="Sarah Dunn wins the race")

    assert words(article, "Sarah Dunn") == ["Dunn", "She"]


def test_a_noun_in_the_headline_is_no_first_name(resolve: Resolve) -> None:
    article = resolve("Sarah Dunn met Miles Reed. Then Miles left.", title="Son Miles Smiles")

    assert [e.label for e in people(article)] == ["Sarah Dunn", "Miles Reed"]


def test_a_surname_alone_is_not_whom_the_lead_is_about(resolve: Resolve) -> None:
    article = resolve("A man who stole a bus has been jailed.\nPike, 43, took it in May.")

    assert words(article, "Pike") == ["Pike"]


def test_an_earlier_name_is_the_first_where_nobody_was_told_of(resolve: Resolve) -> None:
    article = resolve("Born Jane Roe in Leeds, she sang.")

    assert words(article, "Jane Roe") == ["Jane Roe", "she"]


def test_a_surname_with_an_s_is_a_family_behind_the_only(resolve: Resolve) -> None:
    article = resolve("Al Pike left. Northern Pikes swam in the lake.")

    assert [e.label for e in article.entities] == ["Al Pike"]


def test_a_town_is_not_the_prize_that_bears_its_name(resolve: Resolve) -> None:
    article = resolve("The Halden Prize went to Ann Roe. She lives in Halden.")

    assert words(article, "Halden Prize") == ["Halden Prize"]
    assert words(article, "Halden") == ["Halden"]
