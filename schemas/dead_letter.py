"""The dead letter: the original bytes as value, and in headers why they were parked (KIP-1034 names plus ours)."""

from __future__ import annotations

from typing import Literal

from schemas.model import Contract

DEAD_LETTER_SCHEMA_VERSION = "1.0.0"


class DeadLetterPointer(Contract):
    """Stands for an original that is too large to be carried: where it lies, and how to know it again."""

    schema_version: str = DEAD_LETTER_SCHEMA_VERSION
    topic: str
    partition: int
    offset: int
    size_bytes: int
    sha256: str
    head: str  # the first characters, for a human


class DeadLetterReason(Contract):
    """Why an article was parked; the JSON of header `nf-error-detail`."""

    schema_version: str = DEAD_LETTER_SCHEMA_VERSION
    code: str
    stage: str
    fault: Literal["producer", "internal", "dependency"]
    field: str | None = None
    rule: str | None = None
    fix: str | None = None
    message: str | None = None
    attempt: int = 1
