"""Interrupts: Ctrl-C in a terminal is sent to every process, but means the server alone."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """A process started meanwhile never hears Ctrl-C."""
    if sys.platform == "win32":  # knows no such block; a worker ignores Ctrl-C as soon as it can
        yield
        return
    resource_tracker.ensure_running()  # its own start would end the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
