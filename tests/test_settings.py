"""Settings come from the environment and the command line, and decide who may come in."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from app.errors import InvalidError
from app.settings import Settings, chosen, warn_of_unknown_variables


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
    assert "token" not in settings.links[0]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "playground.example"])
def test_any_other_address_has_a_token_in_its_link(host: str) -> None:
    settings = Settings(host=host)
    assert settings.guarded
    assert settings.links[0].endswith(f"?token={settings.token}")
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


def test_a_further_name_has_a_link_of_its_own_and_needs_no_port() -> None:
    settings = Settings(host="0.0.0.0", port=81, hosts="192.0.2.7, lan:8000", open=True)
    assert settings.links == ["http://127.0.0.1:81/", "http://192.0.2.7:81/", "http://lan:8000/"]
    assert {"192.0.2.7", "192.0.2.7:81", "lan:8000"} <= settings.allowed_hosts


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("HOSTS", "http://lan:8000", "names such as 192.168.1.7:8000, without http:// and without a path"),
        ("TOKEN", "and&so#on=more?!", "16 or more letters, digits, - or _"),
        ("KEEP_BYTES", "ten GB", "a size, such as 500 MB or 10 GB"),
    ],
)
def test_a_variable_that_does_not_fit_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(f"PLAYGROUND_{variable}", value)
    with pytest.raises(InvalidError) as caught:
        chosen(port=8000)
    assert caught.value.problem.what == f"PLAYGROUND_{variable} does not fit."
    assert caught.value.problem.expected == expected
    with pytest.raises(InvalidError, match="--port does not fit"):
        chosen(port=80_000)


def test_a_mistyped_variable_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PLAYGROUND_PORT", "8000")
    monkeypatch.setenv("PLAYGROUND_TOKENS", "many")
    warn_of_unknown_variables()
    assert [vars(record)["variable"] for record in caplog.records] == ["PLAYGROUND_TOKENS"]


@pytest.mark.parametrize("token", ["with a space in it", "and&so#on=more?", "short"])
def test_a_token_that_breaks_the_link_is_refused(token: str) -> None:
    with pytest.raises(ValidationError):
        Settings(token=token)


def test_an_ipv6_link_can_be_opened() -> None:
    assert Settings(host="::1", port=8000).links == ["http://[::1]:8000/"]
