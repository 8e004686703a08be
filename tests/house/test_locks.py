"""Everything from outside is pinned, and checked by its hash."""

import json
import re
import tomllib

import pytest

from tests.house.repo import text

LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
PROJECT = tomllib.loads(text("pyproject.toml"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_has_one_version_and_its_hashes(lock: str) -> None:
    pins = re.split(r"^(?=\S)", re.sub(r"^\s*#.*\n", "", text(lock), flags=re.MULTILINE), flags=re.MULTILINE)
    assert [
        pin for pin in pins if pin and not re.match(r"[\w.-]+==\S+.*\\\n( +--hash=sha256:\w{64}.*\n)+", pin)
    ] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_version_is_the_same_in_every_lock(lock: str) -> None:
    assert pinned("requirements-dev.lock") | pinned(lock) == pinned("requirements-dev.lock")


def test_every_runtime_dependency_is_locked() -> None:
    asked = set(re.findall(r"^[\w-]+", "\n".join(PROJECT["project"]["dependencies"]), flags=re.MULTILINE))
    assert asked <= {pin.partition("==")[0] for pin in pinned("requirements.lock")}


def test_the_build_is_locked_as_it_is_declared() -> None:
    declared = set(PROJECT["build-system"]["requires"])
    assert declared == set(PROJECT["dependency-groups"]["build"])
    assert declared <= pinned("requirements-build.lock")


def test_the_browser_packages_are_pinned_with_hashes_and_without_addresses() -> None:
    packages = json.loads(text("assets/package-lock.json"))["packages"]
    others = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in others.items() if "integrity" not in entry or "resolved" in entry] == []
    assert packages[""]["dependencies"] == json.loads(text("assets/package.json"))["dependencies"]


def pinned(lock: str) -> set[str]:
    """Every `name==version` of a lock file."""
    return set(re.findall(r"^[\w.-]+==[^\s;]+", text(lock), flags=re.MULTILINE))
