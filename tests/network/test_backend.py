"""The door to TensorFlow opens silently, and always onto TensorFlow."""

import subprocess
import sys

import pytest

CODE = """
from app.network.backend import keras, tf
print(keras.backend.backend(), int(tf.constant(1) + 1))
"""


def test_tensorflow_comes_without_a_word_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "0")
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "1")
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("tensorflow 2\n", "")
