"""Settings come from the environment and the command line, and decide who may come in."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Settings


def test_the_environment_sets_what_the_command_line_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYGROUND_PORT", "9000")
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", "/somewhere")
    assert Settings().port == 9000
    assert Settings(port=9001).port == 9001
    assert Settings().data_dir == Path("/somewhere")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.7", "::1", "localhost"])
def test_loopback_needs_no_token(host: str) -> None:
    settings = Settings(host=host)
    assert not settings.guarded
    assert "token" not in settings.link


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "playground.example"])
def test_any_other_address_has_a_token_in_its_link(host: str) -> None:
    settings = Settings(host=host)
    assert settings.guarded
    assert settings.link.endswith(f"?token={settings.token}")
    assert not Settings(host=host, open=True).guarded


def test_each_playground_has_a_token_of_its_own() -> None:
    assert Settings().token != Settings().token


def test_a_short_token_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(token="1234")


def test_only_our_own_names_are_answered() -> None:
    settings = Settings(host="192.0.2.7", port=81, hosts=("class.example:80",))
    assert settings.allowed_hosts == {
        "127.0.0.1:81",
        "localhost:81",
        "[::1]:81",
        "192.0.2.7:81",
        "class.example:80",
    }


def test_an_ipv6_link_can_be_opened() -> None:
    assert Settings(host="::1", port=8000).link == "http://[::1]:8000/"
