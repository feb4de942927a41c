"""Log lines: one JSON object each (or console form), escaped, without article text, repeats held back.

    configure("info", "json")       # before the event loop starts: aiokafka and Faust read levels at import and start
    log = structlog.get_logger()
    log.info("articles committed", topic=topic, partition=0, articles=12)

Lines go to standard error: standard output belongs to what a command prints. Lines of libraries take the same way.
"""

from __future__ import annotations

import logging
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeAlias

import orjson
import structlog

from worker.observability.repeats import Repeats

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

# Debug lines that nobody reads cost the lane prototype 6 % of its time (py-spy): libraries start at warning.
LIBRARIES = ("aiokafka", "faust", "mode", "asyncio", "aiohttp", "trafilatura", "htmldate", "charset_normalizer")
SERVICES = ("worker.stream.intake",)  # mode's services log each step under the module of their subclass
ARTICLE_FIELDS = frozenset({"text", "html", "payload", "body", "value", "title", "exact", "prefix", "suffix", "quote"})
VALUE_CHARS = 8_000


Level: TypeAlias = Literal["debug", "info", "warning", "error"]


def configure(level: Level, form: str = "json", stream: TextIO | None = None) -> None:
    """Route our lines and the libraries' to `stream` (standard error); called again, the last call holds."""
    number = logging.getLevelName(level.upper())
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(form))
    handler.addFilter(Repeats())
    logging.basicConfig(handlers=[handler], level=number, force=True)
    for name in (*LIBRARIES, *SERVICES):
        logging.getLogger(name).setLevel(max(number, logging.WARNING) if level != "debug" else logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            Repeats(),
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,  # a cached logger would keep an earlier call's level
    )


def _shared() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        without_article_text,
        escaped,
    ]


def _formatter(form: str) -> logging.Formatter:
    last: Processor = structlog.dev.ConsoleRenderer(colors=False) if form == "console" else _json
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *_shared()],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )


def _json(_: WrappedLogger, __: str, event: EventDict) -> str:
    return orjson.dumps(event, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def without_article_text(_: WrappedLogger, level: str, event: EventDict) -> EventDict:
    """Replace what articles say by its length, at every level but debug: logs outlive retractions."""
    if level != "debug":
        for name in ARTICLE_FIELDS & event.keys():
            event[name] = f"<{len(str(event[name]))} characters>"
    return event


def escaped(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Make control, format and separator characters visible: none may forge a line or steer a terminal."""
    trace = event.pop("exception", None)
    plain = {name: _plain(value) for name, value in event.items()}
    return plain if trace is None else plain | {"exception": _indented(str(trace))}


def _indented(trace: str) -> str:
    """Keep the lines of a trace apart, for eyes, but indented: a message in it cannot pass for a line of ours."""
    return "\n    ".join(map(_visible, trace[-VALUE_CHARS:].split("\n")))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _visible(value[:VALUE_CHARS])
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    return value


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(mark if _harmless(mark) else mark.encode("unicode_escape").decode() for mark in text)


def _harmless(mark: str) -> bool:
    return unicodedata.category(mark) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
