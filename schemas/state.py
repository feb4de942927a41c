"""The document state: what was published of a document; internal, written in one transaction with its facts."""

from __future__ import annotations

from schemas.fact import EntityRef, FactId, FactKey, ObjectRef, Sensitivity, Sha256, Status
from schemas.model import Contract

STATE_SCHEMA_VERSION = "1.0.0"


class KnownFact(Contract):
    """Enough of a published fact to retract it in an event that reads by itself."""

    fact_id: FactId
    fact_key: FactKey
    revision: int
    content_sha256: Sha256  # of what the fact says, less ids of the run, clocks, revision; tells an amendment
    subject: EntityRef
    predicate: str
    object: ObjectRef
    status: Status
    polarity: str
    rule_id: str
    confidence: float
    sensitivity: tuple[Sensitivity, ...] = ()  # whoever was spared the fact must be spared its retraction too
    redirected: bool = False  # it went to the sensitive topic, so its retraction must go there


class DocumentState(Contract):
    """The newest known revision of a document. `version` orders revisions; without it arrival does."""

    schema_version: str = STATE_SCHEMA_VERSION
    document_id: str
    content_sha256: Sha256
    revision: int
    version: str | None = None
    pub_status: str = "usable"
    facts: tuple[KnownFact, ...] = ()
