"""Reads articles with the whole pipeline and prints what it cost: python reading.py ARTICLES STARTED READER.

ARTICLES: a JSON list of texts; STARTED: the monotonic clock when the process was asked for.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from worker import bootstrap
from worker.pipeline import annotate
from worker.pipeline.annotate.sentences import split_sentences
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

_PARTS = {
    "split_sentences": "sentences", "find_quoted": "quotes", "find_quotes": "quotes", "find_names": "names",
    "find_times": "times", "find_quantities": "quantities",
}  # fmt: skip


def main(articles: str, started: str, choice: str) -> None:
    spent: defaultdict[str, float] = defaultdict(float)
    _time_parts(annotate, spent)
    pipeline = replace(_pipeline(choice, spent), clock=time.process_time)
    ready, resident = time.monotonic() - float(started), memory("VmRSS")
    texts = json.loads(Path(articles).read_text())
    for text in texts:  # a steady state is measured: what is loaded or compiled once is no article's
        pipeline.process(_envelope(text))
    spent.clear()
    begun = time.process_time()
    outcomes = [pipeline.process(_envelope(text)) for text in texts]
    seconds = time.process_time() - begun
    assert all(isinstance(outcome, Extracted) for outcome in outcomes)
    stages: defaultdict[str, float] = defaultdict(float)
    for outcome in outcomes:
        for stage, took in outcome.timings:
            stages[stage] += took
    parts = {f"annotate: {name}": took for name, took in spent.items()}
    told = {
        "articles": len(texts), "seconds": seconds, "ready": ready, "resident": resident, "peak": memory("VmHWM"),
        "address": memory("VmPeak"), "stages": {**stages, **parts}, "alone": _reader_alone(choice, pipeline, texts),
    }  # fmt: skip
    sys.stdout.write(json.dumps(told))


def memory(field: str) -> float:
    """MiB of this process, as the kernel counts them."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024


def _time_parts(module: ModuleType, spent: defaultdict[str, float]) -> None:
    """The stage calls its parts by these names; one that is not there takes no time."""
    for name, part in _PARTS.items():
        if hasattr(module, name):
            setattr(module, name, _timed(getattr(module, name), part, spent))


def _timed(function: Callable[..., Any], part: str, spent: defaultdict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        with _clocked(part, spent):
            return function(*arguments, **named)

    return timed


@contextmanager
def _clocked(part: str, spent: defaultdict[str, float]) -> Iterator[None]:
    begun = time.process_time()
    yield
    spent[part] += time.process_time() - begun


def _pipeline(choice: str, spent: defaultdict[str, float]) -> Any:
    """The pipeline as it is put together, with its reader under a clock."""
    build = bootstrap.build_reader

    def timed_reader(chosen: str) -> Any:
        reader, identity = build(chosen)
        return _timed(reader, "encoder", spent), identity

    bootstrap.build_reader = timed_reader  # type: ignore[assignment]  # the same, under a clock
    try:
        return bootstrap.build_pipeline(reader=choice)
    finally:
        bootstrap.build_reader = build


def _reader_alone(choice: str, pipeline: Any, texts: list[str]) -> float:
    """CPU seconds of the reader on the same sentences, with nothing around it."""
    cleaned = [pipeline.clean(pipeline.decode(_envelope(text))) for text in texts]
    read = [[[token.text for token in one.tokens] for one in split_sentences(article)] for article in cleaned]
    reader = bootstrap.build_reader(choice)[0]
    begun = time.process_time()
    for sentences in read:
        reader(sentences)
    return time.process_time() - begun


def _envelope(text: str) -> Envelope:
    return Envelope(text.encode(), headers=(("content-type", b"text/plain; charset=utf-8"),))


if __name__ == "__main__":
    main(*sys.argv[1:])
