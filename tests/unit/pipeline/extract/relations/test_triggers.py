"""Words without which a property is not believed."""

import numpy as np
import pytest

from worker.pipeline.extract.relations.triggers import told_by
from worker.pipeline.extract.relations.vocabulary import PROPERTIES


def told(name: str, text: str, without: str = "") -> bool:
    tokens = text.split()
    tied = np.array([[token != without for token in tokens]])
    return bool(told_by(tokens, tied)[0, PROPERTIES.index(name)])


@pytest.mark.parametrize(("name", "text"), [
    ("SPOUSE", "Otto Brandt married Mia Quill"),
    ("CEO", "Halvex chief executive Mia Quill"),
    ("CEO", "Halvex 's managing-director Mia Quill"),
    ("DATE_OF_BIRTH", "Otto Brandt ( 5 May 1932 - 2 June 2010 )"),
    ("EMPLOYEE_OR_MEMBER_OF", "Otto Brandt works for Halvex"),
    ("NATIONALITY", "Otto Brandt is Danish"),
])  # fmt: skip
def test_a_word_between_the_ends_may_tell_it(name: str, text: str) -> None:
    assert told(name, text)


@pytest.mark.parametrize(("name", "text"), [
    ("SPOUSE", "Otto Brandt met Mia Quill"),
    ("CEO", "Halvex chief product officer Mia Quill"),
    ("FOUNDED_BY", "Otto Brandt praised Halvex"),
    ("DATE_OF_DEATH", "Otto Brandt spoke on Tuesday"),
    ("NATIONALITY", "Otto Brandt flew to Denmark"),
])  # fmt: skip
def test_without_one_nothing_is_believed(name: str, text: str) -> None:
    assert not told(name, text)


def test_a_word_elsewhere_in_the_sentence_tells_nothing() -> None:
    assert not told("SPOUSE", "Otto Brandt met Mia Quill , who married", without="married")
