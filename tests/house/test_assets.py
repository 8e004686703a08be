"""The build hook brings in what others made, whole and unchanged."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from app.digits import mnist
from tests.house.repo import ROOT


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """assets/hatch_build.py, as hatchling loads it."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "assets/hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_hook_and_the_app_agree_on_what_mnist_is(hook: ModuleType) -> None:
    assert {name: idx.sha256 for name, idx in hook.DIGITS.items()} == {
        name: sha256 for name, (_, sha256) in mnist.FILES.items()
    }


def test_the_assets_of_this_checkout_are_complete_and_right(hook: ModuleType) -> None:
    assert hook.digits_are_right(ROOT / "app/digits/mnist")
    assert [name for name in hook.VENDOR if not (ROOT / "static/vendor" / name).stat().st_size] == []


def test_a_changed_lock_file_calls_for_the_browser_files_again(hook: ModuleType, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    for path in (
        *(vendor / name for name in hook.VENDOR),
        tmp_path / "package-lock.json",
        tmp_path / ".brought-in.json",
    ):
        path.write_text("1")
    assert hook.vendor_is_current(tmp_path, vendor)
    (tmp_path / "package-lock.json").write_text("2")
    assert not hook.vendor_is_current(tmp_path, vendor)


def test_a_damaged_array_calls_for_the_digits_again(hook: ModuleType, tmp_path: Path) -> None:
    for name in hook.DIGITS:
        (tmp_path / f"{name}.npy").symlink_to(ROOT / f"app/digits/mnist/{name}.npy")
    assert hook.digits_are_right(tmp_path)
    labels = np.load(tmp_path / "test_labels.npy")
    labels[5] += 1
    (tmp_path / "test_labels.npy").unlink()
    np.save(tmp_path / "test_labels.npy", labels)
    assert not hook.digits_are_right(tmp_path)


def test_an_idx_file_becomes_an_array_of_its_shape(hook: ModuleType) -> None:
    raw = bytes([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3]) + bytes(range(6))
    assert hook.read_idx(raw).tolist() == [[0, 1, 2], [3, 4, 5]]


def test_a_file_that_is_not_mnist_is_refused(hook: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / hook.DIGITS["train_images"].source
    source.parent.mkdir(parents=True)
    source.write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 1, 7]))
    with pytest.raises(RuntimeError, match="is not the file of MNIST"):
        hook.convert_digits(tmp_path, tmp_path / "mnist")
