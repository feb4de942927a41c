"""The parts as they are put together: one pipeline that reads, and events that fit each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from worker.bootstrap import (
    _released,
    build_pipeline,
    build_reader,
    build_relations,
    check_reader,
    rules_digest,
)
from worker.pipeline.annotate.encoder import FILES, HEADS, manifest
from worker.pipeline.annotate.reading import ReaderUnavailable
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope
from worker.settings import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = '"The bridge stays shut," Theodor Vance told reporters on Tuesday. Vance, 58, is the mayor of Belmore.'


def read(text: str) -> Extracted:
    outcome = build_pipeline().process(Envelope(text.encode(), headers=(("content-type", b"text/plain"),)))
    assert isinstance(outcome, Extracted)
    return outcome


def test_every_speaker_and_subject_is_an_entity_of_the_clean_article() -> None:
    outcome = read(TEXT)
    entities = {entity.id for entity in outcome.article.entities}

    speakers = [quote.speaker for quote in outcome.article.quotes]

    assert speakers == ["ent:person:theodor-vance"]
    assert {*speakers, *(fact.subject.id for fact in outcome.facts)} <= entities


def test_the_clean_article_lists_the_facts_that_were_drawn() -> None:
    outcome = read(TEXT)

    assert outcome.facts
    assert list(outcome.article.fact_ids) == [fact.fact_id for fact in outcome.facts]


def test_every_stage_is_timed_in_the_order_of_the_route() -> None:
    stages = [stage for stage, _ in read(TEXT).timings]

    assert stages == ["decode", "clean", "annotate", "resolve", "extract", "normalize"]


def test_the_rules_have_a_short_name_that_stays_while_they_do() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", rules_digest())
    assert rules_digest() == rules_digest()


@pytest.mark.parametrize("use", [build_reader, check_reader])
@pytest.mark.parametrize(("choice", "rule", "fix"), [
    ("spacy:no_such_pipeline", "needs the package no_such_pipeline", "python -m spacy download no_such_pipeline"),
    ("gliner:/nowhere", "needs the ", "Install it with: pip install 'newsfacts.gliner.'|Give the folder"),
])  # fmt: skip
def test_a_reader_that_cannot_be_had_is_told_as_a_wrong_setting(use: object, choice: str, rule: str, fix: str) -> None:
    with pytest.raises(SettingsError, match=rf"NEWSFACTS_READER: {choice} {rule}.*\. .*({fix})"):
        use(choice)  # type: ignore[operator]


def test_the_released_model_is_read_with_its_id(tmp_path: Path) -> None:
    files = release(tmp_path)

    content, identity = _released(tmp_path)

    assert content == tuple(files.values())
    assert re.fullmatch(r"encoder@7\+[0-9a-f]{12}", identity)


@pytest.mark.parametrize("lost", [*FILES, manifest.FILE])
def test_a_missing_model_file_is_named(tmp_path: Path, lost: str) -> None:
    release(tmp_path)
    (tmp_path / lost).unlink()

    with pytest.raises(ReaderUnavailable, match=re.escape(lost)):
        _released(tmp_path)


def test_a_model_file_that_was_changed_is_named(tmp_path: Path) -> None:
    release(tmp_path)
    (tmp_path / HEADS).write_bytes(b"others")

    with pytest.raises(ReaderUnavailable, match=re.escape(HEADS)):
        _released(tmp_path)


def test_relations_are_scored_only_on_the_vectors_that_the_model_knows() -> None:
    model, names = build_relations("builtin")

    assert model is not None
    assert re.fullmatch(r"newsfacts-relations@[\d.]+\+[0-9a-f]{12}", names[0])
    assert build_relations("spacy:en_core_web_sm") == (None, ())


def release(folder: Path) -> dict[str, bytes]:
    files = {name: name.encode() for name in FILES}
    for name, content in {**files, manifest.FILE: manifest.sealed("encoder", "7", files)}.items():
        (folder / name).write_bytes(content)
    return files
