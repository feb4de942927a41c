"""The clauses of a sentence: a verb with who does it, to whom and with what, also where the grammar leaves it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from worker.pipeline.extract.syntax.tree import Tree

_SUBJECTS = ("nsubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass",)
_OBLIQUES = ("obl", "obl:agent", "obl:unmarked", "nmod:unmarked")
_OF_TWO = frozenset({"former", "latter"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PARTICLES = frozenset({"down", "out", "off", "up", "over", "aside", "away", "through", "back"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CHAIN = 6  # verbs up which a missing subject is looked for
# Whose object does what the infinitive says: "asked the mayor to resign".
_OBJECT_CONTROL = frozenset(
    "ask asks asked asking tell tells told telling order orders ordered urge urges urged force forces forced allow "  # noqa: SIM905 - a word list reads best as prose
    "allows allowed want wants wanted expect expects expected persuade persuaded help helps helped appoint appoints "
    "appointed name names named elect elected hire hires hired".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`verb` heads it, `words` are its form with particle in small letters ("stepped down").

    `places` maps a place to the heads of the phrases that fill it: "agent" does it, "patient" has it done, "to" is
    told or given it; "as" and "called" say what somebody is made; a preposition stands for its phrase, "when" for
    one without, "+by" for a phrase that the parser hung on another one ("knocked out of the cup by").
    """

    tree: Tree
    verb: int
    words: str
    passive: bool
    places: Mapping[str, tuple[int, ...]]

    def fill(self, place: str) -> tuple[int, ...]:
        return self.places.get(place, ())


def clauses(tree: Tree) -> Iterator[Clause]:
    """Every verb of the sentence with its places, in order; those inside direct quotes too."""
    for at, token in enumerate(tree.tokens):
        finite = token.fine in _FINITE and token.tag == "NOUN"  # taggers differ on "works"
        misread = _read_as_noun(tree, at)
        if misread is not None:
            yield misread
        elif token.tag == "VERB" or finite or (token.fine == "VBN" and token.relation in {"acl", "advcl"}):
            yield clause_of(tree, at)


def _read_as_noun(tree: Tree, at: int) -> Clause | None:
    """A parser may take "is to be appointed director" for "is to be an appointed director"."""
    token = tree.tokens[at]
    helpers = tree.under(token.head, "cop", "aux:pass")
    if token.fine != "VBN" or token.relation != "amod" or not helpers or at - 1 not in helpers:
        return None
    places = {"patient": tuple(subjects(tree, token.head)), "called": (token.head,)}
    return Clause(tree, token.head, tree.word(at), passive=True, places=places)


def clause_of(tree: Tree, verb: int) -> Clause:
    """The clause that the verb heads."""
    passive = is_passive(tree, verb)
    called = [i for i in tree.under(verb, "xcomp") if tree.tokens[i].tag not in {"VERB", "AUX"}]
    found: dict[str, list[int]] = {
        "agent": _by_agents(tree, verb) if passive else subjects(tree, verb),
        "patient": subjects(tree, verb) if passive else _objects(tree, verb, called),
        "recipient": tree.under(verb, "iobj") or _first_of_two(tree, verb),
        "called": called or (tree.under(verb, "obj") if passive else []),  # "was named chairman", read as an object
    }
    for phrase in _oblique(tree, verb):
        found.setdefault(tree.case(phrase) or "when", []).append(phrase)
    for noun in (*tree.under(verb, "obj"), *found["called"]):
        if tree.case(noun):  # "rolled past Halvex", read as an object
            found.setdefault(tree.case(noun), []).append(noun)
        for phrase in tree.under(noun, "nmod", "obj", "obl"):  # "won the prize for fiction": parsers differ on "for"
            found.setdefault(tree.case(phrase), []).append(phrase)
    for outer in _oblique(tree, verb):
        for phrase in tree.under(outer, "nmod"):  # "knocked out of the cup by Halvex"
            found.setdefault(f"+{tree.case(phrase)}", []).append(phrase)
    return Clause(tree, verb, words_of(tree, verb), passive, {name: tuple(ids) for name, ids in found.items()})


def _by_agents(tree: Tree, verb: int) -> list[int]:
    """By whom; "written and directed by Roe" says it once for both."""
    token = tree.tokens[verb]
    joined = [token.head] if token.relation == "conj" else tree.under(verb, "conj")
    told = ([i for i in _oblique(tree, one) if tree.case(i) == "by"] for one in (verb, *joined))
    return next((found for found in told if found), [])


def _first_of_two(tree: Tree, verb: int) -> list[int]:
    """In "earned her an Oscar" both may be read as objects."""
    found = tree.under(verb, "obj")
    two = len(found) == 2 and "," not in {tree.word(i) for i in range(found[0], found[1])}
    return found[:1] if two else []


def _objects(tree: Tree, verb: int, called: list[int]) -> list[int]:
    """In "named Jane Roe as chairman" a parser may take the name for what she is called."""
    found = [_meant(tree, i, verb) for i in tree.under(verb, "obj")] or _object_relative(tree, verb)
    return found or [i for i in called if tree.person(i) is not None]


def _oblique(tree: Tree, verb: int) -> list[int]:
    return tree.under(verb, *_OBLIQUES, *(() if tree.tokens[verb].tag == "VERB" else ("nmod",)))


def words_of(tree: Tree, verb: int) -> str:
    """The verb's form, with its particle."""
    particles = [tree.word(i) for i in tree.under(verb, "compound:prt") if i > verb] or _beside(tree, verb)
    return " ".join([tree.word(verb), *particles[:1]])


def _beside(tree: Tree, verb: int) -> list[str]:
    """A particle that the parser took for an adverb ("went down 2-1") or a preposition ("saw off Halvex")."""
    after = verb + 1
    if after >= len(tree.tokens) or tree.word(after) not in _PARTICLES:
        return []
    token = tree.tokens[after]
    return [tree.word(after)] if token.fine == "RP" or (token.relation == "advmod" and token.head == verb) else []


def is_passive(tree: Tree, verb: int) -> bool:
    """Told by a passive helper or subject, or by a bare participle: "a firm founded by her"."""
    told = tree.under(verb, "nsubj:pass", "aux:pass", "csubj:pass")
    if told:
        return True
    token = tree.tokens[verb]
    if tree.under(verb, *_SUBJECTS, "aux", "obj"):
        return False
    if token.relation == "conj" and token.fine in {"VBN", "VBD"}:
        return is_passive(tree, token.head) and token.fine == "VBN"
    if token.relation in {"acl", "acl:relcl"}:
        return token.fine in {"VBN", "VBD"}  # behind a noun no past tense stands without "who"
    return token.fine == "VBN" and token.relation in {"advcl", "xcomp", "amod"}


def subjects(tree: Tree, verb: int, steps: int = _CHAIN) -> list[int]:
    """Heads of the phrases that are the verb's subject, or would be if it were told again."""
    own = _own_subjects(tree, verb)
    if own or not steps:
        return own
    token = tree.tokens[verb]
    match token.relation:
        case "acl" | "acl:relcl":
            return _of_noun(tree, verb, steps)
        case "ccomp":
            return _before_both(tree, verb, token.head)
        case "advcl" if token.fine == "VBN" and token.head < verb and (name := tree.named_before(verb)):
            return name
        case "conj" | "xcomp" | "advcl" | "parataxis":
            return _of_governor(tree, verb, steps)
        case _:
            return []


def _misjoined(tree: Tree, verb: int) -> list[int]:
    """In "Roe winning the cup and Doe winning the shield" a parser may join the second name to the cup."""
    start, above = tree.tokens[verb].span.start, tree.tokens[verb].head
    return [
        i for i, slot in tree.slots.items()
        if slot.name and slot.span.end + 1 == start and tree.tokens[i].relation == "conj" and above < i < verb
        and tree.tokens[i].head != above
    ]  # fmt: skip


def _of_noun(tree: Tree, verb: int, steps: int) -> list[int]:
    """"She needed three sets to beat Roe": the sets beat nobody; but in "the firm to beat" it is the noun."""
    noun = tree.tokens[verb].head
    two = [i for i in tree.under(noun, "appos") if tree.word(i) in _OF_TWO and i < verb]
    if two:
        return [_one_of_two(tree, two[0])]  # "Roe and Doe, the latter of whom signed"
    aim = tree.tokens[verb].fine == "VB" and noun not in tree.slots and tree.tokens[noun].relation == "obj"
    return (aim and subjects(tree, tree.tokens[noun].head, steps - 1)) or [noun]


def _of_governor(tree: Tree, verb: int, steps: int) -> list[int]:
    head = tree.tokens[verb].head
    if misjoined := _misjoined(tree, verb):
        return misjoined
    bare = tree.tokens[verb].fine == "VB" and not tree.under(verb, "mark")  # "helped the club win"
    if (tree.tokens[verb].relation == "xcomp" or bare) and tree.word(head) in _OBJECT_CONTROL:
        given = subjects(tree, head, 1) if is_passive(tree, head) else tree.under(head, "obj", "iobj")
        if given:
            return given
    for_whom = [i for i in tree.under(head, "obl") if tree.case(i) == "for" and head < i < verb]
    if for_whom and "to" in {tree.word(i) for i in tree.under(verb, "mark")}:
        return for_whom[-1:]  # "called for the mayor to resign"
    return subjects(tree, head, steps - 1)


def _own_subjects(tree: Tree, verb: int) -> list[int]:
    found = tree.under(verb, *_SUBJECTS, *_PASSIVE)
    said = [c for c in tree.under(verb, "ccomp") if c < verb]
    if len(found) > 1 and said:  # "Roe will resign, the firm said": the first is the first verb's
        found = [i for i in found if i > said[0]] or found
    return [_meant(tree, i, verb) for i in found]


def _before_both(tree: Tree, verb: int, saying: int) -> list[int]:
    """The subject of a clause that comes before "the firm said", where the parser gave both subjects to "said"."""
    both = tree.under(saying, *_SUBJECTS, *_PASSIVE)
    return [i for i in both if i < verb] if verb < saying and len(both) > 1 else []


def _meant(tree: Tree, at: int, verb: int) -> int:
    """For "who" the noun that the relative clause stands beside."""
    if tree.word(at) in _OF_TWO:
        return _one_of_two(tree, at)
    relative = tree.tokens[verb].relation == "acl:relcl" and tree.word(at) in _RELATIVES
    return _nearest(tree, verb, at) if relative else at


def _nearest(tree: Tree, verb: int, pronoun: int) -> int:
    """"Roe, Doe and Poe, who was banned": of several the last, unless the verb is one of many."""
    head = tree.tokens[verb].head
    last = [i for i in tree.joined(head) if head < i < pronoun]
    many = {"were", "are", "have", "both", "all"} & {tree.word(i) for i in range(pronoun, verb)}
    return last[-1] if last and not many and tree.tokens[verb].fine != "VBP" else head


def _one_of_two(tree: Tree, at: int) -> int:
    """For "the former" and "the latter" the one of the last two names that are joined before them."""
    for other in range(at - 1, 0, -1):
        token = tree.tokens[other]
        pair = [tree.slots.get(token.head), tree.slots.get(other)]
        if token.relation == "conj" and all(slot is not None and slot.name for slot in pair):
            return token.head if tree.word(at) == "former" else other
    return at


def _object_relative(tree: Tree, verb: int) -> list[int]:
    """In "the firm she founded" the noun before the clause is its object."""
    token = tree.tokens[verb]
    subject = tree.under(verb, *_SUBJECTS)
    if token.relation == "acl:relcl" and subject and tree.word(subject[0]) not in _RELATIVES:
        return [token.head]
    return []
