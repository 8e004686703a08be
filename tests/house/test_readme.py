"""The README tells the truth about commands and settings."""

import re

from typer.main import get_command

from app.cli import app
from app.settings import Settings
from tests.house.repo import ROOT, text

README = text("README.md")
MAKEFILE = text("Makefile")


def test_every_setting_is_documented_with_its_variable() -> None:
    assert [name for name in Settings.model_fields if f"`PLAYGROUND_{name.upper()}`" not in README] == []


def test_every_documented_variable_is_a_setting() -> None:
    named = {name.lower() for name in re.findall(r"PLAYGROUND_([A-Z_]+)", README)}
    assert named == set(Settings.model_fields)


def test_every_make_command_of_the_readme_exists_and_every_command_is_in_the_readme() -> None:
    described = set(re.findall(r"^(\w+):.*##", MAKEFILE, flags=re.MULTILINE))
    assert set(re.findall(r"make (\w+)", README)) == described


def test_every_command_of_the_terminal_is_in_the_readme() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"tensor-playground {name}" not in README] == []


def test_every_file_and_folder_that_the_readme_links_to_exists() -> None:
    assert [link for link in re.findall(r"\]\(([^)]+)\)", README) if not (ROOT / link).exists()] == []
