"""A descent as lines of NumPy, which nudges w to find the gradient, and of Keras with its own optimizers."""

import re
from collections.abc import Sequence

from app.autodiff.operations.table import ALIASES
from app.descent.optimizers import Optimizer
from app.tensors.trace import Code

FUNCTIONS = re.compile(r"\b([a-z]+)(?=\()")
NUMPY_LACKS = {
    "sigmoid": "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n\n\n",
    "relu": "def relu(x):\n    return np.maximum(x, 0)\n\n\n",
}
GRADIENT = """\
def gradient_at(w, h=1e-6):
    nudges = h * np.eye(len(w))
    return np.array([(loss(w + n) - loss(w - n)) / (2 * h) for n in nudges])
"""


def descent_code(
    expression: str, start: Sequence[float], optimizers: Sequence[Optimizer], steps: int, until: float | None
) -> Code:
    """The lines; `result` is where each optimizer ends."""
    ways = [block(optimizer, list(start), steps, until) for optimizer in optimizers]
    expression = FUNCTIONS.sub(lambda name: ALIASES.get(name[1], name[1]), expression)
    used = set(FUNCTIONS.findall(expression))
    lacking = "".join(lines for name, lines in NUMPY_LACKS.items() if name in used)
    loss = f"def loss(w):\n    {names(start)} = w\n    return {in_numpy(expression)}\n"
    numpy = f"import numpy as np\n\n\n{lacking}{loss}\n\n{GRADIENT}\n\nresult = []\n\n" + "\n\n".join(ways)
    return Code(numpy=numpy, keras=keras(expression, start, optimizers, steps, until))


def names(start: Sequence[float]) -> str:
    """The axes of w, to be unpacked."""
    return "x, y" if len(start) == 2 else "[x]"


def in_numpy(expression: str) -> str:
    """The expression with the functions that are NumPy's."""
    return FUNCTIONS.sub(lambda name: name[1] if name[1] in NUMPY_LACKS else f"np.{name[1]}", expression)


def block(optimizer: Optimizer, start: list[float], steps: int, until: float | None) -> str:
    """The loop of one optimizer: its rule as it runs here."""
    before, after = optimizer.lines()
    settings = [f"{name} = {value!r}" for name, value in optimizer.settings.items()]
    stop = [] if until is None else [f"if loss(w) <= {until!r}:", "    break"]
    loop = [f"    {line}" for line in (*stop, "gradient = gradient_at(w)", *after)]
    first = [f"# {optimizer.title}", f"w = np.array({start})", *settings, *before]
    return "\n".join((*first, f"for _ in range({steps}):", *loop, "result.append(w)"))


def keras(
    expression: str, start: Sequence[float], optimizers: Sequence[Optimizer], steps: int, until: float | None
) -> str:
    """The same with the optimizers of Keras and the gradients of TensorFlow."""
    made = "".join(f"    {optimizer.keras},\n" for optimizer in optimizers)
    in_keras = FUNCTIONS.sub(r"ops.\1", expression)
    stop = "" if until is None else f"        if height <= {until!r}:\n            break\n"
    return (
        "import keras\nimport tensorflow as tf\nfrom keras import ops\n\n\n"
        f"def loss(w):\n    {names(start)} = ops.unstack(w)\n"
        f"    return {in_keras}\n\n\n"
        f"optimizers = [\n{made}]\nresult = []\n"
        "for optimizer in optimizers:\n"
        f'    w = keras.Variable({list(start)}, dtype="float64")\n'
        f"    for _ in range({steps}):\n"
        "        with tf.GradientTape() as tape:\n"
        "            height = loss(w)\n"
        f"{stop}"
        "        optimizer.apply([tape.gradient(height, w.value)], [w])\n"
        "    result.append(w.numpy())"
    )
