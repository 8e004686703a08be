"""The real digits, for all tests of the network room."""

import pytest

from app.digits.mnist import Mnist, load


@pytest.fixture(scope="session")
def digits() -> Mnist:
    """All of MNIST."""
    return load()
