"""Courts: formal charges, pleas, verdicts and sentences; and who sued whom. An allegation is none of these."""

from __future__ import annotations

import re

from worker.pipeline.extract.phrase import Hit, phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.values import Declaration

# The crime in its words: up to the end of the phrase; "two counts of theft and one of fraud" stays one string.
_CRIME = (
    r"(?P<o>(?![a-z]{3,12}ing (?:the|a|an|his|her|its|to)\b)(?:(?!\b(?:on|at|by|before|"
    r"when|while|who|which|he|she|they|said|according|with|for|because|but|was|were|"
    r"is|are|has|had|"
    r"that|over|during|last|earlier|later|will|would|could|if|now|faces|sentenced|received|"
    r"in(?! the (?:first|second|third))|he's)\b)[\w'$%&/-]{1,24}(?: ,(?= (?:[\w-]{2,20} "
    r"){1,4}(?:and|,)))? ?){1,10})"
)
_COUNT = (
    r"(?:(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"multiple|several|a single|an?) (?:separate |felony |misdemeanor |criminal )?counts? "
    r"of )?"
)
_OFFENCE = (
    r"(?P<o>(?:[a-z][\w'-]{1,20} ){0,3}?(?:murder|manslaughter|homicide|assault|battery|"
    r"rape|robbery|burglary|theft|larceny|fraud|forgery|embezzlement|"
    r"bribery|corruption|perjury|arson|kidnapping|abduction|conspiracy|racketeering|"
    r"extortion|blackmail|stalking|harassment|"
    r"trafficking|possession|smuggling|espionage|treason|terrorism|evasion|laundering|"
    r"drink-driving|drunk driving|"
    r"dangerous driving|careless driving|abuse|misconduct|obstruction|vandalism|trespassing|"
    r"negligence|cruelty|shoplifting|"
    r"battery|indecency|grooming|voyeurism|contempt|dui|dwi))(?: charges?| offen[cs]es?)?"
)
# What makes words a crime: "charged with leading the team" is none, nor is "the agency charged with its preservation".
_CRIMINAL = re.compile(
    r"murder|manslaughter|homicide|assault|battery|rape|sex|robbery|burglar|theft|larceny|"
    r"steal|fraud|forg|embezzl|brib|corrupt|perjury|"
    r"arson|kidnap|abduct|conspir|racketeer|extort|blackmail|stalk|harass|traffick|possess|"
    r"smuggl|espionage|treason|terror|evasion|"
    r"launder|driv|abuse|misconduct|obstruct|vandal|trespass|neglig|cruelty|shoplift|"
    r"indecen|grooming|voyeur|contempt|dui|dwi|weapon|"
    r"firearm|gun|drug|cocaine|heroin|cannabis|marijuana|felony|misdemeano|degree|kill|"
    r"endanger|neglect|disorder|intoxicat|threat|damage|"
    r"mischief|breach|resist|evad|impersonat|doping|fixing|insurrection|sedition|incit|"
    r"hack|riot|hate|false|lying|tax|insider|flight|"
    r"entry|violat|unlawful|illegal|offen[cs]e|crime|counterfeit|piracy|bigamy|poach|"
    r"loiter|graft|wounding|bodily|affray|libel|defam|"
    r"blasphem|stab|shooting|attack|tamper|negligen|money|accounting|deception|bomb|"
    r"explosive|riot|prostitut|porn|exploitation|accessory|"
    r"aiding|abett|plot|coup|escape|bail|warrant|parole|probation|racial|discriminat|"
    r"immigra|slander|spying",
    re.IGNORECASE,
)
_ON = r"(?:(?: on| in)? <date:t>)?"


def _is_crime(hit: Hit) -> bool:
    return _CRIMINAL.search(hit.words("o") or "") is not None


CHARGED_WITH = Predicate(
    Declaration(
        "charged_with", AGENT, frozenset({"string"}), "P1595", sensitivity=("crime",), identity=("status",)
    ),
    (
        phrase(
            "court/charged",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:charged|recharged)(?: by [^.;<]{{0,30}}?(?:<by:OG>)?)?(?:(?: "
            rf"on| in)? <date:t>)?(?: (?:in|at) <court:O>)? with {_COUNT}{_CRIME}",
            "charged recharged",
            0.9,
            spread=("s",),
            constants=(("status", "charged"),),
            accept=_is_crime,
        ),
        phrase(
            "court/charged-bare",
            "charged_with",
            rf"(?:prosecutors|police|officers|authorities|detectives|the state|a grand jury) "
            rf"(?:have |has |had )?(?:formally )?(?:charged|indicted) <s:PO>{{APP}} (?:with|on|"
            rf"for) {_COUNT}{_CRIME}",
            "charged indicted",
            0.88,
            constants=(("status", "charged"),),
            accept=_is_crime,
        ),
        phrase(
            "court/indicted",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:indicted|arraigned)(?:(?: on| in)? <date:t>)?(?: by [a-z ]{{0,24}})? "
            rf"(?:on|for|with) (?:(?:charges|charge|one count|suspicion) of )?{_COUNT}{_CRIME}",
            "indicted arraigned",
            0.88,
            spread=("s",),
            constants=(("status", "charged"),),
            accept=_is_crime,
        ),
        phrase(
            "court/faces",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:faces|facing|faced|is facing) (?:[a-z]{{2,10}} )?(?:(?:charges?|"
            rf"trial|counts?) (?:of|for|over|on) )?{_COUNT}{_OFFENCE}",
            "faces facing faced",
            0.82,
            constants=(("status", "charged"),),
            accept=_is_crime,
        ),
        phrase(
            "court/charges-of",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:appeared|stood trial|on trial|went on trial|goes on trial|"
            rf"arrested|held|appear)(?: in court| at <court:O>| in <court:O>)?(?: <date:t>)? "
            rf"(?:on|accused of|charged with|for) (?:charges? of )?{_COUNT}{_OFFENCE} charges?",
            "charges charge",
            0.75,
            constants=(("status", "charged"),),
            accept=_is_crime,
        ),
        phrase(
            "court/pleaded-guilty",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:pleaded|pled|pleads|plead) (?:no contest|guilty)(?: (?:in|"
            rf"at) (?:the )?<court:O>)?(?:(?: on| in)? <date:t>)? (?:to|of) (?:charges? of |charges? "
            rf"that |the |a charge of )?{_COUNT}{_CRIME}",
            "pleaded pled pleads plead",
            0.92,
            spread=("s",),
            constants=(("status", "pleaded guilty"), ("plea", "guilty")),
            accept=_is_crime,
        ),
        phrase(
            "court/after-pleading",
            "charged_with",
            rf"<s:P>{{APP}} {{AUX}}(?:sentenced|jailed|imprisoned|fined|spared|ordered|banned|"
            rf"convicted|locked up|given|handed|sent)[^.;]{{0,90}}? (?:after|having) (?:pleading "
            rf"guilty to|pleaded guilty to|admitting|being convicted of|being found guilty of) {_COUNT}{_CRIME}",
            "after having",
            0.86,
            constants=(("status", "sentenced"),),
            accept=_is_crime,
        ),
        phrase(
            "court/pleaded-not-guilty",
            "charged_with",
            rf"<s:PO>{{APP}} (?:has |have |had )?(?:pleaded|pled|pleads) (?P<_not>not guilty|"
            rf"innocent)(?: (?:in|at) (?:the )?<court:O>)?(?:(?: on| in)? <date:t>)? (?:to|of) "
            rf"(?:charges? of |the |a charge of )?{_COUNT}{_CRIME}",
            "pleaded pled pleads",
            0.9,
            constants=(("status", "charged"), ("plea", "not guilty")),
            accept=_is_crime,
            content=("o", "_not"),
        ),
        phrase(
            "court/convicted",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:convicted|found guilty)(?: by [a-z ]{{0,20}})?(?: (?:in|"
            rf"at) (?:the )?<court:O>)?(?:(?: on| in)? <date:t>)? (?:of|on|for) {_COUNT}{_CRIME}",
            "convicted guilty",
            0.92,
            spread=("s",),
            constants=(("status", "convicted"),),
            accept=_is_crime,
        ),
        phrase(
            "court/sentenced-for",
            "charged_with",
            rf"<s:P>{{APP}} {{AUX}}(?:sentenced|jailed|imprisoned|ordered)(?:(?: on| in)? <date:t>)?(?: "
            rf"(?:at|in|by) (?:the )?<court:O>)?(?: (?:to|for) (?:[\w-]{{1,16}} ){{1,8}}?)?(?:(?:on|"
            rf"in) <date:t> )?(?:for|after (?:admitting|being convicted of|pleading guilty to|"
            rf"being found guilty of)|over|on) {_COUNT}(?:his|her|their)? ?{_OFFENCE}",
            "sentenced jailed imprisoned",
            0.85,
            constants=(("status", "sentenced"),),
            accept=_is_crime,
        ),
        phrase(
            "court/admitted",
            "charged_with",
            rf"<s:P>{{APP}} {{AUX}}(?:admitted|admits) (?:to )?{_COUNT}{_OFFENCE}",
            "admitted admits",
            0.75,
            constants=(("status", "pleaded guilty"),),
            accept=_is_crime,
        ),
        phrase(
            "court/acquitted",
            "charged_with",
            rf"<s:PO>{{APP}} {{AUX}}(?:acquitted|cleared|found not guilty)(?:(?: on| in)? <date:t>)? "
            rf"of {_COUNT}{_CRIME}",
            "acquitted cleared guilty",
            0.88,
            constants=(("status", "acquitted"),),
            accept=_is_crime,
        ),
        phrase(
            "court/convicted-noun",
            "charged_with",
            rf"<s:P> 's (?:conviction|trial) (?:for|on) {_COUNT}{_OFFENCE}",
            "conviction",
            0.7,
            constants=(("status", "convicted"),),
            accept=_is_crime,
        ),
    ),
    (
        Example("Leo Brandt was charged with armed robbery on Monday.", "Leo Brandt", "armed robbery"),
        Example(
            "Leo Brandt, 34, of Lockwood Avenue, Millbrook, is charged with attempted murder.",
            "Leo Brandt",
            "attempted murder",
        ),
        Example("Leo Brandt said he would be charged with incitement.", "Leo Brandt", "incitement", "predicted"),
        Example("Mia Quill, 41, pleaded guilty to two counts of tax fraud.", "Mia Quill", "tax fraud"),
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
        Counterexample("Leo Brandt is to be charged with incitement, police said.", "to come"),
        Counterexample("Leo Brandt said he would be charged with incitement.", "a forecast"),
    ),
)
SUED = Predicate(
    Declaration("sued", AGENT, AGENT, "P1620"),
    (
        phrase(
            "court/sued",
            "sued",
            rf"<s:POGR>{{APP}} {{AUX}}(?:sued|sues|suing|is suing|took legal action against|filed "
            rf"suit against) (?:the )?{{ADJ}}<o:POGR>(?: for <amount:m>)?{_ON}",
            "sued sues suing suit legal",
            0.88,
            spread=("s", "o"),
        ),
        phrase(
            "court/lawsuit",
            "sued",
            rf"<s:POGR>{{APP}} {{AUX}}(?:filed|files|launched|brought|lodged) (?:an?|the|its|"
            rf"<[POG]\d{{1,3}}> 's) (?:[\w$-]{{2,20}} ){{0,4}}?(?:<amount:m> )?(?:[\w$-]{{2,20}} "
            rf"){{0,2}}?(?:lawsuit|suit|complaint|legal action|class action) (?:[^.;<]{{0,40}}? "
            rf")?against (?:the )?{{ADJ}}<o:POGR>{_ON}",
            "lawsuit suit complaint action",
            0.86,
            spread=("o",),
        ),
        phrase(
            "court/lawsuit-by",
            "sued",
            r"(?:lawsuit|suit|legal action|complaint)(?: [^.;<]{0,30}?)? (?:filed|brought) (?:by|"
            r"on behalf of) (?:the )?<s:POGR> against (?:the )?<o:POGR>",
            "lawsuit suit action complaint",
            0.85,
        ),
        phrase(
            "court/sued-by",
            "sued",
            rf"<o:POGR>{{APP}} {{AUX}}sued by (?:the )?{{ADJ}}<s:POGR>{_ON}",
            "sued",
            0.86,
        ),
        phrase(
            "court/suit-against",
            "sued",
            r"<s:POGR> 's (?:[\w$-]{2,20} ){0,3}?(?:lawsuit|suit|legal action) against (?:the "
            r")?<o:POGR>",
            "lawsuit suit action",
            0.82,
        ),
    ),
    (
        Example(
            "Nordbank Holdings sued Halvex Systems in March over the contract.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example("Leo Brandt filed a lawsuit against Nordbank Holdings.", "Leo Brandt", "Nordbank Holdings"),
    ),
    (
        Counterexample("Nordbank Holdings threatened to sue Halvex Systems.", "a threat"),
        Counterexample("Nordbank Holdings may be sued by Halvex Systems.", "a guess"),
    ),
)
