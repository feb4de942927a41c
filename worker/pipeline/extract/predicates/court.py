"""Courts: formal charges, pleas, verdicts and sentences. An allegation is none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.crimes import is_deed, is_grave, is_plea
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.accused import (
    Accused,
    AgainstWhom,
    Court,
    for_trial,
    in_court,
    is_penalty,
    is_sent_down,
    is_upheld,
    pleads_guilty,
    pleads_innocent,
)
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.noun_frame import NounFrame
from worker.pipeline.extract.syntax.offence import Counts, Offence
from worker.pipeline.values import Declaration

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.frame import Finder, Frame
    from worker.pipeline.values import ObjectValue


def _charge(
    rule: str,
    verbs: str,
    accused: str | Finder,
    crime: Finder,
    status: str,
    *,
    plea: str | None = None,
    accept: Callable[[Clause, ObjectValue], bool] | None = None,
    confidence: float = 0.88,
    presupposed: bool = False,
) -> Frame:
    who = Accused(tuple(accused.split("|"))) if isinstance(accused, str) else accused
    constants = (("status", status), *((("plea", plea),) if plea else ()))
    return frame(
        rule, "charged_with", verbs, who, crime, confidence=confidence, constants=constants, accept=accept,
        presupposed=presupposed, more=(("court", Court()),),
    )  # fmt: skip


def _of(*cases: str) -> Offence:
    return Offence(frozenset(cases))


def _anything(_: str) -> bool:
    """Whoever is convicted is so of a crime, whatever its name."""
    return True


def _is_all_told(clause: Clause, _: ObjectValue) -> bool:
    """No crime is told but the deed: "charged with murder in the death of" is a charge of murder."""
    return not any(_CRIMES.found(clause))


def _is_guilty_plea(clause: Clause, _: ObjectValue) -> bool:
    """"Roe's guilty plea to fraud"; a "not guilty plea" admits nothing."""
    words = {clause.tree.word(i) for i in clause.tree.reach(clause.verb)}
    return "guilty" in words and "not" not in words


_CRIMES = _of("with", "of", "on", "for", "over")
_IN = Offence(frozenset({"in", "over"}), accept=is_deed)
_COUNTS = frozenset({"on", "over"})
_ANY_ON = Offence(frozenset({"on", "for", "with", "of", "over"}), accept=_anything)
_PLEADED = Offence(frozenset({"to", "of"}), accept=_anything)
_TRIED_FOR = _of("for", "on", "over")
_FOR = Offence(frozenset({"for", "over"}), accept=is_plea)  # "two years for research into murder" is a grant
_CHARGES = (
    _charge("court/charged", "charge recharge", "patient", _of("with", "over"), "charged", confidence=0.9),
    _charge("court/indicted", "indict arraign", "patient", _ANY_ON, "charged"),
    _charge("court/charged-in", "charge indict arraign", "patient", _IN, "charged", accept=_is_all_told,
            confidence=0.8),
    _charge("court/hit-with", "hit slap", "patient", Offence(frozenset({"with"}), counted=True), "charged",
            confidence=0.8),
    _charge("court/held", "remand hold book arrest detain", "patient", Offence(_COUNTS, counted=True), "charged"),
    _charge("court/faces", "face", "agent", Offence(frozenset({""}), counted=True), "charged", confidence=0.84),
    _charge("court/appeared", "appear", "agent", Offence(_COUNTS, counted=True), "charged", confidence=0.84),
    _charge("court/charges-include", "include", AgainstWhom(), _of(""), "charged", confidence=0.8),
    NounFrame(_charge("court/in-custody", "custody jail prison detention", "bearer", Offence(_COUNTS, counted=True),
                      "charged", confidence=0.8)),
    _charge("court/held-on", "remain sit languish", "agent", Offence(_COUNTS, counted=True), "charged",
            confidence=0.8),
    NounFrame(_charge("court/indictment", "indictment arraignment", "owner|of|bearer", _TRIED_FOR, "charged",
                      confidence=0.8)),
    NounFrame(
        _charge("court/charges-against", "charge count", "against|owner", Counts(), "charged", accept=is_upheld,
                confidence=0.74)
    ),
)  # fmt: skip
_PLEAS = (
    NounFrame(_charge("court/plea", "plea", "owner|of|bearer", _of("to"), "pleaded guilty", plea="guilty",
                      accept=_is_guilty_plea, confidence=0.8)),
    _charge("court/pleaded-guilty", "plead enter", "agent", _PLEADED, "pleaded guilty", plea="guilty",
            accept=pleads_guilty, confidence=0.92),
    _charge("court/pleaded-not-guilty", "plead enter", "agent", _PLEADED, "charged", plea="not guilty",
            accept=pleads_innocent, confidence=0.9),
    _charge("court/admitted", "admit", "agent", Offence(frozenset({"", "to"}), accept=is_plea), "pleaded guilty",
            plea="guilty", confidence=0.8),
    _charge("court/denied", "deny", "agent", Offence(frozenset({""}), accept=is_grave), "charged",
            plea="not guilty", confidence=0.78),
)  # fmt: skip
_TRIALS = (
    _charge("court/tried", "try prosecute", "patient", _TRIED_FOR, "charged"),
    _charge("court/accused-in-court", "accuse", "patient", _of("of"), "charged", accept=in_court, confidence=0.84,
            presupposed=True),
    _charge("court/stands-trial", "stand go face await", "agent", _TRIED_FOR, "charged", accept=for_trial,
            confidence=0.84, presupposed=True),
    NounFrame(_charge("court/trial", "trial retrial prosecution", "bearer|owner|of", _TRIED_FOR, "charged",
                      confidence=0.82, presupposed=True)),
)  # fmt: skip
_VERDICTS = (
    _charge("court/convicted", "convict", "patient", _ANY_ON, "convicted", confidence=0.92),
    _charge("court/found-guilty", "find", "patient", _of("of", "on"), "convicted", accept=pleads_guilty,
            confidence=0.92),
    _charge("court/found-not-guilty", "find", "patient", _of("of", "on"), "acquitted", accept=pleads_innocent,
            confidence=0.9),
    _charge("court/cleared", "acquit clear exonerate", "patient", _of("of", "on"), "acquitted"),
    _charge("court/convicted-in", "convict", "patient", _IN, "convicted", accept=_is_all_told, confidence=0.82),
    NounFrame(_charge("court/acquittal", "acquittal", "owner|of|bearer", _TRIED_FOR, "acquitted", confidence=0.8)),
    NounFrame(_charge("court/conviction", "conviction", "owner|of|bearer", _TRIED_FOR, "convicted", confidence=0.82)),
)  # fmt: skip
_SENTENCES = (
    _charge("court/sentenced", "sentence jail imprison lock_up", "patient", _TRIED_FOR, "sentenced"),
    _charge("court/sentenced-in", "sentence jail imprison", "patient", _IN, "sentenced", accept=_is_all_told,
            confidence=0.8),
    _charge("court/fined", "fine", "patient", Offence(frozenset({"for"}), accept=is_plea), "sentenced",
            confidence=0.78),
    _charge("court/sent-down", "send", "patient", _FOR, "sentenced", accept=is_sent_down),
    _charge("court/given", "give hand", "patient|recipient", _FOR, "sentenced", accept=is_penalty),
    _charge("court/served", "receive get serve begin spend do", "agent", _FOR, "sentenced", accept=is_penalty,
            confidence=0.84),
)  # fmt: skip
CHARGED_WITH = Predicate(
    Declaration(
        "charged_with", AGENT, frozenset({"string"}), "P1595", sensitivity=("crime",), identity=("status",)
    ),
    (*_CHARGES, *_PLEAS, *_TRIALS, *_VERDICTS, *_SENTENCES),
    (
        Example("Leo Brandt was charged with armed robbery on Monday.", "Leo Brandt", "armed robbery"),
        Example(
            "Leo Brandt, 34, of Lockwood Avenue, Millbrook, is charged with attempted murder.",
            "Leo Brandt",
            "attempted murder",
        ),
        Example("Leo Brandt said he would be charged with incitement.", "Leo Brandt", "incitement", "predicted"),
        Example("Mia Quill, 41, pleaded guilty to two counts of tax fraud.", "Mia Quill", "tax fraud"),
        Example("A grand jury indicted Leo Brandt on charges of wire fraud and bribery.", "Leo Brandt", "bribery"),
        Example(
            "Leo Brandt faces one count of first-degree arson and one count of second-degree murder.",
            "Leo Brandt",
            "second-degree murder",
        ),
        Example("Leo Brandt pleaded no contest to drunk driving.", "Leo Brandt", "drunk driving"),
        Example("Leo Brandt had admitted causing death by driving.", "Leo Brandt", "causing death by driving"),
        Example("Jurors found Leo Brandt guilty of first-degree murder.", "Leo Brandt", "first-degree murder"),
        Example("A jury cleared Leo Brandt of manslaughter.", "Leo Brandt", "manslaughter"),
        Example("Leo Brandt was jailed for life for murdering his wife.", "Leo Brandt", "murdering his wife"),
        Example("Leo Brandt was handed a suspended sentence for assault.", "Leo Brandt", "assault"),
        Example("Leo Brandt received 18 months in prison for perjury.", "Leo Brandt", "perjury"),
        Example("Leo Brandt appeared at Leeds Magistrates' Court on Monday charged with arson.", "Leo Brandt", "arson"),
        Example("Leo Brandt, who stood trial accused of money laundering, wept.", "Leo Brandt", "money laundering"),
        Example("The trial of Leo Brandt on charges of bribery opened on Monday.", "Leo Brandt", "bribery"),
        Example("An appeals court upheld Leo Brandt's conviction for fraud.", "Leo Brandt", "fraud"),
        Example("The charges against Leo Brandt include murder and kidnapping.", "Leo Brandt", "kidnapping"),
        Example("Leo Brandt denies three counts of rape.", "Leo Brandt", "rape"),
        Example("Leo Brandt, 34, and Tom Quill, 29, have both been charged with theft.", "Tom Quill", "theft"),
        Example(
            "Crowds met Leo Brandt, a former mayor indicted on bribery charges, at noon.", "Leo Brandt", "bribery"
        ),
        Example(
            "Leo Brandt was jailed for six years for his role in the hack of Halvex Systems.",
            "Leo Brandt",
            "hack of Halvex Systems",
        ),
        Example(
            "Leo Brandt was charged in connection with the death of a cyclist.", "Leo Brandt", "death of a cyclist"
        ),
        Example("Leo Brandt was convicted in the killing of his neighbour.", "Leo Brandt", "killing of his neighbour"),
        Example(
            "Leo Brandt was charged on Monday with one felony count of grand theft.", "Leo Brandt", "grand theft"
        ),
        Example(
            "Leo Brandt was hit with a string of federal charges including wire fraud.", "Leo Brandt", "wire fraud"
        ),
        Example("Leo Brandt was indicted on six counts, including arson and conspiracy.", "Leo Brandt", "conspiracy"),
        Example("Leo Brandt was booked into jail on charges of child neglect.", "Leo Brandt", "child neglect"),
        Example(
            "Leo Brandt, accused of killing two students, appeared in court.", "Leo Brandt", "killing two students"
        ),
        Example("Leo Brandt stands accused of perjury.", "Leo Brandt", "perjury"),
        Example("Leo Brandt spent three years in prison for tax evasion.", "Leo Brandt", "tax evasion"),
        Example("Leo Brandt remains in custody on charges of treason.", "Leo Brandt", "treason"),
        Example("The indictment of Leo Brandt on fraud charges came in May.", "Leo Brandt", "fraud"),
        Example(
            "A jury found that Peter Albrook was guilty. Peter Albrook was convicted of perjury.",
            "Peter Albrook",
            "perjury",
        ),
    ),
    (
        Counterexample("Leo Brandt was accused of armed robbery by a neighbour.", "an accusation"),
        Counterexample("Leo Brandt was arrested on suspicion of armed robbery.", "an arrest"),
        Counterexample("Leo Brandt was charged with leading the new team.", "a task"),
        Counterexample("Prosecutors dropped charges of fraud against Leo Brandt.", "dropped"),
        Counterexample("Leo Brandt received two years of funding for research into murder.", "a grant"),
        Counterexample("Leo Brandt represents a man charged with fraud.", "another man"),
        Counterexample("Leo Brandt told police that the man charged with assault was unknown to him.", "a witness"),
        Counterexample("Leo Brandt has called for the minister to be charged with treason.", "a wish"),
        Counterexample("Leo Brandt faces claims of fraud from former staff.", "claims"),
        Counterexample("Leo Brandt denied fraud and said his accounts were in order.", "no plea"),
        Counterexample("Leo Brandt, prosecuting, told the jury that the gang had admitted robbery.", "the lawyer"),
        Counterexample("Leo Brandt was charged with a misdemeanor.", "no crime is named"),
        Counterexample("Leo Brandt was booked on suspicion of drunk driving.", "an arrest"),
        Counterexample("Leo Brandt, accused of fraud by a rival, smiled.", "an accusation"),
        Counterexample("Leo Brandt was sentenced in Leeds in the presence of his wife.", "no crime is told"),
        Counterexample("Leo Brandt was hit with a wave of complaints about fraud.", "complaints"),
        Counterexample("Leo Brandt is wanted for murder in Norland.", "no charge yet"),
        Counterexample("Leo Brandt is to be charged with incitement, police said.", "to come"),
        Counterexample("Leo Brandt said he would be charged with incitement.", "a forecast"),
    ),
)
