"""`newsfacts chaos` on a guarded cluster: its judges log in as the worker does, at every door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from confluent_kafka.admin import AdminClient

from worker.chaos.options import options
from worker.settings import load

if TYPE_CHECKING:
    from tests.integration.security.broker import Guarded

WAYS: dict[str, tuple[str, dict[str, object]]] = {
    "TLS": ("tls", {}),
    "mutual TLS": ("mtls", {}),
    "PLAIN": ("plain", {}),
    "SCRAM-SHA-256": ("scram", {}),
    "SCRAM-SHA-512": ("scram", {"SASL_MECHANISM": "SCRAM-SHA-512"}),
    "SCRAM without TLS": ("clear", {}),
    "OAUTHBEARER": ("oauth", {}),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_judges_pass_every_door(house: Guarded, way: str) -> None:
    door, more = WAYS[way]
    variables = {name.removeprefix("NEWSFACTS_").lower(): one for name, one in house.at(door, **more).items()}
    admin = AdminClient({**options(load(variables)), "log_level": 0})

    assert len(admin.list_topics(timeout=30).brokers) == 1


def test_a_trial_runs_behind_a_login_over_tls(house: Guarded) -> None:
    """So short that a fault may find no transaction open, which is no proof: test_chaos_command.py has that."""
    command = [sys.executable, "-m", "worker", "chaos", "--minutes", "0.1", "--workers", "2", "--rate", "6", "--json"]
    own = {"NEWSFACTS_SESSION_TIMEOUT_SECONDS": "6", "NEWSFACTS_HEARTBEAT_SECONDS": "1"}
    environment = os.environ | house.at("scram") | own  # noqa: TID251 - handed on
    done = subprocess.run(
        [*command, "--prefix", "guarded."], env=environment, capture_output=True, text=True, check=False, timeout=300
    )

    told = json.loads(done.stdout)
    assert (told["missing"], told["doubled"], told["losses"]) == (0, 0, []), done.stderr
    assert told["events"] > told["articles"] > 20, done.stderr
