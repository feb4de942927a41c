"""What an error of a connection means; the doors of a real broker are in tests/integration/security."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any, cast

import pytest
from aiokafka.errors import KafkaConnectionError, SaslAuthenticationFailed

from worker.settings import Problem, Settings, load
from worker.stream import refusal as module
from worker.stream.oauth import TokenUnavailable
from worker.stream.refusal import refusal, told

LOGIN = {"tls": True, "sasl_mechanism": "SCRAM-SHA-256", "sasl_username": "ann", "sasl_password": "x"}


def meaning(settings: Settings, stage: str, error: BaseException) -> str:
    found = told(settings, "kafka:9093", stage, error)
    return "" if found is None else str(found)


def unverified(code: int, message: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = code, message
    return error


def closed_because(cause: BaseException) -> KafkaConnectionError:
    error = KafkaConnectionError("Connection at kafka:9093 closed")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("flags", "stage", "error", "start"),
    [
        pytest.param(
            {"tls": True}, "reach", unverified(64, "IP address mismatch"), "NEWSFACTS_BROKER_URL", id="wrong address"
        ),
        pytest.param(
            {"tls": True}, "reach", unverified(9, "not yet valid"), "NEWSFACTS_TLS: ", id="certificate of tomorrow"
        ),
        pytest.param(
            {"tls": True, "tls_ca_file": "/ca.pem"}, "reach", unverified(19, "self-signed"),
            "NEWSFACTS_TLS_CA_FILE: the certificate at kafka:9093 is signed by no authority in /ca.pem",
            id="own authority",
        ),
        pytest.param(
            {}, "greet", closed_because(asyncio.IncompleteReadError(b"", 0x15030300)), "NEWSFACTS_TLS: ", id="an alert"
        ),
        pytest.param(LOGIN, "login", ValueError("wrong signature"), "NEWSFACTS_BROKER_URL: ", id="impostor"),
        pytest.param(LOGIN, "login", KeyError("v"), "NEWSFACTS_BROKER_URL: ", id="impostor that says nothing"),
        pytest.param(
            {name: one for name, one in LOGIN.items() if name != "sasl_password"} | {"sasl_password_file": "/p"},
            "login", SaslAuthenticationFailed("no"), "NEWSFACTS_SASL_PASSWORD_FILE: ", id="password of a file",
        ),
    ],
)
def test_an_error_that_a_setting_explains(flags: dict[str, Any], stage: str, error: BaseException, start: str) -> None:
    assert meaning(load(flags), stage, error).startswith(start)


@pytest.mark.parametrize(
    ("stage", "error"),
    [
        pytest.param("reach", ConnectionRefusedError(), id="nobody there"),
        pytest.param("reach", TimeoutError(), id="no answer"),
        pytest.param("greet", closed_because(asyncio.IncompleteReadError(b"", 4)), id="hung up before a word"),
        pytest.param("ask", closed_because(asyncio.IncompleteReadError(b"", 4)), id="hung up after the login"),
    ],
)
def test_an_error_that_no_setting_explains(stage: str, error: BaseException) -> None:
    assert meaning(load(LOGIN), stage, error) == ""


def test_a_token_that_did_not_come_tells_its_own_reason_wherever_it_surfaces() -> None:
    lack = TokenUnavailable(Problem("NEWSFACTS_SASL_OAUTH_TOKEN_URL", "is down", "Wait"), passing=True)

    found = told(load(LOGIN), "kafka:9093", "login", closed_because(lack))

    assert found is not None
    assert (found.problem, found.passing) == (lack.problem, True)


async def refused_by(words: bytes) -> Any:
    """What is told of a server that answers with these words, or is silent until we go."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4)
        writer.write(words)
        if not words:
            await reader.read()
        writer.close()
        await writer.wait_closed()
        gone.set()

    gone = asyncio.Event()
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server, asyncio.timeout(10):
        port = server.sockets[0].getsockname()[1]
        found = await refusal(load({"broker_url": f"127.0.0.1:{port}", "request_timeout_seconds": 0.3}))
        await gone.wait()
    return found


async def test_a_door_that_never_answers_costs_one_request_time() -> None:
    assert await refused_by(b"") is None


async def test_what_is_no_broker_at_all_is_not_blamed_on_a_setting() -> None:
    assert await refused_by(b"\x00\x00\x00\x08HTTP/1.1") is None


class Line:
    """A connection that is gone a moment after it was closed, or, with `seconds` None, never is."""

    def __init__(self, seconds: float | None, stage: str = "login") -> None:
        self.stage = stage
        self.gone = asyncio.get_running_loop().create_future()
        self._seconds = seconds

    def close(self) -> asyncio.Future[None]:
        if self._seconds is not None:
            asyncio.get_running_loop().call_later(self._seconds, self.gone.set_result, None)
        return self.gone


async def test_a_connection_is_gone_before_the_loop_may_end() -> None:
    line = Line(0.05)

    await module._hang_up(cast("Any", line))

    assert line.gone.done()


async def test_a_broker_that_takes_no_leave_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HANG_UP_SECONDS", 0.01)

    async with asyncio.timeout(30):
        await module._hang_up(cast("Any", Line(None)))


async def test_where_no_connection_came_about_there_is_nothing_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HANG_UP_SECONDS", 3_600)

    async with asyncio.timeout(30):
        await module._hang_up(cast("Any", Line(None, "reach")))
