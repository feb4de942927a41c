"""The model card that ships beside the weights: what made them, under which licences, how well they read, the cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from worker.training.encoder.evaluate import NAMED, PARSED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Runs = Mapping[str, Mapping[str, Any]]

_HEAD = """\
# The encoder

Reads an article once and gives each word a name label (PERSON, ORG, LOC, MISC), a universal part of speech, a Penn
Treebank tag, a lemma and a dependency. Three transformer layers of 384 (12 heads) in 8 bits, for ONNX Runtime on one
thread; lower-case word pieces, with the capitals of a word and what the gazetteer knows of it added to its embedding.
Made by `newsfacts train encoder` (worker/training/encoder/): six layers learn all tasks together, with heads behind the
third, too; the first three then learn from labels and from the sixth's opinion. Lemmas: the lexicon counted in the same
corpora and their endings first, with the irregular verbs of grammars; the network's choice for the rest.

## Made from
| what | licence |
|---|---|
| MiniLM-L6-H384-uncased as sentence-transformers/all-MiniLM-L6-v2: first layers, embeddings, word pieces | Apache-2.0 |
| UD English EWT, train: syntax, lemmas (lemmas.txt is CC BY-SA 4.0, too) | CC BY-SA 4.0 |
| UD English GUM, open genres, train: syntax, lemmas, names | CC BY 4.0; texts CC BY, CC BY-SA, public domain |
| UNER English EWT, dev: names | CC BY-SA 4.0 |
| wikigold; Broad Twitter Corpus; WNUT-17, train: names | CC BY 4.0 |
| CrossNER, five domains; Re-DocRED, dev and test: names | MIT; texts CC BY-SA |

## Measured
Never trained on: PUD (news and Wikipedia), GUM dev, WNUT-17 dev, EWT dev (its syntax). Names: exact span and type, core
is PERSON, ORG and LOC, labels as they leave the reader, without the document's harmony. Syntax: gold words and
sentences; LAS as CoNLL 2018 (marks counted, relations without subtypes). The shipped run is {shipped}.

"""
_LIMITS = """
## Limits
News and web English. Organizations are its weak names: corpora disagree on whether "China" acts or lies. Sentences are
read 126 pieces at a time; arcs never leave a window. Peoples, works, events and products share MISC: rules part them.
"""


def card(runs: Runs, *, shipped: str) -> str:
    """`runs`: name -> the tables of `evaluate.measured` with `cpu_seconds`; `shipped`: whose weights these are."""
    return _HEAD.format(shipped=shipped) + "\n".join(_tables(runs)) + "\n" + _LIMITS


def _tables(runs: Runs) -> Iterator[str]:
    columns = ("F1", "precision", "recall", "PERSON", "ORG", "LOC", "MISC")
    yield from _table(runs, [f"names {name}" for name in NAMED], columns)
    yield ""
    yield from _table(runs, [f"syntax {name}" for name in PARSED], ("tag", "fine", "lemma", "UAS", "LAS", "LAS full"))
    yield ""
    yield "| run | CPU minutes, all cores: teacher, shipped network |"
    yield "|---|---|"
    for name, run in runs.items():
        spent = run["cpu_seconds"]
        yield f"| {name} | {spent['large'] / 60:.0f}, {spent['small'] / 60:.0f} |"


def _table(runs: Runs, corpora: list[str], columns: tuple[str, ...]) -> Iterator[str]:
    yield f"| run | corpus | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 2) + "|"
    for name, run in runs.items():
        for corpus in corpora:
            yield f"| {name} | {corpus} | {' | '.join(f'{100 * run[corpus][column]:.1f}' for column in columns)} |"
