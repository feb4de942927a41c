"""How a stage refuses an article: one exception, a closed list of reasons, and a text that tells the fix."""

from __future__ import annotations

from enum import StrEnum


class RejectReason(StrEnum):
    """Why an article was refused; each value is a metric label and a dead letter's code."""

    INVALID_ENCODING = "invalid_encoding"
    INVALID_JSON = "invalid_json"
    INVALID_FIELD = "invalid_field"
    UNSUPPORTED_CONTENT_TYPE = "unsupported_content_type"
    OVERSIZE = "oversize"
    UNDECODABLE_BATCH = "undecodable_batch"
    NO_TEXT = "no_text"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


class ArticleRejected(Exception):  # noqa: N818 - the field says "rejected article", not "error"
    """The article is at fault. `field`: JSON pointer or header; `rule`: what was expected; `fix`: what to do."""

    def __init__(self, reason: RejectReason, *, field: str, rule: str, fix: str) -> None:
        super().__init__(f"{field}: {rule}. {fix}")
        self.reason = reason
        self.field = field
        self.rule = rule
        self.fix = fix
