"""The pool: processes that run the core, each with a deadline per article and a memory limit."""

from __future__ import annotations

from worker.pool.limits import Limits
from worker.pool.observer import PoolObserver
from worker.pool.pool import Pool
from worker.pool.seat import Factory, PoolBroken

__all__ = ["Factory", "Limits", "Pool", "PoolBroken", "PoolObserver"]
