"""The password and the TLS files: read when needed, named when they cannot be, never shown."""

from __future__ import annotations

import ast
import datetime as dt
import re
import ssl
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import worker
from worker.settings import SettingsError, load
from worker.stream.connection import client_options
from worker.stream.secrets import password

WORKER = Path(worker.__file__).parent
CLIENT = re.compile(r"AIOKafka(Producer|Consumer|AdminClient|Client)")
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


def test_a_key_under_a_password_is_told_and_nobody_is_asked_for_it(tmp_path: Path) -> None:
    """OpenSSL would ask the terminal, and a worker would wait there for ever."""
    key, certificate = tmp_path / "key", tmp_path / "crt"
    locked = serialization.BestAvailableEncryption(b"hush")
    made = ec.generate_private_key(ec.SECP256R1())
    key.write_bytes(made.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    certificate.write_bytes(_certificate(made))

    with pytest.raises(SettingsError, match=r"^NEWSFACTS_TLS_CERT_FILE: .*the key is encrypted"):
        client_options(load({"tls": True, "tls_cert_file": certificate, "tls_key_file": key}))


def _certificate(key: ec.EllipticCurvePrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "ann")])
    begin = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    body = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    body = body.serial_number(1).not_valid_before(begin).not_valid_after(begin + dt.timedelta(days=1))
    return body.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def clients() -> list[tuple[str, bool]]:
    """Every place of the code that makes a client of Kafka, and whether it spreads our options into it."""
    found = []
    for file in sorted(WORKER.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "AIOKafka" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and CLIENT.fullmatch(node.func.id):
                spread = [ast.unparse(one.value) for one in node.keywords if one.arg is None]
                ours = "client_options(" in text and bool(spread)
                found.append((f"{file.relative_to(WORKER)}:{node.lineno} {node.func.id}", ours))
    return found


def test_no_client_connects_in_a_way_of_its_own() -> None:
    """A client without the options would speak in the clear where the others do not."""
    made = clients()

    assert len(made) >= 9
    assert [place for place, ours in made if not ours] == []
