"""The lexicon of lemmas holds what corpora and grammars tell, and no slips of single writers."""

from collections.abc import Iterable

from worker.pipeline.annotate.encoder.lemmas import script
from worker.pipeline.annotate.encoder.lexicon import read
from worker.training.encoder.corpus import Document
from worker.training.encoder.irregular import forms
from worker.training.encoder.lexicon import counted


def document(*words: tuple[str, str, str]) -> Document:
    """Of words with fine tag and lemma."""
    written, fine, lemmas = zip(*words, strict=True)
    scripts = tuple(script(word, lemma) for word, lemma in zip(written, lemmas, strict=True))
    return Document(written, (True,) * len(words), (False,) * len(words), fine=fine, scripts=scripts)


def lines(documents: Iterable[Document]) -> list[str]:
    return counted(documents).decode().splitlines()


def test_an_inflected_form_is_listed_with_its_script_and_its_lemma_among_the_known() -> None:
    found = read(counted([document(("Vexed", "VBD", "vex"))])).scripts

    assert found["VBD"]["vexed"] == "2:"
    assert found["VB"]["vex"] == "="


def test_a_plain_form_is_listed_only_if_it_is_not_its_own_lemma() -> None:
    found = read(counted([document(*[("an", "DT", "a")] * 2, *[("the", "DT", "the")] * 2)])).scripts

    assert found["DT"] == {"an": "1:"}


def test_of_two_lemmas_the_more_frequent_counts() -> None:
    found = read(counted([document(*[("axes", "NNS", "axis")] * 3, ("axes", "NNS", "axe"))])).scripts

    assert found["NNS"]["axes"] == "2:is"


def test_a_single_slip_is_left_out() -> None:
    found = read(counted([document(("loose", "VB", "lose"), ("blent", "VBD", "mix"))])).scripts

    assert "loose" not in found["VB"]
    assert "blent" not in found["VBD"]


def test_an_ending_is_listed_where_a_shorter_one_asks_for_something_else() -> None:
    pairs = [("vexed", "vex"), ("mixed", "mix"), ("taxed", "tax"), ("zoned", "zone"), ("toned", "tone")]
    lexicon = read(counted([document(*((form, "VBD", lemma) for form, lemma in pairs))]))

    told = {ending: one for ending, one in lexicon.scripts["VBD"].items() if ending.startswith("*")}
    assert [lexicon.lemma(form, "VBD", "=") for form in ("waxed", "droned")] == ["wax", "drone"]
    assert {"*xed", "*axed", "*ixed"}.isdisjoint(told)


def test_an_irregular_verb_is_known_without_any_corpus() -> None:
    found = read(counted([])).scripts

    assert {"fled", "underwent", "swore"} <= set(found["VBD"])
    assert {lemma for _, _, lemma in forms()} <= set(found["VB"])


def test_names_figures_and_what_would_break_a_line_are_left_out() -> None:
    odd = document(("Dorians", "NNP", "Dorian"), ("5", "CD", "five"), ("a b", "NNS", "a"), ("*", "NNS", "star"))

    assert lines([odd]) == lines([])
