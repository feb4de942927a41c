"""Fuzzes the first stage: any record becomes an article or a refusal that tells what to mend, the same each time."""

import atheris

with atheris.instrument_imports(include=["worker.pipeline.decode", "schemas"]):
    from schemas.article import RawArticle
    from tests.hostile.fuzzing import fuzz
    from worker.pipeline.decode import Decode
    from worker.pipeline.errors import ArticleRejected
    from worker.pipeline.values import Envelope

_TYPES = (
    None, b"application/json", b"text/plain", b"text/html; charset=latin1", b"text/html",
    b"application/cloudevents+json", b"text/plain; charset=utf-16",
)  # fmt: skip
_decode = Decode()


def _answer(envelope: Envelope) -> RawArticle | tuple[str, str, str]:
    try:
        return _decode(envelope)
    except ArticleRejected as refusal:
        told = refusal.field, refusal.rule, refusal.fix
        assert all(told)
        return told


def one(data: bytes) -> None:
    """First byte: what the record says it is; bit 7: whether it has a key, and headers of its own."""
    first, rest = data[:1] or b"\0", data[1:]
    kind = _TYPES[first[0] % len(_TYPES)]
    headers = (("content-type", kind),) if kind is not None else ()
    if first[0] & 128:
        key, _, rest = rest.partition(b"\n")
        name, _, rest = rest.partition(b"\n")
        headers = (*headers, (name.decode("latin-1"), key), ("ce_specversion", b"1.0"))
        envelope = Envelope(rest, key=key, headers=headers)
    else:
        envelope = Envelope(rest, headers=headers)
    answer = _answer(envelope)
    assert answer == _answer(envelope)
    if isinstance(answer, RawArticle):
        assert len(answer.content_hash) == 64
        assert answer.document_id


if __name__ == "__main__":
    fuzz(one)
