"""JSON-LD as objects."""

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped] # lxml ships no types

from worker.pipeline.clean.linked_data import MAX_DEPTH, MAX_SCRIPT_CHARS, MAX_SCRIPTS, linked_objects


def named(*scripts: str) -> list[str]:
    shown = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    tree = document_fromstring(f"<html><head>{shown}</head><body><p>Jane Roe won.</p></body></html>")
    return [thing["name"] for thing in linked_objects(tree)]


def test_objects_are_found_in_the_order_of_the_page_and_what_holds_before_what_is_held() -> None:
    assert named('{"name": "a", "b": [{"name": "c"}]}', '[{"name": "d"}]') == ["a", "c", "d"]


def test_line_ends_within_words_are_read_as_spaces() -> None:
    assert named('{"name": "Jane\nRoe"}') == ["Jane Roe"]


@pytest.mark.parametrize("script", ["{no json", '"words"', "7", "null", "[" * 100_000])
def test_what_is_no_object_or_no_json_holds_none(script: str) -> None:
    assert named(script, '{"name": "a"}') == ["a"]


def test_a_script_longer_than_any_is_not_read() -> None:
    room = MAX_SCRIPT_CHARS - len('{"name":""}')
    assert len(named(f'{{"name":"{"a" * room}"}}')) == 1
    assert named(f'{{"name":"{"a" * (room + 1)}"}}') == []


def test_scripts_beyond_those_of_any_page_are_not_read() -> None:
    assert len(named(*['{"name": "a"}'] * (MAX_SCRIPTS + 1))) == MAX_SCRIPTS


def test_what_lies_deeper_than_in_any_page_is_not_read() -> None:
    assert named("[" * MAX_DEPTH + '{"name": "a"}' + "]" * MAX_DEPTH) == ["a"]
    assert named("[" * (MAX_DEPTH + 1) + '{"name": "a"}' + "]" * (MAX_DEPTH + 1)) == []
