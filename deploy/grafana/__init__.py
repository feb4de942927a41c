"""Grafana's dashboards, written by Python: `python -m deploy.grafana` brings the JSON files up to date."""
