"""How a clause is meant, read off the tree: what negates it, what expects it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.governors import (
    ACCUSING,
    DENYING,
    DOUBTED,
    GUESSING,
    IF,
    MODALS_OF_DOUBT,
    MODALS_OF_FUTURE,
    NOT,
    PERFORMING,
    PLANNING,
    PLANS,
    REFUSING,
    SAYING,
    UNDONE,
    URGING,
)
from worker.pipeline.extract.lexicon.stance import HEARSAY, HEDGES
from worker.pipeline.extract.stance import Stance
from worker.pipeline.extract.syntax.clause import is_passive, subjects, words_of
from worker.pipeline.values import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.values import Status

_SORTS = (
    ("future", MODALS_OF_FUTURE), ("doubt", MODALS_OF_DOUBT), ("if", IF), ("doubted", DOUBTED), ("hearsay", HEARSAY),
    ("hedge", HEDGES),
)  # fmt: skip
_MEANT: Mapping[tuple[str, str], Status] = {
    ("aux", "future"): "predicted", ("aux", "doubt"): "hypothetical", ("mark", "if"): "hypothetical",
    ("amod", "doubted"): "hypothetical", ("compound", "doubted"): "hypothetical", ("advmod", "hearsay"): "reported",
    ("advmod", "hedge"): "hypothetical",
}  # fmt: skip
# An accusation is its own fact, not what it says; a plan is none yet.
_GOVERNORS: tuple[tuple[frozenset[str], frozenset[str], Status], ...] = (
    (ACCUSING, frozenset({"advcl", "xcomp", "ccomp", "obl"}), "hypothetical"),
    (PLANNING, frozenset({"xcomp", "ccomp", "obj", "nsubj:pass"}), "predicted"),
    (GUESSING, frozenset({"xcomp", "ccomp"}), "hypothetical"),
    (PLANS, frozenset({"acl", "nmod"}), "predicted"),
)
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_CONTRACTED = {"won't": "will", "can't": "can", "cannot": "can", "couldn't": "could", "wouldn't": "would",
               "shouldn't": "should", "mightn't": "might", "shan't": "shall"}  # fmt: skip
_NEGATED = frozenset({"advmod", "cc:preconj", "det"})
_STEPS = 8  # clauses above one that are asked; deeper ones are speech in speech
_CITING = frozenset({"according to", "citing", "per"})
_LABEL_WORDS = 6
# Beneath these the clause is told as a fact of its own.
_OWN_FACT = frozenset({"acl:relcl", "appos", "parataxis", "dep", "list", "discourse", "advcl:relcl", "root"})
# A noun that is a subject or stands in a phrase is taken for granted: nothing but its own verb can undo it.
_CLIMBED = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "csubj"})
_GOVERNED = _CLIMBED | {"nsubj:pass", "obl", "nmod"}
_FACTUAL_MARKS = frozenset({"after", "before", "when", "while", "because", "since", "as", "although", "though", "once"})


@dataclass(slots=True)
class _Judgement:
    """What is known so far on the way up; the first status found stays, for it stands nearest to the clause."""

    status: Status = "asserted"
    negative: bool = False
    said: Attribution | None = None
    over: bool = False

    def mark(self, status: Status) -> None:
        if self.status == "asserted":
            self.status = status

    def stance(self) -> Stance:
        polarity = "negative" if self.negative else "positive"
        status = self.status
        if status == "asserted" and self.said is not None:
            status = "reported"
        elif status == "reported" and self.said is None:
            self.said = Attribution(None, "unnamed sources")
        return Stance(status, polarity, self.said)  # type: ignore[arg-type]


def meaning(tree: Tree, at: int) -> Stance | None:
    """How the clause or noun headed by token `at` is meant. None where the sentence asks: a question states nothing."""
    if tree.tokens[-1].text == "?" or (len(tree.tokens) > 1 and tree.tokens[-2].text == "?"):
        return None
    judged = _Judgement()
    node = at
    for _ in range(_STEPS):
        _look_beside(tree, node, judged)
        above = _above(tree, node, judged)
        if above is None or judged.over:
            break
        node = above
    return judged.stance()


def _look_beside(tree: Tree, node: int, judged: _Judgement) -> None:
    """The helpers, adverbs and openers of one verb, or the adjectives of one noun; and who is cited beside it."""
    for child in tree.children[node]:
        word, relation = tree.word(child), tree.tokens[child].relation
        negated = relation in _NEGATED and (word in NOT or _is_no_longer(tree, child))
        if negated or _is_contracted(tree, child) or (relation in {"mark", "case"} and word in UNDONE):
            judged.negative = not judged.negative
            judged.mark(_MEANT.get((relation, _sort(_CONTRACTED.get(word, ""))), "asserted"))
        elif _is_to_come(tree, node, child):
            judged.mark("predicted")
        elif (status := _MEANT.get((relation, _sort(word)))) is not None:
            judged.mark(status)
        elif relation == "obl" and tree.case(child) in _CITING:
            judged.said = judged.said or attributed(tree, child, tree.case(child))
        elif relation == "parataxis" and word in SAYING and (who := subjects(tree, child, 1)):
            judged.said = judged.said or attributed(tree, who[0], word)


def _is_contracted(tree: Tree, at: int) -> bool:
    """"Didn't", "wasn't", where the reader leaves the word whole."""
    return tree.tokens[at].relation in _HELPING and (tree.word(at).endswith("n't") or tree.word(at) == "cannot")


def _is_no_longer(tree: Tree, at: int) -> bool:
    return tree.word(at) == "longer" and tree.word(at - 1) == "no"


def _is_to_come(tree: Tree, node: int, child: int) -> bool:
    """The helpers of "is to be charged", and of "said he would resign"."""
    word, relation = tree.word(child), tree.tokens[child].relation
    if word == "would":
        return tree.tokens[node].relation == "ccomp" and tree.word(tree.tokens[node].head) in SAYING
    return relation == "mark" and word == "to" and tree.word(child - 1) in {"is", "are", "was", "were"}


def _sort(word: str) -> str:
    return next((name for name, words in _SORTS if word in words), "")


def _above(tree: Tree, node: int, judged: _Judgement) -> int | None:
    """The clause above, once what it does to this one is noted; None where this one stands for itself."""
    token = tree.tokens[node]
    head, relation = token.head, token.relation
    if head == node or relation in _OWN_FACT:
        return None
    if relation in _GOVERNED:
        _under(tree, node, head, words_of(tree, head), judged)
        return head if relation in _CLIMBED and not judged.over and not _is_free(tree, node) else None
    if relation == "conj":  # what stands above the first of two verbs bears on the second
        return head if _shares(tree, node, head) else _above(tree, head, judged)
    return None


def _under(tree: Tree, node: int, head: int, word: str, judged: _Judgement) -> None:
    """What the governing verb or noun makes of the clause or noun under it."""
    relation = tree.tokens[node].relation
    if word in DENYING and relation in {"ccomp", "xcomp", "obj"}:
        judged.mark("denied")
        judged.negative = judged.over = True
    elif word in REFUSING and relation in {"xcomp", "obj", "advcl", "nsubj:pass"} and not _is_aim(tree, node, head):
        judged.negative = not judged.negative
    elif word in SAYING and relation == "ccomp":
        _reported(tree, head, word, judged)
    elif word in URGING and _is_infinitive(tree, node):
        judged.mark("predicted")
    else:
        rows = (status for words, relations, status in _GOVERNORS if word in words and relation in relations)
        if (status := next(rows, None)) is not None:
            judged.mark(status)


def _is_aim(tree: Tree, node: int, head: int) -> bool:
    """"Stopped Roe to keep the title": what is stopped is told, and the rest is what for."""
    return tree.tokens[node].relation == "advcl" and _is_infinitive(tree, node) and bool(tree.under(head, "obj"))


def _is_infinitive(tree: Tree, node: int) -> bool:
    return "to" in {tree.word(i) for i in tree.under(node, "mark")}


def _reported(tree: Tree, head: int, word: str, judged: _Judgement) -> None:
    """Somebody says it; whoever announces a thing does it, and who says "I" of himself is believed by nobody else."""
    who = subjects(tree, head)
    negated = any(tree.word(c) in NOT or _is_contracted(tree, c) for c in tree.under(head, "advmod", *_HELPING))
    if negated:
        judged.mark("hypothetical")
    elif who and not is_passive(tree, head):
        judged.said = judged.said or attributed(tree, who[0], word)
    elif word not in PERFORMING:
        judged.mark("reported")
    judged.over = True


def _is_free(tree: Tree, node: int) -> bool:
    """A participle beside a noun, or a clause that "after" opens: nothing above bears on it."""
    token = tree.tokens[node]
    if token.relation == "acl":
        return token.fine in {"VBN", "VBG", "VBD"}
    marks = {tree.word(i) for i in tree.under(node, "mark", "case")}
    return token.relation == "advcl" and bool(marks & _FACTUAL_MARKS)


def _shares(tree: Tree, node: int, head: int) -> bool:
    """Whether a joined verb stands under the first one's helper: "will meet and sign", "did not meet or sign"."""
    if tree.tokens[node].tag != "VERB":
        return True
    own = tree.under(node, "aux", "aux:pass", "nsubj", "nsubj:pass")
    fine = tree.tokens[node].fine
    return not own and fine == tree.tokens[head].fine and fine in {"VB", "VBN", "VBG"}


def attributed(tree: Tree, who: int, cue: str) -> Attribution:
    """Who is cited, as an entity if the article knows it, else in his own words."""
    slot = tree.slot(who)
    if slot is not None and slot.entity is not None:
        return Attribution(slot.entity.id, slot.entity.label, cue)
    held = tree.reach(who, without=frozenset({"acl", "acl:relcl", "appos", "case", "punct", "nmod"}))
    words = [tree.tokens[i].text for i in held if tree.tokens[i].relation != "det"]
    return Attribution(None, " ".join(words[:_LABEL_WORDS]) or "source", cue)
