"""What the tests of the predicates share: the facts of one predicate that a text holds for true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.fact import FactEvent


@pytest.fixture(scope="session")
def told(read: Callable[..., tuple[FactEvent, ...]]) -> Callable[[str, str], set[tuple[str, str]]]:
    """Subject and object of every fact of a predicate that the text asserts or reports, and does not deny."""

    def pairs(text: str, predicate: str) -> set[tuple[str, str]]:
        firm = (f for f in read(text) if f.status in {"asserted", "reported"} and f.polarity == "positive")
        return {(f.subject.label, _shown(f)) for f in firm if f.predicate == predicate}

    return pairs


def _shown(fact: FactEvent) -> str:
    return fact.object.value if hasattr(fact.object, "value") else fact.object.label
