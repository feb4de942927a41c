"""Reading articles from files and standard input."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from worker.cli.exits import CommandError, Exit
from worker.cli.inputs import read_inputs

if TYPE_CHECKING:
    from pathlib import Path


def content_type(path: str) -> list[str]:
    return [dict(one.envelope.headers)["content-type"].decode().split(";")[0] for one in read_inputs(path)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", "text/plain"), ("a.html", "text/html"), ("a.HTM", "text/html"), ("a.json", "application/json")],
)
def test_the_suffix_tells_the_form(tmp_path: Path, name: str, expected: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"{}")

    assert content_type(str(file)) == [expected]


def test_jsonl_holds_one_article_a_line_and_each_knows_its_line(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b'{"text": "one"}\n\n{"text": "two"}\n')

    places = [one.place for one in read_inputs(str(file))]

    assert places == [f"{file}:1", f"{file}:3"]


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        pytest.param(b'{"text": "one"}', ["application/json"], id="one object"),
        pytest.param(b'{\n "text": "one"\n}', ["application/json"], id="one object over several lines"),
        pytest.param(b'{"text": "1"}\n{"text": "2"}\n', ["application/json"] * 2, id="one object a line"),
        pytest.param(b"  <!DOCTYPE html><p>Hi</p>", ["text/html"], id="a page"),
        pytest.param(b"Ada Example left.", ["text/plain"], id="words"),
    ],
)
def test_standard_input_is_known_by_its_look(
    monkeypatch: pytest.MonkeyPatch, payload: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(payload)))

    assert content_type("-") == expected


@pytest.mark.parametrize("name", ["missing.txt", "article.pdf"])
def test_a_file_that_cannot_be_read_is_a_usage_error_with_a_fix(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError) as refusal:
        list(read_inputs(str(tmp_path / name)))

    assert refusal.value.code == Exit.USAGE
    assert refusal.value.fix
