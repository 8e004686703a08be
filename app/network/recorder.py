"""Recorder: the checker's process; it loads TensorFlow, answers, and ends with its parent or when idle."""

import importlib
import os
import signal
from multiprocessing.connection import Connection
from typing import Any

IDLE_SECONDS = 300
"""TensorFlow holds half a gigabyte."""
READY = "ready"
TENSORFLOW = {"differentiated": "app.network.tape", "keras_step": "app.network.keras_step"}
"""The functions that can be asked for, and where they are."""
WARM_UP: tuple[Any, ...] = ([("variable", (), "x"), ("square", (0,), None)], {"x": 1.0}, ("x",))
"""TensorFlow's first tape takes far longer than all others."""


def main(pipe: Connection) -> None:
    """Work, then end at once: taking TensorFlow down in good order takes a second and changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is meant for the server
    try:
        work(pipe, IDLE_SECONDS)
    except (EOFError, OSError):
        pass  # the parent is gone
    finally:
        os._exit(0)


def work(pipe: Connection, idle_seconds: float) -> None:
    """Say READY, then answer each question, until none has come for a while.

    A question is the name of a function of TENSORFLOW and what it takes; its answer is what the function
    returns, or None if TensorFlow refuses.
    """
    answer("differentiated", WARM_UP)
    pipe.send(READY)
    while pipe.poll(idle_seconds):
        pipe.send(answer(*pipe.recv()))


def answer(name: str, question: tuple[Any, ...]) -> Any:
    """What TensorFlow says; whatever it cannot answer must not end the process."""
    module = importlib.import_module(TENSORFLOW[name])
    try:
        return getattr(module, name)(*question)
    except Exception:
        return None
