"""Quantities: numbers with their unit, currency or counted noun, in exact decimals, UCUM and SI."""

from worker.pipeline.annotate.quantities.finder import find_quantities

__all__ = ["find_quantities"]
