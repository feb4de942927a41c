"""What the validator found, said as field, rule and fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from worker.pipeline.errors import ArticleRejected, RejectReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from schemas.codec import JsonRefused


class _Advice(NamedTuple):
    """`rule` and `fix` may use the error's own context, as in "{max_length}"."""

    rule: str
    fix: str
    reason: RejectReason = RejectReason.INVALID_FIELD


# Validator's code -> what the producer is told. Codes that our own models raise are below pydantic's.
_ADVICE: Final[Mapping[str, _Advice]] = {
    "string_type": _Advice("it must be a string", "Send a JSON string, or leave the field out."),
    "string_too_long": _Advice(
        "it may have {max_length} characters", "Shorten it; it is repeated in every fact."
    ),
    "string_too_short": _Advice("it must not be empty", "Fill it, or leave the field out."),
    "string_pattern_mismatch": _Advice(
        "it must be a BCP 47 language tag", 'Send a tag such as "en" or "en-GB".'
    ),
    "literal_error": _Advice("it must be one of {expected}", "Send one of these, or leave the field out."),
    "tuple_type": _Advice("it must be a string or a list of strings", "Send a list of names."),
    "too_long": _Advice("it may have {max_length} items", "Send the main ones only."),
    "dict_type": _Advice("it must be an object", "Send a JSON object, or leave the field out."),
    "hidden_character": _Advice(
        "it must be visible", "Take control, zero-width and direction characters out, and blanks other than U+0020."
    ),
    "nul_character": _Advice(
        "it must not contain U+0000", "Send text; U+0000 hints at binary data or UTF-16."
    ),
    "iso_time": _Advice(
        "it must be an ISO 8601 date or time ({why})",
        "Send 2019-05-16, 2019-05-16T14:32 or 2019-05-16T14:32:00+02:00; leave the offset out if it is not known.",
    ),
    "version_form": _Advice(
        "it must be an integer from 0 or an ISO 8601 time", "Send 3 or 2019-05-16T14:32:00Z."
    ),
    "web_url": _Advice(
        "it must be an absolute http or https address", "Send https://host/path, or leave it out."
    ),
    "two_bodies": _Advice("exactly one of `text` and `html` must be given", "Leave one of them out."),
    "no_body": _Advice("`text` or `html` must be given", "Send the article's body.", RejectReason.NO_TEXT),
    "no_address": _Advice(
        "an article without a body needs `id` or `url`", "Say which document is withdrawn."
    ),
}
_BODY_FIELD: Final = {"two_bodies": "/html", "no_body": "/text", "no_address": "/id"}


def of_validation(error: ValidationError, sources: Mapping[str, str]) -> ArticleRejected:
    """The first fault in full, the others by name. `sources`: our field -> where the producer's value stands."""
    first, *others = error.errors(include_url=False, include_input=False)
    advice = _ADVICE.get(first["type"]) or _Advice(
        first["msg"].replace("{", "(").replace("}", ")"), "See the schema."
    )
    also = sorted({_pointer(other, sources) for other in others} - {_pointer(first, sources)})
    more = f" Also at fault: {', '.join(also[:8])}." if also else ""
    context: dict[str, Any] = first.get("ctx", {})
    return ArticleRejected(
        advice.reason,
        field=_pointer(first, sources),
        rule=advice.rule.format_map(context),
        fix=advice.fix.format_map(context) + more,
    )


def of_json(error: JsonRefused) -> ArticleRejected:
    reason = RejectReason.INVALID_ENCODING if error.fault == "encoding" else RejectReason.INVALID_JSON
    return ArticleRejected(reason, field="value", rule=error.rule, fix=error.fix)


def of_blank(field: str) -> ArticleRejected:
    return ArticleRejected(
        RejectReason.NO_TEXT,
        field=field,
        rule="the body must have text",
        fix="Send the article's text; to withdraw it send pub_status canceled.",
    )


def _pointer(error: ErrorDetails, sources: Mapping[str, str]) -> str:
    """JSON pointer (RFC 6901) into what the producer sent, or the part of the record ("key", "value")."""
    if not error["loc"]:
        return _BODY_FIELD.get(error["type"], "")
    field, *rest = map(str, error["loc"])
    steps = [step.replace("~", "~0").replace("/", "~1") for step in rest]
    return "/".join([sources.get(field, "/" + field), *steps])
