"""The data can be browsed."""

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.network.batches import pixel_order
from app.network.spec import Spec


def test_the_first_training_labels_are_those_of_the_chapter(client: TestClient) -> None:
    page = client.get("/api/digits").json()
    assert (page["split"], page["start"], page["total"]) == ("train", 0, 60_000)
    assert [digit["label"] for digit in page["digits"][:3]] == [5, 0, 4]
    assert page["digits"][4]["label"] == 9


def test_the_last_test_labels_are_those_of_the_chapter(client: TestClient) -> None:
    page = client.get("/api/digits", params={"split": "test", "start": 9_997}).json()
    assert [digit["label"] for digit in page["digits"]] == [4, 5, 6]


def test_a_digit_has_its_own_pixels(client: TestClient) -> None:
    digit = client.get("/api/digits", params={"start": 4, "count": 1}).json()["digits"][0]
    assert np.array_equal(digit["pixels"], mnist.load().train.images[4])


def test_a_label_filters_and_start_counts_within_it(client: TestClient) -> None:
    sevens = client.get("/api/digits", params={"split": "test", "label": 7, "start": 1, "count": 3}).json()
    labels = mnist.load().test.labels
    assert sevens["total"] == int((labels == 7).sum())
    assert [digit["index"] for digit in sevens["digits"]] == np.flatnonzero(labels == 7)[1:4].tolist()


def test_digits_can_be_named_by_their_places(client: TestClient) -> None:
    query: dict[str, str | list[int]] = {"split": "test", "index": [9_999, 0, 20_000, 1]}
    page = client.get("/api/digits", params=query).json()
    assert [(digit["index"], digit["label"]) for digit in page["digits"]] == [(9_999, 6), (0, 7), (1, 2)]
    assert page["total"] == 3


def test_digits_come_as_a_run_sees_them_that_shuffles_their_pixels(client: TestClient) -> None:
    plain, mixed = (
        client.get("/api/digits", params={"count": 2, **more}).json()["digits"]
        for more in ({}, {"shuffle_seed": 3})
    )
    order = pixel_order(Spec(shuffle_pixels=True, seed=3))
    for before, after in zip(plain, mixed, strict=True):
        assert np.array_equal(np.ravel(after["pixels"]), np.ravel(before["pixels"])[order])
        assert after["label"] == before["label"]


def test_beyond_the_end_there_is_nothing(client: TestClient) -> None:
    assert client.get("/api/digits", params={"split": "test", "start": 20_000}).json()["digits"] == []


@pytest.mark.parametrize(
    "wrong", [{"set": "test"}, {"split": "dev"}, {"count": 0}, {"count": 201}, {"label": 10}, {"start": -1}]
)
def test_a_value_out_of_range_is_refused_with_its_name(client: TestClient, wrong: dict[str, str]) -> None:
    answer = client.get("/api/digits", params=wrong)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"].startswith(next(iter(wrong)))


def test_an_empty_label_is_none(client: TestClient) -> None:
    assert client.get("/api/digits?split=train&start=0&count=1&label=").json()["total"] == 60_000
