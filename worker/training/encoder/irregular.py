"""English verbs whose past no ending tells, as grammars list them: corpora of two hundred articles lack every fifth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each verb with its past and its past participle; variants stand behind a stroke.
_VERBS = """
arise arose arisen; awake awoke awoken; be was/were been; bear bore borne/born; beat beat beaten;
become became become; befall befell befallen; begin began begun; bend bent bent; beset beset beset; bet bet bet;
bid bid/bade bid/bidden; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke broken;
breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built; burn burnt burnt;
burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung;
come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done;
draw drew drawn; dream dreamt dreamt; drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten;
fall fell fallen; feed fed fed; feel felt felt; fight fought fought; flee fled fled; fling flung flung;
fly flew flown; forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken;
freeze froze frozen; get got got/gotten; give gave given; go went gone; grind ground ground; grow grew grown;
hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt;
keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; lean leant leant;
leap leapt leapt; learn learnt learnt; leave left left; lend lent lent; let let let; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken;
misunderstand misunderstood misunderstood; offset offset offset; outdo outdid outdone; outgrow outgrew outgrown;
overcome overcame overcome; overhear overheard overheard; override overrode overridden; oversee oversaw overseen;
oversleep overslept overslept; overtake overtook overtaken; overthrow overthrew overthrown;
partake partook partaken; pay paid paid; plead pled pled; proofread proofread proofread; put put put;
quit quit quit; read read read; rebuild rebuilt rebuilt; redo redid redone; repay repaid repaid; rerun reran rerun;
resell resold resold; reset reset reset; retake retook retaken; retell retold retold; rethink rethought rethought;
rewrite rewrote rewritten; rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run;
say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn;
shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk;
shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; sling slung slung;
slit slit slit; smell smelt smelt; sneak snuck snuck; sow sowed sown; speak spoke spoken; speed sped sped;
spell spelt spelt; spend spent spent; spill spilt spilt; spin spun spun; spit spat spat; split split split;
spoil spoilt spoilt; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stink stank stunk; stride strode stridden; strike struck struck/stricken;
string strung strung; strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told;
think thought thought; throw threw thrown; thrust thrust thrust; tread trod trodden; undercut undercut undercut;
undergo underwent undergone; understand understood understood; undertake undertook undertaken; undo undid undone;
uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept;
win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld;
withstand withstood withstood; wring wrung wrung; write wrote written
"""


def forms() -> Iterator[tuple[str, str, str]]:
    """Form, Penn Treebank tag and lemma of each."""
    for verb in _VERBS.replace("\n", " ").split("; "):
        lemma, past, participle = verb.split()
        yield from ((form, "VBD", lemma) for form in past.split("/"))
        yield from ((form, "VBN", lemma) for form in participle.split("/"))
