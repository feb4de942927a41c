"""The verbs and phrases that report speech, in every form; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

_IRREGULAR = """say says said saying|tell tells told telling|write writes wrote written writing
|speak speaks spoke speaking|think thinks thought thinking|swear swears swore swearing|sing sings sang singing
|quip quips quipped quipping|admit admits admitted admitting|begin begins began beginning|go goes went going
|rap raps rapped rapping|blog blogs blogged blogging|chat chats chatted chatting|DM DMs DMed|feel feels felt feeling
|hold holds held holding|understand understands understood|plead pleads pleaded pleading pled|read reads reading
|find finds found finding|put puts putting|overhear overheard"""

# Report a clause, quoted or not: "announced that ...".
_CLAUSE_E = """announce argue acknowledge agree tease note declare concede continue confide observe propose promise
pledge joke emphasize emphasise allege believe hope reiterate explain estimate indicate disclose divulge
elaborate acknowledge deduce decree recognise recognize surmise hypothesize theorise theorize stipulate postulate
guarantee conclude judge advise urge state advocate guess"""
_CLAUSE_Y = "testify reply clarify specify imply deny certify"
_CLAUSE = """add answer assert assure boast brag caution claim comment complain confess confirm contend counter crow
explain hint inform insist lament maintain mention proclaim protest predict reason recall remark remember remind
report respond reveal stress suggest tweet vow warn affirm attest counsel signal forecast fear expect learn
email text message whisper remark argue quote post retort repeat recount conclude project instruct"""
# Report only what stands in quotation marks beside them: "..., she laughed".
_BESIDE_E = """praise gripe grouse muse enthuse apologize apologise agonize agonise criticize criticise
reminisce rave rhapsodize narrate recite notice pronounce denounce cite intone smile giggle chuckle continue
describe console chide deplore effuse tease summarize summarise bristle fume
rejoice cackle"""
_BESIDE_Y = "cry"
_BESIDE = """ask bellow blast challenge coo demand exclaim expand fret gush groan growl grumble interject interrupt
laugh lash mutter murmur marvel mumble object offer plead press question reflect roar scoff scold scream shout shriek
sigh snap sneer sob splutter stammer swoon taunt toast thunder vent wonder worry yell caption echo chime chant
stutter implore beam rant blurt sniff bemoan snarl hiss greet chirp bark croon drawl holler ponder retweet comment
hail slam label greet vent pray"""
# Give a name to something rather than report a sentence: "called it a disgrace".
_LABELS = """call calls called calling|describe describes described describing|dub dubs dubbed dubbing
|brand brands branded branding|label labels labeled labelled labeling labelling|deem deems deemed deeming
|term terms termed terming|decry decries decried decrying|praise praises praised praising|slam slams slammed slamming
|criticize criticizes criticized criticizing|criticise criticises criticised criticising|denounce denounces denounced
|condemn condemns condemned condemning|blast blasts blasted blasting|hail hails hailed hailing|refer refers referred
|characterize characterizes characterized|characterise characterises characterised"""


def _forms(line: str) -> tuple[str, ...]:
    return tuple(form for group in line.split("|") for form in group.split())


def _plain(words: str) -> tuple[str, ...]:
    return tuple(word + ending for word in words.split() for ending in ("", "s", "ed", "ing"))


def _in_e(words: str) -> tuple[str, ...]:
    return tuple(form for w in words.split() for form in (w, f"{w}s", f"{w}d", f"{w[:-1]}ing"))


def _in_y(words: str) -> tuple[str, ...]:
    return tuple(form for w in words.split() for form in (w, f"{w[:-1]}ies", f"{w[:-1]}ied", f"{w}ing"))


CLAUSE_CUES = frozenset(
    _forms(_IRREGULAR) + _plain(_CLAUSE) + _in_e(_CLAUSE_E) + _in_y(_CLAUSE_Y)
) - frozenset(
    """go goes went going plead pleads pleaded pleading pled hold held put puts putting sing sings sang singing read
    reads reading""".split()
)
LABEL_CUES = frozenset(_forms(_LABELS))
CUE_FORMS = frozenset(
    _forms(_IRREGULAR)
    + _plain(_CLAUSE)
    + _plain(_BESIDE)
    + _in_e(_CLAUSE_E)
    + _in_e(_BESIDE_E)
    + _in_y(_CLAUSE_Y)
    + _in_y(_BESIDE_Y)
)
# Introduce mere fragments: 'said it was "dead"', but not 'was found "dead"'.
FRAGMENT_CUES = (CLAUSE_CUES | LABEL_CUES) - frozenset(
    "find finds found finding feel feels felt feeling learn learned expect expected estimate estimated".split()
)
# Nouns that bring words in marks with them: "with the caption, ...", "in a statement: ...".
CUE_NOUNS = frozenset("caption captions message words note statement tweet hashtag line comment post".split())
# The past forms that also are participles, base forms that also are nouns: no cue right after a determiner.
NEEDS_NO_THAT = frozenset(
    """say says said think thinks thought believe believes believed hope hopes hoped claim claims claimed
    admit admits admitted insist insists insisted confirm confirms confirmed warn warns warned feel feels felt
    predict predicts predicted suggest suggests suggested argue argues argued acknowledge acknowledged
    reveal reveals revealed deny denies denied joke joked announce announced swear swore vow vowed""".split()
)
ADDRESSED = frozenset(
    """tell tells told telling inform informs informed informing assure assures assured assuring remind reminds
    reminded reminding warn warns warned warning advise advises advised advising""".split()
)
