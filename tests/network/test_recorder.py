"""The recorder answers until nobody asks any more, or nobody is there any more."""

import multiprocessing
import os
import signal
import threading

import numpy as np
import pytest

from app.network.recorder import READY, main, work

SQUARE = ("differentiated", ([("variable", (), "x"), ("square", (0,), None)], {"x": 3.0}, ("x",)))


def test_it_answers_each_question_and_none_that_tensorflow_refuses() -> None:
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=work, args=(theirs, 0.5))
    thread.start()
    assert ours.recv() == READY
    ours.send(SQUARE)
    assert np.array_equal(ours.recv()[1]["x"], 6)
    ours.send(
        ("differentiated", ([("variable", (), "x"), ("no such operation", (0,), None)], {"x": 3.0}, ("x",)))
    )
    assert ours.recv() is None
    thread.join()  # idle


def test_it_ends_with_its_parent_and_hears_no_ctrl_c() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=main, args=(theirs,))
    process.start()
    theirs.close()
    assert ours.recv() == READY
    os.kill(process.pid or 0, signal.SIGINT)
    ours.send(SQUARE)
    assert np.array_equal(ours.recv()[1]["x"], 6)
    ours.close()
    process.join()
    assert process.exitcode == 0


def test_it_ends_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("app.network.recorder.IDLE_SECONDS", 0)
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    _, theirs = multiprocessing.Pipe()
    main(theirs)
    assert ended == [0]
