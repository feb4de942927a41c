"""The dead letter of an article: its bytes, key and headers as they came, and in further headers why it is here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.cloudevents import of_dead_letter, traced
from schemas.codec import encode
from schemas.dead_letter import DeadLetterPointer, DeadLetterReason
from worker import __version__
from worker.pipeline.outcome import Failed, Rejected
from worker.stream.letter_headers import ERRORS, MOST_COUNTED, OURS, REPLAY_OF, REPLAYS, count, moment
from worker.stream.records import Record
from worker.stream.withheld import Withheld

if TYPE_CHECKING:
    from worker.pipeline.values import Envelope
    from worker.stream.records import Headers
    from worker.stream.sizes import Sizes

_HEAD_CHARS = 200
_TEXT_BYTES = 2_000  # Unicode errors carry the whole body in their message
_TRACE_BYTES = 8_000
_BRIEF_BYTES = 200  # in JSON six times that: a pointer then has 10 kB at most, and our smallest setting allows 14
_STAMP_BYTES = 300  # a topic's name has 249 at most


def dead_letter(topic: str, envelope: Envelope, outcome: Rejected | Failed, sizes: Sizes) -> Record:
    """Header names as Kafka Streams has them (KIP-1034, ExceptionHandlerUtils), so that its tools can read ours."""
    headers = (*_kept(envelope.headers), *_why(envelope, outcome))
    whole = Record(topic, envelope.key, envelope.payload, headers)
    if sizes.fits(whole) and not isinstance(envelope.payload, Withheld):
        return whole
    return _pointer(topic, envelope, outcome, sizes)


def _pointer(topic: str, envelope: Envelope, outcome: Rejected | Failed, sizes: Sizes) -> Record:
    """What is too large to be carried is told where to find; foreign headers and key stay only if they fit.

    The pointer is an event of our own: what the producer said of the original's form does not hold for it. Its last
    form fits whatever a stranger wrote: nothing of his is in it that is not bounded.
    """
    pointer = _told(envelope)
    event = of_dead_letter(pointer, envelope.received_at).headers(traced(envelope.headers))
    stamps, names = _stamps(envelope.headers), {name for name, _ in event}
    kept = (one for one in _kept(envelope.headers) if one not in stamps)
    foreign = (one for one in kept if one[0] not in names and not one[0].startswith("ce_"))
    ours, least = ((*stamps, *_why(envelope, one), *event) for one in (outcome, _brief(outcome)))
    whole = Record(topic, envelope.key, encode(pointer), (*foreign, *ours))
    choices = whole, replace(whole, key=None, headers=ours)
    return next((one for one in choices if sizes.fits(one)), replace(whole, key=None, headers=least))


def _stamps(headers: Headers) -> Headers:
    """Of worker/stream/letters, whose guard against loops counts by them."""
    last = {name: value for name, value in headers if name in {REPLAYS, REPLAY_OF}}
    return tuple((name, value) for name, value in last.items() if len(value) <= _STAMP_BYTES)


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
    return tuple(one for one in headers if not one[0].startswith((ERRORS, OURS)))


def _why(envelope: Envelope, outcome: Rejected | Failed) -> Headers:
    return (*_streams(envelope, outcome), *_own(envelope, outcome))


def _brief(outcome: Rejected | Failed) -> Rejected | Failed:
    if isinstance(outcome, Failed):
        return replace(outcome, message=_cut(outcome.message, _BRIEF_BYTES), trace="")
    field, rule, fix = (_cut(one, _BRIEF_BYTES) for one in (outcome.field, outcome.rule, outcome.fix))
    return replace(outcome, field=field, rule=rule, fix=fix)


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
    attempt = min(count(before.get("nf-error-attempt")) + 1, MOST_COUNTED)
    failed_first = moment(before.get("nf-error-first-failed-at")) or envelope.received_at.encode()
    reason = _reason(outcome, attempt)
    return (
        ("nf-error-code", reason.code.encode()),
        ("nf-error-stage", reason.stage.encode()),
        ("nf-error-fault", reason.fault.encode()),
        ("nf-error-attempt", b"%d" % attempt),
        ("nf-error-first-failed-at", failed_first),
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
