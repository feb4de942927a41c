"""Which named organization, place or work a nominal means: "the company", "the bank", "the Leeds-based firm"."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.resolve.firm_words import OPEN_SORTS, PLAYING, PUBLIC_BODIES, REPORTING, SORTS_OF_ORGANIZATION
from worker.pipeline.resolve.nearness import best, nearness

if TYPE_CHECKING:
    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.values import EntityType

# Adjectives that do not tell one company or town from another; "the European team" may be a new one.
_PLAIN = frozenset(
    """same whole entire famous popular struggling troubled ailing new big giant small local national private public
    embattled beleaguered iconic historic fast-growing cash-strapped loss-making family-owned state-owned
    multinational listed online high-street""".split()
)
# Nouns before a noun that tell the trade: "the oil company", "the news outlet".
_TRADES = frozenset(
    """news media tech technology software internet music film oil gas energy power water retail food drinks fashion
    football rugby cricket basketball baseball hockey soccer rail railway train bus shipping security drug drugs
    pharmaceutical car auto insurance investment private-equity equity private law accountancy construction property
    housing mining telecoms phone mobile engineering defence defense aerospace advertising marketing travel holiday
    hotel pub supermarket clothing cosmetics beauty toy gaming games video streaming payments biotech chip
    semiconductor chemicals steel health healthcare hospital school ambulance fire police prison""".split()
)
_SEATED = ("-based", "-listed", "-headquartered", "-owned", "-backed")  # say where a firm is, and not which one
_OFTEN, _MAIN = 0.2, 2.0  # what each mention before speaks for a firm to be "the company", "the Leeds-based company"
_CALLED, _NAMED = 4.0, 3.0  # what speaks for one that was called so before, or is so called in its own name


def named_thing(talk: Discourse, expression: Expression, sort: EntityType) -> Figure | None:
    """The nearest named one of that sort; "the Leeds-based firm" is the one that the article is about."""
    distinct = {word for word in expression.modifiers if not word.endswith(_SEATED)} - _PLAIN - _TRADES
    seated = any(word.endswith(_SEATED) for word in expression.modifiers)
    things = [f for f in talk.recent() if f.type == sort and f.named and _may_be(f, expression.head)]
    if distinct:
        things = [f for f in things if distinct <= f.words]
    often = _MAIN if seated else _OFTEN
    return best(
        things,
        lambda f: nearness(talk, f, expression) + often * min(len(f.mentions), 6) + _called(f, expression.head),
    )


def _called(figure: Figure, head: str) -> float:
    if head in figure.words:
        return _CALLED
    return _NAMED if SORTS_OF_ORGANIZATION.get(head, frozenset()) & _words(figure) else 0.0


def _words(figure: Figure) -> set[str]:
    return {word for name in figure.names for word in name.casefold().split()}


def _may_be(figure: Figure, head: str) -> bool:
    """A school or a court is so called in its own name; a firm or a charity may be called anything but those."""
    if figure.type != "organization" or head in figure.words:
        return True
    words = _words(figure)
    if words & SORTS_OF_ORGANIZATION.get(head, frozenset()):
        return True
    if head in SORTS_OF_ORGANIZATION and (head not in OPEN_SORTS or (head in PLAYING and words & REPORTING)):
        return False
    own = SORTS_OF_ORGANIZATION.get(head, frozenset()) | {head}
    return not words & (PUBLIC_BODIES - own) and not (figure.words & SORTS_OF_ORGANIZATION.keys()) - OPEN_SORTS
