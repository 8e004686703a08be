"""The log: one line of JSON on stderr for everything that matters to an operator."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

USUAL = vars(logging.makeLogRecord({})).keys() | {"message", "asctime", "color_message"}
"""What every record has; the rest was given with it."""


def to_stderr(level: str) -> None:
    """From now on, tell what happens from `level` upwards; uvicorn and Python's warnings do the same."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.setLevel(level.upper())  # uvicorn's loggers have a level of their own
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)


class JsonLines(logging.Formatter):
    """A record as one line: time, level and event first, then what belongs to it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; ASCII only, so that nothing from outside can begin another one."""
        given = {name: value for name, value in vars(record).items() if name not in USUAL}
        return json.dumps({**self._head(record), **given, **self._traceback(record)}, default=str)

    def _head(self, record: logging.LogRecord) -> dict[str, Any]:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return {"time": time, "level": record.levelname.lower(), "event": record.getMessage().strip()}

    def _traceback(self, record: logging.LogRecord) -> dict[str, str]:
        return {"traceback": self.formatException(record.exc_info)} if record.exc_info else {}
