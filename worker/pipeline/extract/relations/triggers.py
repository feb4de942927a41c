"""Words that a fact of a property is told with: without one between its ends the relation model is not believed.

Its corpus holds passages that were chosen because they may tell the property; news are not. Openings of words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from worker.pipeline.extract.lexicon.places import DEMONYMS
from worker.pipeline.extract.relations.vocabulary import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


def _opening(word: str) -> str:
    """The joint of "chief-exec" may be a space."""
    return re.escape(word).replace(r"\-", "[- ]")


_STARTING = """
found establish start creat launch form began set-up set up incorporat open organi built build co-found cofound"""
_OPENINGS: Mapping[str, str] = {
    "CEO": "ceo chief-exec managing-director executive-director",
    "CHILD_OF": "son daughter father mother parent child dad mom mum born heir offspring sibling brother sister kid",
    "DATE_FOUNDED": _STARTING + " since inception origin",
    "DATE_OF_BIRTH": "born birth b. née (",
    # Whoever "killed nine people in 2015" lives; he who "was killed in 2015" does not.
    "DATE_OF_DEATH": """
die death dead was-kill were-kill been-kill was-murder were-murder was-execut were-execut was-assassinat was-shot
passed pass drown suicide d. perish succumb (""",
    "EDUCATED_AT": """
graduat stud degree alum attend educat school universit college train taught phd ph.d bachelor master mba doctor b.a
b.s m.a pupil enrol class receiv earn ba bs ma law""",
    "EMPLOYEE_OR_MEMBER_OF": """
work join employ hire sack fire dismiss appoint named promot serv head lead led manag direct chief officer boss coach
professor lectur teach taught chair president founder co-founder partner member analyst spokes secretary executive
editor reporter correspondent engineer research scientist play sign captain star agent assistant vice ceo cfo board
staff career position post role job retire left own presenter host anchor doctor nurse lawyer""",
    "FOUNDED_BY": _STARTING + " father",
    "HEADQUARTERS": """
based headquarter office located seat base hq locat home move reloc operat situat founded studio store shop campus
branch centre center firm""",
    "NATIONALITY": "citizen national native born from " + " ".join(word.replace(" ", "-") for word in DEMONYMS),
    "PLACE_OF_BIRTH": "born birth native b. hometown",
    "PLACE_OF_RESIDENCE": """
live living resid home move moving settl raise grew grow based stay emigrat immigrat hometown spent brought reloc native
neighbo dwell born""",
    "POLITICAL_AFFILIATION": """
party member join candidate elect politic democrat republic conservative labour labor liberal socialist communist green
nationalist affiliat represent leader caucus""",
    "SPOUSE": "wife husband spouse marri marry wed widow divorc bride groom honeymoon couple ex-wife ex-husband engage",
    "SUBSIDIARY_OF": """
subsidiar own parent division unit part acqui belong member group bought purchas hold compan label imprint arm brand""",
}
_NEEDED = tuple(
    re.compile("|".join(map(_opening, _OPENINGS[name].split())), re.IGNORECASE) for name in PROPERTIES
)


def told_by(tokens: Sequence[str], tied: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which properties may be told of which pairs: `[pairs, properties]`.

    `tied`: `[pairs, words]`, the words between the ends in the tree, and those that hang on them.
    """
    following = [*tokens[1:], ""]
    words = np.array([_tells(f"{word} {after}") for word, after in zip(tokens, following, strict=True)])
    return np.asarray(tied @ words)


@lru_cache(maxsize=20_000)  # an article's words come again and again, and so do the language's
def _tells(words: str) -> tuple[bool, ...]:
    """Whether each property may be told by a word; the word after it is given, too."""
    return tuple(needed.match(words) is not None for needed in _NEEDED)
