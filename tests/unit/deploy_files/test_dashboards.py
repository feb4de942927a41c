"""The dashboards: as generated, complete, linked, and about metrics that exist."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from deploy.grafana.__main__ import DASHBOARDS, FOLDER
from deploy.grafana.panels import VARIABLES
from worker.observability.catalogue import CATALOGUE

SERIES = {name: metric for metric in CATALOGUE for name in metric.series}
COMMITTED = {path.stem: json.loads(path.read_text()) for path in FOLDER.glob("*.json")}
PANELS = [
    pytest.param(panel, id=f"{uid}: {panel['title']}")
    for uid, board in COMMITTED.items()
    for panel in board["panels"]
]
QUERIES = [
    pytest.param(target["expr"], id=f"{panel['title']} {target['refId']}")
    for board in COMMITTED.values()
    for panel in board["panels"]
    for target in panel["targets"]
]
Json = dict[str, Any]


def test_the_committed_files_are_what_the_generator_writes() -> None:
    assert {uid: (FOLDER / f"{uid}.json").read_text() for uid in COMMITTED} == {
        board.uid: board.text() for board in DASHBOARDS
    }


@pytest.mark.parametrize("board", COMMITTED.values(), ids=COMMITTED)
class TestEveryDashboard:
    def test_cannot_be_changed_in_the_browser_and_links_to_its_siblings(self, board: Json) -> None:
        assert board["editable"] is False
        [link] = board["links"]
        assert (link["tags"], link["includeVars"], link["keepTime"]) == (["newsfacts"], True, True)

    def test_can_be_pointed_at_another_source_cluster_job_and_topic(self, board: Json) -> None:
        variables = {each["name"]: each for each in board["templating"]["list"]}
        assert list(variables) == ["datasource", *VARIABLES]
        assert all(variables[name]["refresh"] == 2 for name in VARIABLES)

    def test_marks_starts_rebalances_and_broken_releases(self, board: Json) -> None:
        marks = {each["name"] for each in board["annotations"]["list"]}
        assert marks == {"Start or deploy", "Rebalance", "Breaker open"}

    def test_has_no_two_panels_of_one_title_or_number(self, board: Json) -> None:
        for key in ("id", "title"):
            values = [panel[key] for panel in board["panels"]]
            assert len(values) == len(set(values))

    def test_has_no_panels_that_overlap_or_leave_the_grid(self, board: Json) -> None:
        cells = [
            {(x, y) for x in range(p["x"], p["x"] + p["w"]) for y in range(p["y"], p["y"] + p["h"])}
            for p in (panel["gridPos"] for panel in board["panels"])
        ]
        assert not [True for one, two in combinations(cells, 2) if one & two]
        assert max(x for cell in cells for x, _ in cell) < 24


@pytest.mark.parametrize("panel", PANELS)
class TestEveryPanel:
    def test_has_title_description_unit_and_a_templated_source(self, panel: Json) -> None:
        assert panel["title"]
        assert re.fullmatch(r"[A-Z0-9].{19,}[.%]", panel["description"], re.DOTALL)
        assert panel["fieldConfig"]["defaults"]["unit"]
        sources = [panel["datasource"], *(target["datasource"] for target in panel["targets"])]
        assert all(source["uid"] == "${datasource}" for source in sources)

    def test_asks_something(self, panel: Json) -> None:
        assert panel["targets"]

    def test_leads_on_if_it_is_a_single_figure(self, panel: Json) -> None:
        assert bool(panel["links"]) == (panel["type"] == "stat")

    def test_leads_to_a_panel_that_exists(self, panel: Json) -> None:
        for link in panel["links"]:
            url = urlsplit(link["url"])
            target = COMMITTED[url.path.removeprefix("/d/")]
            number = int(parse_qs(url.query)["viewPanel"][0])
            assert {each["id"]: each["title"] for each in target["panels"]}[number] == link["title"]
            assert {"${__url_time_range}", "${__all_variables}"} <= set(url.query.split("&"))


@pytest.mark.parametrize("expr", QUERIES)
class TestEveryQuery:
    def test_is_about_metrics_of_the_catalogue(self, expr: str) -> None:
        named = set(re.findall(r"newsfacts_\w+", expr))
        assert named <= set(SERIES)
        assert named or "ALERTS" in expr

    def test_rates_over_the_interval_that_grafana_computes(self, expr: str) -> None:
        assert all(span == "$__rate_interval" for span in re.findall(r"rate\([^\[]*\[([^\]]+)\]", expr))

    def test_never_shows_a_raw_counter(self, expr: str) -> None:
        for name, opener in re.findall(r"(newsfacts_\w+)(?=\{[^}]*\}(\[?))", expr):
            assert opener or SERIES[name].kind == "gauge", name

    def test_asks_for_the_chosen_workers_only(self, expr: str) -> None:
        for matchers in re.findall(r"newsfacts_\w+\{([^}]*)\}", expr):
            assert all(f'{name}=~"${name}"' in matchers for name in ("cluster", "namespace", "job", "instance"))

    def test_asks_for_labels_that_the_metric_has(self, expr: str) -> None:
        for name, matchers in re.findall(r"(newsfacts_\w+)\{([^}]*)\}", expr):
            named = set(re.findall(r"(\w+)\s*[=!]~?", matchers)) - {"cluster", "namespace", "job", "instance", "le"}
            assert named <= {label.name for label in SERIES[name].labels}, name

    def test_asks_for_values_that_a_closed_label_has(self, expr: str) -> None:
        for name, matchers in re.findall(r"(newsfacts_\w+)\{([^}]*)\}", expr):
            closed = {label.name: label.values for label in SERIES[name].labels if label.values}
            for label, value in re.findall(r"(\w+)!?='([^']*)'", matchers):
                assert label == "le" or value in closed[label]

    def test_names_every_metric_with_its_matchers(self, expr: str) -> None:
        assert len(re.findall(r"newsfacts_\w+", expr)) == len(re.findall(r"newsfacts_\w+\{", expr))
