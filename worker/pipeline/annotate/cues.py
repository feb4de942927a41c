"""The verbs and phrases that report speech, in every form; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from types import MappingProxyType

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
rejoice cackle share"""
_BESIDE_Y = "cry"
_BESIDE = """ask bellow blast challenge coo demand exclaim expand fret gush groan growl grumble interject interrupt
laugh lash mutter murmur marvel mumble object offer plead press question reflect roar scoff scold scream shout shriek
sigh snap sneer sob splutter stammer swoon taunt toast thunder vent wonder worry yell caption echo chime chant
stutter implore beam rant blurt sniff bemoan snarl hiss greet chirp bark croon drawl holler ponder retweet comment
hail slam label greet vent pray dish grin shrug nod frown wink pant whine wail howl rasp boom purr blare bray hoot
spill trill twinkle cheer spill gasp heckle cuss yelp moan tut deadpan"""
# Give a name to something rather than report a sentence: "called it a disgrace".
_LABELS = """call calls called calling|describe describes described describing|dub dubs dubbed dubbing
|brand brands branded branding|label labels labeled labelled labeling labelling|deem deems deemed deeming
|term terms termed terming|decry decries decried decrying|praise praises praised praising|slam slams slammed slamming
|criticize criticizes criticized criticizing|criticise criticises criticised criticising|denounce denounces denounced
|condemn condemns condemned condemning|blast blasts blasted blasting|hail hails hailed hailing|refer refers referred
|characterize characterizes characterized|characterise characterises characterised
|nickname nicknames nicknamed|reject rejects rejected rejecting|mock mocks mocked mocking
|accuse accuses accused accusing|blame blames blamed blaming|dismiss dismisses dismissed dismissing
|thank thanks thanked thanking|beg begs begged begging|order ordered ordering|threaten threatens threatened threatening
|ridicule ridicules ridiculed ridiculing|laud lauds lauded lauding|applaud applauds applauded applauding
|express expressed expressing|talk talks talked talking|portray portrays portrayed portraying|liken likens likened
|compare compares compared comparing|regard regards regarded|welcome welcomes welcomed welcoming
|attack attacked attacking|rubbish rubbished rubbishing|deride derides derided deriding|lambast lambasts lambasted
|lambaste lambastes|berate berates berated berating|rebuke rebukes rebuked rebuking|salute salutes saluted saluting
|extol extols extolled|commend commends commended commending|credit credits credited|savage savaged savaging
|voice voices voiced voicing|paint paints painted painting|scoff scoffs scoffed
|defend defends defended defending|speak speaks spoke spoken speaking
|write writes wrote writing|allude alludes alluded alluding|vouch vouches vouched|bill bills billed"""


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
# Report with their particle only: "shot back", "pointed out".
PARTICLES = MappingProxyType(
    {
        form: frozenset(particles.split())
        for forms, particles in (
            ("shoot shoots shot shooting hit hits hitting fire fires fired firing clap claps clapped", "back"),
            ("point points pointed pointing call calls called let lets blurt blurts blurted cry cries cried", "out"),
            ("chime chimes chimed weigh weighs weighed cut cuts butt butts butted jump jumps jumped", "in"),
            ("pipe pipes piped", "up"),
            ("go goes went going carry carries carried", "on"),
        )
        for form in forms.split()
    }
)
# Introduce mere fragments: 'said it was "dead"', but not 'was found "dead"'.
FRAGMENT_CUES = (CLAUSE_CUES | LABEL_CUES) - frozenset(
    "understand understands understood "
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
