"""One pattern for any of many words: what they begin with in common is tried once."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Matches what "|" between the words, longest first, would: `re` tries those one by one, these letter by letter."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    whole = False
    for word in words:
        whole = whole or not word
        if word:
            rests[word[0]].append(word[1:])
    ways = [re.escape(first) + any_of(rest) for first, rest in sorted(rests.items())]
    if not ways:
        return ""
    if whole:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
