"""Every number of a tensor arrives as it is, and the three that JSON lacks arrive as words."""

import json

import numpy as np

from app.web.wire import TensorResponse, jsonable, number, tensor_json


def test_every_float32_arrives_as_the_same_float32() -> None:
    tensor = np.random.default_rng(0).standard_normal((3, 4), np.float32)
    arrived = np.array(json.loads(tensor_json({"t": tensor}))["t"], np.float32)
    assert np.array_equal(arrived, tensor)


def test_what_is_not_finite_arrives_as_a_word() -> None:
    tensor = np.array([[np.nan, np.inf], [-np.inf, 0.5]], np.float32)
    assert json.loads(tensor_json(jsonable(tensor))) == [["NaN", "Infinity"], ["-Infinity", 0.5]]


def test_a_finite_tensor_is_not_copied_and_a_view_arrives_whole() -> None:
    tensor = np.arange(6, dtype=np.float32).reshape(2, 3)
    assert jsonable(tensor) is tensor
    assert json.loads(tensor_json(jsonable(tensor.T))) == tensor.T.tolist()


def test_the_response_says_that_it_is_json() -> None:
    response = TensorResponse({"t": np.zeros(2, np.uint8)})
    assert response.headers["content-type"] == "application/json"
    assert response.body == b'{"t":[0,0]}'


def test_a_single_number_arrives_as_itself_or_as_a_word() -> None:
    told = [number(value) for value in (0.5, np.nan, np.inf, -np.inf)]
    assert told == [0.5, "NaN", "Infinity", "-Infinity"]
