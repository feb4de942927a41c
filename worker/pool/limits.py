"""How much of everything a pool may use."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a pool; seconds and bytes.

    `memory_bytes` is address space (RLIMIT_AS) per process, code and model included. What waits in the
    pool is its callers' own; beyond it each process holds one chunk, or one article that is larger.
    """

    deadline_seconds: float = 30.0
    memory_bytes: int = 2048 * MEBIBYTE
    articles_per_process: int = 20_000  # then a fresh process: slow leaks of C extensions end here
    # A hop costs 140 us for one article and 10 us each when 16 ride together (research/streaming.md 5.4).
    articles_per_chunk: int = 16
    bytes_per_chunk: int = 256 * 1024
    start_seconds: float = 120.0  # from spawn to ready; loading a model is the most of it
