"""Amounts that people have: children, teeth, weight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.numbers import CARDINAL, cardinal, ordinal
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.epithet import holders
from worker.pipeline.extract.syntax.kin import havers
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import (
    Candidate,
    Declaration,
    Quantity,
    QuantityObject,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View


_PARENT_OF = re.compile(
    rf"\b(?:mum|mom|mother|mommy|mummy|father|dad|daddy|parent|parents)[- ]of[- ](?P<n>{CARDINAL})\b",
    re.IGNORECASE,
)
_PARENT_OF_NAMED = build(
    rf"<s:P>{{AGE}} ,? ?(?:an? |the )?(?:[a-z-]{{2,16}} and )?{{ADJ}}(?:mum|mom|mother|father|dad|parent)(?: "
    rf"of |-of-)(?P<n>{CARDINAL})(?![\w-])"
)
_HAS_CHILDREN = build(
    rf"<s:PR>{{APP}}(?: and [^.;]{{1,60}}?)? {{AUX}}(?:has|have|had|share|shares|raised) "
    rf"(?P<n>{CARDINAL}) (?:[a-z-]{{3,14}} )?(?:children|kids|sons|daughters)(?! and)(?: "
    rf"together| with <P>)?"
)
_NTH_CHILD = build(
    r"<s:PR> 's (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
    r"(?:child|baby|son|daughter)"
)
_TEETH = build(rf"<s:P> {{AUX}}has (?P<n>{CARDINAL}) (?:[a-z]{{3,10}} )?(?:tooth|teeth)")
_WEIGHS = build(
    r"<s:PDOB>(?:{APP} {AUX}| [^.;<]{0,60}?(?:, )?and )(?:weighs|weighed|weighing|tips "
    r"the scales at) (?:in at )?(?:about |around |just |only |nearly |over )?<o:q>"
)
_MASS_UNITS = frozenset({"kg", "g"})


def draw_children(view: View, /) -> Iterator[Candidate]:
    """The words "mother-of-three" and "has two children" count; "their second child" tells of two at least."""
    for nominal in view.nominals:
        match = _PARENT_OF.search(" ".join(nominal.span.of(view.text).split()))
        number = cardinal(match["n"]) if match else None
        if number and nominal.entity.type == "person":
            yield _children(nominal.entity.id, number, nominal.span)
    for pattern, rule in ((_PARENT_OF_NAMED, "children/parent-of"), (_HAS_CHILDREN, "children/has")):
        for hit in hits(
            view,
            pattern,
            lexemes("mum mom mother father dad parent mother-of-two children kids sons daughters")
            | _of_words(),
        ):
            yield from _counted(hit, "number_of_children", "{child}", rule)
    for hit in hits(view, _NTH_CHILD, frozenset({"child", "baby", "son", "daughter"})):
        subject, number, stance = hit.entity("s"), ordinal(hit.match["nth"]), hit.stance()
        if subject and number and stance is not None and stance.status == "asserted":
            amount = Quantity(hit.span("nth"), str(number), ">=", "{child}")
            yield Candidate(
                subject,
                "number_of_children",
                QuantityObject(amount),
                "infer/nth-child",
                (hit.span(),),
                derivation="inferred",
                premises=(0,),
                confidence=0.75,
            )


_PARENTS = lexemes("mum mom mother father dad parent parents")
_HYPHENED = re.compile(rf"(?:mum|mom|mother|father|dad|parent)-of-(?P<n>{CARDINAL})")


def draw_parents(view: View, /) -> Iterator[Candidate]:
    """By the tree: "Roe, now a mother of two", "father-of-four Roe", "married with three children"."""
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if at not in tree.quoted:
                yield from _told_of(tree, at)


def _told_of(tree: Tree, at: int) -> Iterator[Candidate]:
    word = tree.word(at)
    hyphened = _HYPHENED.fullmatch(word)
    numbers = [tree.word(i) for i in tree.under(at, "nmod" if word in _PARENTS else "nummod") if i != at]
    people: list[int] = []
    if hyphened is not None:
        numbers, people = [hyphened["n"]], [*holders(tree, at), tree.tokens[at].head]
    elif word in _PARENTS and any(tree.case(i) == "of" for i in tree.under(at, "nmod")):
        people = [*holders(tree, at), at]
    elif word in {"children", "kids"} and not tree.under(at, "nmod:poss"):
        people = [j for i in havers(tree, at) for j in tree.joined(i)]
    number = next((n for one in numbers if (n := cardinal(one)) is not None), None)
    stance = meaning(tree, at) if people and number else None
    for one in people if stance is not None else []:
        slot = tree.slot(one)
        if slot is not None and slot.entity is not None and slot.letter in "PR" and number and stance is not None:
            for person in slot.entity.members or (slot.entity.id,):
                yield Candidate(
                    person, "number_of_children",
                    QuantityObject(Quantity(tree.span(at, at), str(number), "=", "{child}")), "children/tree",
                    (tree.around(at, one),), status=stance.status, polarity=stance.polarity,
                    attribution=stance.attribution, confidence=0.8,
                )  # fmt: skip


def _of_words() -> frozenset[str]:
    """The hyphenated words: "mother-of-two" is one word of the sentence."""
    numbers = ("two", "three", "four", "five", "six", "seven", "eight", "one", "nine", "ten")
    return frozenset(
        f"{p}-of-{n}" for p in ("mum", "mom", "mother", "father", "dad", "parent") for n in numbers
    )


def _counted(hit: Hit, predicate: str, unit: str, rule: str) -> Iterator[Candidate]:
    subject, number, stance = hit.entity("s"), cardinal(hit.match["n"]), hit.stance()
    if subject is None or number is None or stance is None:
        return
    amount = Quantity(hit.span("n"), str(number), "=", unit)
    yield Candidate(
        subject,
        predicate,
        QuantityObject(amount),
        rule,
        (hit.span(),),
        status=stance.status,
        polarity=stance.polarity,
        attribution=stance.attribution,
        confidence=0.82,
    )


def _children(parent: str, number: int, span: Span) -> Candidate:
    amount = QuantityObject(Quantity(span, str(number), "=", "{child}"))
    return Candidate(parent, "number_of_children", amount, "children/parent-of", (span,), confidence=0.85)


def draw_teeth(view: View, /) -> Iterator[Candidate]:
    for hit in hits(view, _TEETH, frozenset({"teeth", "tooth"})):
        yield from _counted(hit, "number_of_teeth", "{tooth}", "body/teeth")


def draw_mass(view: View, /) -> Iterator[Candidate]:
    """Weights of people and things; the unit must be one of mass."""
    for hit in hits(view, _WEIGHS, frozenset({"weighs", "weighed", "weighing", "tips"})):
        subject, slot, stance, value = hit.entity("s"), hit.slot("o"), hit.stance(), hit.value("o")
        quantity = slot.quantity if slot is not None else None
        if (
            subject is None
            or stance is None
            or value is None
            or quantity is None
            or quantity.si_unit not in _MASS_UNITS
        ):
            continue
        yield Candidate(
            subject,
            "mass",
            value,
            "body/weighs",
            (hit.span(),),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.85,
        )


NUMBER_OF_CHILDREN = Predicate(
    Declaration(
        "number_of_children", frozenset({"person", "group"}), frozenset({"quantity"}), "P1971",
        merge="max", conflict="same_time",
    ),
    (draw_children, draw_parents),
    (
        Example("Nadia Velez, a mother of three, was fined.", "Nadia Velez", "3"),
        Example("Peter Albrook has two children.", "Peter Albrook", "2"),
        Example("Peter Albrook leaves a wife and three children.", "Peter Albrook", "3"),
        Example("Father-of-four Peter Albrook was there.", "Peter Albrook", "4"),
    ),
    (
        Counterexample("Nadia Velez taught three children.", "pupils"),
        Counterexample("Nadia Velez hopes to have three children.", "a hope"),
    ),
)
NUMBER_OF_TEETH = Predicate(
    Declaration(
        "number_of_teeth",
        PERSON,
        frozenset({"quantity"}),
        None,
        merge="latest",
        sensitivity=("health",),
        extension=True,
        conflict="same_time",
    ),
    (draw_teeth,),
    (
        Example("Simon Albrook already has six teeth.", "Simon Albrook", "6"),
        Example("The boy, Simon Albrook, is one. Simon Albrook has two teeth.", "Simon Albrook", "2"),
    ),
    (
        Counterexample("Simon Albrook lost six teeth.", "lost"),
        Counterexample("Simon Albrook may have six teeth.", "a guess"),
    ),
)
MASS = Predicate(
    Declaration(
        "mass",
        frozenset({"person", "product", "object", "organization"}),
        frozenset({"quantity"}),
        "P2067",
        merge="latest",
        sensitivity=("health",),
        conflict="same_time",
    ),
    (draw_mass,),
    (
        Example("Simon Albrook weighs 19 lbs.", "Simon Albrook", "19"),
        Example("Mia Quill weighed 70 kg.", "Mia Quill", "70"),
    ),
    (
        Counterexample("Simon Albrook bought 19 lbs of flour.", "flour"),
        Counterexample("Simon Albrook might weigh 19 lbs.", "a guess"),
    ),
)
