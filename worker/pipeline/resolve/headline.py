"""Full names that only the headline gives: "Lawson" is Emma Lawson if the headline says so."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from worker.pipeline.resolve.nouns import NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.values import Gender

_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")  # noqa: RUF001 - typographic marks are what the text holds
_LONGEST = 300  # letters of a headline that are read


def headline_names(
    title: str | None, names: Iterable[Expression], first_names: Mapping[str, Gender]
) -> Iterator[str]:
    """A first name that only one gender bears, then a surname by which the text calls somebody."""
    surnames = {name.head for name in names if name.type == "person" and " " not in name.head}
    words = list(_WORD.finditer((title or "")[:_LONGEST]))
    for first, last in pairwise(words):
        surname = last[0].removesuffix("'s").removesuffix("’s")  # noqa: RUF001 - as above
        told = first[0] in first_names and first[0].casefold() not in NOUNS  # "Son" is a name too
        if surname in surnames and told and last.start() - first.end() == 1:
            yield f"{first[0]} {surname}"
