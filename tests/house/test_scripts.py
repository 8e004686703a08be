"""Browser code has floors: lib < elements < pages; a page never reaches into another page."""

import os.path
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.repo import files, lines_with, text
from tests.house.test_templates import TEMPLATES, named_in

IMPORT = re.compile(
    r"^(?:import|export)\b[^;'\"]*['\"]([^'\"]+)['\"]|import\(['\"]([^'\"]+)['\"]\)", re.MULTILINE
)
EXPORT = re.compile(r"^export (?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
IMPORT_OF_NAMES = re.compile(
    r"^(?:import|export)\b[^{;'\"]*\{([^}]*)\} from ['\"]([^'\"]+)['\"]", re.MULTILINE
)
IMPORT_OF_ALL = re.compile(r"^import \* as (\w+) from ['\"]([^'\"]+)['\"]", re.MULTILINE)
IMPORT_OF_TYPE = re.compile(r"import\(['\"]([^'\"]+)['\"]\)\.(\w+)")
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
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


def test_what_a_script_exports_is_used_by_it_or_by_another_script_not_only_by_a_test() -> None:
    imported = {name for script in SCRIPTS for name in imported_names(script)}
    exported = [(script, name) for script in SCRIPTS for name in EXPORT.findall(text(script))]
    unused = [(script, name) for script, name in exported if (script, name) not in imported]
    assert [(script, name) for script, name in unused if not uses_itself(script, name)] == []


def imports(script: Path) -> list[Path]:
    """What a script imports, relative to the root."""
    return [beside(script, first or second) for first, second in IMPORT.findall(text(script))]


def imported_names(script: Path) -> Iterator[tuple[Path, str]]:
    """Each name that a script imports, also as a type or by way of a namespace, with the script it is of."""
    code = text(script)
    for names, source in IMPORT_OF_NAMES.findall(code):
        yield from ((beside(script, source), name.split()[0]) for name in names.split(",") if name.strip())
    for space, source in IMPORT_OF_ALL.findall(code):
        yield from ((beside(script, source), name) for name in re.findall(rf"\b{space}\.(\w+)", code))
    yield from ((beside(script, source), name) for source, name in IMPORT_OF_TYPE.findall(code))


def uses_itself(script: Path, name: str) -> bool:
    """Whether a script mentions what it exports once more, as an element does in its definition."""
    return len(re.findall(rf"\b{name}\b", COMMENT.sub("", text(script)))) > 1


def beside(script: Path, name: str) -> Path:
    """The script that another one calls `name`, relative to the root."""
    return Path(os.path.normpath(script.parent / name))
