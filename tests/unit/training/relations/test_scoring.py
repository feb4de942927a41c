"""KnowledgeNet's measure on passages of our own."""

from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.values import Span
from worker.training.relations.corpus import Fact, Passage
from worker.training.relations.scoring import lines, tally

SPOUSE, CHILD = PROPERTIES.index("SPOUSE"), PROPERTIES.index("CHILD_OF")
HE, ANNA, BO = Span(0, 2), Span(10, 20), Span(30, 40)
PASSAGE = Passage(1, "", (Fact(SPOUSE, HE, ANNA), Fact(SPOUSE, ANNA, HE)), frozenset({SPOUSE}))


def test_overlapping_spans_find_a_fact() -> None:
    row = tally([PASSAGE], [(0, Fact(SPOUSE, HE, Span(15, 25)))]).row()

    assert (row["precision"], row["recall"], row["facts"]) == (1.0, 0.5, 2)


def test_spans_that_only_touch_find_nothing() -> None:
    row = tally([PASSAGE], [(0, Fact(SPOUSE, HE, Span(20, 25)))]).row()

    assert (row["precision"], row["recall"]) == (0.0, 0.0)


def test_a_fact_found_twice_counts_once() -> None:
    twice = [(0, Fact(SPOUSE, HE, ANNA)), (0, Fact(SPOUSE, HE, Span(12, 20)))]

    assert tally([PASSAGE], twice).row()["precision"] == 1.0


def test_a_property_that_was_not_annotated_is_not_judged() -> None:
    counts = tally([PASSAGE], [(0, Fact(CHILD, HE, ANNA))])

    assert counts.row([CHILD]) == {"precision": 0.0, "recall": 0.0, "F1": 0.0, "facts": 0}


def test_what_matches_nothing_is_false() -> None:
    row = tally([PASSAGE], [(0, Fact(SPOUSE, HE, ANNA)), (0, Fact(SPOUSE, HE, BO))]).row()

    assert row["precision"] == 0.5


def test_the_table_has_a_line_a_property_and_one_for_all() -> None:
    table = tally([PASSAGE], [(0, Fact(SPOUSE, HE, ANNA))]).table()

    assert len(list(lines(table))) == 2 + len(PROPERTIES) + 1
    assert table["all"]["facts"] == table["SPOUSE"]["facts"] == 2
