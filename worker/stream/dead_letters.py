"""The dead letter of an article: its bytes, key and headers as they came, and in further headers why it is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.cloudevents import of_dead_letter, traced
from schemas.codec import encode
from schemas.dead_letter import DeadLetterPointer, DeadLetterReason
from worker import __version__
from worker.pipeline.outcome import Rejected
from worker.stream.records import Record
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from worker.pipeline.outcome import Failed
    from worker.pipeline.values import Envelope
    from worker.stream.records import Headers
    from worker.stream.sizes import Sizes

_HEAD_CHARS = 200
_TEXT_BYTES = 2_000  # Unicode errors carry the whole body in their message
_TRACE_BYTES = 8_000
_COUNT_DIGITS = 6
_OURS = ("__streams.errors.", "nf-error-")
_STAMPS = ("nf-replays", "nf-replay-of")  # of worker/stream/letters; its guard against loops counts by them
_STAMP_BYTES = 300  # a topic's name has 249 at most


def dead_letter(topic: str, envelope: Envelope, outcome: Rejected | Failed, sizes: Sizes) -> Record:
    """Header names as Kafka Streams has them (KIP-1034, ExceptionHandlerUtils), so that its tools can read ours."""
    headers = _kept(envelope.headers) + _streams(envelope, outcome) + _own(envelope, outcome)
    whole = Record(topic, envelope.key, envelope.payload, headers)
    if sizes.fits(whole) and not isinstance(envelope.payload, Withheld):
        return whole
    return _pointer(topic, envelope, headers, sizes)


def _pointer(topic: str, envelope: Envelope, headers: Headers, sizes: Sizes) -> Record:
    """What is too large to be carried is told where to find; foreign headers and key stay only if they fit.

    The pointer is an event of our own: what the producer said of the original's form does not hold for it.
    """
    pointer = _told(envelope)
    event = of_dead_letter(pointer, envelope.received_at).headers(traced(envelope.headers))
    own = (*(one for one in headers if one[0].startswith(_OURS) or _is_stamp(*one)), *event)
    foreign = (one for one in headers if one not in own and not one[0].startswith("ce_") and one[0] not in dict(event))
    record = Record(topic, envelope.key, encode(pointer), (*foreign, *own))
    return record if sizes.fits(record) else Record(topic, None, record.value, own)


def _is_stamp(name: str, value: bytes) -> bool:
    return name in _STAMPS and len(value) <= _STAMP_BYTES


def _told(envelope: Envelope) -> DeadLetterPointer:
    payload = envelope.payload
    whole = payload if isinstance(payload, Withheld) else Withheld.of(payload)
    return DeadLetterPointer(
        topic=envelope.topic,
        partition=envelope.partition,
        offset=envelope.offset,
        last_offset=whole.last_offset,
        size_bytes=whole.size_bytes,
        sha256=whole.sha256,
        head=whole.decode("utf-8", "replace")[:_HEAD_CHARS],
    )


def _kept(headers: Headers) -> Headers:
    """The producer's headers; ours of an earlier attempt are replaced, but for the first failure and the count."""
    return tuple(one for one in headers if not one[0].startswith(_OURS))


def _streams(envelope: Envelope, outcome: Rejected | Failed) -> Headers:
    """As strings, all six of them; but for a stack trace where an article is at fault, which has none."""
    name = f"ArticleRejected.{outcome.reason.value}" if isinstance(outcome, Rejected) else outcome.reason
    return (
        ("__streams.errors.topic", envelope.topic.encode()),
        ("__streams.errors.partition", b"%d" % envelope.partition),
        ("__streams.errors.offset", b"%d" % envelope.offset),
        ("__streams.errors.exception", name.encode()),
        ("__streams.errors.message", _text(_message(outcome))),
        *_stacktrace(outcome),
    )


def _stacktrace(outcome: Rejected | Failed) -> Headers:
    if isinstance(outcome, Rejected) or not outcome.trace:
        return ()
    return (("__streams.errors.stacktrace", _text(outcome.trace, _TRACE_BYTES)),)


def _own(envelope: Envelope, outcome: Rejected | Failed) -> Headers:
    before = dict(envelope.headers)
    attempt = min(_count(before.get("nf-error-attempt")) + 1, 10**_COUNT_DIGITS - 1)
    reason = _reason(outcome, attempt)
    return (
        ("nf-error-code", reason.code.encode()),
        ("nf-error-stage", reason.stage.encode()),
        ("nf-error-fault", reason.fault.encode()),
        ("nf-error-attempt", b"%d" % attempt),
        ("nf-error-first-failed-at", before.get("nf-error-first-failed-at") or envelope.received_at.encode()),
        ("nf-error-worker-version", __version__.encode()),
        ("nf-error-detail-json", encode(reason)),
    )


def _reason(outcome: Rejected | Failed, attempt: int) -> DeadLetterReason:
    if isinstance(outcome, Rejected):
        return DeadLetterReason(
            code=outcome.reason.value, stage=outcome.stage, fault="producer", field=_cut(outcome.field),
            rule=_cut(outcome.rule), fix=_cut(outcome.fix), attempt=attempt,
        )
    return DeadLetterReason(
        code=outcome.reason, stage=outcome.stage, fault="internal", message=_cut(outcome.message), attempt=attempt
    )


def _message(outcome: Rejected | Failed) -> str:
    if isinstance(outcome, Rejected):
        return f"{outcome.field}: {outcome.rule}. {outcome.fix}"
    return outcome.message


def _text(words: str, most: int = _TEXT_BYTES) -> bytes:
    return words.encode("utf-8", "replace")[:most]


def _cut(words: str, most: int = _TEXT_BYTES) -> str:
    return _text(words, most).decode("utf-8", "ignore")


def _count(header: bytes | None) -> int:
    """Replayed articles carry how often they failed; what a stranger wrote there counts as nothing."""
    return int(header) if header and header.isdigit() and len(header) <= _COUNT_DIGITS else 0
