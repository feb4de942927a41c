"""The password and the TLS files: read when needed, named when they cannot be, never shown."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import pytest

from worker.settings import SettingsError, load
from worker.stream.connection import client_options
from worker.stream.secrets import password

if TYPE_CHECKING:
    from pathlib import Path

LOGIN = {"tls": True, "sasl_mechanism": "PLAIN", "sasl_username": "ann"}


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"hush", "hush"), (b"hush\n", "hush"), (b"hush\r\n", "hush"), (b" hush \n\n", " hush \n"), (b"h\xc3\xa4", "hä")],
)
def test_a_password_file_holds_the_password_and_perhaps_a_newline(tmp_path: Path, content: bytes, found: str) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)

    assert password(load({**LOGIN, "sasl_password_file": file})) == found


def test_a_password_that_was_changed_is_what_the_next_client_logs_in_with(tmp_path: Path) -> None:
    file = tmp_path / "password"
    settings = load({**LOGIN, "sasl_password_file": file})
    file.write_text("old")
    old = client_options(settings)
    file.write_text("new")

    assert (old["sasl_plain_password"], client_options(settings)["sasl_plain_password"]) == ("old", "new")


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xffhush", b"h" * 70_000], ids=repr)
def test_a_password_file_that_is_none_is_named_and_not_shown(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(SettingsError) as caught:
        client_options(load({**LOGIN, "sasl_password_file": file}))

    assert str(caught.value).startswith(f"NEWSFACTS_SASL_PASSWORD_FILE: {file} ")
    assert "hush" not in repr(caught.value) + repr(caught.value.__cause__)


def test_no_login_and_no_tls_need_no_options() -> None:
    assert set(client_options(load())) == {"bootstrap_servers", "security_protocol", "request_timeout_ms"}


def test_tls_checks_names_and_certificates_and_speaks_nothing_old() -> None:
    context: Any = client_options(load({"tls": True}))["ssl_context"]

    inner = context._inner
    assert (inner.check_hostname, inner.verify_mode) == (True, ssl.CERT_REQUIRED)
    assert inner.minimum_version == ssl.TLSVersion.TLSv1_2


def test_all_clients_of_a_process_share_one_source_of_tokens() -> None:
    login = {**LOGIN, "sasl_mechanism": "OAUTHBEARER", "sasl_password": "x", "sasl_oauth_token_url": "https://a/t"}
    first, second = (client_options(load(login)) for _ in range(2))

    assert first["sasl_oauth_token_provider"] is second["sasl_oauth_token_provider"]


@pytest.mark.parametrize(
    ("flags", "variable"),
    [
        ({"tls_ca_file": "/nowhere.pem"}, "NEWSFACTS_TLS_CA_FILE"),
        ({"tls_ca_file": __file__}, "NEWSFACTS_TLS_CA_FILE"),
        ({"tls_cert_file": "/nowhere.crt", "tls_key_file": "/nowhere.key"}, "NEWSFACTS_TLS_CERT_FILE"),
        ({"tls_cert_file": __file__, "tls_key_file": __file__}, "NEWSFACTS_TLS_CERT_FILE"),
    ],
)
def test_a_tls_file_that_is_none_is_named(flags: dict[str, object], variable: str) -> None:
    with pytest.raises(SettingsError, match=f"^{variable}: "):
        client_options(load({"tls": True, **flags}))
