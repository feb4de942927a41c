"""Whose win, loss or purchase a noun tells: the owner before it, else who the verb around it is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.syntax.clause import is_passive, subjects

if TYPE_CHECKING:
    from worker.pipeline.extract.syntax.tree import Tree

# "Denied Halvex a win", "ended hopes of a win": then nobody has it.
_WITHHOLDING = forms("deny rob cost want need seek chase eye target hope")
_CARRYING = forms("lead guide fire inspire steer help take power send lift carry propel push put drive")


def bearers(tree: Tree, noun: int) -> list[int]:
    """Heads of the phrases that have what the noun at `noun` names; empty where the sentence does not tell."""
    owners = tree.under(noun, "nmod:poss") or _misread_owners(tree, noun)
    if owners:
        return owners
    token = tree.tokens[noun]
    verb = token.head
    if tree.tokens[verb].tag != "VERB" or verb == noun or tree.word(verb) in _WITHHOLDING:
        return subjects(tree, noun) if token.tag == "VERB" else []  # a noun that was read as a verb
    if token.relation == "nsubj":  # "A win over Halvex lifted them to third"
        return tree.under(verb, "obj") if tree.word(verb) in _CARRYING else tree.under(verb, "iobj")
    if token.relation not in {"obj", "obl", "advcl", "xcomp"}:
        return []
    given = tree.under(verb, "iobj") or [i for i in tree.under(verb, "obj") if i < noun]
    carried = token.relation == "obl" and tree.case(noun) == "to" and tree.word(verb) in _CARRYING
    if given and (token.relation == "obj" or carried) and not is_passive(tree, verb):
        return given
    return subjects(tree, verb)


def _misread_owners(tree: Tree, noun: int) -> list[int]:
    """In "Halvex's 3-0 win over" the owner may be read as a subject; a noun has one only beside "is"."""
    return [] if tree.under(noun, "cop") or tree.tokens[noun].tag == "VERB" else tree.under(noun, "nsubj")
