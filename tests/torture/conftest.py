"""Every promise has a short form, for each change, and a long one: `make torture`."""

from collections.abc import Callable

import pytest

Extent = Callable[[int, int], int]


def pytest_collection_modifyitems(items: list[pytest.Item], config: pytest.Config) -> None:
    """The long form may take as long as the harm it does; some harm is done by that form only."""
    for item in items:
        if config.getoption("long"):
            item.add_marker(pytest.mark.timeout(3600))
        elif item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes long: make torture"))


@pytest.fixture(scope="session")
def extent(request: pytest.FixtureRequest) -> Extent:
    """How much harm is done: the first figure in the short form, the second in the long one."""

    def chosen(short: int, long: int) -> int:
        return long if request.config.getoption("long") else short

    return chosen
