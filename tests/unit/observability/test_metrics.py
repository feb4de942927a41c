"""The catalogue: clean names, closed labels, caps that hold, one collector per row."""

from __future__ import annotations

import re

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from worker.observability.catalogue import BY_NAME, CATALOGUE
from worker.observability.labels import STAGES
from worker.observability.metric import Label, Metric
from worker.observability.metrics import Family, Metrics
from worker.observability.telemetry import Telemetry
from worker.pipeline.pipeline import Pipeline

FORBIDDEN_LABELS = {"id", "article", "url", "title", "message", "exception", "client", "ip", "key", "offset"}


def exposed(registry: CollectorRegistry) -> str:
    return generate_latest(registry).decode()


@pytest.mark.parametrize("metric", CATALOGUE, ids=lambda metric: metric.name)
class TestEveryMetric:
    def test_has_a_prefixed_name_in_base_units(self, metric: Metric) -> None:
        assert re.fullmatch(r"newsfacts_[a-z][a-z0-9_]*[a-z]", metric.name)
        assert not re.search(r"_(ms|millis|milliseconds|minutes|kb|mb)(_|$)", metric.name)

    def test_ends_in_total_only_if_it_counts(self, metric: Metric) -> None:
        assert metric.name.endswith("_total") == (metric.kind == "counter")

    def test_says_what_it_tells_in_a_sentence(self, metric: Metric) -> None:
        assert re.fullmatch(r"[A-Z0-9][^\n]{9,}\.", metric.help)

    def test_has_no_label_that_grows_with_the_articles(self, metric: Metric) -> None:
        assert not {label.name for label in metric.labels} & FORBIDDEN_LABELS

    def test_has_rising_buckets_only_if_it_is_a_histogram(self, metric: Metric) -> None:
        assert bool(metric.buckets) == (metric.kind == "histogram")
        assert list(metric.buckets) == sorted(set(metric.buckets))


def test_no_metric_stands_twice() -> None:
    assert len(BY_NAME) == len(CATALOGUE)


def test_every_stage_of_the_route_has_its_series() -> None:
    assert set(Pipeline.__dataclass_fields__) - {"clock"} <= set(STAGES)


def test_every_row_of_the_catalogue_is_exposed() -> None:
    text = exposed(Telemetry().registry)
    assert [metric.name for metric in CATALOGUE if f"# HELP {metric.name} " not in text] == []


def test_no_series_tells_when_another_was_born() -> None:
    assert "_created" not in exposed(Telemetry().registry)


def test_nothing_is_registered_on_the_global_registry() -> None:
    from prometheus_client import REGISTRY

    Telemetry()
    assert "newsfacts_" not in exposed(REGISTRY)


def test_two_workers_in_one_process_count_apart() -> None:
    one, two = Metrics(), Metrics()
    one.family("consumer_rebalances_total").inc()
    assert "newsfacts_consumer_rebalances_total 1.0" in exposed(one.registry)
    assert "newsfacts_consumer_rebalances_total 0.0" in exposed(two.registry)


def test_the_process_tells_of_itself() -> None:
    text = exposed(Metrics().registry)
    assert all(name in text for name in ("process_cpu_seconds_total", "python_info", "python_gc_collections_total"))


def test_a_name_that_the_catalogue_lacks_dies_at_start() -> None:
    with pytest.raises(KeyError, match="newsfacts_lag"):
        Metrics().family("lag")


def family(*labels: Label) -> tuple[Family, CollectorRegistry]:
    registry = CollectorRegistry()
    return Family(Metric("newsfacts_probe_total", "counter", "Probe.", labels), registry), registry


def test_a_value_outside_a_closed_set_counts_as_other() -> None:
    probe, registry = family(Label("reason", ("oversize",)))
    probe.inc("oversize")
    probe.inc("<script>")
    assert registry.get_sample_value("newsfacts_probe_total", {"reason": "oversize"}) == 1
    assert registry.get_sample_value("newsfacts_probe_total", {"reason": "other"}) == 1
    assert "script" not in exposed(registry)


def test_an_open_label_takes_as_many_values_as_its_cap_then_other() -> None:
    probe, registry = family(Label("producer", cap=3))
    for number in range(1_000):
        probe.inc(f"producer-{number}")
    probe.inc("producer-1")
    assert len(re.findall(r"newsfacts_probe_total\{", exposed(registry))) == 4
    assert registry.get_sample_value("newsfacts_probe_total", {"producer": "producer-1"}) == 2
    assert registry.get_sample_value("newsfacts_probe_total", {"producer": "other"}) == 997


def test_the_cap_holds_for_each_label_by_itself() -> None:
    probe, registry = family(Label("topic", cap=2), Label("reason", ("a", "b")))
    for number in range(50):
        probe.inc(f"topic-{number}", "a")
    assert registry.get_sample_value("newsfacts_probe_total", {"topic": "other", "reason": "a"}) == 48


def test_a_wrong_number_of_labels_is_an_error() -> None:
    probe, _ = family(Label("topic"))
    with pytest.raises(ValueError, match="has the labels"):
        probe.inc("a", "b")


def test_a_closed_counter_is_shown_before_it_first_moves() -> None:
    _, registry = family(Label("result", ("success", "failure")))
    assert registry.get_sample_value("newsfacts_probe_total", {"result": "failure"}) == 0


def test_a_dropped_series_is_gone_and_may_come_back() -> None:
    registry = CollectorRegistry()
    probe = Family(Metric("newsfacts_probe", "gauge", "Probe.", (Label("partition"),)), registry)
    probe.set(7, "0")
    probe.drop("0")
    probe.drop("1")
    assert registry.get_sample_value("newsfacts_probe", {"partition": "0"}) is None
    probe.set(8, "0")
    assert registry.get_sample_value("newsfacts_probe", {"partition": "0"}) == 8


def test_a_label_that_is_no_unicode_does_not_break_the_page() -> None:
    probe, registry = family(Label("producer"))
    probe.inc("Caf\ud800")
    assert registry.get_sample_value("newsfacts_probe_total", {"producer": "Caf?"}) == 1
    assert exposed(registry)


@pytest.mark.parametrize("trace_id", ["", "x", "A" * 32, "0" * 31, "f" * 500, "\n" * 32], ids=repr)
def test_what_is_no_trace_id_becomes_no_exemplar_and_no_error(trace_id: str) -> None:
    registry = CollectorRegistry()
    probe = Family(Metric("newsfacts_probe", "histogram", "Probe.", (), (1,)), registry)
    probe.observe(0.5, trace_id=trace_id)
    assert [sample.exemplar for one in registry.collect() for sample in one.samples if sample.exemplar] == []
