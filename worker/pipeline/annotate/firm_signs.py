"""What only firms have: words beside a lone name that make it a firm's, whatever the name looks like."""

# ruff: noqa: RUF001, SIM905 - typographic marks are what the text holds; word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worker.pipeline.annotate.name_runs import Run

# Behind the name, with or without the mark of possession: "Halvex's revenue", "Halvex shares".
_ASSETS = frozenset(
    """revenue revenues profit profits earnings shares stock shareholders investors customers subscribers workforce
    employees subsidiary ceo cfo coo spokesman spokeswoman spokesperson dividend valuation turnover employs""".split()
)
_OFFICES = frozenset({("chief", "executive"), ("chief", "financial"), ("chief", "operating"), ("head", "office")})
_KINDS = frozenset(
    """rival rivals startup start-up carmaker automaker chipmaker drugmaker airline retailer insurer lender
    brewer""".split()
)
# Before "of" and the name.
_PARTS = frozenset(
    "shares stock subsidiary customers employees shareholders ceo cfo spokesman spokeswoman unit".split()
)


def is_firm(run: Run) -> bool:
    """Whether the words around the run speak of a firm.

    Rare and safe: of the 6 lone names that it decides in PUD, GUM dev and test and Re-DocRED dev and test 4 are
    organizations, one is a place that employs, one a part of a longer firm name.
    """
    tokens = run.sentence.tokens
    behind = [token.text.casefold() for token in tokens[run.stop : run.stop + 3]]
    if behind[:1] in (["'s"], ["’s"]):
        behind = behind[1:]
    if behind and (behind[0] in _ASSETS or tuple(behind[:2]) in _OFFICES):
        return True
    before = [token.text.casefold() for token in tokens[max(0, run.start - 2) : run.start]]
    return bool(before) and (before[-1] in _KINDS or (before[-1] == "of" and before[0] in _PARTS))
