"""What a dashboard of ours is made of: queries, panels, variables, and a flow layout that cannot overlap.

Plain dictionaries of Grafana's dashboard model, schema version 41 (Grafana 11.6 and later). Every panel must be given
a title, a description and a unit; the data source, the variables' matchers and the links come by themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Json: TypeAlias = dict[str, Any]

SCHEMA_VERSION = 41
COLUMNS = 24
PANEL_PLUGIN_VERSION = "11.6.0"
SOURCE: Json = {"type": "prometheus", "uid": "${datasource}"}
WORKER = 'cluster=~"$cluster",namespace=~"$namespace",job=~"$job",instance=~"$instance"'
TOPIC = WORKER + ',topic=~"$topic"'
VARIABLES = ("cluster", "namespace", "job", "instance", "topic")

Threshold: TypeAlias = tuple[float | None, Literal["green", "yellow", "orange", "red", "blue"]]


@dataclass(frozen=True, slots=True)
class Query:
    """`expr` opens its matchers with {worker or {topic for those of the variables. `instant`: the last value only."""

    expr: str
    legend: str = ""
    instant: bool = False
    exemplars: bool = False

    @property
    def promql(self) -> str:
        return self.expr.replace("{worker", "{" + WORKER).replace("{topic", "{" + TOPIC)

    def json(self, letter: str, *, table: bool) -> Json:
        return {
            "datasource": SOURCE,
            "refId": letter,
            "expr": self.promql,
            "legendFormat": self.legend or "__auto",
            "instant": self.instant,
            "range": not self.instant,
            "exemplar": self.exemplars,
            "format": "table" if table else "time_series",
        }


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of `width` x `height` grid units. `more`: title of the panel of this dashboard that tells more."""

    kind: Literal["stat", "timeseries", "table"]
    title: str
    description: str
    unit: str
    queries: tuple[Query, ...]
    width: int
    height: int
    thresholds: tuple[Threshold, ...] = ((None, "green"),)
    more: str = ""
    stacked: bool = False
    hidden_columns: tuple[str, ...] = ()
    bounds: Json = field(default_factory=dict)

    def json(self, number: int, place: tuple[int, int], url: str) -> Json:
        x, y = place
        return {
            "id": number,
            "type": self.kind,
            "title": self.title,
            "description": self.description,
            "datasource": SOURCE,
            "gridPos": {"x": x, "y": y, "w": self.width, "h": self.height},
            "links": [{"title": self.more, "url": url}] if self.more else [],
            "targets": [q.json(chr(65 + i), table=self.kind == "table") for i, q in enumerate(self.queries)],
            "fieldConfig": {"defaults": self._defaults(), "overrides": []},
            "options": self._options(),
            "transformations": self._transformations(),
            "pluginVersion": PANEL_PLUGIN_VERSION,
        }

    def _defaults(self) -> Json:
        steps = [{"value": value, "color": color} for value, color in self.thresholds]
        defaults: Json = {"unit": self.unit, "thresholds": {"mode": "absolute", "steps": steps}} | self.bounds
        if self.kind == "timeseries":
            defaults["custom"] = {
                "drawStyle": "line", "lineWidth": 1, "fillOpacity": 20 if self.stacked else 5, "showPoints": "never",
                "stacking": {"mode": "normal" if self.stacked else "none", "group": "A"},
            }  # fmt: skip
        else:
            defaults["color"] = {"mode": "thresholds"}
        return defaults

    def _options(self) -> Json:
        if self.kind == "stat":
            reduce = {"calcs": ["lastNotNull"], "fields": "", "values": False}
            return {"reduceOptions": reduce, "colorMode": "value", "graphMode": "area", "textMode": "auto"}
        if self.kind == "table":
            return {"showHeader": True, "cellHeight": "sm"}
        return {
            "legend": {"displayMode": "table", "placement": "bottom", "calcs": ["mean", "max"], "showLegend": True},
            "tooltip": {"mode": "multi", "sort": "desc"},
        }

    def _transformations(self) -> list[Json]:
        if not self.hidden_columns:
            return []
        return [{"id": "organize", "options": {"excludeByName": dict.fromkeys(self.hidden_columns, True)}}]


@dataclass(frozen=True, slots=True)
class Dashboard:
    uid: str
    title: str
    description: str
    panels: tuple[Panel, ...]
    annotations: tuple[tuple[str, str, str], ...]  # name, query, color

    def json(self) -> Json:
        return {
            "uid": self.uid,
            "title": self.title,
            "description": self.description,
            "tags": ["newsfacts"],
            "schemaVersion": SCHEMA_VERSION,
            "editable": False,
            "graphTooltip": 1,
            "refresh": "10s",
            "time": {"from": "now-30m", "to": "now"},
            "timezone": "browser",
            "links": [_siblings()],
            "templating": {"list": [_source(), *map(_variable, VARIABLES)]},
            "annotations": {"list": [_annotation(*each) for each in self.annotations]},
            "panels": self._placed(),
        }

    def text(self) -> str:
        return json.dumps(self.json(), indent=2, sort_keys=True) + "\n"

    def _placed(self) -> list[Json]:
        """Lay the panels out from left to right; a row is as high as its highest panel."""
        numbers = {panel.title: number for number, panel in enumerate(self.panels, start=1)}
        placed, x, y, row = [], 0, 0, 0
        for panel in self.panels:
            if x + panel.width > COLUMNS:
                x, y, row = 0, y + row, 0
            url = self._link(numbers[panel.more]) if panel.more else ""
            placed.append(panel.json(numbers[panel.title], (x, y), url))
            x, row = x + panel.width, max(row, panel.height)
        return placed

    def _link(self, number: int) -> str:
        return f"/d/{self.uid}?viewPanel={number}&${{__url_time_range}}&${{__all_variables}}"


def _siblings() -> Json:
    return {
        "type": "dashboards", "tags": ["newsfacts"], "title": "newsfacts", "asDropdown": True,
        "includeVars": True, "keepTime": True, "targetBlank": False, "icon": "external link", "url": "",
    }  # fmt: skip


def _source() -> Json:
    return {"type": "datasource", "name": "datasource", "label": "Data source", "query": "prometheus", "hide": 0}


def _variable(name: str) -> Json:
    """`.*` for All: it matches series without the label, too, so that a laptop needs no cluster label."""
    metric = "newsfacts_messages_consumed_total" if name == "topic" else "newsfacts_build_info"
    return {
        "type": "query", "name": name, "label": name.capitalize(), "datasource": SOURCE,
        "query": {"query": f"label_values({metric}, {name})", "refId": name},
        "refresh": 2, "sort": 1, "includeAll": True, "allValue": ".*", "multi": True,
        "current": {"text": "All", "value": "$__all"},
    }  # fmt: skip


def _annotation(name: str, expr: str, color: str) -> Json:
    return {
        "name": name, "datasource": SOURCE, "enable": True, "iconColor": color, "step": "15s", "titleFormat": name,
        "expr": Query(expr).promql, "textFormat": "{{instance}}",
    }  # fmt: skip
