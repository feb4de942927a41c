"""Reads GUM's documents: text, paragraphs, and who is meant by which words (`Entity=` in MISC)."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from worker.pipeline.values import Block, Span
from worker.training.coreference.document import Document, Gold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from worker.pipeline.values import BlockLabel, MentionKind

_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_LABELS: dict[str, BlockLabel] = {"head": "heading", "caption": "caption"}
_KINDS: dict[str, MentionKind] = {
    **dict.fromkeys(("PRP", "PRP$"), "pronoun"),
    **dict.fromkeys(("NNP", "NNPS"), "name"),
    **dict.fromkeys(("NN", "NNS", "CD", "JJ"), "nominal"),
}


@dataclass
class _Reading:
    """One document while it is read."""

    name: str
    text: str = ""
    tokens: list[tuple[Span, str]] = field(default_factory=list)
    starts: list[tuple[int, BlockLabel]] = field(default_factory=list)
    opened: list[tuple[list[str], int]] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)
    joined: int = 0  # the last word of a written word that holds several ("daughter's")
    spaced: bool = True

    def paragraph(self, kind: str) -> None:
        self.text = self.text.rstrip() + ("\n" if self.text else "")
        self.starts.append((len(self.text), _LABELS.get(kind, "body")))

    def word(self, row: list[str]) -> None:
        number, form, tag, misc = row[0], row[1], row[4], row[9]
        if "." in number:
            return
        if "-" in number:
            self.joined, self.spaced = int(number.split("-")[1]), "SpaceAfter=No" not in misc
            return
        start = len(self.text)
        self.text += form
        self.tokens.append((Span(start, len(self.text)), tag))
        inside = int(number) < self.joined
        after = self.spaced if int(number) == self.joined else "SpaceAfter=No" not in misc
        self.text += " " if after and not inside else ""
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for bracket in _BRACKET.finditer(entity[1] if entity else ""):
            self._bracket(bracket)

    def _bracket(self, bracket: re.Match[str]) -> None:
        if bracket[3]:
            at = max(i for i, (parts, _) in enumerate(self.opened) if parts[0] == bracket[3])
            self._close(*self.opened.pop(at))
            return
        parts = bracket[1].split("-")
        if bracket[2]:
            self._close(parts, len(self.tokens) - 1)
        else:
            self.opened.append((parts, len(self.tokens) - 1))

    def _close(self, parts: list[str], first: int) -> None:
        """`parts`: entity, sort, status, salience, centring, the head's words counted from one, link."""
        heads = [first + int(n) - 1 for n in parts[5].split(",")]
        span = Span(self.tokens[first][0].start, self.tokens[-1][0].end)
        head = Span(self.tokens[heads[0]][0].start, self.tokens[heads[-1]][0].end)
        self.gold.append(Gold(span, head, parts[0], _KINDS.get(self.tokens[heads[0]][1]), parts[1]))

    def done(self) -> Document:
        text = self.text.rstrip()
        ends = [start - 1 for start, _ in self.starts[1:]] + [len(text)]
        blocks = tuple(
            Block(Span(start, end), label) for (start, label), end in zip(self.starts, ends, strict=True) if start < end
        )
        return Document(self.name, text, blocks, tuple(sorted(self.gold, key=lambda g: (g.span.start, -g.span.end))))


def read_gum(path: Path, genres: frozenset[str]) -> Iterator[Document]:
    """The documents of these genres ("news", "interview"), which their names tell."""
    reading: _Reading | None = None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            name = line.removeprefix("# newdoc id = ").strip() if line.startswith("# newdoc id") else None
            if name is not None:
                if reading is not None:
                    yield reading.done()
                reading = _Reading(name) if name.split("_")[1] in genres else None
            elif reading is not None:
                _read_line(reading, line)
    if reading is not None:
        yield reading.done()


def _read_line(reading: _Reading, line: str) -> None:
    if line.startswith("# newpar_block"):
        reading.paragraph(line.split("= ")[1].split(maxsplit=1)[0])
    elif line.startswith("# sent_id"):
        reading.joined = 0
        if not reading.starts:
            reading.paragraph("p")
    elif line[:1].isdigit():
        reading.word(line.rstrip("\n").split("\t"))
