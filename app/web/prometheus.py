"""The vitals of the runs in the words of Prometheus."""

from collections.abc import Iterator
from math import isinf

from prometheus_client import CollectorRegistry, Metric, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from app.runs.lag import Lag
from app.runs.vitals import Vitals

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4


def exposition(vitals: Vitals) -> bytes:
    """What Prometheus reads: our numbers, then memory, files and processor time of this process."""
    registry = CollectorRegistry()
    registry.register(Vital(vitals))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class Vital(Collector):
    """The numbers of one moment."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    def collect(self) -> Iterator[Metric]:
        """Every number under its name."""
        vitals = self._vitals
        runs = GaugeMetricFamily("playground_runs", "Runs in each state.", labels=["status"])
        for status, count in vitals.runs.items():
            runs.add_metric([status], count)
        yield runs
        yield GaugeMetricFamily("playground_queue_length", "Runs that wait for a process.", vitals.waiting)
        yield GaugeMetricFamily("playground_sockets", "Clients that follow a run.", vitals.followers)
        yield GaugeMetricFamily("playground_data_bytes", "Size of everything that is kept.", vitals.bytes)
        yield CounterMetricFamily(
            "playground_worker_restarts", "Workers that ended before their run did.", vitals.workers_lost
        )
        yield lag("playground_event_stored_seconds", "From the work of a worker to the store.", vitals.stored)
        yield lag("playground_event_lag_seconds", "From the work of a worker to a client.", vitals.followed)


def lag(name: str, text: str, counted: Lag) -> HistogramMetricFamily:
    """A histogram of how long events were on their way."""
    buckets = [("+Inf" if isinf(edge) else str(edge), count) for edge, count in counted.up_to().items()]
    return HistogramMetricFamily(name, text, buckets, counted.seconds)
