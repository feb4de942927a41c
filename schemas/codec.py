"""Values to bytes and back: the only file that knows that the wire format is JSON."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

import orjson

if TYPE_CHECKING:
    from schemas.model import Contract

M = TypeVar("M", bound="Contract")

CONTENT_TYPE: Final = "application/json"

MAX_DEPTH: Final = (
    64  # ninjs nests 6 deep, JSON-LD about 10; Python's own reader recurses and fails near 1,000
)
MIN_INT: Final = -(2**63)
MAX_INT: Final = 2**64 - 1  # what a signed or an unsigned 64 bit consumer can hold
MAX_EXACT_INT: Final = 2**53 - 1  # RFC 8785: a number is an IEEE double
INT_CHARS: Final = 20  # digits of MAX_INT, or sign and digits of MIN_INT

JsonFault: TypeAlias = Literal["encoding", "syntax"]


class JsonRefused(ValueError):  # noqa: N818 - it is the producer's bytes that are refused
    """Foreign bytes are no JSON that we accept. `rule`: what was expected and where; `fix`: what to do."""

    def __init__(self, fault: JsonFault, rule: str, fix: str) -> None:
        super().__init__(f"{rule}. {fix}")
        self.fault = fault
        self.rule = rule
        self.fix = fix


def encode(event: Contract) -> bytes:
    """UTF-8, fields in the order in which the contract declares them, nothing left out, no white space."""
    return event.__pydantic_serializer__.to_json(event)


def decode(model: type[M], payload: bytes) -> M:
    """Our own bytes back. Fields that a newer version added are ignored. Raises ValueError on anything else."""
    return model.model_validate(orjson.loads(payload), extra="ignore")


def legible(value: Any) -> bytes:
    """For files that people read and compare: indented, a line break at the end."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def canonical(value: Any) -> bytes:
    """RFC 8785 for what ids are made of: strings, exact integers, booleans, null, lists, and objects with ASCII names.

    A float raises TypeError: its digits depend on who computed it. ASCII names, since only there the order of
    UTF-16 units (the RFC's) and of UTF-8 bytes (orjson's) are one.
    """
    _refuse_inexact(value)
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def digest(value: Any) -> str:
    """SHA-256 of the canonical form, 64 hex digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def read_foreign(payload: bytes) -> Any:
    """What a producer sent, read strictly. Raises JsonRefused.

    Refused: bytes that are not UTF-8, anything outside the JSON grammar (NaN, trailing commas, lone surrogates,
    a second value), nesting beyond MAX_DEPTH, a name given twice in one object, integers beyond 64 bits.
    """
    text = _utf8(payload)
    value = _grammatical(text)
    _refuse_deep(value)
    # orjson keeps the last of two equal names and turns large integers into floats, both silently; the standard
    # library's reader shows us both, and is safe to call now that grammar and depth are known to be good.
    return json.loads(text, object_pairs_hook=_unique, parse_int=_int64)


def _utf8(payload: bytes) -> str:
    try:
        return payload.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonRefused(
            "encoding", f"JSON must be UTF-8; byte {error.start} is not", "Encode the value as UTF-8."
        ) from error


def _grammatical(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise JsonRefused(
            "syntax",
            f"the value must be JSON (RFC 8259): {error}",
            "Send one well-formed JSON object per record.",
        ) from error


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in _children(node)]
        if not level:
            return
    raise JsonRefused(
        "syntax",
        f"JSON may be nested {MAX_DEPTH} deep",
        "Flatten the value; an article needs about 6 levels.",
    )


def _children(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return [child for child in node.values() if isinstance(child, dict | list)]
    if isinstance(node, list):
        return [child for child in node if isinstance(child, dict | list)]
    return []


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) == len(pairs):
        return unique
    (twice, _), *_ = (Counter(name for name, _ in pairs)).most_common(1)
    raise JsonRefused(
        "syntax",
        f"the name {twice[:80]!r} stands twice in one object",
        "Send every field once; readers disagree.",
    )


def _int64(digits: str) -> int:
    if len(digits) > INT_CHARS or not MIN_INT <= int(digits) <= MAX_INT:
        raise JsonRefused(
            "syntax", f"the integer {digits[:24]}... does not fit in 64 bits", "Send long numbers as strings."
        )
    return int(digits)


def _refuse_inexact(value: Any) -> None:
    match value:
        case None | str() | bool():
            return
        case int() if abs(value) <= MAX_EXACT_INT:
            return
        case list() | tuple():
            for child in value:
                _refuse_inexact(child)
        case dict() if all(isinstance(name, str) and name.isascii() for name in value):
            _refuse_inexact([*value.values()])
        case _:
            raise TypeError(f"no canonical form for {type(value).__name__} {str(value)[:40]!r}")
