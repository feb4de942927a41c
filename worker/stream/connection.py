"""How every Kafka client of ours connects: addresses, TLS and login, from the settings alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aiokafka.errors import KafkaError as BrokerError

from worker.stream import expansion, metadata
from worker.stream.oauth import Tokens
from worker.stream.secrets import password
from worker.stream.tls import tls_context

__all__ = ["BrokerError", "client_options"]

if TYPE_CHECKING:
    from worker.settings import Settings


def client_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that each aiokafka client takes. Raises SettingsError for files that cannot be used.

    What a client of this process reads unfolds within its bounds from here on, and no topic is made for the asking.
    """
    expansion.bound(settings.expansion_max_bytes)
    metadata.create_none()
    options: dict[str, Any] = {
        "bootstrap_servers": settings.broker_url,
        "security_protocol": settings.security_protocol,
        "request_timeout_ms": int(settings.request_timeout_seconds * 1000),
    }
    if settings.tls:
        options["ssl_context"] = tls_context(settings)
    return options | _login(settings)


def _login(settings: Settings) -> dict[str, Any]:
    if settings.sasl_mechanism is None:
        return {}
    if settings.sasl_mechanism == "OAUTHBEARER":
        return {"sasl_mechanism": "OAUTHBEARER", "sasl_oauth_token_provider": _tokens(settings)}
    return {
        "sasl_mechanism": settings.sasl_mechanism,
        "sasl_plain_username": settings.sasl_username,
        "sasl_plain_password": password(settings),
    }


@lru_cache(maxsize=4)
def _tokens(settings: Settings) -> Tokens:
    """One for all clients of the process: a worker of thirty lanes asks the provider once, not thirty times."""
    return Tokens(settings)
