"""The composition root: settings to parts to worker. The only place that knows both the stages and the shell."""

from __future__ import annotations

import asyncio
import hashlib
import platform
import sys
import time
from contextlib import contextmanager
from functools import lru_cache, partial
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING

from worker import __version__
from worker.observability.logs import configure
from worker.observability.server import HostUnknown, PortTaken, serve
from worker.observability.telemetry import Telemetry
from worker.pipeline.annotate import ArticleAnnotator, encoder, gazetteer
from worker.pipeline.annotate.backends import gliner_reader, spacy_reader
from worker.pipeline.annotate.encoder import manifest
from worker.pipeline.annotate.reading import ReaderUnavailable
from worker.pipeline.clean import clean
from worker.pipeline.decode import Decode
from worker.pipeline.decode.decode import MAX_ARTICLE_BYTES
from worker.pipeline.extract import VOCABULARY, extract, relations
from worker.pipeline.normalize import Normalize
from worker.pipeline.pipeline import Pipeline
from worker.pipeline.resolve import RuleResolver
from worker.pool import Limits, Pool
from worker.settings import Problem, SettingsError, forget_secrets
from worker.stream.app import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from worker.pipeline.annotate.reading import Reader
    from worker.pipeline.extract.relations import RelationModel
    from worker.pipeline.outcome import Outcome
    from worker.pipeline.values import Envelope
    from worker.settings import Settings

CONFIG_INVALID = 4
MIB = 1024 * 1024


def build_decoder(max_article_bytes: int = MAX_ARTICLE_BYTES) -> Decode:
    """The first stage alone, for those who only want to know whether an article would be taken."""
    return Decode(max_article_bytes)


def build_pipeline(max_article_bytes: int = MAX_ARTICLE_BYTES, reader: str = "builtin") -> Pipeline:
    """The whole core with its data files read; `reader` as in the settings. Raises SettingsError."""
    words = _gazetteer()
    read, identity = build_reader(reader)
    fitted, models = build_relations(reader)
    return Pipeline(
        decode=build_decoder(max_article_bytes),
        clean=clean,
        annotate=ArticleAnnotator(read, words),
        resolve=RuleResolver(gazetteer.first_name_genders(words)),
        extract=partial(extract, relations=fitted),
        normalize=Normalize(VOCABULARY, __version__, rules_digest(), (identity, *models)),
        clock=time.perf_counter,
    )


def pipeline_in_child(max_article_bytes: int, reader: str) -> Callable[[Envelope], Outcome]:
    """What a pool process runs; built there, so nothing large is pickled."""
    return build_pipeline(max_article_bytes, reader).process


@lru_cache(maxsize=1)
def _gazetteer() -> Mapping[str, int]:
    return gazetteer.load_gazetteer((resources.files(gazetteer) / gazetteer.FILE).read_bytes())


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """Short name of the rules as they are installed: two workers with different rules show it."""
    digest = hashlib.sha256()
    for file in _python_files(resources.files("worker.pipeline")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _python_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _python_files(entry)
        elif entry.name.endswith(".py"):
            yield entry


@lru_cache(maxsize=1)
def build_reader(choice: str) -> tuple[Reader, str]:
    """The reader that the setting `reader` names, and the id that it has in every event. Raises SettingsError."""
    kind, _, what = choice.partition(":")
    with _as_setting(choice):
        match kind:
            case "spacy":
                return spacy_reader.load(what)
            case "gliner":
                gliner_reader.probe()
                return gliner_reader.load(what), _gliner_id(what)
            case _:
                files, identity = _released(resources.files(encoder))
                return encoder.load_reader(*files, _gazetteer()), identity


@lru_cache(maxsize=1)
def build_relations(choice: str) -> tuple[RelationModel | None, tuple[str, ...]]:
    """The relation model with its id for every event, if it was fitted to the vectors of the reader `choice`."""
    data = (resources.files(relations) / relations.FILE).read_bytes()
    model = relations.load_relations(data)
    graph = (resources.files(encoder) / encoder.GRAPH).read_bytes() if choice == "builtin" else b""
    if model.graph != hashlib.sha256(graph).hexdigest():
        return None, ()
    return model, (f"{relations.NAME}+{hashlib.sha256(data).hexdigest()[:12]}",)


def check_reader(choice: str) -> None:
    """Raise what `build_reader` would, as far as that can be told without loading a model."""
    kind, _, what = choice.partition(":")
    with _as_setting(choice):
        match kind:
            case "spacy":
                spacy_reader.probe(what)
            case "gliner":
                gliner_reader.probe()
                _gliner_files(what)
            case _:
                _released(resources.files(encoder))


@contextmanager
def _as_setting(choice: str) -> Iterator[None]:
    try:
        yield
    except ReaderUnavailable as lack:
        raise SettingsError((Problem("NEWSFACTS_READER", f"{choice} {lack.rule}", lack.fix),)) from lack


def _released(folder: Traversable) -> tuple[tuple[bytes, bytes, bytes, bytes], str]:
    """`encoder.FILES` as they were released, and the model's id. Raises ReaderUnavailable."""
    for name in (manifest.FILE, *encoder.FILES):
        if not (folder / name).is_file():
            raise manifest.missing(name)
    files = {name: (folder / name).read_bytes() for name in encoder.FILES}
    identity = manifest.checked((folder / manifest.FILE).read_bytes(), files).identity
    return (files[encoder.GRAPH], files[encoder.HEADS], files[encoder.TOKENIZER], files[encoder.LEMMAS]), identity


def _gliner_files(folder: str) -> list[Path]:
    files = [Path(folder, name) for name in gliner_reader.FILES]
    for file in files:
        if not file.is_file():
            fix = "Give the folder of a GLiNER model that was saved with safe_serialization=True"
            raise ReaderUnavailable(f"needs the file {file}", fix)
    return files


def _gliner_id(folder: str) -> str:
    """A folder has no version: the library's, and twelve digits of what lies in it."""
    digest = hashlib.sha256()
    for path in _gliner_files(folder):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"{Path(folder).resolve().name}@gliner-{metadata.version('gliner')}+{digest.hexdigest()[:12]}"


def run_worker(settings: Settings) -> int:
    """Run until told to stop; the exit code is the shell's, or 4 when the settings cannot be used here."""
    forget_secrets()  # the pool's processes read what strangers wrote
    check_reader(settings.reader)
    configure(settings.log_level, settings.log_format)
    try:
        return asyncio.run(_serve(settings))
    except (PortTaken, HostUnknown) as error:
        sys.stderr.write(f"{error}\n")
        return CONFIG_INVALID


async def _serve(settings: Settings) -> int:
    telemetry = Telemetry()
    telemetry.runtime.build(
        version=__version__, revision=settings.revision or "unknown", python=platform.python_version(),
        faust=metadata.version("faust-streaming"), aiokafka=metadata.version("aiokafka"),
    )
    telemetry.runtime.ruleset(version=__version__, digest=rules_digest())
    host, port, stall = settings.http_host, settings.http_port, settings.liveness_stall_seconds
    async with serve(telemetry, host, port, stall):
        return await Shell(settings, build_pool(settings, telemetry), telemetry).run()


def build_pool(settings: Settings, telemetry: Telemetry) -> Pool:
    """The processes that run the core, within the settings' limits."""
    limits = Limits(
        deadline_seconds=settings.article_deadline_seconds,
        memory_bytes=settings.pool_memory_mib * MIB,
        articles_per_process=settings.pool_max_articles,
        articles_per_chunk=settings.pool_chunk_articles,
    )
    factory = partial(pipeline_in_child, settings.max_article_bytes, settings.reader)
    return Pool(factory, settings.pool_processes, limits, telemetry.pool)
