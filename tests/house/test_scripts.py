"""Browser code has floors: lib < elements < pages; a page never reaches into another page."""

import os.path
import re
from pathlib import Path

import pytest

from tests.house.repo import files, lines_with, text
from tests.house.test_templates import TEMPLATES, named_in

IMPORT = re.compile(
    r"^(?:import|export)\b[^;'\"]*['\"]([^'\"]+)['\"]|import\(['\"]([^'\"]+)['\"]\)", re.MULTILINE
)
SCRIPTS = files("static/**/*.js")
BELOW = {"lib": {"lib"}, "elements": {"lib", "elements", "vendor"}}


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_a_script_imports_only_from_its_own_floor_and_below(script: Path) -> None:
    room = script.parts[1]
    allowed = BELOW.get(room, {"lib", "elements", room})
    assert [
        path for path in imports(script) if path.parts[:1] != ("static",) or path.parts[1] not in allowed
    ] == []


def test_no_lesson_imports_another() -> None:
    lessons = files("static/lessons/[!_]*.js")
    assert [(script, path) for script in lessons for path in imports(script) if path in lessons] == []


def test_the_pure_scripts_know_no_page() -> None:
    assert lines_with(r"\b(document|window)\s*[.?[]", "static/lib/**/*.js") == []


def test_every_script_is_reached_from_a_page() -> None:
    waiting = [
        Path("static", name)
        for path in files(TEMPLATES)
        for name in named_in(text(path))
        if name.endswith(".js")
    ]
    reached: set[Path] = set()
    while waiting:
        script = waiting.pop()
        if script in SCRIPTS and script not in reached:
            reached.add(script)
            waiting += imports(script)
    assert sorted(set(SCRIPTS) - reached) == []


def imports(script: Path) -> list[Path]:
    """What a script imports, relative to the root."""
    names = (first or second for first, second in IMPORT.findall(text(script)))
    return [Path(os.path.normpath(script.parent / name)) for name in names]
