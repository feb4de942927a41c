"""Whom a role's noun speaks of: the name beside it, by the tree or by commas, or the subject of "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.lexemes import lexemes

if TYPE_CHECKING:
    from worker.pipeline.extract.reading import Slot
    from worker.pipeline.extract.syntax.tree import Tree

_BEHIND = frozenset({"appos", "conj", "list", "dep", "nmod:unmarked", "parataxis"})
_TITLES = lexemes(
    "dr mr mrs ms miss sir dame lord lady prof professor rev col gen capt maj lt sgt cdr adm alhaji alhaja chief "
    "sheikh sheikha datuk tan sri justice judge hon retd rtd ( ) then now fellow"
)
_TITLES_AT_MOST = 5
_WORDS_ON = 9  # of "in the Ministry of Health" between the noun and the comma
_PHRASE = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "PART", "NUM"})
_CLOSED = frozenset({",", ".", ";", ":", ")", "\u2014", "-", "who", "and", "said", ""})
_OPENERS = lexemes("a an the 's now currently then formerly once his her their its")


def holder_of(tree: Tree, at: int) -> tuple[int, Slot, str] | None:
    """Who is called by the noun at `at`: token, mention, and "aside" for a name beside it or "is" for a subject.

    The tree tells most; where it takes a name for somebody else's, commas and titles do.
    """
    beside = [other for other in (at + 1, *tree.under(at, "appos")) if _is_person(tree, other)]
    beside = beside or _behind_joined(tree, at)
    found = (beside[0], tree.slots[beside[0]]) if beside else _apposed_to(tree, at)
    if found is None:
        return _copula(tree, at) or _by_marks(tree, at)
    return (*found, "aside")


def _is_person(tree: Tree, at: int) -> bool:
    slot = tree.slots.get(at)
    return slot is not None and slot.letter == "P" and slot.name


def _behind_joined(tree: Tree, at: int) -> list[int]:
    """The name behind the last of joined nouns: "model, journalist and producer Jane Roe"."""
    end, seen = at + 1, set[str]()
    while end - at <= _WORDS_ON and end < len(tree.tokens) and not _begins_person(tree, end):
        seen.add(tree.word(end))
        if tree.tokens[end].tag not in _JOINABLE and tree.word(end) not in {",", "and"}:
            return []
        end += 1
    person = _titled(tree, end) if "and" in seen and tree.word(end - 1) not in {",", "and"} else None
    return [person] if person is not None else []


_JOINABLE = frozenset({"NOUN", "PROPN", "ADJ"})


def _begins_person(tree: Tree, at: int) -> bool:
    start = tree.tokens[at].span.start
    return any(slot.letter == "P" and slot.name and slot.span.start == start for slot in tree.slots.values())


def several_behind(tree: Tree, at: int) -> list[tuple[int, Slot]]:
    """The persons behind a noun in the plural: "senators Jane Roe and Mia Moe"."""
    first = next((i for i in (at + 1, *tree.under(at, "appos")) if _is_person(tree, i)), None)
    joined = tree.joined(first) if first is not None else []
    return [(i, tree.slots[i]) for i in joined if _is_person(tree, i)]


def _apposed_to(tree: Tree, at: int) -> tuple[int, Slot] | None:
    """The name that the noun stands behind: "Roe , 34 , a nurse and father of two"."""
    node = at
    for _ in range(4):
        token = tree.tokens[node]
        if token.relation not in _BEHIND or token.head >= node:
            return None
        node = token.head
        if (person := tree.person(node)) is not None:
            listed = token.relation != "conj" or any(i < at for i in tree.under(node, "appos"))
            return (person, tree.slots[person]) if listed and person < at else None
    return None


def _copula(tree: Tree, at: int) -> tuple[int, Slot, str] | None:
    node = tree.tokens[at].head if tree.tokens[at].relation == "conj" else at
    if not tree.under(node, "cop"):
        return _named_by(tree, at)
    for subject in tree.under(node, "nsubj"):
        who = tree.tokens[node].head if tree.word(subject) in {"who", "that"} else subject
        slot = tree.slot(who)
        if slot is not None and slot.letter == "P":
            return who, slot, "is"
    return None


def _named_by(tree: Tree, at: int) -> tuple[int, Slot, str] | None:
    """Reads "Halvex's chairman is Jane Roe": the name is what the parser takes for the predicate."""
    token = tree.tokens[at]
    if token.relation != "nsubj" or not tree.under(token.head, "cop") or not _is_person(tree, token.head):
        return None
    return token.head, tree.slots[token.head], "is"


def _by_marks(tree: Tree, at: int) -> tuple[int, Slot, str] | None:
    """Reads "a secretary in the Ministry of Health, Dr. Roe," and "Roe, now the ambassador to Rome,"."""
    if tree.tokens[at].relation in {"amod", "compound"}:
        return None  # the "chief" of a chief executive
    person = _titled(tree, at + 1)
    if person is None:
        person = _behind_comma(tree, at)
    if person is None:
        person = _before_comma(tree, at)
    return (person, tree.slots[person], "aside") if person is not None else None


def _titled(tree: Tree, first: int) -> int | None:
    """The person whose name begins at `first`, or behind titles there: "Col (retd) Vikram Roe"."""
    for at in range(first, min(first + _TITLES_AT_MOST, len(tree.tokens))):
        for head, slot in tree.slots.items():
            if slot.letter == "P" and slot.name and slot.span.start == tree.tokens[at].span.start:
                return head
        word = tree.word(at).rstrip(".")
        if word not in _TITLES and not word.endswith("-year-old"):
            return None
    return None


def _behind_comma(tree: Tree, at: int) -> int | None:
    end = at + 1
    while end - at <= _WORDS_ON and end < len(tree.tokens) and tree.tokens[end].tag in _PHRASE:
        end += 1
    if tree.word(end) != "," or not _opens(tree, at):
        return None
    person = _titled(tree, end + 1)
    return person if person is not None and _closes(tree, person) else None


def _before_comma(tree: Tree, at: int) -> int | None:
    """From the noun back to its opening word, over a comma and an age, to the end of a name."""
    first = at
    while first > 0 and at - first < _WORDS_ON and tree.tokens[first - 1].tag in _PHRASE | {"ADV"}:
        first -= 1
    last = first - 2 if tree.word(first - 1) == "," else -1
    if last > 1 and tree.word(last).isdigit() and tree.word(last - 1) == ",":
        last -= 2
    opened = tree.word(first) in _OPENERS or tree.tokens[first].text[:1].isupper()
    if last < 0 or not opened:
        return None
    ends = tree.tokens[last].span.end
    return next((h for h, s in tree.slots.items() if s.letter == "P" and s.name and s.span.end == ends), None)


def _opens(tree: Tree, at: int) -> bool:
    """Whether the noun's phrase begins with an article or an owner, or opens the sentence."""
    first = at
    while first > 0 and tree.tokens[first - 1].tag in {"ADJ", "NOUN", "PROPN", "NUM"}:
        first -= 1
    return first == 0 or tree.word(first - 1) in _OPENERS


def _closes(tree: Tree, person: int) -> bool:
    """Whether the apposition ends with the name."""
    end = tree.slots[person].span.end
    after = next((i for i, token in enumerate(tree.tokens) if token.span.start >= end), len(tree.tokens))
    return tree.word(after) in _CLOSED
