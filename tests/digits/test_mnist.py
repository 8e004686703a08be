"""The real files, and what happens when they are missing, damaged or replaced."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.digits import mnist
from app.errors import PlaygroundError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the real files, to be spoilt."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    bring(folder)
    return folder


def bring(folder: Path) -> None:
    for file in mnist.BUNDLED.glob("*.npy"):
        (folder / file.name).symlink_to(file)


def bring_to_new(cache: Path) -> None:
    cache.mkdir()
    bring(cache)


def spoil(file: Path, change: Callable[[bytes], bytes]) -> None:
    """Put a changed copy in the place of the real file."""
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(change(content))


def refuse(cache: Path) -> None:
    raise AssertionError(f"nothing to fetch into {cache}")


def test_the_labels_are_those_of_the_chapter() -> None:
    digits = mnist.load()
    assert digits.train.labels[:3].tolist() == [5, 0, 4]
    assert digits.train.labels[-3:].tolist() == [5, 6, 8]
    assert digits.test.labels[:3].tolist() == [7, 2, 1]
    assert digits.test.labels[-3:].tolist() == [4, 5, 6]
    assert digits.train.labels[4] == 9


def test_all_images_are_bytes_of_28_by_28() -> None:
    digits = mnist.load()
    assert digits.train.images.shape == (60_000, 28, 28)
    assert digits.test.images.shape == (10_000, 28, 28)
    assert digits.train.images.dtype == digits.test.images.dtype == np.uint8
    assert digits.source == "bundled"


def test_the_images_are_a_map_of_the_file_that_nobody_can_change() -> None:
    images = mnist.load().train.images
    assert isinstance(images.base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        images[0, 0, 0] = 1


def test_a_complete_folder_needs_no_fallback(folder: Path, tmp_path: Path) -> None:
    assert mnist.load(folder, tmp_path / "cache", refuse).source == "bundled"


def test_files_that_find_no_room_in_memory_are_not_missing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    monkeypatch.setattr(np, "load", full)
    with pytest.raises(MemoryError):
        mnist.load(folder, tmp_path / "cache", refuse)


def test_a_single_wrong_pixel_is_noticed(folder: Path, tmp_path: Path) -> None:
    spoil(folder / "test_images.npy", lambda content: content[:-1] + bytes([content[-1] ^ 1]))
    assert mnist.load(folder, tmp_path / "cache", bring_to_new).source == "keras.datasets"


def test_a_file_cut_short_is_noticed(folder: Path, tmp_path: Path) -> None:
    spoil(folder / "test_labels.npy", lambda content: content[:5000])
    assert mnist.load(folder, tmp_path / "cache", bring_to_new).source == "keras.datasets"


def test_an_empty_file_is_noticed(folder: Path, tmp_path: Path) -> None:
    spoil(folder / "test_labels.npy", lambda content: b"")
    assert mnist.load(folder, tmp_path / "cache", bring_to_new).source == "keras.datasets"


def test_the_right_values_in_another_shape_are_noticed(folder: Path, tmp_path: Path) -> None:
    (folder / "test_labels.npy").unlink()
    np.save(folder / "test_labels.npy", mnist.load().test.labels.reshape(100, 100))
    assert mnist.load(folder, tmp_path / "cache", bring_to_new).source == "keras.datasets"


def test_what_was_fetched_once_is_not_fetched_again(tmp_path: Path) -> None:
    first = mnist.load(tmp_path / "nothing", tmp_path / "cache", bring_to_new)
    second = mnist.load(tmp_path / "nothing", tmp_path / "cache", refuse)
    assert first.source == second.source == "keras.datasets"
    assert np.array_equal(second.test.labels, mnist.load().test.labels)


def test_without_files_and_network_the_error_says_what_to_do(tmp_path: Path) -> None:
    def fetch(cache: Path) -> None:
        raise ConnectionError(f"no route for {cache.name}")

    with pytest.raises(PlaygroundError) as caught:
        mnist.load(tmp_path / "nothing", tmp_path / "cache", fetch)
    problem = caught.value.problem
    assert (problem.code, problem.got) == ("digits_missing", "no route for cache")
    assert "reinstall" in problem.hint


def test_other_digits_than_mnist_are_refused(tmp_path: Path) -> None:
    def fetch(cache: Path) -> None:
        bring_to_new(cache)
        spoil(cache / "train_labels.npy", lambda content: content[:-1] + b"\3")

    with pytest.raises(PlaygroundError) as caught:
        mnist.load(tmp_path / "nothing", tmp_path / "cache", fetch)
    assert "other contents" in caught.value.problem.got


def test_the_preprocessing_is_the_chapters() -> None:
    images = mnist.load().test.images[:5]
    vectors = mnist.vectors(images)
    assert vectors.shape == (5, 784)
    assert vectors.dtype == np.float32
    assert np.array_equal(vectors, images.reshape((5, 28 * 28)).astype("float32") / 255)
