"""Every way to log in: the right key opens, a worker works behind it, and a wrong key is told in one sentence."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from aiokafka.client import AIOKafkaClient
from typer.testing import CliRunner

from tests.integration.security.broker import CLIENT_SECRET, SECRET, SESSION_MS
from tests.integration.stream_world import World, article
from worker.cli.app import app
from worker.cli.brokers import on_broker
from worker.cli.exits import CommandError, Exit
from worker.settings import SettingsError, load
from worker.stream.connection import BrokerError, client_options
from worker.stream.reach import Unreachable, reach
from worker.stream.topics import describe, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.security.authority import Identity
    from tests.integration.security.broker import Guarded

_Case = tuple[str, dict[str, object], str, str]  # door, what is wrong, setting that is named, words of the rule

WAYS: dict[str, tuple[str, dict[str, object]]] = {
    "TLS": ("tls", {}),
    "mutual TLS": ("mtls", {}),
    "PLAIN": ("plain", {}),
    "SCRAM-SHA-256": ("terse", {}),
    "SCRAM-SHA-512": ("scram", {"SASL_MECHANISM": "SCRAM-SHA-512"}),
    "SCRAM without TLS": ("clear", {}),
    "OAUTHBEARER": ("brief", {}),
}
MANNERS = {
    "TLS": "over TLS, without a login",
    "mutual TLS": "over TLS with our certificate, without a login",
    "PLAIN": "over TLS, as ann by PLAIN",
    "SCRAM-SHA-256": "over TLS, as ann by SCRAM-SHA-256",
    "SCRAM-SHA-512": "over TLS, as ann by SCRAM-SHA-512",
    "SCRAM without TLS": "in the clear, as ann by SCRAM-SHA-256",
    "OAUTHBEARER": "over TLS, as newsfacts-client by OAUTHBEARER",
}
NO_LOGIN: dict[str, object] = {"SASL_MECHANISM": None, "SASL_USERNAME": None, "SASL_PASSWORD": None}
A_LOGIN: dict[str, object] = {"SASL_MECHANISM": "PLAIN", "SASL_USERNAME": "ann", "SASL_PASSWORD": SECRET}
WRONG: dict[str, object] = {"SASL_PASSWORD": "not-the-password"}
NO_TLS: dict[str, object] = {"TLS": None, "TLS_CA_FILE": None}
LASTING = {"brief": "oauth", "terse": "scram"}  # doors that let in the same people and cut nobody
ROUNDS = 3  # sessions that end under a worker
PACE_SECONDS = 0.1  # between two articles, so that many a session ends while some are under way
CUT = ("OAUTHBEARER", "SCRAM-SHA-256")  # ways whose sessions end
BOUND_SECONDS = 20  # of one refusal, however slow the machine
SECRETS = (SECRET, CLIENT_SECRET, "not-the-password")


@dataclass
class Crew:
    """A worker behind each door, each with a world of its own, all at work at once."""

    worlds: dict[str, World]

    def feed(self, way: str, name: str) -> None:
        self.worlds[way].send([(name, article(name, "one"))])


@pytest.fixture(scope="module")
def crew(house: Guarded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    with ExitStack() as stack:
        worlds = {}
        for number, (way, (door, more)) in enumerate(WAYS.items()):
            home = tmp_path_factory.mktemp(door)
            # Two lanes a worker are enough here: seven workers of six would be busy with themselves.
            worlds[way] = stack.enter_context(World(house.cluster, f"door{number}.", home, partitions=2))
            worlds[way].worker(**house.at(door, **more), pool_processes=1, log_level="debug")
        yield Crew(worlds)


@pytest.mark.parametrize("way", WAYS)
def test_a_worker_turns_an_article_into_a_fact(crew: Crew, way: str) -> None:
    crew.feed(way, "first")
    crew.worlds[way].settle(120)

    assert crew.worlds[way].told() == {("assert", "first", "one"): 1}


@pytest.mark.parametrize("way", WAYS)
def test_check_is_content(house: Guarded, crew: Crew, way: str) -> None:
    door, more = WAYS[way]
    own_door = LASTING.get(door, door)
    own = house.at(own_door, **more) | {"NEWSFACTS_TOPIC_PREFIX": crew.worlds[way].prefix}
    applied = CliRunner().invoke(app, ["topics", "apply"], env=own)
    result = CliRunner().invoke(app, ["check", "--connect"], env=own)

    assert (applied.exit_code, result.exit_code) == (0, 0), (result.output, result.exception)
    assert f"1 answer at {house.doors[own_door]}, {MANNERS[way]}\n" in result.stdout


def _paced(names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        yield name, article(name, "one")
        time.sleep(PACE_SECONDS)


def test_sessions_that_end_cost_no_article_and_double_none(house: Guarded, crew: Crew) -> None:
    """The broker cuts connections whose session is over (KIP-368); aiokafka cannot log in anew on one that is open."""
    began, before = time.monotonic(), len(house.provider.issued)
    names = [f"later-{number}" for number in range(round(ROUNDS * SESSION_MS / 1000 / PACE_SECONDS))]
    with ThreadPoolExecutor() as producers:
        list(producers.map(lambda way: crew.worlds[way].send(_paced(names)), CUT))
    for way in CUT:
        crew.worlds[way].settle(120)

    for way in CUT:
        told = {one: count for one, count in crew.worlds[way].told().items() if one[1].startswith("later")}
        assert told == {("assert", name, "one"): 1 for name in names}
        assert crew.worlds[way].read("news.article.dlq.v1") == []
        assert crew.worlds[way].workers[0].running, "the same process goes on"
    renewed = len(house.provider.issued) - before
    # A token of 10 s is renewed after 4: as often as that and no more, though every lane has a producer.
    assert 1 <= renewed <= (time.monotonic() - began) / 4 + 2


@pytest.mark.parametrize("way", CUT)
def test_each_new_session_is_a_login_and_the_log_keeps_its_secrets(house: Guarded, crew: Crew, way: str) -> None:
    log = crew.worlds[way].workers[0].log.read_text()

    logins = log.count("Authenticated via OAUTHBEARER" if way == "OAUTHBEARER" else "Authenticated as ann via SCRAM")
    assert logins > 2 * ROUNDS, "more than its first connections"
    assert not [one for one in (*house.provider.issued, CLIENT_SECRET, SECRET) if one in log]


# ---------------------------------------------------------------------------------------------- wrong keys

REFUSALS: dict[str, _Case] = {
    "wrong password, PLAIN": ("plain", WRONG, "SASL_PASSWORD", "refuses the login"),
    "wrong password, SCRAM": ("scram", WRONG, "SASL_PASSWORD", "refuses the login"),
    "no such user": ("scram", {"SASL_USERNAME": "nobody"}, "SASL_PASSWORD", "login of 'nobody'"),
    "mechanism that is not offered": ("plain", {"SASL_MECHANISM": "SCRAM-SHA-512"}, "SASL_MECHANISM", "not offer"),
    "login where none is wanted": ("tls", A_LOGIN, "SASL_MECHANISM", "knows no login"),
    "no login where one is wanted": ("scram", NO_LOGIN, "SASL_MECHANISM", "without a login"),
    "authority that nobody knows": ("tls", {"TLS_CA_FILE": None}, "TLS_CA_FILE", "no authority that this"),
    "certificate for another name": ("misnamed", {}, "BROKER_URL", "for another name"),
    "certificate that has ended": ("expired", {}, "TLS", "has expired"),
    "no certificate of ours": (
        "mtls", {"TLS_CERT_FILE": None, "TLS_KEY_FILE": None}, "TLS_CERT_FILE", "wants a certificate",
    ),
    "no TLS where it is spoken": ("tls", NO_TLS, "TLS", "speaks TLS"),
    "TLS where it is not spoken": ("clear", {"TLS": "true"}, "TLS", "not answer as a TLS server"),
    "wrong secret of the client": ("oauth", WRONG, "SASL_PASSWORD", "refuses our client"),
    "provider that nobody knows": ("oauth", {"SASL_OAUTH_CA_FILE": None}, "SASL_OAUTH_CA_FILE", "not trusted"),
    "authority's file that is none": ("tls", {"TLS_CA_FILE": __file__}, "TLS_CA_FILE", "no authority's certificate"),
}  # fmt: skip


def refused(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> str:
    """What a command says that comes to this door; it ends by SettingsError, which `newsfacts` makes exit 4."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings = load()
    began = time.monotonic()
    with pytest.raises(SettingsError) as caught:
        on_broker(settings, describe(settings, wanted(settings.topics, partitions=1)))
    assert time.monotonic() - began < BOUND_SECONDS
    return str(caught.value)


@pytest.mark.parametrize("case", REFUSALS)
def test_a_wrong_key_names_setting_rule_and_fix(
    house: Guarded, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    door, more, setting, rule = REFUSALS[case]

    text = refused(monkeypatch, house.at(door, **more))

    assert text.startswith(f"NEWSFACTS_{setting}: ")
    assert rule in text
    assert text.count("\n") == 0
    assert len(text.split(". ", 1)[1]) > 10, "a fix"
    assert not [one for one in SECRETS if one in text]


def test_a_certificate_of_a_strange_authority_is_not_taken_and_the_file_is_named(
    house: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = house.stranger.issue("impostor")
    text = refused(monkeypatch, house.at("mtls", TLS_CERT_FILE=ours.certificate, TLS_KEY_FILE=ours.key))

    assert text.startswith(f"NEWSFACTS_TLS_CERT_FILE: {house.doors['mtls']} does not take {ours.certificate}")


def test_a_key_that_is_not_the_certificates_is_told_before_any_broker_is_asked(
    house: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = refused(monkeypatch, house.at("mtls", TLS_KEY_FILE=house.authority.issue("other").key))

    assert text.startswith("NEWSFACTS_TLS_CERT_FILE: ")
    assert "no certificate and its key" in text


def test_a_token_for_somebody_else_is_not_taken_for_a_login(house: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    """aiokafka takes the broker's challenge for a welcome, and would say that the broker hung up."""
    monkeypatch.setattr(house.provider, "audience", "another-cluster")

    text = refused(monkeypatch, house.at("oauth", SASL_OAUTH_SCOPE="none cached"))

    assert text.startswith("NEWSFACTS_SASL_OAUTH_TOKEN_URL: ")
    assert "does not take the provider's token" in text


def test_a_provider_that_is_down_is_a_matter_of_time_and_not_of_settings(
    house: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = "https://localhost:9/token"
    for name, value in house.at("oauth", SASL_OAUTH_TOKEN_URL=nowhere).items():
        monkeypatch.setenv(name, value)
    settings = load()

    with pytest.raises(CommandError) as caught:
        on_broker(settings, describe(settings, wanted(settings.topics, partitions=1)))

    assert caught.value.code == Exit.BROKER_UNREACHABLE
    assert f"NEWSFACTS_SASL_OAUTH_TOKEN_URL: {nowhere} does not answer" in caught.value.what


def test_a_worker_waits_for_a_provider_that_is_down_and_then_ends_as_without_a_broker(
    house: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worker.stream.reach.PATIENCE_SECONDS", 1.0)
    nowhere = "https://localhost:9/token"
    for name, value in house.at("oauth", SASL_OAUTH_TOKEN_URL=nowhere).items():
        monkeypatch.setenv(name, value)

    with pytest.raises(Unreachable, match=f"NEWSFACTS_SASL_OAUTH_TOKEN_URL: {nowhere} does not answer"):
        asyncio.run(reach(load()))


def newsfacts(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "worker", *arguments]
    own = os.environ | environment  # noqa: TID251 - handed on
    return subprocess.Popen(command, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_programs_end_with_4_within_a_bound_without_a_trace_or_a_secret(house: Guarded) -> None:
    password = house.at("scram", SASL_PASSWORD="not-the-password")  # noqa: S106 - the point
    began = time.monotonic()
    started = {
        ("check", "--connect"): (password, "NEWSFACTS_SASL_PASSWORD: "),
        ("run", "--http-port", "0"): (password, "NEWSFACTS_SASL_PASSWORD: "),
        ("run", "--http-port", "0", "--log-level", "debug"): (house.at("misnamed"), "NEWSFACTS_BROKER_URL: "),
    }
    ended = {
        arguments: (newsfacts(*arguments, **own), told) for arguments, (own, told) in started.items()
    }

    for arguments, (program, told) in ended.items():
        out, errors = program.communicate(timeout=BOUND_SECONDS * 3)
        assert (program.returncode, told in errors) == (4, True), (arguments, errors)
        assert "Traceback" not in out + errors
        assert not [one for one in SECRETS if one in out + errors]
    assert time.monotonic() - began < BOUND_SECONDS * 3


# ------------------------------------------------------------------------------------------ rotated certificates


async def _passes(options: dict[str, Any]) -> bool:
    """Whether a new connection with these very options gets in."""
    client = AIOKafkaClient(**options)
    try:
        await client.bootstrap()
    except BrokerError:
        return False
    finally:
        await client.close()
    return True


def _lay(identity: Identity, certificate: Path, key: Path) -> None:
    certificate.write_bytes(identity.certificate.read_bytes())
    key.write_bytes(identity.key.read_bytes())


def test_a_new_connection_of_an_old_client_has_the_certificate_that_lies_there_now(
    house: Guarded, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    certificate, key = tmp_path / "tls.crt", tmp_path / "tls.key"
    good, bad = house.authority.issue("rotated"), house.stranger.issue("stranger")
    for name, value in house.at("mtls", TLS_CERT_FILE=certificate, TLS_KEY_FILE=key).items():
        monkeypatch.setenv(name, value)

    async def story() -> list[bool]:
        _lay(bad, certificate, key)
        options = client_options(load())
        found = [await _passes(options)]
        _lay(good, certificate, key)
        found.append(await _passes(options))
        key.write_bytes(bad.key.read_bytes())  # half of a rotation: the last pair that fits goes on
        found.append(await _passes(options))
        _lay(bad, certificate, key)
        return [*found, await _passes(options)]

    assert asyncio.run(story()) == [False, True, True, False]
