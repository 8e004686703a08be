"""Tensor code: a tensor made, told in another dtype, and cut, as lines of NumPy and Keras."""

from app.tensors.dtypes import TYPES, DtypeName
from app.tensors.spelling import Shape, spelt
from app.tensors.trace import Code

NUMPY = "import numpy as np\n\n"
KERAS = "import keras\n"


def made_code(a: str, dtype: DtypeName | None, index: str, strings: bool) -> Code:
    """The lines for a tensor that is typed or counted; Keras has none for strings."""
    switch = f"\na = a.astype(np.{TYPES[dtype].__name__})" if dtype else ""
    cast = f'\na = keras.ops.cast(a, "{dtype}")' if dtype else ""
    keras = f"{KERAS}{NUMPY}a = keras.ops.convert_to_tensor({a}){cast}\nresult = a{index}"
    return Code(numpy=f"{NUMPY}a = {a}{switch}\nresult = a{index}", keras=None if strings else keras)


def large_code(shape: Shape, dtype: DtypeName, index: str) -> Code:
    """The lines for a tensor of which only the shape counts: its values are zeros."""
    keras = f'{KERAS}\na = keras.ops.zeros({spelt(shape)}, "{dtype}")\nresult = a{index}'
    numpy = f"{NUMPY}a = np.zeros({spelt(shape)}, np.{TYPES[dtype].__name__})\nresult = a{index}"
    return Code(numpy=numpy, keras=None if dtype == "string" else keras)
