"""The server process: starts at once, prints its link, stops when told, and never loads TensorFlow."""

from pathlib import Path

import httpx
import pytest

from tests.serving import free_port, served, start, stop


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all."""
    return tmp_path_factory.mktemp("data")


def test_the_printed_link_can_be_opened(data_dir: Path) -> None:
    with served(data_dir) as address:
        assert "Tensor Playground" in httpx.get(address).text


def test_it_stops_cleanly_and_leaves_no_process(data_dir: Path) -> None:
    server = start(data_dir, free_port())
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    kin = children.read_text().split() if children.exists() else []
    stop(server)
    assert server.returncode == 0
    assert not [pid for pid in kin if Path(f"/proc/{pid}").exists()]


def test_beyond_loopback_the_link_carries_a_token(data_dir: Path) -> None:
    port = free_port()
    server = start(data_dir, port, "--host", "0.0.0.0")
    try:
        assert httpx.get(f"http://127.0.0.1:{port}/").status_code == 401
        assert httpx.get(f"http://127.0.0.1:{port}/api/health").status_code == 200
    finally:
        stop(server)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="reads the memory map that Linux shows")
def test_the_web_process_never_loads_tensorflow(data_dir: Path) -> None:
    port = free_port()
    server = start(data_dir, port)
    try:
        address = f"http://127.0.0.1:{port}"
        pixels = [[0] * 28] * 28
        assert httpx.post(f"{address}/api/predictions", json={"pixels": pixels}).status_code == 200
        assert httpx.post(f"{address}/api/runs", json={"train_samples": 100, "epochs": 1}).status_code == 201
        assert "tensorflow" not in Path(f"/proc/{server.pid}/maps").read_text()
    finally:
        stop(server)
