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


def test_sizes_are_said_as_people_say_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().keep_bytes == 10_000_000_000
    monkeypatch.setenv("PLAYGROUND_KEEP_BYTES", "500 MB")
    assert Settings().keep_bytes == 500_000_000


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


def test_only_our_own_names_are_answered() -> None:
    settings = Settings(host="Lan.Example", port=81, hosts="Class.example:8080, other:81")
    names = {"127.0.0.1", "localhost", "[::1]", "lan.example"}
    assert settings.allowed_hosts == {f"{name}:81" for name in names} | {"class.example:8080", "other:81"}


def test_browsers_leave_out_port_80() -> None:
    assert {"localhost", "localhost:80"} <= Settings(port=80).allowed_hosts


def test_further_names_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYGROUND_HOSTS", "lan:8000,class.example:8000")
    assert Settings().hosts == {"lan:8000", "class.example:8000"}


@pytest.mark.parametrize("token", ["with a space in it", "and&so#on=more?", "short"])
def test_a_token_that_breaks_the_link_is_refused(token: str) -> None:
    with pytest.raises(ValidationError):
        Settings(token=token)


def test_an_ipv6_link_can_be_opened() -> None:
    assert Settings(host="::1", port=8000).link == "http://[::1]:8000/"
