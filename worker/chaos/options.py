"""How the judges connect: the worker's settings, as librdkafka names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from worker.stream.secrets import password

if TYPE_CHECKING:
    from worker.settings import Settings


def options(settings: Settings) -> dict[str, Any]:
    """For every client of librdkafka. Raises SettingsError for a password file that cannot be read."""
    files = {
        "ssl.ca.location": settings.tls_ca_file, "ssl.certificate.location": settings.tls_cert_file,
        "ssl.key.location": settings.tls_key_file,
    }  # fmt: skip
    given = {name: str(path) for name, path in files.items() if path is not None}
    return {
        "bootstrap.servers": settings.broker_url, "security.protocol": settings.security_protocol.lower(),
        "allow.auto.create.topics": False,  # a producer's default is to have them made, also after they were removed
        **given, **_login(settings),
    }  # fmt: skip


def _login(settings: Settings) -> dict[str, Any]:
    if settings.sasl_mechanism is None:
        return {}
    if settings.sasl_mechanism == "OAUTHBEARER":
        return {"sasl.mechanisms": "OAUTHBEARER", "sasl.oauthbearer.method": "oidc", **_provider(settings)}
    return {
        "sasl.mechanisms": settings.sasl_mechanism, "sasl.username": settings.sasl_username,
        "sasl.password": password(settings),
    }  # fmt: skip


def _provider(settings: Settings) -> dict[str, Any]:
    found = {
        "sasl.oauthbearer.client.id": settings.sasl_username,
        "sasl.oauthbearer.client.secret": password(settings),
        "sasl.oauthbearer.token.endpoint.url": settings.sasl_oauth_token_url,
        "sasl.oauthbearer.scope": settings.sasl_oauth_scope,
        "https.ca.location": settings.sasl_oauth_ca_file and str(settings.sasl_oauth_ca_file),
    }
    return {name: value for name, value in found.items() if value is not None}
