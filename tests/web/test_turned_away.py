"""Who is turned away is told what to do."""

from collections.abc import Iterator
from pathlib import Path
from re import DOTALL, findall

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.web.turned_away import fingerprint

PERSON = {"Accept": "text/html,*/*"}


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[TestClient]:
    """A playground that asks for a token; nothing in it has been opened."""
    app = create_app(Settings(data_dir=tmp_path, host="0.0.0.0"))
    yield TestClient(app, base_url="http://127.0.0.1:8000")
    app.state.checker.close()


def test_a_person_without_the_token_gets_a_page_that_needs_nothing_else(guarded: TestClient) -> None:
    answer = guarded.get("/draw", headers=PERSON)
    assert answer.status_code == 401
    assert "The playground asks for its token." in answer.text
    assert '<input id="token" name="token"' in answer.text
    assert findall(r'(?:href|src)="', answer.text) == []
    (styles,) = findall(r"<style>(.*)</style>", answer.text, DOTALL)
    assert f"style-src '{fingerprint(styles)}'" in answer.headers["content-security-policy"]


def test_the_form_keeps_what_the_address_asks_for_beside_the_token(guarded: TestClient) -> None:
    answer = guarded.get("/train?run=a&run=%22b&token=wrong", headers=PERSON)
    assert findall(r'<input type="hidden" name="(.*)" value="(.*)">', answer.text) == [
        ("run", "a"),
        ("run", "&#34;b"),
    ]


def test_a_program_without_the_token_gets_the_error_and_how_to_bring_one(guarded: TestClient) -> None:
    for path, accept in (("/", "*/*"), ("/api/runs", "text/html")):
        answer = guarded.get(path, headers={"Accept": accept})
        assert answer.json()["error"]["code"] == "token_missing"
        assert answer.headers["www-authenticate"] == "Bearer"


def test_a_person_under_a_name_that_is_not_ours_gets_a_page_without_a_field(guarded: TestClient) -> None:
    answer = guarded.get("/", headers={**PERSON, "Host": "playground.lan"})
    assert answer.status_code == 421
    assert "The playground does not answer under this name." in answer.text
    assert "<form" not in answer.text
