"""The labels of all metrics. Closed wherever the code knows the values; never an id, URL, title or exception text."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from worker.observability.metric import OTHER, Label
from worker.pipeline.errors import RejectReason
from worker.pipeline.values import EntityType

Ending: TypeAlias = Literal["published", "no_facts", "duplicate", "stale", "dead_lettered", "dropped_by_policy"]
Fault: TypeAlias = Literal["producer", "internal", "dependency"]
FactKind: TypeAlias = Literal["asserted", "amended", "retracted"]
FactRefusal: TypeAlias = Literal[
    "evidence_mismatch", "low_confidence", "sensitive", "soft", "oversize", "contradiction",
    "domain_violation", "range_violation", "unknown_predicate", "unknown_entity",
]
Lookup: TypeAlias = Literal["new", "unchanged", "changed", "stale"]
Phase: TypeAlias = Literal["starting", "rebalancing", "running", "draining", "stopped"]
PoolState: TypeAlias = Literal["busy", "idle"]
Result: TypeAlias = Literal["success", "failure"]
RestartReason: TypeAlias = Literal["deadline_exceeded", "memory_exceeded", "worker_crash", "recycled"]
RetryReason: TypeAlias = Literal["fenced", "timeout", "broker", "oversize", "unclear"]

STAGES = ("decode", "clean", "annotate", "resolve", "extract", "normalize", "revise", "pool", "publish")
REJECTIONS = tuple(reason.value for reason in RejectReason)
FAILURES = ("deadline_exceeded", "worker_crash", "memory_exceeded", "output_oversize", "exception")

TOPIC = Label("topic", cap=16)
PARTITION = Label("partition", cap=4_096)
STAGE = Label("stage", STAGES)
RETRIED_STAGE = Label("stage", ("pool", "publish"))
ENDING = Label("outcome", get_args(Ending))
FAULT = Label("fault", get_args(Fault))
DEAD_LETTER_REASON = Label("reason", REJECTIONS + FAILURES)
REJECT_REASON = Label("reason", REJECTIONS)
RETRY_REASON = Label("reason", get_args(RetryReason))
RESTART_REASON = Label("reason", get_args(RestartReason))
FACT_REFUSAL = Label("reason", get_args(FactRefusal))
PRODUCER = Label("producer", cap=64)
PREDICATE = Label("fact_type", cap=128)  # 54 predicates and an extension vocabulary
FACT_KIND = Label("event", get_args(FactKind))
ENTITY_TYPE = Label("entity_type", get_args(EntityType))
LANGUAGE = Label("language", ("en", "none"))
LOOKUP = Label("result", get_args(Lookup))
RESULT = Label("result", get_args(Result))
POOL_STATE = Label("state", get_args(PoolState))
PHASE = Label("state", get_args(Phase))


def admitted(label: Label, value: str) -> str:
    """Keep the values of a closed set; an open one is capped where the series are made."""
    return value if not label.values or value in label.values else OTHER
