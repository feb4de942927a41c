"""Figures of speech that hold a number but count nothing: "feels like a million dollars", "one in a million"."""

from __future__ import annotations

import re
from typing import Final

_IDIOMS: Final = (
    r"like[ ](?:a|an)[ ](?:million|billion|hundred|thousand)[ ](?:bucks?|dollars?|quid|pounds?)",
    r"(?:a|one)[ ](?:million|billion|thousand|hundred|zillion)[ ]times",
    r"thanks[ ]a[ ](?:million|billion)",
    r"(?:one|chance|1)[ ]in[ ]a[ ](?:million|billion|thousand|hundred)",
    r"never[ ]in[ ]a[ ](?:million|thousand|hundred)[ ]years",
    r"second[ ]to[ ]none",
    r"(?:a|the)[ ]million[- ]dollar[ ](?:question|smile|baby)",
    r"(?:worth|says?|speaks?|spoke|tells?|paints?)[ ]a[ ]thousand[ ]words",
    r"a[ ](?:million|thousand|hundred)[ ](?:thanks|apologies|pardons|reasons|things|ways)",
    r"a[ ]dime[ ]a[ ]dozen",
    r"six[ ]feet[ ]under(?![ ](?:the|water|ground|snow|sea|a|its|par))",
    r"(?:my|your|his|her|their)[ ]two[ ]cents",
    r"cloud[ ]nine|forty[ ]winks|the[ ]whole[ ]nine[ ]yards|on[ ]all[ ]fours",
    r"(?:back[ ]to[ ]|at[ ])?square[ ]one|day[ ]one",
    r"(?:at[ ])?sixes[ ]and[ ]sevens|ten[ ]to[ ]one|nine[ ]times[ ]out[ ]of[ ]ten|two[ ]sides[ ]of[ ]the[ ]same[ ]coin",
    r"(?:give|gives|gave|giving|given)[ ](?:a|it|their|his|her|my|your|our)?[ ]?1[0-9]0[ ]?(?:percent|per[ ]cent|%)",
    r"(?:a|one)[ ]hundred[ ](?:percent|per[ ]cent)[ ](?:sure|certain|behind|committed|right|true|focused)",
    r"24/7|50[-/]50|fifty[-/]fifty|20/20|9/11|catch[- ]22",
    r"kill(?:s|ed|ing)?[ ]two[ ]birds|put(?:s|ting)?[ ]two[ ]and[ ]two|two[ ]peas|of[ ]two[ ]minds|in[ ]two[ ]minds",
    r"two[ ]left[ ]feet|third[ ]time[ ]lucky|no[ ]two[ ]ways|one[ ]hundred[ ]and[ ]ten[ ](?:percent|per[ ]cent)",
    r"million[- ]to[- ]one|one[- ]of[- ]a[- ]kind|one[- ]two[ ]punch|two[ ]thumbs[ ]up|four[- ]letter",
    r"a[ ]mile[ ]a[ ]minute|one[ ]foot[ ]in",
    r"(?:a|one)[ ]million[ ]miles",
)
IDIOM: Final = re.compile(rf"\b(?:{'|'.join(_IDIOMS)})\b|24/7", re.IGNORECASE)
