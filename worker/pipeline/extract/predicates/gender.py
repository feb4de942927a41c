"""Whether somebody is a woman, a man or neither, where the article says so in a word for it; never from a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import hits
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View

# As Wikidata names the values of P21.
_VALUES = {
    "woman": "female", "girl": "female", "lady": "female", "female": "female", "schoolgirl": "female",
    "man": "male", "boy": "male", "gentleman": "male", "male": "male", "schoolboy": "male",
    "non-binary": "non-binary", "nonbinary": "non-binary", "genderfluid": "genderfluid", "agender": "agender",
}  # fmt: skip
_TRANS = {"female": "trans woman", "male": "trans man"}
_NOUN = r"(?P<trans>transgender |trans )?(?P<word>woman|man|girl|boy|lady|gentleman|schoolgirl|schoolboy)"
_NEITHER = r"(?P<word>non-binary|nonbinary|genderfluid|agender)"
_KIND = rf"(?:(?:an? |the )?{{ADJ}}{_NOUN}|(?:an? )?{_NEITHER}(?: person)?)"
_END = r"(?![\w-])(?! 's| said| says| told)"
# Rule, pattern, confidence, whether the match is a noun phrase beside the name.
_WAYS = (
    (
        "gender/apposed",
        build(rf"<s:P>{{ASIDE}}(?:an?|the) {{ADJ}}{_NOUN}(?= [,.;)]| who | from | of | in | with |$)"),
        0.9,
        True,
    ),
    ("gender/is", build(rf"<s:P> {{AUX}}(?:is|was) (?:an? |the )?{{ADJ}}{_NOUN}{_END}"), 0.9, False),
    ("gender/is-neither", build(rf"<s:P> {{AUX}}(?:is|was) {_NEITHER}(?![\w-])"), 0.9, False),
    (
        "gender/identifies",
        build(rf"<s:P>{{APP}} {{AUX}}(?:identifies|identified|identify|came out) as {_KIND}{_END}"),
        0.9,
        False,
    ),
    (
        "gender/named",
        build(rf"(?:an?|the) {{ADJ}}{_NOUN} ,? ?(?:named|called|identified (?:by [a-z ]{{3,30}} )?as) <s:P>"),
        0.88,
        True,
    ),
)
_TRIGGERS = lexemes(" ".join(_VALUES))


def draw(view: View, /) -> Iterator[Candidate]:
    for rule, pattern, confidence, aside in _WAYS:
        for hit in hits(view, pattern, _TRIGGERS):
            person, stance = hit.entity("s"), hit.stance(aside=aside)
            if person is None or stance is None or (aside and not hit.is_name("s")):
                continue
            yield Candidate(
                person, "sex_or_gender", TextObject(_value(hit.match.groupdict())), rule, (hit.span(),),
                status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=confidence,
            )  # fmt: skip


def _value(groups: dict[str, str | None]) -> str:
    word = groups.get("word") or groups.get("word__2") or ""
    value = _VALUES[word.lower()]
    return _TRANS.get(value, value) if groups.get("trans") else value


SEX_OR_GENDER = Predicate(
    Declaration("sex_or_gender", PERSON, frozenset({"string"}), "P21", merge="latest"),
    (draw,),
    (
        Example("Nadia Velez, a 34-year-old woman from Leeds, was hurt.", "Nadia Velez", "female"),
        Example("Police arrested a man named Peter Albrook on Monday.", "Peter Albrook", "male"),
        Example("Robin Quill came out as non-binary in 2021.", "Robin Quill", "non-binary"),
        Example("Jamie Brandt is a transgender woman.", "Jamie Brandt", "trans woman"),
    ),
    (
        Counterexample("Nadia Velez said that she was glad about her win.", "pronouns only"),
        Counterexample("Nadia Velez, a woman said, was late.", "somebody else"),
        Counterexample("Peter Albrook, the man's lawyer, was late.", "the lawyer's client"),
        Counterexample("Peter Albrook met a woman in Leeds.", "somebody else"),
    ),
)
