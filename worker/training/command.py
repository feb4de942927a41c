"""The command line that the recipes share: where the data lies, which file to write, or whether it would change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def main(recipe: Callable[[Path], bytes], *, about: str | None, read: Callable[[bytes], object] = bytes) -> None:
    """Write what `recipe` makes of the data folder; with --check only exit 1 if `read` tells it from the file."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="the shipped file")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file would change")
    asked = parser.parse_args()
    made = recipe(asked.data)
    if not asked.check:
        asked.out.write_bytes(made)
    elif read(made) != read(asked.out.read_bytes()):
        sys.exit(f"{asked.out} is not what the recipe makes")
