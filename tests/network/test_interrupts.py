"""A process that starts inside the block inherits it; outside, nothing has changed."""

import signal
import sys

import pytest

from app.network.interrupts import interrupts_blocked

if sys.platform == "win32":
    pytest.skip("there is no such block", allow_module_level=True)


def blocked() -> set[int]:
    """The signals that this thread, and what it starts, does not hear."""
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, ()))


def test_interrupts_are_blocked_for_as_long_as_asked() -> None:
    before = blocked()
    with interrupts_blocked():
        assert blocked() == before | {signal.SIGINT}
    assert blocked() == before


def test_a_failure_ends_the_block() -> None:
    before = blocked()
    with pytest.raises(OSError, match="no process"), interrupts_blocked():
        raise OSError("no process")
    assert blocked() == before
