"""Entities and words to candidates: the rules of every registered predicate."""

from worker.pipeline.extract.extractor import extract
from worker.pipeline.extract.registry import PREDICATES, VOCABULARY

__all__ = ["PREDICATES", "VOCABULARY", "extract"]
