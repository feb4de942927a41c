"""Why a broker does not let us in: the setting that is to blame, the rule it breaks, and the fix.

aiokafka logs what went wrong with a connection and then raises that it could not connect. So this goes to the
same doors once more, one step after the other, and tells which one stays shut.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from aiokafka.conn import AIOKafkaConnection, OAuthAuthenticator
from aiokafka.errors import (
    IllegalSaslStateError,
    KafkaError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)
from aiokafka.protocol.metadata import MetadataRequest

from worker.settings import Problem
from worker.stream.connection import client_options
from worker.stream.oauth import TokenUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.settings import Settings

HANG_UP_SECONDS = 1.0  # a broker that does not answer any more is not waited for
ADDRESSES = 6  # asked at most: the brokers of a cluster share their settings
_NAME_CODES = frozenset({62, 64})  # X509_V_ERR_HOSTNAME_MISMATCH, _IP_ADDRESS_MISMATCH of OpenSSL
_TIME_CODES = frozenset({9, 10})  # X509_V_ERR_CERT_NOT_YET_VALID, _HAS_EXPIRED
_ALERT: Final = 0x1503  # how a TLS alert begins; read as the length of a Kafka answer it is half a gigabyte


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stands against us. `passing`: the same settings may do in a moment."""

    problem: Problem
    passing: bool = False

    def __str__(self) -> str:
        return str(self.problem)


async def refusal(settings: Settings) -> Refusal | None:
    """What the brokers hold against our settings; None if they let us in, or if none is there to ask.

    Takes as long as a request may, at most. Raises SettingsError for files that cannot be used.
    """
    options = client_options(settings)
    del options["bootstrap_servers"]
    try:
        async with asyncio.timeout(settings.request_timeout_seconds):
            return await _first(settings, options)
    except TimeoutError:
        return None


async def _first(settings: Settings, options: dict[str, Any]) -> Refusal | None:
    """The addresses we were given, then those that the brokers tell of."""
    waiting, seen = list(settings.brokers), 0
    while waiting and seen < ADDRESSES:
        address, seen = waiting.pop(0), seen + 1
        advertised, found = await _knock(settings, options, address)
        if found is not None:
            return found
        waiting += [one for one in advertised if one not in settings.brokers and one not in waiting]
    return None


async def _knock(settings: Settings, options: dict[str, Any], address: str) -> tuple[list[str], Refusal | None]:
    host, _, port = address.rpartition(":")
    connection = _Connection(host, int(port), **options)
    try:
        await connection.connect()
        answer = await connection.send(MetadataRequest([]))
    except (KafkaError, OSError, EOFError, ValueError, LookupError) as error:  # the last two: SCRAM's own checks
        return [], told(settings, address, connection.stage, error)
    finally:
        await _hang_up(connection)
    return [f"{one[1]}:{one[2]}" for one in answer.brokers], None


async def _hang_up(connection: _Connection) -> None:
    """TLS takes leave, and whoever asks us may end the loop at once: the socket would stay open."""
    gone = connection.close()
    if gone is not None and connection.stage != "reach":  # else there was no connection that could be gone
        await asyncio.wait([gone], timeout=HANG_UP_SECONDS)


class _Connection(AIOKafkaConnection):  # type: ignore[misc]  # aiokafka has no types
    """Knows how far it came, and listens to what a broker says of a token that it does not take."""

    stage = "reach"

    async def _do_version_lookup(self) -> None:
        self.stage = "greet"
        await super()._do_version_lookup()
        self.stage = "ask"

    async def _do_sasl_handshake(self) -> None:
        self.stage = "login"
        await super()._do_sasl_handshake()
        self.stage = "ask"

    def authenticator_oauth(self) -> OAuthAuthenticator:
        return _Listening(sasl_oauth_token_provider=self._sasl_oauth_token_provider)


class _Listening(OAuthAuthenticator):  # type: ignore[misc]  # aiokafka has no types
    """A refused token is answered with a challenge, and only its answer with the error (RFC 7628 3.2.3).

    aiokafka takes the challenge for a welcome: it logs a login, and its next request is cut off.
    """

    async def step(self, payload: bytes | None) -> tuple[bytes, bool] | None:
        return (b"\x01", True) if payload else await super().step(payload)


# ------------------------------------------------------------------------------------------------ what it means


def told(settings: Settings, address: str, stage: str, error: BaseException) -> Refusal | None:
    """The meaning of an error at one stage (reach, greet, login, ask); None if no setting explains it."""
    for one in _causes(error):
        if isinstance(one, TokenUnavailable):
            return Refusal(one.problem, one.passing)
        for kind, explain in _MEANINGS:
            if isinstance(one, kind) and (problem := explain(settings, address, one)) is not None:
                return Refusal(problem)
    return _closed(settings, address, stage, error)


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__


def _unverified(settings: Settings, address: str, error: Any) -> Problem:
    if error.verify_code in _NAME_CODES:
        return Problem("NEWSFACTS_BROKER_URL", f"the certificate at {address} is for another name",
                       "Use the name that is in the certificate, here and in the brokers' advertised.listeners")
    if error.verify_code in _TIME_CODES:
        return Problem("NEWSFACTS_TLS", f"the certificate at {address} does not hold today ({error.verify_message})",
                       "Renew the brokers' certificate, or set this machine's clock")
    trusted = f"in {settings.tls_ca_file}" if settings.tls_ca_file else "that this system trusts"
    return Problem("NEWSFACTS_TLS_CA_FILE", f"the certificate at {address} is signed by no authority {trusted}",
                   "Set it to a PEM of the authority that signs the brokers' certificates")


def _alerted(settings: Settings, address: str, error: Any) -> Problem:
    reason = str(error.reason or error)
    if reason in {"WRONG_VERSION_NUMBER", "UNEXPECTED_EOF_WHILE_READING"} or "RECORD" in reason:
        return _no_tls(address)
    if settings.tls_cert_file is None:
        return Problem("NEWSFACTS_TLS_CERT_FILE", f"{address} wants a certificate of ours ({reason})",
                       "Set NEWSFACTS_TLS_CERT_FILE and NEWSFACTS_TLS_KEY_FILE")
    return Problem("NEWSFACTS_TLS_CERT_FILE", f"{address} does not take {settings.tls_cert_file} ({reason})",
                   "Use one that an authority of the brokers' truststore signed, and that holds today")


def _not_logged_in(settings: Settings, address: str, _: Any) -> Problem:
    if settings.sasl_mechanism == "OAUTHBEARER":
        return Problem("NEWSFACTS_SASL_OAUTH_TOKEN_URL", f"{address} does not take the provider's token",
                       "Compare its audience, scope and issuer with the listener's sasl.oauthbearer.* settings")
    secret = "_FILE" if settings.sasl_password_file else ""
    return Problem(f"NEWSFACTS_SASL_PASSWORD{secret}",
                   f"{address} refuses the login of {settings.sasl_username!r} by {settings.sasl_mechanism}",
                   "Mend NEWSFACTS_SASL_USERNAME or the password, or give that user credentials for this mechanism")


def _other_mechanism(settings: Settings, address: str, _: Any) -> Problem:
    return Problem("NEWSFACTS_SASL_MECHANISM", f"{address} does not offer {settings.sasl_mechanism}",
                   "Set one of the listener's sasl.enabled.mechanisms")


def _no_login(_: Settings, address: str, __: Any) -> Problem:
    return Problem("NEWSFACTS_SASL_MECHANISM", f"{address} knows no login",
                   "Unset NEWSFACTS_SASL_*, or give the address of a listener with SASL")


def _talks_tls(_: Settings, address: str, error: Any) -> Problem | None:
    if (error.expected or 0) >> 16 != _ALERT:
        return None
    return Problem("NEWSFACTS_TLS", f"{address} speaks TLS, and we do not",
                   "Set NEWSFACTS_TLS=true, or give the address of a listener without TLS")


def _no_tls(address: str) -> Problem:
    return Problem("NEWSFACTS_TLS", f"{address} does not answer as a TLS server",
                   "Give the address of a listener with TLS, or unset NEWSFACTS_TLS")


_MEANINGS: tuple[tuple[type[BaseException], Callable[[Any, str, Any], Problem | None]], ...] = (
    (ssl.SSLCertVerificationError, _unverified),
    (ssl.SSLError, _alerted),
    (SaslAuthenticationFailed, _not_logged_in),
    (UnsupportedSaslMechanismError, _other_mechanism),
    (IllegalSaslStateError, _no_login),
    (asyncio.IncompleteReadError, _talks_tls),
)


def _closed(settings: Settings, address: str, stage: str, error: BaseException) -> Refusal | None:
    """No reason was given. A broker that is going down closes connections, too: only the stage tells them apart."""
    if settings.tls and stage == "reach" and isinstance(error, (ConnectionResetError, EOFError)):
        return Refusal(_no_tls(address))
    if stage == "ask" and settings.sasl_mechanism is None:
        rule = f"{address} greets us, and closes the connection at our first request without a login"
        return Refusal(Problem("NEWSFACTS_SASL_MECHANISM", rule, "Set NEWSFACTS_SASL_* if the listener wants a login"))
    if stage == "login" and isinstance(error, (ValueError, LookupError)):
        rule = f"{address} cannot prove that it knows the password of {settings.sasl_username!r}"
        return Refusal(Problem("NEWSFACTS_BROKER_URL", rule, "Is that really your broker?"))
    return None
