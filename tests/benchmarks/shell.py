"""Our shell as it ships, around a pipeline that does nothing: python shell.py BOOTSTRAP SOURCE TARGET GROUP MODE.

MODE `forward`: every article is refused at once, so that its bytes leave as they came, one record for one record.
MODE `clean`: every article is read at once, so that a clean article and its document state leave: two for one.
A mode with `-pool` does so in the pool's processes, as the worker does; without, in the worker's own.
"""

import asyncio
import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self, cast

from schemas.clean import CleanArticleEvent, MetadataValue
from schemas.fact import DocumentRef, Provenance
from worker.observability.logs import configure
from worker.observability.telemetry import Telemetry
from worker.pipeline.errors import RejectReason
from worker.pipeline.outcome import Extracted, Outcome, Rejected
from worker.pipeline.values import Envelope
from worker.pool import Pool
from worker.settings import load
from worker.stream.app import Shell

_HASH = hashlib.sha256(b"").hexdigest()
_REFUSED = Rejected(RejectReason.NO_TEXT, "clean", "/text", "some text", "Send one")
_READ = CleanArticleEvent(
    text="", text_sha256=_HASH, blocks=(), metadata=MetadataValue(), entities=(), times=(), quantities=(), quotes=(),
    fact_ids=(), document=DocumentRef(id="", content_sha256=_HASH), processed_at="2026-01-01T00:00:00Z",
    provenance=Provenance(
        pipeline="null", pipeline_version="1", extractor="null", extractor_version="1", rules_version="1"
    ),
)


def refuse(_: Envelope) -> Outcome:
    return _REFUSED


def read(envelope: Envelope) -> Outcome:
    document = _READ.document.model_copy(update={"id": (envelope.key or b"").decode()})
    text = {"text": envelope.payload.decode(), "document": document}
    return Extracted(_READ.model_copy(update=text), (), _HASH)


def refusing() -> Callable[[Envelope], Outcome]:
    return refuse


def reading() -> Callable[[Envelope], Outcome]:
    return read


class _NoPool:
    """Stands where the pool stands, without processes."""

    def __init__(self, process: Callable[[Envelope], Outcome]) -> None:
        self._process = process

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None: ...

    async def map(self, envelopes: Sequence[Envelope], *_: object) -> list[Outcome]:
        return [self._process(one) for one in envelopes]


def main(bootstrap: str, source: str, target: str, group: str, mode: str) -> int:
    measured = "topic_dead_letter" if mode.startswith("forward") else "topic_clean"
    names = {f"topic_{name}": f"{target}-{name}" for name in ("clean", "fact", "soft", "dead_letter", "document_state")}
    settings = load({
        "broker_url": bootstrap, "group_id": group, "state_dir": Path.cwd(), "log_level": "warning",
        "topic_raw": source, **names, measured: target,
    })
    configure(settings.log_level, settings.log_format)
    factory = refusing if mode.startswith("forward") else reading
    pool = Pool(factory, settings.pool_processes) if mode.endswith("-pool") else cast("Pool", _NoPool(factory()))
    return asyncio.run(Shell(settings, pool, Telemetry()).run())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
