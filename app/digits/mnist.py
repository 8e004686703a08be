"""MNIST: 70,000 handwritten digits, mapped from four files whose every value is checked."""

import errno
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from app.digits.fallback import fetch_with_keras
from app.errors import PlaygroundError

BUNDLED = Path(__file__).parent / "mnist"
PIXELS = 28 * 28
CLASSES = 10

Bytes = NDArray[np.uint8]
Source = Literal["bundled", "keras.datasets"]

# Shape and SHA-256 of the values alone, row by row, without the file's header.
FILES = {
    "train_images": ((60_000, 28, 28), "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757"),
    "train_labels": ((60_000,), "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13"),
    "test_images": ((10_000, 28, 28), "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161"),
    "test_labels": ((10_000,), "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5"),
}


@dataclass(frozen=True, eq=False)
class Split:
    """Images and their labels: images[i] shows the digit labels[i]."""

    images: Bytes
    """(n, 28, 28) uint8: 0 is paper, 255 is ink."""
    labels: Bytes
    """(n,) uint8: the class, 0 to 9."""


@dataclass(frozen=True)
class Mnist:
    """The digits to learn from and the digits to be judged by."""

    train: Split
    test: Split
    source: Source
    """Who brought the files."""


def load(
    folder: Path = BUNDLED,
    cache: Path | None = None,
    fetch: Callable[[Path], None] = fetch_with_keras,
) -> Mnist:
    """The bundled digits, else those of `keras.datasets`, held to the same sums and kept in `cache`.

    The arrays are read-only maps of the files: pages are read when they are looked at.
    Errors: `digits_missing` when there is no complete set of files and `fetch` cannot bring one; MemoryError.
    """
    cache = cache or user_cache_path("tensor-playground") / "mnist"
    return _read(folder, "bundled") or _read(cache, "keras.datasets") or _fetched(cache, fetch)


def vectors(images: Bytes) -> NDArray[np.float32]:
    """The chapter's preprocessing: (n, 28, 28) uint8 in 0..255 -> (n, 784) float32 in 0..1."""
    return images.reshape((len(images), PIXELS)).astype(np.float32) / np.float32(255)


def _read(folder: Path, source: Source) -> Mnist | None:
    """The four files of the folder; None if one is missing, damaged or not MNIST."""
    try:
        arrays = {name: _checked(folder / f"{name}.npy", *known) for name, known in FILES.items()}
    except (OSError, EOFError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ENOMEM:  # there is a file, but no room for its map
            raise MemoryError(str(error)) from error
        return None
    train = Split(arrays["train_images"], arrays["train_labels"])
    test = Split(arrays["test_images"], arrays["test_labels"])
    return Mnist(train, test, source)


def _checked(file: Path, shape: tuple[int, ...], sha256: str) -> Bytes:
    array = np.load(file, mmap_mode="r")
    if (array.shape, array.dtype) != (shape, np.uint8) or _sha256(file, array.offset) != sha256:
        raise ValueError(file)
    return np.asarray(array)


def _sha256(file: Path, offset: int) -> str:
    # Through the file, not the map: pages read this way are not the process's memory.
    with file.open("rb") as stream:
        stream.seek(offset)
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _fetched(cache: Path, fetch: Callable[[Path], None]) -> Mnist:
    try:
        fetch(cache)
    except OSError as error:
        raise _missing(str(error)) from error
    fetched = _read(cache, "keras.datasets")
    if fetched is None:
        raise _missing(f"files with other contents in {cache}")
    return fetched


def _missing(got: str) -> PlaygroundError:
    return PlaygroundError(
        "digits_missing",
        "The MNIST digits did not come with this installation, and Keras could not download them.",
        expected="the four files of MNIST, with their known checksums",
        got=got,
        hint="Connect to the internet and start again, or reinstall: the installation brings the digits.",
    )
