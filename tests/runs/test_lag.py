"""Lag: how long events were on their way."""

from datetime import UTC, datetime, timedelta
from math import inf

from app.runs.lag import EDGES, Lag


def test_each_event_counts_for_every_edge_that_it_does_not_pass() -> None:
    lag = Lag()
    now = datetime.now(UTC)
    for seconds in (1000, 1000, 6):
        lag.add(now - timedelta(seconds=seconds))
    counted = lag.up_to()
    assert list(counted) == [*EDGES, inf]
    assert (counted[5.0], counted[10.0], counted[inf]) == (0, 1, 3)
    assert lag.seconds >= 2006


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    lag = Lag()
    lag.add(datetime.now(UTC) + timedelta(hours=1))
    assert lag.seconds == 0
    assert lag.up_to()[EDGES[0]] == 1
