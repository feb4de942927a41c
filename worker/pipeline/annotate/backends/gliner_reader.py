"""The reader `gliner:<path>`: a GLiNER model from a folder, which finds names by what their kind is called."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from worker.pipeline.annotate.backends.verdicts import chances
from worker.pipeline.annotate.reading import ReaderUnavailable, Reading
from worker.pipeline.annotate.windows import parts, whole, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILES = ("gliner_config.json", "model.safetensors")  # of the folder; a pickled model could run any code
KINDS = MappingProxyType({  # what GLiNER is asked for
    "person": "PERSON", "organization": "ORG", "location": "LOC",
    "nationality": "MISC", "event": "MISC", "product": "MISC", "work of art": "MISC",
})  # fmt: skip
THRESHOLD = 0.5  # GLiNER's own default
SILENT = 0.9  # chance of no name where it claims none at that threshold
BATCH = 8  # windows; GLiNER's own default
ROOM = 256  # of its words in a window: with the labels they are fewer pieces than the 512 of most encoders


class Model(Protocol):
    """What is used of `gliner.GLiNER`. `config.max_len`: words of its own that it reads of a text; it drops more."""

    config: Any

    def prepare_inputs(self, texts: list[str], /) -> tuple[list[list[str]], Any, Any]: ...

    def inference(
        self, texts: list[str], labels: list[str], *, flat_ner: bool, threshold: float, batch_size: int
    ) -> list[list[dict[str, Any]]]: ...


def probe() -> None:
    """Raises ReaderUnavailable if the package is not installed."""
    if find_spec("gliner") is None:
        raise ReaderUnavailable("needs the package gliner", "Install it with: pip install 'newsfacts[gliner]'")


def load(folder: str) -> GlinerReader:
    """The reader; one thread, for parallel articles are the pool's work. Raises ReaderUnavailable."""
    probe()
    import torch  # noqa: PLC0415 - comes with gliner
    from gliner import GLiNER  # noqa: PLC0415 - only where it is installed

    torch.set_num_threads(1)
    try:
        return GlinerReader(GLiNER.from_pretrained(folder, local_files_only=True, map_location="cpu"))
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        said = str(error).partition("\n")[0][:200]
        raise ReaderUnavailable(f"cannot be loaded: {said}", "Give the folder of a complete model") from error


@dataclass(frozen=True, slots=True)
class GlinerReader:
    """Names only: all other layers are empty."""

    model: Model

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        words = [word for sentence in sentences for word in sentence]
        lengths, room = [len(sentence) for sentence in sentences], min(ROOM, int(self.model.config.max_len))
        cut = self.model.prepare_inputs(words)[0]  # it cuts words of its own, more than ours
        first = [0, *accumulate(max(1, len(own)) for own in cut)]
        held = list(windows(list(parts(first, lengths, room)), first, room))
        claims = self._claims([words[window[0].start : window[-1].stop] for window in held])
        read = [
            _reading(found, part.start - window[0].start, len(part))
            for window, found in zip(held, claims, strict=True)
            for part in window
        ]
        return list(whole(read, lengths))

    def _claims(self, texts: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, int, str, float]]]:
        """Of each text its names as `(start, stop, kind, how sure)`, in words."""
        if not texts:
            return
        joined = [" ".join(words) for words in texts]
        found = self.model.inference(joined, list(KINDS), flat_ner=True, threshold=THRESHOLD, batch_size=BATCH)
        for words, names in zip(texts, found, strict=True):
            starts = [0, *accumulate(len(word) + 1 for word in words)]
            yield [
                (bisect_right(starts, name["start"]) - 1, bisect_left(starts, name["end"]), KINDS[name["label"]],
                 float(name["score"]))
                for name in names
            ]  # fmt: skip


def _reading(names: Sequence[tuple[int, int, str, float]], start: int, length: int) -> Reading:
    """What was found in a text, for one sentence of it: a name that leaves the sentence is cut."""
    within = [(max(a - start, 0), min(b - start, length), kind, sure) for a, b, kind, sure in names]
    return Reading(chances(length, (name for name in within if name[0] < name[1]), SILENT))
