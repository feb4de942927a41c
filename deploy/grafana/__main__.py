"""Writes the dashboards' JSON files: `python -m deploy.grafana`."""

from __future__ import annotations

from pathlib import Path

from deploy.grafana.overview import OVERVIEW

FOLDER = Path(__file__).parent / "dashboards"
DASHBOARDS = (OVERVIEW,)


def main() -> None:
    for dashboard in DASHBOARDS:
        (FOLDER / f"{dashboard.uid}.json").write_text(dashboard.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
