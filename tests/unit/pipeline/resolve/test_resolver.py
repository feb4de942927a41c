"""Mentions belong to the entity that a reader would give them to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import Entity, ResolvedArticle

Resolve = Callable[..., ResolvedArticle]


def words(article: ResolvedArticle, entity: Entity) -> list[str]:
    return [m.span.of(article.annotated.article.text) for m in entity.mentions]


def entity(article: ResolvedArticle, label: str) -> Entity:
    return next(e for e in article.entities if e.label == label)


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        pytest.param(
            "Dana Cole and her husband of ten years, director Paul Wren, left.",
            "Paul Wren",
            ["her husband", "Paul Wren"],
            id="years between kin and name",
        ),
        pytest.param(
            "She left with her son. His wife, the pianist Eva Lund, sang.",
            "Eva Lund",
            ["His wife", "the pianist", "Eva Lund"],
            id="trade between kin and name",
        ),
        pytest.param(
            "Korvel BV of Breda bought Hume & Lacey. The Breda-based company sued.",
            "Korvel BV",
            ["Korvel BV", "The Breda-based company"],
            id="where a firm is says which",
        ),
        pytest.param(
            "Tech giant Lumora Corp is sued by the state of Texas over its data.",
            "Lumora Corp",
            ["Lumora Corp", "its"],
            id="subject behind words that describe it",
        ),
        pytest.param(
            "Lumora Corp grew. Rivals of the Oslo-based firm fell. It hired 20 people.",
            "Lumora Corp",
            ["Lumora Corp", "the Oslo-based firm", "It"],
            id="no town inside a compound",
        ),
        pytest.param(
            "The Hartford Whales won. The Whales host the Denver Miners.",
            "Hartford Whales",
            ["Hartford Whales", "Whales"],
            id="nickname before a verb that is a noun too",
        ),
        pytest.param(
            "Betty Lark, 81, a retired nurse, won. She smiled.",
            "Betty Lark",
            ["Betty Lark", "a retired nurse", "She"],
            id="apposition behind an age",
        ),
        pytest.param(
            "A man, Al Pike, was charged. The victim, named locally as Ed Mole, survived.",
            "Ed Mole",
            ["The victim", "Ed Mole"],
            id="victim named behind a comma",
        ),
        pytest.param(
            "The pilot, 67-year-old retired surgeon Ned Strand, died.",
            "Ned Strand",
            ["The pilot", "Ned Strand"],
            id="long apposition before the name",
        ),
        pytest.param(
            "Ned Strand and his passenger, Leeds woman Gail Moss, died.",
            "Gail Moss",
            ["his passenger", "Gail Moss"],
            id="apposition that begins with a town",
        ),
        pytest.param(
            "Halden Lines named Ravi Moss as its new chief executive.",
            "Ravi Moss",
            ["Ravi Moss", "its new chief executive"],
            id="named as",
        ),
        pytest.param(
            "Halden Lines has named Ravi Moss its chief executive.",
            "Ravi Moss",
            ["Ravi Moss", "its chief executive"],
            id="named its",
        ),
        pytest.param(
            "Ann Lambe died. Her son, Theo Lambe, was there. Born Cora Dubb in Lyon, she sang. Lambe was 79.",
            "Ann Lambe",
            ["Ann Lambe", "Her", "Cora Dubb", "she", "Lambe"],
            id="name at birth, and a surname that two bear",
        ),
        pytest.param(
            "The nurse Ann Lambe said that Ed Mole operated on the wrong patient.",
            "Ann Lambe",
            ["The nurse", "Ann Lambe"],
            id="the wrong one is another",
        ),
        pytest.param(
            "Zara Moss, whose real name is Sarah Mossley, sang.",
            "Zara Moss",
            ["Zara Moss", "Sarah Mossley"],
            id="real name",
        ),
        pytest.param(
            "Zara Moss sang. Her boyfriend, Al Vance, danced. The pair smiled.",
            "Zara Moss and Al Vance",
            ["The pair"],
            id="couple by kinship",
        ),
        pytest.param(
            "Ann Lambe leaves a son, Daniel, of Oslo. Her son wept.",
            "Daniel",
            ["a son", "Daniel", "Her son"],
            id="son of the subject",
        ),
        pytest.param(
            "Al Petrov lost. The Serb felt pain.", "Al Petrov", ["Al Petrov", "The Serb"], id="nationality as a noun"
        ),
        pytest.param(
            "Its chairman emeritus, Ravi Sundar, left.", "Ravi Sundar", ["Its chairman", "Ravi Sundar"], id="emeritus"
        ),
        pytest.param(
            "Orbital Freight LLC was sued. The Denver company denied that it broke the law.",
            "Orbital Freight LLC",
            ["Orbital Freight LLC", "The Denver company", "it"],
            id="town before the noun",
        ),
        pytest.param(
            "Pope Clement XX spoke. Clement smiled.", "Pope Clement XX", ["Pope Clement XX", "Clement"], id="pope"
        ),
        pytest.param(
            "Acme Bank lost to Ruthin College. The bank sued.",
            "Acme Bank",
            ["Acme Bank", "The bank"],
            id="a bank is called bank",
        ),
        pytest.param(
            "Al Grey won twice. Striker Bo Pike joined. The 24-year-old smiled.",
            "Bo Pike",
            ["Bo Pike", "The 24-year-old"],
            id="subject before",
        ),
        pytest.param(
            "Tom Reed came. Reed smiled. Mr. Reed left.",
            "Tom Reed",
            ["Tom Reed", "Reed", "Reed"],
            id="surname",
        ),
        pytest.param(
            "Ivy smiled. Ivy Stone is two.", "Ivy Stone", ["Ivy", "Ivy Stone"], id="fuller name later"
        ),
        pytest.param(
            "Tom Reed met Julia Stone. Then she left him.", "Tom Reed", ["Tom Reed", "him"], id="him"
        ),
        pytest.param(
            "Tom Reed met Julia Stone. Then she left him.", "Julia Stone", ["Julia Stone", "she"], id="she"
        ),
        pytest.param(
            "Julia Stone sang. The singer bowed.", "Julia Stone", ["Julia Stone", "The singer"], id="epithet"
        ),
        pytest.param(
            "Actor Tom Reed met Al Dunn. The actor left.",
            "Tom Reed",
            ["Tom Reed", "The actor"],
            id="trade told before",
        ),
        pytest.param(
            "Linda Marsh joined Northgate Corp. The company grew.",
            "Northgate Corp.",
            ["Northgate Corp.", "The company"],
            id="company",
        ),
        pytest.param(
            "The victim was named as Karen Holt. Her son cried.",
            "Karen Holt",
            ["The victim", "Karen Holt", "Her"],
            id="named as",
        ),
        pytest.param(
            "Ruth Abrams and Al Cole's son, Ben, sang. The toddler waved.",
            "Ben",
            ["son", "Ben", "The toddler"],
            id="conjoined parents",
        ),
        pytest.param(
            "Al Cole has a son. Al Cole's son, Ben, sang with his dad.",
            "Al Cole",
            ["Al Cole", "Al Cole", "his dad"],
            id="kinship stated before",
        ),
        pytest.param(
            "Tom Reed and his wife, Julia Stone, have a baby. The couple named the baby girl Ivy Rose.",
            "Ivy Rose",
            ["a baby", "the baby girl", "Ivy Rose"],
            id="named for the first time",
        ),
        pytest.param(
            "Al Cole shared a photo on Instagram. The post got likes.",
            "a photo",
            ["a photo", "The post"],
            id="post",
        ),
        pytest.param(
            "President Al Cole met Bo Dunn. The president left.",
            "Al Cole",
            ["Al Cole", "The president"],
            id="office told before",
        ),
        pytest.param("The U.S. grew. America rejoiced.", "America", ["U.S.", "America"], id="one country"),
    ],
)
def test_mentions_are_gathered_under_the_fullest_name(
    text: str, label: str, mentions: list[str], resolve: Resolve
) -> None:
    article = resolve(text)

    assert words(article, entity(article, label))[: len(mentions)] == mentions


def test_a_shared_surname_never_merges_two_people(resolve: Resolve) -> None:
    article = resolve("Tom Reed met his brother, Max Reed. Reed smiled.")

    people = [e for e in article.entities if e.type == "person" and e.named]
    assert {e.label for e in people} == {"Tom Reed", "Max Reed"}
    assert "Reed" in words(article, entity(article, "Max Reed"))


def test_a_title_tells_spouses_apart(resolve: Resolve) -> None:
    article = resolve("John Doe married Julia Doe. Mrs. Doe smiled. Mr. Doe left.")

    assert words(article, entity(article, "Julia Doe")) == ["Julia Doe", "Doe"]
    assert words(article, entity(article, "John Doe")) == ["John Doe", "Doe"]


def test_the_couple_is_a_group_with_members(resolve: Resolve) -> None:
    article = resolve("Tom Reed and Julia Stone married. The couple left.")

    couple = next(e for e in article.entities if e.type == "group")
    assert couple.members == (entity(article, "Tom Reed").id, entity(article, "Julia Stone").id)
    assert not couple.named


def test_first_person_in_a_quotation_is_the_speaker(resolve: Resolve) -> None:
    article = resolve('"I am glad," Julia Stone said.')

    assert words(article, entity(article, "Julia Stone")) == ["I", "Julia Stone"]


def test_an_office_that_nobody_was_said_to_hold_is_nobody_known(resolve: Resolve) -> None:
    article = resolve("Maria Ortega voted. The president will sign it.")

    assert words(article, entity(article, "Maria Ortega")) == ["Maria Ortega"]


def test_what_the_subject_is_said_to_be_is_no_new_entity(resolve: Resolve) -> None:
    article = resolve("Julia Stone is a singer. The singer left.")

    assert [e.label for e in article.entities] == ["Julia Stone"]


def test_an_unnamed_speaker_is_an_entity_of_the_document(resolve: Resolve) -> None:
    article = resolve('"So good," one fan wrote.')

    fan = entity(article, "one fan")
    assert not fan.named
    assert fan.key.startswith("document:t:")
    assert article.speakers == (fan.id,)


def test_speakers_answer_to_quotes_one_by_one(resolve: Resolve) -> None:
    article = resolve('"We won," Tom Reed said. He said that Leeds lost.\nThe sign says "no entry" here.')

    reed = entity(article, "Tom Reed").id
    assert len(article.speakers) == len(article.annotated.quotes)
    assert article.speakers[:2] == (reed, reed)


def test_captions_start_afresh_and_mean_the_main_person(resolve: Resolve) -> None:
    article = resolve("Max Cole walks.\nMax Cole plays with Bo Dunn.\nHe looks happy.", "caption")

    assert "He" in words(article, entity(article, "Max Cole"))


def test_a_country_has_one_key_under_all_its_names(resolve: Resolve) -> None:
    keys = {
        resolve(f"It was sold in {name}.").entities[0].key
        for name in ("the U.S.", "the United States", "America")
    }

    assert keys == {"gpe:united-states"}


def test_ids_follow_the_text_and_mentions_are_in_order(resolve: Resolve) -> None:
    article = resolve("Tom Reed met Julia Stone in Leeds. She left him there.")

    assert [e.id for e in article.entities] == [f"e{n}" for n in range(1, len(article.entities) + 1)]
    firsts = [e.mentions[0].span for e in article.entities]
    assert firsts == sorted(firsts)


def test_gender_comes_from_pronouns_where_the_name_tells_none(resolve: Resolve) -> None:
    article = resolve("Zyx Qorvan spoke. She smiled.")

    assert entity(article, "Zyx Qorvan").gender == "female"


def test_resolving_twice_gives_the_same(resolve: Resolve) -> None:
    text = "Tom Reed and Julia Stone's son, Ben, sang. His dad smiled."

    assert resolve(text) == resolve(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Jane Roe and ",
        "the man saw his son. ",
        "he him his ",
        "dad ",
        "Jane R said. ",
        "Jane Roe, 43, and her husband left the Roes. ",
        '"We and he saw Dad," said its chief Al Roe of Jo Roe. ',
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(
    unit: str, resolve: Resolve, is_linear: Callable[..., bool]
) -> None:
    assert is_linear(resolve, (unit * 15_000)[:15_000], (unit * 60_000)[:60_000])


def test_two_nominals_in_apposition_mean_one(resolve: Resolve) -> None:
    article = resolve("Ann Lambe lives with her husband, a baker, in Galway.")

    assert ["her husband", "a baker"] in [words(article, e) for e in article.entities]


def test_a_story_that_is_told_is_no_post(resolve: Resolve) -> None:
    article = resolve("The novel tells the story of a town.")

    assert not [e for e in article.entities if e.type == "post"]


def test_a_speaker_whom_words_follow_is_one_entity(resolve: Resolve) -> None:
    article = resolve("Acme Bank will close, two sources familiar with the matter said.")

    (quote_speaker,) = article.speakers
    assert [words(article, e) for e in article.entities if e.id == quote_speaker] == [["two sources"]]


def test_the_women_of_a_contest_are_nobody(resolve: Resolve) -> None:
    article = resolve("Eva Lund won the women's draw.")

    assert [e.label for e in article.entities] == ["Eva Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param('Tom Reed fled. A message on his page said: "I am safe."', "Tom Reed", id="whose page it is"),
        pytest.param('Tom Reed lost Al Cole in May and admits he needs "a new man".', "Tom Reed", id="joined verbs"),
        pytest.param('The operator, Halden Lines, said it "deeply regrets" that.', "Halden Lines", id="apposition"),
    ],
)
def test_the_subject_of_the_verb_speaks(text: str, speaker: str, resolve: Resolve) -> None:
    article = resolve(text)
    assert {e.label for e in article.entities if e.id in article.speakers} == {speaker}


def test_my_mother_outside_marks_is_the_writers(resolve: Resolve) -> None:
    article = resolve('Sarah Dunn spoke. My mother has read it. "It is long," is all she will say.')
    assert [e.label for e in article.entities if e.id in article.speakers] == ["My mother"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("The weather service warned of floods. The fire service urged people to stay in, and the fire "
                     'service said: "Stay in."', "the fire service", id="another service"),
        pytest.param('Ann Roe, a Democrat serving her first term, won. "I am glad," she said.', "Ann Roe",
                     id="apposition that goes on"),
        pytest.param('Gov. Al Roe came. Ann Doe left.\n"I will stay," the governor said.', "Al Roe", id="short title"),
        pytest.param("Ann Roe ran the study. The authors said that the pupils were paid.", "The authors",
                     id="several are nobody named"),
        pytest.param("Ann Roe is on tour. Roe's website said that the tour would go on.", "Roe's website",
                     id="what somebody owns"),
    ],
)  # fmt: skip
def test_a_nominal_speaker_is_who_was_called_so(text: str, speaker: str, resolve: Resolve) -> None:
    article = resolve(text)
    last = article.speakers[-1]
    words_said = article.annotated.quotes[-1].speaker

    assert words_said is not None
    assert {e.label for e in article.entities if e.id == last} in ({speaker}, set())
    assert last is not None or words_said.of(article.annotated.article.text) == speaker


def test_who_is_told_of_takes_the_floor_from_who_spoke_before(resolve: Resolve) -> None:
    text = '"I won," Ann Roe said. "I am glad," she said.\nHer mother, Bea Doe, was proud of it. "At last," she said.'
    article = resolve(text)

    assert [e.label for e in article.entities if e.id == article.speakers[-1]] == ["Bea Doe"]


def test_what_somebody_is_called_is_nobody_else(resolve: Resolve) -> None:
    article = resolve("Ann Roe cooks. Al Doe calls her the most careful person in the town.")

    assert ["the most careful person"] not in [words(article, e) for e in article.entities]
