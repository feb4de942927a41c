"""Who does what a verb tells, by the parser's tree; None where there is no tree or it names nobody."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from worker.pipeline.annotate import phrase_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.annotate.phrases import Words
    from worker.pipeline.values import Span

_REACH = 60  # words on each side of a verb in which what hangs on it is looked for
_HOPS = 4  # verbs of one subject: "lost, sulked and now admits, adding ..."
_RELATIVES = frozenset("who which that".split())
_SUBJECTS = frozenset("nsubj nsubj:outer".split())
_NAMED = frozenset("appos flat nmod:desc".split())  # a name on a noun: "its chair, Jane Roe", "Cllr Jane Roe"
_BEFORE_NOUN = frozenset("det nmod:poss amod compound nummod nmod:desc nmod flat".split())
_SUBJECTLESS = frozenset("advcl xcomp parataxis dep".split())


def subject(passage: Words, verb: int) -> Span | None:
    """The phrase of the verb's subject, be it that of the verb it is joined to, or the agent of a passive one."""
    for _ in range(_HOPS):
        hung = list(_children(passage, verb))
        head = _head_of_subject(passage, verb, hung)
        if head is not None:
            return _phrase_of_subject(passage, head, verb)
        if is_passive(passage, verb):
            return _agent(passage, hung)
        over = _governor(passage, verb)
        if over is None:
            return None
        if any(passage.lower(i) == "as" and passage.tokens[i].relation == "mark" for i in hung):
            return _object(passage, over)  # "quoted a survivor as saying ..."
        if any(passage.lower(i) == "with" and passage.tokens[i].relation in {"mark", "case"} for i in hung):
            return None  # "with one of them saying ...": parsers disagree on what the noun hangs
        verb = over
    return None


def _head_of_subject(passage: Words, verb: int, hung: list[int]) -> int | None:
    """A subject behind its verb counts where the verb opens its clause: ", said Jane Roe". Participles have none."""
    if passage.tokens[verb].fine == "VBG" and not any(passage.tokens[i].relation == "aux" for i in hung):
        return next((i for i in hung if _named_before(passage, i, verb)), None)
    heads = [i for i in hung if passage.tokens[i].relation in _SUBJECTS]
    before = max((i for i in heads if i < verb), default=None)
    opens = not passage.lower(verb - 1)[-1:].isalnum()
    return before if before is not None or not opens else next(iter(heads), None)


def _named_before(passage: Words, at: int, verb: int) -> bool:
    """Reads "[there was Jane Roe] telling them why: ..."."""
    named = passage.names.get(at)
    return named is not None and named[1] == verb and passage.tokens[at].relation in _SUBJECTS


def doer_above(passage: Words, verb: int) -> Span | None:
    """Of an infinitive, who does what stands above it: "[she] made it her mission to tell them: ..."."""
    over = (subject(passage, at) for at in governors(passage, verb) if passage.tokens[at].tag == "VERB")
    return next((span for span in over if span is not None), None)


def is_passive(passage: Words, verb: int) -> bool:
    """Whether the verb's grammatical subject is who is told: "the court was told ..."."""
    return any(passage.tokens[i].relation in {"nsubj:pass", "aux:pass"} for i in _children(passage, verb))


def sentence_subject(passage: Words, start: int, stop: int) -> int | None:
    """The noun that is the subject of the sentence's main verb, be it active or passive."""
    roots = (i for i in range(start, stop) if passage.tokens[i].relation == "root")
    hung = (i for root in roots for i in _children(passage, root))
    return next((i for i in hung if passage.tokens[i].relation in _SUBJECTS | {"nsubj:pass"}), None)


def complement(passage: Words, verb: int, stop: int) -> int | None:
    """Where the clause that the verb governs begins, its "that" included, if it comes behind the verb."""
    clauses = (i for i in _children(passage, verb) if i > verb and passage.tokens[i].relation == "ccomp")
    head = next(clauses, None)
    if head is None or not any(passage.tokens[i].relation in _OWN_SUBJECT for i in _children(passage, head)):
        return None
    inside = (i for i in range(verb + 1, stop) if i == head or head in governors(passage, i))
    return next((i for i in inside if passage.lower(i)[0].isalnum()), None)


def next_main_clause(passage: Words, verb: int, stop: int) -> int | None:
    """Where a clause with its own subject is joined to the verb's: "[she said it was true], but nobody listened"."""
    for head in _children(passage, verb):
        if head < verb or passage.tokens[head].relation not in {"conj", "parataxis"}:
            continue
        hung = [i for i in _children(passage, head) if i < head]
        joiner = next((i for i in hung if passage.tokens[i].relation == "cc"), None)
        if joiner is not None and any(passage.tokens[i].relation in _OWN_SUBJECT for i in hung):
            return joiner if joiner < stop else None
    joined = (i for i in range(verb + 2, stop) if is_joined(passage, i, verb))
    return next((i - 1 for i in joined if passage.lower(i - 1) in words.JOINERS), None)


def is_joined(passage: Words, at: int, verb: int) -> bool:
    """Whether the verb at `at` has the other's subject; one that hangs on a verb of another form is misread."""
    token, over = passage.tokens[at], next(governors(passage, at), None)
    if over is None or token.relation != "conj" or token.fine != passage.tokens[verb].fine:
        return False
    return over == verb or passage.tokens[over].fine in _BASE_FORMS


_BASE_FORMS = frozenset(("VB", "VBP", "VBZ", "VBG"))  # that no past form or participle is mistaken for


_OWN_SUBJECT = _SUBJECTS | {"nsubj:pass", "expl", "csubj"}


def governors(passage: Words, at: int) -> Iterator[int]:
    """The tokens above this one in its sentence's tree, nearest first, as many as a sentence nests."""
    return islice(_above(passage, at), _REACH)


def _above(passage: Words, at: int) -> Iterator[int]:
    over = passage.heads[at] if passage.heads else -1
    while over not in {-1, at}:
        yield over
        at, over = over, passage.heads[over]


def _children(passage: Words, verb: int) -> Iterator[int]:
    if not passage.heads:
        return iter(())
    near = range(max(0, verb - _REACH), min(len(passage.tokens), verb + _REACH))
    return (i for i in near if passage.heads[i] == verb and i != verb)


def _governor(passage: Words, verb: int) -> int | None:
    """The verb whose subject this one shares: joined to it, or in a participle or infinitive without its own."""
    token = passage.tokens[verb]
    if token.relation == "parataxis" and token.fine != "VBG":
        return None
    over = next(governors(passage, verb), None)
    if over is None or passage.tokens[over].tag not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None
    shared = token.relation == "conj" or (
        token.relation in _SUBJECTLESS and (token.fine in {"VBG", "VBN"} or token.relation == "xcomp")
    )
    return over if shared else None


def _phrase_of_subject(passage: Words, head: int, verb: int) -> Span | None:
    """Of "who" in "the man who said" the man."""
    if passage.lower(head) not in _RELATIVES:
        return _name_between_commas(passage, head, verb) or phrase(passage, head)
    over = next(governors(passage, verb), None)
    if over is not None and passage.tokens[verb].relation == "acl:relcl":
        return _like_whom(passage, over, head) or phrase(passage, over)
    named = _name_ending(passage, head)
    return passage.span(*named) if named is not None else None


def _name_between_commas(passage: Words, head: int, verb: int) -> Span | None:
    """The name that ends "the attorney for Jane Roe, John Doe, said"."""
    first, stop = passage.names.get(verb - 2, (0, 0))
    alone = stop == verb - 1 and passage.lower(verb - 1) == "," and passage.lower(first - 1) == ","
    told = passage.lower(first - 2) and first - 2 in passage.names and passage.lower(head + 1) in {"for", "of"}
    return passage.span(first, stop) if alone and told and head not in passage.names else None


def _like_whom(passage: Words, over: int, relative: int) -> Span | None:
    """The name in "veterans like Jane Roe, who says ...", where the clause may hang on the noun before it."""
    named = _name_ending(passage, relative)
    example = named is not None and over < named[0] and passage.lower(named[0] - 1) in {"like", "as"}
    return passage.span(*named) if named is not None and example else None


def _name_ending(passage: Words, relative: int) -> tuple[int, int] | None:
    """The name right before ", who"."""
    last = relative - 2 if passage.lower(relative - 1) == "," else relative - 1
    named = passage.names.get(last)
    return named if named is not None and named[1] == last + 1 else None


def _agent(passage: Words, hung: list[int]) -> Span | None:
    agent = next((i for i in hung if passage.tokens[i].relation == "obl:agent"), None)
    return phrase(passage, agent) if agent is not None else None


def _object(passage: Words, verb: int) -> Span | None:
    head = next((i for i in _children(passage, verb) if passage.tokens[i].relation == "obj"), None)
    return phrase(passage, head) if head is not None else None


def phrase(passage: Words, head: int) -> Span | None:
    """The name in or on the noun, else the noun with what stands before it; all of "Jane Roe and John Roe"."""
    if passage.tokens[head].tag == "PRON":
        return passage.span(head, head + 1) if passage.lower(head) in _SPEAKING_PRONOUNS else None
    named = _office_holder(passage, head) or passage.names.get(head) or _on_noun(passage, head)
    first, stop = named or (_first_of(passage, head), head + 1)
    other = next((i for i in _children(passage, head) if passage.tokens[i].relation == "conj" and i > head), None)
    if other is not None and passage.lower(stop) == "and":
        stop = passage.names.get(other, (0, other + 1))[1]
    return passage.span(first, stop)


_SPEAKING_PRONOUNS = (
    words.SUBJECT_PRONOUNS | words.LONE_DETERMINERS | frozenset("everyone somebody someone nobody these those".split())
)


def _office_holder(passage: Words, head: int) -> tuple[int, int] | None:
    """The name beside an office in capitals: "the Foreign Minister, Jane Roe, said"."""
    start, stop = passage.names.get(head, (head, head))
    holder = passage.names.get(stop + 1, (0, 0))
    beside = passage.lower(stop) == "," and passage.lower(holder[1]) == "," and holder[1] - holder[0] > 1
    owned = passage.lower(start - 1) == "the" or passage.tokens[start - 1].tag in {"PROPN", "ADJ"}
    return holder if beside and owned and passage.tokens[holder[0]].relation == "appos" else None


def _on_noun(passage: Words, head: int) -> tuple[int, int] | None:
    """The name of whom a noun tells: "its chair, Dr Jane Roe", "Cllr Jane Roe"."""
    wanted = _NAMED - {"appos"} if passage.tokens[head].tag == "PROPN" else _NAMED
    hung = (i for i in _children(passage, head) if i > head and passage.tokens[i].relation in wanted)
    return next((passage.names[i] for i in hung if i in passage.names), None)


def _first_of(passage: Words, head: int) -> int:
    """Where the noun's own words begin: its determiner, adjectives and owner."""
    first, at = head, head - 1
    while at >= max(0, head - _REACH) and _belongs(passage, at, head):
        first, at = at, at - 1
    return first


def _belongs(passage: Words, at: int, head: int) -> bool:
    """Whether a word before the noun hangs on it, but for commas, prepositions and joiners before the whole."""
    path = (at, *islice(governors(passage, at), _HOPS))
    below = next((under for under, over in pairwise(path) if over == head), None)
    return below is not None and below < head and passage.tokens[below].relation in _BEFORE_NOUN
