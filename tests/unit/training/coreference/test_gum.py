"""GUM's brackets become mentions with heads and kinds; its words become the text they were."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from worker.training.coreference.gum import read_gum

if TYPE_CHECKING:
    from pathlib import Path

    from worker.training.coreference.document import Document


def row(number: str, word: str, tag: str, misc: str) -> str:
    return f"{number}\t{word}\t{word}\tX\t{tag}\t_\t0\tdep\t_\t{misc}"


ROWS = "\n".join(
    (
        "# newdoc id = GUM_news_own",
        "# newpar_block = head (1 s)",
        "# sent_id = 1",
        row("1", "Parade", "NN", "Entity=(1-event-new-nnnnn-cf1-1-sgl)"),
        "",
        "# newpar_block = p (1 s)",
        "# sent_id = 2",
        row("1", "Jane", "NNP", "Entity=(2-person-new-sssss-cf1-1,2-coref"),
        row("2", "Roe", "NNP", "Entity=2)|SpaceAfter=No"),
        row("3", ",", ",", "_"),
        row("4-5", "her's", "_", "_"),
        row("4", "her", "PRP$", "Entity=(3-person-new-nnnnn-cf2-3-sgl(2-person-giv:act-sssss-cf1-1-ana)"),
        row("5", "'s", "POS", "_"),
        row("6", "son", "NN", "Entity=3)|SpaceAfter=No"),
        row("7", ".", ".", "_"),
        "# newdoc id = GUM_fiction_own",
        row("1", "Gone", "NN", "_"),
        "",
    )
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "own.conllu.gz"
    path.write_bytes(gzip.compress(ROWS.encode()))
    (found,) = read_gum(path, frozenset(("news",)))
    return found


def test_the_text_is_as_it_was_written(document: Document) -> None:
    assert document.text == "Parade\nJane Roe, her's son."
    assert [block.label for block in document.blocks] == ["heading", "body"]


def test_mentions_have_their_head_and_kind(document: Document) -> None:
    told = [(g.entity, g.span.of(document.text), g.head.of(document.text), g.kind) for g in document.gold]

    assert told == [
        ("1", "Parade", "Parade", "nominal"),
        ("2", "Jane Roe", "Jane Roe", "name"),
        ("3", "her's son", "son", "nominal"),
        ("2", "her", "her", "pronoun"),
    ]
