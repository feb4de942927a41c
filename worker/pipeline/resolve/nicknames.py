"""Short forms of first names, each with the full ones; language data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Full names first, then what their bearers are called.
_TABLE = """
abigail: abby abbie gail | alexander: alex alec sandy sasha al lex xander
alexandra: alex sandra sasha lexi alexa | alfred: alf alfie fred | alison: ali allie | allison: ali allie
amanda: mandy | andrew: andy drew | angela: angie | anthony: tony ant | antony: tony ant | archibald: archie
arthur: art artie | augustus: gus | barbara: barb babs barbie | bartholomew: bart | beatrice: bea trixie bee
beatrix: bea trixie | benedict: ben | benjamin: ben benny benji | bernard: bernie | bradley: brad
bridget: bridie biddy | cameron: cam | caroline: carrie caz caro lina | carolyn: carrie caz lyn
cassandra: cass cassie | catherine: cathy kate katie cat cath | katherine: kathy kate katie kat kath kitty
kathryn: kathy kate katie kat | kathleen: kathy kath katie | charles: charlie chuck chas chaz
charlotte: charlie lottie lotte | chester: chet | christina: chrissy chris tina
christine: chrissy chris tina | christopher: chris kit topher | clifford: cliff | constance: connie
cynthia: cindy | daniel: dan danny | danielle: dani | david: dave davey davy | deborah: deb debbie debs
debra: deb | dominic: dom nic | dominick: dom nick | donald: don donnie | dorothy: dot dottie dolly
douglas: doug dougie | edmund: ed eddie ned ted | edward: ed eddie ned ted teddy | edwin: ed eddie
eleanor: ellie nell nora lena | elizabeth: liz lizzie lizzy beth betty betsy bess eliza libby lisa elsie
emily: em emmy millie | ernest: ernie | eugene: gene | evelyn: evie | florence: flo florrie flossie
frances: fran frankie fanny | francis: frank fran frankie | franklin: frank | frederick: fred freddie freddy
gabriel: gabe | gabrielle: gabby gaby | geoffrey: geoff | george: georgie | georgina: georgie gina
gerald: gerry jerry | gerard: gerry | gilbert: gil bert | giles: gi | gordon: gord gordie | graham: gray
gregory: greg | gwendolyn: gwen | harold: harry hal | harriet: hattie | helen: nell nellie lena
henry: harry hank hal | herbert: herb bert herbie | howard: howie | hubert: bert | hugh: hughie | ian: iain
ignatius: iggy | irving: irv | isaac: ike zac | isabel: izzy bel bella | isabella: izzy bella | isobel: izzy
jacob: jake jack | jacqueline: jackie jacqui | james: jim jimmy jamie jem | jane: janey jenny
janet: jan jenny | jasmine: jas jaz jazz | jeffrey: jeff | jennifer: jen jenny jenna | jeremiah: jerry
jeremy: jerry jem jez | jessica: jess jessie | joan: joanie | joanna: jo joanie | joanne: jo
john: jack johnny jon | jonathan: jon jonny jonty | josephine: jo josie | joseph: joe joey jo | joshua: josh
judith: judy judi jude | julia: jules | julian: jules | kenneth: ken kenny | kimberly: kim | kimberley: kim
kristin: kris | laurence: larry | lawrence: larry laurie | leonard: len lenny leo | leopold: leo | leslie: les
lewis: lew | lillian: lil lily | louis: lou louie | louisa: lou | louise: lou | lucille: lucy
lucinda: lucy cindy | lydia: liddy | madeleine: maddie | madeline: maddie | malcolm: mal
margaret: maggie meg peggy marge margie greta daisy rita | marilyn: mary | martha: marty mattie
martin: marty | mary: molly polly mamie | matilda: tilly tilda mattie | matthew: matt matty | maureen: mo
maurice: mo | maximilian: max | melanie: mel | melissa: mel missy lissa | michael: mike mick micky mickey
mildred: millie | millicent: millie | miranda: randy | miriam: mim | mitchell: mitch | mohammed: mo
mohamed: mo | morris: mo | nancy: nan | natalie: nat | natasha: tasha nat | nathan: nate nat
nathaniel: nate nat | neville: nev | nicholas: nick nicky nico | nicola: nicky nic | nicole: nicky nic nikki
norman: norm | oliver: ollie olly | olivia: liv livvy | oscar: oz | pamela: pam
patricia: pat patty patsy trish tricia | patrick: pat paddy rick | penelope: penny | peter: pete
philip: phil pip | phillip: phil pip | philippa: pip pippa | prudence: pru | rachel: rach | randolph: randy
raymond: ray | rebecca: becky becca beck | reginald: reg reggie | richard: dick rick richie rich ricky
robert: bob bobby rob robbie bert | roberta: bobbie | roderick: rod | rodney: rod | roger: rodge
roland: rollo | ronald: ron ronnie | rosalind: ros roz | rosamund: ros roz | rosemary: rose rosie
rudolph: rudy | rupert: rupe | russell: russ | samantha: sam sammy | samuel: sam sammy | sandra: sandy
sarah: sal sally | sara: sal | sebastian: seb | sheila: shel | sidney: sid | simon: si | solomon: sol
sophia: sophie | stanley: stan | stephanie: steph | stephen: steve stevie | steven: steve stevie | stuart: stu
stewart: stew | susan: sue susie suzy | susanna: sue | susannah: sue | suzanne: sue suzy | sylvester: sly
tabitha: tabby | terence: terry tel | terrence: terry | theodora: thea dora | theodore: ted teddy theo
theresa: terry tess tessa | teresa: terry tess tessa tracy | thomas: tom tommy | timothy: tim timmy
tobias: toby | valerie: val | vera: vee | vernon: vern | veronica: ronnie | victor: vic
victoria: vicky vicki tori | vincent: vince vinny | virginia: ginny | vivian: viv | vivienne: viv
walter: walt wally | wilfred: wilf fred | wilfrid: wilf | william: bill billy will willie liam
winifred: winnie | winston: win | yvonne: eve | zachary: zac zach zack
"""


def _table(lines: str) -> dict[str, frozenset[str]]:
    entries = (entry.partition(": ") for entry in lines.replace("\n", "|").split("|") if entry.strip())
    return {full.strip(): frozenset(shorts.split()) for full, _, shorts in entries}


def _inverted(table: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for full, shorts in table.items():
        for short in shorts:
            found[short] = found.get(short, frozenset()) | {full}
    return found


SHORT_NAMES = _table(_TABLE)
FULL_NAMES = _inverted(SHORT_NAMES)


def first_names_of(first: str) -> frozenset[str]:
    """The full first names that a first name may stand for, itself among them."""
    return FULL_NAMES.get(first, frozenset()) | {first}
