"""Every regular expression of the worker takes linear time, whatever it is fed; read off its own parse tree."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import lru_cache
from time import process_time
from typing import Any

import pytest

from tests.hostile import adversary, patterns, sources

PATTERNS = patterns.found()
# Applied to our own templates at import, never to what an article holds.
OWN = ("worker.pipeline.extract.pattern._SYNTAX", "worker.pipeline.extract.pattern._NAMED_SLOT",
       "worker.pipeline.extract.pattern._BARE_SLOT", "worker.pipeline.extract.pattern._PIECE",
       "worker.pipeline.extract.pattern._GROUP")  # fmt: skip
# What these return is held by a module's value, which the walk meets; each compiles one pattern.
MAKERS = (
    "worker/pipeline/annotate/times/rule.py::rule", "worker/pipeline/clean/shapes.py::openings",
    "worker/pipeline/clean/shapes.py::phrases", "worker/pipeline/clean/shapes.py::within",
    "worker/pipeline/extract/pattern.py::build", "worker/pipeline/extract/pattern.py::compiled",
    "worker/pipeline/normalize/sensitive_words.py::_any",
)
# The lint sees characters, not order: a turn opens with a capital, what is repeated in it with a blank.
PARTED = ("worker.pipeline.clean.furniture.GLUED_TRAIL",)
SIZE = 48_000
ENOUGH = 0.05  # seconds for SIZE: nothing to worry about, whatever the growth
ATTACKS = 5  # of a pattern, spread over its parse tree; some have sixty

FOREIGN = {name: pattern for name, pattern in PATTERNS.items() if not name.startswith(OWN)}


def test_all_patterns_are_found() -> None:
    """A table of rules, a template, a piece of a closure and one of the contract; else the tests below see too few."""
    held = {str(pattern.pattern) for pattern in PATTERNS.values()}

    assert len(PATTERNS) > 500
    assert any("(?P<s>(?-i:[P])" in source for source in held)
    assert any("charset" in source for source in held)
    assert r"^f_[0-9a-f]{32}$" in held


def test_no_pattern_is_given_where_it_is_used() -> None:
    """It would be in no value, and so in none of the tests below."""
    assert sources.inline() == []


def test_no_function_makes_patterns_of_what_it_is_given() -> None:
    """What is made of an article's words at every call could not be tested here."""
    assert sources.compiling() == dict.fromkeys(MAKERS, 1)


def test_every_pattern_that_is_made_while_the_worker_loads_is_found() -> None:
    said = subprocess.run([sys.executable, "-m", "tests.hostile.unfound"], capture_output=True, text=True, check=True)

    assert re.fullmatch(r"all \d{3,4} found", said.stdout), said.stdout


@pytest.mark.parametrize("name", FOREIGN)
def test_no_repeat_within_a_repeat_can_take_the_turns_of_the_outer_one(name: str) -> None:
    if not name.startswith(PARTED):
        assert list(adversary.ambiguous(adversary.tree(FOREIGN[name]))) == []


@pytest.mark.parametrize("name", FOREIGN)
def test_input_made_from_its_own_parse_tree_does_not_blow_a_pattern_up(name: str) -> None:
    pattern = FOREIGN[name]
    distinct = list(dict.fromkeys(adversary.attacks(adversary.tree(pattern))))
    for attack in distinct[:: -(-len(distinct) // ATTACKS) or 1]:
        for short, long in zip(adversary.floods(attack, SIZE // 8), adversary.floods(attack, SIZE), strict=True):
            assert _is_bearable(pattern, short, long), f"{attack} costs {_seconds(pattern, long):.2f} s"


@pytest.mark.parametrize("bad", [r"(?:a{1,9} ?){1,4}b", r"x(?:[a-z]{1,9}-?){2,5};", r"(?:\w{1,12}\s?){1,4}!"])
def test_the_attacks_find_what_blows_up(bad: str) -> None:
    """Else the tests above prove nothing. A thousandth of SIZE, so that even what blows up ends."""
    nodes, pattern = adversary.tree(re.compile(bad)), re.compile(bad)

    assert list(adversary.ambiguous(nodes))
    assert any(
        _seconds(pattern, flood) > 5 * _scanning(len(flood))
        for attack in adversary.attacks(nodes)
        for flood in adversary.floods(attack, SIZE // 1000)
    )


def _is_bearable(pattern: re.Pattern[Any], short: str, long: str) -> bool:
    """At once where even quadratic growth would stay below ENOUGH; else by the growth from an eighth to the whole."""
    few = _seconds(pattern, short)
    if 64 * few < ENOUGH:
        return True
    many = _seconds(pattern, long)
    return many < ENOUGH or (many < 16 * min(few, _seconds(pattern, short)) and many < 20 * _scanning(SIZE))


def _seconds(pattern: re.Pattern[Any], text: str) -> float:
    fed = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    start = process_time()
    for _ in pattern.finditer(fed):
        pass
    return process_time() - start


_PLAIN = re.compile(r"(?:\w{1,40} ){1,9};")


@lru_cache
def _scanning(size: int) -> float:
    """What a plain bounded pattern costs on as much text: how fast this machine is today."""
    return min(_seconds(_PLAIN, "word " * (size // 5)) for _ in range(3))
