"""The alerts: proven by promtool cases, explained by runbooks, about metrics that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from deploy.grafana.__main__ import DASHBOARDS
from worker.observability.catalogue import CATALOGUE

ROOT = Path(__file__).parents[3]
PROMETHEUS = ROOT / "deploy" / "prometheus"
READ = YAML(typ="safe").load
RULES: list[dict[str, Any]] = [
    rule for group in READ(PROMETHEUS / "rules.yml")["groups"] for rule in group["rules"]
]
CASES: list[dict[str, Any]] = READ(PROMETHEUS / "rules_test.yml")["tests"]
SERIES = {name: metric for metric in CATALOGUE for name in metric.series}
HEADINGS = ["Meaning", "Impact", "Diagnosis", "Mitigation", "How this alert is tested"]

every_alert = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])


@every_alert
def test_every_alert_says_how_bad_what_and_where_to_look(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"page", "ticket", "none"}
    assert set(rule["annotations"]) == {"summary", "description", "runbook_url", "dashboard_url"}
    assert rule["annotations"]["dashboard_url"] in {f"/d/{board.uid}" for board in DASHBOARDS}


@every_alert
def test_every_alert_has_a_runbook_of_one_form(rule: dict[str, Any]) -> None:
    assert rule["annotations"]["runbook_url"] == f"deploy/runbooks/{rule['alert']}.md"
    text = (ROOT / rule["annotations"]["runbook_url"]).read_text()
    assert text.startswith(f"# {rule['alert']}\n")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS
    assert "```sh\n" in text


@every_alert
def test_every_alert_is_tested_both_ways(rule: dict[str, Any]) -> None:
    judged = [case for test in CASES for case in test["alert_rule_test"] if case["alertname"] == rule["alert"]]
    fires = [case for case in judged if case.get("exp_alerts")]
    assert fires
    assert len(judged) > len(fires) or rule["expr"] == "vector(1)"


@every_alert
def test_every_alert_is_about_metrics_labels_and_values_that_exist(rule: dict[str, Any]) -> None:
    for name, matchers in re.findall(r"(newsfacts_\w+)(?:\{([^}]*)\})?", rule["expr"]):
        closed = {label.name: label.values for label in SERIES[name].labels}
        assert all(value in closed[label] for label, value in re.findall(r'(\w+)="([^"]*)"', matchers))


@every_alert
def test_a_runbook_names_its_tests_by_the_names_they_have(rule: dict[str, Any]) -> None:
    text = (ROOT / rule["annotations"]["runbook_url"]).read_text()
    section = " ".join(text.partition("## How this alert is tested")[2].split())
    quoted = set(re.findall(r'"([^"]+)"', section))
    assert quoted == {
        test["name"]
        for test in CASES
        if any(case["alertname"] == rule["alert"] for case in test["alert_rule_test"])
    }


def test_no_runbook_is_left_without_its_alert() -> None:
    assert {path.stem for path in (ROOT / "deploy" / "runbooks").glob("*.md")} == {rule["alert"] for rule in RULES}
