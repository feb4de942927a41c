"""Commands that need no Kafka: what they print, where, and how they end."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from worker.cli.app import app
from worker.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

TEXT = "By Ines Calloway\nMarch 4, 2025\n\nTheodor Vance, 58, the mayor of Belmore, resigned on Tuesday, the city said."
BUFFERED = "exec env -u PYTHONUNBUFFERED"  # as users have it: what cannot be written is found out at the very end


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def newsfacts(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "worker", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    file = tmp_path / "articles.jsonl"
    file.write_text('{"text": "A quiet day in Belmore."}\n{"text": "A day.", "published": "soon"}\n', encoding="utf-8")
    return str(file)


def test_process_prints_fact_values_as_json_lines_and_nothing_else(article: str) -> None:
    result = invoke("process", article)

    facts = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert facts
    assert all({"fact_id", "subject", "predicate", "object", "evidence"} <= fact.keys() for fact in facts)


@pytest.mark.parametrize(("emit", "articles"), [("article", 1), ("all", 1), ("fact", 0)])
def test_process_emits_what_is_asked_for(article: str, emit: str, articles: int) -> None:
    events = [json.loads(line) for line in invoke("process", article, "--emit", emit).stdout.splitlines()]

    assert sum("blocks" in event for event in events) == articles
    assert any("fact_id" in event for event in events) == (emit != "article")


def test_process_takes_no_other_word_for_emit(article: str) -> None:
    assert invoke("process", article, "--emit", "everything").exit_code == 2


def test_process_reads_on_after_a_refused_article_and_ends_with_6(broken: str) -> None:
    result = invoke("process", broken, "--emit", "article")

    assert result.exit_code == 6
    assert len(result.stdout.splitlines()) == 1
    assert f"{broken}:2: /published:" in result.stderr


def test_explain_shows_the_text_and_for_each_fact_its_rule_and_words(article: str) -> None:
    result = invoke("process", article, "--explain")

    assert "Theodor Vance, 58, the mayor of Belmore" in result.stdout
    assert re.search(r"\d+ facts", result.stdout)
    assert "age/" in result.stdout


def test_validate_names_place_field_rule_and_fix(broken: str) -> None:
    result = invoke("validate", broken, "--json")

    (found,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 6
    assert (found["place"], found["reason"], found["field"]) == (f"{broken}:2", "invalid_field", "/published")
    assert found["rule"]
    assert found["fix"]


def test_validate_is_content_with_a_valid_article(article: str) -> None:
    result = invoke("validate", article)

    assert (result.exit_code, result.stdout) == (0, "")


def test_config_env_lists_every_setting() -> None:
    listed = json.loads(invoke("config", "env", "--json").stdout)

    assert set(listed) == {f"NEWSFACTS_{name.upper()}" for name in Settings.model_fields}
    assert all(one["meaning"] for one in listed.values())


def test_config_show_hides_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    login = {"TLS": "true", "SASL_MECHANISM": "PLAIN", "SASL_USERNAME": "ada", "SASL_PASSWORD": "hush-hush"}
    for name, value in login.items():
        monkeypatch.setenv(f"NEWSFACTS_{name}", value)

    result = invoke("config", "show")

    assert "sasl_username = ada" in result.stdout
    assert "hush-hush" not in result.stdout


def test_config_show_hides_what_a_token_is_asked_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSFACTS_TLS", "true")
    monkeypatch.setenv("NEWSFACTS_SASL_MECHANISM", "OAUTHBEARER")
    monkeypatch.setenv("NEWSFACTS_SASL_OAUTH_TOKEN_URL", "https://id.example/token?client_secret=hush-hush")
    monkeypatch.setenv("NEWSFACTS_SASL_USERNAME", "ada")
    monkeypatch.setenv("NEWSFACTS_SASL_PASSWORD", "hush-hush-too")

    result = invoke("config", "show")

    assert "sasl_oauth_token_url = https://id.example/token?***" in result.stdout
    assert "hush-hush" not in result.stdout


def test_check_reads_a_sample_with_the_installed_pipeline() -> None:
    result = invoke("check")

    assert result.exit_code == 0
    assert "ok   pipeline" in result.stdout


@pytest.mark.parametrize("command", [["process"], ["process", "--explain"], ["predicates"]], ids=" ".join)
@pytest.mark.parametrize(
    ("to", "said"), [(">/dev/full", "not written: No space left on device"), (">&-", "not written: standard output")]
)
def test_what_cannot_be_written_ends_with_1_and_one_sentence(
    command: list[str], to: str, said: str, article: str
) -> None:
    given = [article] if command[0] == "process" else []
    line = f'{BUFFERED} "$@" {to}'
    shell = ["bash", "-c", line, "bash", sys.executable, "-m", "worker", *command, *given]

    ended = subprocess.run(shell, capture_output=True, text=True, timeout=120, check=False)

    assert (ended.returncode, ended.stderr.splitlines()[0][: len(said)]) == (1, said)
    assert len(ended.stderr.splitlines()) == 2


def test_where_nobody_reads_on_a_command_ends_without_a_word() -> None:
    line = f"set -o pipefail; ({BUFFERED} {sys.executable} -m worker predicates) | true"  # gone before it begins

    ended = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=120, check=False)

    assert (ended.returncode, ended.stderr) == (1, "")


def test_what_cannot_be_complained_of_is_let_go(broken: str) -> None:
    line = f"{BUFFERED} {sys.executable} -m worker validate {broken} 2>/dev/full"

    assert subprocess.run(["bash", "-c", line], timeout=120, check=False).returncode == 6


@pytest.mark.parametrize("name", ["", "."])
def test_an_export_to_no_file_ends_with_2(name: str) -> None:
    ended = newsfacts("dlq", "export", "--output", name)

    assert (ended.returncode, ended.stderr.splitlines()[0]) == (2, f"--output: '{name}' names no file")


def test_a_missing_file_ends_with_2_and_no_traceback() -> None:
    ended = newsfacts("process", "missing.txt")

    assert ended.returncode == 2
    assert "missing.txt: No such file or directory" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "command", [["tap", "news.fact.v1"], ["topics", "plan"], ["check", "--connect"], ["run", "--http-port", "0"]]
)
def test_a_missing_broker_ends_with_5_and_says_where_none_was(command: list[str]) -> None:
    ended = newsfacts(*command, "--broker", "127.0.0.1:9")

    assert ended.returncode == 5, ended.stderr
    assert "127.0.0.1:9" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("flag", "value", "variable"),
    [("--sensitive", "minor:hide", "SENSITIVE"), ("--min-confidence-soft", "7", "MIN_CONFIDENCE_SOFT")],
)
def test_a_wrong_policy_ends_with_4_and_names_its_variable(flag: str, value: str, variable: str) -> None:
    ended = newsfacts("run", flag, value)

    assert ended.returncode == 4
    assert f"NEWSFACTS_{variable}" in ended.stderr


def test_a_wrong_setting_ends_with_4_and_names_it() -> None:
    ended = newsfacts("check", NEWSFACTS_HTTP_PORT="eighty")

    assert ended.returncode == 4
    assert "NEWSFACTS_HTTP_PORT" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_taken_port_ends_with_4_and_names_the_setting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = newsfacts("run", "--http-port", str(server.getsockname()[1]))

    assert ended.returncode == 4
    assert "NEWSFACTS_HTTP_PORT" in ended.stderr


def test_python_m_worker_tells_its_version() -> None:
    assert re.fullmatch(r"newsfacts \d+\.\d+\.\d+\n", newsfacts("--version").stdout)


def test_commands_that_read_no_article_load_neither_model_nor_rules() -> None:
    heavy = "{'onnxruntime', 'tokenizers', 'numpy', 'faust', 'worker.bootstrap', 'worker.pipeline.extract'}"
    program = f"import sys, worker.cli; print(sorted({heavy} & set(sys.modules)))"

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)

    assert ended.stdout == "[]\n"
