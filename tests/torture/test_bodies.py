"""Promise: any input gets an answer: bodies that are huge, endless, deep, broken or no JSON at all."""

import json
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import httpx
import pytest

from tests.raw_http import asked, place
from tests.torture.conftest import Extent
from tests.torture.harm import MEBIBYTE, Victim, check, victim

JSON = {"Content-Type": "application/json"}
PIECE = b"x" * MEBIBYTE
WHOLE: dict[str, bytes] = {
    "nothing": b"",
    "no object": b"[]",
    "a word": b'"word"',
    "null": b"null",
    "half an object": b'{"a": ',
    "two objects": b"{} {}",
    "deep": b"[" * 100_000,
    "deep and closed": b"[" * 30_000 + b"]" * 30_000,
    "deep in a field": b'{"a": {"values": ' + b"[" * 25_000 + b"]" * 25_000 + b"}}",
    "deep objects": b'{"a": ' * 8_000 + b"1" + b"}" * 8_000,
    "the same key twice": b'{"a": 1, "a": 2, "expression": "x", "expression": "y"}',
    "10,000 keys": json.dumps({f"k{i}": 0 for i in range(5_000)}).encode(),
    "no UTF-8": b'{"a": "\xff\xfe"}',
    "UTF-16": '{"epochs": 1}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf{}",
    "a NUL": b"\0",
    "NaN": b"NaN",
    "10^400": b"1" + b"0" * 400,
    "a number of 60,000 digits": b"9" * 60_000,
}
PARTS = {
    "NaN": "NaN",
    "Infinity": "-Infinity",
    "1e400": "1e400",
    "10^400": "1" + "0" * 400,
    "-10^400": "-1" + "0" * 400,
    "5,000 digits": "9" * 5_000,
    "a lone surrogate": r'"\ud800"',
    "a NUL": r'"\u0000"',
    "a long word": f'"{"x" * 60_000}"',
    "null": "null",
    "true": "true",
    "a list": "[]",
    "an object": "{}",
    "a lone surrogate as key": r'{"\ud800": 1}',
    "deep": "[" * 900 + "]" * 900,
    "lists of lists": "[[[[[[[[0]]]]]]]]",
    "numbers without number": "[NaN, 1e400, -1e400]",
    "words among numbers": '[1, "1", true, null, [1]]',
    "a long list": f"[{'0,' * 20_000}0]",
}


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    """A playground for all of it."""
    with victim(tmp_path_factory.mktemp("data")) as playground:
        yield playground


@pytest.fixture(scope="module")
def calls(playground: Victim) -> dict[str, dict[str, Any]]:
    """Every address that takes a POST, with a question that it answers."""
    schema = httpx.get(f"{playground.address}/api/openapi.json", timeout=60).json()
    models = schema["components"]["schemas"]
    posts = {path: call["post"] for path, call in schema["paths"].items() if "post" in call}
    found = {path.replace("{run_id}", "recorded"): example(models, post) for path, post in posts.items()}
    for path, question in found.items():  # who has never worked yet takes memory for the first time
        assert httpx.post(f"{playground.address}{path}", json=question, timeout=120).status_code < 500
    return found


def example(models: dict[str, Any], post: dict[str, Any]) -> dict[str, Any]:
    """The example of a call; all fields of its question, where it gives none."""
    body = post.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    model = models[body["$ref"].rpartition("/")[2]] if body else {}
    every = {name: field.get("default") for name, field in model.get("properties", {}).items()}
    return {**every, **model.get("examples", [{}])[0]}


def spoilt(question: dict[str, Any]) -> Iterator[bytes]:
    """The question with each of its fields in turn as no client would send it."""
    for spoilt in question:
        for literal in PARTS.values():
            fields = {**{name: json.dumps(value) for name, value in question.items()}, spoilt: literal}
            named = (f"{json.dumps(name)}: {value}" for name, value in fields.items() if value != "null")
            yield f"{{{', '.join(named)}}}".encode()


def test_whatever_a_body_says_the_answer_is_an_answer(
    playground: Victim, calls: dict[str, dict[str, Any]], extent: Extent
) -> None:
    asked = [(path, body) for path, question in calls.items() for body in spoilt(question)]
    bodies = [(path, body) for path in calls for body in WHOLE.values()] + asked[:: extent(11, 1)]
    with playground.unharmed(), httpx.Client(base_url=playground.address, timeout=120) as client:
        for path, body in bodies:
            answer = client.post(path, content=body, headers=JSON)
            check(answer.status_code, answer.content)
    print(f"{len(bodies):,} bodies for {len(calls)} calls")
    assert len(calls) > 15


def test_a_body_of_50_mb_is_refused(
    playground: Victim, calls: dict[str, dict[str, Any]], extent: Extent
) -> None:
    with playground.unharmed(), httpx.Client(base_url=playground.address, timeout=120) as client:
        for path in list(calls)[: extent(4, len(calls))]:
            length = {**JSON, "Content-Length": str(50 * MEBIBYTE)}
            answer = client.post(path, content=repeat(PIECE, 50), headers=length)
            check(answer.status_code, answer.content)
            assert answer.status_code in {404, 409, 413}, path


def test_a_body_without_an_end_is_ended(
    playground: Victim, calls: dict[str, dict[str, Any]], extent: Extent
) -> None:
    where, most = place(playground.address), extent(80, 1024)
    for path in list(calls)[: extent(2, len(calls))]:
        head = f"POST {path} HTTP/1.1\r\nHost: {where[0]}:{where[1]}\r\nTransfer-Encoding: chunked\r\n"
        kind = "Content-Type: application/json\r\n\r\n"
        chunks = repeat(b"%x\r\n%s\r\n" % (len(PIECE), PIECE), most)
        with playground.unharmed():
            check(*asked(where, [head.encode() + kind.encode(), *chunks, b"0\r\n\r\n"]))
