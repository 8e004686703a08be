"""The words of Prometheus say what the vitals say."""

from datetime import UTC, datetime, timedelta

from prometheus_client.parser import text_string_to_metric_families

from app.runs.lag import Lag
from app.runs.run import Status
from app.runs.vitals import Vitals
from app.web.prometheus import exposition


def test_every_vital_has_its_number() -> None:
    lag = Lag()
    lag.add(datetime.now(UTC) - timedelta(seconds=7))
    counts: dict[Status, int] = {"queued": 3, "running": 1, "finished": 5, "cancelled": 0, "failed": 2}
    text = exposition(Vitals(counts, 2, 30, 4, 1000, Lag(), lag)).decode()
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert {status: samples["playground_runs", status] for status in counts} == counts
    assert samples["playground_queue_length",] == 2
    assert samples["playground_sockets",] == 30
    assert samples["playground_worker_restarts_total",] == 4
    assert samples["playground_data_bytes",] == 1000
    assert samples["playground_event_lag_seconds_bucket", "5.0"] == 0
    assert samples["playground_event_lag_seconds_bucket", "10.0"] == 1
    assert samples["playground_event_lag_seconds_bucket", "+Inf"] == 1
    assert samples["playground_event_stored_seconds_count",] == 0
