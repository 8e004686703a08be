"""One idea, one name: in the code and in its test, in the template and in its scripts."""

from pathlib import Path

from app.lessons.course import LESSONS
from tests.house.repo import files, text

NOT_MIRRORED = {"bench", "browser", "house", "js", "torture"}
NOT_PAGES = {"css", "elements", "lessons", "lib"}


def test_every_module_has_a_test_of_its_name_and_no_test_is_orphaned() -> None:
    modules = [path for path in files("app/**/*.py") if not path.stem.startswith("__")]
    tests = [path for path in files("tests/**/test_*.py") if path.parts[1] not in NOT_MIRRORED]
    assert [path for path in modules if mirror(path) not in tests] == []
    assert [path for path in tests if path not in map(mirror, modules)] == []


def test_every_pure_script_has_a_test_of_its_name_and_no_test_is_orphaned() -> None:
    scripts = {path.stem for path in files("static/lib/*.js")}
    tests = {path.name.removesuffix(".test.js") for path in files("tests/js/*.test.js")}
    assert scripts == tests


def test_every_page_is_tested_in_a_browser() -> None:
    pages = {path.stem for path in files("templates/*.html") if not path.stem.startswith("_")} - {"base"}
    assert pages - {path.stem.removeprefix("test_") for path in files("tests/browser/test_*.py")} == set()


def test_every_folder_of_scripts_belongs_to_a_page() -> None:
    folders = {path.parts[1] for path in files("static/*/**")} - NOT_PAGES
    assert [
        folder for folder in folders if f"static('{folder}/" not in text(f"templates/{folder}.html")
    ] == []


def test_every_lesson_has_its_template_script_and_tests() -> None:
    assert [path for lesson in LESSONS for path in lesson_files(lesson.slug) if not files(path)] == []


def test_no_lesson_file_is_without_its_place_in_the_course() -> None:
    found = files(
        "templates/lessons/[!_]*.html", "static/lessons/[!_]*.js", "tests/browser/lessons/test_*.py"
    )
    assert {path.stem.removeprefix("test_") for path in found} <= {lesson.slug for lesson in LESSONS}


def mirror(module: Path) -> Path:
    """app/runs/store.py -> tests/runs/test_store.py."""
    return Path("tests", *module.parts[1:-1], f"test_{module.name}")


def lesson_files(slug: str) -> list[str]:
    """Everything that a lesson consists of."""
    return [
        f"app/lessons/{slug}.py",
        f"templates/lessons/{slug}.html",
        f"static/lessons/{slug}.js",
        f"tests/lessons/test_{slug}.py",
        f"tests/browser/lessons/test_{slug}.py",
    ]
