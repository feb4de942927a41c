"""Facts drawn from gold articles, each with its signs and whether the shared scorer calls it right."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from worker.pipeline.normalize import Normalize
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemas.fact import FactEvent
    from worker.pipeline.normalize.confidence import Signs
    from worker.pipeline.pipeline import Pipeline

JSON = (("content-type", b"application/json"),)


@dataclass(frozen=True, slots=True)
class Judged:
    """A drawn fact. `shipped`: the confidence that the shipped table gives it, conflicts left out."""

    article: str
    signs: Signs
    right: bool
    shipped: float


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold; `document`: which of several texts in a gold file."""

    name: str
    text: str
    gold: dict[str, Any]
    document: str | None = None
    published: str | None = None


def articles(shared: Path, golden: Path, *, seeds: bool = True) -> Iterator[Article]:
    """The seeds in `shared`, and every article of the folder `golden`; not those of its folders."""
    found = json.loads((shared / "seeds" / "gold.json").read_text(encoding="utf-8"))
    for name, doc in found["docs"].items() if seeds else ():
        yield Article(f"seed {name}", (shared / "seeds" / doc["file"]).read_text(encoding="utf-8"), found, name)
    for path in sorted(golden.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield Article(path.stem, path.read_text(encoding="utf-8"), gold, published=gold["metadata"]["published"])


def judged(pipeline: Pipeline, article: Article, scorer: Any) -> Iterator[Judged]:
    """The facts that the scorer counts, as its precision does."""
    drawn, events = _drawn(pipeline, article)
    gold = scorer.Gold(article.gold, article.document, scorer.Source(article.text))
    for (signs, shipped), event in zip(drawn, events, strict=True):
        result = scorer.score(gold, [json.loads(event.model_dump_json())])
        if result["counted"]:
            yield Judged(article.name, signs, bool(result["right"]), shipped)


def _drawn(pipeline: Pipeline, article: Article) -> tuple[list[tuple[Signs, float]], tuple[FactEvent, ...]]:
    """The signs that normalization asks a confidence for come in the order of the events."""
    seen: list[tuple[Signs, float]] = []
    normalize = pipeline.normalize
    assert isinstance(normalize, Normalize)  # noqa: S101 - narrows the protocol to what the pipeline is built with

    def confidence(signs: Signs) -> float:
        seen.append((signs, normalize.confidence(signs)))
        return signs.prior

    watched = replace(pipeline, normalize=replace(normalize, confidence=confidence))
    raw = {"id": article.name, "text": article.text, "published": article.published}
    payload = json.dumps({name: value for name, value in raw.items() if value}).encode()
    outcome = watched.process(Envelope(payload, headers=JSON))
    if not isinstance(outcome, Extracted):
        raise TypeError(f"{article.name}: {outcome}")
    return seen, outcome.facts


def load_scorer(shared: Path) -> Any:
    """The scorer that measures us, as a module."""
    spec = importlib.util.spec_from_file_location("score_facts", shared / "tools" / "score_facts.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "score_facts.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_facts"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module
