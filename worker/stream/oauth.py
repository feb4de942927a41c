"""Tokens for OAUTHBEARER: asked of an OpenID Connect provider with our client's secret, kept, renewed in time."""

from __future__ import annotations

import asyncio
import re
import time
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus
from weakref import WeakKeyDictionary

import aiohttp
import orjson
import structlog
from aiokafka.abc import AbstractTokenProvider
from aiokafka.errors import KafkaError

from worker.settings import Problem, SettingsError
from worker.stream.secrets import password
from worker.stream.tls import trust

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.settings import Settings

log = structlog.get_logger(__name__)

URL: Final = "NEWSFACTS_SASL_OAUTH_TOKEN_URL"
CA: Final = "NEWSFACTS_SASL_OAUTH_CA_FILE"
ANSWER_BYTES = 64 * 1024  # a token has one or two KB; what is larger is no answer to us
LIFETIME_SECONDS = 300.0  # of a token whose provider does not say (RFC 6749 5.1 leaves that open)
RENEW_AT = 0.8  # of the time it may be used, as Kafka's own client does: the rest is for a provider that is down
SKEW_SECONDS = 30.0  # our clock, the provider's and the brokers' differ: no token is used that near to its end
AGAIN_SECONDS = 1.0  # after a failure; the token at hand is used meanwhile, as long as it lives
_SECONDS = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_BEARER = re.compile(r"[A-Za-z0-9._~+/=-]{1,32768}")  # RFC 6750 2.1; anything else could forge SASL fields


class TokenUnavailable(KafkaError):  # type: ignore[misc]  # noqa: N818 - untyped; reads as what happened
    """No token. `problem` names the setting; `passing`: the same settings may do a moment later."""

    def __init__(self, problem: Problem, *, passing: bool = False) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.passing = passing

    def __str__(self) -> str:
        return str(self.problem)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as we hold it. Times are of `time.monotonic`."""

    text: str
    renew_at: float
    ends_at: float

    def __repr__(self) -> str:
        return "Token(...)"


class Tokens(AbstractTokenProvider):  # type: ignore[misc]  # aiokafka has no types
    """One token for all clients of a process, in whatever thread's event loop they live."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._token: Token | None = None
        self._failed: TokenUnavailable | None = None
        self._ask_at = clock()  # not before: thirty lanes must not ask a sick provider thirty times, one by one
        # An asyncio lock belongs to one loop: at most one request per loop, and Faust's consumer has a second one.
        self._flights: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()

    async def token(self) -> str:
        """A token that lives a while yet. Raises TokenUnavailable."""
        async with self._flights.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
            if self._clock() >= self._ask_at:
                await self._renew()
            if self._token is not None and self._clock() < self._token.ends_at:
                return self._token.text
        raise self._failed or TokenUnavailable(Problem(URL, "the token at hand has ended", "Wait for the next one"))

    async def _renew(self) -> None:
        try:
            self._token = _read(await _ask(self._settings), self._clock())
        except TokenUnavailable as error:
            self._failed, self._ask_at = error, self._clock() + AGAIN_SECONDS
            log.warning("no new token", error=str(error))
        else:
            self._failed, self._ask_at = None, self._token.renew_at


async def _ask(settings: Settings) -> dict[str, Any]:
    """The token endpoint's answer to a client credentials grant (RFC 6749 4.4)."""
    url = settings.sasl_oauth_token_url or ""
    try:
        async with asyncio.timeout(settings.request_timeout_seconds):
            status, body = await _post(settings, url)
    except aiohttp.ClientConnectorCertificateError as error:
        raise _lack(CA, f"the certificate of {url} is not trusted ({error.certificate_error})",
                    "Set it to a PEM of the authority that signed it") from error
    except SettingsError as error:
        raise TokenUnavailable(error.problems[0]) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise _lack(URL, f"{url} does not answer ({str(error) or type(error).__name__})",
                    "Is the provider up, and the URL its token endpoint?", passing=True) from error
    return _opened(url, status, body)


async def _post(settings: Settings, url: str) -> tuple[int, bytes]:
    secure = trust(CA, settings.sasl_oauth_ca_file)
    # Redirects are not followed: the secret is for the provider that was named.
    async with (
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=secure)) as session,
        session.post(url, data=_form(settings), headers=_headers(settings), allow_redirects=False) as answer,
    ):
        body = b""
        async for chunk in answer.content.iter_chunked(ANSWER_BYTES):
            body += chunk
            if len(body) > ANSWER_BYTES:
                break
        return answer.status, body


def _form(settings: Settings) -> dict[str, str]:
    wanted = {"scope": settings.sasl_oauth_scope, "audience": settings.sasl_oauth_audience}
    return {"grant_type": "client_credentials"} | {name: value for name, value in wanted.items() if value}


def _headers(settings: Settings) -> dict[str, str]:
    """Basic authentication, which every provider must take; encoded as RFC 6749 2.3.1 has it."""
    login = f"{quote_plus(settings.sasl_username or '')}:{quote_plus(password(settings))}"
    return {"Authorization": f"Basic {b64encode(login.encode()).decode()}", "Accept": "application/json"}


def _opened(url: str, status: int, body: bytes) -> dict[str, Any]:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = None
    if status == 200 and isinstance(answer, dict):  # noqa: PLR2004 - HTTP's OK
        return answer
    if status in {400, 401, 403}:
        told = str(answer.get("error"))[:100] if isinstance(answer, dict) else "no reason given"
        raise _lack("NEWSFACTS_SASL_PASSWORD", f"{url} refuses our client ({status}, {told!r})",
                    "Mend NEWSFACTS_SASL_USERNAME (client id), the secret, or the scope, or have the client permitted")
    sick = status >= 500  # noqa: PLR2004 - HTTP's failures that are the server's
    raise _lack(URL, f"{url} answers {status}, and no token", "Give the provider's token endpoint", passing=sick)


def _read(answer: dict[str, Any], now: float) -> Token:
    text, seconds = answer.get("access_token"), _seconds(answer.get("expires_in"))
    if not (isinstance(text, str) and _BEARER.fullmatch(text)):
        raise _lack(URL, "the answer holds no access_token that is one", "Give the provider's token endpoint")
    usable = max(seconds - SKEW_SECONDS, seconds / 2)
    return Token(text, now + usable * RENEW_AT, now + usable)


def _seconds(lasts: object) -> float:
    """A number, or one in a text, as some providers have it; anything else tells nothing."""
    if isinstance(lasts, (int, float, str)) and _SECONDS.fullmatch(str(lasts)):
        return float(lasts)
    return LIFETIME_SECONDS


def _lack(variable: str, rule: str, fix: str, *, passing: bool = False) -> TokenUnavailable:
    return TokenUnavailable(Problem(variable, rule, fix), passing=passing)
