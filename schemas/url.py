"""The canonical form of an article's address, so that one article has one id however it was linked."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

SCHEMES: Final = frozenset({"http", "https"})
DEFAULT_PORTS: Final = {"http": 80, "https": 443}

# Parameters that say how a reader came, never which article is read: Google Analytics and Ads, Facebook,
# Microsoft, Yandex, Instagram, Mailchimp, HubSpot, Adobe.
TRACKING: Final = frozenset(
    {
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "igshid",
        "igsh",
        "mc_cid",
        "mc_eid",
    }
    | {"_ga", "_gl", "_hsenc", "_hsmi", "s_cid", "twclid", "ttclid", "cmpid"}
)
TRACKING_PREFIXES: Final = ("utm_", "at_", "pk_", "mtm_")  # Google, AT Internet, Matomo (two generations)


def is_web_url(text: str) -> bool:
    """An absolute http or https address with a host, without white space or control characters."""
    if not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def canonical_url(text: str) -> str:
    """Lower-case scheme and host; no fragment, login, default port or tracking parameter. Raises ValueError."""
    if not is_web_url(text):
        raise ValueError("not an absolute http or https address")
    parts = urlsplit(text)
    return urlunsplit(
        (parts.scheme.lower(), _authority(parts), parts.path or "/", _identifying(parts.query), "")
    )


def _authority(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    default = DEFAULT_PORTS.get(parts.scheme.lower())
    return host if parts.port in (None, default) else f"{host}:{parts.port}"


def _identifying(query: str) -> str:
    """The query without tracking; left as written when there is none, since re-encoding may change it."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not _tracks(name.lower())]
    return query if len(kept) == len(pairs) else urlencode(kept, errors="surrogateescape")


def _tracks(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)
