"""Awards won and nominations."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.numbers import ORDINAL
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.reading import plain
from worker.pipeline.extract.rule import Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.bearer import bearers
from worker.pipeline.extract.syntax.epithet import epithets, holders
from worker.pipeline.extract.syntax.frame import Frame, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_WINNER = frozenset({"person", "organization", "work", "group", "gpe"})
_PRIZE = frozenset({"award", "string", "event", "organization"})
# What a prize's words end in, or what they are, where it is no known award.
_PRIZE_WORDS = re.compile(
    r"(?:\b(?:awards?|prizes?|medals?|troph(?:y|ies)|cup|championships?|titles?|belt|oscars?|grammys?|emmys?|baftas?|"
    r"fellowship|medallion|knighthood|damehood|honorary (?:degree|doctorate)|"
    r"(?:most valuable player|mvp)(?: of [\w' -]{1,30})?|shield|gongs?|honou?rs?|crown|champions?)"
    r"|\b(?-i:Best|Most|Rising|Favou?rite) [a-z][\w-]{2,16}(?: [a-z][\w-]{2,16}){0,3}"
    r"|\bbest (?:[a-z][\w-]{2,16} ){0,3}(?:act(?:or|ress)|picture|film|director|song|album|screenplay|player|"
    r"goalkeeper|newcomer|documentary|short|score|artist|book|novel|series|drama|comedy|musical|performance|in show|"
    r"goalscorer|striker|coach|design|cinematography|editing|animation)"
    r"|\b(?:Medal|Order|Cross|Star|Legion|Prize|Award) of (?:the )?(?-i:[A-Z])\w{2,16}(?: (?-i:[A-Z])\w{2,16}){0,2}"
    r"|\bof the (?:year|match|tournament|"
    r"series|season|month|decade|week)"
    r"|\bhall of fame|\b(?:grand|first|top|second|third) (?:prize|place)"
    r"|^(?:\w[\w' -]{0,24} )?(?:gold|silver|bronze))$",
    re.IGNORECASE,
)
_WHERE = re.compile(r" (?:at|by|in|from|for|last|this|after|with|ahead|on|to) ")
_FOR_BEST = re.compile(
    r"(?:the )?(?:award|prize|trophy|medal|honou?r|oscar|gong)s? (?:for|as) (?:the )?(?=best )", re.IGNORECASE
)
_BARE = re.compile(
    r"(?:the )?(?:awards?|prizes?|medals?|troph(?:y|ies)|cups?|titles?|championships?|honou?rs?|belts?|crowns?|"
    r"champions?)(?: of (?:the|his|her|their|its) (?:year|season|month|week|day|night|career))?",
    re.IGNORECASE,
)
# Whose it was and the how many-th: "her second title" names no more than "title" does.
_COUNTED = re.compile(
    r"(?:(?:his|her|its|their|the|an?) )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|"
    rf"back-to-back|consecutive|straight|successive|career|maiden|own|other|major|big|new|{ORDINAL}) ){{0,4}}",
    re.IGNORECASE,
)
_OF_TITLE = re.compile(r"(?:the )?(?:title|crown|honou?r|accolade|award|prize)s? (?:of|for) (?=[A-Z])")
_CONTESTS = re.compile(r"\b(?:elections?|primary|vote|referendum|war|battle|match|game|caucus|poll)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][\w'’-]{1,20}(?: (?:of |for |the )?[A-Z][\w'’-]{1,20}){1,4}")  # noqa: RUF001 - press style
_SOME = ("one of ", "some of ", "several ", "many ", "other ", "another ", "more ")  # of which nothing is named
_STANDING = forms("nominate shortlist longlist")
_EARNING = forms("win receive take_home pick_up")
_YEAR = r"(?:(?: in| on)? <date:t>)?"
_EPITHET = build(
    r"(?:the |an? |former )?{ADJ}(?:-time )?<o:A>(?: Award)?(?: ?- ?| )(?:winner|winning|"
    r"laureate|recipient|awardee|medallist|medalist)(?![\w-])"
)
_EPITHET_NAME = re.compile(r" (?:[a-z][\w'-]{1,20} ){0,3}<(P\d{1,4})>")
_WINNERS = lexemes("winner winners recipient recipients laureate laureates awardee champion champions holder holders")
_NOMINEES = lexemes("nominee nominees finalist finalists contender")
_JOINED = re.compile(
    r"(?P<prize>(?!Award|Prize|Medal|Cup|Title|Race|Game)[A-Z]\w{2,20})-(?P<how>winning|winner|nominated)"
)


def _prize(words: str) -> str | None:
    """The prize in the words, less where and for what it was; "the trophy" alone is none that anybody could name."""
    name = _WHERE.split(_FOR_BEST.sub("", f"{words} "), maxsplit=1)[0].strip()
    name = _OF_TITLE.sub("", name, count=1)
    counted = _COUNTED.match(name)
    bare = name[counted.end() :] if counted is not None else name
    if name.startswith(_SOME) or _BARE.fullmatch(bare) or not bare:
        return None
    name = bare
    known = _PRIZE_WORDS.search(name) and (" " in name or not _BARE.fullmatch(name))
    return name if known or _CAPITALS.fullmatch(name) else None


_HONOUR = re.compile(r"[OMCKD]BE|(?:a )?(?:knight|dame|Companion of Honour)")


def _is_hall(hit: Hit) -> bool:
    return (hit.words("o") or "").endswith("Hall of Fame")


def _honour(words: str) -> str | None:
    return words if _HONOUR.fullmatch(words) else None


def _is_prize(clause: Clause, thing: ObjectValue) -> bool:
    """A contest is a prize to its winner, unless it is a vote or a war; words count where no award is known."""
    tree, verb = clause.tree, clause.verb
    if tree.word(verb - 2) == "close" and tree.word(verb - 1) == "to":
        return False
    above = tree.tokens[verb].head
    if tree.tokens[verb].fine == "VB" and any(
        tree.tokens[i].relation == "nsubj" and tree.tokens[i].head != verb for i in range(above + 1, verb)
    ):
        return False  # "A scored as B beat C to win the cup": the parser may give the cup to A
    if isinstance(thing, TextObject) and not _PRIZE_WORDS.search(thing.value) and not _is_titled(clause):
        return False
    if isinstance(thing, TextObject):
        ends = (i for place in ("patient", "called", "with", "to", "for", "as") for i in clause.fill(place))
        return not any((slot := tree.slot(i)) is not None and slot.letter in "AE" for i in ends)
    return not _CONTESTS.search(tree.label_of(thing))


def _is_titled(clause: Clause) -> bool:
    """"Won a Golden Stave", "nominated for the Booth": a name is a prize to those who win one of it or stand for it."""
    tree = clause.tree
    if clause.words in _STANDING:
        return not any((s := tree.slot(i)) is not None and s.letter in "PG" for i in clause.fill("for"))
    articles = {tree.word(j) for i in clause.fill("patient") for j in tree.under(i, "det")}
    return clause.words in _EARNING and bool(articles & {"a", "an"})


def draw_epithets(view: View, /) -> Iterator[Candidate]:
    """The bearer of "the Oscar winner" is whoever is so described, or whose name follows."""
    for hit in hits(
        view,
        _EPITHET,
        frozenset({"winner", "winning", "laureate", "recipient", "awardee", "medallist", "medalist", "-"}),
    ):
        winner, award, stance = _bearer(hit), hit.entity("o"), hit.stance()
        if winner is not None and award is not None and stance is not None:
            yield Candidate(
                winner,
                "award_received",
                EntityObject(award),
                "award/epithet",
                (hit.span(),),
                status=stance.status,
                polarity=stance.polarity,
                attribution=stance.attribution,
                confidence=0.85,
            )


def draw_named(view: View, /) -> Iterator[Candidate]:
    """Reads "Oscar winner Mia Quill", "Mia Quill, winner of the prize", "a finalist for", "Oscar-winning"."""
    for tree in view.trees:
        for one in epithets(tree, _WINNERS | _NOMINEES):
            stance = one.stance
            for holder, other in product(one.holders, one.others):
                winner, prize = tree.slot(holder), tree.slot(other)
                if stance and winner and prize and winner.entity and prize.entity and prize.letter in "AE":
                    yield Candidate(
                        winner.entity.id, "award_received" if one.noun in _WINNERS else "nominated_for",
                        EntityObject(prize.entity.id), "award/named", (one.evidence,), status=stance.status,
                        polarity=stance.polarity, attribution=stance.attribution, confidence=0.82,
                    )  # fmt: skip
        yield from _worded(tree)


def _worded(tree: Tree) -> Iterator[Candidate]:
    """The prize in its words: "Oscar-winning actress Mia Quill", "two-time World Cup winner Mia Quill"."""
    for at, token in enumerate(tree.tokens):
        joined = _JOINED.fullmatch(plain(token.text))
        if joined is not None and token.head != at:
            held, words, won = [token.head, *holders(tree, token.head)], joined["prize"], joined["how"] != "nominated"
        elif tree.word(at) in _WINNERS | _NOMINEES:
            held, words, won = holders(tree, at), _capitals(tree, at), tree.word(at) in _WINNERS
        else:
            continue
        for winner in (s for i in held if (s := tree.slot(i)) is not None and s.entity and s.letter in "PWO" and words):
            if winner.name and winner.entity is not None and at not in tree.quoted:
                yield Candidate(
                    winner.entity.id, "award_received" if won else "nominated_for", TextObject(words), "award/worded",
                    (Span(min(token.span.start, winner.span.start), max(token.span.end, winner.span.end)),),
                    confidence=0.78,
                )  # fmt: skip


def _capitals(tree: Tree, at: int) -> str:
    """The run of capitalised words before the noun, "" where a known mention stands there."""
    first = at
    tags = {"PROPN", "ADJ"} if tree.word(at).startswith("laureate") else {"PROPN"}
    while first > 0 and tree.tokens[first - 1].tag in tags and tree.tokens[first - 1].text[:1].isupper():
        first -= 1
    known = any(slot.span.overlaps(tree.tokens[i].span) for i in range(first, at) for slot in tree.slots.values())
    return "" if first == at or known else tree.span(first, at - 1).of(tree.text)


def draw_nominations(view: View, /) -> Iterator[Candidate]:
    """Reads "received an Oscar nomination", "earned her a nomination for best actress"."""
    for tree in view.trees:
        for at in range(len(tree.tokens)):
            if tree.word(at) in {"nomination", "nominations", "nod"} and at not in tree.quoted:
                yield from _nomination(tree, at)


def _nomination(tree: Tree, at: int) -> Iterator[Candidate]:
    prizes = [s for i in tree.under(at, "compound", "amod", "nmod") if (s := tree.slots.get(i)) and s.letter in "AE"]
    stance = meaning(tree, at) if prizes else None
    for one in bearers(tree, at)[:1] if stance is not None else []:
        slot = tree.slot(one)
        if stance is not None and slot is not None and slot.entity and slot.letter in "PWOR" and prizes[0].entity:
            yield Candidate(
                slot.entity.id, "nominated_for", EntityObject(prizes[0].entity.id), "award/nomination",
                (tree.around(one, at),), status=stance.status, polarity=stance.polarity,
                attribution=stance.attribution, confidence=0.82,
            )  # fmt: skip


def _bearer(hit: Hit) -> str | None:
    described = hit.view.nominal_over(hit.span("o")) if hit.slot("o") else None
    described = described or hit.view.nominal_over(hit.span())
    if described is not None and described.type != "award":
        return described.id
    name = _EPITHET_NAME.match(hit.reading.text, hit.match.end())
    slot = hit.reading.slots[name.group(1)] if name else None
    return slot.entity.id if slot is not None and slot.entity is not None else None


_WHO = "POWRG"
_MORE = ("for_work=for:W", "event=at|in:E")
_TAKING = (
    "win take claim clinch secure capture lift retain earn bag collect receive pick_up take_home scoop land share"
)


def _won(
    rule: str, verbs: str, who: str, what: str, *, predicate: str = "award_received", winners: str = _WHO
) -> tuple[Frame, Frame]:
    """The frame twice: for an award or contest that is known by name, and for a prize in its words."""
    return (
        frame(rule, predicate, verbs, f"{who}:{winners}", f"{what}:AE", qualifiers=_MORE, accept=_is_prize),
        frame(
            f"{rule}-words", predicate, verbs, f"{who}:{winners}", f"{what}:*", qualifiers=_MORE, accept=_is_prize,
            refine=_prize, confidence=0.78,
        ),
    )  # fmt: skip


AWARD_RECEIVED = Predicate(
    Declaration("award_received", _WINNER, _PRIZE, "P166", identity=("date",)),
    (
        draw_epithets,
        draw_named,
        *_won("award/won", _TAKING, "agent", "patient"),
        *_won("award/won-as", "win claim collect", "agent", "as"),
        *_won("award/given", "award give present honour honor grant hand", "patient", "called|with"),
        *_won("award/given-to", "award give present grant hand go bring", "to", "patient|agent"),
        *_won("award/called", "name vote crown judge choose declare", "patient", "called|as"),
        *_won("award/earned", "win earn bring give net land hand award", "recipient", "patient"),
        *_won("award/led", "lead guide fire inspire steer power help coach carry", "patient", "to", winners="POGR"),
        phrase(
            "award/inducted", "award_received",
            r"<s:POR>{APP} {AUX}inducted into (?:the |<[POGR]\d{1,3}> 's )?"
            r"(?P<o>(?:<[OELWAG]\d{1,3}> ?|(?-i:[A-Z])[\w&'-]{1,20} (?:and )?){0,6}Hall of Fame|<[OELWA]\d{1,3}>)",
            "inducted", 0.8, accept=_is_hall,
        ),
        frame("award/honoured", "award_received", "make appoint", "patient:P", "called:*", refine=_honour,
              voice="passive"),
        frame("award/knighted", "award_received", "knight", "patient:P", None, object_text="knighthood"),
        phrase(
            "award/to-win",
            "award_received",
            r"<s:OGPR>{APP} {AUX}(?:beat|beats|defeated|thrashed|edged|overcame|came from behind|"
            r"rallied|saw off|downed) [^.;]{1,90}? to (?:win|lift|claim|retain|clinch|capture) "
            r"(?:the |<[OGPR]\d{1,3}> 's )?{ADJ}<o:EA>",
            "win lift claim retain clinch capture",
            0.8,
        ),
        phrase(
            "award/whose",
            "award_received",
            r"<s:P> ,? ?(?:[^.;<]{0,40} )?whose [^.;,<]{1,40} (?:won|earned|received|brought) "
            r"(?:<P> )?{DET}{ADJS}<o:A>",
            "whose",
            0.8,
        ),
    ),
    (
        Example("Mia Quill won an Oscar for her first film.", "Mia Quill", "Oscar"),
        Example("Leo Brandt received the Harland Prize in 2015.", "Leo Brandt", "Harland Prize"),
        Example("The lifetime award was presented to Mia Quill.", "Mia Quill", "lifetime award"),
        Example("Mia Quill was voted player of the year by her peers.", "Mia Quill", "player of the year"),
        Example("The coach led Mia Quill to Olympic gold in Athens.", "Mia Quill", "Olympic gold"),
        Example("Oscar-winning actress Mia Quill was there.", "Mia Quill", "Oscar"),
        Example("The film earned Mia Quill an Oscar.", "Mia Quill", "Oscar"),
        Example("Leo Brandt helped the Bears win their first Harland Cup.", "Bears", "Harland Cup"),
        Example("The trophy for best actor went to Leo Brandt.", "Leo Brandt", "best actor"),
        Example("Leo Brandt received the Medal of Freedom in 2010.", "Leo Brandt", "Medal of Freedom"),
        Example("Leo Brandt was inducted into the Harland Hall of Fame.", "Leo Brandt", "Harland Hall of Fame"),
        Example("Leo Brandt was made an OBE in 1998.", "Leo Brandt", "OBE"),
        Example("Nobel laureate Leo Brandt died on Monday.", "Leo Brandt", "Nobel"),
        Example("Pulitzer Prize-winning author Leo Brandt died on Monday.", "Leo Brandt", "Pulitzer Prize"),
        Example("Leo Brandt was named MVP of the final.", "Leo Brandt", "MVP of the final"),
        Example(
            "It saw Leo Brandt winning Best Newcomer and Mia Quill winning Singer of the Year.", "Mia Quill",
            "Singer of the Year",
        ),
        Example("Norland United lifted the Harland Cup in May.", "Norland United", "Harland Cup"),
    ),
    (
        Counterexample("Mia Quill hopes to win an Oscar for her first film.", "a hope"),
        Counterexample("Mia Quill was nominated for an Oscar.", "a nomination"),
        Counterexample("Mia Quill took the title role in the film.", "a part"),
        Counterexample("Mia Quill won a place at the academy.", "a place"),
        Counterexample("Mia Quill has never won an Oscar.", "never"),
        Counterexample("Mia Quill won her second title in May.", "an unnamed title"),
        Counterexample("Mia Quill won two awards in May.", "unnamed awards"),
        Counterexample("The law gave Mia Quill the best life possible.", "no prize"),
        Counterexample("Leo Brandt came close to winning the Harland Prize.", "no win"),
    ),
)
NOMINATED_FOR = Predicate(
    Declaration("nominated_for", _WINNER, _PRIZE, "P1411", identity=("date",)),
    (
        draw_named,
        draw_nominations,
        *_won("award/nominated", "nominate shortlist longlist", "patient", "for", predicate="nominated_for"),
        phrase(
            "award/up-for",
            "nominated_for",
            rf"<s:POWR>{{APP}} {{AUX}}(?:a nominee|a finalist|up) for {{DET}}{{ADJS}}<o:AE>{_YEAR}",
            "nominee finalist up",
            0.85,
        ),
        phrase(
            "award/nominated-capitals",
            "nominated_for",
            rf"<s:POWR>{{APP}} {{AUX}}(?:nominated|shortlisted|longlisted) for (?:an?|the) (?P<o>(?:(?-i:[A-Z])"
            rf"[\w'&.-]{{1,20}}+ ?){{1,5}}){_YEAR}",
            "nominated shortlisted longlisted",
            0.78,
        ),
    ),
    (
        Example("Mia Quill was nominated for an Oscar in 2016.", "Mia Quill", "Oscar"),
        Example("Leo Brandt was shortlisted for the Harland Prize.", "Leo Brandt", "Harland Prize"),
        Example("The role earned Mia Quill an Oscar nomination.", "Mia Quill", "Oscar"),
        Example("Mia Quill was nominated for best actress.", "Mia Quill", "best actress"),
    ),
    (
        Counterexample("Mia Quill won an Oscar in 2016.", "a win"),
        Counterexample("Mia Quill might be nominated for an Oscar.", "a guess"),
        Counterexample("Mia Quill was nominated for the post of treasurer.", "an office"),
    ),
)
