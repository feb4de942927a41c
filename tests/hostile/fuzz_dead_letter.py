"""Fuzzes the dead letter's headers: any record can be one, whatever it is it can be read, and a letter of a letter."""

import atheris

_READ = ["worker.stream.letters", "worker.stream.dead_letters", "worker.stream.letter_headers", "schemas"]
with atheris.instrument_imports(include=_READ):
    from tests.hostile.fuzzing import fuzz
    from worker.pipeline.outcome import Failed
    from worker.pipeline.values import Envelope
    from worker.stream.dead_letters import dead_letter
    from worker.stream.letters.letter import Letter, Place
    from worker.stream.records import Record
    from worker.stream.sizes import Sizes

_NAMES = (
    "__streams.errors.topic", "__streams.errors.partition", "__streams.errors.offset", "__streams.errors.exception",
    "__streams.errors.message", "nf-error-code", "nf-error-stage", "nf-error-fault", "nf-error-attempt",
    "nf-error-first-failed-at", "nf-error-detail-json", "nf-replays", "nf-replay-of", "ce_type", "content-type",
    "traceparent", "tracestate",
)  # fmt: skip
_SIZES = Sizes(16 * 1024, {})


def _read(letter: Letter) -> tuple[object, ...]:
    """Everything that a reader may ask of it."""
    told = letter.code, letter.stage, letter.fault, letter.attempt, letter.replays
    return *told, letter.reason, letter.origin, letter.pointer


def one(data: bytes) -> None:
    """Lines: each a header, its name by the first byte, or named by itself; the last one is the value."""
    *lines, payload = data.split(b"\n")
    headers = tuple(
        (_NAMES[line[0] % len(_NAMES)] if line[:1] < b"\x80" else line[:9].decode("latin-1"), line[1:])
        for line in lines[:200]
        if line
    )
    _read(Letter(Place(0, 0), 0, payload[:9], payload, headers))
    envelope = Envelope(payload, key=payload[:9], headers=headers, topic="news.article.raw.v1", offset=7)
    record = dead_letter("dlq", envelope, Failed("KeyError", "extract", payload.decode("latin-1")), _SIZES)
    letter = _letter(record)
    assert (letter.code, letter.stage, letter.fault) == ("KeyError", "extract", "internal")
    assert letter.attempt >= 1
    assert letter.origin == ("news.article.raw.v1", 0, 7)
    assert letter.pointer is not None or letter.payload == payload
    assert record.size_bytes <= _SIZES.limit("dlq")


def _letter(record: Record) -> Letter:
    return Letter(Place(0, 0), 0, record.key, record.value, record.headers)


if __name__ == "__main__":
    fuzz(one)
