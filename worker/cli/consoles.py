"""The two consoles: what is asked for goes to standard output, everything else to standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from worker.cli.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import ConsoleOptions, RenderableType
    from rich.segment import Segment


class _Harmless(Console):
    """Whatever a command prints, of articles, topics or brokers, cannot steer the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for one in super().render(renderable, options):
            yield one if one.control else one._replace(text=harmless(one.text))


# emoji=False: else ":100:" in an article's words would be printed as a picture, and its JSON would be another.
output = _Harmless(highlight=False, soft_wrap=True, emoji=False)
errors = _Harmless(stderr=True, highlight=False, soft_wrap=True, emoji=False)
