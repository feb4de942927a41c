from __future__ import annotations

import json
import sys
from collections import Counter

import pytest
import typer

import worker.chaos
from worker.chaos.plan import Recovery, Struck
from worker.chaos.trial import Report
from worker.chaos.verdict import Verdict
from worker.cli import chaos
from worker.cli.exits import CommandError, Exit

GOOD = Verdict(articles=10, events=30, aborted=3)


def report(verdict: Verdict) -> Report:
    struck, recovered = Struck("worker killed", "one", 0.0), Recovery("worker killed", 1, 2.5, 7.25)
    return Report(verdict, (struck,), (recovered,), Counter(), 61.0)


def test_a_good_verdict_ends_with_0_and_two_tables(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end:
        chaos._tell(report(GOOD), good=True, as_json=False)

    printed = capsys.readouterr().out
    assert end.value.exit_code == Exit.OK
    assert all(words in printed for words in ("missing", "hung", "worker killed", "2.5 s", "7.2 s"))


def test_a_loss_is_named_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    lossy = Verdict(articles=10, events=29, missing=1, aborted=3, losses=("doc-1: assert of revision 2",))
    with pytest.raises(typer.Exit) as end:
        chaos._tell(report(lossy), good=False, as_json=True)

    told = capsys.readouterr()
    assert end.value.exit_code == Exit.FAILED
    assert (json.loads(told.out)["missing"], json.loads(told.out)["ok"]) == (1, False)
    assert "lost: doc-1: assert of revision 2" in told.err


def test_a_run_that_proves_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        chaos._tell(report(Verdict(articles=10, events=30)), good=False, as_json=True)

    assert "proves nothing" in capsys.readouterr().err


def test_without_the_judge_it_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "worker.chaos.bench", None)
    monkeypatch.delattr(worker.chaos, "bench", raising=False)

    with pytest.raises(CommandError) as end:
        chaos.chaos()

    assert "newsfacts[demo]" in end.value.fix
