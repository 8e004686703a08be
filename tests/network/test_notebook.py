"""The notebook, run from top to bottom in a fresh Python, ends with the run's own weights."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from app.digits.mnist import Mnist
from app.network.notebook import notebook
from app.network.spec import HiddenLayer, RMSprop, Spec
from app.network.training import Trainer
from tests.house.repo import ROOT

SPEC = Spec(
    hidden=(HiddenLayer(units=16), HiddenLayer(units=8)),
    optimizer=RMSprop(learning_rate=0.005),
    train_samples=500,
    batch_size=64,
    label_noise=0.3,
    shuffle_pixels=True,
    epochs=3,
    seed=7,
)

JUPYTER = """
import json, sys
import numpy as np
from keras.datasets import mnist
from app.digits.mnist import load
splits = load()
mnist.load_data = lambda: tuple((np.array(s.images), np.array(s.labels)) for s in (splits.train, splits.test))
cells = json.load(open(sys.argv[1]))["cells"]
variables = {}
*code, last = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
for source in code:
    exec(source, variables)
np.savez(sys.argv[2], *variables["model"].get_weights(), accuracy=eval(last, variables))
"""


def test_it_repeats_the_run(digits: Mnist, tmp_path: Path) -> None:
    (tmp_path / "run.ipynb").write_text(json.dumps(notebook(SPEC, "A run", 0.5)))
    command = [sys.executable, "-c", JUPYTER, str(tmp_path / "run.ipynb"), str(tmp_path / "end.npz")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    trainer = Trainer(SPEC, digits)
    while trainer.step < SPEC.steps:
        trainer.run(trainer.left_in_epoch)
    with np.load(tmp_path / "end.npz") as end:
        assert end["accuracy"] == trainer.evaluate()[1]
        for number, name in enumerate(trainer.weights()):
            np.testing.assert_allclose(end[f"arr_{number}"], trainer.state()[name], atol=1e-6)


def test_it_tells_what_the_run_is_and_reached() -> None:
    content = notebook(Spec(), "My run", 0.9816)
    told = "".join(line for cell in content["cells"] for line in cell["source"])
    assert told.startswith("# My run")
    assert "407,050 parameters" in told
    assert "reached 0.9816" in told
    assert "not been evaluated" in str(notebook(Spec(), "My run", None))
    assert len({cell["id"] for cell in content["cells"]}) == len(content["cells"])
