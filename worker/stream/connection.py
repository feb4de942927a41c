"""How every Kafka client of ours connects: addresses, TLS and login, from the settings alone."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

from aiokafka.errors import KafkaError as BrokerError

__all__ = ["BrokerError", "client_options", "tls_context"]

if TYPE_CHECKING:
    from worker.settings import Settings


def client_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that each aiokafka client takes."""
    options: dict[str, Any] = {
        "bootstrap_servers": settings.broker_url,
        "security_protocol": settings.security_protocol,
        "request_timeout_ms": int(settings.request_timeout_seconds * 1000),
    }
    if settings.tls:
        options["ssl_context"] = tls_context(settings)
    if settings.sasl_mechanism and settings.sasl_password:
        options |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password.get_secret_value(),
        }
    return options


def tls_context(settings: Settings) -> ssl.SSLContext:
    """TLS 1.2 or newer with host name check; with our certificate if one is set."""
    context = ssl.create_default_context(cafile=settings.tls_ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if settings.tls_cert_file and settings.tls_key_file:
        context.load_cert_chain(settings.tls_cert_file, settings.tls_key_file)
    return context
