"""THE table of every metric: code, tests, dashboards, alerts and the reference all read it from here.

Base units only (seconds, bytes); what is counted ends in `_total`. Counters that tell what became of an article
move when its transaction is committed, so they agree with what readers of the topics see.
"""

from __future__ import annotations

from worker.observability import labels as of
from worker.observability.metric import Label, Metric

FAST = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
PROCESSING = (*FAST, 10, 30)  # the default deadline of an article is 30 s
JOURNEY = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3_600)
LOOP = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
REBALANCE = (0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
AGE = (60, 300, 900, 3_600, 14_400, 86_400, 604_800)
SIZE = (256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304)
FACTS = (0, 1, 2, 5, 10, 20, 50, 100)
CONFIDENCE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def _counter(name: str, text: str, *labels: Label, debug: bool = False) -> Metric:
    return Metric(f"newsfacts_{name}_total", "counter", text, labels, debug=debug)


def _gauge(name: str, text: str, *labels: Label, debug: bool = False) -> Metric:
    return Metric(f"newsfacts_{name}", "gauge", text, labels, debug=debug)


def _histogram(name: str, text: str, buckets: tuple[float, ...], *labels: Label, debug: bool = False) -> Metric:
    return Metric(f"newsfacts_{name}", "histogram", text, labels, buckets, debug=debug)


FLOW = (
    _counter("messages_consumed", "Articles taken from Kafka.", of.TOPIC),
    _counter("messages_processed", "Articles ended and committed, by how they ended.", of.TOPIC, of.ENDING),
    _counter("messages_unkeyed", "Articles whose key is not their document id.", of.TOPIC),
    _histogram("message_size_bytes", "Size of an article's payload.", SIZE, of.TOPIC),
    _gauge("messages_in_flight", "Articles taken and not yet committed."),
    _counter("retries", "Batches done again after an error.", of.RETRIED_STAGE, of.RETRY_REASON),
    _counter("dead_letters", "Articles given up, by stage, reason and whose fault.", of.STAGE,
             of.DEAD_LETTER_REASON, of.FAULT),
    _counter("dead_letter_publish_failures", "Dead letters that could not be written."),
    _counter("rejections", "Articles refused for what their producer did.", of.PRODUCER, of.REJECT_REASON),
)
LATENCY = (
    _histogram("stage_duration_seconds", "Time of one stage for one article.", FAST, of.STAGE),
    _histogram("processing_duration_seconds", "Time of all stages for one article.", PROCESSING, of.ENDING),
    _histogram("end_to_end_latency_seconds", "From the record's timestamp to its facts' commit.", JOURNEY, of.TOPIC),
    _histogram("article_age_seconds", "From publication of an article to its facts' commit.", AGE, of.TOPIC),
)
FACT = (
    _counter("entities_extracted", "Entities found in articles.", of.ENTITY_TYPE),
    _counter("facts_published", "Fact events committed.", of.TOPIC, of.PREDICATE, of.FACT_KIND),
    _counter("facts_rejected", "Facts drawn and not published.", of.FACT_REFUSAL),
    _histogram("facts_per_article", "Facts drawn from one article.", FACTS),
    _histogram("fact_confidence", "Confidence of published facts.", CONFIDENCE, of.PREDICATE),
    _counter("dedup_lookups", "Articles looked up in the document state.", of.LOOKUP),
    _gauge("dedup_entries", "Documents in the local document state."),
    _counter("language", "Articles by language; none: not recognized.", of.LANGUAGE),
)
CONSUMER = (
    _gauge("consumer_lag_messages", "Records after the committed offset.", of.TOPIC, of.PARTITION),
    _gauge("consumer_lag_seconds", "Age of the next uncommitted record; 0 when caught up.", of.TOPIC, of.PARTITION),
    _gauge("consumer_committed_offset", "Next offset to read after a restart.", of.TOPIC, of.PARTITION),
    _gauge("consumer_end_offset", "Offset after the partition's last record.", of.TOPIC, of.PARTITION),
    _gauge("consumer_last_progress_timestamp_seconds", "When the committed offset last moved.", of.TOPIC,
           of.PARTITION),
    _gauge("consumer_assigned_partitions", "Partitions that this worker reads.", of.TOPIC),
    _gauge("consumer_paused_partitions", "Assigned partitions held back for now.", of.TOPIC),
    _counter("consumer_missed_offsets", "Offsets that Kafka deleted before they were read.", of.TOPIC),
    _counter("consumer_rebalances", "Rebalances of the group that this worker took part in."),
    _histogram("consumer_rebalance_duration_seconds", "From revocation to all lanes ready.", REBALANCE),
    _counter("consumer_commits", "Transactions by result.", of.RESULT),
    _histogram("consumer_commit_duration_seconds", "From sending the offsets to the commit's answer.", FAST),
    _gauge("consumer_last_poll_timestamp_seconds", "When records last came from Kafka."),
)
PRODUCER = (
    _counter("publish", "Records written, by result.", of.TOPIC, of.RESULT),
    _histogram("publish_duration_seconds", "From handing over a batch to its last delivery.", FAST, of.TOPIC),
    _gauge("publish_last_success_timestamp_seconds", "When a record was last delivered.", of.TOPIC),
)
RUNTIME = (
    _histogram("event_loop_lag_seconds", "How late the event loop woke a sleeper.", LOOP),
    _gauge("pool_workers", "Processes of the pool by state.", of.POOL_STATE),
    _gauge("pool_queue_depth", "Articles waiting for a process."),
    _counter("pool_timeouts", "Articles that exceeded their deadline.", of.STAGE),
    _counter("pool_restarts", "Processes replaced, by reason.", of.RESTART_REASON),
    _gauge("worker_state", "1 for the state the worker is in, 0 for the others.", of.PHASE),
    _gauge("ready", "1 when /readyz answers 200."),
    _gauge("breaker_open", "1 when too many articles failed for our own fault, and the worker stopped."),
    _gauge("shutdown_drained_messages", "Articles finished by the last drain.", debug=True),
    _gauge("build_info", "Always 1; what runs.", Label("version"), Label("revision"), Label("python"),
           Label("faust"), Label("aiokafka")),
    _gauge("ruleset_info", "Always 1; which rules draw facts.", Label("version"), Label("digest")),
)

CATALOGUE: tuple[Metric, ...] = (*FLOW, *LATENCY, *FACT, *CONSUMER, *PRODUCER, *RUNTIME)
BY_NAME: dict[str, Metric] = {metric.name: metric for metric in CATALOGUE}
