"""What a person is called beside or behind a name: the office, trade or team post, with the body that it is held for.

"Halvex 's finance chief , Ruth Amory", "Ruth Amory , who is head of finance at Halvex", "Energy PS Ruth Amory" are
one phrase to those who ask: a `Role` with its noun, its words, its body and its holder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.governors import DOUBTED
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.places import DEMONYMS, NATIONALS, PARTIES
from worker.pipeline.extract.lexicon.roles import (
    ABBREVIATED,
    FORMER,
    MEMBER_HEADS,
    OFFICE_HEADS,
    TEAM_HEADS,
    TRADE_HEADS,
)
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.clause import clause_of
from worker.pipeline.extract.syntax.holders import holder_of
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Entity

OFFICES = frozenset(OFFICE_HEADS.split("|")) | ABBREVIATED
TRADES, POSTS, MEMBERS = (frozenset(heads.split("|")) for heads in (TRADE_HEADS, TEAM_HEADS, MEMBER_HEADS))
_ENDS = {head.rpartition(" ")[2] for head in OFFICES | TRADES | POSTS | MEMBERS}
_LONG = {head for head in OFFICES | TRADES | POSTS if " " in head}
_FORMER = frozenset(FORMER.split("|")) | lexemes("former ex then one-time outgoing")
_ONCE = lexemes("formerly once previously originally")
_BODIES = "OGLRE"
_BEFORE = frozenset({"amod", "compound", "nmod:desc", "nmod:unmarked", "nummod", "flat", "advmod", "nmod"})
_JOINED = ("-general", "-elect", "-designate", "-in-chief", "-in-law")
_PEOPLES = frozenset(DEMONYMS) | frozenset(NATIONALS)
_CALLINGS = lexemes(
    "attorney lawyer professor lecturer activist analyst strategist priest pastor rabbi imam publisher surgeon "
    "consultant agent investor founder co-founder owner adviser advisor trainer editor"
)
_MAKING = forms("appoint name elect re-elect promote hire confirm")
_SERVING = forms("serve work act employ continue remain train qualify become")
_JOINED_WITHIN = 6  # words from one noun to the other
_NEVER = frozenset({"PUNCT", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "ADV"})
_WORDS_AT_MOST = 12  # "permanent under-secretary of state for foreign and Commonwealth affairs" has 9
# What stands before the noun but is no part of the role.
_LOOSE = lexemes(
    "new current longtime long-time long-serving veteran senior popular controversial embattled beleaguered late "
    "incoming acting interim then fellow rival outspoken legendary famous celebrated respected disgraced sacked fired "
    "ousted departing outgoing one-time former ex top leading local renowned prominent influential young old "
    "award-winning best-selling bestselling retired only two-time three-time"
)
_HELD = lexemes("acting interim senior retired top leading local veteran")  # but these stay in the words


_DOUBTED = DOUBTED | lexemes(
    "no next ideal perfect listed aspiring self-styled fake presumed putative wannabe fictional"
)
_RANKED = lexemes("first second third fourth fifth sixth only youngest oldest latest last best worst")


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its holder.

    `noun`: the head in small letters ("chief executive"), at token `at`; `words`: the role as worded, without the body
    it is held for; `sort`: "office", "trade", "post" (a place in a team), "member" or "national"; `form`: "aside"
    beside the name, "is" or "as" told by a verb; `owner`: the person whose agent or lawyer it is; `nation`: a
    country's name.
    """

    tree: Tree
    at: int
    holder: Entity
    holder_at: int
    noun: str
    sort: str
    words: str
    form: str
    body: Entity | None
    owner: Entity | None
    nation: str | None
    nation_entity: Entity | None
    party: str | None
    former: bool
    article: str
    evidence: Span

    @property
    def stance(self) -> Stance | None:
        """Beside a name it holds whatever is said of the name; told by a verb it is meant as that is."""
        if self.at in self.tree.quoted:
            return None
        return Stance() if self.form == "aside" else meaning(self.tree, self.at)


def roles(tree: Tree) -> Iterator[Role]:
    """Every role in the sentence with its holder, in order of the nouns; joined ones are held for the same body."""
    found = list(_each(tree))
    for role in found:
        beside = (r for r in found if r.holder is role.holder and r.body is not None and _joined(role, r))
        twin = next(beside, None) if role.body is None and role.owner is None else None
        yield role if twin is None else replace(role, body=twin.body, evidence=_over(role.evidence, twin.evidence))


def _joined(one: Role, other: Role) -> bool:
    """Reads "chairman and chief executive of Halvex", "the bank's founder and chairman"."""
    first, last = sorted((one.at, other.at))
    between = [one.tree.word(i) for i in range(first + 1, last)]
    return last - first <= _JOINED_WITHIN and "and" in between and "," not in between


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _each(tree: Tree) -> Iterator[Role]:
    for at, token in enumerate(tree.tokens):
        if _plain(tree.word(at)) in _ENDS and token.tag in {"NOUN", "PROPN", "ADJ", "X"}:
            found = holder_of(tree, at)
            role = role_at(tree, at, *found) if found is not None else None
            if role is not None:
                yield role
        elif tree.word(at) in _PEOPLES and token.tag in {"NOUN", "PROPN", "ADJ"}:
            found = holder_of(tree, at)
            if found is not None and found[1].entity is not None:
                yield _national(tree, at, found[0], found[1].entity, found[1].span)
        elif token.tag == "VERB" and tree.word(at) in _SERVING:
            yield from made(clause_of(tree, at), "as", "called")


def made(clause: Clause, *places: str, holder: str = "agent", form: str = "as") -> Iterator[Role]:
    """The roles that a clause gives whom it names in the place `holder`."""
    tree = clause.tree
    for holder_at in clause.fill("patient" if clause.passive else holder):
        slot = tree.slot(holder_at)
        if slot is not None and slot.letter == "P":
            nouns = (noun for place in places for at in clause.fill(place) for noun in tree.joined(at))
            yield from (role for at in nouns if (role := role_at(tree, at, holder_at, slot, form)) is not None)
            return


def _national(tree: Tree, at: int, holder_at: int, holder: Entity, name: Span) -> Role:
    """Reads "German Uwe Roe", "Roe, a Slovenian": a nation and nothing else."""
    word, span = tree.word(at), tree.span(at, holder_at)
    nation = NATIONALS.get(word) or DEMONYMS[word]
    return Role(
        tree, at, holder, holder_at, word, "national", tree.tokens[at].text, "aside", None, None, nation, None, None,
        former=False, article="", evidence=_over(span, name),
    )  # fmt: skip


def role_at(tree: Tree, at: int, holder_at: int, holder: Slot, form: str) -> Role | None:
    """The role that the noun at `at` is, None where it is none."""
    if holder.entity is None:
        return None
    if tree.slots.get(at) is not None and tree.slots[at].name and at != holder_at:
        return None  # a name that looks like a role: "Price"
    left = _left(tree, at)
    noun = _noun(tree, at, left)
    body_at, body, owner = _body(tree, at, left)
    sort = _sort(noun, alone=body is None)
    if sort is None or _is_doubted(tree, at, left):
        return None
    nation, nation_entity = _nation(tree, left)
    words = [i for i in left if _is_own(tree, i, at, noun, sort)]
    first = _from_slot(tree, words, at)
    area = _area(tree, at) if sort != "trade" else None  # "author of three books" is an author
    last = area if area is not None else at
    span = tree.span(first, last)
    everything = [first, *left, at, last, holder_at, *([] if body_at is None else [body_at])]
    evidence = tree.span(min(everything), max(everything))
    evidence = Span(min(evidence.start, holder.span.start), max(evidence.end, holder.span.end))
    return Role(
        tree, at, holder.entity, holder_at, noun, sort, " ".join(span.of(tree.text).split()), form, body, owner,
        nation, nation_entity, _party(tree, left), _is_former(tree, at, left),
        _article(tree, at, left), evidence,
    )  # fmt: skip


def _left(tree: Tree, at: int) -> list[int]:
    """The run of words before the noun that belong to its phrase, nearest last; names among them too."""
    found: list[int] = []
    node = at - 1
    while node >= 0 and len(found) < _WORDS_AT_MOST and _belongs(tree, node, at):
        found.append(node)
        node -= 1
    return found[::-1]


def _belongs(tree: Tree, node: int, at: int) -> bool:
    token = tree.tokens[node]
    if token.tag == "VERB":
        described = token.relation == "amod" and tree.word(node) not in _MAKING
        return described or f"{tree.word(node)} {tree.word(node + 1)}" in OFFICES
    close = token.relation in _BEFORE or token.head == at or (token.fine == "NN" and token.text.islower())
    return token.tag not in _NEVER and close


def _is_doubted(tree: Tree, at: int, left: list[int]) -> bool:
    """"The alleged killer" may be none, and "the third minister to leave" says something else of him."""
    words = {tree.tokens[i].text for i in left}
    return bool(_DOUBTED & words) or bool(_RANKED & words and tree.under(at, "acl"))


def _noun(tree: Tree, at: int, left: list[int]) -> str:
    """The longest role that ends at the noun: "chief executive", not "executive"."""
    word = _plain(tree.word(at))
    for many in (3, 2, 1):
        before = [tree.word(i) for i in left[-many:]]
        longer = " ".join([*before, word])
        if len(before) == many and longer in _LONG:
            return longer
    return word


def _plain(word: str) -> str:
    """Without what is joined to it: "secretary-general", "president-elect", "Sen."."""
    base = word.rstrip(".")
    return base.rpartition("-")[0] if base.endswith(_JOINED) else base


def _sort(noun: str, *, alone: bool) -> str | None:
    """A calling ("lawyer") is an office where a body is told, else a trade."""
    if noun in OFFICES and not (alone and noun in _CALLINGS):
        return "office"
    rows = (("trade", TRADES), ("post", POSTS), ("member", MEMBERS))
    return next((sort for sort, nouns in rows if noun in nouns), None)


def _is_loose(tree: Tree, at: int) -> bool:
    """Not part of the role's words: "former", a nation, a party, a body's name."""
    word = tree.word(at)
    if word in _HELD:
        return False
    return word in _LOOSE or word in DEMONYMS or word in PARTIES or word.endswith("-year-old")


def _is_own(tree: Tree, at: int, noun_at: int, noun: str, sort: str) -> bool:
    """Whether the word before the noun is one of the role's."""
    if noun in ABBREVIATED:
        return _plain(tree.word(at)) in ABBREVIATED  # "Republican state Sen. Roe"
    return not _is_loose(tree, at) and not (sort == "trade" and _is_elsewhere(tree, at, noun_at))


def _is_elsewhere(tree: Tree, at: int, noun: int) -> bool:
    """In "Hull teacher" the name is a place or a firm, though no reader knows it."""
    return tree.tokens[at].tag == "PROPN" and tree.tokens[noun].text.islower()


def _from_slot(tree: Tree, words: list[int], at: int) -> int:
    """Where the role's own words begin: behind the last name or mark before the noun."""
    first = at
    for node in reversed(words):
        slot = next((s for s in tree.slots.values() if s.name and s.span.overlaps(tree.tokens[node].span)), None)
        if slot is not None or node != first - 1:
            break
        first = node
    return first


def _area(tree: Tree, at: int) -> int | None:
    """Last token of the field that the role is in: "head [of finance]", "secretary [of state for health]"."""
    last = None
    for phrase in tree.under(at, "nmod"):
        if tree.case(phrase) not in {"of", "for"} or phrase < at:
            continue
        held = tree.reach(phrase, without=frozenset({"acl", "acl:relcl", "appos", "punct", "parataxis", "advcl"}))
        named = any(i in tree.slots and (tree.slots[i].name or tree.slots[i].letter in "tqm") for i in held)
        if named or len(held) > _WORDS_AT_MOST // 2 or held[0] != (at if last is None else last) + 1:
            break
        last = held[-1]
    return last


def _body(tree: Tree, at: int, left: list[int]) -> tuple[int | None, Entity | None, Entity | None]:
    """Whom the role is held for, with its token, and the person whose it is ("his agent")."""
    owner = None
    for phrase in tree.under(at, "nmod:poss"):
        slot = tree.slot(_meant(tree, at, phrase))
        if slot is not None and slot.letter in _BODIES:
            return phrase, slot.entity, None
        owner = slot.entity if slot is not None and slot.letter == "P" else owner
    phrases = [beside for node in _phrases(tree, at) for beside in (node, *tree.under(node, "appos"))]
    for node in (*phrases, *reversed(left), *_where(tree, at)):
        slot = tree.slots.get(node)
        known = slot is not None and slot.entity is not None and (slot.name or slot.entity.named)
        if slot is not None and known and slot.letter in _BODIES and tree.word(node) not in DEMONYMS:
            return node, slot.entity, owner
    return None, None, owner


def _meant(tree: Tree, at: int, phrase: int) -> int:
    """For "whose" the noun before the relative clause."""
    if tree.word(phrase) != "whose":
        return phrase
    clause = at if tree.tokens[at].relation == "acl:relcl" else tree.tokens[at].head
    return tree.tokens[clause].head


def _where(tree: Tree, at: int) -> list[int]:
    """The firm of "joins from Halvex, where she was treasurer"."""
    token = tree.tokens[at]
    beside = token.relation in {"acl:relcl", "advcl:relcl", "appos"}
    return [token.head] if beside and "where" in {tree.word(i) for i in tree.children[at]} else []


def _phrases(tree: Tree, at: int) -> Iterator[int]:
    for phrase in tree.under(at, "nmod", "obl"):
        if phrase > at and tree.case(phrase) in {"of", "for", "at", "with", "in", "from", "to"}:
            yield phrase
            yield from _phrases(tree, phrase)  # "secretary of state for Wales"


def _nation(tree: Tree, left: list[int]) -> tuple[str | None, Entity | None]:
    for node in left:
        for word in (tree.word(node), f"{tree.word(node - 1)} {tree.word(node)}"):
            if word in DEMONYMS:
                slot = tree.slots.get(node)
                return DEMONYMS[word], slot.entity if slot is not None else None
    return None, None


def _party(tree: Tree, left: list[int]) -> str | None:
    words = [tree.word(i) for i in left]
    for first in range(len(words)):
        for length in (2, 1):
            if (name := " ".join(words[first : first + length])) in PARTIES:
                return PARTIES[name]
    return None


def _is_former(tree: Tree, at: int, left: list[int]) -> bool:
    before = left[0] - 1 if left else at - 1
    return any(tree.word(i) in _FORMER for i in left) or tree.word(before) in _ONCE


def _article(tree: Tree, at: int, left: list[int]) -> str:
    before = (left[0] if left else at) - 1
    word = tree.word(before)
    return word if word in {"a", "an", "the"} else ""
