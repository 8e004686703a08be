"""What every test can rely on: no setting of the reader's shell, and no clock that decides."""

import os

import hypothesis
import pytest

hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def _default_settings() -> None:
    """Start from the defaults, whatever PLAYGROUND_* variables are set."""
    for name in [name for name in os.environ if name.startswith("PLAYGROUND_")]:
        del os.environ[name]
