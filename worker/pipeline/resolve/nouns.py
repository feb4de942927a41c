"""What a noun says of whom it refers to: sort, gender, age, kinship; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from worker.pipeline.values import EntityType, Gender

Age: TypeAlias = Literal["child", "adult"]
Role: TypeAlias = Literal[
    "parent", "child", "spouse", "partner", "sibling", "grandparent", "grandchild", "other"
]


@dataclass(frozen=True, slots=True)
class Noun:
    """`kin`: what the one referred to is to the owner ("his son": child). `plural`: refers to several."""

    sort: EntityType
    gender: Gender | None = None
    age: Age | None = None
    kin: Role | None = None
    plural: bool = False


def _kin() -> dict[str, Noun]:
    table: tuple[tuple[Role, Gender | None, Age | None, str], ...] = (
        ("parent", "male", "adult", "father dad daddy papa pa stepfather stepdad"),
        ("parent", "female", "adult", "mother mom mum mommy mummy momma mama ma stepmother stepmum stepmom"),
        ("parent", None, "adult", "parent"),
        ("child", "male", None, "son stepson"),
        ("child", "female", None, "daughter stepdaughter"),
        ("child", None, None, "child firstborn stepchild offspring"),
        ("spouse", "male", "adult", "husband hubby ex-husband widower"),
        ("spouse", "female", "adult", "wife ex-wife widow"),
        ("spouse", None, "adult", "spouse"),
        ("partner", "male", "adult", "boyfriend ex-boyfriend fiancé fiance"),
        ("partner", "female", "adult", "girlfriend ex-girlfriend fiancée fiancee"),
        ("partner", None, "adult", "partner ex"),
        ("sibling", "male", None, "brother half-brother stepbrother"),
        ("sibling", "female", None, "sister half-sister stepsister"),
        ("sibling", None, None, "sibling twin"),
        ("grandparent", "male", "adult", "grandfather grandpa granddad grandad great-grandfather"),
        ("grandparent", "female", "adult", "grandmother grandma granny nana great-grandmother"),
        ("grandchild", "male", None, "grandson"),
        ("grandchild", "female", None, "granddaughter"),
        ("grandchild", None, None, "grandchild"),
        ("other", "male", None, "uncle nephew father-in-law brother-in-law son-in-law godfather"),
        ("other", "female", None, "aunt niece mother-in-law sister-in-law daughter-in-law godmother"),
        ("other", None, None, "cousin relative godson goddaughter"),
    )
    return {w: Noun("person", gender, age, role) for role, gender, age, line in table for w in line.split()}


def _people() -> dict[str, Noun]:
    table: tuple[tuple[Gender | None, Age | None, str], ...] = (
        ("male", "child", "boy schoolboy"),
        ("female", "child", "girl schoolgirl"),
        (
            None,
            "child",
            "toddler tot baby newborn infant youngster kid kiddo tyke tike cutie schoolchild preschooler",
        ),
        (None, None, "teenager teen one-year-old person individual one patient victim student pupil twin"),
        (
            "male",
            "adult",
            """man gentleman guy bloke actor businessman congressman chairman spokesman policeman fireman salesman
            sportsman craftsman councilman alderman dutchman englishman frenchman irishman scotsman welshman
            statesman frontman showman anchorman king prince duke monk priest bachelor groom bridegroom
            patriarch hitman gunman serviceman cameraman fisherman doorman postman headmaster waiter heir
            superman playboy bachelor knight lord""",
        ),
        (
            "female",
            "adult",
            """woman lady actress businesswoman congresswoman chairwoman spokeswoman policewoman councilwoman
            sportswoman queen princess duchess heiress nun bride matriarch hostess waitress ballerina
            headmistress diva starlet housewife supermodel midwife soprano seamstress""",
        ),
        (
            None,
            "adult",
            """adult singer musician rapper songwriter singer-songwriter crooner vocalist pianist guitarist drummer
            bassist violinist composer lyricist frontperson dj performer entertainer artist painter sculptor
            photographer designer model star superstar popstar celebrity celeb icon legend hitmaker comedian
            comic host presenter anchor broadcaster personality influencer blogger vlogger youtuber streamer
            author novelist writer poet playwright screenwriter journalist reporter columnist editor
            correspondent critic historian director filmmaker producer showrunner chef cook foodie baker
            restaurateur winner nominee laureate champion athlete player footballer striker forward midfielder
            defender winger goalkeeper keeper captain skipper quarterback receiver linebacker pitcher catcher
            batsman batter bowler golfer boxer fighter wrestler swimmer sprinter runner cyclist driver racer
            jockey skier skater snowboarder gymnast tennis-player coach manager trainer referee umpire teammate
            rookie senator lawmaker legislator politician mayor governor president premier chancellor minister
            secretary ambassador envoy diplomat representative congressperson councillor councilor councilmember
            mp candidate incumbent frontrunner nominee republican democrat conservative leader dictator
            commander general colonel admiral sergeant lieutenant officer soldier veteran marine pilot astronaut
            sailor detective constable sheriff deputy trooper inspector investigator agent spy judge justice
            prosecutor attorney lawyer solicitor barrister defendant plaintiff suspect accused attacker shooter
            killer murderer robber thief burglar fugitive inmate prisoner convict witness survivor hostage
            officer firefighter paramedic chief boss executive ceo chairperson founder co-founder cofounder
            entrepreneur billionaire millionaire tycoon mogul magnate investor banker trader broker financier
            economist analyst strategist consultant adviser advisor spokesperson official director principal
            teacher professor lecturer academic scholar scientist researcher physicist chemist biologist
            mathematician engineer inventor architect doctor physician surgeon nurse psychologist psychiatrist
            therapist dentist pharmacist vet farmer builder plumber electrician carpenter mechanic driver cabbie
            trucker worker employee employer colleague co-worker resident neighbour neighbor tenant landlord
            homeowner customer shopper passenger pedestrian motorist cyclist tourist visitor traveller traveler
            fan follower user commenter supporter activist campaigner protester demonstrator organizer organiser
            volunteer donor philanthropist pastor bishop cardinal rabbi imam cleric preacher pope monarch royal
            socialite dancer choreographer conductor native expat immigrant refugee migrant retiree pensioner
            parliamentarian whistleblower hacker collector curator librarian dean provost graduate alumnus
            freshman sophomore mogul star guest contestant finalist rival opponent challenger successor
            predecessor friend pal source insider expert specialist dane swede finn spaniard pole turk scot
            briton american german italian australian canadian argentine brazilian belgian croatian serbian
            norwegian russian ukrainian mexican colombian kenyan jamaican nigerian ethiopian serb croat austrian
            hungarian romanian bulgarian israeli egyptian moroccan tunisian algerian chilean cuban korean ally critic
            aide staffer assistant clerk member bandmate co-star rep jeweler jeweller stylist pundit
            publicist lobbyist pollster speaker""",
        ),
    )
    return {w: Noun("person", gender, age) for gender, age, line in table for w in line.split()}


def _things() -> dict[str, Noun]:
    table: tuple[tuple[EntityType, str], ...] = (
        (
            "organization",
            """company firm bank club team party agency university college school council union network outlet
            newspaper magazine paper broadcaster charity retailer manufacturer carmaker automaker airline
            startup start-up supermarket chain corporation organization organisation foundation institute
            institution committee commission ministry department regulator watchdog publisher label studio brand
            business association federation league museum hospital church army navy militia maker supplier
            operator provider developer lender insurer brewer conglomerate subsidiary think-tank senate
            parliament congress publication tabloid franchise squad""",
        ),
        ("gpe", "city town village"),
        (
            "work",
            """song film movie book album single novel show series sitcom track musical play documentary poem
            memoir autobiography sequel""",
        ),
        (
            "post",
            """post photo photograph picture pic snap snapshot video tweet selfie clip image story message update
            caption portrait photoshoot""",
        ),
        ("event", "ceremony festival tournament conference summit concert match game race wedding"),
    )
    return {w: Noun(sort) for sort, line in table for w in line.split()}


def _groups() -> dict[str, Noun]:
    pairs = {
        w: Noun("group", plural=True)
        for w in (
            """couple pair duo twosome trio family siblings brothers sisters twins spouses newlyweds lovebirds exes
            followers fans users commenters residents neighbours neighbors officials officers police prosecutors
            investigators detectives experts analysts economists researchers scientists critics supporters
            protesters witnesses lawyers attorneys sources authorities lawmakers republicans democrats reporters
            friends colleagues relatives kids kiddos boys girls men women people students workers employees
            customers victims suspects players voters fans parents grandparents"""
        ).split()
    }
    pairs["parents"] = Noun("group", None, "adult", "parent", plural=True)
    for word in ("children", "kids", "sons", "daughters"):
        pairs[word] = Noun("group", None, None, "child", plural=True)
    pairs["siblings"] = Noun("group", None, None, "sibling", plural=True)
    return pairs


NOUNS: dict[str, Noun] = {**_things(), **_people(), **_kin(), **_groups()}
# "mum-of-two" and the like: who is one of so many children.
PARENT_OF: dict[str, Gender | None] = {
    **dict.fromkeys(("mum", "mom", "mother", "mama", "grandmother", "gran", "grandma"), "female"),
    **dict.fromkeys(("dad", "father", "grandfather", "grandad", "granddad"), "male"),
    "parent": None,
}
# Nouns for people that stand as adjectives far more often: "the American company", "the general public".
ADJECTIVES_TOO = frozenset(
    """finn briton american german italian australian canadian argentine brazilian belgian croatian serbian norwegian
    russian ukrainian mexican colombian kenyan jamaican nigerian ethiopian austrian hungarian romanian
    bulgarian israeli egyptian moroccan tunisian algerian chilean cuban korean general native individual expert official
    patient republican democrat conservative minor royal professional principal chief executive veteran star model
    lead child police male female criminal rival champion deputy home leader""".split()
)
# Verbs as well, when a name stands before and an article behind: "Leeds host the cup".
VERBS_TOO = frozenset("host star coach judge model partner boss guide pilot champion rival nurse doctor lead".split())
# With a mark of possession they tell a sort of contest or thing, and nobody: "the women's draw".
SORTS_OF_EVENT = frozenset("men women boys girls children".split())
BARE_KIN = frozenset("dad mom mum daddy mommy mummy momma mama papa grandma grandpa".split())
CHILD_WORDS = frozenset("baby newborn infant toddler tot boy girl kid little".split())

# Words for one trade: who was called one of them may be called another.
TRADES: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "singer musician rapper songwriter singer-songwriter crooner vocalist hitmaker popstar star performer",
        "musician pianist guitarist drummer bassist violinist composer dj",
        "actor actress performer star co-star",
        "author novelist writer poet playwright screenwriter",
        "journalist reporter columnist editor correspondent broadcaster presenter host anchor",
        "footballer striker forward midfielder defender winger goalkeeper keeper captain skipper player athlete",
        "quarterback receiver linebacker player athlete",
        "pitcher catcher batter player athlete",
        "senator lawmaker legislator politician republican democrat candidate incumbent",
        "congressman congresswoman representative lawmaker politician",
        "president leader politician",
        "minister premier leader politician",
        "mayor politician",
        "governor politician",
        "ceo executive boss chief chairman chairwoman founder co-founder entrepreneur businessman businesswoman",
        "tycoon billionaire mogul magnate investor entrepreneur",
        "lawyer attorney solicitor barrister",
        "scientist researcher physicist chemist biologist professor academic",
        "doctor physician surgeon",
        "chef cook restaurateur foodie",
        "director filmmaker producer",
        "coach manager trainer boss",
        "suspect defendant accused attacker shooter gunman killer murderer",
        "officer detective constable sergeant inspector deputy policeman policewoman",
        "model supermodel",
    )
)
# Nouns for organizations whose own names tell the sort: the words that such a name holds.
_SCHOOL = frozenset("school academy high primary elementary".split())
_PRESS = frozenset(
    "times post news weekly daily herald journal tribune guardian telegraph mail press magazine".split()
)
SORTS_OF_ORGANIZATION: dict[str, frozenset[str]] = {
    "school": _SCHOOL | {"university", "college", "institute"},
    "university": frozenset(("university", "college", "institute")),
    "college": frozenset(("college", "university")),
    "bank": frozenset("bank bancorp barclays hsbc jpmorgan citigroup goldman sachs stanley fargo".split()),
    "club": frozenset("club fc united city rovers athletic afc county town albion hotspur wanderers".split()),
    "team": frozenset("team fc united city rovers racing".split()),
    "hospital": frozenset(("hospital", "clinic", "infirmary")),
    "church": frozenset(("church", "cathedral", "diocese")),
    "court": frozenset(("court", "tribunal")),
    "council": frozenset(("council",)),
    "union": frozenset(("union", "federation", "association")),
    "party": frozenset(("party", "democrats", "republicans", "labour")),
    "museum": frozenset(("museum", "gallery")),
    "airline": frozenset(("airlines", "airways", "air", "jet")),
    "agency": frozenset(("agency", "administration", "bureau", "service")),
    "department": frozenset(("department",)),
    "ministry": frozenset(("ministry",)),
    "committee": frozenset(("committee",)),
    "commission": frozenset(("commission",)),
    "senate": frozenset(("senate",)),
    "parliament": frozenset(("parliament",)),
    "congress": frozenset(("congress",)),
    "league": frozenset(("league", "conference")),
    "foundation": frozenset(("foundation", "trust", "fund")),
    "institute": frozenset(("institute",)),
    "army": frozenset(("army",)),
    "navy": frozenset(("navy",)),
    **dict.fromkeys(("newspaper", "paper", "tabloid", "outlet", "publication"), _PRESS),
    "magazine": _PRESS | {"vogue", "people", "time", "forbes", "fortune", "variety", "billboard"},
}
PUBLIC_BODIES = frozenset(
    """police university college school court council ministry department senate parliament congress army navy church
    government party commission committee agency ap reuters afp bbc cnn""".split()
)
# Held by somebody whom an article need not name: only meant if the article said who holds it.
OFFICES = frozenset(
    """president vice-president premier minister chancellor king queen pope mayor governor secretary ambassador judge
    justice speaker prosecutor sheriff monarch coroner magistrate prime""".split()
)
MALE_TITLES = frozenset("mr sir lord".split())
FEMALE_TITLES = frozenset("mrs ms miss dame lady".split())
