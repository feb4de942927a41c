"""Quotations and speakers of 64 own articles, read by the whole pipeline; prints the scores and holds floors.

Run `.venv/bin/pytest -sq tests/quality/test_quotes.py`. Misses are printed for the half that may be tuned on only.
"""

# ruff: noqa: RUF001 - typographic marks are what the texts hold

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from worker.bootstrap import build_pipeline
from worker.pipeline.values import Envelope

if TYPE_CHECKING:
    from worker.pipeline.pipeline import Pipeline
    from worker.pipeline.values import Quote, ResolvedArticle

GOLDEN = Path(__file__).parents[1] / "golden" / "quotes"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
HALVES = ("tuned", "held_out")
FIGURES = ("span", "joined", "kind", "speaker", "cue", "channel", "said_at", "indirect", "indirect.speaker")
SAME_CLAUSE = 0.75  # of the words of two readings of one indirect clause; where it ends is a matter of taste

pytestmark = pytest.mark.quality


@dataclass
class Tally:
    """`right` of those `found`, of those `wanted`."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)

    def __str__(self) -> str:
        return f"{self.f1:.3f} ({self.right}/{self.found}/{self.wanted})"

    def ask(self, *, right: bool) -> None:
        self.right, self.found, self.wanted = self.right + right, self.found + 1, self.wanted + 1


@dataclass(frozen=True)
class Found:
    """A quotation as we read it."""

    parts: tuple[str, ...]
    kind: str
    speaker: str
    cue: str
    channel: str
    said_at: str


@dataclass
class Score:
    """Tallies by the name of a figure; `traps`: titles and terms that were taken for speech."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIGURES})
    traps: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


def _bare(text: str) -> str:
    """Without marks, in one case and one kind of apostrophe."""
    flat = re.sub(r"[“”\"]|``|''", "", text).replace("’", "'").replace("‘", "'")
    return " ".join(flat.split()).strip("' ").casefold()


def _words(label: str) -> set[str]:
    return set(re.findall(r"[\w'-]+", _bare(label))) - {"a", "an", "the", "his", "her", "their"}


def _same_speaker(gold: str | None, ours: str) -> bool:
    """Names must be equal; of the labels of unnamed speakers one may hold more words."""
    if gold is None:
        return not ours
    wanted, given = _words(gold), _words(ours)
    if gold[0].isupper():
        return wanted - {"and"} == given - {"and"}
    return bool(wanted & given) and (wanted <= given or given <= wanted)


def _read(pipeline: Pipeline, text: str, published: str) -> list[Found]:
    payload = json.dumps({"id": "quotes", "text": text, "published": published}).encode()
    raw = pipeline.decode(Envelope(payload, headers=(("content-type", b"application/json"),)))
    article = pipeline.resolve(pipeline.annotate(pipeline.clean(raw)))
    return [_found(article, *pair) for pair in zip(article.annotated.quotes, article.speakers, strict=True)]


def _found(article: ResolvedArticle, quote: Quote, speaker: str | None) -> Found:
    text = article.annotated.article.text
    labels = {entity.id: entity for entity in article.entities}
    name = quote.speaker.of(text) if quote.speaker else ""
    if speaker:
        entity = labels[speaker]
        name = " and ".join(labels[one].label for one in entity.members) or entity.label
    parts = tuple(_bare(part.of(text)) for part in quote.parts)
    cue = quote.cue.of(text) if quote.cue else ""
    told = quote.said_at.span.of(text) if quote.said_at else ""
    return Found(parts, quote.kind, name, cue, quote.channel or "", told)


def _score(score: Score, gold: dict[str, Any], found: list[Found]) -> None:
    marked = [one for one in found if one.kind != "indirect"]
    quotes = [one for one in gold["quotes"] if one["kind"] != "indirect"]
    free = Counter(_bare(one["exact"]) for one in gold["either"])
    free += Counter(_bare(p["exact"]) for q in quotes if q["tier"] == "extended" for p in q["parts"])
    _spans(score, [q for q in quotes if q["tier"] == "core"], marked, free)
    _attributes(score, quotes, marked)
    told = {_bare(one["exact"]) for one in gold["no_speech"]}
    score.traps += [f"{gold['style']}: {p}" for one in marked for p in one.parts if p in told]
    _indirect(score, gold, [one for one in found if one.kind == "indirect"])


def _spans(score: Score, quotes: list[dict[str, Any]], marked: list[Found], free: Counter[str]) -> None:
    wanted = Counter(_bare(p["exact"]) for q in quotes for p in q["parts"])
    ours = Counter(p for one in marked for p in one.parts)
    right, extra = wanted & ours, ours - wanted - free
    tally = score.tallies["span"]
    tally.right += right.total()
    tally.wanted += wanted.total()
    tally.found += right.total() + extra.total()
    score.misses += [f"missed  {p}" for p in wanted - ours] + [f"false   {p}" for p in extra]


def _attributes(score: Score, quotes: list[dict[str, Any]], marked: list[Found]) -> None:
    """What is told of the quotations whose first part was found; `extended` ones are asked like the others."""
    for quote in quotes:
        parts = tuple(_bare(p["exact"]) for p in quote["parts"])
        one = next((one for one in marked if parts[0] in one.parts), None)
        if one is None:
            continue
        asked = {
            "joined": one.parts == parts,
            "kind": one.kind == quote["kind"],
            "speaker": _same_speaker(quote["speaker"], one.speaker),
            "cue": _within(quote["cue"], one.cue),
            "channel": _bare(quote["channel"] or "") == _bare(one.channel),
            "said_at": _within(quote["said_at"], one.said_at),
        }
        for name, right in asked.items():
            if name in {"channel", "said_at"} and not quote[name] and not getattr(one, name):
                continue
            score.tallies[name].ask(right=right)
            if not right:
                ours = one.parts if name == "joined" else getattr(one, name, "")
                score.misses.append(f"{name:7} {parts[0][:60]} | gold {quote.get(name)} | ours {ours}")


def _within(gold: str | None, ours: str) -> bool:
    return _bare(gold) in _bare(ours) or _bare(ours) in _bare(gold) if gold and ours else not gold and not ours


def _indirect(score: Score, gold: dict[str, Any], found: list[Found]) -> None:
    left = list(found)
    for quote in (one for one in gold["quotes"] if one["kind"] == "indirect"):
        words = _words(" ".join(p["exact"] for p in quote["parts"]))
        one = next((one for one in left if _alike(words, _words(" ".join(one.parts)))), None)
        tally = score.tallies["indirect"]
        if one is not None:
            left.remove(one)
            right = _same_speaker(quote["speaker"], one.speaker)
            score.tallies["indirect.speaker"].ask(right=right)
            if not right:
                score.misses.append(f"i.speak {one.parts[0][:60]} | gold {quote['speaker']} | ours {one.speaker}")
        if quote["tier"] == "core":
            tally.right, tally.found, tally.wanted = tally.right + bool(one), tally.found + bool(one), tally.wanted + 1
            score.misses += [] if one else [f"i.miss  {quote['parts'][0]['exact']}"]
    marked = [_bare(p["exact"]) for q in gold["quotes"] if q["kind"] != "indirect" for p in q["parts"]]
    left = [one for one in left if not any(part in one.parts[0] for part in marked)]
    score.tallies["indirect"].found += len(left)
    score.misses += [f"i.false {one.parts} by {one.speaker}" for one in left]


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SAME_CLAUSE * len(one | other)


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    pipeline = build_pipeline()
    result = {half: Score() for half in HALVES}
    for path in sorted(GOLDEN.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        score = result["held_out" if gold["held_out"] else "tuned"]
        before = len(score.misses)
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        _score(score, gold, _read(pipeline, text, gold["published"]))
        score.misses[before:] = [f"{path.stem:18} {miss}" for miss in score.misses[before:]]
    _print(result)
    return result


def _print(scores: dict[str, Score]) -> None:
    lines = [*scores["tuned"].misses, *(f"{name:18} tuned {scores['tuned'].tallies[name]!s:24} "
             f"held out {scores['held_out'].tallies[name]}" for name in FIGURES)]
    lines.append(f"titles and terms taken for speech: {', '.join(scores['tuned'].traps)}; "
                 f"held out {len(scores['held_out'].traps)}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")


def test_the_gold_stands_in_its_text() -> None:
    for path in GOLDEN.glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        parts = [p for q in gold["quotes"] for p in q["parts"]] + gold["no_speech"] + gold["nested"] + gold["either"]
        assert [p for p in parts if text[p["start"] : p["end"]] != p["exact"]] == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("figure", FIGURES)
def test_quotations_hold_their_floors(scores: dict[str, Score], half: str, figure: str) -> None:
    assert scores[half].tallies[figure].f1 >= FLOORS[f"quotes.{half}.{figure}"]


@pytest.mark.parametrize("half", HALVES)
def test_hardly_a_title_is_taken_for_speech(scores: dict[str, Score], half: str) -> None:
    assert len(scores[half].traps) <= FLOORS[f"quotes.{half}.traps"]
