from __future__ import annotations

from typing import TYPE_CHECKING

from confluent_kafka import Consumer

from worker.chaos.options import options
from worker.settings import load

if TYPE_CHECKING:
    from pathlib import Path


def test_a_plain_cluster_needs_its_addresses_only() -> None:
    given = options(load({"broker_url": "a:1,b:2"}))

    assert given == {
        "bootstrap.servers": "a:1,b:2", "security.protocol": "plaintext", "allow.auto.create.topics": False,
    }  # fmt: skip


def test_a_login_over_tls_is_named_as_librdkafka_names_it(tmp_path: Path) -> None:
    given = options(load({
        "broker_url": "a:1", "tls": True, "tls_ca_file": tmp_path / "ca.pem", "sasl_mechanism": "SCRAM-SHA-512",
        "sasl_username": "us", "sasl_password": "secret",
    }))  # fmt: skip

    assert given == {
        "bootstrap.servers": "a:1", "security.protocol": "sasl_ssl", "ssl.ca.location": str(tmp_path / "ca.pem"),
        "sasl.mechanisms": "SCRAM-SHA-512", "sasl.username": "us", "sasl.password": "secret",
        "allow.auto.create.topics": False,
    }  # fmt: skip


def test_librdkafka_takes_every_name_that_a_provider_of_tokens_needs() -> None:
    given = options(load({
        "broker_url": "127.0.0.1:1", "tls": True, "sasl_mechanism": "OAUTHBEARER", "sasl_username": "us",
        "sasl_password": "secret", "sasl_oauth_token_url": "https://id.example/token", "sasl_oauth_scope": "kafka",
    }))  # fmt: skip

    Consumer({**given, "group.id": "nobody", "log_level": 0}).close()
    assert given["sasl.oauthbearer.client.id"] == "us"
