"""What the shipped model is called, and the hashes that its files must have."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate.reading import ReaderUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "model.json"  # beside this module, as the files it tells of
_FIX = "Reinstall newsfacts"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`sha256`: file name to hash."""

    name: str
    version: str
    sha256: Mapping[str, str]

    @property
    def identity(self) -> str:
        """For every event: name and version, and the weights themselves in twelve digits."""
        digest = hashlib.sha256("".join(f"{file} {self.sha256[file]}\n" for file in sorted(self.sha256)).encode())
        return f"{self.name}@{self.version}+{digest.hexdigest()[:12]}"


def sealed(name: str, version: str, files: Mapping[str, bytes]) -> bytes:
    """The content of `FILE` for these files."""
    hashes = {file: hashlib.sha256(files[file]).hexdigest() for file in sorted(files)}
    return json.dumps({"name": name, "version": version, "sha256": hashes}, indent=1).encode() + b"\n"


def checked(raw: bytes, files: Mapping[str, bytes]) -> Manifest:
    """What `raw`, the content of `FILE`, says of the files. Raises ReaderUnavailable unless it knows each of them."""
    try:
        manifest = Manifest(**json.loads(raw))
    except (TypeError, ValueError) as error:
        raise ReaderUnavailable(f"needs {FILE} as it was released", _FIX) from error
    for file, content in files.items():
        if hashlib.sha256(content).hexdigest() != manifest.sha256.get(file):
            raise ReaderUnavailable(f"needs {file} as it was released: its SHA-256 is not the one in {FILE}", _FIX)
    return manifest


def missing(file: str) -> ReaderUnavailable:
    return ReaderUnavailable(f"needs the model file {file}, which is not in the package", _FIX)
