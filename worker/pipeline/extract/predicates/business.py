"""Companies: who bought whom, who belongs to whom, and what was released."""

from __future__ import annotations

from worker.pipeline.extract.phrase import phrase
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.values import Declaration

_BUYER = frozenset({"organization", "person", "group", "gpe"})
_BOUGHT = frozenset({"organization", "product", "work", "location", "object"})
# "the online lender", "its rival": what a bought firm is called before its name.
_KIND = (
    r"company|firm|maker|startup|start-up|chain|retailer|rival|group|developer|operator|provider|brand|publisher|platform|"
    r"app|giant|unit|business|manufacturer|bank|lender|airline|insurer|studio|store|producer|network|website|service|"
    r"club|hotel|newspaper|magazine|supplier|distributor|carmaker|drugmaker|brewer|broadcaster|specialist|consultancy"
)
_THE = rf"(?:the |its |his |her |rival |fellow |a |an |all of )?(?:{{ADJS}}(?:{_KIND}) )?(?:, )?"
_FOR = (
    r"(?: (?:for|in an?)(?: (?:about|around|over|an estimated|some|more than|nearly|"
    r"roughly|a reported))? <price:m>)?(?:(?: on| in)? <date:t>)?"
)

ACQUIRED = Predicate(
    Declaration("acquired", _BUYER, _BOUGHT, "P11812", identity=("status",)),
    (
        phrase(
            "deal/bought",
            "acquired",
            rf"<s:OPG>{{APP}} {{AUX}}(?:acquired|acquires|bought|buys|purchased|purchases|took "
            rf"over|takes over|snapped up|snaps up|completed (?:its|the|<[OP]\d{{1,3}}> 's) (?:acquisition|"
            rf"purchase|takeover) of|acquiring|buying) {_THE}<o:OWD>{_FOR}",
            "acquired acquires bought buys purchased purchases took takes snapped snaps completed "
            "acquiring buying",
            0.85,
            constants=(("status", "completed"),),
        ),
        phrase(
            "deal/agreed",
            "acquired",
            rf"<s:OPG>{{APP}} (?:has |have |had )?(?:agreed|announced (?:plans|a deal|an agreement)|"
            rf"said it (?:has agreed|would|will)|signed a (?:deal|agreement)|reached (?:a deal|"
            rf"an agreement)|struck a deal|clinched a deal) to (?:acquire|buy|purchase|take over) {_THE}<o:OWD>{_FOR}",
            "acquire buy purchase take",
            0.85,
            constants=(("status", "announced"),),
        ),
        phrase(
            "deal/acquisition-of",
            "acquired",
            rf"<s:OPG> 's (?:(?:<price:m>|[\w$.-]{{2,16}}) ){{0,3}}?(?:acquisition|purchase|takeover|"
            rf"buyout) of {_THE}<o:OWD>{_FOR}",
            "acquisition purchase takeover buyout",
            0.8,
        ),
        phrase(
            "deal/acquired-by",
            "acquired",
            rf"<o:OWD>{{APP}} {{AUX}}(?:acquired|bought|purchased|taken over|bought out|snapped "
            rf"up|sold)(?: (?:for|in) (?:[a-z]{{2,10}} )?<price:m>)?(?: (?:in|on) <date:t>)? "
            rf"(?:by|to) {_THE}<s:OPG>",
            "acquired bought purchased taken snapped sold",
            0.85,
            constants=(("status", "completed"),),
        ),
        phrase(
            "deal/sold-to",
            "acquired",
            rf"<[OPG]\d{{1,3}}>{{APP}} (?:has |have |had )?(?:sold|sells) {_THE}<o:OWD>(?: (?:for|"
            rf"in) (?:[a-z]{{2,10}} )?<price:m>)?(?: (?:in|on) <date:t>)? to {_THE}<s:OPG>",
            "sold sells",
            0.82,
            constants=(("status", "completed"),),
        ),
    ),
    (
        Example(
            "Nordbank Holdings acquired Halvex Systems for $40 million in 2019.",
            "Nordbank Holdings",
            "Halvex Systems",
        ),
        Example(
            "Halvex Systems was bought by Nordbank Holdings in 2019.", "Nordbank Holdings", "Halvex Systems"
        ),
    ),
    (
        Counterexample("Nordbank Holdings hopes to acquire Halvex Systems.", "a hope"),
        Counterexample("Nordbank Holdings denied that it had acquired Halvex Systems.", "denied"),
    ),
)
PARENT_ORGANIZATION = Predicate(
    Declaration(
        "parent_organization",
        frozenset({"organization", "product"}),
        frozenset({"organization"}),
        "P749",
        functional=True,
        inverse="subsidiary",
        conflict="same_time",
    ),
    (
        phrase(
            "group/subsidiary-of",
            "parent_organization",
            r"<s:OD>(?: ,| is| was| ,? which is) (?:an?|the) {ADJ}(?:subsidiary|unit|division|"
            r"arm|affiliate|brand|part|imprint) of (?:the )?<o:O>",
            "subsidiary unit division arm affiliate brand part imprint",
            0.85,
        ),
        phrase(
            "group/owned-by",
            "parent_organization",
            r"<s:OD>(?: ,)?(?: which)? {AUX}(?:owned|controlled) by (?:the )?{ADJS}<o:O>",
            "owned controlled",
            0.82,
        ),
        phrase(
            "group/parent",
            "parent_organization",
            r"<s:OD> 's {ADJ}(?:parent company|parent|owner|holding company|parent organisation|"
            r"parent organization) ,? ?<o:O>",
            "parent owner holding",
            0.82,
        ),
        phrase(
            "group/parent-of",
            "parent_organization",
            r"<o:O> , (?:the |which is the )?{ADJ}(?:parent company|parent|owner|holding company|"
            r"maker) of <s:OD>",
            "parent owner holding",
            0.82,
        ),
        phrase(
            "group/s-unit",
            "parent_organization",
            r"<o:O> 's <s:OD> (?:unit|division|subsidiary|arm|brand)(?![\w-])",
            "unit division subsidiary arm brand",
            0.75,
        ),
    ),
    (
        Example(
            "Halvex Systems, a subsidiary of Nordbank Holdings, moved to Leeds.",
            "Halvex Systems",
            "Nordbank Holdings",
        ),
        Example("Halvex Systems is owned by Nordbank Holdings.", "Halvex Systems", "Nordbank Holdings"),
    ),
    (
        Counterexample("Halvex Systems is a rival of Nordbank Holdings.", "a rival"),
        Counterexample("Halvex Systems might be owned by Nordbank Holdings.", "a guess"),
    ),
)
RELEASED = Predicate(
    Declaration(
        "released", frozenset({"person", "organization", "group"}), frozenset({"work", "product"}), "P577"
    ),
    (
        phrase(
            "work/released",
            "released",
            r"<s:PORG>{APP} {AUX}(?:released|releases|launched|launches|unveiled|unveils|published|"
            r"publishes|dropped|drops|premiered|rolled out) (?:(?:the|its|a|an|<[PORG]\d{1,3}> "
            r"'s) )?{ADJS}(?:, )?<o:WD>{DATE}",
            "released releases launched launches unveiled unveils published publishes dropped "
            "drops premiered rolled",
            0.8,
        ),
        phrase(
            "work/came-out",
            "released",
            r"<s:PORG> 's {ADJS}(?:album|single|song|film|movie|book|novel|memoir|debut|record|"
            r"series) ,? ?<o:WD>,? {AUX}(?:came out|was released|was published|premiered|hit "
            r"shelves|hit theaters|hit cinemas|launched){DATE}",
            "came released published premiered hit launched",
            0.8,
        ),
    ),
    (
        Example(
            'Mia Quill released her second album, "Salt and Smoke", in 2020.', "Mia Quill", "Salt and Smoke"
        ),
        Example(
            'Leo Brandt published the novel "The Glass Harbour" in May 2018.',
            "Leo Brandt",
            "The Glass Harbour",
        ),
    ),
    (
        Counterexample('Mia Quill will release the album "Salt and Smoke" next year.', "to come"),
        Counterexample('Mia Quill heard the album "Salt and Smoke" in 2020.', "a listener"),
    ),
)
