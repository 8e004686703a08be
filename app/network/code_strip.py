"""The chapter's program with the settings of a run: what a learner would write in Keras."""

from app.digits.mnist import CLASSES
from app.network.batches import NOISE_STREAM, PIXEL_STREAM
from app.network.spec import TRAIN_IMAGES, Dense, Optimizer, Spec

OPTIMIZERS = {"sgd": "SGD", "rmsprop": "RMSprop", "adagrad": "Adagrad", "adam": "Adam"}


def keras_code(spec: Spec) -> str:
    """Write a complete program: load, layers, compile, preprocess, fit, evaluate."""
    parts = (_imports(spec), load_code(spec), _model(spec), _preprocess(spec), _fit(spec))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _imports(spec: Spec) -> list[str]:
    return ["import keras", *(["import numpy as np"] if spec.label_noise or spec.shuffle_pixels else [])]


def load_code(spec: Spec) -> list[str]:
    """The lines that bring the images and labels that a run learns from."""
    lines = ["(train_images, train_labels), (test_images, test_labels) = keras.datasets.mnist.load_data()"]
    if spec.train_samples < TRAIN_IMAGES:
        n = spec.train_samples
        lines.append(f"train_images, train_labels = train_images[:{n}], train_labels[:{n}]")
    if spec.label_noise:
        lines += _noise(spec)
    if spec.shuffle_pixels:
        lines += _shuffled(spec)
    return lines


def _noise(spec: Spec) -> list[str]:
    noisy = round(spec.label_noise * spec.train_samples)
    return [
        f"random = np.random.default_rng([{spec.seed}, {NOISE_STREAM}])",
        f"noisy = random.choice({spec.train_samples}, {noisy}, replace=False)",
        f"train_labels[noisy] = random.integers({CLASSES}, size={noisy})",
    ]


def _shuffled(spec: Spec) -> list[str]:
    return [
        f"pixels = np.random.default_rng([{spec.seed}, {PIXEL_STREAM}]).permutation(28 * 28)",
        "train_images = train_images.reshape((-1, 28 * 28))[:, pixels]",
        "test_images = test_images.reshape((-1, 28 * 28))[:, pixels]",
    ]


def _model(spec: Spec) -> list[str]:
    seed = [f"keras.utils.set_random_seed({spec.seed})"] if spec.seed else []
    return [*seed, *keras_layers(spec), *_compile(spec)]


def keras_layers(spec: Spec) -> list[str]:
    """The lines that make the model."""
    return ["model = keras.Sequential([", *map(_dense, spec.layers), "])"]


def _dense(layer: Dense) -> str:
    return f'    keras.layers.Dense({layer.units}, activation="{layer.activation}"),'


def _compile(spec: Spec) -> list[str]:
    return [
        "model.compile(",
        f"    optimizer={_optimizer(spec.optimizer)},",
        '    loss="sparse_categorical_crossentropy",',
        '    metrics=["accuracy"],',
        ")",
    ]


def _optimizer(optimizer: Optimizer) -> str:
    chosen = optimizer.model_dump(exclude_defaults=True, exclude={"name"})
    return optimizer_code(optimizer) if chosen else f'"{optimizer.name}"'


def optimizer_code(optimizer: Optimizer) -> str:
    """The expression that makes it, with what differs from Keras' defaults."""
    chosen = optimizer.model_dump(exclude_defaults=True, exclude={"name"})
    arguments = ", ".join(f"{name}={value!r}" for name, value in chosen.items())
    return f"keras.optimizers.{OPTIMIZERS[optimizer.name]}({arguments})"


def _preprocess(spec: Spec) -> list[str]:
    return [
        f'train_images = train_images.reshape(({spec.train_samples}, 28 * 28)).astype("float32") / 255',
        'test_images = test_images.reshape((10000, 28 * 28)).astype("float32") / 255',
    ]


def _fit(spec: Spec) -> list[str]:
    return [
        f"model.fit(train_images, train_labels, epochs={spec.epochs}, batch_size={spec.batch_size})",
        "test_loss, test_accuracy = model.evaluate(test_images, test_labels)",
    ]
