"""One broker with a door for each way to log in, its authorizer on, and what opens each door."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from confluent_kafka.admin import AdminClient
from confluent_kafka.admin._acl import AclBinding, AclOperation, AclPermissionType
from confluent_kafka.admin._resource import ResourcePatternType, ResourceType
from confluent_kafka.admin._scram import (
    ScramCredentialInfo,
    ScramMechanism,
    UserScramCredentialAlteration,
    UserScramCredentialUpsertion,
)

from deploy.kafka.cluster import Cluster, free_ports
from tests.integration.security.authority import Authority, Identity
from tests.integration.security.provider import AUDIENCE, ISSUER, Provider, served

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from worker.stream.access import Grant

DOORS = {
    "tls": "SSL", "mtls": "SSL", "misnamed": "SSL", "expired": "SSL",
    "plain": "SASL_SSL", "scram": "SASL_SSL", "terse": "SASL_SSL", "oauth": "SASL_SSL", "brief": "SASL_SSL",
    "clear": "SASL_PLAINTEXT",
}  # fmt: skip
ANN, SECRET = "ann", "s3cret-of-ann-9341"  # may do everything
LIMITED_SECRET = "s3cret-of-limited-5567"  # noqa: S105 - of every user that a test admits
CLIENT, CLIENT_SECRET = "newsfacts-client", "s3cret-of-client-7720"
MACHINE = "newsfacts-machine"  # name in the certificate of a worker
SESSION_MS = 4_000  # after so long the broker cuts a connection at the doors `brief` and `terse`

_PROPERTIES = """
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller_port,{listeners}
advertised.listeners=PLAINTEXT://127.0.0.1:$port,{advertised}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,{protocols}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS;User:{ANN};User:{CLIENT};User:CN={MACHINE}
ssl.keystore.type=PEM
ssl.keystore.location={server}
ssl.truststore.type=PEM
ssl.truststore.location={authority}
listener.name.mtls.ssl.client.auth=required
listener.name.misnamed.ssl.keystore.type=PEM
listener.name.misnamed.ssl.keystore.location={misnamed}
listener.name.expired.ssl.keystore.type=PEM
listener.name.expired.ssl.keystore.location={expired}
listener.name.plain.sasl.enabled.mechanisms=PLAIN
listener.name.plain.plain.sasl.jaas.config={security}.plain.PlainLoginModule required user_{ANN}="{SECRET}";
listener.name.scram.sasl.enabled.mechanisms=SCRAM-SHA-256,SCRAM-SHA-512
listener.name.scram.scram-sha-256.sasl.jaas.config={security}.scram.ScramLoginModule required;
listener.name.scram.scram-sha-512.sasl.jaas.config={security}.scram.ScramLoginModule required;
listener.name.clear.sasl.enabled.mechanisms=SCRAM-SHA-256
listener.name.clear.scram-sha-256.sasl.jaas.config={security}.scram.ScramLoginModule required;
listener.name.brief.oauthbearer.connections.max.reauth.ms={SESSION_MS}
listener.name.terse.sasl.enabled.mechanisms=SCRAM-SHA-256
listener.name.terse.scram-sha-256.sasl.jaas.config={security}.scram.ScramLoginModule required;
listener.name.terse.scram-sha-256.connections.max.reauth.ms={SESSION_MS}
"""

_OAUTH = """
listener.name.{door}.sasl.enabled.mechanisms=OAUTHBEARER
listener.name.{door}.oauthbearer.sasl.jaas.config={security}.oauthbearer.OAuthBearerLoginModule required;
listener.name.{door}.oauthbearer.sasl.server.callback.handler.class=\
{security}.oauthbearer.OAuthBearerValidatorCallbackHandler
listener.name.{door}.oauthbearer.sasl.oauthbearer.jwks.endpoint.url={keys}
listener.name.{door}.oauthbearer.sasl.oauthbearer.expected.audience={AUDIENCE}
listener.name.{door}.oauthbearer.sasl.oauthbearer.expected.issuer={ISSUER}
"""


@dataclass(frozen=True, slots=True)
class Guarded:
    """The broker with its doors, and what one needs to pass them."""

    cluster: Cluster
    doors: dict[str, str]
    authority: Authority
    stranger: Authority
    machine: Identity
    provider: Provider
    token_url: str

    def at(self, door: str, **more: object) -> dict[str, str]:
        """Variables of a worker that goes through `door`, rightly unless `more` says otherwise; None unsets."""
        own: dict[str, object] = {"BROKER_URL": self.doors[door]}
        if DOORS[door] != "SASL_PLAINTEXT":
            own |= {"TLS": "true", "TLS_CA_FILE": self.authority.file}
        if door == "mtls":
            own |= {"TLS_CERT_FILE": self.machine.certificate, "TLS_KEY_FILE": self.machine.key}
        if DOORS[door].startswith("SASL"):
            own |= {"SASL_MECHANISM": "PLAIN" if door == "plain" else "SCRAM-SHA-256",
                    "SASL_USERNAME": ANN, "SASL_PASSWORD": SECRET}
        if door in {"oauth", "brief"}:
            own |= {"SASL_MECHANISM": "OAUTHBEARER", "SASL_USERNAME": CLIENT, "SASL_PASSWORD": CLIENT_SECRET,
                    "SASL_OAUTH_TOKEN_URL": self.token_url, "SASL_OAUTH_CA_FILE": self.authority.file}
        if door == "clear":
            own |= {"ALLOW_PLAINTEXT_SASL": "true"}
        return {f"NEWSFACTS_{name}": str(value) for name, value in (own | more).items() if value is not None}


    def admit(self, permitted: Mapping[str, Iterable[Grant]]) -> None:
        """Make users that may do this and nothing else; their password is LIMITED_SECRET."""
        _make_users(self.cluster, dict.fromkeys(permitted, LIMITED_SECRET), ScramMechanism.SCRAM_SHA_256)
        rules = [_rule(user, one) for user, grants in permitted.items() for one in grants]
        admin = _admin(self.cluster)  # must outlive its futures
        for done in admin.create_acls(rules).values():
            done.result()


def _rule(user: str, one: Grant) -> AclBinding:
    operation = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", one.operation).upper()  # DescribeConfigs is DESCRIBE_CONFIGS
    return AclBinding(
        ResourceType[one.kind.upper().replace("-", "_")], one.name, ResourcePatternType[one.pattern.upper()],
        f"User:{user}", "*", AclOperation[operation], AclPermissionType.ALLOW,
    )


@contextmanager
def guarded(folder: Path) -> Iterator[Guarded]:
    authority, stranger = Authority(folder, "authority"), Authority(folder, "stranger")
    server = authority.issue("broker", "localhost", "127.0.0.1")
    provider = Provider(CLIENT, CLIENT_SECRET, lifetime=10)
    with ExitStack() as stack:
        keys = stack.enter_context(served(provider)) + "/keys"
        token_url = stack.enter_context(served(provider, server)) + "/token"
        doors = dict(zip(DOORS, (f"localhost:{port}" for port in free_ports()), strict=False))
        settings = _properties(doors, authority, server, keys)
        allowed = f"-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls={keys}"
        cluster = stack.enter_context(Cluster(1, settings, (allowed,)))
        _make_users(cluster, {ANN: SECRET}, ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)
        machine = authority.issue(MACHINE)
        yield Guarded(cluster, doors, authority, stranger, machine, provider, token_url)


def _properties(doors: dict[str, str], authority: Authority, server: Identity, keys: str) -> str:
    security = "org.apache.kafka.common.security"
    oauth = "".join(
        _OAUTH.format(door=door, keys=keys, security=security, AUDIENCE=AUDIENCE, ISSUER=ISSUER)
        for door in ("oauth", "brief")
    )
    advertised = ",".join(f"{name.upper()}://{where}" for name, where in doors.items())
    return _PROPERTIES.format(
        advertised=advertised, listeners=advertised.replace("localhost", "127.0.0.1"),
        protocols=",".join(f"{name.upper()}:{protocol}" for name, protocol in DOORS.items()),
        server=server.both, authority=authority.file, security=security,
        misnamed=authority.issue("misnamed", "elsewhere.test").both,
        expired=authority.issue("expired", "localhost", days=-1).both,
        ANN=ANN, SECRET=SECRET, CLIENT=CLIENT, MACHINE=MACHINE, SESSION_MS=SESSION_MS,
    ) + oauth


def _admin(cluster: Cluster) -> AdminClient:
    return AdminClient({"bootstrap.servers": cluster.bootstrap, "log_level": 0})


def _make_users(cluster: Cluster, secrets: dict[str, str], *mechanisms: ScramMechanism) -> None:
    admin = _admin(cluster)
    for mechanism in mechanisms:  # a request takes a user once
        wanted: list[UserScramCredentialAlteration] = [
            UserScramCredentialUpsertion(user, ScramCredentialInfo(mechanism, 4096), secret.encode())
            for user, secret in secrets.items()
        ]
        for done in admin.alter_user_scram_credentials(wanted).values():
            done.result()
