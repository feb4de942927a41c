"""docker-compose.yml: valid, kept to this machine, limited, hardened, and in agreement with the other files."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from ruamel.yaml import YAML

from worker.settings import PREFIX, Settings
from worker.stream.app import LETTING_GO_SECONDS

ROOT = Path(__file__).parents[3]
READ = YAML(typ="safe").load
COMPOSE: dict[str, Any] = READ(ROOT / "docker-compose.yml")
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("topics", "worker-1", "worker-2", "producer")
WORKERS = ("worker-1", "worker-2")

every_service = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
each_of_ours = pytest.mark.parametrize("service", [SERVICES[name] for name in OURS], ids=OURS)


def test_the_file_is_a_compose_file() -> None:
    """The schema comes with check-jsonschema, whose own command needs a newer click than Faust permits."""
    found = importlib.util.find_spec("check_jsonschema")
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0]) / "builtin_schemas" / "vendor"
    jsonschema.validate(COMPOSE, json.loads((folder / "compose-spec.json").read_text()))


@every_service
def test_every_port_is_bound_to_this_machine(service: dict[str, Any]) -> None:
    assert all(re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) for port in service.get("ports", []))


def test_no_two_services_want_one_port() -> None:
    ports = [port.split(":")[1] for service in SERVICES.values() for port in service.get("ports", [])]
    assert len(ports) == len(set(ports))


@every_service
def test_every_image_has_a_version(service: dict[str, Any]) -> None:
    assert re.search(r":(v?\d+\.\d+\.\d+|local)$", service["image"])


@every_service
def test_every_service_has_limits_and_logs_that_end(service: dict[str, Any]) -> None:
    assert {"cpus", "memory"} <= set(service["deploy"]["resources"]["limits"])
    assert {"max-size", "max-file"} <= set(service["logging"]["options"])


@pytest.mark.parametrize("name", ["kafka", "prometheus", "grafana"])
def test_what_others_wait_for_tells_its_health(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@each_of_ours
def test_our_containers_may_do_nothing_but_work(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@each_of_ours
def test_our_containers_are_given_settings_that_exist(service: dict[str, Any]) -> None:
    ours = {name for name in service["environment"] if name.startswith(PREFIX)}
    assert ours <= {PREFIX + field.upper() for field in Settings.model_fields}


@pytest.mark.parametrize("name", WORKERS)
def test_a_worker_waits_for_its_topics_and_has_time_to_drain(name: str) -> None:
    assert SERVICES[name]["depends_on"]["topics"]["condition"] == "service_completed_successfully"
    grace = int(SERVICES[name]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings.model_fields["drain_seconds"].default + LETTING_GO_SECONDS


def test_the_workers_share_no_state() -> None:
    [one], [two] = (SERVICES[name]["volumes"] for name in WORKERS)
    assert one.split(":")[0] != two.split(":")[0]
    assert one.split(":")[1] == two.split(":")[1] == "/var/lib/newsfacts"


def test_kafka_makes_no_topics_by_itself() -> None:
    assert SERVICES["kafka"]["environment"]["KAFKA_AUTO_CREATE_TOPICS_ENABLE"] == "false"


def test_prometheus_reads_both_workers() -> None:
    [job] = READ(ROOT / "deploy" / "prometheus" / "prometheus.yml")["scrape_configs"]
    [group] = job["static_configs"]
    assert group["targets"] == [f"{name}:{Settings.model_fields['http_port'].default}" for name in WORKERS]


def test_grafana_lets_anybody_look_and_nobody_change() -> None:
    environment = SERVICES["grafana"]["environment"]
    assert environment["GF_AUTH_ANONYMOUS_ORG_ROLE"] == "Viewer"
    assert environment["GF_AUTH_DISABLE_LOGIN_FORM"] == "true"


def test_every_file_and_volume_that_is_mounted_exists() -> None:
    for service in SERVICES.values():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            assert (ROOT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]


def test_the_dashboards_lie_where_grafana_looks() -> None:
    provider = READ(ROOT / "deploy/grafana/provisioning/dashboards/newsfacts.yml")["providers"][0]
    mounts = dict(mount.split(":")[:2] for mount in SERVICES["grafana"]["volumes"])
    assert mounts["./deploy/grafana/dashboards"] == provider["options"]["path"]
    home = SERVICES["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]
    assert (ROOT / "deploy/grafana/dashboards" / Path(home).name).exists()


def test_grafana_asks_the_prometheus_that_is_there() -> None:
    [source] = READ(ROOT / "deploy/grafana/provisioning/datasources/prometheus.yml")["datasources"]
    assert source["url"] == "http://prometheus:9090"
    scrape = READ(ROOT / "deploy/prometheus/prometheus.yml")["global"]["scrape_interval"]
    assert source["jsonData"]["timeInterval"] == scrape
