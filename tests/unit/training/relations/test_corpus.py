"""The two corpora as passages, from files of our own in their formats."""

import gzip
import json
from pathlib import Path

import pytest

from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.training.relations.corpus import KNOWLEDGENET, REDOCRED, TEACHING_ONLY, Passage, knowledgenet, redocred

WORDS = [["Otto", "Brandt", "married", "Mia", "Quill", "."], ["Mia", "Quill", "sang", "for", "Otto", "."]]
OTTO = [{"sent_id": 0, "pos": [0, 2]}, {"sent_id": 1, "pos": [4, 5]}]
MIA = [{"sent_id": 0, "pos": [3, 5]}, {"sent_id": 1, "pos": [0, 2]}]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    passage = {"fold": 2, "text": "Otto left.", "facts": [{"p": "SPOUSE", "s": [0, 4], "o": [5, 9]}], "neg": ["CEO"]}
    file = tmp_path / KNOWLEDGENET
    file.parent.mkdir()
    file.write_text(json.dumps(passage) + "\n")
    (tmp_path / "relations").mkdir()
    labels = [{"h": 0, "t": 1, "r": "P26", "evidence": [0]}, {"h": 1, "t": 0, "r": "P40", "evidence": [1]}]
    for name, documents in zip(REDOCRED, ([{"sents": WORDS, "vertexSet": [OTTO, MIA], "labels": labels}], []), strict=True):
        (tmp_path / name).write_bytes(gzip.compress(json.dumps(documents).encode()))
    return tmp_path


def told(passage: Passage, which: str = "facts") -> set[tuple[str, str, str]]:
    facts = getattr(passage, which)
    return {(PROPERTIES[f.property], f.subject.of(passage.text), f.object.of(passage.text)) for f in facts}


def test_properties_with_a_fact_or_marked_without_are_judged(data: Path) -> None:
    (passage,) = knowledgenet(data)

    assert (passage.fold, {PROPERTIES[n] for n in passage.judged}) == (2, {"SPOUSE", "CEO"})


def test_a_relation_is_a_fact_only_of_the_sentence_that_tells_it(data: Path) -> None:
    (passage,) = redocred(data)

    assert passage.fold == TEACHING_ONLY
    assert ("SPOUSE", "Otto Brandt", "Mia Quill") in told(passage)
    assert ("SPOUSE", "Otto", "Mia Quill") in told(passage, "unsure")


def test_an_inverse_relation_is_turned(data: Path) -> None:
    (passage,) = redocred(data)

    assert ("CHILD_OF", "Otto", "Mia Quill") in told(passage)


def test_nationality_is_not_judged_where_adjectives_are_no_entities(data: Path) -> None:
    (passage,) = redocred(data)

    assert PROPERTIES.index("NATIONALITY") not in passage.judged
    assert PROPERTIES.index("EMPLOYEE_OR_MEMBER_OF") in passage.judged
