"""Reads articles with stock spaCy and prints what it cost: python spacy_pipeline.py ARTICLES STARTED.

en_core_web_sm where it is installed. It is in no package registry, so otherwise a pipeline of its make (its networks'
widths, depths and numbers of labels, as its config.cfg has them) with unfitted weights: what a word costs depends on
the make alone, for the transitions of parser and entities are as many whatever they decide. The lemmatizer is then
left out (its tables come with the package): that favours spaCy.
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example

_EMBED = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "include_static_vectors": False}
_ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3,
}  # fmt: skip
_SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
_TAGS, _RELATIONS, _KINDS = 50, 45, 18


def main(articles: str, started: str) -> None:
    nlp, name = _load()
    ready, resident = time.monotonic() - float(started), _memory("VmRSS")
    texts = json.loads(Path(articles).read_text())
    for text in texts:  # as reading.py does
        _read(nlp, text, defaultdict(float))
    stages: defaultdict[str, float] = defaultdict(float)
    begun = time.process_time()
    for text in texts:
        _read(nlp, text, stages)
    seconds = time.process_time() - begun
    told = {
        "articles": len(texts), "seconds": seconds, "ready": ready, "resident": resident, "peak": _memory("VmHWM"),
        "address": _memory("VmPeak"), "stages": stages, "name": name,
    }  # fmt: skip
    sys.stdout.write(json.dumps(told))


def _load() -> tuple[Any, str]:
    if spacy.util.is_package("en_core_web_sm"):
        return spacy.load("en_core_web_sm"), "en_core_web_sm"
    return _made(), "spaCy, made as en_core_web_sm, unfitted"


def _made() -> Any:
    nlp = spacy.blank("en")
    wide = _EMBED | {"attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
                     "rows": [5000, 1000, 2500, 2500, 50, 50]}  # fmt: skip
    narrow = _EMBED | {"attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "rows": [5000, 1000, 2500, 2500]}
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(wide)})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _SHARED}})
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", _SHARED, 2)})
    entities = nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(narrow), 2)})
    for component, count, letter in ((tagger, _TAGS, "T"), (parser, _RELATIONS, "r"), (entities, _KINDS, "K")):
        for number in range(count):
            component.add_label(f"{letter}{number}")  # type: ignore[attr-defined]
    one = {"words": ["Rain", "fell"], "tags": ["T0", "T1"], "heads": [1, 1], "deps": ["r0", "ROOT"]}
    nlp.initialize(lambda: [Example.from_dict(Doc(nlp.vocab, words=["Rain", "fell"]), one)])
    return nlp


def _tok2vec(embed: dict[str, Any]) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": _ENCODE}


def _transitions(state: str, tok2vec: dict[str, Any], pieces: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": pieces, "use_upper": True, "tok2vec": tok2vec,
    }  # fmt: skip


def _read(nlp: Any, text: str, stages: defaultdict[str, float]) -> None:
    last = time.process_time()

    def lap(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        stages[stage] += now - last
        last = now

    doc = nlp.make_doc(text)
    lap("tokenizer")
    for name, component in nlp.pipeline:
        doc = component(doc)
        lap(name)


def _memory(field: str) -> float:
    """MiB of this process, as the kernel counts them."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
