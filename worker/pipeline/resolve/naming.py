"""Which names name the same: short names under the full ones, never two people by a shared surname alone."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.resolve.nicknames import SHORT_NAMES, first_names_of
from worker.pipeline.resolve.nouns import NOUNS
from worker.pipeline.resolve.trades import FEMALE_TITLES, MALE_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.values import EntityType, Gender

_FORMS = frozenset(
    """inc inc. corp corp. corporation ltd ltd. limited llc plc co co. company group holdings the llp bv b.v. nv n.v.
    gmbh ag kg kgaa se sa s.a. sas sarl spa s.p.a. srl ab as asa oy oyj aps a / s kk k.k. pte pte. pty pty. pvt bhd
    berhad jsc pjsc oao ooo kft zrt nyrt sl ltda a.s. s.r.o. d.o.o. , incorporated""".split()
)
_GENERIC = frozenset("bank banco banque credit crédit groupe grupo gruppo maison hotel royal st st. saint".split())
# Last words by which a text calls a club again, besides plural nicknames like "the Whales".
_CLUBS = frozenset("united city athletic hotspur albion argyle villa orient town county".split())
# Plurals that are a firm's line of business and no nickname.
_BUSINESS = frozenset(
    """industries foods systems technologies partners services networks lines stores studios records pictures
    productions pharmaceuticals therapeutics labs laboratories homes estates motors airlines airways ferries
    energies holdings brothers sons associates advisors securities investments properties resorts hotels
    restaurants logistics solutions
    communications electronics materials chemicals sciences nations states affairs rights news times""".split()
)
_RANKS = frozenset("jr jr. sr sr. ii iii iv".split())
_NUMERAL = re.compile(r"[ivx]{1,5}$")  # of popes and kings
_ROYAL = frozenset("pope prince princess king queen emperor empress duke duchess saint st count countess".split())
_SAME = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a.", "america", "united states of america"), "united states"),
    **dict.fromkeys(("uk", "u.k.", "britain", "great britain"), "united kingdom"),
    **dict.fromkeys(("uae", "u.a.e."), "united arab emirates"),
    **dict.fromkeys(("eu", "e.u."), "european union"),
    **dict.fromkeys(("un", "u.n."), "united nations"),
    "washington, d.c.": "washington",
    "washington d.c.": "washington",
}
_SPACE = re.compile(r"\s+")


def flat(name: str) -> str:
    """Lower case, single spaces, common short forms of states written out."""
    folded = _SPACE.sub(" ", name).casefold()
    return _SAME.get(folded, folded)


def gender_of(titles: Sequence[str], name: str, first_names: Mapping[str, Gender]) -> Gender | None:
    """From a title directly before the name ("Mrs") or from a first name that only one gender bears."""
    title = titles[-1] if titles else ""
    if title in MALE_TITLES or name.startswith(("Prince ", "King ")):
        return "male"
    if title in FEMALE_TITLES or name.startswith(("Princess ", "Queen ")):
        return "female"
    return first_names.get(name.partition(" ")[0])


def is_relative(before: Sequence[str]) -> bool:
    """Whether a word of kinship stands before a name."""
    return any(word in NOUNS and NOUNS[word].kin is not None for word in before)


class Directory:
    """Every name of the article, looked up by its parts: string -> the full names it may stand for, in text order."""

    def __init__(self, names: Iterable[Expression], headline: Iterable[str] = ()) -> None:
        self._full: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        self._first: dict[str, int] = {}  # where each full name of a person stands first
        self._alone: dict[str, int] = {}  # where each organization's name of one word stands first
        self._relatives: set[str] = set()  # "his mother, Jane Roe": nobody whom "Roe" meant before
        for full in headline:
            self._add("person", full, -1)
        for name in names:
            if name.type == "person":
                if flat(name.head) not in self._first and is_relative(name.titles):
                    self._relatives.add(flat(name.head))
                self._first.setdefault(flat(name.head), name.span.start)
            elif name.type == "organization" and " " not in flat(name.head):
                self._alone.setdefault(flat(name.head), name.span.start)
            self._add(name.type, name.head, name.span.start)

    def _add(self, kind: EntityType | None, name: str, at: int) -> None:
        for part in _parts(kind, name):
            known = self._full[_sort(kind), part]
            if len(known) < _MOST and all(full != flat(name) for _, full in known[-_KEPT:]):
                known.append((at, flat(name)))

    def candidates(self, name: Expression) -> Sequence[str]:
        """Full names that `name` may shorten, itself last if it is one: nearest before it first, then what follows."""
        own = flat(name.head)
        known = self._full.get((_sort(name.type), own), [])
        words = len(own.split())
        longer = [(at, full) for at, full in known if len(full.split()) > words or self._is_pet_name(own, full)]
        firm = name.type == "organization" and words == 1  # a firm named first in one word is no part of "Halden Air"
        until = self._alone.get(own, name.span.start) if firm else name.span.start
        before = [full for at, full in reversed(longer) if at <= until]
        behind = [] if firm else [full for at, full in longer if at > until]
        after = [full for full in behind if full not in self._relatives]
        return [*before, *after][:_KEPT]


    def _is_pet_name(self, own: str, full: str) -> bool:
        """Reads "Bob Roe" where "Robert Roe" came before: of two such names the one that came first is the full one."""
        return own != full and own.count(" ") == full.count(" ") and self._first.get(full, 0) < self._first.get(own, 0)


_MOST = 200  # and at most so many in all, for a text that lists a telephone book
_KEPT = 20  # full names remembered for one part: a surname that twenty people share tells nothing


def _sort(kind: EntityType | None) -> str:
    return "place" if kind in {"gpe", "location"} else str(kind)


def _called(core: Sequence[str]) -> Iterator[str]:
    """The single words that may stand for an organization: its own first one, and a team's nickname."""
    own = [word for word in core if word not in _GENERIC][:1]
    yield from (word for word in own if len(word) > _SHORT)
    last = core[-1] if len(core) > 1 else ""
    if last in _CLUBS or (last.endswith("s") and len(last) > _SHORT and last not in _BUSINESS):
        yield last


_SHORT = 3  # letters of a word too short to stand for a name


def _parts(kind: EntityType | None, name: str) -> set[str]:
    """The strings that may stand for this name."""
    words = flat(name).split()
    if len(words) == 1:
        return set()
    if kind == "person":
        return _parts_of_person(words)
    if kind == "organization":
        core = [word for word in (w.rstrip(",") for w in words) if word not in _FORMS]
        initials = "".join(word[0] for word in words if word not in {"of", "the", "and", "for", "&"})
        begun = (" ".join(core[:n]) for n in range(2, len(core)))  # "Sunny Acre" for "Sunny Acre Foods"
        return {" ".join(core), initials, *begun, *_called(core)} - {""}
    if kind in {"award", "event", "work"}:
        return {words[0]} if len(words[0]) > 3 and kind == "award" else set()
    return set()


_MARKS = '"“”'


def _parts_of_person(words: Sequence[str]) -> set[str]:
    nicknames = {word.strip(_MARKS) for word in words if word[0] in _MARKS}
    bare = [word.strip(_MARKS) for word in words]
    core = [word for word in bare if word not in _RANKS and not _NUMERAL.match(word)]
    core = core[1:] if len(core) > 1 and core[0] in _ROYAL else core
    ends = {core[0], core[-1], " ".join(core[1:]), " ".join(core)}
    pet = {core[0][:n] for n in range(_SHORT, len(core[0]) - 1)} | _shorts(core[0])
    called = pet | {f"{short} {core[-1]}" for short in _shorts(core[0])} if len(core) > 1 else set()
    return ends | called | nicknames | ({f"{core[0]} {core[-1]}"} if len(core) > 2 else set())


def _shorts(first: str) -> frozenset[str]:
    """Reads "Bob" for "Robert", and "Robert" for "Bob"."""
    return SHORT_NAMES.get(first, frozenset()) | first_names_of(first)
