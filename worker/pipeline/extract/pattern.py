"""The little language of the rules: a regular expression over a reading, with typed slots and named pieces.

`<s:P>` is a slot of type P (person) under the group name s, `<PO>` an unnamed slot of type P or O, `{AUX}` a named
piece from PIECES; everything else is an ordinary regular expression over words parted by one space.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.roles import ROLE
from worker.pipeline.extract.numbers import CARDINAL, ORDINAL

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED_SLOT = re.compile(r"(?<!\?P)<([a-z][a-z0-9_]*):([A-Za-z]+)>")
_BARE_SLOT = re.compile(r"(?<!\?P)(?<!\(\?)<([A-Za-z]+)>")
_PIECE = re.compile(r"\{([A-Z][A-Z_]*)\}")
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")

_BE = "is|are|was|were|be|been|being|'s|'re|has been|have been|had been"
_MODAL = (
    "will|would|shall|should|could|may|might|must|can|did|does|do|not|never|n't|has|"
    "have|had|to|reportedly|allegedly|"
    "also|later|then|now|once|first|again|just|still|already|previously|formerly|recently|"
    "subsequently|eventually|"
    "finally|soon|since|currently|jointly|seemingly|apparently|formally|officially|"
    "initially|originally|"
    "isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|doesn't|don't|didn't|won't|wouldn't|"
    "denied|denies|"
    "who|which|"
    "set|due|expected|going|scheduled|likely|widely|is|are|was|were|be|been|being|'ll"
)

_DESCRIBING = (
    r"(?!(?:the|a|an|and|or|but|of|in|on|at|for|with|by|from|to|as|that|who|which|is|"
    r"was|were|are|been|has|had|have|said|"
    r"his|her|their|its|will|would|when|after|before|if|while|this|told|because|not|"
    r"against|over|into|about|than|then|"
    r"where|he|she|they|it|so|during|since|until|under|between|out|up|down|off|what|"
    r"how|through|via|past|across|among|despite|without|within|amid|near|like|such|where|"
    r"whose|says|say)\b)"
    r"[\w&$%.'/-]{1,24}"
)

PIECES = {
    # Helping verbs, adverbs and negations in front of a verb; the stance is read off them afterwards.
    "AUX": rf"(?:(?:{_MODAL}|[a-z]{{3,14}}ly) ){{0,5}}",
    "BE": rf"(?:{_BE})",
    # ", 34 ," ", who lives in Leeds ," "( R-Ohio )": what stands between a name and its verb.
    # "Jane Roe of Leeds", "Halvex on Tuesday"; a comma inside a figure ("22,000") closes nothing.
    "APP": (
        r"(?: (?:of|from) <GL>)?(?: , \d{1,3} , (?:of|from) <GL> , (?:<GL> ,)?| , (?:of|from) <GL> , "
        r"<GL> ,)?(?: , (?!and |but )(?:[^,;]|,(?=\d)){1,90} ,"
        r"| , \d{1,3} , [^,;]{1,90} ,| \( [^()]{1,40} \)){0,2}(?: ,(?= (?:who|which) ))?(?: "
        r"(?:on )?<t>(?= [a-z]))?"
    ),
    "AGE": r"(?: , \d{1,3} ,| \( \d{1,3} \))?",
    # "Jane Roe , 34 , a ..." and "Jane Roe (34), a ...": the comma that opens an apposition.
    "ASIDE": r"(?:(?: , \d{1,3})?(?: \( \d{1,3} \))? [,—-] (?:who (?:is|was) )?)",
    "HON": r"(?:(?:lord|lady|sir|dame|mr|mrs|ms|miss|dr|prof|professor|rev|baroness) ?\.? )?",
    "DET": r"(?:(?:the|a|an|this|that|its|his|her|their|our|my|former|then|<[POGR]> 's) ){0,2}",
    # Adjectives and nouns before a head; never a slot or a mark.
    "MODS": r"(?:[A-Za-z][\w.&/'-]{0,24} ){0,4}?",
    # Up to three, or five, words that describe the noun to come: no function words, so that no phrase is crossed.
    "ADJ": rf"(?:{_DESCRIBING} ){{0,3}}?",
    "ADJS": rf"(?:{_DESCRIBING} ){{0,5}}?",
    "FEW": r"(?:[A-Za-z][\w.&/'-]{0,24} ){0,2}?",
    "NP": r"(?:(?!and\b|or\b|who\b|which\b|that\b|in\b|on\b|at\b|for\b|after\b|when\b|but\b|"
    r"as\b|while\b|with\b|to\b|from\b|by\b)[\w'&$%./-]{1,30}+ ?){1,6}",
    "CARDINAL": CARDINAL,
    "ORDINAL": ORDINAL,
    "ROLE": ROLE,
    "DATE": r"(?:(?: ,)?(?: on| in| at| since| back in| early on| late on)? <date:t>)?",
    "END": r"(?= [,.;:!?)]| and | but | who | which | that | after | when | while | as | in "
    r"| on | at | for | since | before | from | with | by | to |$)",
}


_SYNTAX = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<open>\()|(?P<close>\))|(?P<either>\|)"
    r"|<(?:[a-z][a-z0-9_]*:)?(?P<slot>[A-Za-z]+)>(?![?*{])"
)


@dataclass(frozen=True)
class Pattern:
    """An ordinary pattern, compiled when a sentence first may hold it: many are for words that are seldom read.

    `needs`: of each of these sets of slot letters (small) the sentence must hold one; `gate`: so must it match this.
    """

    source: str
    needs: tuple[frozenset[str], ...]
    gate: re.Pattern[str] | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, re.IGNORECASE)

    def may_match(self, text: str, letters: frozenset[str]) -> bool:
        """False where no match can be; `letters`: of the slots in `text`, in small letters."""
        return not any(map(letters.isdisjoint, self.needs)) and (self.gate is None or bool(self.gate.search(text)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self.compiled.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text)


def build(template: str, gate: str | None = None) -> Pattern:
    """A template as a pattern; the case of words does not matter, for headlines and sentence openings change it.

    `gate`: an ordinary pattern, quick to look for, that matches wherever the template does.
    """
    source = _PIECE.sub(lambda m: PIECES[m.group(1)], template)
    needs = _needs(source)
    source = _NAMED_SLOT.sub(lambda m: rf"<(?P<{m.group(1)}>{_of_type(m.group(2))}\d{{1,4}})>", source)
    source = _BARE_SLOT.sub(lambda m: rf"<{_of_type(m.group(1))}\d{{1,4}}>", source)
    quick = re.compile(gate, re.IGNORECASE) if gate else None
    return Pattern(rf"(?<![\w<'-])(?:{_apart(source)})", needs, quick)


def _of_type(letters: str) -> str:
    """One of the slot letters, in its case: T is a post, t a time."""
    return rf"(?-i:[{letters}])"


def _needs(source: str) -> tuple[frozenset[str], ...]:
    """The letters of each slot that no match is without: those outside all brackets, if nothing there is "or"."""
    depth, needs = 0, []
    for match in _SYNTAX.finditer(source):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if match["either"] and not depth:
            return ()
        if match["slot"] and not depth:
            needs.append(frozenset(match["slot"].lower()))
    return tuple(dict.fromkeys(needs))


def _apart(source: str) -> str:
    """A group name may come twice ("on <date:t>" before or after the place): the second is named date__2."""
    seen: Counter[str] = Counter()

    def name(match: re.Match[str]) -> str:
        seen[match.group(1)] += 1
        number = seen[match.group(1)]
        return match.group() if number == 1 else f"(?P<{match.group(1)}__{number}>"

    return _GROUP.sub(name, source)


def bare(group: str) -> str:
    """The name that the template gave a group."""
    return group.partition("__")[0]
