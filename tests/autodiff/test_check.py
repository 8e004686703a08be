"""The check puts three answers side by side and tells how far they are apart."""

import math

import numpy as np

from app.autodiff.check import Check, check
from app.autodiff.parser import parse
from app.tensors.spelling import Tensor


def checked(expression: str, values: dict[str, Tensor], ours: dict[str, Tensor]) -> Check:
    return check(parse(expression), values, ours)


def test_the_largest_difference_is_found_among_all_numbers() -> None:
    values = {"w": np.array([2.0, 3.0])}
    found = checked("sum(w * w)", values, {"w": np.array([4.0, 6.5])})
    assert round(found.max_measured_difference or 0, 6) == 0.5
    answered = found.against({"w": np.array([4.0, 6.25])})
    assert (answered.max_tensorflow_difference, answered.tensorflow) == (0.25, {"w": [4.0, 6.25]})
    assert answered.max_difference == answered.max_measured_difference


def test_tensorflow_is_asked_about_the_variables_of_the_expression() -> None:
    asked = checked("x * 2", {"x": np.array(1.0), "y": np.array(1.0)}, {"x": np.array(2.0)}).asked
    assert asked.program == [("variable", (), "x"), ("constant", (), 2.0), ("multiply", (0, 1), None)]
    assert list(asked.values) == list(asked.ours) == ["x"]


def test_what_is_asked_does_not_travel() -> None:
    found = checked("x", {"x": np.array(1.0)}, {"x": np.array(1.0)})
    assert "asked" not in found.model_dump()
    assert "asked" not in Check.model_json_schema(mode="serialization")["properties"]


def test_without_an_answer_there_is_no_difference_from_it() -> None:
    found = checked("x", {"x": np.array(1.0)}, {"x": np.array(1.0)})
    assert (found.tensorflow, found.max_tensorflow_difference) == ("unavailable", None)
    assert found.max_difference == found.max_measured_difference
    assert found.against("loading").tensorflow == "loading"


def test_infinities_and_nan_differ_only_from_something_else() -> None:
    odd = np.array([math.inf, math.nan])
    found = checked("sum(x * y)", {"x": np.ones(2), "y": odd}, {"x": odd})
    assert found.against({"x": odd}).max_tensorflow_difference == 0
    assert found.against({"x": np.zeros(2)}).max_tensorflow_difference is not None
