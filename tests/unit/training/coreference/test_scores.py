"""The scores agree with the worked examples of the papers, and with counting by hand."""

from __future__ import annotations

import pytest

from worker.pipeline.values import Entity, Mention, Span
from worker.training.coreference.marked import read_marked
from worker.training.coreference.scores import SCORES, Ratio, b_cubed, ceaf, clusters, conll, links, muc, on_gold

GOLD = [frozenset((1, 2, 3, 4, 5)), frozenset((6, 7)), frozenset((8, 9, 10, 11, 12))]
ONE_LINK_TOO_MANY = [frozenset((1, 2, 3, 4, 5)), frozenset((6, 7, 8, 9, 10, 11, 12))]
WORSE_LINK = [frozenset((1, 2, 3, 4, 5, 8, 9, 10, 11, 12)), frozenset((6, 7))]


@pytest.mark.parametrize("ours", [ONE_LINK_TOO_MANY, WORSE_LINK])
def test_muc_counts_links(ours: list[frozenset[int]]) -> None:
    assert muc(GOLD, ours).precision == pytest.approx(9 / 10)
    assert muc(GOLD, ours).recall == 1.0


@pytest.mark.parametrize(("ours", "precision"), [(ONE_LINK_TOO_MANY, 0.762), (WORSE_LINK, 0.583)])
def test_b_cubed_tells_a_bad_link_from_a_worse_one(ours: list[frozenset[int]], precision: float) -> None:
    score = b_cubed(GOLD, ours)  # the example of Bagga and Baldwin

    assert (round(score.precision, 3), score.recall) == (precision, 1.0)


def test_ceaf_pairs_entities_one_to_one() -> None:
    score = ceaf(GOLD, WORSE_LINK)

    assert score.precision == pytest.approx((2 * 5 / 15 + 1) / 2)
    assert score.recall == pytest.approx((2 * 5 / 15 + 1) / 3)


@pytest.mark.parametrize("score", SCORES.values(), ids=SCORES)
def test_the_truth_scores_one(score: object) -> None:
    assert callable(score)
    assert score(GOLD, GOLD).f1 == pytest.approx(1.0)


def test_nothing_found_scores_nothing() -> None:
    assert conll({name: score(GOLD, []) for name, score in SCORES.items()}) == 0.0


def test_single_mentions_are_left_out_of_clusters() -> None:
    assert clusters([("a", 1), ("b", 2), ("a", 3)]) == [frozenset((1, 3))]


def test_documents_add_up() -> None:
    assert (Ratio(1, 2, 1, 4) + Ratio(1, 2, 3, 4)).precision == 0.5


def _entities(*spans: tuple[tuple[int, int], ...]) -> list[Entity]:
    return [
        Entity(f"e{n}", "", "", "person", named=True, mentions=tuple(Mention(Span(*span), "name") for span in each))
        for n, each in enumerate(spans)
    ]


def test_links_are_counted_by_kind() -> None:
    document = read_marked("t", "{a|Jane Roe} met {b|Al Cole}. {a|She} left {b|him}.")
    spans = [(g.span.start, g.span.end) for g in document.gold]
    jane, al, she, him = spans
    ours = _entities((jane, she, him), (al,))

    assert links(document, ours, lambda _: True)["pronoun"] == Ratio(1, 2, 1, 2)


def test_gold_mentions_that_were_not_found_stand_alone() -> None:
    document = read_marked("t", "{a|Jane Roe} left. {a|She} slept. {a|She} woke.")
    first, second, _ = ((g.span.start, g.span.end) for g in document.gold)

    score = on_gold(document, _entities((first, second)), lambda _: True)["B-cubed"]

    assert score.precision == 1.0
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
