"""Pronouns mean whom gender, place and quotations permit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import ResolvedArticle

Resolve = Callable[..., ResolvedArticle]


def words(article: ResolvedArticle, label: str) -> list[str]:
    found = next(e for e in article.entities if e.label == label)
    return [m.span.of(article.annotated.article.text) for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        pytest.param(
            'Paul Wren met Tom Reed. "He is brave," said Reed.',
            "Paul Wren",
            ["Paul Wren", "He"],
            id="nobody speaks of himself as he",
        ),
        pytest.param(
            'Tom Reed lost to Al Cole. "He is brave," the coach Bo Pike said of Reed.',
            "Tom Reed",
            ["Tom Reed", "He", "Reed"],
            id="said of",
        ),
        pytest.param(
            'Paul Wren smiled. "I can\'t answer that, Tom," he said.',
            "Paul Wren",
            ["Paul Wren", "I", "he"],
            id="who is only spoken to does not speak",
        ),
        pytest.param(
            "Tom Reed smiled. Paul Wren called him on Monday.", "Tom Reed", ["Tom Reed", "him"], id="a verb joins two"
        ),
        pytest.param(
            "Tom Reed spoke. Paul Wren got up, walked over and thanked him.",
            "Tom Reed",
            ["Tom Reed", "him"],
            id="the last of three verbs joins two",
        ),
        pytest.param(
            "Tom Reed praised the sailors who had rescued him.",
            "Tom Reed",
            ["Tom Reed", "him"],
            id="a relative clause has a subject of its own",
        ),
        pytest.param(
            "Ann Reed retired. She met a German pilot whom she had once taught.",
            "Ann Reed",
            ["Ann Reed", "She", "she"],
            id="whom she taught is not herself",
        ),
        pytest.param("Paul Wren hid. Tom Reed hurt himself.", "Tom Reed", ["Tom Reed", "himself"], id="himself"),
        pytest.param(
            "Ms Brackley resigned. Her office said the roads minister, Tunde Adewo, would do her work.\n"
            '"I am tired," she wrote.',
            "Brackley",
            ["Brackley", "Her", "her", "I", "she"],
            id="a title outweighs a nearer name that nobody knows",
        ),
        pytest.param(
            "Wambui Karigo spoke. Tunde Adewo spoke. He thanked her. Ms Karigo smiled.",
            "Wambui Karigo",
            ["Wambui Karigo", "her", "Karigo"],
            id="a title further on tells the gender",
        ),
        pytest.param(
            "Tom Reed smiled. Reed asked Paul Wren to help him.",
            "Tom Reed",
            ["Tom Reed", "Reed", "him"],
            id="who is asked helps",
        ),
        pytest.param("It was Tom Reed who sang. He won.", "Tom Reed", ["Tom Reed", "He"], id="it is nobody"),
        pytest.param(
            'The judge let Tom Reed go home. Rain fell. It was a "she said, he said" case.',
            "Tom Reed",
            ["Tom Reed", "he"],
            id="words that nobody is told to have said",
        ),
        pytest.param(
            'Halden Council met. "We voted," the council said. Al Cole and Sue Tarn left. "We lost," they said.',
            "Halden Council",
            ["Halden Council", "We", "the council", "We", "they"],
            id="they who spoke before speak on",
        ),
        pytest.param(
            'Tom Reed met Al Cole. "He is brave," he said.',
            "Al Cole",
            ["Al Cole", "He"],
            id="he who speaks says he of the other",
        ),
        pytest.param(
            "A survey of Lumora Corp was made. They grew.", "Lumora Corp", ["Lumora Corp", "They"], id="a firm told of"
        ),
        pytest.param(
            'Tom Reed fell. "He is brave," a neighbour said.', "Tom Reed", ["Tom Reed", "He"], id="somebody says he"
        ),
        pytest.param("Tom Reed left. I think he'll return.", "Tom Reed", ["Tom Reed", "he"], id="contraction"),
        pytest.param(
            "Lumora Corp sells bikes. They plan to close.", "Lumora Corp", ["Lumora Corp", "They"], id="they of a firm"
        ),
    ],
)
def test_a_pronoun_means_the_one_a_reader_would_take(
    text: str, label: str, mentions: list[str], resolve: Resolve
) -> None:
    assert sorted(words(resolve(text), label)) == sorted(mentions)


def test_the_minister_who_said_he_is_a_man(resolve: Resolve) -> None:
    article = resolve("The prime minister said he had faith in her.")

    assert [e.gender for e in article.entities if e.type == "person"] == ["male"]


@pytest.mark.parametrize(
    ("text", "word", "members"),
    [
        pytest.param(
            "Ann Roe has two brothers, Al and Bo. Her husband, Jonas Berg, is a teacher; they live in Oslo.",
            "they",
            ["Ann Roe", "Jonas Berg"],
            id="husband and wife",
        ),
        pytest.param(
            "Ann Roe and Sue Tarn sang. In 1958 Ann Roe married Paul Wren, a pilot. They had two sons.",
            "They",
            ["Ann Roe", "Paul Wren"],
            id="who has married whom",
        ),
        pytest.param(
            "Ann Roe, a singer from Leeds, and Paul Wren got engaged in Paris. They have a daughter.",
            "They",
            ["Ann Roe", "Paul Wren"],
            id="words between the two",
        ),
        pytest.param(
            "Ann Roe and Paul Wren wed in May. Wren was once married to model Sue Tarn. The pair split in 2016.",
            "The pair",
            ["Paul Wren", "Sue Tarn"],
            id="the last pair",
        ),
        pytest.param(
            "Ann Roe and Paul Wren wed in May. Roe sang. Wren was once married to model Sue Tarn.\n"
            "The newlyweds will go to Bali.",
            "The newlyweds",
            ["Ann Roe", "Paul Wren"],
            id="the main pair",
        ),
    ],
)
def test_several_are_the_two_a_reader_would_take(text: str, word: str, members: list[str], resolve: Resolve) -> None:
    article = resolve(text)

    labels = {e.id: e.label for e in article.entities}
    groups = {
        m.span.of(text): sorted(labels[one] for one in e.members) for e in article.entities for m in e.mentions
    }
    assert groups[word] == members


def test_people_in_general_are_no_pair(resolve: Resolve) -> None:
    article = resolve("Ann Roe and Paul Wren flew home. Passengers hand over their cups.")

    assert not [m for e in article.entities for m in e.mentions if m.span.of(article.annotated.article.text) == "their"]


def test_a_pronoun_within_the_words_whose_speaker_it_names_is_read_as_any_other(resolve: Resolve) -> None:
    article = resolve('Paul Wren won on Monday. denied"they@jane U.S. is<P0>his wife\'s brother"')

    assert words(article, "Paul Wren") == ["Paul Wren", "his"]
