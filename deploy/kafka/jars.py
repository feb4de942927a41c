"""Where Apache Kafka's jars are: fetched by Maven once, checked against jars.sha256, kept in the user's cache."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

VERSION = "4.3.1"
_POM = Path(__file__).with_name("pom.xml")
_CHECKSUMS = Path(__file__).with_name("jars.sha256")


class KafkaUnavailableError(RuntimeError):
    """The message says what to install or what went wrong."""


def jars() -> Path:
    """Find or fetch the folder with exactly the jars of jars.sha256; raises KafkaUnavailableError."""
    if shutil.which("java") is None:
        raise KafkaUnavailableError("Apache Kafka needs Java 17: apt-get install default-jre-headless")
    recipe = hashlib.sha256(_POM.read_bytes() + _CHECKSUMS.read_bytes()).hexdigest()
    folder = _cache() / f"kafka-{VERSION}-{recipe[:12]}"
    if not folder.is_dir():
        _fetch(folder)
    return folder


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME")  # noqa: TID251 - a test tool's cache is no setting of the worker
    return (Path(root) if root else Path.home() / ".cache") / "newsfacts"


def _fetch(folder: Path) -> None:
    """Bring all or nothing: the folder appears by a rename, so that it is complete whenever it is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kafka-", dir=folder.parent) as scratch:
        arriving = Path(scratch) / "jars"
        _maven(arriving)
        _verify(arriving)
        try:
            arriving.rename(folder)
        except OSError:
            if not folder.is_dir():  # otherwise another run was quicker, and brought the same
                raise


def _maven(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaUnavailableError("Fetching Apache Kafka needs Maven: apt-get install maven")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
    command = [maven, "--quiet", "--batch-mode", "--strict-checksums", "--file", str(_POM), *goal]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise KafkaUnavailableError(f"Maven did not bring Apache Kafka {VERSION}:\n{done.stdout[-2000:]}")


def _verify(folder: Path) -> None:
    wanted = {name: digest for digest, name in map(str.split, _CHECKSUMS.read_text().splitlines())}
    found = {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in folder.iterdir()}
    wrong = sorted(name for name in wanted | found if wanted.get(name) != found.get(name))
    if wrong:
        raise KafkaUnavailableError(f"Jars that differ from deploy/kafka/jars.sha256: {', '.join(wrong)}")
