"""A small OpenID Connect provider: signed tokens for one client, and the keys that brokers check them with."""

from __future__ import annotations

import base64
import json
import ssl
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.security.authority import Identity

AUDIENCE, ISSUER = "kafka", "https://provider.test"


class Provider:
    """`tokens` are served over TLS, `keys` without (the broker reads them). Counts what it was asked for."""

    def __init__(self, client: str, secret: str, lifetime: int) -> None:
        self.lifetime = lifetime
        self.issued: list[str] = []
        self.audience = AUDIENCE
        self._login = "Basic " + base64.b64encode(f"{client}:{secret}".encode()).decode()
        self._client = client
        self._key = rsa.generate_private_key(65_537, 2048)

    def answer(self, authorization: str, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        if authorization != self._login:
            return 401, {"error": "invalid_client"}
        if form.get("grant_type") != ["client_credentials"]:
            return 400, {"error": "unsupported_grant_type"}
        self.issued.append(self._token())
        return 200, {"access_token": self.issued[-1], "token_type": "Bearer", "expires_in": self.lifetime}

    def jwks(self) -> dict[str, Any]:
        public = self._key.public_key().public_numbers()
        numbers = {"n": _number(public.n), "e": _number(public.e)}
        return {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "one", **numbers}]}

    def _token(self) -> str:
        now = int(time.time())
        claims = {"sub": self._client, "scope": "kafka", "iss": ISSUER, "aud": self.audience, "iat": now,
                  "exp": now + self.lifetime, "jti": str(len(self.issued))}
        body = f"{_words({'alg': 'RS256', 'kid': 'one', 'typ': 'JWT'})}.{_words(claims)}"
        signature = self._key.sign(body.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{body}.{_text(signature)}"


@contextmanager
def served(provider: Provider, identity: Identity | None = None) -> Iterator[str]:
    """The provider's address; with an identity over TLS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    if identity is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(identity.certificate, identity.key)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'http' if identity is None else 'https'}://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(200, provider.jwks())

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._send(*provider.answer(self.headers.get("Authorization", ""), form))

        def _send(self, status: int, value: dict[str, Any]) -> None:
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _words(value: dict[str, Any]) -> str:
    return _text(json.dumps(value).encode())


def _number(value: int) -> str:
    return _text(value.to_bytes((value.bit_length() + 7) // 8, "big"))
