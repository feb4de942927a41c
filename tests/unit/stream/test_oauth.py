"""Tokens: asked for once, renewed in time, used while they live; every bad provider ends in one bounded error."""

from __future__ import annotations

import asyncio
import base64
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

import pytest
from aiohttp import web

from worker.settings import load
from worker.stream import oauth
from worker.stream.oauth import Tokens, TokenUnavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from worker.settings import Settings

SECRET = "s3cret:with/marks %&+"  # noqa: S105 - of nobody
Answer = dict[str, Any] | web.StreamResponse


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Provider:
    """Answers with `answer`, or as `does` has it; `asked` are the forms and logins that came."""

    def __init__(self) -> None:
        self.answer: Answer = {"access_token": "one", "expires_in": 100}
        self.does: Callable[[web.Request], Awaitable[web.StreamResponse]] | None = None
        self.asked: list[dict[str, str]] = []
        self.logins: list[str] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append({name: str(value) for name, value in (await request.post()).items()})
        self.logins.append(base64.b64decode(request.headers["Authorization"].removeprefix("Basic ")).decode())
        if self.does is not None:
            return await self.does(request)
        return self.answer if isinstance(self.answer, web.StreamResponse) else web.json_response(self.answer)


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
async def url(provider: Provider) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/token", provider.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/token"
    await runner.cleanup()


def settings(url: str, **more: Any) -> Settings:
    login = {"sasl_mechanism": "OAUTHBEARER", "sasl_username": "client", "sasl_password": SECRET}
    return load({"tls": True, "allow_plaintext_sasl": True, "sasl_oauth_token_url": url, **login, **more})


async def refusal(tokens: Tokens) -> TokenUnavailable:
    with pytest.raises(TokenUnavailable) as caught:
        await tokens.token()
    assert SECRET not in str(caught.value)
    return caught.value


async def test_one_token_serves_many_connections_at_once(provider: Provider, url: str) -> None:
    tokens = Tokens(settings(url))

    assert await asyncio.gather(*(tokens.token() for _ in range(20))) == ["one"] * 20
    assert len(provider.asked) == 1


async def test_the_client_says_who_it_is_and_what_it_wants(provider: Provider, url: str) -> None:
    await Tokens(settings(url, sasl_oauth_scope="kafka", sasl_oauth_audience="brokers")).token()

    assert provider.asked == [{"grant_type": "client_credentials", "scope": "kafka", "audience": "brokers"}]
    (login,) = provider.logins
    assert [unquote_plus(part) for part in login.split(":")] == ["client", SECRET]


async def test_a_token_is_renewed_before_it_ends(provider: Provider, url: str) -> None:
    clock = Clock()
    tokens = Tokens(settings(url), clock)
    await tokens.token()

    clock.now += 55
    assert await tokens.token() == "one"
    provider.answer = {"access_token": "two", "expires_in": 100}
    clock.now += 2

    assert await tokens.token() == "two"


async def test_while_the_provider_is_down_the_token_at_hand_serves_until_shortly_before_its_end(
    provider: Provider, url: str
) -> None:
    clock = Clock()
    tokens = Tokens(settings(url), clock)
    await tokens.token()
    provider.answer = web.Response(status=503)

    clock.now += 69.9
    assert await tokens.token() == "one"
    clock.now += 0.2
    assert (await refusal(tokens)).passing


async def test_after_a_failure_those_who_wait_do_not_ask_one_by_one(provider: Provider, url: str) -> None:
    provider.answer = web.Response(status=503)
    tokens = Tokens(settings(url), Clock())

    failed = await asyncio.gather(*(tokens.token() for _ in range(20)), return_exceptions=True)

    assert {type(one) for one in failed} == {TokenUnavailable}
    assert len(provider.asked) == 1


async def test_a_provider_that_is_up_again_is_asked_again(provider: Provider, url: str) -> None:
    clock = Clock()
    tokens, provider.answer = Tokens(settings(url), clock), {}
    await refusal(tokens)

    provider.answer = {"access_token": "late"}
    clock.now += oauth.AGAIN_SECONDS

    assert await tokens.token() == "late"


@pytest.mark.parametrize(
    ("lasts", "renewed_after"),
    [
        pytest.param(3600, 2856, id="a number"),
        pytest.param("3600", 2856, id="a number in a text"),
        pytest.param(40, 16, id="a short life is used by half"),
        pytest.param(None, 216, id="not told"),
        pytest.param("soon", 216, id="not understood"),
        pytest.param("inf", 216, id="for ever"),
        pytest.param(-5, 216, id="in the past"),
    ],
)
async def test_how_long_a_token_lives(provider: Provider, url: str, lasts: object, renewed_after: float) -> None:
    clock = Clock()
    tokens = Tokens(settings(url), clock)
    provider.answer = {"access_token": "one", "expires_in": lasts}
    await tokens.token()

    clock.now += renewed_after - 1
    await tokens.token()
    assert len(provider.asked) == 1
    clock.now += 2
    await tokens.token()
    assert len(provider.asked) == 2


@pytest.mark.parametrize(
    ("answer", "setting", "passing"),
    [
        pytest.param(web.json_response({"error": "invalid_client"}, status=401), "SASL_PASSWORD", False, id="refused"),
        pytest.param(web.json_response(["no"], status=400), "SASL_PASSWORD", False, id="refused, oddly"),
        pytest.param(web.Response(status=404), "SASL_OAUTH_TOKEN_URL", False, id="not there"),
        pytest.param(web.Response(status=502), "SASL_OAUTH_TOKEN_URL", True, id="sick"),
        pytest.param(web.Response(text="<html>"), "SASL_OAUTH_TOKEN_URL", False, id="a page"),
        pytest.param({"access_token": None}, "SASL_OAUTH_TOKEN_URL", False, id="no token"),
        pytest.param({"access_token": "a\x01auth=Bearer b"}, "SASL_OAUTH_TOKEN_URL", False, id="a forged field"),
        pytest.param({"access_token": ""}, "SASL_OAUTH_TOKEN_URL", False, id="an empty token"),
        pytest.param({"access_token": "x" * 70_000}, "SASL_OAUTH_TOKEN_URL", False, id="more than a token"),
    ],
)
async def test_a_bad_answer_names_the_setting(
    provider: Provider, url: str, answer: Answer, setting: str, passing: bool
) -> None:
    provider.answer = answer

    error = await refusal(Tokens(settings(url)))

    assert (error.problem.variable, error.passing) == (f"NEWSFACTS_{setting}", passing)
    assert error.problem.fix


async def test_a_provider_that_never_answers_costs_one_request_time(provider: Provider, url: str) -> None:
    async def never(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    provider.does = never
    async with asyncio.timeout(5):
        assert (await refusal(Tokens(settings(url, request_timeout_seconds=0.2)))).passing


async def test_an_answer_without_end_is_cut_off(provider: Provider, url: str) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(b" " * 65_536)

    provider.does = endless
    async with asyncio.timeout(5):
        await refusal(Tokens(settings(url)))


async def test_the_secret_does_not_follow_a_redirect(provider: Provider, url: str) -> None:
    provider.answer = web.Response(status=307, headers={"Location": url})

    await refusal(Tokens(settings(url)))

    assert len(provider.asked) == 1


async def test_nobody_listening_is_a_matter_of_time() -> None:
    assert (await refusal(Tokens(settings("http://127.0.0.1:9/token")))).passing


async def test_the_loop_goes_on_while_a_provider_thinks(provider: Provider, url: str) -> None:
    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.2)
        return web.json_response({"access_token": "late"})

    provider.does = slow
    waiting, beats = asyncio.create_task(Tokens(settings(url)).token()), 0
    while not waiting.done():
        await asyncio.sleep(0.01)
        beats += 1

    assert (await waiting, beats > 5) == ("late", True)


async def test_clients_in_another_threads_loop_share_the_token(provider: Provider, url: str) -> None:
    """Faust's consumer has a thread and a loop of its own."""
    tokens = Tokens(settings(url))
    await tokens.token()
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(tokens.token())))
    thread.start()
    await asyncio.to_thread(thread.join)

    assert (found, len(provider.asked)) == (["one"], 1)


async def test_a_token_is_not_shown_where_it_is_printed_by_mistake(url: str) -> None:
    tokens = Tokens(settings(url))
    await tokens.token()

    assert "one" not in repr(vars(tokens)["_token"])
