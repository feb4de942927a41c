"""Time expressions: found by an own grammar, resolved against the day they are told."""

from worker.pipeline.annotate.times.finder import find_times

__all__ = ["find_times"]
