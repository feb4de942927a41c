"""Every setting of the worker: read once from NEWSFACTS_* or flags, checked as a whole, then frozen.

    settings = load()                                  # the environment
    settings = load(flags={"http_port": 9465})         # flags win over the environment
    settings.topics.raw, settings.instance_dir, settings.brokers, settings.security_protocol

`load` raises SettingsError with one Problem per wrong variable: its name, the rule, the fix.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails

PREFIX = "NEWSFACTS_"
MIB = 1024 * 1024
PORTS = range(1, 65_536)
SECRETS = ("sasl_password", "sasl_oauth_token_url")  # a URL that is refused may hold a password

Sensitivity = Literal[
    "minor", "health", "religion", "politics", "sexual_orientation", "ethnicity", "crime", "address"
]
Gate = Literal["publish", "redirect", "drop"]
LogLevel = Literal["debug", "info", "warning", "error"]
SecurityProtocol = Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong variable: what it is called, what was expected, what to do."""

    variable: str
    rule: str
    fix: str

    def __str__(self) -> str:
        return f"{self.variable}: {self.rule}. {self.fix}"


class SettingsError(ValueError):
    """The environment does not describe a worker. `problems` is never empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def _brokers(value: str) -> str:
    parts = [part.strip().removeprefix("kafka://") for part in value.split(",")]
    for part in parts:
        host, colon, port = part.rpartition(":")
        if "@" in part:  # aiokafka would leave it out, and every message about the broker show it
            raise ValueError("expected host:port alone; a login goes into NEWSFACTS_SASL_USERNAME and _PASSWORD")
        if not (colon and host and port.isascii() and port.isdigit() and int(port) in PORTS):
            raise ValueError("expected host:port, several separated by commas, such as kafka-1:9092,kafka-2:9092")
    return ",".join(parts)


def _reader(value: str) -> str:
    kind, _, what = value.partition(":")
    fits = {"builtin": not what, "spacy": what.isidentifier(), "gliner": bool(what)}
    if not fits.get(kind, False) or value == "builtin:":
        raise ValueError("expected builtin, spacy:PACKAGE such as spacy:en_core_web_sm, or gliner:FOLDER")
    return value


def _token_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.username or parts.password:
        raise ValueError("expected https://HOST/PATH, without a name and password in it")
    return value


def _words(value: object) -> object:
    """Split what the environment gives as words separated by commas."""
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


def _gates(value: object) -> object:
    """`minor:drop,health:redirect` as pairs; an action alone is for every class that is not named."""
    if not isinstance(value, str):
        return value
    parts = [word.strip().rpartition(":") for word in value.split(",") if word.strip()]
    named = {label.strip(): action.strip() for label, colon, action in parts if colon}
    alone = [action for _, colon, action in parts if not colon]
    if len(alone) > 1:
        raise ValueError("expected one action for all classes, or CLASS:ACTION, several separated by commas")
    everything = dict.fromkeys(get_args(Sensitivity), alone[0]) if alone else {}
    return tuple((everything | named).items())


TopicName = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,200}$")]
Seconds = Annotated[float, Field(gt=0, le=86_400)]
Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)]
Gates = Annotated[tuple[tuple[Sensitivity, Gate], ...], NoDecode, BeforeValidator(_gates)]
Proportion = Annotated[float, Field(ge=0, le=1)]


@dataclass(frozen=True, slots=True)
class Topics:
    """The names as Kafka knows them, prefix included."""

    raw: str
    clean: str
    fact: str
    soft: str
    sensitive: str
    dead_letter: str
    dead_letter_state: str
    document_state: str
    fact_state: str
    entity: str


class Settings(BaseSettings):
    """Field `x_y` is `NEWSFACTS_X_Y`; a description says what the value does and in which unit."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", validate_default=True, env_ignore_empty=True
    )

    # ------------------------------------------------------------------------------------------ connection
    broker_url: Annotated[str, AfterValidator(_brokers)] = Field(
        "localhost:9092", description="Kafka's first addresses: host:port, several separated by commas."
    )
    group_id: str = Field(
        "newsfacts",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$",
        description="Consumer group, first part of the lanes' transactional ids, and part of the state folder.",
    )
    group_instance_id: str | None = Field(
        None, description="Static membership: a name that survives a restart, such as the pod's ordinal."
    )
    tls: bool = Field(False, description="Speak TLS to the brokers, with host name check.")
    tls_ca_file: Path | None = Field(None, description="PEM of the authorities to trust; default: the system's.")
    tls_cert_file: Path | None = Field(None, description="PEM of our certificate, for mutual TLS.")
    tls_key_file: Path | None = Field(None, description="PEM of our key, for mutual TLS.")
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"] | None = Field(
        None, description="How to log in to the brokers; none by default."
    )
    sasl_username: str | None = Field(None, description="Name to log in with; the client id with OAUTHBEARER.")
    sasl_password: SecretStr | None = Field(
        None, description="Password to log in with, or the client's secret with OAUTHBEARER; never shown."
    )
    sasl_password_file: Path | None = Field(
        None, description="File that holds it instead, read anew by each new client: for secrets that are mounted."
    )
    sasl_oauth_token_url: Annotated[str, AfterValidator(_token_url)] | None = Field(
        None, description="Where OAUTHBEARER gets its tokens: the token endpoint of an OpenID Connect provider."
    )
    sasl_oauth_scope: str | None = Field(None, description="Scope to ask tokens for, where the provider wants one.")
    sasl_oauth_audience: str | None = Field(None, description="Audience to ask tokens for, where it wants one.")
    sasl_oauth_ca_file: Path | None = Field(
        None, description="PEM of the authorities to trust for NEWSFACTS_SASL_OAUTH_TOKEN_URL; default: the system's."
    )
    allow_plaintext_sasl: bool = Field(
        False, description="Permit a login without TLS, at the brokers or the token endpoint (secrets are readable)."
    )

    # ---------------------------------------------------------------------------------------------- topics
    topic_prefix: str = Field("", pattern=r"^[A-Za-z0-9._-]{0,40}$", description="Put before every topic's name.")
    topic_raw: TopicName = Field("news.article.raw.v1", description="Where articles come from.")
    topic_clean: TopicName = Field("news.article.clean.v1", description="What was read of each article.")
    topic_fact: TopicName = Field("news.fact.v1", description="Facts: asserted and reported.")
    topic_soft: TopicName = Field("news.fact.soft.v1", description="Predictions, opinions, hypotheses, denials.")
    topic_sensitive: TopicName = Field(
        "news.fact.sensitive.v1", description="Facts that NEWSFACTS_SENSITIVE redirects; needed only then."
    )
    topic_dead_letter: TopicName = Field("news.article.dlq.v1", description="Articles that could not be read.")
    topic_dead_letter_state: TopicName = Field(
        "newsfacts.dead-letter-state.v1", description="Which dead letters were replayed or discarded (compacted)."
    )
    topic_document_state: TopicName = Field(
        "newsfacts.document-state.v1", description="Changelog of the document state (compacted)."
    )
    topic_fact_state: TopicName = Field("news.fact.state.v1", description="Ledger: corroborated facts (compacted).")
    topic_entity: TopicName = Field("news.entity.v1", description="Ledger: entity profiles (compacted).")

    # ------------------------------------------------------------------------------------- intake and lanes
    auto_offset_reset: Literal["earliest", "latest"] = Field(
        "earliest",
        description="Where a group begins that has committed nothing of the topic (with a topic, Kafka forgets its "
        "groups' offsets); no other group misses what Kafka still has, nor does this one of partitions that are added.",
    )
    session_timeout_seconds: Seconds = Field(15, description="Silence after which the group drops this worker.")
    heartbeat_seconds: Seconds = Field(3, description="Between two signs of life to the group.")
    rebalance_timeout_seconds: Seconds = Field(30, description="What the group grants its members to rejoin.")
    max_poll_interval_seconds: Seconds = Field(300, description="Between two fetches before the group drops us.")
    max_poll_records: int = Field(500, ge=1, le=100_000, description="Records per fetch.")
    fetch_max_bytes: int = Field(4 * MIB, ge=MIB, description="Bytes per partition and fetch; at least the broker's.")
    expansion_max_bytes: int = Field(
        64 * MIB, ge=MIB,
        description="What a compressed batch of articles may unfold to; a larger one is one dead letter, unread, as is "
        "one of more than 100,000 records, and a record of more than 1,000 headers.",
    )
    intake_buffer: int = Field(512, ge=1, le=100_000, description="Records a lane may hold before intake waits.")
    batch_max_articles: int = Field(
        256, ge=1, le=10_000, description="Articles per transaction: 256 were 18 % faster than 64, 512 no faster."
    )
    intake_max_bytes: int = Field(
        256 * MIB, ge=8 * MIB,
        description="Articles that all lanes of this worker may hold, waiting or in work; each gets an equal share.",
    )
    batch_max_bytes: int = Field(8 * MIB, ge=MIB, description="Payload per transaction.")
    batch_wait_seconds: float = Field(0.05, ge=0, le=10, description="How long a lane waits for a fuller batch.")
    transaction_timeout_seconds: Seconds = Field(
        30, description="After this the broker aborts; an open transaction hides later facts from all readers."
    )
    request_timeout_seconds: Seconds = Field(10, description="One request of a lane's producer.")
    producer_linger_seconds: float = Field(0.005, ge=0, le=1, description="Wait for fuller produce requests.")
    producer_batch_bytes: int = Field(256 * 1024, ge=1024, description="Bytes per produce batch.")
    compression: Literal["none", "gzip", "snappy", "lz4", "zstd"] = Field("lz4", description="Of what we write.")
    max_request_bytes: int = Field(
        MIB, ge=16 * 1024, description="Largest record we write: the topics' max.message.bytes."
    )

    # ------------------------------------------------------------------------------------------------ pool
    pool_processes: int = Field(
        default_factory=lambda: len(os.sched_getaffinity(0)), ge=1, le=256,
        description="Processes that read articles; default: one per usable core.",
    )
    pool_chunk_articles: int = Field(
        16, ge=1, le=256, description="Articles per task: the hop costs 140 us each alone, 10 us in chunks of 16."
    )
    pool_memory_mib: int = Field(1024, ge=128, description="Address space of one pool process; more ends it.")
    pool_max_articles: int = Field(20_000, ge=1, description="Articles after which a process is replaced.")
    article_deadline_seconds: Seconds = Field(30, description="An article that takes longer becomes a dead letter.")
    max_article_bytes: int = Field(
        1_000_000, ge=1024, description="Larger payloads are rejected unread; Kafka's own limit is 1,048,588."
    )

    breaker_share: float = Field(
        0.25, gt=0, le=1,
        description="When this share of the last articles failed for our own fault, the worker stops with exit code 7 "
        "before more of them become dead letters. What producers did wrong is not counted.",
    )
    breaker_window: int = Field(500, ge=1, le=100_000, description="How many articles are the last ones.")
    breaker_least: int = Field(
        10, ge=0, le=100_000, description="Failed articles below which the worker never stops; 0: it never does."
    )
    breaker_hold_seconds: float = Field(
        60, ge=0, le=86_400,
        description="How long a worker that stopped like this shows its metrics before it exits, so that they are seen "
        "and its supervisor does not begin it again at once.",
    )

    # ---------------------------------------------------------------------------------------------- reader
    reader: Annotated[str, AfterValidator(_reader)] = Field(
        "builtin",
        description="What finds names and syntax: builtin, spacy:PACKAGE or gliner:FOLDER. The last two need an "
        "extra of the package, and more of NEWSFACTS_POOL_MEMORY_MIB.",
    )

    # ---------------------------------------------------------------------------------------------- policy
    min_confidence: Proportion = Field(
        0.0, description="Facts below it are not published; asserted and reported ones, wherever they go."
    )
    min_confidence_soft: Proportion = Field(
        0.0, description="The same for predictions, opinions, hypotheses and denials, which have a topic of their own."
    )
    publish_soft: bool = Field(False, description="Publish predictions, opinions, hypotheses and denials too.")
    sensitive: Gates = Field(
        (),
        description="What becomes of facts that carry a sensitivity label: publish (default: as any other, with the "
        "label), redirect (to NEWSFACTS_TOPIC_SENSITIVE only) or drop; for all classes, or CLASS:ACTION separated by "
        "commas, such as redirect or minor:drop,health:redirect. Classes: minor, health, religion, politics, "
        "sexual_orientation, ethnicity, crime, address. Of several labels the strictest action holds.",
    )
    known_producers: Words = Field((), description="Publishers that get their own series; all others are `other`.")

    # ------------------------------------------------------------------------------------------- operation
    http_host: str = Field("127.0.0.1", min_length=1, description="Address of /metrics, /healthz, /readyz.")
    http_port: int = Field(9464, ge=0, le=65_535, description="Port of the same; 0 takes a free one.")
    log_level: LogLevel = Field("info", description="Least serious line that is written.")
    log_format: Literal["json", "console"] = Field("json", description="One JSON object a line, or for eyes.")
    state_dir: Path = Field(
        default_factory=lambda: _state_home() / "newsfacts",
        description="Base of local state, a copy of what Kafka has; each worker keeps to its own folder below it.",
    )
    embedded_broker: bool = Field(
        False, description="The broker is the demo's mock: accept its broken checksums. Never with a real Kafka."
    )
    revision: str = Field("unknown", description="Commit that was built, shown by /metrics; the image sets it.")
    drain_seconds: Seconds = Field(
        30, description="What a stopping worker grants its open batches; it is gone 14 s later at the latest."
    )
    liveness_stall_seconds: Seconds = Field(
        300,
        description="A partition that waits this long without progress makes /healthz fail; behind others in a busy "
        "pool it makes progress with them.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read flags, then the environment; no .env file or secrets folder changes a worker unseen."""
        del settings_cls, dotenv_settings, file_secret_settings
        return init_settings, env_settings

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        for broken, variable, rule, fix in _conflicts(self):
            if broken:
                raise PydanticCustomError("conflict", "{rule}", {"variable": variable, "rule": rule, "fix": fix})
        return self

    @property
    def brokers(self) -> tuple[str, ...]:
        return tuple(self.broker_url.split(","))

    @property
    def topics(self) -> Topics:
        return Topics(*(self.topic_prefix + getattr(self, f"topic_{field.name}") for field in fields(Topics)))

    @property
    def redirects(self) -> bool:
        """Whether any fact may go to the sensitive topic, so that it must be there."""
        return "redirect" in dict(self.sensitive).values()

    @property
    def instance_dir(self) -> Path:
        """Where this worker alone keeps state: two on a host differ in their port, so they never share."""
        own = f"port-{self.http_port}" if self.http_port else f"pid-{os.getpid()}"
        return self.state_dir / self.group_id / own

    @property
    def security_protocol(self) -> SecurityProtocol:
        if self.sasl_mechanism:
            return "SASL_SSL" if self.tls else "SASL_PLAINTEXT"
        return "SSL" if self.tls else "PLAINTEXT"


def _state_home() -> Path:
    """XDG: where programs keep state that survives a restart."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")  # noqa: TID251 - read here


def _conflicts(of: Settings) -> Iterator[tuple[bool, str, str, str]]:
    """(broken, variable, rule, fix) of every rule that spans fields."""
    names = [getattr(of.topics, field.name) for field in fields(Topics)]
    doubled = sorted({name for name in names if names.count(name) > 1})
    yield bool(doubled), f"{PREFIX}TOPIC_*", f"two topics share a name: {doubled}", "Give each its own name"
    yield (
        of.heartbeat_seconds * 3 > of.session_timeout_seconds, f"{PREFIX}HEARTBEAT_SECONDS",
        "at most a third of NEWSFACTS_SESSION_TIMEOUT_SECONDS", "Lower it, or raise the session timeout",
    )
    yield from _login_conflicts(of)
    yield (
        of.security_protocol == "SASL_PLAINTEXT" and not of.allow_plaintext_sasl, f"{PREFIX}TLS",
        "a login without TLS shows the password to the network",
        "Set NEWSFACTS_TLS=true, or NEWSFACTS_ALLOW_PLAINTEXT_SASL=true if that is meant",
    )
    yield (
        (of.tls_cert_file is None) != (of.tls_key_file is None), f"{PREFIX}TLS_CERT_FILE",
        "a certificate needs its key", "Set NEWSFACTS_TLS_CERT_FILE and NEWSFACTS_TLS_KEY_FILE, or neither",
    )


def _login_conflicts(of: Settings) -> Iterator[tuple[bool, str, str, str]]:
    passwords = [one for one in (of.sasl_password, of.sasl_password_file) if one is not None]
    login = (of.sasl_username is None, not passwords, of.sasl_mechanism is None)
    yield (
        any(login) != all(login), f"{PREFIX}SASL_MECHANISM",
        "a login needs mechanism, user name and password",
        "Set NEWSFACTS_SASL_MECHANISM, _USERNAME, and _PASSWORD or _PASSWORD_FILE, or none of them",
    )
    yield (
        len(passwords) > 1, f"{PREFIX}SASL_PASSWORD_FILE",
        "a password is given twice", "Set NEWSFACTS_SASL_PASSWORD or NEWSFACTS_SASL_PASSWORD_FILE, not both",
    )
    oauth, url = of.sasl_mechanism == "OAUTHBEARER", of.sasl_oauth_token_url
    readable = url is not None and urlsplit(url).scheme == "http"
    yield (
        oauth != (url is not None), f"{PREFIX}SASL_OAUTH_TOKEN_URL",
        "OAUTHBEARER, and nothing else, gets tokens from a provider",
        "Set NEWSFACTS_SASL_MECHANISM=OAUTHBEARER and NEWSFACTS_SASL_OAUTH_TOKEN_URL, or neither",
    )
    yield (
        readable and not of.allow_plaintext_sasl, f"{PREFIX}SASL_OAUTH_TOKEN_URL",
        "without TLS the client's secret is readable to the network",
        "Use https, or set NEWSFACTS_ALLOW_PLAINTEXT_SASL=true if that is meant",
    )


def load(flags: Mapping[str, Any] | None = None) -> Settings:
    """Read the environment under `flags` (field names; None means not given)."""
    unknown = tuple(_unknown(os.environ))  # noqa: TID251 - this is the one place
    if unknown:
        raise SettingsError(unknown)
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        raise SettingsError(tuple(map(_problem, error.errors()))) from None


def forget_secrets() -> None:
    """Take the password out of the environment, so that no process started from now on inherits it."""
    os.environ.pop(f"{PREFIX}SASL_PASSWORD", None)  # noqa: TID251 - as above


def _unknown(names: Iterable[str]) -> Iterator[Problem]:
    """Tell of misspelt variables: they would be settings that silently stay as they were."""
    known = sorted(name.upper() for name in Settings.model_fields)
    for name in sorted(names):
        own = name.upper().removeprefix(PREFIX)
        if name.upper().startswith(PREFIX) and own not in known:
            near = get_close_matches(own, known, n=1)
            fix = f"Did you mean {PREFIX}{near[0]}?" if near else "Unset it, or look its name up in the README"
            yield Problem(name, "no such setting", fix)


def _problem(detail: ErrorDetails) -> Problem:
    if detail["type"] == "conflict":
        return Problem(**detail["ctx"])
    name = str(detail["loc"][0])
    rule = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        return Problem(name, "no such setting", "Leave it out")
    return Problem(PREFIX + name.upper(), rule + _shown(name, detail["input"]), _mend(name))


def _shown(name: str, value: object) -> str:
    """Show what was found instead, unless it is a secret, or an address that holds one."""
    return "" if name in SECRETS or "@" in str(value) else f", found {str(value)[:80]!r}"


def _mend(name: str) -> str:
    default = Settings.model_fields[name].get_default(call_default_factory=True, validated_data={})
    return "Mend it, or unset it" + ("" if default in (None, ()) else f" for the default {str(default)!r}")
