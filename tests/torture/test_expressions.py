"""Promise: any input gets an answer: random expressions, put to both lessons that read them."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import httpx
import pytest

from tests.torture.conftest import Extent
from tests.torture.expressions import questions
from tests.torture.harm import Victim, check, victim

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    """A playground for all of it."""
    with victim(tmp_path_factory.mktemp("data")) as playground:
        yield playground


def test_every_expression_gets_an_answer(playground: Victim, extent: Extent) -> None:
    random, statuses = Random(1), Counter[int]()
    with playground.unharmed(), httpx.Client(base_url=playground.address, timeout=60) as client:
        for _ in range(extent(500, 50_000)):
            for path, body in questions(random):
                answer = client.post(path, content=body, headers=JSON)
                check(answer.status_code, answer.content)
                statuses[answer.status_code] += 1
    print(f"{statuses.total():,} expressions: {dict(statuses)}")
    assert min(statuses[200], statuses[422]) > statuses.total() / 20
