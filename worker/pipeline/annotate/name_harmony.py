"""What a whole document knows of its names: one type a string, and whom each short form means."""



from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from worker.pipeline.annotate import name_words as words
from worker.pipeline.annotate.gazetteer import BIG_CITY, COMMON, COUNTRY, DEMONYM, FIRST, LAST, PLACE, STATE
from worker.pipeline.annotate.name_runs import Chances
from worker.pipeline.annotate.name_types import other_type, place_type, placed, spelled
from worker.pipeline.values import NameMention, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from worker.pipeline.annotate.name_runs import Run
    from worker.pipeline.values import EntityType, Sentence, Token

_ENOUGH = 6  # places of a name that are weighed: more tell nothing new
_SURE = 0.8  # a chance of another type from which on a part of a name is no short form of it
_WRITTEN_SMALL = 0.6  # by what the chances shrink if the document also writes the word without a capital
_SHORT = 4  # letters up to which a plural is no nickname: "Us", "Oils"
_FULL_NAME = 2  # words
_SURELY = 0.9
_STRANGE, _STRANGE_PLACE, _SOME = 0.6, 0.8, 0.1  # chances of a person, of a known place's, and of another type
_LONGEST_REPEAT = 6  # words of a name looked for in headlines
_STAGED = frozenset({"DJ", "MC"})  # before many a name: no part of one


class Harmony:
    """What the whole document knows of its names: one type a string, by the signs of all its places together."""

    def __init__(self, runs: Sequence[Run], lower: Container[str], gazetteer: Mapping[str, int]) -> None:
        """`lower`: every word that the document also writes without a capital."""
        fixed: dict[str, EntityType] = {}
        places: dict[str, list[Run]] = defaultdict(list)
        for run in runs:
            if run.text in words.COMMON_CAPITALS | words.PEOPLE and not run.titled:
                continue
            beside = placed(run, gazetteer)
            kind = beside if beside in {"work", "gpe"} else spelled(run, gazetteer) or _believed(run, beside)
            if kind is not None and (run.titled or run.text not in fixed):
                fixed[run.text] = kind
            places[run.text].append(run)
        self._gazetteer, self._places = gazetteer, places
        self._chances = {text: _mean(found) for text, found in places.items()}
        self._types = {
            text: kind
            for text, found in places.items()
            if (kind := self._strongest(found[0], lower)) is not None
        }
        self._types.update(fixed)
        self._fixed = fixed
        self._first = {text: found[0].span.start for text, found in places.items()}
        self._bearers: dict[str, int] = {}
        self._adopt_parts()
        self._adopt_cores()
        self._by_fold = {text.casefold(): kind for text, kind in self._types.items() if _quotable(text)}

    def _strongest(self, run: Run, lower: Container[str]) -> EntityType | None:
        """The likeliest type; None if the words are more likely no name."""
        chances = self._chances[run.text]
        ordinary = _is_written_small(run.text, lower, self._gazetteer)
        if max(chances[:4]) * (_WRITTEN_SMALL if ordinary else 1.0) <= chances.none:
            return None
        kinds: tuple[EntityType, ...] = (
            "person", "organization", place_type(run.text), other_type(run, self._gazetteer)
        )  # fmt: skip
        likely = kinds[chances.index(max(chances[:4]))]
        if likely == "person" and self._is_stranger(run):
            return kinds[1 + chances[1:3].index(max(chances[1:3]))]
        return "product" if likely == "person" and all(map(_is_vessel, self._places_of(run))) else likely

    def _places_of(self, run: Run) -> Sequence[Run]:
        return self._places[run.text][:_ENOUGH]

    def _is_stranger(self, run: Run) -> bool:
        """One word that is no first name and stands for nobody's full name, of which the reader is not sure either.

        Surnames stand alone behind a full name, and whoever goes by one name is known to the reader.
        """
        mask = self._gazetteer.get(run.text, 0)
        doubt = _STRANGE_PLACE if mask & PLACE and not mask & LAST else _STRANGE
        chances = self._chances[run.text]
        doubt = _SURELY if all(map(_is_located, self._places_of(run))) else doubt
        told = any(one.titled or _is_introduced(one) for one in self._places_of(run))
        other = max(chances.organization, chances.place) > _SOME
        return len(run.pieces) == 1 and not mask & FIRST and chances.person < doubt and other and not told

    def _adopt_parts(self) -> None:
        """A part of a person's full name alone is the person, unless its own words say otherwise."""
        for text, kind in list(self._types.items()):
            pieces = [piece for piece in text.split() if piece not in words.SUFFIXES]
            if kind != "person" or len(pieces) < 2:
                continue
            for part in (pieces[0], pieces[-1], " ".join(pieces[1:])):
                self._bearers[part] = min(self._bearers.get(part, self._first[text]), self._first[text])
                open_to = part not in self._fixed or self._is_likely(part)
                if len(part) > 1 and part not in _STAGED and open_to and not self._is_surely_other(part, "person"):
                    self._types[part] = "person"

    def _is_likely(self, text: str) -> bool:
        """Whether the reader takes for a person what words take for something else: "Moon", "the label Roe set up"."""
        chances, kind = self._chances.get(text), self._fixed.get(text)
        least = {"location": _STRANGE, "organization": _STRANGE_PLACE}.get(kind or "")
        return chances is not None and least is not None and chances.person > least

    def _is_surely_other(self, text: str, kind: EntityType) -> bool:
        """Whether it is a place that anybody knows, and the reader is sure that it is not the part of a name here."""
        chances = self._chances.get(text)
        known = self._gazetteer.get(text, 0) & (COUNTRY | STATE | BIG_CITY)
        return bool(known) and chances is not None and max(chances[:4]) > _SURE and getattr(chances, kind) < 1 - _SURE

    def _adopt_cores(self) -> None:
        """The words by which a text calls a firm or a team again are the firm, if it was introduced by then."""
        for text, kind in list(self._types.items()):
            pieces = text.split()
            if kind != "organization" or len(pieces) < 2:
                continue
            core = _without_forms(pieces)
            if pieces[-1] in words.ORG_HEADS:
                self._types.setdefault(" ".join(core if len(core) < len(pieces) else pieces[:-1]), kind)
            for short in (*self._shorts(pieces, core), *self._begun(core)):
                chances = self._chances.get(short)
                town = chances is not None and chances.place > _SURELY
                if not town and self._means_firm(short, text) and not self._is_surely_other(short, kind):
                    self._types[short] = kind

    def _shorts(self, pieces: Sequence[str], core: Sequence[str]) -> Iterator[str]:
        """Reads "Meridian" for Meridian Foods, "Nordholm" for Bank Nordholm, "Rovers" for Ashford Rovers."""
        own = [piece for piece in core[:2] if piece not in words.ORG_HEADS | words.GENERIC_FIRST]
        local = words.LOCAL_HEADS & set(pieces)
        if own and not local and self._distinct(own[0]):
            yield own[0]
        if pieces[-1] in words.TEAM_HEADS or _is_nickname(pieces, self._gazetteer):
            yield pieces[-1]

    def _begun(self, core: Sequence[str]) -> Iterator[str]:
        """Reads "Sunny Acre" for Sunny Acre Foods, but not "Jane Roe" for the Jane Roe Trust."""
        first, last = (self._gazetteer.get(piece, 0) for piece in (core[0], core[-2 % len(core)]))
        if len(core) > _FULL_NAME and core[-1] in words.ORG_HEADS and not (first & FIRST and last & LAST):
            yield " ".join(core[:-1])

    def _distinct(self, word: str) -> bool:
        """No word of the language and no place that anybody knows."""
        mask = self._gazetteer.get(word, 0) & (DEMONYM | COUNTRY | STATE | BIG_CITY)
        listed = word in words.COMMON_CAPITALS | words.GPE_FIRST | words.GPES | words.LOCATIONS
        return not (listed or mask or self._gazetteer.get(word.casefold(), 0) & COMMON)

    def _means_firm(self, short: str, full: str) -> bool:
        """A short form means what was introduced before it, unless a list or a preposition of place says otherwise."""
        if short in self._fixed or any(_is_located(run) for run in self._places.get(short, ())[:_ENOUGH]):
            return False
        person = self._bearers.get(short)
        return person is None or self._first[full] < person

    def type_of(self, run: Run) -> EntityType | None:
        """None if the run is no name."""
        if run.titled or (self._bearers.get(run.text, run.span.start) < run.span.start and _lives(run)):
            return "person"
        return self._types.get(run.text)

    def known_in(self, sentence: Sentence) -> Iterator[NameMention]:
        """Names of the body that a headline repeats, in whatever case; the longest first."""
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            sizes = range(min(_LONGEST_REPEAT, len(tokens) - at), 0, -1)
            size, kind = next(((n, k) for n in sizes if (k := self._folded(tokens[at : at + n]))), (1, None))
            if kind is not None:
                yield NameMention(Span(tokens[at].span.start, tokens[at + size - 1].span.end), kind)
            at += size

    def _folded(self, tokens: Sequence[Token]) -> EntityType | None:
        return self._by_fold.get(" ".join(token.text for token in tokens).casefold())


def _without_forms(pieces: Sequence[str]) -> Sequence[str]:
    """A firm's name without its legal form: "Halcyon Shipping" of "Halcyon Shipping Pte Ltd"."""
    stop = len(pieces)
    while stop > 1 and pieces[stop - 1].rstrip(",") in words.COMPANY_FORMS | {",", "/"}:
        stop -= 1
    return pieces[:stop]


def _is_nickname(pieces: Sequence[str], gazetteer: Mapping[str, int]) -> bool:
    """Reads the "Whales" of the Hartford Whales: a plural behind a place, and no word for a business."""
    last = pieces[-1]
    plural = last.endswith("s") and not last.endswith("ss") and len(last) > _SHORT
    return (
        plural
        and last not in words.ORG_HEADS | words.NEWS_HEADS
        and any(gazetteer.get(piece, 0) & PLACE or piece in words.GPE_FIRST for piece in pieces[:-1])
    )


def _is_introduced(run: Run) -> bool:
    """Whether kin, an age or a name joined to it makes it somebody's: "his wife, Roe", "Roe, 43,", "Al and Roe"."""
    tokens = run.sentence.tokens
    if run.start > 1 and tokens[run.start - 1].text == "and" and tokens[run.start - 2].text[0].isupper():
        return True
    before = {token.text.casefold() for token in tokens[max(0, run.start - 3) : run.start]}
    behind = [token.text for token in tokens[run.stop : run.stop + 2]]
    return bool(before & words.KIN) or (behind[:1] == [","] and behind[-1].isdigit())


def _is_vessel(run: Run) -> bool:
    """Reads "The Queen Anne sank": an article before two words that look like a person's, and nothing behind them."""
    tokens = run.sentence.tokens
    following = tokens[run.stop].tag if run.stop < len(tokens) else "PUNCT"
    article = run.start > 0 and tokens[run.start - 1].text.casefold() == "the"
    return article and len(run.pieces) > 1 and not run.text.endswith("s") and following in {"VERB", "AUX", "PUNCT"}


_LIFE = frozenset(("died", "married", "retired", "wed"))
_LIFE_OF_TWO = frozenset((("is", "survived"), ("was", "born"), ("was", "survived"), ("grew", "up"), ("is", "married")))


def _lives(run: Run) -> bool:
    """Reads "Sundaram is survived by", "Roe died": what a person does, even if a firm has the same name."""
    behind = tuple(token.text for token in run.sentence.tokens[run.stop : run.stop + 2])
    return behind in _LIFE_OF_TWO or bool(_LIFE & set(behind[:1]))


def _is_located(run: Run) -> bool:
    """Reads "in Nordholm", but not "shares in Nordholm"."""
    before = [token.text.casefold() for token in run.sentence.tokens[max(0, run.start - 2) : run.start]]
    return bool(before) and before[-1] in {"in", "near", "outside"} and before[0] not in words.SHARE_NOUNS


_COARSE = {"person": "person", "organization": "organization", "gpe": "place", "location": "place"}
_UNSURE = 0.9


def _believed(run: Run, kind: EntityType | None) -> EntityType | None:
    """What the words beside it say, unless the reader is sure of a person, an organization or a place."""
    coarse = _COARSE.get(kind or "")
    if kind is None or coarse is None:
        return kind
    best = max(run.chances[:3])  # what is none of the three may be anything
    return kind if best < _UNSURE or getattr(run.chances, coarse) == best else None


def _mean(runs: Sequence[Run]) -> Chances:
    """The mean chances of the first places; where a sentence starts only counts if the name stands nowhere else."""
    counted = ([run for run in runs if run.start > 0] or runs)[:_ENOUGH]
    return Chances(*(sum(column) / len(counted) for column in zip(*(run.chances for run in counted), strict=True)))


def _is_written_small(text: str, lower: Container[str], gazetteer: Mapping[str, int]) -> bool:
    """Whether the text writes the word without a capital, too, or the language its singular: "Unions reacted"."""
    word = text.casefold()
    return word in lower or (word.endswith("s") and bool(gazetteer.get(word[:-1], 0) & COMMON))


def _quotable(text: str) -> bool:
    """Long enough to be told from an ordinary word in a headline's capitals."""
    return len(text) > 2
