"""Family: father, mother, child, sibling and other relatives."""

from __future__ import annotations

from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.ties import draw_ties
from worker.pipeline.values import (
    Declaration,
)


def _kin(
    name: str, wikidata: str, *, functional: bool = False, symmetric: bool = False, inverse: str | None = None
) -> Declaration:
    return Declaration(
        name, PERSON, PERSON, wikidata, functional=functional, symmetric=symmetric, inverse=inverse,
        conflict="always" if functional else "none",
    )


FATHER = Predicate(
    _kin("father", "P22", functional=True, inverse="child"),
    (draw_ties,),
    (
        Example(
            "Peter Albrook took his son, Simon Albrook, to the game. He was proud.",
            "Simon Albrook",
            "Peter Albrook",
        ),
        Example(
            "Hector Velez died on Monday. He is survived by his wife, Rosa, and two sons, Leo and Tom.",
            "Tom",
            "Hector Velez",
        ),
        Example("Nadia Velez thanked her father, Hector Velez, on stage.", "Nadia Velez", "Hector Velez"),
    ),
    (
        Counterexample(
            "Peter Albrook is seen as the father of modern chess in Norland.", "a figure of speech"
        ),
        Counterexample("Peter Albrook played the father of Mia Quill in the film.", "a part"),
        Counterexample("If Simon Albrook were his son, Peter Albrook would be proud.", "a condition"),
    ),
)
MOTHER = Predicate(
    _kin("mother", "P25", functional=True, inverse="child"),
    (draw_ties,),
    (
        Example("Carla Velez gave birth to a son, Leo, in May.", "Leo", "Carla Velez"),
        Example("Nadia Velez visited her mother, Carla Velez, on Sunday.", "Nadia Velez", "Carla Velez"),
        Example(
            "Carla Velez said her daughter, Nadia Velez, had phoned. She was glad.",
            "Nadia Velez",
            "Carla Velez",
        ),
    ),
    (
        Counterexample("Carla Velez runs the mother company of Nordbank Holdings.", "a company"),
        Counterexample("Is Carla Velez the mother of Nadia Velez?", "a question"),
    ),
)
CHILD = Predicate(
    _kin("child", "P40", inverse="father"),
    (draw_ties,),
    (
        Example(
            "Sam Quill and Robin Thorne's daughter, Mia Quill, won the race.", "Robin Thorne", "Mia Quill"
        ),
        Example(
            "Mia Quill, the youngest daughter of Robin Thorne, won the race.", "Robin Thorne", "Mia Quill"
        ),
    ),
    (
        Counterexample("Robin Thorne coached Mia Quill for years.", "a coach"),
        Counterexample("Robin Thorne might be the parent of Mia Quill.", "a guess"),
    ),
)
SIBLING = Predicate(
    _kin("sibling", "P3373", symmetric=True),
    (draw_ties,),
    (
        Example("Brothers Tomas Velez and Hector Velez opened a bakery.", "Tomas Velez", "Hector Velez"),
        Example("Nadia Velez and her brother, Tomas Velez, opened a bakery.", "Nadia Velez", "Tomas Velez"),
        Example("Tomas Velez's younger sister Nadia Velez runs the bakery.", "Tomas Velez", "Nadia Velez"),
    ),
    (
        Counterexample("Nadia Velez and Tomas Velez opened a bakery.", "no kin noun"),
        Counterexample("Tomas Velez is not the brother of Nadia Velez.", "denied"),
    ),
)
RELATIVE = Predicate(
    _kin("relative", "P1038", symmetric=True),
    (draw_ties,),
    (
        Example("Nadia Velez lives with her grandmother, Rosa Velez.", "Nadia Velez", "Rosa Velez"),
        Example("Tomas Velez's uncle, Hector Moran, owns the shop.", "Tomas Velez", "Hector Moran"),
    ),
    (
        Counterexample("Nadia Velez read Rosa Velez's novel about an aunt.", "nobody's aunt"),
        Counterexample("Would Hector Moran be the uncle of Tomas Velez?", "a question"),
    ),
)
