"""An optimizer knows its settings and its lines."""

from typing import get_args

import pytest
from pydantic import ValidationError

from app.descent.optimizers import KINDS, Name, Optimizer


@pytest.mark.parametrize("name", get_args(Name))
def test_its_lines_are_cut_from_the_rule_that_runs(name: Name) -> None:
    optimizer = Optimizer(name=name)
    before, after = optimizer.lines()
    assert after[-1].startswith(("w =", "past_velocity ="))
    assert all(setting in " ".join(after) for setting in optimizer.settings)
    assert not any("yield" in line or '"""' in line for line in (*before, *after))
    assert optimizer.about.endswith(".")


def test_every_name_has_its_kind() -> None:
    assert tuple(KINDS) == get_args(Name)


def test_only_the_settings_of_its_rule_are_its_own() -> None:
    assert Optimizer(name="adagrad", momentum=0.5).settings == {"learning_rate": 0.1}
    assert list(Optimizer(name="adam").settings) == ["learning_rate", "beta_1", "beta_2"]


@pytest.mark.parametrize(
    "wrong", [{"learning_rate": 0}, {"learning_rate": 1e9}, {"momentum": 1}, {"rho": -0.1}]
)
def test_a_setting_has_its_limits(wrong: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Optimizer.model_validate({"name": "momentum", **wrong})
