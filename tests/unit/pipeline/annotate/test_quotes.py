"""Who says what: the words without marks, the speaker, the verb, and the kind of speech."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from collections.abc import Callable

import pytest

from worker.pipeline.values import AnnotatedArticle

Annotate = Callable[[str], AnnotatedArticle]


def said(article: AnnotatedArticle) -> list[tuple[str, str | None, str | None, str]]:
    text = article.article.text
    return [
        (
            q.kind,
            q.speaker.of(text) if q.speaker else None,
            q.cue.of(text) if q.cue else None,
            " + ".join(part.of(text) for part in q.parts),
        )
        for q in article.quotes
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "words"),
    [
        pytest.param(
            '"We will fight," Roe, chairman of the union, told the Lindholm Rundschau newspaper.',
            "Roe",
            "told",
            "We will fight,",
            id="a newspaper is told and does not tell",
        ),
        pytest.param(
            '"He ran well," said the former Darnley Town captain.',
            "the former Darnley Town captain",
            "said",
            "He ran well,",
            id="trade behind a name inside the speaker",
        ),
        pytest.param(
            'The "Blue Sun" singer shared a snap, writing, "All done."',
            'The "Blue Sun" singer',
            "writing",
            "All done.",
            id="title inside the speaker",
        ),
        pytest.param(
            '"We are ready," Jane Roe said.', "Jane Roe", "said", "We are ready,", id="name and verb"
        ),
        pytest.param('"We are ready," said Jane Roe.', "Jane Roe", "said", "We are ready,", id="inverted"),
        pytest.param(
            '"It works," said Prime Minister Tom Reed on Monday.', "Tom Reed", "said", "It works,", id="title"
        ),
        pytest.param('"I am the best!" Roe shouted.', "Roe", "shouted", "I am the best!", id="exclamation"),
        pytest.param(
            '"Great day," the happy chef wrote on Instagram.',
            "the happy chef",
            "wrote",
            "Great day,",
            id="nominal",
        ),
        pytest.param(
            'Ann Smith, 43, said: "Sales were good."', "Ann Smith", "said", "Sales were good.", id="colon"
        ),
        pytest.param(
            'The mayor of Leeds, Tom Green, tweeted: "So proud."',
            "Tom Green",
            "tweeted",
            "So proud.",
            id="apposition",
        ),
        pytest.param(
            '"No end in sight," said a spokesman for the firm.',
            "a spokesman",
            "said",
            "No end in sight,",
            id="for the firm",
        ),
        pytest.param(
            'The dancer captioned the clip that went far, "Sunday practice."',
            "The dancer",
            "captioned",
            "Sunday practice.",
            id="caption",
        ),
        pytest.param(
            'It got likes and one fan commented on it writing, "So good," at once.',
            "one fan",
            "writing",
            "So good,",
            id="participle",
        ),
        pytest.param(
            'His nan shares a pic with the caption, "Hey you."',
            "His nan",
            "with the caption",
            "Hey you.",
            id="caption noun",
        ),
        pytest.param("‘We are done,’ she said.", "she", "said", "We are done,", id="single curly marks"),
        pytest.param(
            "'We don't know,' Roe said.", "Roe", "said", "We don't know,", id="single straight marks"
        ),
        pytest.param("“It's over,” he added.", "he", "added", "It's over,", id="curly marks"),
        pytest.param(
            '"It is a fact," according to Smith.', "Smith", "according to", "It is a fact,", id="according to"
        ),
    ],
)
def test_direct_speech_has_its_speaker(
    text: str, speaker: str, cue: str, words: str, annotate: Annotate
) -> None:
    assert ("direct", speaker, cue, words) in said(annotate(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param('"It was hard," Roe said, "but fair."', "It was hard, + but fair.", id="one sentence"),
        pytest.param('"We lost," Roe said. "We will win."', "We lost, + We will win.", id="next sentence"),
        pytest.param(
            '"This goes on," said Tom Reed. "It has no end.\n"It goes on here."',
            "This goes on, + It has no end. + It goes on here.",
            id="next paragraph",
        ),
    ],
)
def test_parts_of_one_quotation_are_joined(text: str, parts: str, annotate: Annotate) -> None:
    assert [words for _, _, _, words in said(annotate(text))] == [parts]


def test_two_speakers_of_one_sentence_stay_two(annotate: Annotate) -> None:
    found = said(annotate('"Great show," one fan wrote, while another added, "I cried."'))

    assert [(speaker, words) for _, speaker, _, words in found] == [
        ("one fan", "Great show,"),
        ("another", "I cried."),
    ]


def test_a_missing_closing_mark_ends_with_the_paragraph(annotate: Annotate) -> None:
    quote = annotate('"We lost," Roe said. "We will win!\nThe crowd left.').quotes[0]

    assert not quote.complete
    assert len(quote.parts) == 2


def test_a_bare_quotation_is_said_by_the_subject_before(annotate: Annotate) -> None:
    assert said(annotate('Smith was angry. "I will not go anywhere."'))[0][1] == "Smith"


def test_marks_inside_marks_stay_in_the_words(annotate: Annotate) -> None:
    text = "\"'I can't believe it!' That is what he said,\" Roe recalled."

    assert said(annotate(text))[0][3] == "'I can't believe it!' That is what he said,"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('He called the plan "a complete disaster" and left.', "a complete disaster", id="label"),
        pytest.param('The bank said it had "no comment" on that.', "no comment", id="fragment"),
    ],
)
def test_a_fragment_is_partial(text: str, words: str, annotate: Annotate) -> None:
    assert ("partial", words) in [(kind, found) for kind, _, _, found in said(annotate(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The body was found wrapped in "heavy chains" there.', id="found is no saying"),
        pytest.param('The so-called "dark web" is dark.', id="scare quotes"),
        pytest.param('The pair was equally called "Lovely," and left.', id="passive label"),
        pytest.param('The song "Hello World" was a hit.', id="song"),
        pytest.param('The plank is 6\'2" long and 3" wide.', id="inches"),
    ],
)
def test_words_in_marks_that_are_no_speech_are_no_quotation(text: str, annotate: Annotate) -> None:
    assert said(annotate(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param(
            "Dr. Ed Moro of the Alder Museum in Oslo, who had no part in the study, said the find was great.",
            "Ed Moro",
            "the find was great",
            id="of a museum, who",
        ),
        pytest.param(
            "The firm will close, said Acme Corp. spokesman Al Roe.",
            "Al Roe",
            "The firm will close",
            id="inverted",
        ),
        pytest.param(
            "Al Tan, who led it with his brother Bo, said demand had been weak.",
            "Al Tan",
            "demand had been weak",
            id="bare noun after said",
        ),
        pytest.param(
            "Al Tan, the head of the state's Mining, Oil and Trade Department, said that sales fell.",
            "Al Tan",
            "sales fell",
            id="apposition with commas",
        ),
        pytest.param(
            "The firm said in a statement that it would close.", "The firm", "it would close", id="statement"
        ),
        pytest.param(
            "Finch said Tuesday that talks had failed.", "Finch", "talks had failed", id="day between"
        ),
        pytest.param(
            "Police said the man was arrested.", "Police", "the man was arrested", id="without that"
        ),
        pytest.param("Doe, who is 54, told reporters he would stay.", "Doe", "he would stay", id="told them"),
        pytest.param(
            "In June, Doe while talking to Metro Weekly teased that Al would walk; and he does.",
            "Doe",
            "Al would walk",
            id="far subject",
        ),
        pytest.param(
            "Three people died, officials said on Tuesday.", "officials", "Three people died", id="at the end"
        ),
        pytest.param(
            "According to Smith, the plan is dead.", "Smith", "the plan is dead", id="according to, first"
        ),
        pytest.param(
            "The plan is dead, according to Smith.", "Smith", "The plan is dead", id="according to, last"
        ),
        pytest.param(
            "Eggs are fine in the end, Ann Roe, MD, a lead author and mother of two, told Health.",
            "Ann Roe",
            "Eggs are fine in the end",
            id="name, degrees and trade at the end",
        ),
        pytest.param(
            "Stores are shut, state media reported on Friday.", "state media", "Stores are shut", id="media"
        ),
        pytest.param(
            "A loud new sound, according to Ann Roe, is what they want.",
            "Ann Roe",
            "A loud new sound + is what they want",
            id="around its clause",
        ),
        pytest.param(
            "Roe said major wins at other plants put pressure on them.",
            "Roe",
            "major wins at other plants put pressure on them",
            id="long subject without an article",
        ),
        pytest.param("It was reported that the firm was sold.", None, "the firm was sold", id="nobody named"),
    ],
)
def test_indirect_speech_is_the_clause_after_the_verb(
    text: str, speaker: str | None, words: str, annotate: Annotate
) -> None:
    assert ("indirect", speaker, words) in [
        (kind, who, found) for kind, who, _, found in said(annotate(text))
    ]


def test_a_clause_beyond_another_verb_is_not_what_the_first_one_tells(annotate: Annotate) -> None:
    assert said(annotate("Jane Roe announced Monday and hosted that Mr. Doe loves.")) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The report that came out is long.", id="noun"),
        pytest.param("She told him so.", id="nothing reported"),
        pytest.param("They said yes.", id="too short"),
        pytest.param("I think that the show is far too long.", id="the writer's own view"),
        pytest.param("In a close match, Roe claimed the third set.", id="claimed a thing"),
        pytest.param("Her editor, Tom Roe, remembers the call.", id="remembered a thing"),
    ],
)
def test_a_verb_of_saying_alone_reports_nothing(text: str, annotate: Annotate) -> None:
    assert said(annotate(text)) == []


def test_a_quotation_in_single_marks_goes_on_over_paragraphs(annotate: Annotate) -> None:
    text = "'It's hard to leave,' she wrote.\n'I met the Roes' family there. It was sad.\n'Now I pray,' she added."
    found = said(annotate(text))

    assert [words for _, _, _, words in found] == [
        "It's hard to leave,",
        "I met the Roes' family there. It was sad. + Now I pray,",
    ]
    assert [speaker for _, speaker, _, _ in found] == ["she", "she"]


def test_a_witness_goes_on_in_bare_quotations(annotate: Annotate) -> None:
    found = said(annotate('"I heard it," Roe said. Then it was still.\n"And then it began all over again."'))

    assert [speaker for kind, speaker, _, _ in found if kind == "direct"] == ["Roe", "Roe"]
