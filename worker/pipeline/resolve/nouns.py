"""What a noun says of whom it refers to: sort, gender, age, kinship; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from worker.pipeline.resolve import people_words as words
from worker.pipeline.resolve.demonyms import ALSO_ADJECTIVES, DEMONYMS

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
    table: tuple[tuple[Gender | None, Age | None, frozenset[str]], ...] = (
        ("male", "child", words.BOYS),
        ("female", "child", words.GIRLS),
        (None, "child", words.CHILDREN),
        (None, None, words.OF_ANY_AGE),
        (None, None, DEMONYMS),
        ("male", "adult", words.MEN),
        ("female", "adult", words.WOMEN),
        (None, "adult", words.ADULTS),
    )
    return {word: Noun("person", gender, age) for gender, age, line in table for word in line}


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
            parliament congress publication tabloid franchise squad court tribunal trust society force
            authority lender broker brokerage insurer builder housebuilder developer grocer utility group side outfit
            infirmary clinic pub hotel restaurant chain store shop station nonprofit non-profit ngo consultancy
            contractor carrier shipper drugmaker chipmaker planemaker
            multinational unit arm regulator inspectorate enterprise venture
            service merchant wholesaler e-tailer platform bookmaker academy orchestra theatre theater
            broadcaster band ensemble quartet quintet choir troupe""",
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


# Two firms, clubs or sides.
FIRMS_TOGETHER = frozenset("companies firms clubs sides teams banks airlines carmakers retailers".split())


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
    pairs |= dict.fromkeys(FIRMS_TOGETHER, Noun("group", plural=True))
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
# Endings that make a noun for a person, where no list has it; "-man" also ends words for no man.
TRADE_ENDINGS: dict[str, Gender | None] = {
    "woman": "female", "man": "male", "person": None, "keeper": None, "ologist": None, "worker": None, "maker": None,
    "monger": None, "wright": None, "smith": None,
}  # fmt: skip
NO_TRADES = frozenset(
    "human german roman ottoman norman talisman inhuman superhuman subhuman caiman cayman coffeemaker haymaker "
    "pacemaker batman superman".split()
)
# Nouns for people that stand as adjectives far more often: "the American company", "the general public".
ADJECTIVES_TOO = ALSO_ADJECTIVES | frozenset(
    """general native individual expert official patient republican democrat conservative minor royal professional
    principal chief executive veteran star model lead child police male female criminal rival champion deputy home
    leader""".split()
)
# Verbs as well, when a name stands before and an article behind: "Leeds host the cup".
VERBS_TOO = frozenset("host star coach judge model partner boss guide pilot champion rival nurse doctor lead".split())
# Participles as well, behind a noun: "a man accused of".
PARTICIPLES_TOO = frozenset(("accused", "deceased"))
# People by trade, but as often the firm that plies it: "the broker raised its target".
FIRMS_TOO = frozenset(
    """broker developer builder grocer publisher baker brewer provider jeweller jeweler contractor operator maker
    supplier manufacturer distributor dealer trader insurer banker bookmaker promoter rival competitor butcher
    printer courier landlord employer""".split()
)
# With a mark of possession they tell a sort of contest or thing, and nobody: "the women's draw".
SORTS_OF_EVENT = frozenset("men women boys girls children".split())
BARE_KIN = frozenset("dad mom mum daddy mommy mummy momma mama papa grandma grandpa".split())
CHILD_WORDS = frozenset("baby newborn infant toddler tot boy girl kid little".split())
