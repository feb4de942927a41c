"""The dead letter: the original bytes as value, and in headers why they were parked (KIP-1034 names and ours)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.fact import Sha256
from schemas.model import Contract

DEAD_LETTER_SCHEMA_VERSION = "1.1.0"


class DeadLetterPointer(Contract):
    """Stands for an original that is too large to be carried or cannot be read: where it is, how to know it again."""

    schema_version: str = Field(DEAD_LETTER_SCHEMA_VERSION, description="Version of this schema (semver).")
    topic: str = Field(description="Topic in which the original lies.")
    partition: Annotated[int, Field(ge=0)] = Field(description="Its partition.")
    offset: Annotated[int, Field(ge=0)] = Field(description="Its offset.")
    last_offset: Annotated[int, Field(ge=0)] | None = Field(
        None, description="Of a range that could not be read: the offset of its last record."
    )
    size_bytes: Annotated[int, Field(ge=0)] = Field(description="Size of its value; of a range, of its whole batch.")
    sha256: Sha256 = Field(description="SHA-256 of the same.")
    head: str = Field(description="Its first characters, for a human.")


class DeadLetterReason(Contract):
    """Why an article was parked; the JSON of a header."""

    schema_version: str = Field(DEAD_LETTER_SCHEMA_VERSION, description="Version of this schema (semver).")
    code: str = Field(description="The reason in one word, as metrics have it: not closed.")
    stage: str = Field(description="The stage that refused it or failed.")
    fault: Literal["producer", "internal", "dependency"] = Field(description="Who must mend it.")
    field: str | None = Field(None, description="JSON pointer into the article, or the part of the record.")
    rule: str | None = Field(None, description="What was expected there.")
    fix: str | None = Field(None, description="What to do.")
    message: str | None = Field(None, description="What our own code said, when the fault is ours.")
    attempt: Annotated[int, Field(ge=1)] = Field(1, description="How often it was tried.")


class DeadLetterMark(Contract):
    """That somebody dealt with a letter; internal, compacted by its address, never a change of the letter itself.

    `parked_ms` is the letter's timestamp: a topic that is made anew has the same addresses, but other letters.
    """

    schema_version: str = DEAD_LETTER_SCHEMA_VERSION
    topic: str
    partition: Annotated[int, Field(ge=0)]
    offset: Annotated[int, Field(ge=0)]
    parked_ms: int
    state: Literal["replayed", "discarded"]
    at: str
    because: str | None = None
