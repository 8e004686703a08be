"""Promise: any input gets an answer: addresses and headers that are huge, broken, or none at all."""

from collections.abc import Iterator
from itertools import product

import pytest

from tests.raw_http import asked, place
from tests.torture.conftest import Extent
from tests.torture.harm import Victim, check, victim

PATHS = (
    b"/api/runs/%00",
    b"/api/runs/\0",
    b"/api/runs/\xff\xfe",
    b"/api/runs/%ff%fe",
    b"/api/runs/%ED%A0%80",
    b"/api/runs/%c0%ae%c0%ae",
    b"/api/runs/%",
    b"/api/runs/%zz",
    b"/api/runs/..%2f..%2fapi%2fhealth",
    b"/api/runs/../../../../etc/passwd",
    b"/api/runs/%2e%2e%2f%2e%2e%2fruns.db/snapshots",
    b"/api/runs/recorded%00/events",
    b"/api/runs/recorded/snapshots/" + b"9" * 5_000,
    b"/api/runs/recorded/snapshots/NaN",
    b"/api/runs/recorded/tensors/-1",
    b"/api/runs/" + b"x" * 20_000,
    b"/" + b"x" * 2_000_000,
    b"/static/%00",
    b"/static/%2e%2e/%2e%2e/pyproject.toml",
    b"/lessons/%00",
    b"/lessons/..%2fbase",
    b"//evil.example/api/runs",
    b"/api/health/",
    b"http://evil.example/api/runs",
    b"*",
    b"",
    b"evil",
)
QUERIES = (
    b"",
    b"?",
    b"?since=" + b"9" * 5_000,
    b"?since=NaN&step=1e400&count=-1&label=%00",
    b"?since=%ff&since=\xff",
    b"?" + b"&".join(b"since=1" for _ in range(8_000)),
    b"?" + b"x" * 2_000_000,
    b"?token=%00&token=\xe9",
    b"#fragment",
)
HEADERS = (
    b"",
    b"X: " + b"x" * 2_000_000 + b"\r\n",
    b"".join(b"X%d: y\r\n" % i for i in range(20_000)),
    b"X: \xff\xfe\0\r\n",
    b"Cookie: " + b"a=b; " * 2_000 + b"\r\n",
    b"Cookie: \xff=\xff; playground_token_8000=\r\nAuthorization: Bearer \xff\r\n",
    b"Content-Length: -1\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Length: 5\r\nContent-Length: 6\r\n",
    b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: gzip\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Content-Type: application/json; charset=utf-7\r\n",
    b"Expect: 100-continue\r\n",
    b"Upgrade: websocket\r\nConnection: Upgrade\r\n",
    b"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x\r\n",
    b"Range: bytes=0-0,-1,5-4\r\n",
    b'If-None-Match: "' + b"x" * 10_000 + b'"\r\nIf-Modified-Since: never\r\n',
    b" folded: header\r\n",
    b"no colon\r\n",
)
METHODS = (b"GET", b"POST", b"HEAD", b"OPTIONS", b"DELETE", b"PUT", b"TRACE", b"CONNECT", b"BREW", b"get")


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    """A playground for all of it."""
    with victim(tmp_path_factory.mktemp("data")) as playground:
        yield playground


def test_whatever_is_asked_the_answer_is_an_answer(playground: Victim, extent: Extent) -> None:
    where = place(playground.address)
    host = f"Host: {where[0]}:{where[1]}\r\n".encode()
    requests = list(product(METHODS, PATHS, QUERIES, HEADERS))[:: extent(173, 7)]
    with playground.unharmed():
        for method, path, query, headers in requests:
            line = b"%s %s%s HTTP/1.1\r\n" % (method, path, query)
            status, body = asked(where, [line + host + headers + b"Connection: close\r\n\r\n"])
            check(status, body, silent=method == b"HEAD")
    print(f"{len(requests):,} requests")
