"""`topics acls`: three forms of one list."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict

import pytest
from typer.testing import CliRunner

from worker.cli.app import app
from worker.settings import load
from worker.stream.access import ROLES, grants


def printed(*arguments: str, **environment: str) -> str:
    result = CliRunner().invoke(app, ["topics", "acls", *arguments], env=environment)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("role", ROLES)
def test_json_and_commands_hold_every_line_of_the_list(role: str) -> None:
    wanted = [asdict(one) for one in grants(load(), role)]  # type: ignore[arg-type]  # ROLES are its words

    told = [json.loads(line) for line in printed("--role", role, "--json").splitlines()]
    ready = [shlex.split(line) for line in printed("--role", role, "--commands").splitlines()]

    assert [{name: one[name] for name in wanted[0]} for one in told] == wanted
    assert [words[words.index("--operation") + 1] for words in ready] == [one["operation"] for one in wanted]
    assert [words[words.index(f"--{one['kind']}") + 1] for words, one in zip(ready, wanted, strict=True)] == [
        one["name"] for one in wanted
    ]


def test_the_table_cuts_no_name_short() -> None:
    table = printed(COLUMNS="60").replace("\n", "").replace("│", "").replace(" ", "")

    assert "…" not in table
    assert "worker,asUser:newsfacts" in table


def test_the_worker_of_these_settings_is_permitted_unless_another_is_named() -> None:
    login = {"TLS": "true", "SASL_MECHANISM": "PLAIN", "SASL_USERNAME": "ann", "SASL_PASSWORD": "x"}
    environment = {f"NEWSFACTS_{name}": value for name, value in login.items()}

    assert '"principal": "User:ann"' in printed("--json", **environment)
    assert '"principal": "User:CN=bob"' in printed("--json", "--principal", "User:CN=bob", **environment)
