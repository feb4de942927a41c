"""Tests that only the jars we name are ever run."""

import hashlib
import shutil
from pathlib import Path

import pytest

from deploy.kafka import jars

_POM = Path(jars.__file__).with_name("pom.xml")


@pytest.fixture
def checksums(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list that knows one jar, `known.jar` with the bytes b"jar"."""
    listed = tmp_path / "jars.sha256"
    listed.write_text(f"{hashlib.sha256(b'jar').hexdigest()}  known.jar\n")
    monkeypatch.setattr(jars, "_CHECKSUMS", listed)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return listed


def _maven_brings(monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]) -> None:
    def bring(folder: Path) -> None:
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)

    monkeypatch.setattr(jars, "_maven", bring)


def test_the_version_is_that_of_the_pom() -> None:
    assert f"<kafka.version>{jars.VERSION}</kafka.version>" in _POM.read_text()


@pytest.mark.usefixtures("checksums")
def test_jars_are_fetched_once_and_then_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _maven_brings(monkeypatch, {"known.jar": b"jar"})
    first = jars.jars()
    _maven_brings(monkeypatch, {})

    assert jars.jars() == first
    assert [jar.name for jar in first.iterdir()] == ["known.jar"]


@pytest.mark.usefixtures("checksums")
@pytest.mark.parametrize(
    ("files", "named"),
    [
        pytest.param({"known.jar": b"other"}, "known.jar", id="other bytes"),
        pytest.param({}, "known.jar", id="missing"),
        pytest.param({"known.jar": b"jar", "more.jar": b"jar"}, "more.jar", id="unexpected"),
    ],
)
def test_jars_that_differ_from_the_list_are_refused_and_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, bytes], named: str
) -> None:
    _maven_brings(monkeypatch, files)

    with pytest.raises(jars.KafkaUnavailableError, match=named):
        jars.jars()
    assert list((tmp_path / "cache" / "newsfacts").iterdir()) == []


@pytest.mark.usefixtures("checksums")
@pytest.mark.parametrize(("missing", "fix"), [("java", "default-jre-headless"), ("mvn", "maven")])
def test_a_missing_tool_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch, missing: str, fix: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == missing else f"/usr/bin/{name}")

    with pytest.raises(jars.KafkaUnavailableError, match=f"apt-get install {fix}"):
        jars.jars()


@pytest.mark.usefixtures("checksums")
def test_mavens_own_words_are_in_the_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\necho 'Could not resolve dependencies'\nexit 1\n")
    maven.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(maven) if name == "mvn" else "/usr/bin/java")

    with pytest.raises(jars.KafkaUnavailableError, match="Could not resolve dependencies"):
        jars.jars()
