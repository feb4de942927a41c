"""The beginning and the end of a life: dates, places, causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import hits, phrase
from worker.pipeline.extract.rule import PERSON, PLACE, Counterexample, Example, Predicate
from worker.pipeline.values import Candidate, Declaration, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View

_CAUSE = (
    r"(?P<o>(?:an? |the |complications (?:of|from) |injuries (?:in|from) |multiple |"
    r"suspected |natural |acute |chronic |advanced )?(?:[a-z][\w'-]{1,20} ){0,4}?"
    r"(?:cancer|tumou?r|leuk(?:a)?emia|lymphoma|melanoma|heart attack|cardiac arrest|"
    r"heart failure|heart disease|stroke|pneumonia|covid-19|coronavirus|"
    r"aids|sepsis|dementia|alzheimer's(?: disease)?|parkinson's(?: disease)?|disease|"
    r"illness|infection|overdose|causes|"
    r"injuries|wounds?|gunshot wounds?|stab wounds|hypothermia|drowning|asphyxiation|"
    r"poisoning|aneurysm|embolism|failure|complications|"
    r"crash|accident|collision|shooting|stabbing|explosion|fire|fall|avalanche|attack|"
    r"suicide|malaria|tuberculosis|influenza|flu|diabetes))(?![\w-])"
)
_DIED = r"(?:died|dies|passed away|passes away)"

_CAUSE_WAS = build(rf"(?:the )?cause(?: of death)? was {_CAUSE}")
_DEAD = build(rf"<s:P>{{APP}} {{AUX}}{_DIED}")


def draw_stated_cause(view: View, /) -> Iterator[Candidate]:
    """The cause ("The cause was pneumonia") is of him whose death was told before."""
    deaths = [
        (hit.span().start, person)
        for hit in hits(view, _DEAD, frozenset({"died", "dies", "passed", "passes"}))
        if (person := hit.entity("s"))
    ]
    for hit in hits(view, _CAUSE_WAS, frozenset({"cause"})):
        before = [person for start, person in deaths if start < hit.span().start]
        stance, words = hit.stance("o"), hit.words("o")
        if before and stance is not None and words is not None:
            yield Candidate(
                before[-1],
                "cause_of_death",
                TextObject(words),
                "death/the-cause",
                (hit.span(),),
                status=stance.status,
                polarity=stance.polarity,
                attribution=stance.attribution,
                confidence=0.8,
            )


DATE_OF_BIRTH = Predicate(
    Declaration("date_of_birth", PERSON, frozenset({"date"}), "P569", functional=True, conflict="always"),
    (
        phrase(
            "birth/born-on",
            "date_of_birth",
            r"<s:P>{APP} {AUX}born (?:[^.;<]{0,30}?(?:in <GL> )?)?(?:on |in )?<o:t>",
            "born",
            0.9,
        ),
        phrase(
            "birth/born-opening",
            "date_of_birth",
            r"born (?:(?:in|at) <GLO> )?(?:, <GL> ,? ?)?(?:(?:in|at) <GL> )?(?:on |in )<o:t> ,? ?(?:to [^,<]{1,40} "
            r", )?(?:(?:mr|mrs|ms|dr|sir) \.? ?)?<s:P>",
            "born",
            0.85,
        ),
        phrase(
            "birth/born-bracket",
            "date_of_birth",
            r"<s:P> (?:\(|,) (?:born|b\.) (?:on |in )?<o:t>",
            "born b.",
            0.9,
            aside=True,
        ),
        phrase("birth/life-span", "date_of_birth", r"<s:P> \( <o:t> - <t> \)", "(", 0.8, aside=True),
        phrase(
            "birth/gave-birth-to",
            "date_of_birth",
            r"gave birth to {ADJ}(?:, )?<s:P> (?:on|in) <o:t>",
            "birth",
            0.85,
        ),
    ),
    (
        Example("Carla Velez was born on 3 May 1961 in Norland.", "Carla Velez", "1961-05-03"),
        Example("Hector Velez, born in 1958, retired early.", "Hector Velez", "1958"),
    ),
    (
        Counterexample("Carla Velez opened the school on 3 May 1961.", "no birth"),
        Counterexample("The idea of Carla Velez was born on 3 May 1961?", "a question"),
    ),
)
PLACE_OF_BIRTH = Predicate(
    Declaration("place_of_birth", PERSON, PLACE, "P19", functional=True, conflict="always"),
    (
        phrase(
            "birth/born-in",
            "place_of_birth",
            r"<s:P>{APP} {AUX}born (?:(?:on |in )?<t> )?(?:and (?:raised|brought up|grew up) "
            r")?(?:in|at) <o:GL>",
            "born",
            0.9,
        ),
        phrase(
            "birth/opening-in",
            "place_of_birth",
            r"born (?:(?:on|in) <t> ,? ?)?(?:in|at) <o:GL>(?: , <GL>)?(?: ,? ?(?:on|in) <t>)?(?: "
            r"to [^,<]{1,40})? , (?:(?:mr|mrs|ms|dr|sir) \.? ?)?<s:P>",
            "born",
            0.85,
        ),
        phrase(
            "birth/date-in",
            "place_of_birth",
            r"<s:P>{APP} {AUX}born (?:on|in) <t> ,? ?(?:in|at) <o:GL>",
            "born",
            0.9,
        ),
        phrase(
            "birth/native", "place_of_birth", r"<s:P>{APP}(?: ,| is| was) an? native of <o:GL>", "native", 0.8
        ),
        phrase("birth/native-of", "place_of_birth", r"<s:P> , an? <o:G> native", "native", 0.75, aside=True),
        phrase("birth/born", "place_of_birth", r"<o:G> ?- ?born {ADJ}<s:P>", "born", 0.8, aside=True),
    ),
    (
        Example("Carla Velez was born in Lisbon and moved to Leeds.", "Carla Velez", "Lisbon"),
        Example("Hector Velez was born on 3 May 1961 in Madrid.", "Hector Velez", "Madrid"),
    ),
    (
        Counterexample("Carla Velez lives in Lisbon.", "a residence"),
        Counterexample("Carla Velez was not born in Lisbon.", "denied"),
    ),
)
DATE_OF_DEATH = Predicate(
    Declaration("date_of_death", PERSON, frozenset({"date"}), "P570", functional=True, conflict="always"),
    (
        phrase(
            "death/died-on",
            "date_of_death",
            rf"<s:P>{{APP}} {{AUX}}{_DIED}(?: [^.;<]{{0,50}}?(?:(?:in|at|near) <[GLO]\d{{1,3}}>(?: "
            rf", <G>)? ?[^.;<]{{0,30}}?)?)? ?(?:, )?(?:on |in |late |early |last )?<o:t>",
            "died dies passed passes",
            0.88,
        ),
        phrase(
            "death/killed-on",
            "date_of_death",
            r"<s:P>{APP} {AUX}(?:was|were) (?:killed|shot dead|stabbed to death|murdered|found "
            r"dead|pronounced dead|executed|assassinated)(?: [^.;<]{0,50}?(?:(?:in|at|near) "
            r"<[GLO]\d{1,3}>(?: , <G>)? ?)?)? ?(?:on |in )?<o:t>",
            "killed shot stabbed murdered dead executed assassinated",
            0.82,
        ),
        phrase("death/life-span", "date_of_death", r"<s:P> \( <t> - <o:t> \)", "(", 0.8, aside=True),
        phrase("death/of", "date_of_death", r"(?:the )?death of <s:P>{AGE} (?:on|in) <o:t>", "death", 0.75),
    ),
    (
        Example("Hector Velez died on 4 June 2020 at his home.", "Hector Velez", "2020-06-04"),
        Example("Carla Velez passed away in 2011.", "Carla Velez", "2011"),
    ),
    (
        Counterexample("Hector Velez retired on 4 June 2020.", "retired"),
        Counterexample("Hector Velez could have died on 4 June 2020.", "could have"),
    ),
)
PLACE_OF_DEATH = Predicate(
    Declaration(
        "place_of_death", PERSON, frozenset({"gpe", "location", "organization"}), "P20", functional=True,
        conflict="always",
    ),
    (
        phrase(
            "death/died-in",
            "place_of_death",
            rf"<s:P>{{APP}} {{AUX}}{_DIED} (?:[^.;<]{{0,40}}? )?(?:(?:on |in )?<t> )?(?:[^.;<]{{0,30}}? "
            rf")?(?:at <P> 's home )?(?:in|at|near) (?:the |a )?(?:[a-z]{{3,12}} (?:in|near) )?<o:GLO>",
            "died dies passed passes",
            0.82,
        ),
        phrase(
            "death/killed-in",
            "place_of_death",
            r"<s:P>{APP} {AUX}(?:was|were) (?:killed|shot dead|stabbed to death|murdered|found "
            r"dead) (?:in|at|near) (?:the )?<o:GL>",
            "killed shot stabbed murdered dead",
            0.78,
        ),
    ),
    (
        Example("Hector Velez died in Lisbon on Tuesday.", "Hector Velez", "Lisbon"),
        Example(
            "Carla Velez passed away at Brannoc General Hospital.", "Carla Velez", "Brannoc General Hospital"
        ),
    ),
    (
        Counterexample("Hector Velez lived in Lisbon until Tuesday.", "lived"),
        Counterexample("Did Hector Velez die in Lisbon?", "a question"),
    ),
)
CAUSE_OF_DEATH = Predicate(
    Declaration("cause_of_death", PERSON, frozenset({"string"}), "P509", sensitivity=("health",)),
    (
        phrase(
            "death/died-of",
            "cause_of_death",
            rf"<s:P>{{APP}} {{AUX}}{_DIED} (?:[^.;]{{0,90}}? )?"
            rf"(?:of|from|after suffering|following|due to|in|after) {_CAUSE}",
            "died dies passed",
            0.85,
        ),
        phrase(
            "death/killed-by",
            "cause_of_death",
            rf"<s:P>{{APP}} {{AUX}}(?:was|were) killed (?:in|by|when|during|after) {_CAUSE}",
            "killed",
            0.8,
        ),
        draw_stated_cause,
        phrase(
            "death/cause-was",
            "cause_of_death",
            rf"<s:P> 's (?:death|cause of death) was (?:caused by |due to |)?{_CAUSE}",
            "death",
            0.8,
        ),
    ),
    (
        Example("Hector Velez died of lung cancer in May.", "Hector Velez", "lung cancer"),
        Example("Carla Velez was killed in a car crash.", "Carla Velez", "a car crash"),
    ),
    (
        Counterexample("Hector Velez survived lung cancer in May.", "survived"),
        Counterexample("Hector Velez may have died of lung cancer.", "a guess"),
    ),
)
