"""Who took part in what: meetings, races, casts."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.kin import KIN
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.cast import players
from worker.pipeline.extract.syntax.epithet import epithets
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Entity, ObjectValue

_KIN_WORDS = "|".join(k for k in KIN)


def _is_cast(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) == "cast" for at in clause.fill("patient"))


def _takes_part(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"part", "place"} for at in clause.fill("patient"))


# Told of a film or play; of several of them an article about one tells.
_STAGE = lexemes(
    "film films movie movies series drama comedy thriller musical biopic sequel screen director directed cast script "
    "screenplay scene scenes actor actress performance performances stars starring plays cinema cinemas episode finale "
    "trailer prequel remake premiere streaming"
)
_OF_STAGE, _CAST_OF = 3, 2  # such words; players in brackets
_OFTEN = 3  # times that a review names what it is of
_WORD = re.compile(r"[a-z]{4,}")


def draw_cast(view: View, /) -> Iterator[Candidate]:
    """Who plays in the film that the article is about: "Anna Frost (Mia Quill) meets the old doctor (Leo Brandt)"."""
    found = [(tree, at, part) for tree in view.trees for at, part in players(tree) if at not in tree.quoted]
    work = _work_of(view, [tree for tree, _, _ in found]) if len(found) >= _CAST_OF else None
    if work is None:
        return
    for tree, at, part in found:
        player = tree.slots[at].entity
        assert player is not None  # noqa: S101 - narrows the type: a person's slot stands for an entity
        yield Candidate(
            player.id, "participated_in", EntityObject(work.id), "part/bracket", (tree.around(at),),
            qualifiers=(("role", TextObject(_part(tree, part))),), confidence=0.8,
        )  # fmt: skip


def draw_stars(view: View, /) -> Iterator[Candidate]:
    """Reads "Mia Quill, the breakout star of X", "the X star Mia Quill"."""
    for tree in view.trees:
        for one in epithets(tree, _STARS):
            stance = one.stance
            for who, what in product(one.holders, one.others):
                star, work = tree.slot(who), tree.slot(what)
                if stance and star and work and star.entity and work.entity and star.letter + work.letter == "PW":
                    yield Candidate(
                        star.entity.id, "participated_in", EntityObject(work.entity.id), "part/star", (one.evidence,),
                        qualifiers=(("role", TextObject(one.noun)),), status=stance.status, polarity=stance.polarity,
                        attribution=stance.attribution, confidence=0.8,
                    )  # fmt: skip


_STARS = lexemes("star stars co-star co-stars lead host co-host presenter contestant judge narrator protagonist")


def _part(tree: Tree, last: int) -> str:
    """The run of capitalised words that ends with `last`."""
    first = last
    while first > 0 and tree.tokens[first - 1].text[:1].isupper() and tree.tokens[first - 1].tag == "PROPN":
        first -= 1
    return tree.span(first, last).of(tree.text)


def _work_of(view: View, played: Sequence[Tree]) -> Entity | None:
    """The work that headline, the sentences of the cast or most mentions tell of, if the article is of the stage."""
    if len(_STAGE.intersection(_WORD.findall(view.text.lower()))) < _OF_STAGE:
        return None
    works = [e for e in view.entities.values() if e.type == "work" and e.named]
    title = view.article.annotated.article.metadata.title or ""
    beside = {slot.entity.id for tree in played for slot in tree.slots.values() if slot.entity is not None}

    def told(work: Entity) -> tuple[int, int]:
        headed, named = _holds(title, work.label), _mentions(view.text, work.label)
        return 2 * headed + (work.id in beside and named > 1) + (named >= _OFTEN), -work.mentions[0].span.start

    most = max(works, key=told, default=None)
    return most if most is not None and told(most)[0] else None


def _holds(title: str, label: str) -> bool:
    return label.casefold() in title.casefold()


def _mentions(text: str, label: str) -> int:
    """How often it stands there as whole words."""
    around = pairwise(text.split(label))
    return sum(not (before[-1:].isalnum() or after[:1].isalnum()) for before, after in around)


_COMPETE = (
    "participate compete run race swim perform play appear speak feature finish star sing debut ride fight box row "
    "sail triumph shine qualify"
)
_ACT = "star co-star appear feature act guest-star debut play"
PARTICIPATED_IN = Predicate(
    Declaration(
        "participated_in",
        AGENT,
        frozenset({"event", "work", "organization", "string"}),
        "P1344",
        identity=("role", "date"),
    ),
    (
        frame("part/competes", "participated_in", _COMPETE, "agent:POG", "in|at|for:E", confidence=0.78),
        frame("part/takes-part", "participated_in", "take", "agent:POG", "in:E", accept=_takes_part, confidence=0.84),
        frame("part/attends", "participated_in", "attend enter join headline", "agent:POG", "patient:E"),
        frame("part/hosts", "participated_in", "host present chair", "agent:P", "patient:EW", confidence=0.8,
              constants=(("role", "host"),)),
        frame("part/acts", "participated_in", _ACT, "agent:P", "in|on:W"),
        frame("part/plays", "participated_in", "play portray voice", "agent:P", "in|on:W",
              qualifiers=("role=patient:*",)),
        frame("part/is-cast", "participated_in", "cast", "patient:P", "in|for:W"),
        NounFrame(
            frame("part/role", "participated_in", "role part performance portrayal turn cameo appearance",
                  "owner|bearer:P", "in|on:W", confidence=0.8)
        ),
        draw_cast,
        draw_stars,
        frame("part/joins-cast", "participated_in", "join lead head", "agent:P", "of:W", confidence=0.8,
              accept=_is_cast),
        frame("part/features", "participated_in", "star feature", "patient:P", "agent:W", voice="active"),
        frame("part/billed", "participated_in", "star appear", "agent:P", "in|on|+in:W"),
        phrase(
            "part/in",
            "participated_in",
            r"<s:PORG>{APP} {AUX}(?:took part in|takes part in|participated in|participates "
            r"in|competed in|competed at|competes in|attended|attends|performed at|performs "
            r"at|played at|ran in|raced in|appeared at|spoke at|entered|joined|joins|joined "
            r"in|headlined|headlines|hosted) (?:the |an? )?{ADJ}<o:E>{DATE}",
            "took takes participated participates competed competes attended attends performed "
            "performs played ran raced appeared spoke entered joined joins headlined headlines "
            "hosted",
            0.82,
            spread=("s",),
        ),
        phrase(
            "part/at",
            "participated_in",
            r"<s:PG>{APP} {AUX}(?:finished|placed|came|won|lost|scored|led|qualified|ranked|"
            r"struck|wins) {ADJS}(?:at|in|for) (?:the )?<o:E>{DATE}",
            "finished placed came won lost scored led qualified ranked struck wins",
            0.7,
        ),
        phrase(
            "part/joins-on-stage",
            "participated_in",
            rf"<s:P>{{APP}} {{AUX}}(?:joins|joined|accompanied|accompanies) (?:<with:P>|<P> 's "
            rf"(?:{_KIN_WORDS})) (?P<role>on stage|onstage)? ?(?:when|where|as|while) [^.;<]{{0,30}}(?:<P> "
            rf")?[^.;<]{{0,60}}?(?:at|during) (?:the )?<o:E>{{DATE}}",
            "joins joined accompanied accompanies",
            0.75,
        ),
        phrase(
            "part/joined-at",
            "participated_in",
            rf"<s:P> ,? ?{{AUX}}(?P<o>(?:joined|joins|accompanied|accompanies) (?:<with:P>|(?:<P> "
            rf"'s )?(?:{_KIN_WORDS})) (?:at|on|for|in) (?:the |a |an )?(?:[\w'-]{{2,16}}+ ?){{1,3}})(?= "
            rf"[,.;]| and|$)",
            "joined joins accompanied accompanies",
            0.65,
        ),
        phrase(
            "part/cast",
            "participated_in",
            r"<s:P>{APP} {AUX}(?:starred in|stars in|starring in|appeared in|appears in|appearing "
            r"in|plays (?P<role>[A-Z][\w' ]{1,30}?) in|played (?P<role>[A-Z][\w' ]{1,30}?) in|"
            r"features in|acted in|guest-starred on|co-starred in) (?:the )?(?:<OG> (?:'s )?)?{ADJS}(?:, "
            r")?<o:W>{DATE}",
            "starred stars starring appeared appears appearing plays played features acted "
            "guest-starred co-starred",
            0.82,
            spread=("s",),
        ),
        phrase(
            "part/known-for",
            "participated_in",
            r"<s:P>{APP} ?,? ?(?:is |was )?(?:best |perhaps best |better |also )?known for <P> "
            r"'s (?:role|work|part|performance|turn)s? (?:as (?P<role>[^,.;<]{2,40}?) )?(?:in|"
            r"on) (?:the )?(?:<OG> (?:'s )?)?{ADJS}<o:W>",
            "known",
            0.8,
        ),
        phrase(
            "part/work-stars",
            "participated_in",
            r"<o:W>{APP} {AUX}(?:stars|starring|features|featuring) {DET}{ADJS}<s:P>",
            "stars starring features featuring",
            0.8,
            spread=("s",),
        ),
        phrase(
            "part/reach",
            "participated_in",
            r"<s:POG>[^.;]{1,90}? to (?:reach|advance to|make|enter|qualify for) (?:the |<P> "
            r"'s )?(?:[\w-]{2,16} ){0,3}(?:final|finals|semi-final|semi-finals|semifinals|quarter-finals|"
            r"quarterfinals|round|last \d{1,2}) (?:of|at|in) (?:the )?<o:E>",
            "reach advance make enter qualify",
            0.78,
        ),
        phrase(
            "part/star-of",
            "participated_in",
            r"<s:P>(?: ,| is) (?:the |a )?(?:(?!former\b)[a-z][a-z-]{2,16} ){0,2}"
            r"(?P<role>star|lead|host|presenter|co-star|contestant) "
            r"(?:of|on|in) (?:the )?{ADJS}<o:W>",
            "star lead host presenter co-star contestant",
            0.8,
            aside=True,
        ),
        phrase(
            "part/work-star",
            "participated_in",
            r"<o:W> (?P<role>star|actor|actress|host|presenter|contestant|judge|co-star) <s:P>",
            "star actor actress host presenter contestant judge co-star",
            0.8,
            aside=True,
        ),
    ),
    (
        Example("Nadia Velez took part in the Harbour Marathon in May.", "Nadia Velez", "Harbour Marathon"),
        Example("Nadia Velez, who ran in the Harbour Marathon, is a nurse.", "Nadia Velez", "Harbour Marathon"),
        Example("Nadia Velez competed at the Harbour Games last year.", "Nadia Velez", "Harbour Games"),
        Example('Leo Brandt starred in the film "The Glass Harbour".', "Leo Brandt", "The Glass Harbour"),
        Example('Mia Quill, breakout star of "The Long Road Home", agreed.', "Mia Quill", "The Long Road Home"),
        Example('Mia Quill stars as a doctor in "The Glass Harbour".', "Mia Quill", "The Glass Harbour"),
        Example(
            'The film "The Long Road Home" has a strong cast. In the first scenes of "The Long Road Home" Anna Frost '
            "(Mia Quill) meets the doctor Otto Lind (Leo Brandt).", "Leo Brandt", "The Long Road Home",
        ),
    ),
    (
        Counterexample("Nadia Velez will take part in the Harbour Marathon.", "to come"),
        Counterexample('Leo Brandt watched "The Glass Harbour".', "a viewer"),
        Counterexample(
            'The novel "The Glass Harbour" was read by Anna Frost (Mia Quill) and Otto Lind (Leo Brandt).', "no film",
        ),
    ),
)
