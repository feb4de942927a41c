"""Where things come from: who made a work or product, and when an organization began."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.epithet import epithets
from worker.pipeline.extract.syntax.frame import Frame, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.epithet import Epithet
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

# What a maker did, by the name of who does it.
_ROLES = {
    "director": "direct co-direct helm", "author": "write co-write pen author script co-author",
    "creator": "create co-create devise", "composer": "compose", "artist": "paint sculpt draw",
    "designer": "design co-design", "illustrator": "illustrate", "choreographer": "choreograph",
    "producer": "produce co-produce",
}  # fmt: skip
_MAKERS = lexemes(
    "director co-director author co-author writer co-writer creator co-creator composer screenwriter designer "
    "illustrator playwright songwriter novelist choreographer maker manufacturer developer inventor producer producers "
    "co-producer writers directors creators authors developers makers"
)
# A film or a series is as often its star's as its maker's, unless it is "by" somebody.
_FOUNDINGS = lexemes("founding foundation establishment inception formation creation")
_TALES = lexemes("tale story ballet bestseller thriller trilogy saga collection documentary")
_WRITINGS = _TALES | lexemes(
    "novel book memoir autobiography play album song single painting poem opera symphony biography"
)
_WORKS = _WRITINGS | lexemes("film movie documentary drama series sitcom thriller comedy musical sculpture portrait")


def _is_made(rule: str, role: str, verbs: str, makers: str, things: str) -> Frame:
    return frame(
        rule, "creator", verbs, f"patient:{things}", f"agent|by|+by:{makers}", constants=(("role", role),),
    )  # fmt: skip


def draw_makers(view: View, /) -> Iterator[Candidate]:
    """Reads "X, the author of Y", "Y director X", "X's novel Y", "Y, a film by X"."""
    for tree in view.trees:
        for one in epithets(tree, _MAKERS | _WORKS):
            yield from _made(tree, one)


def _made(tree: Tree, one: Epithet) -> Iterator[Candidate]:
    stance = one.stance
    for holder, other in product(one.holders, one.others):
        maker, work = (holder, other) if one.noun in _MAKERS else (other, holder)
        a, b = tree.slot(maker), tree.slot(work)
        if stance is None or a is None or b is None or a.entity is None or b.entity is None:
            continue
        by = one.noun in _MAKERS or one.noun in _WRITINGS or tree.case(other) in {"by", "from"}
        if by and a.letter in "POR" and b.letter in "WD":
            yield Candidate(
                b.entity.id, "creator", EntityObject(a.entity.id), "made/noun", (one.evidence,),
                qualifiers=(("role", TextObject(one.noun.removesuffix("s") if one.noun in _MAKERS else "author")),),
                status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
            )  # fmt: skip


def draw_owned(view: View, /) -> Iterator[Candidate]:
    """Whose a title is: "Leo Brandt's The Glass Harbour" is by him, unless he only plays in it."""
    players = {role.holder.id for role in view.roles if not _PLAYING.isdisjoint(role.noun.casefold().split())}
    for tree in view.trees:
        for at, work in tree.slots.items():
            if work.letter != "W" or not work.name or work.entity is None or at in tree.quoted:
                continue
            for owner in tree.under(at, "nmod:poss"):
                maker = tree.slots.get(owner)
                if maker is None or maker.entity is None or maker.entity.id in players:
                    continue
                if _makes(maker, work, tree.text):
                    yield Candidate(
                        work.entity.id, "creator", EntityObject(maker.entity.id), "made/owned",
                        (tree.around(owner, at),), confidence=0.78,
                    )  # fmt: skip


def _makes(maker: Slot, work: Slot, text: str) -> bool:
    """A full name's title; "Baldur's Gate" is nobody's, unless it stands in marks."""
    if not maker.name or maker.entity is None or not _touch(text, maker.span.end, work.span.start):
        return False
    return maker.letter + work.letter == "PW" and (" " in maker.words or text[work.span.start - 1] in _MARKS)


_PLAYING = lexemes("actor actress star co-star lead host presenter character player striker coach")
_OWNED = re.compile(r"['’]s?,? (?:the )?[\"“‘'']?$", re.IGNORECASE)  # noqa: RUF001 - press style


def _touch(text: str, end: int, start: int) -> bool:
    """Nothing but the genitive and a mark stands between: in "Roe's hit song X" the noun tells who he is to it."""
    return 0 < start - end <= _BETWEEN and _OWNED.fullmatch(text[end:start]) is not None


_BETWEEN = 10
_MARKS = "\"'“‘"  # noqa: RUF001 - press style


CREATOR = Predicate(
    Declaration(
        "creator",
        frozenset({"work", "product"}),
        frozenset({"person", "organization", "group"}),
        "P170",
        identity=("role",),
    ),
    (
        *(_is_made(f"made/{role}", role, verbs, "PR", "W") for role, verbs in _ROLES.items()),
        _is_made("made/product", "creator", "design create develop invent build", "POR", "D"),
        _is_made("made/maker", "manufacturer", "make manufacture", "O", "D"),
        _is_made("made/developer", "developer", "develop build design make", "O", "W"),
        draw_makers,
        draw_owned,
        phrase(
            "made/behind", "creator",
            r"<o:OPR>(?: ,)? (?:the |a |an )?{ADJ}(?:company|studio|firm|developer|maker|publisher|team|group|director|"
            r"author|duo|producer|creator|writer|artist|designer|brains|mind) behind (?:the |its )?{ADJ}<s:WD>",
            "behind", 0.78, aside=True,
        ),
        phrase(
            "made/from", "creator",
            r"<s:W> ,? ?(?:is )?(?:by|from) (?:the )?{ADJ}(?:director|author|writer|creator|filmmaker|film-maker|"
            r"composer|novelist|playwright|showrunner) <o:P>",
            "by from", 0.78, aside=True,
        ),
        phrase("made/by", "creator", r"<s:W> ,? ?by <o:PR>", "by", 0.72, aside=True, spread=("o",)),
    ),
    (
        Example('She saw "The Glass Harbour", directed by Leo Brandt.', "The Glass Harbour", "Leo Brandt"),
        Example('Mia Quill wrote the novel "Salt and Smoke".', "Salt and Smoke", "Mia Quill"),
        Example('"The Glass Harbour" by Leo Brandt was a hit.', "The Glass Harbour", "Leo Brandt"),
        Example('"Salt and Smoke", a novel by Mia Quill, was a hit.', "Salt and Smoke", "Mia Quill"),
        Example('Critics praised Leo Brandt\'s "The Long Road Home".', "The Long Road Home", "Leo Brandt"),
        Example('Leo Brandt produced "The Glass Harbour".', "The Glass Harbour", "Leo Brandt"),
    ),
    (
        Counterexample('Mia Quill praised the novel "Salt and Smoke".', "a reader"),
        Counterexample('The actor Leo Brandt wept. Critics praised Leo Brandt\'s "The Long Road Home".', "an actor"),
        Counterexample('Mia Quill may have written "Salt and Smoke".', "a guess"),
    ),
)


def _is_alone(clause: Clause, _thing: ObjectValue) -> bool:
    """"It opened in 2009", and not "it opened a shop in 2009" or "it started selling phones in 2009"."""
    return not clause.fill("patient") and not clause.tree.under(clause.verb, "xcomp", "ccomp", "advcl")


def draw_foundings(view: View, /) -> Iterator[Candidate]:
    """Reads "since its founding in 1999", "the foundation of Halvex in 1999"."""
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if tree.word(at) in _FOUNDINGS and at not in tree.quoted:
                yield from _begun(tree, at)


def _begun(tree: Tree, at: int) -> Iterator[Candidate]:
    bodies = [*tree.under(at, "nmod:poss"), *(i for i in tree.under(at, "nmod") if tree.case(i) == "of")]
    times = [s.time for i in tree.under(at, "nmod", "obl") if (s := tree.slots.get(i)) is not None and s.time]
    stance = meaning(tree, at) if bodies and times else None
    slot = tree.slot(bodies[0]) if bodies else None
    if stance is not None and slot is not None and slot.entity is not None and slot.letter == "O":
        yield Candidate(
            slot.entity.id, "date_founded", TimeObject(times[0], "date"), "began/noun", (tree.around(bodies[0], at),),
            status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
        )  # fmt: skip


DATE_FOUNDED = Predicate(
    Declaration(
        "date_founded",
        frozenset({"organization", "event", "group", "location"}),
        frozenset({"date"}),
        "P571",
        functional=True,
        conflict="always",
    ),
    (
        frame(
            "began/founded", "date_founded", "found co-found establish form set_up incorporate start create launch",
            "patient:O", "in|on|when|since|+in:t",
        ),
        frame(
            "began/opened", "date_founded", "open start begin launch", "agent:OL", "in|on|when|since:t", voice="active",
            accept=_is_alone,
        ),
        frame("began/dates", "date_founded", "date date_back", "agent:O", "to|from:t"),
        draw_foundings,
    ),
    (
        Example("Nordbank Holdings was founded in 1911.", "Nordbank Holdings", "1911"),
        Example("Founded in 1999, Halvex Systems makes phones.", "Halvex Systems", "1999"),
        Example("Halvex Systems was established in Leeds in 1999.", "Halvex Systems", "1999"),
        Example("Peter Albrook founded Halvex Systems in 1999.", "Halvex Systems", "1999"),
    ),
    (
        Counterexample("Nordbank Holdings was sued in 1911.", "a lawsuit"),
        Counterexample("Nordbank Holdings opened a branch in 1911.", "a branch"),
        Counterexample("Nordbank Holdings started selling bonds in 1911.", "a trade"),
        Counterexample("Nordbank Holdings may have been founded in 1911.", "a guess"),
    ),
)
