"""A page carries no code: scripts and styles are files, and `default-src 'self'` forbids everything else."""

import re

from tests.house.repo import ROOT, files, lines_with, text

TEMPLATES = "templates/**/*.html"


def test_no_template_has_an_inline_script_style_or_handler() -> None:
    assert lines_with(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", TEMPLATES) == []


def test_every_static_file_that_a_template_names_exists() -> None:
    named = {name for path in files(TEMPLATES) for name in named_in(text(path))}
    assert [name for name in named if not (ROOT / "static" / name).is_file()] == []


def named_in(template: str) -> list[str]:
    """The arguments of `static('…')`."""
    return re.findall(r"static\(['\"]([^'\"]+)['\"]\)", template)
