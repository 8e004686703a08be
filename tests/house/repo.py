"""The repository as the house rules see it: its own files, by name and text."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files(*patterns: str) -> list[Path]:
    """Our own files that match a pattern (`**` is any folders), relative to the root.

    What git ignores is not ours.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--"]
    command += [f":(glob){pattern}" for pattern in patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted({Path(line) for line in listed.splitlines() if (ROOT / line).is_file()})


def text(path: Path | str) -> str:
    """Content of a file."""
    return (ROOT / path).read_text(encoding="utf-8")


def lines_with(pattern: str, *among: str) -> list[str]:
    """Every line of those files that matches a regular expression, as `file:line: text`."""
    return [
        f"{path}:{number}: {line.strip()}"
        for path in files(*among)
        for number, line in enumerate(text(path).splitlines(), 1)
        if re.search(pattern, line)
    ]
