"""Function words that delimit a noun phrase; language data."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SUBJECT_PRONOUNS = _set("he she they i we it who you")
POSSESSIVES = _set("his her their its our my your")
DETERMINERS = POSSESSIVES | _set(
    """the a an this that these those one two three four five six another some many several few most both each every
    any no other others all"""
)
# Determiners that are a subject on their own: "another added".
LONE_DETERMINERS = _set("one another some many few several both most others all any")
AUXILIARIES = _set(
    """had has have was were is are been be being will would can could should may might must did does do also then
    later first once since even just not n't didn't hasn't haven't who"""
)
ADVERBS = _set(
    """also later then now again once often still even just earlier recently today yesterday afterwards afterward
    previously meanwhile too instead further therefore
    thus perhaps maybe hence otherwise nonetheless nevertheless ever never always soon back simply quickly"""
)
NOUNS_IN_LY = _set("""family assembly italy ally bully supply july jelly belly lily emily sally molly kelly holly billy
            reply daily weekly monthly butterfly polly willy""")
PREPOSITIONS = _set(
    """in on at by with from of for to about after before during under over against between among through into onto
    near since until within without despite via per like as upon across behind beyond along around outside inside
    toward towards following amid besides alongside regarding"""
)
ATTACHING = _set("of for from at with in on to behind near against who")
SUBORDINATORS = _set(
    "when while as although though because if since after before until once whereas whenever asked"
)
JOINERS = _set("and but or so yet ; :")
_VERBS = _set(
    """is are was were be been being has have had do does did will would can could should may might must said says say
    told tells tell wrote writes added adds posted shared got gets went came made makes took takes gave gives that
    which who whom whose where when why how what if because while although though until than so"""
)
FINITE = _set("is are was were has had have will would can could may might must should did does")
DAYS = _set("monday tuesday wednesday thursday friday saturday sunday today yesterday")
NO_NOUNS = (
    PREPOSITIONS
    | SUBORDINATORS
    | JOINERS
    | _VERBS
    | DETERMINERS
    | SUBJECT_PRONOUNS
    | _set(
        """him me us them himself herself themselves itself today yesterday tomorrow monday tuesday wednesday
            thursday friday saturday sunday there here not"""
    )
)
COLLECTIVES = _set(
    """police prosecutors government management staff parliament congress nasa nato people fans one others counsel
    authorities legislators lawmakers another dad mom mum mother father"""
)
# Cue words that also are nouns: in these forms a cue only behind a pronoun, a name, a modal or "to".
NOUN_TOO = _set(
    """post posts comment comments report reports claim claims message messages text texts email emails tweet tweets
    order orders question questions offer offers note notes caption captions pledge pledges promise promises vow vows
    joke jokes press object objects pen hope hopes fear fears project projects forecast forecasts signal signals
    counsel toast toasts thunder echo bark scream screams laugh laughs smile smiles cry cries answer answers reply
    replies challenge challenges demand demands brand brands label labels term terms call calls estimate estimates
    blast blasts remark remarks quote quotes praise shout shouts state states judge judges learn mention mentions
    guess warning warnings find finds hail sing feel complaint wonder wonders worry worries point plan puts put
    caution stress groan growl gripe dish snap snaps express expects record records begin reason reasons chant chants
    chime croon pray guarantee signals advocate advocates pronounce estimated alleged meaning saying sayings writing
    reading greeting greetings hearing finding findings reporting posting posts texting blog blogs rap
    share shares spill spills cheer cheers"""
)
