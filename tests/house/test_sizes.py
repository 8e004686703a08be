"""One idea a file: nothing is longer than somebody reads in one go."""

from tests.house.repo import files, text

LONGEST = 250
LARGEST = 1_000_000


def test_no_source_file_is_too_long_to_read() -> None:
    sources = files("**/*.py", "**/*.js", "**/*.css", "**/*.html", "Makefile", "Dockerfile")
    assert [path for path in sources if text(path).count("\n") > LONGEST] == []


def test_no_file_is_too_large_to_keep() -> None:
    assert [path for path in files("**") if path.stat().st_size > LARGEST] == []
