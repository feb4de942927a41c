"""The two consoles: what is asked for goes to standard output, everything else to standard error."""

from __future__ import annotations

from rich.console import Console

# emoji=False: else ":100:" in an article's words would be printed as a picture, and its JSON would be another.
output = Console(highlight=False, soft_wrap=True, emoji=False)
errors = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)
