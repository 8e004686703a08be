"""A program: `python -m app.network.keras_digits FOLDER` writes Keras' MNIST there as .npy files."""

import sys
from pathlib import Path

import numpy as np

from app.network.backend import keras


def save(folder: Path) -> None:
    """Write train_images, train_labels, test_images and test_labels."""
    for split, arrays in zip(("train", "test"), keras.datasets.mnist.load_data(), strict=True):
        for kind, array in zip(("images", "labels"), arrays, strict=True):
            np.save(folder / f"{split}_{kind}.npy", array)


if __name__ == "__main__":
    save(Path(sys.argv[1]))
