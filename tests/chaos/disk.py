"""A small file system of its own for one broker: it can run full, and fail as a disk does."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MIB = 512  # a CI run leaves 60 MiB there, the long form 300


class Disk:
    """An ext4 image at `path`, if one may be mounted here. `works`: whether it may."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._image = path.with_suffix(".img")
        path.mkdir()
        with self._image.open("wb") as image:
            image.truncate(MIB << 20)
        self.works = _did("mkfs.ext4", "-q", "-F", self._image) and self._mount()

    def sync(self) -> None:
        """Kafka does not sync what it formats a disk with, and a broker without that cannot start again."""
        subprocess.run(["sync", "--file-system", self.path], check=True)

    def fill(self) -> None:
        """To the last byte."""
        with (self.path / "ballast").open("wb") as ballast, suppress(OSError):
            while ballast.write(b"\0" * 65_536):
                ballast.flush()

    def free(self) -> None:
        (self.path / "ballast").unlink()

    def fail(self) -> None:
        """Turn read-only at once, as on an error of the device: what was not synced is lost."""
        device = subprocess.check_output(["findmnt", "-n", "-o", "SOURCE", self.path], text=True).strip()
        name = device.rpartition("/")[2]
        with open(f"/sys/fs/ext4/{name}/trigger_fs_error", "w") as trigger:  # noqa: PTH123 - no file
            trigger.write("struck by a test")

    def mend(self) -> None:
        """As an operator would: unmount, check, mount. Nobody may have a file open there."""
        subprocess.run(["umount", self.path], check=True)
        _did("e2fsck", "-f", "-y", self._image)  # tells by its exit code that it mended something
        if not self._mount():
            raise RuntimeError(f"{self.path} cannot be mounted again")

    def close(self) -> None:
        """Once or more often."""
        if self.works:
            subprocess.run(["umount", "--lazy", self.path], check=True)
            self.works = False
        self._image.unlink(missing_ok=True)

    def _mount(self) -> bool:
        return _did("mount", "-o", "loop,errors=remount-ro", self._image, self.path)


def _did(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
