"""The first dashboard: does the worker keep up, is it right, is it fast; flow, lag, latency, errors."""

from __future__ import annotations

from typing import TypeAlias

from deploy.grafana.panels import Dashboard, Panel, Query, Threshold

Marks: TypeAlias = tuple[Threshold, ...]

OBJECTIVE = 0.001  # one article in a thousand may be lost to a fault of ours
LATENCY = "newsfacts_end_to_end_latency_seconds"

BUDGET: Marks = ((None, "red"), (0, "orange"), (0.25, "green"))
FRESHNESS: Marks = ((None, "red"), (0.99, "green"))
LAG_SECONDS: Marks = ((None, "green"), (60, "orange"), (300, "red"))
LAG_MESSAGES: Marks = ((None, "green"), (10_000, "orange"), (100_000, "red"))
P99: Marks = ((None, "green"), (5, "orange"), (60, "red"))
NEVER: Marks = ((None, "green"), (0.000001, "red"))
SOME: Marks = ((None, "red"), (1, "green"))
NEUTRAL: Marks = ((None, "blue"),)


def _stat(title: str, description: str, unit: str, expr: str, *, marks: Marks, more: str, width: int = 4) -> Panel:
    return Panel("stat", title, description, unit, (Query(expr),), width, 4, marks, more)


def _series(title: str, description: str, unit: str, *queries: Query, stacked: bool = False) -> Panel:
    return Panel("timeseries", title, description, unit, queries, 12, 8, stacked=stacked, bounds={"min": 0})


def _quantile(share: float, histogram: str = LATENCY + "_bucket{topic}", by: str = "le") -> str:
    """Without articles a quantile is NaN, which `>= 0` leaves out: the last figure stays on show."""
    return f"histogram_quantile({share}, sum by ({by}) (rate({histogram}[$__rate_interval]))) >= 0"


STATS = (
    _stat(
        "Error budget left (30 days)",
        "Share of the articles that we may still lose this month: of 1,000 articles one may become a dead letter "
        "through a fault that is not its producer's. Below 0 the promise is broken.",
        "percentunit",
        "1 - (sum(increase(newsfacts_dead_letters_total{worker,fault!='producer'}[30d])) or vector(0))"
        f" / {OBJECTIVE} / clamp_min(sum(increase(newsfacts_messages_processed_total{{topic}}[30d])), 1)",
        marks=BUDGET, more="Dead letters by reason", width=6,
    ),
    _stat(
        "Facts within 5 seconds (30 days)",
        "Share of articles whose facts were committed at most 5 s after the producer's timestamp; the goal is 99 %.",
        "percentunit",
        f"sum(increase({LATENCY}_bucket{{topic,le='5.0'}}[30d]))"
        f" / sum(increase({LATENCY}_count{{topic}}[30d]))",
        marks=FRESHNESS, more="End-to-end latency", width=6,
    ),
    _stat(
        "Ready workers", "Workers whose /readyz answers 200.", "short",
        "sum(newsfacts_ready{worker})", marks=SOME, more="Version per worker", width=6,
    ),
    _stat(
        "Articles in flight", "Articles taken from Kafka and not yet committed, over all workers.", "short",
        "sum(newsfacts_messages_in_flight{worker})", marks=NEUTRAL, more="Articles by outcome", width=6,
    ),
    _stat(
        "Articles in", "Articles taken from Kafka.", "cps",
        "sum(rate(newsfacts_messages_consumed_total{topic}[$__rate_interval]))",
        marks=NEUTRAL, more="Articles by outcome",
    ),
    _stat(
        "Facts out", "Fact events committed: asserted, amended and retracted.", "cps",
        "sum(rate(newsfacts_facts_published_total{worker}[$__rate_interval]))", marks=NEUTRAL, more="Facts by event",
    ),
    _stat(
        "Dead letters", "Articles given up, whoever is at fault.", "cps",
        "sum(rate(newsfacts_messages_processed_total{topic,outcome='dead_lettered'}[$__rate_interval]))",
        marks=NEVER, more="Dead letters by reason",
    ),
    _stat(
        "Lag in articles", "Articles that wait in Kafka.", "short",
        "sum(newsfacts_consumer_lag_messages{topic})", marks=LAG_MESSAGES, more="Lag in seconds by topic",
    ),
    _stat(
        "Lag in seconds", "Age of the oldest article that waits; 0 when all is read.", "s",
        "max(newsfacts_consumer_lag_seconds{topic})", marks=LAG_SECONDS, more="Lag in seconds by topic",
    ),
    _stat(
        "End-to-end p99", "99 of 100 articles had their facts committed within this time of the producer's timestamp.",
        "s", _quantile(0.99), marks=P99,
        more="End-to-end latency",
    ),
)
FLOW = (
    _series(
        "Articles by outcome", "How articles ended. The sum is what was committed; a gap to the input is lag.", "cps",
        Query("sum by (outcome) (rate(newsfacts_messages_processed_total{topic}[$__rate_interval]))", "{{outcome}}"),
        stacked=True,
    ),
    _series(
        "Facts by event", "Fact events committed: asserted for the first time, amended, or retracted.", "cps",
        Query("sum by (event) (rate(newsfacts_facts_published_total{worker}[$__rate_interval]))", "{{event}}"),
        stacked=True,
    ),
)
LAG = (
    _series(
        "Lag in seconds by topic", "Age of the oldest article that waits, by topic and partition.", "s",
        Query("max by (topic, partition) (newsfacts_consumer_lag_seconds{topic})", "{{topic}}/{{partition}}"),
    ),
    _series(
        "Lag in articles by partition", "Articles that wait, by partition. One that rises alone is stuck or hot.",
        "short",
        Query("sum by (topic, partition) (newsfacts_consumer_lag_messages{topic})", "{{topic}}/{{partition}}"),
    ),
)
SPEED = (
    _series(
        "End-to-end latency", "From the producer's timestamp to the commit of the facts. Dots lead to a trace.", "s",
        Query(_quantile(0.5), "p50"), Query(_quantile(0.9), "p90"), Query(_quantile(0.99), "p99", exemplars=True),
    ),
    _series(
        "Time by stage (p99)", "99 of 100 articles passed the stage within this time.", "s",
        Query(_quantile(0.99, "newsfacts_stage_duration_seconds_bucket{worker}", "le, stage"), "{{stage}}"),
    ),
)
ERRORS = (
    _series(
        "Dead letters by reason", "Articles given up, by reason and whose fault: the producer's, ours, or Kafka's.",
        "cps",
        Query(
            "sum by (reason, fault) (rate(newsfacts_dead_letters_total{worker}[$__rate_interval]))",
            "{{reason}} ({{fault}})",
        ),
        stacked=True,
    ),
    _series(
        "Failed commits, deliveries and retries",
        "Transactions and records that Kafka did not take, and batches done again. Nothing is lost by them, but a "
        "steady rate means that a broker is ill.",
        "cps",
        Query(
            "sum(rate(newsfacts_consumer_commits_total{worker,result='failure'}[$__rate_interval]))", "commits",
        ),
        Query(
            "sum(rate(newsfacts_publish_total{worker,result='failure'}[$__rate_interval])) or vector(0)", "deliveries",
        ),
        Query("sum by (reason) (rate(newsfacts_retries_total{worker}[$__rate_interval]))", "retries: {{reason}}"),
        Query("sum(rate(newsfacts_dead_letter_publish_failures_total{worker}[$__rate_interval]))", "dead letters"),
    ),
)
TABLES = (
    Panel(
        "table", "Firing alerts", "Alerts that fire now. The Watchdog always does: without it alerting is broken.",
        "none", (Query(
            "max by (alertname, severity) (ALERTS{alertname=~'Newsfacts.*',alertstate='firing'})", instant=True,
        ),),
        12, 7, hidden_columns=("Time", "Value"),
    ),
    Panel(
        "table", "Version per worker", "What runs where. Two versions for longer than a rollout are one too many.",
        "none", (Query(
            "max by (instance, version, revision, python, faust, aiokafka) (newsfacts_build_info{worker})",
            instant=True,
        ),),
        12, 7, hidden_columns=("Time", "Value"),
    ),
)  # fmt: skip

OVERVIEW = Dashboard(
    "newsfacts-overview",
    "newsfacts / Overview",
    "Does the worker keep up, is it right, is it fast? Start here; the panels link to what tells more.",
    (*STATS, *FLOW, *LAG, *SPEED, *ERRORS, *TABLES),
    (
        ("Start or deploy", "time() - process_start_time_seconds{worker} < 30", "blue"),
        (
            "Rebalance",
            "sum by (instance) (increase(newsfacts_consumer_rebalances_total{worker}[$__rate_interval])) > 0",
            "orange",
        ),
        ("Breaker open", "max by (instance) (newsfacts_breaker_open{worker}) > 0", "red"),
    ),
)
