"""Static files may be kept for ever, because their address names their content."""

from pathlib import Path

from fastapi.testclient import TestClient

from app.web.files import content_address, folder


def test_any_change_of_content_or_name_changes_the_address(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_text("1")
    first = content_address(tmp_path)
    file.write_text("2")
    second = content_address(tmp_path)
    file.rename(tmp_path / "b.js")
    assert len({first, second, content_address(tmp_path)}) == 3


def test_a_page_names_its_static_files_by_content(client: TestClient) -> None:
    address = f"/static/{content_address(folder('static'))}/css/base.css"
    assert address in client.get("/").text
    assert "immutable" in client.get(address).headers["cache-control"]


def test_a_missing_file_has_the_error_shape(client: TestClient) -> None:
    address = content_address(folder("static"))
    answer = client.get(f"/static/{address}/nothing.js")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"
