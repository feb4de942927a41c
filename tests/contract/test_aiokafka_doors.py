"""What worker/stream/{tls,refusal,topics}.py rely on inside aiokafka and asyncio. A new version fails here first."""

from __future__ import annotations

import inspect
from asyncio import sslproto

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.client import AIOKafkaClient
from aiokafka.conn import AIOKafkaConnection, OAuthAuthenticator


def source(of: object) -> str:
    return inspect.getsource(of)  # type: ignore[arg-type]  # whatever has a source


def test_a_connection_greets_then_logs_in_each_in_a_method_of_its_own() -> None:
    steps = source(AIOKafkaConnection.connect)

    assert steps.index("self._do_version_lookup()") < steps.index("self._do_sasl_handshake()")


def test_a_login_by_token_goes_through_the_authenticator_that_refusal_replaces() -> None:
    assert "authenticator = self.authenticator_oauth()" in source(AIOKafkaConnection._do_sasl_handshake)


def test_a_refused_token_is_still_taken_for_a_login() -> None:
    """When this fails, aiokafka answers the broker's challenge itself, and refusal.py can leave that to it."""
    assert "if self._token_sent:\n            return None" in source(OAuthAuthenticator.step)


def test_the_reason_why_no_connection_came_about_is_still_thrown_away() -> None:
    assert 'raise KafkaConnectionError(f"Unable to bootstrap from {self.hosts}")' in source(AIOKafkaClient.bootstrap)


def test_asyncio_asks_the_context_for_each_connections_tls_object() -> None:
    """RotatingContext gives a fresh one there."""
    assert "self._sslcontext.wrap_bio(" in source(sslproto.SSLProtocol)


def test_the_admin_client_sends_a_request_that_creates_no_topic() -> None:
    assert list(inspect.signature(AIOKafkaAdminClient._send_request).parameters)[1] == "request"
