"""`newsfacts predicates`: the vocabulary as the code has it, for eyes and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from worker.cli.app import app
from worker.pipeline.extract import VOCABULARY

if TYPE_CHECKING:
    from typer.testing import Result


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["predicates", *arguments])


def test_every_predicate_is_listed_with_all_it_declares() -> None:
    listed = {one["name"]: one for one in map(json.loads, invoke("--json").stdout.splitlines())}

    assert set(listed) == set(VOCABULARY)
    assert all(len(one["positive"]) >= 2 and len(one["negative"]) >= 2 for one in listed.values())
    born = listed["date_of_birth"]
    assert (born["cardinality"], born["conflict"], born["wikidata"]) == ("one", "always", "P569")
    assert (listed["father"]["inverse"], listed["spouse"]["symmetric"]) == ("child", True)


def test_the_table_has_a_row_for_each_and_marks_extensions() -> None:
    shown = invoke().stdout

    assert f"{len(VOCABULARY)} predicates" in shown
    assert all(name in shown for name in ("full_name", "number_of_teeth +", "charged_with"))


def test_a_chosen_predicate_is_shown_with_its_examples() -> None:
    shown = invoke("sex_or_gender").stdout

    assert "1 predicates" in shown
    assert "pronouns only" in shown


def test_an_unknown_predicate_is_told() -> None:
    assert "no predicate" in str(invoke("fathr").exception)
