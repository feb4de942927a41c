"""ClearNLP trees to Universal Dependencies."""

import pytest

from worker.pipeline.annotate.backends.clearnlp import RELATIONS, universal

# word/tag/head/relation; heads count from 1, the root's own
CASES = {
    "a preposition hangs on its noun": (
        "He/PRON/2/nsubj sat/VERB/2/root in/ADP/2/prep court/NOUN/3/pobj",
        "nsubj:2 root:2 case:4 obl:2",
    ),
    "of a noun": (
        "mayor/NOUN/1/root of/ADP/1/prep Kessing/PROPN/2/pobj",
        "root:1 case:3 nmod:1",
    ),
    "two prepositions in a row": (
        "fled/VERB/1/root from/ADP/1/prep under/ADP/2/prep it/PRON/3/pobj",
        "root:1 case:4 case:4 obl:1",
    ),
    "the agent of a passive": (
        "She/PRON/3/nsubjpass was/AUX/3/auxpass told/VERB/3/root by/ADP/3/agent them/PRON/4/pobj",
        "nsubj:pass:3 aux:pass:3 root:3 case:5 obl:agent:3",
    ),
    "a clause behind a preposition": (
        "left/VERB/1/root after/ADP/1/prep winning/VERB/2/pcomp it/PRON/3/dobj",
        "root:1 mark:3 advcl:1 obj:3",
    ),
    "what somebody is": (
        "Roe/PROPN/2/nsubj is/AUX/2/root the/DET/4/det mayor/NOUN/2/attr ./PUNCT/2/punct",
        "nsubj:4 cop:4 det:4 root:4 punct:4",
    ),
    "how somebody seems": (
        "Roe/PROPN/2/nsubj seems/VERB/2/root tired/ADJ/2/acomp",
        "nsubj:2 root:2 xcomp:2",
    ),
    "is, with no complement": (
        "There/PRON/2/expl is/AUX/2/root hope/NOUN/2/nsubj",
        "expl:2 root:2 nsubj:2",
    ),
    "three conjuncts": (
        "rain/NOUN/1/root ,/PUNCT/1/punct wind/NOUN/1/conj and/CCONJ/3/cc snow/NOUN/3/conj",
        "root:1 punct:1 conj:1 cc:5 conj:1",
    ),
    "a conjunction that opens the sentence": (
        "And/CCONJ/3/cc she/PRON/3/nsubj left/VERB/3/root",
        "cc:3 nsubj:3 root:3",
    ),
    "a preposition without a noun": (
        "sat/VERB/1/root down/ADP/1/prep",
        "root:1 advmod:1",
    ),
    "whom it was given to": (
        "gave/VERB/1/root it/PRON/1/dobj to/ADP/1/dative him/PRON/3/pobj",
        "root:1 obj:1 case:4 obl:1",
    ),
    "whom it was given": (
        "gave/VERB/1/root him/PRON/1/dative it/PRON/1/dobj",
        "root:1 iobj:1 obj:1",
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_a_tree_is_turned(given: str, expected: str) -> None:
    words, tags, numbers, relations = zip(*(word.rsplit("/", 3) for word in given.split()), strict=True)

    heads, named = universal(words, tags, [int(number) - 1 for number in numbers], relations)

    assert " ".join(f"{relation}:{head + 1}" for relation, head in zip(named, heads, strict=True)) == expected


def test_no_relation_is_called_as_only_clearnlp_does() -> None:
    assert not {"pobj", "dobj", "nsubjpass", "attr", "ROOT"} & set(RELATIONS.values())


def test_without_tags_a_tree_stays_a_tree() -> None:
    heads, _ = universal(["a", "of", "b"], (), [0, 0, 1], ["root", "prep", "pobj"])

    assert heads == (0, 2, 0)
