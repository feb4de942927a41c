"""Candidates to canonical fact events: values, ids, evidence, merging, sensitivity."""

from worker.pipeline.normalize.normalize import Normalize

__all__ = ["Normalize"]
