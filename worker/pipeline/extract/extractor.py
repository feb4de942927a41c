"""The extraction stage: every rule of the registry and the relation model, then what follows from their candidates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.extract.identity import identify
from worker.pipeline.extract.inference import infer
from worker.pipeline.extract.pruning import about_somebody, prune
from worker.pipeline.extract.registry import PREDICATES, VOCABULARY
from worker.pipeline.extract.relations.draw import draw
from worker.pipeline.extract.view import look
from worker.pipeline.values import Candidate, Entity, ExtractedArticle

if TYPE_CHECKING:
    from worker.pipeline.extract.relations import RelationModel
    from worker.pipeline.values import ResolvedArticle

RULES = tuple(
    dict.fromkeys(rule for predicate in PREDICATES for rule in predicate.rules)
)  # a family's rule runs once


def extract(article: ResolvedArticle, /, relations: RelationModel | None = None) -> ExtractedArticle:
    """All candidates in order of rule; unnamed entities that rules had to make are added to the article's.

    `relations` reads the vectors of the reader that it was fitted to; without it rules alone draw.
    """
    view = look(article)
    drawn = [item for rule in RULES for item in rule(view)]
    made = {item.id: item for item in drawn if isinstance(item, Entity) and item.id not in view.entities}
    candidates = tuple(item for item in drawn if isinstance(item, Candidate))
    if relations is not None:
        candidates = (*candidates, *draw(view, relations, VOCABULARY, candidates))
    grown = replace(article, entities=(*article.entities, *made.values())) if made else article
    known, named = identify(grown, candidates)
    return ExtractedArticle(known, prune(about_somebody(known, (*named, *infer(named)), VOCABULARY)))
