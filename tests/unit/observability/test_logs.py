"""Log lines: one object each, nothing forged, no article text, no flood."""

from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from worker.observability.logs import LIBRARIES, SERVICES, configure
from worker.observability.repeats import PER_WINDOW, REMEMBERED, Repeats

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    yield stream
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    for name in (*LIBRARIES, *SERVICES):
        logging.getLogger(name).setLevel(logging.NOTSET)


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_is_one_object_with_time_level_event_and_fields(out: io.StringIO) -> None:
    configure("info", "json", out)
    structlog.get_logger("worker").info("articles committed", partition=3)
    [line] = lines(out)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "articles committed", "level": "info", "logger": "worker", "partition": 3}


def test_lines_below_the_level_are_not_written(out: io.StringIO) -> None:
    configure("warning", "json", out)
    structlog.get_logger().info("quiet")
    assert out.getvalue() == ""


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize(
    "hostile",
    ["a\nb", "a\r\nb", "\x1b[2J", "\x9b31m", "\x00", "\u2028", "\u202eevil", "\x7f", "\u0085"],
    ids=["newline", "return", "escape", "one-byte escape", "nul", "line separator", "bidi", "delete", "next line"],
)
def test_no_value_can_forge_a_line_or_steer_a_terminal(out: io.StringIO, form: str, hostile: str) -> None:
    configure("info", form, out)
    structlog.get_logger().info("read", name=hostile, many=[hostile], keyed={hostile: 1})
    text = out.getvalue()
    assert text.endswith("\n")
    assert len(text.splitlines()) == 1
    assert not set(hostile) & set(text[:-1]) - set("ab[2J31mevil")


def test_letters_of_all_scripts_stay_as_they_are(out: io.StringIO) -> None:
    configure("info", "json", out)
    structlog.get_logger().info("read", publisher="Übersee-Blatt, 東京")
    assert "Übersee-Blatt, 東京" in out.getvalue()


@pytest.mark.parametrize("field", ["text", "html", "payload", "title", "exact"])
def test_article_text_is_replaced_by_its_length_at_info(out: io.StringIO, field: str) -> None:
    configure("info", "json", out)
    structlog.get_logger().info("read", **{field: "Mara Quill was born in Oslo."})
    assert "Quill" not in out.getvalue()
    assert lines(out)[0][field] == "<28 characters>"


def test_a_libraries_line_takes_the_same_way(out: io.StringIO) -> None:
    configure("info", "json", out)
    logging.getLogger("aiokafka.cluster").warning("no broker at %s", "kafka\n:9092", extra={"payload": "secret"})
    [line] = lines(out)
    assert (line["event"], line["level"], line["logger"]) == (
        "no broker at kafka\\n:9092", "warning", "aiokafka.cluster",
    )  # fmt: skip
    assert "secret" not in out.getvalue()


@pytest.mark.parametrize("name", ["aiokafka", "faust", "mode"])
@pytest.mark.parametrize(
    ("level", "expected"),
    [("debug", logging.INFO), ("info", logging.WARNING), ("warning", logging.WARNING), ("error", logging.ERROR)],
)
def test_libraries_never_write_debug(out: io.StringIO, name: str, level: Any, expected: int) -> None:
    configure(level, "json", out)
    assert logging.getLogger(f"{name}.anything").getEffectiveLevel() == expected
    assert not logging.getLogger(f"{name}.anything").isEnabledFor(logging.DEBUG)


@pytest.mark.parametrize("form", ["json", "console"])
def test_an_exception_is_told_and_its_message_forges_no_line(out: io.StringIO, form: str) -> None:
    configure("info", form, out)
    try:
        pytest.fail("bad\x1b[31m\n{forged}")
    except pytest.fail.Exception:
        structlog.get_logger().exception("lane died")
    assert "bad\\x1b[31m" in out.getvalue().replace("\\\\", "\\")
    assert "\x1b" not in out.getvalue()
    assert not [line for line in out.getvalue().splitlines() if line.startswith("{forged}")]


def test_a_value_without_end_is_cut(out: io.StringIO) -> None:
    configure("info", "json", out)
    structlog.get_logger().info("read", name="x" * 1_000_000)
    assert len(out.getvalue()) < 10_000


def test_what_json_cannot_say_is_said_in_words(out: io.StringIO) -> None:
    configure("info", "json", out)
    structlog.get_logger().info("read", found={1, 2}, who=ValueError("x"), keyed={3: 4})
    assert lines(out)[0]["who"] == "x"


def test_a_repeated_line_is_held_back_and_then_counted(out: io.StringIO) -> None:
    configure("info", "json", out)
    for number in range(PER_WINDOW + 7):
        structlog.get_logger().warning("broker gone", attempt=number)
    assert len(lines(out)) == PER_WINDOW


def test_a_librarys_repeated_line_is_held_back_without_a_traceback(
    out: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    configure("info", "json", out)
    for number in range(PER_WINDOW + 7):
        logging.getLogger("aiokafka").warning("broker %s gone", number)
    assert len(lines(out)) == PER_WINDOW
    assert "held_back" not in out.getvalue()
    assert capsys.readouterr().err == ""


class TestRepeats:
    def test_the_next_window_tells_how_many_were_held_back(self) -> None:
        now = [0.0]
        repeats = Repeats(lambda: now[0])
        passed = 0
        for _ in range(PER_WINDOW + 5):
            try:
                repeats(None, "info", {"event": "again"})
                passed += 1
            except structlog.DropEvent:
                pass
        now[0] = 61
        assert passed == PER_WINDOW
        assert repeats(None, "info", {"event": "again"}) == {"event": "again", "held_back": 5}
        assert repeats(None, "info", {"event": "again"}) == {"event": "again"}

    def test_other_events_and_levels_pass(self) -> None:
        repeats = Repeats(lambda: 0.0)
        for _ in range(PER_WINDOW):
            repeats(None, "info", {"event": "again"})
        assert repeats(None, "info", {"event": "other"})
        assert repeats(None, "error", {"event": "again"})

    def test_debug_is_never_held_back(self) -> None:
        repeats = Repeats(lambda: 0.0)
        assert all(repeats(None, "debug", {"event": "again"}) for _ in range(PER_WINDOW * 3))

    def test_what_it_remembers_does_not_grow(self) -> None:
        repeats = Repeats(lambda: 0.0)
        for number in range(REMEMBERED * 3):
            repeats(None, "info", {"event": f"event {number}"})
        assert len(repeats._windows) == REMEMBERED
