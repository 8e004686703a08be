"""Keras' digits, as files."""

from pathlib import Path

import pytest

from app.digits import mnist
from app.digits.mnist import Mnist
from app.network.backend import keras
from app.network.keras_digits import save


def test_saved_digits_pass_the_check_of_the_bundled_ones(
    tmp_path: Path, digits: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered = tuple((split.images, split.labels) for split in (digits.train, digits.test))
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: delivered)
    save(tmp_path)
    assert mnist.load(tmp_path).source == "bundled"
