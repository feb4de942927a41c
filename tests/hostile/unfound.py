"""Prints every pattern that is compiled while the worker's modules load and that patterns.py does not find.

A process of its own: modules load once. It prints `all N found` if there is none.
"""

from __future__ import annotations

import re
import sys
from typing import Any

_compile = re.compile
_made: list[tuple[str, re.Pattern[Any]]] = []


def _noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    made: re.Pattern[Any] = _compile(pattern, flags)
    caller = sys._getframe(1)
    _made.append((str(caller.f_globals.get("__name__")), made))
    return made


def main() -> None:
    re.compile = _noted
    from tests.hostile import patterns

    found = {(one.pattern, one.flags) for one in patterns.found().values()}
    ours = [(name, one) for name, one in _made if patterns.is_ours(name)]
    unfound = [f"{name}: {one.pattern}" for name, one in ours if (one.pattern, one.flags) not in found]
    sys.stdout.write("\n".join(unfound) or f"all {len(ours)} found")


if __name__ == "__main__":
    main()
