"""Belonging: teams, parties, and bodies whose member somebody is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import PARTIES, PARTY_LETTERS, POLITICIANS
from worker.pipeline.extract.lexicon.roles import ANY_TEAM, SPORT_WORDS, TEAM_HEADS
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import PERSON, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.frame import evidence, frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Candidate, Declaration, EntityObject, Span, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.roles import Role
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue

_PARTY = "|".join(sorted(PARTIES, key=len, reverse=True))
_LETTER = "|".join(sorted(PARTY_LETTERS, key=len, reverse=True))
_TITLE = rf"(?:(?:{POLITICIANS}) ){{1,2}}"
_PARTY_WORDS = frozenset(word for name in PARTIES for word in name.split())
_POLITICAL = (
    (build(rf"(?P<party>{_PARTY}) {{ADJ}}{_TITLE}<s:P>"), _PARTY_WORDS, 0.85),
    (
        build(rf"<party:ORG> {{ADJ}}{_TITLE}<s:P>"),
        lexemes(
            "senator sen sen. rep rep. representative mp msp mep leader candidate nominee councillor "
            "lawmaker politician gov gov. governor mayor"
        ),
        0.8,
    ),
    (
        build(rf"<s:P>(?: ,)? \(? ?,? ?(?P<letter>{_LETTER})[-.](?: ?[A-Z][\w.]{{0,12}}| <G>){{1,3}} ?[),]"),
        frozenset({"(", ","}),
        0.9,
    ),
    (
        build(rf"<s:P> \( (?P<letter>{_LETTER}) (?:- |, )?(?:[A-Z][\w.]{{0,12}} |<G> ){{0,3}}\)"),
        frozenset({"("}),
        0.88,
    ),
    (
        build(
            rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an?|the) {{ADJ}}(?P<party>{_PARTY})(?= [,.;)]|"
            rf" (?:and|who|from|in|of|on)\b| (?:{POLITICIANS})\b|$)"
        ),
        _PARTY_WORDS,
        0.82,
    ),
    (
        build(
            r"<s:P>{APP} {AUX}(?:joined|a member of|member of|represents|represented|candidate "
            r"for|stands for|stood for) (?:the )?<party:ORG>"
        ),
        lexemes("joined member represents represented candidate stands stood"),
        0.75,
    ),
    (
        build(
            r"<s:P>{ASIDE}(?:the )?(?:[\w-]{2,16} )?(?:leader|member|chairman|chairwoman|chair|"
            r"head|founder|candidate|politician|lawmaker|deputy) (?:of|from|for|with) (?:the "
            r")?<party:OR>(?P<called> party)?"
        ),
        lexemes("leader member chairman chairwoman chair head founder candidate politician lawmaker deputy"),
        0.82,
    ),
    (
        build(rf"(?:the )?(?P<party>{_PARTY}) ,? ?<s:P>(?= ,| who| said| told| has| is| was)"),
        _PARTY_WORDS,
        0.7,
    ),
    (
        build(
            r"<s:P>{ASIDE}(?:the |a )?<party:ORG> (?:member|mp|msp|mep|candidate|councillor|"
            r"politician|lawmaker|"
            r"spokesman|spokeswoman|leader)(?: for| in| from|(?= [,.;)]))"
        ),
        lexemes("member mp msp mep candidate councillor politician lawmaker spokesman spokeswoman leader"),
        0.82,
    ),
    (build(r"<s:P>(?: ,)? of the <party:ORG>(?= [,.;])"), frozenset({"of"}), 0.8),
    (
        build(r"<s:P> of the <party:ORG>(?= (?:and|said|told|has|had|was|is|who|[a-z]{3,14}ed)\b)"),
        frozenset({"of"}),
        0.78,
    ),
    (
        build(rf"<s:P> , of the (?P<party>(?:{_PARTY}|conservatives|greens|tories|liberals))(?= [,.;])"),
        frozenset({"of"}),
        0.8,
    ),
)
_VERBAL = 5  # the pattern with a verb; the others are noun phrases
_PARTY_NAME = re.compile(
    r"\b(?:party|democrats?|republicans?|labour|labor|conservatives?|tories|greens?|"
    r"liberals?|alliance|front|congress)\b",
    re.IGNORECASE,
)


def draw_parties(view: View, /) -> Iterator[Candidate]:
    """Party letters, adjectives and titles; the party is the article's entity, or its name in words."""
    for number, (pattern, triggers, confidence) in enumerate(_POLITICAL):
        aside = number != _VERBAL
        for hit in hits(view, pattern, triggers):
            party, person, stance = _party(hit), hit.entity("s"), hit.stance(aside=aside)
            if aside and not hit.is_name("s"):
                continue
            if party is not None and person is not None and stance is not None:
                yield Candidate(
                    person,
                    "political_party",
                    party,
                    "party/title",
                    (hit.span(),),
                    status=stance.status,
                    polarity=stance.polarity,
                    attribution=stance.attribution,
                    confidence=confidence,
                )


def _party(hit: Hit) -> ObjectValue | None:
    groups = hit.match.groupdict()
    slot = hit.slot("party") if "party" in groups else None
    if slot is not None and slot.entity is not None:
        known = slot.words.lower()
        is_party = (
            known in PARTIES
            or bool(groups.get("called"))
            or _PARTY_NAME.search(slot.entity.label) is not None
        )
        return EntityObject(slot.entity.id) if is_party else None
    if groups.get("letter"):
        return TextObject(PARTY_LETTERS[groups["letter"].lower()])
    return TextObject(PARTIES[groups["party"].lower()]) if groups.get("party") else None


_TEAM = rf"{{ADJ}}(?:{ANY_TEAM}|team-mate|goalscorer)(?![\w-])"
_POST_WORDS = frozenset(w for h in TEAM_HEADS.split("|") for w in h.split())
_TEAM_WORDS = " ".join(
    sorted({w for h in TEAM_HEADS.split("|") for w in h.split()} | {"team-mate", "goalscorer"})
)
_FORMER = r"(?:(?P<former>former|ex)[ -])?"

_LEAGUE = re.compile(
    r"\b(?:NBA|WNBA|NFL|NHL|MLB|MLS|NCAA|UFC|FIFA|UEFA|ATP|WTA|PGA|F1|FA|ACC|SEC|League|"
    r"Liga|Serie A|Bundesliga|Premiership|Championship|Division|Association|Federation|"
    r"Olympics?|Tour|Cup|Open)\b"
)


def _is_team(hit: Hit) -> bool:
    """A league or a cup is no team: "NBA star Jane Roe"."""
    slot = hit.slot("o")
    return slot is not None and slot.entity is not None and not _LEAGUE.search(slot.entity.label)


def _is_side(clause: Clause, thing: ObjectValue) -> bool:
    """Told in words of sport: somebody also signs for a parcel, and plays for a laugh."""
    words = {token.text.casefold() for token in clause.tree.tokens}
    label = clause.tree.label_of(thing)
    return not _LEAGUE.search(label) and bool(words & SPORT_WORDS or _SIDE_NAME.search(label))


def _in_match(clause: Clause, _: ObjectValue) -> bool:
    return not SPORT_WORDS.isdisjoint(token.text.casefold() for token in clause.tree.tokens)


def _is_named_side(clause: Clause, thing: ObjectValue) -> bool:
    """A team by its name: one joins a ministry, too."""
    return _SIDE_NAME.search(clause.tree.label_of(thing)) is not None


def draw_sides(view: View, /) -> Iterator[Candidate]:
    """In a report of a match whose he is: "Vale's Craig Hurrell was sent off", "Hurrell of Vale"."""
    for tree in view.trees if view.is_sport else ():
        for at, slot in tree.slots.items():
            if slot.letter != "P" or not slot.name or slot.entity is None or at in tree.quoted:
                continue
            of = [i for i in tree.under(at, "nmod") if tree.case(i) in {"of", "for"}]
            for owner in (*tree.under(at, "nmod:poss"), *of):
                side = tree.slots.get(owner)
                if side is not None and side.letter == "O" and side.entity and not _LEAGUE.search(side.entity.label):
                    words = (tree.span(min(at, owner), max(at, owner)),)
                    team = EntityObject(side.entity.id)
                    yield Candidate(slot.entity.id, "sports_team", team, "team/owned", words, confidence=0.8)


_SCORING = forms(
    "score net hit strike take claim bag throw pass rush grab make head convert kick race sprint smash slam fire curl "
    "pitch add pour drop finish put give hand send lift lead guide inspire carry power propel save"
)
_HELPING = forms("help lead give hand send put lift guide inspire carry power propel fire secure earn")
_WINNING = forms(
    "beat defeat thrash win draw sink rally come advance cruise book reach edge rout hammer thump down stun see_off "
    "overcome hold trounce crush top snap lead storm move go"
)


_AS = frozenset({"as", "when", "before"})


def draw_scorers(view: View, /) -> Iterator[Candidate]:
    """Whose he is who scores: "Roe scored twice as Vale beat Rovers", "to help Vale win", "Roe put Vale ahead"."""
    for clause in view.clauses_with(_SCORING) if view.is_sport else ():
        stance = meaning(clause.tree, clause.verb)
        if clause.passive or stance is None or stance.status != "asserted" or clause.verb in clause.tree.quoted:
            continue
        for player in clause.fill("agent"):
            slot, side = clause.tree.slot(player), _side_helped(clause)
            if slot is not None and slot.letter == "P" and slot.entity is not None and side is not None:
                words, team = (evidence(clause, (player, side[0])),), EntityObject(side[1])
                yield Candidate(slot.entity.id, "sports_team", team, "team/scores", words, confidence=0.8)


def _side_helped(clause: Clause) -> tuple[int, str] | None:
    """Token and entity of the side that wins by what he does, or has it from him."""
    tree = clause.tree
    places = list(clause.fill("recipient")) + (list(clause.fill("patient")) if clause.words in _HELPING else [])
    for below in tree.under(clause.verb, "advcl", "xcomp", "conj"):
        if tree.word(below) in _HELPING:
            places += tree.under(below, "obj", "iobj")
        elif tree.word(below) in _WINNING and _AS & {tree.word(i) for i in tree.under(below, "mark")}:
            places += tree.under(below, "nsubj")
    sides = ((at, slot.entity) for at in places if (slot := tree.slot(at)) is not None and slot.letter in "OG")
    return next(((at, side.id) for at, side in sides if side is not None and not _LEAGUE.search(side.label)), None)


def _is_ranks(clause: Clause, _: ObjectValue) -> bool:
    return bool({"ranks", "academy", "youth"} & {token.text.casefold() for token in clause.tree.tokens})


_SIDE_NAME = re.compile(
    r"\b(?:United|City|Town|Rovers|Wanderers|Athletic|Albion|Rangers|FC|AFC|CF|SC|RFC|CC|County|Hotspur|Villa|"
    r"Real|Sporting|Dynamo|Inter|Borussia|Warriors|Tigers|Lions|Bears|Eagles|Hawks|Wolves|Sharks|Saints|Giants|"
    r"Kings|Knights|Titans|Blues|Reds|Panthers|Falcons|Raiders|Rams|Bulls|Stars)\b"
)


def draw_team_roles(view: View, /) -> Iterator[Candidate]:
    """The side of a post: "Rovers striker Jane Roe", "Roe, a winger for Rovers"."""
    for role in view.roles:
        stance = role.stance
        if stance is None or not _is_of_side(role):
            continue
        team = role.body
        if team is not None and team.id != role.holder.id and not _LEAGUE.search(team.label):
            former: list[tuple[str, ObjectValue]] = [("former", TextObject("true"))] if role.former else []
            yield Candidate(
                role.holder.id, "sports_team", EntityObject(team.id), f"team/{role.form}", (role.evidence,),
                tuple(former), stance.status, stance.polarity, stance.attribution,
                confidence=0.84,
            )  # fmt: skip


def draw_members(view: View, /) -> Iterator[Candidate]:
    """Reads "a member of the board of Halvex"; of a party it is told as that."""
    for role in view.roles:
        stance, body = role.stance, role.body
        if stance is None or body is None or role.noun != "member" or body.type not in {"organization", "group"}:
            continue
        if not _PARTY_NAME.search(body.label) and body.id != role.holder.id:
            yield Candidate(
                role.holder.id, "member_of", EntityObject(body.id), f"member/{role.form}", (role.evidence,), (),
                stance.status, stance.polarity, stance.attribution, confidence=0.82,
            )  # fmt: skip


def _is_of_side(role: Role) -> bool:
    """A post in a team that is told."""
    return role.sort == "post" and role.body is not None and role.body.type in {"organization", "gpe", "group"}


SPORTS_TEAM = Predicate(
    Declaration("sports_team", PERSON, frozenset({"organization", "gpe", "group"}), "P54"),
    (
        draw_team_roles,
        frame(
            "team/plays-for", "sports_team",
            "play sign score start debut appear feature captain coach pitch ride drive line_up turn_out",
            "agent:P", "for:OGR", accept=_is_side,
        ),
        frame("team/signed-by", "sports_team", "sign draft recruit loan re-sign poach land", "patient:P", "agent:O",
              accept=_is_side),
        frame("team/traded-to", "sports_team", "trade loan transfer sell call_up", "patient:P", "to:OGR",
              accept=_is_side),
        frame("team/joined", "sports_team", "join rejoin", "agent:P", "patient:OR", accept=_is_named_side),
        frame("team/has-for", "sports_team", "have bag grab add net hit make drop get", "agent:P", "for:O",
              accept=_is_side),
        draw_sides,
        draw_scorers,
        frame("team/through", "sports_team", "go score equalise equalize level lead strike take draw respond hit play",
              "through|without|behind:P", "agent:OG", accept=_in_match),
        frame("team/came-through", "sports_team", "come rise progress graduate", "agent:P", "at:O", accept=_is_ranks),
        frame("team/left", "sports_team", "sign join arrive move land", "agent:P", "from:O", accept=_is_side,
              constants=(("former", "true"),)),
        frame("team/bought-from", "sports_team", "sign land recruit poach buy", "patient:P", "from:O", accept=_is_side,
              constants=(("former", "true"),)),
        phrase(
            "team/before",
            "sports_team",
            rf"{_FORMER}<o:OGR>(?: 's)? {_FORMER}{_TEAM} ,? ?<s:P>",
            _TEAM_WORDS,
            0.84,
            spread=("s",),
            aside=True,
            accept=_is_team,
        ),
        phrase(
            "team/after",
            "sports_team",
            rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an? |the )?{_FORMER}<o:OGR> {_TEAM}",
            _TEAM_WORDS,
            0.84,
            aside=True,
            accept=_is_team,
        ),
        phrase(
            "team/of",
            "sports_team",
            rf"<s:P>(?:{{ASIDE}}| (?:is|was) )(?:an? |the )?{_FORMER}{_TEAM} (?:for|of|at|with) "
            rf"(?:the )?<o:OGR>",
            _TEAM_WORDS,
            0.82,
            accept=_is_team,
        ),
        phrase(
            "team/signed",
            "sports_team",
            r"<s:P>{APP} {AUX}(?:signed for|signed with|plays for|played for|playing for|play "
            r"for|transferred to|drafted by|traded to|loaned to|on loan at|on loan from|debut "
            r"for|scored for|started for|re-signed with|rejoined|appearances for|captained|captains|"
            r"pitched for|rode for|drives for|quarterbacked) (?:the )?<o:OGR>",
            "signed plays played playing play transferred drafted traded loaned loan debut "
            "scored started re-signed rejoined appearances captained captains pitched drives",
            0.83,
            accept=_is_team,
        ),
        phrase(
            "team/signs",
            "sports_team",
            r"<o:OG>{APP} (?:has |have |had )?(?:signed|sign|signs|re-signed|recruited|loaned) "
            r"{ADJ}<s:P> (?:from (?:the )?<OG>|"
            r"on (?:a |an )?(?:[\w-]{2,12} ){0,3}?(?:deal|contract|loan|transfer))",
            "signed sign signs re-signed recruited loaned",
            0.83,
            accept=_is_team,
        ),
        phrase(
            "team/seasons-with",
            "sports_team",
            r"<s:P>[^.;]{0,90}? (?:seasons|years|spells|games|appearances) (?:with|at|for) (?:the "
            r")?<o:OG>(?= [,.;]|$| and)",
            "seasons spells games appearances",
            0.72,
            accept=_is_team,
        ),
        phrase(
            "team/joined-from",
            "sports_team",
            r"<s:P>{APP} {AUX}(?:joined|joins|arrived at|moved to|returned to) (?:the )?<o:OG>(?: "
            r"(?:on loan |on a free transfer )?from <OG>| on loan)",
            "joined joins arrived moved returned",
            0.82,
            accept=_is_team,
        ),
        phrase(
            "team/possessive",
            "sports_team",
            r"<o:OR> 's <s:P> (?:{AUX})(?:scored|struck|netted|equalised|headed|saved|hit|shot|"
            r"missed|fired|converted|scores|won|added|opened the scoring|threw|ran|caught|pitched|"
            r"drove|finished|had)\b",
            "scored struck netted equalised headed saved hit shot missed fired converted scores "
            "won added opened threw ran caught pitched drove finished had",
            0.8,
        ),
    ),
    (
        Example("Norland United striker Leo Brandt scored twice.", "Leo Brandt", "Norland United"),
        Example("Norland United have signed Leo Brandt from Estavia Rovers.", "Leo Brandt", "Norland United"),
        Example("Tomas Velez plays for Estavia Rovers.", "Tomas Velez", "Estavia Rovers"),
    ),
    (
        Counterexample("Leo Brandt bought a ticket for Norland United.", "a fan"),
        Counterexample("Leo Brandt could sign for Norland United.", "a guess"),
    ),
)
def draw_party_roles(view: View, /) -> Iterator[Candidate]:
    """From what somebody is called: "the Conservative spokesman , Roe", "Roe , leader of the Reform Party"."""
    parties = view.parties
    for role in view.roles:
        stance, party = role.stance, _party_of(role, parties)
        if stance is not None and party is not None and role.sort in {"office", "member"}:
            yield Candidate(
                role.holder.id, "political_party", party, "party/role", (role.evidence,), (), stance.status,
                stance.polarity, stance.attribution, confidence=0.84,
            )  # fmt: skip


# Who has a seat has it for a party, if not for the chamber itself.
_SEATED = lexemes("councillor mp mla mep backbencher frontbencher lawmaker legislator")
_CHAMBER = re.compile(
    r"\b(?:council|parliament|assembly|senate|congress|house|city|county|commons|committee|commission|government|board|"
    r"ministry|union)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    rf"\s?[,(]\s?({'|'.join(sorted(PARTY_LETTERS, key=len, reverse=True)).upper()}|Lab|Con|Dem|Rep)"
    r"(?:[-\u2013][A-Z][\w. ]{0,14}|, [A-Z][\w. ]{0,14})?\s?[,).]"
)


def draw_party_letters(view: View, /) -> Iterator[Candidate]:
    """Reads "Jane Roe (R-Texas)", "Jane Roe, D-Ohio,"; and "Labour's Jane Roe"."""
    for span, entity in view.names:
        if entity.type != "person":
            continue
        letters = _LETTERS.match(view.text, span.end, span.end + 30)
        if letters is not None:
            told = Span(span.start, letters.end() - 1)
            yield Candidate(
                entity.id, "political_party", TextObject(PARTY_LETTERS[letters.group(1).lower()]), "party/letters",
                (told,), confidence=0.9,
            )  # fmt: skip
    parties = view.parties
    for tree in view.trees:
        for at, slot in tree.slots.items():
            if slot.letter == "P" and slot.name and slot.entity is not None:
                for owner, party in _parties_beside(tree, at, parties):
                    words = (tree.span(owner, at),)
                    yield Candidate(slot.entity.id, "political_party", party, "party/beside", words, confidence=0.82)


def _parties_beside(tree: Tree, at: int, parties: frozenset[str]) -> Iterator[tuple[int, ObjectValue]]:
    """Whose he is: "Labour's Jane Roe", "Jane Roe of the Reform Party", "Jane Roe (Reform Party)"."""
    for other in tree.under(at, "nmod:poss", "nmod", "appos"):
        slot, word = tree.slots.get(other), tree.word(other)
        if word in PARTIES and tree.tokens[other].relation == "nmod:poss":
            yield other, TextObject(PARTIES[word])
        elif slot is not None and slot.entity is not None and slot.entity.id in parties:
            yield other, EntityObject(slot.entity.id)


def _party_of(role: Role, parties: frozenset[str]) -> ObjectValue | None:
    body = role.body
    if body is not None and (body.id in parties or (role.noun in _SEATED and body.type == "organization")):
        return None if _CHAMBER.search(body.label) else EntityObject(body.id)
    return TextObject(role.party) if role.party is not None else None


POLITICAL_PARTY = Predicate(
    Declaration(
        "political_party",
        PERSON,
        frozenset({"organization", "group", "string", "gpe"}),
        "P102",
        merge="latest",
        sensitivity=("politics",),
    ),
    (draw_parties, draw_party_roles, draw_party_letters),
    (
        Example("Republican Senator Carla Velez voted against it.", "Carla Velez", "Republican Party"),
        Example("Labour MP Peter Albrook asked for a vote.", "Peter Albrook", "Labour Party"),
        Example(
            "Opposition Leader Louis Garneau of the Conservative Party disagreed.",
            "Louis Garneau",
            "Conservative Party",
        ),
    ),
    (
        Counterexample("Carla Velez spoke in a democratic country.", "an adjective"),
        Counterexample("Carla Velez criticised the Labour leader.", "somebody else"),
    ),
)
MEMBER_OF = Predicate(
    Declaration("member_of", PERSON, frozenset({"organization", "group"}), "P463"),
    (
        draw_members,
        phrase(
            "member/of",
            "member_of",
            r"<s:P>{APP} ?,? ?{AUX}(?:an? |the )?(?P<former>former )?{ADJ}(?:member|members|"
            r"frontman|frontwoman|drummer|guitarist|bassist|singer|vocalist|lead singer) of "
            r"(?:the )?{ADJ}<o:OR>",
            "member members frontman frontwoman drummer guitarist bassist singer vocalist",
            0.84,
            spread=("s",),
        ),
        phrase(
            "member/before",
            "member_of",
            r"<o:OR> (?:[\w-]{3,16} )?(?:member|bandmate|frontman|frontwoman|drummer|guitarist|"
            r"bassist|vocalist|singer) <s:P>",
            "member bandmate frontman frontwoman drummer guitarist bassist vocalist singer",
            0.82,
            aside=True,
        ),
        phrase(
            "member/sits-on",
            "member_of",
            r"<s:P>{APP} {AUX}(?:sits on|serves on|served on|sat on|joined) (?:the )?(?:board "
            r"of )?<o:OR>(?: board| committee| council)?",
            "sits serves served sat",
            0.75,
        ),
    ),
    (
        Example("Nadia Velez is a member of the Harbour Council.", "Nadia Velez", "Harbour Council"),
        Example(
            "Leo Brandt, a founding member of the Nordic Institute, agreed.", "Leo Brandt", "Nordic Institute"
        ),
    ),
    (
        Counterexample("Nadia Velez wrote to the Harbour Council.", "a letter"),
        Counterexample("Nadia Velez may be a member of the Harbour Council.", "a guess"),
    ),
)
