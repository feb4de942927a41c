"""Words for offices, jobs and professions, and the pattern of a role phrase such as "deputy finance minister"."""

from __future__ import annotations

from worker.pipeline.extract.lexicon.alternatives import any_of
from worker.pipeline.extract.lexicon.lexemes import lexemes

# Offices and posts: somebody holds one, for a body or a place.
OFFICE_HEADS = (
    "president|vice-president|chancellor|premier|minister|secretary|undersecretary|"
    "mayor|governor|senator|"
    "congressman|congresswoman|representative|councillor|councilman|councilwoman|commissioner|"
    "ambassador|envoy|consul|"
    "attorney general|solicitor general|prosecutor|attorney|sheriff|chief|chief constable|"
    "constable|superintendent|"
    "inspector|detective|sergeant|lieutenant|captain|colonel|general|admiral|commander|"
    "major|judge|justice|magistrate|"
    "coroner|speaker|leader|chairman|chairwoman|chair|chairperson|treasurer|director|"
    "manager|head|boss|"
    "coordinator|administrator|supervisor|officer|ceo|cfo|coo|cto|chief executive|chief "
    "financial officer|"
    "chief operating officer|chief executive officer|chief economist|founder|co-founder|"
    "cofounder|owner|co-owner|managing partner|"
    "principal|headteacher|headmaster|headmistress|dean|provost|rector|professor|lecturer|"
    "editor|publisher|"
    "editor-in-chief|spokesman|spokeswoman|spokesperson|adviser|advisor|aide|strategist|"
    "analyst|bishop|archbishop|"
    "cardinal|pope|rabbi|imam|pastor|vicar|priest|king|queen|prince|princess|duke|duchess|"
    "sultan|emir|lawmaker|mp|msp|"
    "mep|assemblyman|assemblywoman|delegate|whip|coach|head coach|assistant coach|trainer|"
    "captain|skipper|"
    "ombudsman|auditor|comptroller|controller|curator|conductor|organizer|organiser|"
    "activist|negotiator|lawyer|"
    "district attorney|state attorney|county attorney|us attorney|u.s. attorney|prosecuting attorney|"
    "high commissioner|chargé d'affaires|first minister|prime minister|managing director|chief of staff|"
    "director-general|secretary-general|recorder|match referee|mla|mlc|mna|fellow|scholar|official|executive|"
    "vice president|board member|assembly member|council member|committee member|gaffer|dsp|asp|acp|dcp|ssp|"
    "trustee|regent|deputy|counsel|registrar|surgeon general|legislator|alderman|warden|marshal|councilmember|"
    "councilor|assemblymember|alderwoman|selectman|vice-chairman|vice-chair|vice chair|commandant|signatory"
)
# Professions: what somebody does, with or without an employer.
TRADE_HEADS = (
    "actor|actress|singer|singer-songwriter|songwriter|musician|rapper|composer|pianist|"
    "guitarist|drummer|violinist|"
    "bassist|dj|dancer|choreographer|comedian|comic|filmmaker|film-maker|director|producer|"
    "screenwriter|playwright|"
    "writer|author|novelist|poet|journalist|reporter|columnist|broadcaster|presenter|"
    "anchor|correspondent|blogger|"
    "youtuber|influencer|photographer|painter|artist|sculptor|illustrator|cartoonist|"
    "designer|architect|model|"
    "supermodel|chef|restaurateur|farmer|fisherman|teacher|professor|lecturer|historian|"
    "economist|scientist|physicist|"
    "chemist|biologist|astronomer|mathematician|engineer|programmer|developer|researcher|"
    "psychologist|psychiatrist|"
    "philosopher|sociologist|anthropologist|archaeologist|geologist|physician|doctor|"
    "surgeon|nurse|paramedic|dentist|"
    "pharmacist|veterinarian|vet|midwife|lawyer|attorney|barrister|solicitor|judge|"
    "accountant|banker|broker|trader|"
    "investor|entrepreneur|businessman|businesswoman|tycoon|industrialist|financier|"
    "philanthropist|consultant|"
    "analyst|strategist|lobbyist|politician|diplomat|activist|campaigner|soldier|pilot|"
    "astronaut|cosmonaut|sailor|"
    "firefighter|policeman|policewoman|detective|footballer|soccer player|basketball "
    "player|baseball player|"
    "tennis player|golfer|boxer|wrestler|cyclist|swimmer|sprinter|runner|athlete|gymnast|"
    "skier|jockey|racing driver|"
    "cricketer|rugby player|driver|bus driver|truck driver|taxi driver|lorry driver|"
    "mechanic|electrician|plumber|"
    "contractor|notary|carpenter|builder|bricklayer|welder|miner|butcher|baker|barber|hairdresser|waiter|"
    "waitress|bartender|cleaner|"
    "librarian|translator|interpreter|priest|pastor|monk|nun|missionary|socialite|magician|"
    "stuntman|skateboarder|"
    "snowboarder|surfer|chess player|real estate agent|estate agent|retired teacher|"
    "social worker|"
    "civil servant|mountaineer|explorer|inventor|publicist|gallerist|ballerina|conductor|"
    "soprano|tenor|cellist|carer|caregiver|security guard|childminder|nanny|chauffeur|roofer|decorator|landscaper|"
    "gardener|groundskeeper|florist|tailor|seamstress|jeweller|jeweler|goldsmith|potter|blacksmith|joiner|glazier|"
    "optician|optometrist|orthodontist|podiatrist|physiotherapist|physical therapist|therapist|counsellor|"
    "counselor|radiologist|cardiologist|oncologist|neurologist|neurosurgeon|anaesthetist|anesthesiologist|"
    "paediatrician|pediatrician|gynaecologist|dermatologist|epidemiologist|virologist|immunologist|pathologist|"
    "ecologist|zoologist|botanist|climatologist|meteorologist|oceanographer|seismologist|glaciologist|"
    "palaeontologist|paleontologist|astrophysicist|cosmologist|neuroscientist|geneticist|microbiologist|"
    "biochemist|linguist|theologian|criminologist|statistician|demographer|political scientist|"
    "data scientist|computer scientist|software engineer|civil engineer|mechanical engineer|"
    "game designer|animator|cinematographer|film editor|costume designer|stylist|make-up artist|makeup artist|"
    "opera singer|folk singer|guitar maker|record producer|film producer|dramatist|essayist|memoirist|biographer|"
    "food critic|film critic|critic|podcaster|newsreader|sportscaster|commentator|pundit|weatherman|streamer|"
    "content creator|copywriter|proofreader|bookseller|shopkeeper|grocer|greengrocer|fishmonger|brewer|"
    "winemaker|distiller|beekeeper|rancher|shepherd|vet nurse|teaching assistant|school nurse|headteacher|tutor|"
    "lifeguard|personal trainer|yoga teacher|fitness instructor|driving instructor|flight attendant|"
    "cabin crew member|train driver|lorry driver|forklift operator|crane operator|warehouse worker|"
    "factory worker|construction worker|building worker|farm worker|dock worker|docker|stevedore|postman|"
    "postal worker|courier|delivery driver|dispatcher|receptionist|secretary-typist|bookkeeper|cashier|"
    "call centre worker|estate manager|stockbroker|fund manager|hedge fund manager|venture capitalist|"
    "property developer|restaurant owner|hotelier|publican|pub landlord|landlord|landlady|innkeeper|caterer|"
    "pastry chef|bus conductor|fire fighter|bodyguard|bouncer|private investigator|detective novelist|spy|"
    "interior designer|graphic designer|fashion designer|town planner|surveyor|quantity surveyor|auctioneer|"
    "art dealer|antiques dealer|collector|beautician|tattoo artist|undertaker|gravedigger|referee|umpire|"
    "linesman|racehorse trainer|steeplejack|marathon runner|triathlete|decathlete|high jumper|long jumper|"
    "pole vaulter|hurdler|rower|sailor|snooker player|darts player|netballer|hockey player|"
    "ice hockey player|volleyball player|handball player|figure skater|speed skater|skater|biathlete|"
    "mountain biker|rally driver|kickboxer|judoka|fencer|archer|diver|footballer|host|personality|insider|lead singer|"
    "political adviser|political advisor|vlogger|cameraman|producer|showrunner|librarian"
)
# What a team calls its people: tells the team, is no occupation and no office.
TEAM_HEADS = (
    "striker|midfielder|defender|goalkeeper|keeper|winger|forward|centre-back|center-back|"
    "full-back|left-back|"
    "right-back|playmaker|captain|skipper|quarterback|linebacker|running back|wide "
    "receiver|cornerback|tight end|"
    "safety|kicker|pitcher|catcher|shortstop|outfielder|infielder|closer|second baseman|"
    "third baseman|"
    "first baseman|point guard|shooting guard|guard|center|centre|power forward|small "
    "forward|goaltender|goalie|"
    "defenseman|defenceman|batsman|bowler|batter|wicketkeeper|all-rounder|fly-half|"
    "flyhalf|scrum-half|prop|hooker|"
    "flanker|lock|player|star|rookie|veteran|ace|teammate|fullback|halfback|number "
    "eight|right-hander|left-hander"
)
# Says that somebody belongs to a party or body, and nothing of an office in it.
MEMBER_HEADS = "member|candidate|nominee|backbencher|frontbencher|hopeful|contender|colleague|activist"


# A sentence that holds one of these may be about sport.
SPORT_WORDS = frozenset(word for head in TEAM_HEADS.split("|") for word in head.split()) | lexemes(
    "deal loan transfer season seasons contract goal goals match matches game games club squad debut cap caps league "
    "football rugby cricket basketball baseball hockey netball academy coach team side innings runs wickets tries"
)
# Of which an article about a match holds several.
MATCH_WORDS = lexemes(
    "match goal goals striker midfielder winger defender goalkeeper innings wicket wickets quarter halftime half-time "
    "kick-off coach league season points rebounds touchdown referee derby penalty scored scorer substitute "
    "quarterback pitcher inning batsman bowler equaliser shootout tries playoff playoffs birdie bogey"
)
# Before a name, with or without a full stop.
ABBREVIATED = lexemes(
    "sen sens rep reps gov lt sgt capt col gen det cllr supt insp adm maj cpl dci dc pc cmdr ps"
)


def _longest_first(heads: str) -> str:
    """Alternatives are tried in order, so "head coach" must come before "head"."""
    return "|".join(sorted(set(heads.split("|")), key=lambda head: (-len(head), head)))


OFFICE_HEADS, TRADE_HEADS, TEAM_HEADS = map(_longest_first, (OFFICE_HEADS, TRADE_HEADS, TEAM_HEADS))
# The same as patterns.
ANY_OFFICE, ANY_TRADE, ANY_TEAM = (any_of(heads.split("|")) for heads in (OFFICE_HEADS, TRADE_HEADS, TEAM_HEADS))
# Adjectives that may stand inside a role but are no part of it.
FORMER = "former|ex|then|one-time|onetime|erstwhile|late|retired|outgoing|previous|longtime|long-time"

_MODIFIER = (
    r"(?:(?!(?:the|a|an|and|or|of|in|on|at|for|with|by|from|to|as|that|who|which|is|"
    r"was|were|are|been|has|had|said|"
    r"his|her|their|its|will|would|when|after|but|if|while|this|told|because|not)\b)[A-Za-z][\w.&/'-]{0,24} "
    r")"
)
# "deputy prime minister", "senior equity strategist", "vice president for research": the head with what precedes it.
ROLE = rf"(?:{_MODIFIER}{{0,4}}?(?:{ANY_OFFICE}|{ANY_TRADE}))(?![\w-])"
# Verbs and adverbs stand before a role ("endorsed", "currently"), save for the participles that are part of one.
_PARTICIPLES = (
    r"retired|appointed|elected|unelected|armed|combined|united|allied|registered|certified|qualified|unqualified|"
    r"licensed|chartered|applied|embedded|integrated|shared|limited|advanced|specialised|specialized|disabled|"
    r"accredited|red|bed|feed|seed|need|speed|med|ed|retd|assisted|managed|mixed|gifted|skilled|related|based"
)
_LY_NOUNS = (
    r"early|family|assembly|weekly|monthly|daily|quarterly|supply|reply|anomaly|july|italy|elderly|deputy|lily|poly"
)
_VERBS = (
    r"have|has|had|been|being|now|met|told|beat|sent|took|gave|saw|sued|shot|made|won|brought|chose|put|wrote|hit|"
    r"let|got|held|kept|knew|became|began|meets|tells|urges|names|appoints|joins|replaces|arrests|sues|warns|slams|"
    r"accuses|praises|succeeds|joined|joining|replacing|accusing|telling|naming|succeeding|becoming|urging|"
    r"arresting|appoint|nominate|replace|succeed|arrest|impeach|oust|praise|endorse|accuse|welcome|urge|sue|join"
)
_NO_VERB = (
    rf"(?:{_VERBS})\b|(?!(?:{_PARTICIPLES})\b)[a-z]{{2,16}}ed\b|(?!(?:{_LY_NOUNS})\b)[a-z]{{2,16}}ly\b|"
    r"(?:(?<=will )|(?<=would )|(?<=should )|(?<=could )|(?<=must )|(?<='ll ))(?-i:[a-z])"
)
# A plain noun before a title in capitals is another phrase's ("the group Lieutenant Governor"), a rank is not.
_RANKS = (
    r"deputy|vice|acting|assistant|senior|junior|first|second|shadow|interim|associate|chief|executive|co|joint|"
    r"incoming|outgoing|state|federal|national|regional|local|longtime|founding|sitting"
)
_OTHER_PHRASE = rf"(?-i:(?!(?:{_RANKS})\b)[a-z][\w'-]{{0,24}} [A-Z][a-z])"
# A word that may stand before a head inside a role.
ROLE_MODIFIER = (
    rf"(?:(?!(?:{_NO_VERB}|{_OTHER_PHRASE}))(?!(?:the|a|an|and|or|of|in|on|at|for|with|by|from|to|as|that|who|which|is|"
    r"was|were|are|been|has|had|said|his|her|"
    r"their|its|will|would|when|after|but|if|while|this|told|because|not|former|ex|then|"
    r"late|whose|where|he|she|they|it|than|could|would|should|may|might|must|can|become|"
    r"became|be|named|appointed|elected|so|also|about|over|under|into|like|very|more|"
    r"most|says|say|during|under|including|despite|among|between|since|through|per|via|"
    r"plus|however|meanwhile|according|added|adds|following|both|like|until|without|"
    r"within|against|before|around|only|just|even|no|any|each|every|all|some|these|those|"
    r"what|how|new)\b)"
    r"[A-Za-z][\w.&/'-]{0,24} )"
)
ALL_HEADS = rf"(?:{ANY_OFFICE}|{ANY_TRADE})"
