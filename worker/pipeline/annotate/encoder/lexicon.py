"""A word's dictionary form: what the lexicon knows of the form, else what its ending tells, else the encoder's choice.

The lexicon is a text of lines `fine tag, script, forms`; a form that starts with "*" is an ending, and the lines of
JJ, NN, RB and VB with the script "=" list the known lemmas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.annotate.encoder.lemmas import SAME, apply

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INFLECTED = {"VBD": "VB", "VBN": "VB", "VBG": "VB", "VBZ": "VB", "NNS": "NN", "JJR": "JJ", "JJS": "JJ", "RBR": "RB",
             "RBS": "RB", "NNPS": "NNP"}  # fine tag: that of the lemma  # fmt: skip
PLAIN = frozenset({"CC", "DT", "EX", "IN", "JJ", "MD", "NN", "PDT", "POS", "PRP", "PRP$", "RB", "RP", "TO", "UH", "VB",
                   "VBP", "WDT", "WP", "WP$", "WRB"})  # of words that are their own lemmas, but for few  # fmt: skip
NAME, NAMES = "NNP", "NNPS"  # keep their capitals, and no list of names is complete
ENDING, LONGEST = "*", 5  # letters of an ending; six read no dev corpus better
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`scripts`: fine tag -> form in small letters (of a name as written), or an ending behind "*", -> script."""

    scripts: Mapping[str, Mapping[str, str]]

    def lemma(self, word: str, fine: str, chosen: str) -> str:
        """`chosen`: the encoder's script. It reads figures, marks, foreign words, and forms of unknown endings."""
        form = word if fine in {NAME, NAMES} else word.casefold()
        script = self.scripts.get(fine, _NOTHING).get(form)
        if script is not None:
            return apply(script, form)
        if fine in INFLECTED:
            return self._unseen(form, fine) or apply(chosen, word)
        return form if fine in PLAIN or fine == NAME else apply(chosen, word)

    def _unseen(self, form: str, fine: str) -> str:
        """The first guess that is a known lemma, with or without a silent e; else the first; "" if there is none."""
        known, first = self.scripts.get(INFLECTED[fine], _NOTHING), ""
        for guess in self._guesses(form, fine):
            for lemma in (guess, guess + "e", guess.removesuffix("e")):
                if known.get(lemma) == SAME:
                    return lemma
            first = first or guess
        return first

    def _guesses(self, form: str, fine: str) -> Iterator[str]:
        """What its endings say, the longest first."""
        told = self.scripts.get(fine, _NOTHING)
        tail = form[-LONGEST:].casefold()
        for at in range(len(tail)):
            script = told.get(ENDING + tail[at:])
            if script is not None:
                yield apply(script, form)


def read(raw: bytes) -> Lexicon:
    scripts: dict[str, dict[str, str]] = {}
    for line in raw.decode().rstrip("\n").split("\n"):
        fine, script, *forms = line.split(" ")
        scripts.setdefault(fine, {}).update(dict.fromkeys(forms, script))
    return Lexicon(scripts)
