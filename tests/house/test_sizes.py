"""One idea a file: nothing is longer than somebody reads in one go."""

from tests.house.repo import ROOT, files, text

LONGEST = {".py": 250, ".js": 250, ".html": 250, ".css": 300}  # in lines; a declaration of a style takes one
LARGEST = 1_000_000  # in bytes


def test_no_source_file_is_too_long_to_read() -> None:
    sources = files(*(f"**/*{suffix}" for suffix in LONGEST))
    assert [path for path in sources if text(path).count("\n") > LONGEST[path.suffix]] == []


def test_no_file_is_too_large_to_keep() -> None:
    assert [path for path in files("**") if (ROOT / path).stat().st_size > LARGEST] == []
