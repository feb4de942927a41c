"""Settings: defaults that run, refusals that tell the variable, the rule and the fix."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from worker.settings import Settings, SettingsError, forget_secrets, load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"NEWSFACTS_{name.upper()}", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


LOGIN = {"TLS": "true", "SASL_MECHANISM": "PLAIN", "SASL_USERNAME": "ann", "SASL_PASSWORD": "s3cret"}
OAUTH = LOGIN | {"SASL_MECHANISM": "OAUTHBEARER"}


def refusal(monkeypatch: pytest.MonkeyPatch, **environ: str) -> str:
    for name, value in environ.items():
        monkeypatch.setenv(f"NEWSFACTS_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load()
    return str(caught.value)


def test_a_worker_runs_with_nothing_set() -> None:
    settings = load()
    assert (settings.broker_url, settings.http_host, settings.http_port) == ("localhost:9092", "127.0.0.1", 9464)
    assert settings.pool_processes >= 1


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load().http_port = 1  # type: ignore[misc]  # the very thing that must not work


def test_the_environment_is_read_and_flags_win(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSFACTS_HTTP_PORT", "1234")
    monkeypatch.setenv("NEWSFACTS_LOG_LEVEL", "debug")
    settings = load({"http_port": 4321, "log_level": None})
    assert (settings.http_port, settings.log_level) == (4321, "debug")


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSFACTS_HTTP_PORT", "")
    assert load().http_port == 9464


def test_two_workers_that_differ_only_in_the_port_keep_apart() -> None:
    assert load({"http_port": 9464}).instance_dir != load({"http_port": 9465}).instance_dir


def test_two_groups_on_one_port_of_two_hosts_that_share_a_disk_keep_apart() -> None:
    assert load({"group_id": "a"}).instance_dir != load({"group_id": "b"}).instance_dir


def test_a_worker_on_a_free_port_has_a_folder_of_its_own() -> None:
    assert load({"http_port": 0}).instance_dir.name == f"pid-{os.getpid()}"


def test_a_group_name_cannot_leave_the_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "NEWSFACTS_GROUP_ID" in refusal(monkeypatch, GROUP_ID="../../etc")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("HTP_PORT", "NEWSFACTS_HTTP_PORT"), ("BROKERURL", "NEWSFACTS_BROKER_URL")],
)
def test_a_misspelt_variable_is_refused_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
) -> None:
    assert f"NEWSFACTS_{name}: no such setting. Did you mean {nearest}?" in refusal(monkeypatch, **{name: "x"})


def test_a_variable_like_no_other_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "NEWSFACTS_QQQQQQQQ: no such setting. Unset it" in refusal(monkeypatch, QQQQQQQQ="1")


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        pytest.param("HTTP_PORT", "many", "valid integer", id="no number"),
        pytest.param("HTTP_PORT", "70000", "65535", id="no port"),
        pytest.param("BROKER_URL", "kafka", "expected host:port", id="no port in the address"),
        pytest.param("BROKER_URL", "kafka:0", "expected host:port", id="port zero"),
        pytest.param("BROKER_URL", "a:1,,b:2", "expected host:port", id="empty address"),
        pytest.param("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'", id="no level"),
        pytest.param("TOPIC_FACT", "news facts", "pattern", id="no topic name"),
        pytest.param("SENSITIVE", "height:drop", "'minor'", id="no class"),
        pytest.param("SENSITIVE", "minor:hide", "'publish'", id="no action"),
        pytest.param("SENSITIVE", "drop,redirect", "one action", id="two actions for all"),
        pytest.param("MIN_CONFIDENCE", "7", "less than or equal to 1", id="no proportion"),
    ],
)
def test_a_wrong_value_is_refused_with_variable_rule_and_fix(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, rule: str
) -> None:
    text = refusal(monkeypatch, **{name: value})
    assert text.startswith(f"NEWSFACTS_{name}: ")
    assert rule in text
    assert "Mend it, or unset it" in text


def test_every_wrong_value_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(refusal(monkeypatch, HTTP_PORT="x", LOG_LEVEL="x").splitlines()) == 2


@pytest.mark.parametrize(
    ("environ", "variable"),
    [
        pytest.param({"TOPIC_FACT": "news.article.raw.v1"}, "NEWSFACTS_TOPIC_*", id="two topics, one name"),
        pytest.param({"HEARTBEAT_SECONDS": "10"}, "NEWSFACTS_HEARTBEAT_SECONDS", id="heartbeat too slow"),
        pytest.param({"SASL_MECHANISM": "PLAIN"}, "NEWSFACTS_SASL_MECHANISM", id="half a login"),
        pytest.param(
            {"SASL_MECHANISM": "PLAIN", "SASL_USERNAME": "ann", "SASL_PASSWORD": "s3cret"},
            "NEWSFACTS_TLS",
            id="a login in the clear",
        ),
        pytest.param({"TLS_CERT_FILE": "/c.pem"}, "NEWSFACTS_TLS_CERT_FILE", id="certificate without key"),
        pytest.param(LOGIN | {"SASL_PASSWORD_FILE": "/p"}, "NEWSFACTS_SASL_PASSWORD_FILE", id="two passwords"),
        pytest.param(OAUTH, "NEWSFACTS_SASL_OAUTH_TOKEN_URL", id="tokens from nowhere"),
        pytest.param(
            LOGIN | {"SASL_OAUTH_TOKEN_URL": "https://p/t"}, "NEWSFACTS_SASL_OAUTH_TOKEN_URL", id="tokens for nothing",
        ),
        pytest.param(
            OAUTH | {"SASL_OAUTH_TOKEN_URL": "HTTP://p/t"}, "NEWSFACTS_SASL_OAUTH_TOKEN_URL", id="a readable secret",
        ),
    ],
)
def test_values_that_do_not_fit_together_are_refused(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], variable: str
) -> None:
    assert refusal(monkeypatch, **environ).startswith(f"{variable}: ")


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = refusal(
        monkeypatch, SASL_MECHANISM="PLAIN", SASL_USERNAME="ann", SASL_PASSWORD="s3cret", HTTP_PORT="x"  # noqa: S106
    )
    settings = load({"http_port": 1, "tls": True})
    assert "s3cret" not in text + repr(settings) + settings.model_dump_json()


@pytest.mark.parametrize("url", ["https://ann:s3cret@p/t", "p/t", "ftp://p/t", "https://", "https://[p/t"])
def test_a_token_endpoint_is_a_plain_url_and_one_with_a_password_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    text = refusal(monkeypatch, **OAUTH, SASL_OAUTH_TOKEN_URL=url)
    assert text.startswith("NEWSFACTS_SASL_OAUTH_TOKEN_URL: ")
    assert "s3cret" not in text


def test_children_do_not_inherit_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in LOGIN.items():
        monkeypatch.setenv(f"NEWSFACTS_{name}", value)
    settings = load()
    forget_secrets()
    assert "s3cret" not in str(os.environ)  # noqa: TID251 - what children inherit
    assert settings.sasl_password is not None
    assert settings.sasl_password.get_secret_value() == "s3cret"


@pytest.mark.parametrize(
    ("flags", "protocol"),
    [
        ({}, "PLAINTEXT"),
        ({"tls": True}, "SSL"),
        ({"tls": True, "sasl_mechanism": "PLAIN", "sasl_username": "a", "sasl_password": "b"}, "SASL_SSL"),
    ],
)
def test_the_protocol_follows_from_tls_and_login(flags: dict[str, object], protocol: str) -> None:
    assert load(flags).security_protocol == protocol


def test_the_prefix_is_put_before_every_topic() -> None:
    topics = load({"topic_prefix": "test."}).topics
    assert (topics.raw, topics.dead_letter) == ("test.news.article.raw.v1", "test.news.article.dlq.v1")


def test_addresses_are_trimmed_and_listed() -> None:
    assert load({"broker_url": "kafka://a:1, b:2"}).brokers == ("a:1", "b:2")


def test_a_login_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(SettingsError, match="a login goes into NEWSFACTS_SASL_USERNAME") as refused:
        load({"broker_url": "a:1,kafka://ada:hush-hush@b:2"})
    assert "hush-hush" not in str(refused.value)


def test_every_setting_says_what_it_is_for() -> None:
    silent = [name for name, field in Settings.model_fields.items() if not re.search(r"\w{3}", field.description or "")]
    assert not silent


@pytest.mark.parametrize("choice", ["builtin", "spacy:en_core_web_sm", "gliner:/models/small", "gliner:models/small"])
def test_a_reader_is_the_built_in_one_a_package_or_a_folder(choice: str) -> None:
    assert load({"reader": choice}).reader == choice


@pytest.mark.parametrize("choice", ["spacy", "spacy:", "spacy:a b", "gliner:", "builtin:", "builtin:x", "stanza:en"])
def test_any_other_reader_is_refused_with_what_would_do(monkeypatch: pytest.MonkeyPatch, choice: str) -> None:
    told = refusal(monkeypatch, READER=choice)
    assert re.search(r"NEWSFACTS_READER: expected builtin, spacy:PACKAGE .*found .*'builtin'", told)
