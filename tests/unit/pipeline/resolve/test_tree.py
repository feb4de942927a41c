"""A sentence's tree tells who does what, however far its verbs and joined words reach."""

from __future__ import annotations

from worker.pipeline.resolve.tree import Tree
from worker.pipeline.values import Span, Token


def tree(*words: str) -> Tree:
    """Each word as "text head relation"."""
    parts = enumerate(word.split() for word in words)
    return Tree([Token(Span(at, at + 1), text, head=int(head), relation=told) for at, (text, head, told) in parts])


def chain(links: int, relation: str) -> Tree:
    """Roe sang, then one word after another that hangs from the one before it."""
    return tree("Roe 1 nsubj", "sang 1 root", *(f"w{at} {at} {relation}" for at in range(1, links + 1)))


def test_the_subject_of_joined_verbs_is_found_through_a_few_of_them() -> None:
    assert chain(5, "advcl").subject_of(6) == 0


def test_a_chain_of_verbs_without_end_is_climbed_no_further() -> None:
    assert chain(50, "advcl").subject_of(51) is None


def test_names_joined_one_to_another_share_the_first_ones_place() -> None:
    joined = tree("Roe 3 nsubj", "Doe 0 conj", "Tarn 1 conj", "sang 3 root")

    assert joined.is_subject(2)


def test_a_chain_of_joined_names_without_end_is_climbed_no_further() -> None:
    joined = tree("sang 0 root", "Roe 0 nsubj", *(f"w{at} {at} conj" for at in range(1, 50)))

    assert not joined.is_subject(50)


def test_a_verb_that_nobody_is_told_to_do_has_no_subject() -> None:
    assert tree("Sing 0 root", "loudly 0 advmod").subject_of(0) is None
