"""The server process: starts at once, prints its link, stops when told, and never loads TensorFlow."""

import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest

from app.main import create_app
from app.runs.claim import Claim
from app.server import Server
from app.settings import Settings
from tests.runs.watching import alive, children, trains
from tests.serving import served, start

if sys.platform != "win32":
    import resource

FEW_FILES = 100


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all."""
    return tmp_path_factory.mktemp("data")


def test_the_printed_link_can_be_opened(data_dir: Path) -> None:
    with served(data_dir) as address:
        assert "Tensor Playground" in httpx.get(address).text


def test_it_stops_cleanly_and_leaves_no_worker(data_dir: Path) -> None:
    server = start(data_dir)
    workers = set[int]()
    while not workers:
        time.sleep(0.01)
        workers = {pid for pid in children(server.process.pid) if trains(pid)}
    server.stop()
    assert server.process.returncode == 0
    assert not any(alive(pid) for pid in workers)


def test_beyond_loopback_the_printed_link_lets_one_in(data_dir: Path) -> None:
    server = start(data_dir, "--host", "0.0.0.0")
    try:
        with httpx.Client(base_url=server.address) as browser:
            assert browser.get("/").status_code == 401
            assert browser.get("/api/health").status_code == 200
            assert browser.get(server.link).headers["refresh"] == "0; url=/"
            assert browser.get("/api/runs").status_code == 200
    finally:
        server.stop()


def test_a_port_that_is_taken_is_told_before_anything_is_touched(data_dir: Path, tmp_path: Path) -> None:
    with served(data_dir) as address:
        port = address.rpartition(":")[2]
        command = [sys.executable, "-m", "app", "--port", port, "--data-dir", str(tmp_path / "new")]
        second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "--port" in second.stderr
    assert "Traceback" not in second.stderr
    assert not (tmp_path / "new").exists()


def test_a_second_server_on_the_same_data_is_told_where_the_first_one_is(data_dir: Path) -> None:
    with served(data_dir):
        command = [sys.executable, "-m", "app", "--port", "0", "--data-dir", str(data_dir)]
        second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert str(data_dir) in second.stderr
    assert "Traceback" not in second.stderr


def test_an_app_that_nobody_could_reach_is_closed_again(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        pass
    with pytest.raises(OSError, match="Bad file descriptor"):
        Server(create_app(Settings(data_dir=tmp_path)), []).run(sockets=[closed])
    Claim(tmp_path).release()  # refused as long as it is open


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_it_takes_more_sockets_than_the_system_gives_by_default(data_dir: Path) -> None:
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (FEW_FILES, most))
    try:
        server = start(data_dir)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (now, most))
    try:
        with ExitStack() as crowd:
            for _ in range(2 * FEW_FILES):
                browser = crowd.enter_context(closing(HTTPConnection("127.0.0.1", server.port, timeout=60)))
                browser.request("GET", "/api/health")
                assert browser.getresponse().read()  # and the connection stays open
    finally:
        server.stop()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="reads the memory map that Linux shows")
def test_the_web_process_never_loads_tensorflow(data_dir: Path) -> None:
    server = start(data_dir)
    try:
        address = server.address
        pixels = [[0] * 28] * 28
        assert httpx.post(f"{address}/api/predictions", json={"pixels": pixels}).status_code == 200
        assert httpx.post(f"{address}/api/runs", json={"train_samples": 100, "epochs": 1}).status_code == 201
        assert "tensorflow" not in Path(f"/proc/{server.process.pid}/maps").read_text()
    finally:
        server.stop()
