"""The lines of code name every layer."""

from app.tensors.plane_code import plane_code
from app.tensors.plane_layer import PlaneLayer

LAYER = PlaneLayer(W=((1, 2), (3, 4)), b=(5, 6))
LAST = LAYER.model_copy(update={"relu": True})


def test_each_layer_is_a_line_and_the_last_is_the_result() -> None:
    lines = plane_code("points = np.ones((1, 2))", [LAYER, LAST], True).numpy.splitlines()
    assert "W2, b2 = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([5.0, 6.0])" in lines
    assert "x1 = points @ W1.T + b1" in lines
    assert "result = np.maximum(x1 @ W2.T + b2, 0)" in lines
    assert lines[-1] == "assert np.allclose(np.maximum(points @ W.T + b, 0), result)"


def test_one_layer_is_not_collapsed_once_more() -> None:
    assert "W = " not in plane_code("points = np.ones((1, 2))", [LAYER], True).numpy


def test_layers_between_which_relu_stands_are_not_collapsed() -> None:
    assert "W = " not in plane_code("points = np.ones((1, 2))", [LAST, LAYER], False).numpy
