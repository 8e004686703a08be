"""`python -m tests.runs.host FOLDER`: a playground without a web that trains LONG, to be killed."""

import sys
import time
from pathlib import Path

from app.runs.local_engine import LocalEngine
from app.runs.runs import Runs
from tests.runs.conftest import LONG

if __name__ == "__main__":
    runs = Runs(Path(sys.argv[1]), LocalEngine())
    runs.open()
    print(runs.submit(LONG).id, flush=True)
    time.sleep(600)
