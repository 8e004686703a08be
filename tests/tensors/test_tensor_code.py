"""The lines make the tensor that is meant."""

import numpy as np

from app.tensors.tensor_code import large_code, made_code


def test_the_lines_make_switch_and_cut() -> None:
    names: dict[str, object] = {}
    exec(made_code("np.array([1, 300])", "uint8", "[1:]", strings=False).numpy, names)
    assert np.array_equal(np.asarray(names["result"]), [44])


def test_keras_has_no_lines_for_strings() -> None:
    assert made_code("np.array(['a'])", None, "", strings=True).keras is None
    assert large_code((9,), "string", "").keras is None


def test_a_large_tensor_is_zeros() -> None:
    names: dict[str, object] = {}
    exec(large_code((60_000, 28, 28), "uint8", "[10:100, 7:-7, 7:-7]").numpy, names)
    assert np.asarray(names["result"]).shape == (90, 14, 14)
