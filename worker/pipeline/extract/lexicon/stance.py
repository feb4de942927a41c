"""Words that tell how a clause is meant: denied, conditional, expected, guessed, or said by somebody."""

from __future__ import annotations

from worker.pipeline.extract.lexicon.lexemes import lexemes

NEGATIONS = lexemes(
    "not never no neither nor without cannot isn't wasn't aren't weren't hasn't haven't "
    "hadn't doesn't don't didn't "
    "won't wouldn't can't couldn't shouldn't denied denies deny denying refused refuses "
    "declined failed fails"
)
# "denied being", "rejects claims that": the content is denied by somebody, not merely untrue.
DENIALS = lexemes("denied denies deny denying")

CONDITIONS = lexemes("if unless whether would could should suppose supposing wishes wished hypothetically")
HEDGES = lexemes(
    "may might seem seems seemed seemingly appear appears appeared apparently perhaps "
    "possibly probably maybe likely "
    "presumably supposedly arguably unlikely can"
)
# Somebody says so, but the text does not say who.
HEARSAY = lexemes(
    "allegedly reportedly purportedly rumored rumoured rumors rumours alleged accused "
    "suspected suspicion "
    "speculation believed claimed claims"
)
FORECASTS = lexemes("will shall 'll expects hopes plans intends aims wants vows pledges")
# Two-word futures: "is set to", "due to", "going to"; the verb follows.
FORECAST_PHRASES = (
    "is to be", "are to be", "was to be", "were to be",
    "going to", "set to", "due to be", "expected to", "plans to", "planning to", "hopes to", "hoping to", "wants to",
    "want to", "wanted to", "aims to", "aiming to", "intends to", "likely to", "poised to", "tipped to",
    "scheduled to", "vowed to", "pledged to", "in talks", "looking to", "ready to", "about to", "hoped to",
    "planned to", "aimed to", "considering", "tried to", "trying to", "attempt to", "attempted to", "seeking to",
    "sought to", "chance to", "chances of", "hopes of", "bid to", "prospect of", "potential",
)  # fmt: skip

# Verbs that introduce what somebody says; past, present and participle forms that news uses.
SAYING = (
    "said|says|say|told|tells|added|adds|claimed|claims|stated|states|announced|announces|"
    "confirmed|confirms|revealed|"
    "reveals|insisted|insists|argued|argues|explained|explains|alleged|alleges|noted|"
    "notes|reported|reports|wrote|"
    "writes|tweeted|declared|declares|admitted|admits|acknowledged|acknowledges|warned|"
    "warns|suggested|suggests|"
    "believes|believed|testified|recalled|recalls|maintained|maintains|asserted|asserts|"
    "teased|disclosed|estimates|"
    "estimated|predicted|predicts|joked|mentioned|mentions|concluded|conceded|contends|"
    "contended|stressed|"
    "emphasized|emphasised|pointed out|remarked|indicated|showed|shows|found"
)
