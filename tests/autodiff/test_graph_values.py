"""Values of a graph are numbers, lists of them, or tensors of a run."""

import numpy as np
from pydantic import BaseModel

from app.autodiff.graph_values import Value, tensors, texts
from app.tensors.operand import Operand


class Question(BaseModel):
    """A question as a lesson has it."""

    values: dict[str, Value]


def test_a_name_makes_a_tensor_of_a_run_of_a_value_and_everything_else_is_typed() -> None:
    given = {"x": 3, "v": [1, 2], "w": {"name": "W1", "slice": "0, 1"}}
    values = Question.model_validate({"values": given}).values
    assert values["w"] == Operand(name="W1", slice="0, 1")
    found = {**values, "w": values["w"].found("mine", 7, np.array([[1, 2.5]], np.float32))}
    read = tensors(found, ["x", "v", "w"])
    assert {name: value.tolist() for name, value in read.items()} == {"x": 3, "v": [1, 2], "w": 2.5}
    assert read["w"].dtype == np.float64
    assert texts(found) == {"w": 'np.load("mine-7-tensors.npz")["W1"][0, 1].astype("float64")'}
