"""The extension vocabulary: what small stories tell and the first release's list does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View

_THING = frozenset(
    {"string", "work", "product", "person", "organization", "object", "event", "gpe", "location", "group"}
)
_END = r"(?= (?:[,.;!?]|and|but|or|for|to|in|on|at|because|when|while|as|from)|$)"
_NOUNS = (
    r"(?P<o>(?:(?!and\b|but\b|or\b|to\b|that\b|it\b|him\b|her\b|them\b|how\b|what\b|"
    r"being\b|having\b)[a-z][\w'-]{1,20}+ ?){1,4}?)"
) + _END
_LIKES = build(rf"<s:P> {{AUX}}(?:loves|likes|adores|enjoys|is a fan of|is fond of) (?:<thing:WDE>|{_NOUNS})")
_DISLIKES = build(
    rf"<s:P> (?:[^.;<]{{0,40}}?(?:but|and) )?{{AUX}}(?:dislikes|hates|detests|loathes|"
    rf"can't stand) (?:<thing:WDE>|{_NOUNS})"
)
_PREFERS = build(
    r"<s:P> (?:[^.;<]{0,60}?)(?:prefers|likes|loves) to (?:listen to|hear|watch|read|"
    r"have|sing|play) (?:the )?<thing:W>(?:(?: ,)? (?:and|or) (?:to )?"
    r"(?:(?:have|listen to|hear|watch|read|sing|play) )?(?:the )?<more:W>)?"
)


def draw_tastes(view: View, /) -> Iterator[Candidate]:
    """What somebody loves, and what not: the sign lies in the predicate."""
    for pattern, predicate, words in (
        (_LIKES, "likes", "loves likes adores enjoys fan fond"),
        (_DISLIKES, "dislikes", "dislikes hates detests loathes can't"),
        (_PREFERS, "likes", "prefers likes loves"),
    ):
        for hit in hits(view, pattern, frozenset(words.split())):
            subject, stance = hit.entity("s"), hit.stance("o")
            words_of = hit.words("o") if "o" in hit.match.groupdict() else None
            found = [hit.value(group) for group in ("thing", "more") if group in hit.match.groupdict()]
            things = [thing for thing in found if thing is not None]
            if words_of:  # in place of a work or product
                things = [TextObject(words_of)]
            if subject is None or stance is None:
                continue
            for thing in things:
                yield Candidate(
                    subject,
                    predicate,
                    thing,
                    f"taste/{predicate}",
                    (hit.span(),),
                    status=stance.status,
                    polarity=stance.polarity,
                    attribution=stance.attribution,
                    confidence=0.7,
                )


_NOUN = (
    r"(?P<o>(?:(?!and\b|but\b|or\b|to\b|on\b|in\b|at\b|from\b|with\b|for\b|after\b|by\b|"
    r"today\b|yesterday\b)[a-z][\w'-]{1,20}+ ?){1,4}?)"
)
_GOT = r"(?:got|received|gets|receives|was given|was gifted|has got|was fitted with|is wearing)"

# "Got his way", "got her start": nothing was received.
_IDIOMS = (
    r"(?:own )?(?:way|start|wish|revenge|chance|turn|shot|hands?|feet|act|name|nickname|title|money|break|point|hopes?|"
    r"footing|bearings|breath|facts|eyes?|head|mind|story|stories|career|job|life|team|side|first (?:win|goal|start|"
    r"break|taste|chance)|man|woman|dog|cat|wife|husband|mother|father|friends?)"
    r"(?= ?(?:[<,.;!]|today|yesterday|this|last|in|on|at|from|back|with|to|for|right|and|but|when|as|$))"
)

LIKES = Predicate(
    Declaration("likes", PERSON, _THING, None, extension=True),
    (draw_tastes,),
    (
        Example("Simon Albrook loves toy trains.", "Simon Albrook", "toy trains"),
        Example("Mia Quill enjoys long walks.", "Mia Quill", "long walks"),
    ),
    (
        Counterexample("Simon Albrook would love toy trains.", "would"),
        Counterexample("Simon Albrook sold toy trains.", "a sale"),
    ),
)
DISLIKES = Predicate(
    Declaration("dislikes", PERSON, _THING, None, extension=True),
    (draw_tastes,),
    (
        Example("Simon Albrook loves trains but dislikes boiled cabbage.", "Simon Albrook", "boiled cabbage"),
        Example("Mia Quill hates cold soup.", "Mia Quill", "cold soup"),
    ),
    (
        Counterexample("Simon Albrook might dislike boiled cabbage.", "a guess"),
        Counterexample("Simon Albrook cooked boiled cabbage.", "a cook"),
    ),
)
RECEIVED = Predicate(
    Declaration("received", PERSON, _THING, None, extension=True),
    (
        phrase(
            "got/possessive",
            "received",
            rf"{_GOT} <s:P> 's (?!{_IDIOMS}){_NOUN}(?= ?(?:<t>|[,.;!]|today|yesterday|this|last|on|from|$))",
            "got received gets receives given gifted fitted",
            0.65,
            quoted=True,
        ),
        phrase(
            "got/present",
            "received",
            rf"<s:P> {{AUX}}(?:received|was given|was gifted|was presented with) (?:an?|the) {_NOUN} "
            rf"(?:from|by) ",
            "received given gifted presented",
            0.7,
        ),
    ),
    (
        Example("Mia Quill was given a silver watch by her team.", "Mia Quill", "silver watch"),
        Example("Leo Brandt received a new guitar from his fans.", "Leo Brandt", "new guitar"),
    ),
    (
        Counterexample("Mia Quill will receive a silver watch from her team.", "to come"),
        Counterexample("Mia Quill bought a silver watch.", "a purchase"),
        Counterexample("Mia Quill got her way on Friday.", "an idiom"),
    ),
)
_FIXTURE = re.compile(
    r"\b(?:bouts?|fights?|rematch|finals?|semi-?finals?|quarter-?finals?|rounds?|matches|match|title|champion(?:ship)?|"
    r"[a-z]{3,7}weight|tournament|fixture|ring|seeds?)\b",
    re.IGNORECASE,
)


def _is_no_fixture(hit: Hit) -> bool:
    """Boxers and sides meet in a contest, which is no meeting."""
    return not hit.view.is_sport and not _FIXTURE.search(hit.reading.text)


MET = Predicate(
    Declaration(
        "met",
        frozenset({"person", "group"}),
        frozenset({"person", "group"}),
        None,
        symmetric=True,
        extension=True,
    ),
    (
        phrase(
            "met/met",
            "met",
            r"<s:P>{APP} {AUX}(?:met|meets|met with|meets with|held talks with|had lunch with|"
            r"had dinner with) (?:with )?(?:the |his |her )?{ADJ}<o:P>{DATE}",
            "met meets held lunch dinner",
            0.75,
            accept=_is_no_fixture,
        ),
    ),
    (
        Example("Carla Velez met Leo Brandt in Lisbon.", "Carla Velez", "Leo Brandt"),
        Example("Peter Albrook held talks with Mia Quill.", "Peter Albrook", "Mia Quill"),
    ),
    (
        Counterexample("Carla Velez is set to meet Leo Brandt.", "to come"),
        Counterexample("Carla Velez never met Leo Brandt.", "never"),
        Counterexample("Leo Brandt meets Tomas Velez for the heavyweight title in May.", "a fixture"),
    ),
)
