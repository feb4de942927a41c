"""Why a letter cannot be sent again: field, rule and fix, as everything that is refused here."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - reads as what happened
    """One letter stays where it is; the others go on."""

    def __init__(self, field: str, rule: str, fix: str) -> None:
        super().__init__(f"{field}: {rule}. {fix}")
        self.field = field
        self.rule = rule
        self.fix = fix
