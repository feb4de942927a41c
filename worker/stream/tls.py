"""TLS towards the brokers: our files as a context that each new connection finds as they are by then."""

from __future__ import annotations

import ssl
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import structlog

from worker.settings import Problem, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from worker.settings import Settings

log = structlog.get_logger(__name__)

_State = tuple[tuple[int, int, int], ...]


class RotatingContext(ssl.SSLContext):
    """Reads the files again when they have changed: a client lives for weeks, a certificate for a day.

    asyncio asks the context for each connection's TLS object (`wrap_bio`); a context cannot forget a certificate
    or an authority, so there it hands on to one that is made anew. While the files do not fit together, as
    between the writing of a certificate and of its key, the last ones that did are used.
    """

    _settings: Settings
    _inner: ssl.SSLContext
    _seen: _State

    def wrap_bio(self, *arguments: Any, **named: Any) -> ssl.SSLObject:
        now = _state(self._settings)
        if now != self._seen:
            self._renew(now)
        return self._inner.wrap_bio(*arguments, **named)

    def _renew(self, now: _State) -> None:
        try:
            self._inner = _context(self._settings)
        except SettingsError as error:
            log.warning("TLS files not usable, going on with the last ones", error=str(error))
        else:
            log.info("TLS files read anew")
            self._seen = now


@lru_cache(maxsize=4)
def tls_context(settings: Settings) -> ssl.SSLContext:
    """TLS 1.2 or newer with host name check; with our certificate if one is set. Raises SettingsError.

    One for all clients of the process: to read the system's authorities takes 20 ms, and a client that is made
    in the midst of a rotation has the last pair of files that fits, too.
    """
    found = RotatingContext(ssl.PROTOCOL_TLS_CLIENT)
    found._settings, found._seen, found._inner = settings, _state(settings), _context(settings)  # noqa: SLF001 - its maker
    return found


def trust(variable: str, file: Path | None) -> ssl.SSLContext:
    """A client's context that trusts the authorities in `file`, or the system's. Raises SettingsError."""
    try:
        context = ssl.create_default_context(cafile=file)
    except OSError as error:  # ssl.SSLError is one
        raise _wrong(variable, f"{file} holds no authority's certificate that can be read", error) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _context(settings: Settings) -> ssl.SSLContext:
    context = trust("NEWSFACTS_TLS_CA_FILE", settings.tls_ca_file)
    if settings.tls_cert_file and settings.tls_key_file:
        try:
            context.load_cert_chain(settings.tls_cert_file, settings.tls_key_file, _no_password)
        except (OSError, ValueError) as error:
            pair = f"{settings.tls_cert_file} and {settings.tls_key_file} are no certificate and its key"
            raise _wrong("NEWSFACTS_TLS_CERT_FILE", pair, error) from error
    return context


def _no_password() -> str:
    """OpenSSL would ask the terminal for the password of an encrypted key, and wait for ever."""
    raise ValueError("the key is encrypted")


def _wrong(variable: str, rule: str, error: Exception) -> SettingsError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SettingsError((Problem(variable, f"{rule} ({reason})", "Give PEM files that this user may read"),))


def _state(settings: Settings) -> _State:
    """What tells one content of the files from another; (0, 0, 0) for one that is not there."""
    files = (settings.tls_ca_file, settings.tls_cert_file, settings.tls_key_file)
    return tuple(_stamp(file) for file in files if file is not None)


def _stamp(file: Path) -> tuple[int, int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
