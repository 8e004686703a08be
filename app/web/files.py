"""Where templates and static files lie, and the address under which a browser may keep them for ever."""

import hashlib
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PACKAGE = Path(__file__).parents[1]
ADDRESS_LENGTH = 12


def folder(name: str) -> Path:
    """Folder `name` inside the installed package, or beside it in a checkout."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def content_address(root: Path) -> str:
    """A short name for the content of all files below `root`: it changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:ADDRESS_LENGTH]


class ForeverFiles(StaticFiles):
    """Static files under an address that names their content, so a browser never asks twice."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with the leave to keep it."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
