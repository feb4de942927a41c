"""The beginning and the end of a life: dates, places, causes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, PLACE, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import Place, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.values import Candidate, Declaration, EntityObject, TextObject, TimeObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

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

# Illnesses, and accidents or deeds that kill; a phrase that holds one is a cause.
_ILL = re.compile(
    r"\b(?:cancer|tumou?rs?|leuka?emia|lymphoma|melanoma|heart|cardiac|strokes?|pneumonia|covid(?:-19)?|coronavirus|"
    r"aids|sepsis|dementia|alzheimer\S{0,4}|parkinson\S{0,4}|disease|illness|infection|overdose|causes|injur(?:y|ies)|"
    r"wounds?|hypothermia|drowning|asphyxia\w{0,4}|poisoning|inhalation|aneurysm|embolism|failure|complications?|"
    r"malaria|tuberculosis|influenza|flu|diabetes|ha?emorrhage|cirrhosis|meningitis|cholera|ebola|thirst|hunger|"
    r"starvation|exhaustion|suffocation|blood clot|burns|als|lupus|emphysema|disorder|syndrome|old age|trauma|fever|"
    r"exposure|dehydration|heat ?stroke|electrocution|choking|allergic reaction|gunshot|asthma|[a-z]{3,16}(?:itis|osis|"
    r"emia|[^c]oma|pathy))\b",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:crash|accident|collision|shooting|stabbing|explosion|fire|blaze|fall|avalanche|attack|bomb|bombing|blast|"
    r"pile-up|landslide|earthquake|flood|shark|lightning|bullet|airstrike|air strike|missile|landmine|grenade|gunman|"
    r"gunfire|shelling|ambush|duel|stampede|crush|derailment|drone|explosive|hit-and-run|shootout|wreck|collapse|"
    r"raid|strike|tornado|hurricane|typhoon|cyclone|tsunami|eruption|sinking|combat|battle)\b",
    re.IGNORECASE,
)
_DIE = "die pass_away perish drown"
_KILL = "kill murder assassinate execute slay behead lynch gun_down"


# "his injuries" tell no cause, and where it happened is none.
_NO_CAUSE = re.compile(
    r"(?:(?:his|her|their|the|serious|severe|multiple|fatal) ){0,2}(?:injuries|injury|wounds?|causes)", re.IGNORECASE
)
_WHERE = re.compile(r" (?:in|at|near|outside|outside of|off) (?:the )?[A-Z].*$", re.DOTALL)
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


def _cause(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    def cause(words: str) -> str | None:
        bare = _WHERE.sub("", words)
        return bare if pattern.search(bare) and not _NO_CAUSE.fullmatch(bare) else None

    return cause


def _struck_alone(words: str) -> str | None:
    """"A roadside bomb", but not "a plot to kill him before the attack"."""
    return words if len(words.split()) <= _FEW_WORDS and _STRUCK.search(words.rsplit(maxsplit=1)[-1]) else None


_FEW_WORDS = 3
_ill, _struck = _cause(_ILL), _cause(_STRUCK)


def _is_by_another(clause: Clause, _: ObjectValue) -> bool:
    """"The gunman killed himself" tells of nobody but the gunman."""
    return not any(clause.tree.word(at) in _REFLEXIVE for at in clause.fill("patient"))


def _is_by_own_hand(clause: Clause, _: ObjectValue) -> bool:
    """"Roe killed himself", "he hanged himself"; "the gunman killed himself" may be said of anybody."""
    tree = clause.tree
    described = any(slot is not None and slot.nominal for slot in map(tree.slot, clause.fill("agent")))
    return not clause.passive and not described and not _is_by_another(clause, _)


def _is_suicide(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) == "suicide" for at in clause.fill("by"))


def _is_battle(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"battle", "fight", "struggle"} for at in clause.fill("patient"))


def _is_own_life(clause: Clause, _: ObjectValue) -> bool:
    return any(clause.tree.word(at) in {"life", "lives"} for at in clause.fill("patient"))


def _is_dead(clause: Clause, _: ObjectValue) -> bool:
    """"was shot dead", "was stabbed to death": without it somebody may live."""
    tree = clause.tree
    fatal = any(tree.word(at) == "fatally" for at in tree.under(clause.verb, "advmod"))
    return fatal or any(tree.word(at) in {"dead", "death"} for at in range(clause.verb + 1, clause.verb + 4))


def _is_born(clause: Clause, _: ObjectValue) -> bool:
    return clause.words == "born"


@dataclass(frozen=True, slots=True)
class _Day:
    """The day behind the verb, or the one that opens the clause; "whose song won in 1978 , died" has another's."""

    place: Place
    anywhere: bool = False  # around a noun: "fell vacant in August after the death of", not "the day after his death"

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        subject = min((*clause.fill("agent"), *clause.fill("patient"), clause.verb))
        if "respectively" in clause.tree.words:
            return  # told by `draw_respective`
        for at, value in self.place.found(clause):
            slot = clause.tree.slot(at)
            other = slot is not None and {"after", "before", "since"} & set(slot.words.casefold().split())
            if _is_day(value) and not other and (self.anywhere or at > clause.verb or at < subject):
                yield at, value


def _is_day(value: ObjectValue) -> bool:
    """Not an hour: "pronounced dead after the 10 p.m. crash"."""
    return isinstance(value, TimeObject) and value.time.type == "date"


@dataclass(frozen=True, slots=True)
class _Scene:
    """The town, land or house of a clause's place, also behind what happened there ("in a crash near Leeds")."""

    letters: str

    def found(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        direct = list(Place(_AT, self.letters).found(clause))
        yield from direct or self._behind(clause)

    def _behind(self, clause: Clause) -> Iterator[tuple[int, ObjectValue]]:
        tree = clause.tree
        for about in tree.under(clause.verb, "obl", "obl:agent"):
            happened = tree.case(about) in _AT or _STRUCK.fullmatch(tree.word(about))
            inner = tree.under(about, "nmod") if happened and about not in tree.slots else []
            inner += [at for site in inner if site not in tree.slots for at in tree.under(site, "nmod")]
            for at in inner:
                slot = tree.slot(at)
                if tree.case(at) in _AT and slot is not None and slot.letter in "GL" and slot.entity is not None:
                    yield at, EntityObject(slot.entity.id)
                    return


def _is_of_one(hit: Hit) -> bool:
    value = hit.value("o")
    return value is not None and _is_day(value) and " respectively" not in hit.reading.text


_AT = ("in", "at", "near", "outside", "outside of")
_DAY = _Day(Place(("when", "on", "in", "at"), "t"))


def draw_respective(view: View, /) -> Iterator[Candidate]:
    """In "Roe and Doe died in 1987 and 1993, respectively" each has his own day."""
    for clause in view.clauses_with(forms(_DIE)):
        tree = clause.tree
        if "respectively" not in tree.words:
            continue
        people = [at for head in clause.fill("agent") for at in tree.joined(head)]
        days = [at for head in (*clause.fill("in"), *clause.fill("on")) for at in tree.joined(head)]
        stance = meaning(tree, clause.verb)
        if len(people) != len(days) or stance is None:
            continue
        for who, day in zip(people, days, strict=True):
            person, when = tree.slot(who), tree.slot(day)
            if person is None or person.entity is None or when is None or when.time is None:
                continue
            yield Candidate(
                person.entity.id, "date_of_death", TimeObject(when.time, "date"), "death/respectively",
                (tree.around(who, day),), status=stance.status, polarity=stance.polarity,
                attribution=stance.attribution, confidence=0.8,
            )  # fmt: skip


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


_BORN_THERE = build(r"<o:GL> ?- ?born (?=[a-z])")


def draw_native(view: View, /) -> Iterator[Candidate]:
    """"The Lisbon-born singer" stands for a person: the town is that person's."""
    for hit in hits(view, _BORN_THERE, frozenset({"born"})):
        person, place, stance = view.nominal_over(hit.span("o")), hit.value("o"), hit.stance(aside=True)
        if person is not None and person.type == "person" and place is not None and stance is not None:
            yield Candidate(person.id, "place_of_birth", place, "birth/native", (hit.span(),), confidence=0.8)


DATE_OF_BIRTH = Predicate(
    Declaration("date_of_birth", PERSON, frozenset({"date"}), "P569", functional=True, conflict="always"),
    (
        frame("birth/born", "date_of_birth", "bear", "patient:P", "when|on|in:t", confidence=0.88, accept=_is_born),
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
        draw_native,
        frame(
            "birth/born-at", "place_of_birth", "bear", "patient:P", "in|at|near:GL", confidence=0.88, accept=_is_born
        ),
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
        Example("Carla Velez is on tour. The Lisbon-born singer plays Leeds next.", "Carla Velez", "Lisbon"),
        Example("Born in Lisbon in 1961, Carla Velez moved to Leeds.", "Carla Velez", "Lisbon"),
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
        frame("death/dies-on", "date_of_death", _DIE, "agent:P", _DAY, confidence=0.86),
        draw_respective,
        frame("death/is-killed-on", "date_of_death", _KILL, "patient:P", _DAY, confidence=0.82,
              accept=_is_by_another),
        frame("death/loses-life-on", "date_of_death", "lose", "agent:P", _DAY, accept=_is_own_life),
        frame(
            "death/is-shot-on", "date_of_death", "shoot stab beat burn", "patient:P", _DAY,
            accept=_is_dead,
        ),
        NounFrame(
            frame("death/his-death", "date_of_death", "death killing murder assassination", "owner|of:P",
                  _Day(Place(("when", "on", "in"), "t"), anywhere=True), confidence=0.74)
        ),
        phrase(
            "death/died-on",
            "date_of_death",
            rf"<s:P>{{APP}} {{AUX}}{_DIED}(?: [^.;<]{{0,50}}?(?:(?:in|at|near) <[GLO]\d{{1,3}}>(?: "
            rf", <G>)? ?[^.;<]{{0,30}}?)?)? ?(?:, )?(?:on |in |late |early |last )?<o:t>",
            "died dies passed passes",
            0.88,
            accept=_is_of_one,
        ),
        phrase(
            "death/killed-on",
            "date_of_death",
            r"<s:P>{APP} {AUX}(?:was|were) (?:killed|shot dead|stabbed to death|murdered|found "
            r"dead|pronounced dead|executed|assassinated)"
            r"(?: (?:(?!after |before |following |since |when )[^.;< ]{1,30} ){0,8}?"
            r"(?:(?:in|at|near) <[GLO]\d{1,3}>(?: , <G>)? ?)?)? ?(?:on |in )?<o:t>",
            "killed shot stabbed murdered dead executed assassinated",
            0.82,
            accept=_is_of_one,
        ),
        phrase("death/life-span", "date_of_death", r"<s:P> \( <t> - <o:t> \)", "(", 0.8, aside=True),
        phrase("death/of", "date_of_death", r"(?:the )?death of <s:P>{AGE} (?:on|in) <o:t>", "death", 0.75),
    ),
    (
        Example("Hector Velez was stabbed to death on 4 June 2020.", "Hector Velez", "2020-06-04"),
        Example("Hector Velez died on 4 June 2020 at his home.", "Hector Velez", "2020-06-04"),
        Example("Carla Velez passed away in 2011.", "Carla Velez", "2011"),
        Example("Hector Velez and Carla Velez died in 1987 and 1993, respectively.", "Carla Velez", "1993"),
        Example("Hector Velez lost his life in a fire in 2011.", "Hector Velez", "2011"),
    ),
    (
        Counterexample("Hector Velez was pronounced dead at a clinic after the 10 p.m. crash.", "the crash"),
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
        frame("death/dies-at", "place_of_death", _DIE, "agent:P", _Scene("GLO")),
        frame("death/is-killed-at", "place_of_death", _KILL, "patient:P", _Scene("GL"), confidence=0.78,
              accept=_is_by_another),
        frame("death/loses-life-at", "place_of_death", "lose", "agent:P", _Scene("GL"), accept=_is_own_life),
        frame("death/pronounced", "place_of_death", "pronounce declare", "patient:P", "at|in:GLO", accept=_is_dead),
        frame("death/is-shot-at", "place_of_death", "shoot stab beat burn find", "patient:P", _Scene("GL"),
              accept=_is_dead),
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
        Example(
            "Carla Velez was pronounced dead at Brannoc General Hospital.", "Carla Velez", "Brannoc General Hospital"
        ),
        Example("Hector Velez died in Lisbon on Tuesday.", "Hector Velez", "Lisbon"),
        Example("Hector Velez was killed in a bombing in Lisbon.", "Hector Velez", "Lisbon"),
        Example("Hector Velez died at his home in Lisbon.", "Hector Velez", "Lisbon"),
        Example("Hector Velez was killed in a shooting at a bar in Lisbon.", "Hector Velez", "Lisbon"),
        Example("Hector Velez was gunned down in Lisbon in 2006.", "Hector Velez", "Lisbon"),
        Example("Hector Velez was fatally shot in Lisbon.", "Hector Velez", "Lisbon"),
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
        frame("death/dies-of", "cause_of_death", _DIE, "agent:P", "of|from|after|following:*", refine=_ill),
        frame("death/dies-in", "cause_of_death", _DIE, "agent:P", "in|after|following|from:*", refine=_struck),
        frame("death/is-killed-by", "cause_of_death", "kill", "patient:P", "in|by|agent:*", refine=_struck,
              voice="passive"),
        frame("death/kills", "cause_of_death", "kill", "patient:P", "agent:*", refine=_struck_alone, voice="active",
              accept=_is_by_another),
        frame("death/suicide", "cause_of_death", "die", "agent:P", None, object_text="suicide", accept=_is_suicide),
        frame("death/kills-oneself", "cause_of_death", "kill hang", "agent:P", None, object_text="suicide",
              accept=_is_by_own_hand, confidence=0.78),
        frame("death/loses-life", "cause_of_death", "lose", "agent:P", "in|after|to:*", refine=_struck,
              accept=_is_own_life),
        frame("death/assassinated", "cause_of_death", "assassinate", "patient:P", None, object_text="assassinated"),
        frame("death/succumbs", "cause_of_death", "succumb", "agent:P", "to:*", refine=_ill),
        frame("death/loses-battle", "cause_of_death", "lose", "agent:P", "with|to|against:*", refine=_ill,
              accept=_is_battle),
        frame("death/own-life", "cause_of_death", "take", "agent:P", None, object_text="suicide", accept=_is_own_life),
        frame("death/shot-dead", "cause_of_death", "shoot", "patient:P", None, object_text="shooting", accept=_is_dead),
        frame("death/stabbed", "cause_of_death", "stab", "patient:P", None, object_text="stabbing", accept=_is_dead),
        frame("death/drowned", "cause_of_death", "drown", "agent:P", None, object_text="drowning", confidence=0.74),
        NounFrame(
            frame("death/death-from", "cause_of_death", "death", "owner|of:P", "from|due to|after:*", refine=_ill)
        ),
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
        Example("Carla Velez succumbed to pneumonia in March.", "Carla Velez", "pneumonia"),
        Example("Carla Velez lost her battle with breast cancer in March.", "Carla Velez", "breast cancer"),
        Example("Hector Velez, who was shot dead in Leeds, had two sons.", "Hector Velez", "shooting"),
        Example("Hector Velez died of lung cancer in May.", "Hector Velez", "lung cancer"),
        Example("Carla Velez was killed in a car crash.", "Carla Velez", "a car crash"),
        Example("Hector Velez died by suicide in 2011.", "Hector Velez", "suicide"),
        Example("Hector Velez hanged himself in 2011.", "Hector Velez", "suicide"),
        Example("Carla Velez was assassinated in 1968.", "Carla Velez", "assassinated"),
        Example("Carla Velez was fatally stabbed in Leeds.", "Carla Velez", "stabbing"),
    ),
    (
        Counterexample("Hector Velez succumbed to his injuries.", "which injuries is not told"),
        Counterexample("Police told Hector Velez that the gunman killed himself.", "the gunman"),
        Counterexample("A plot to kill Hector Velez before the raid failed.", "a plot"),
        Counterexample("Hector Velez was shot in the leg.", "he lives"),
        Counterexample("Carla Velez raised money for cancer after her dog died.", "a dog"),
        Counterexample("Hector Velez survived lung cancer in May.", "survived"),
        Counterexample("Hector Velez may have died of lung cancer.", "a guess"),
    ),
)
