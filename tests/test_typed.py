"""What is typed becomes what the rooms take, or a sentence that names what does not fit."""

from typing import Any

import pytest

from app.errors import InvalidError
from app.network.spec import SGD, HiddenLayer, Spec
from app.typed import checked, given, spec_fields


@pytest.mark.parametrize(
    ("options", "spec"),
    [
        ({}, Spec()),
        ({"hidden": ()}, Spec()),
        ({"hidden": ("none",)}, Spec(hidden=())),
        (
            {"hidden": ("64:tanh", "8")},
            Spec(hidden=(HiddenLayer(units=64, activation="tanh"), HiddenLayer(units=8))),
        ),
        ({"optimizer": "sgd", "momentum": 0.9}, Spec(optimizer=SGD(momentum=0.9))),
        ({"epochs": 2, "seed": 7}, Spec(epochs=2, seed=7)),
    ],
)
def test_what_is_not_said_is_as_in_the_chapter(options: dict[str, Any], spec: Spec) -> None:
    assert Spec.model_validate(spec_fields({"optimizer": "rmsprop", **options})) == spec


def test_only_what_somebody_used_counts_also_where_it_is_nothing() -> None:
    assert given({"epochs": None, "seed": 0, "name": "", "nesterov": False}) == {
        "seed": 0,
        "name": "",
        "nesterov": False,
    }


def test_a_misfit_is_told_by_its_name() -> None:
    with pytest.raises(InvalidError, match=r"optimizer\.learning_rate does not fit") as refused:
        checked(Spec, **spec_fields({"optimizer": "sgd", "learning_rate": -1.0}))
    assert "--help" in refused.value.problem.hint
    with pytest.raises(InvalidError, match=r"seed does not fit") as refused:
        checked(Spec.model_validate_json, '{"seed": -1}')
    assert "/api" in refused.value.problem.hint
