"""What a metric is: its kind, its labels with the values they may take, its buckets, its reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["counter", "gauge", "histogram"]

OTHER = "other"  # stands for every label value past the cap, or outside a closed set


@dataclass(frozen=True, slots=True)
class Label:
    """`values`: the closed set, empty if open; an open one takes `cap` values, the next ones become OTHER."""

    name: str
    values: tuple[str, ...] = ()
    cap: int = 32


@dataclass(frozen=True, slots=True)
class Metric:
    """One row of the catalogue. `debug`: read by people in trouble, on no dashboard and in no alert."""

    name: str
    kind: Kind
    help: str
    labels: tuple[Label, ...] = ()
    buckets: tuple[float, ...] = ()
    debug: bool = False

    @property
    def family(self) -> str:
        """The name without the suffix that Prometheus clients put on counters themselves."""
        return self.name.removesuffix("_total")

    @property
    def series(self) -> tuple[str, ...]:
        """The names that PromQL may use."""
        if self.kind == "histogram":
            return tuple(f"{self.name}_{part}" for part in ("bucket", "sum", "count"))
        return (self.name,)
