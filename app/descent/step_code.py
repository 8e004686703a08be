"""A training step as lines of NumPy, and of Keras with its own tape and optimizer."""

from collections.abc import Iterator

from app.descent import rules
from app.descent.memory import KEPT_NAMES, Memory, rule_of, settings_of
from app.descent.recipes import recipes
from app.network.code_strip import keras_layers, load_code, optimizer_code
from app.network.forward import weights
from app.network.training_step import TrainingStep
from app.tensors.trace import Code


def step_code(training: TrainingStep, memory: Memory) -> Code:
    """The lines from the digits and what was learned so far to `result`, the new weights.

    They read the files that the playground hands out: `weights` with W1, b1 and so on, and `memory` with
    what the optimizer remembers, in the words of Keras.
    """
    begun = ["", *data_lines(training, memory), *batch_lines(training), ""]
    numpy = ["import keras", "import numpy as np", *begun, *numpy_lines(training, memory)]
    imports = ["import keras", "import numpy as np", "import tensorflow as tf"]
    return Code(numpy="\n".join(numpy), keras="\n".join([*imports, *begun, *keras_lines(training, memory)]))


def data_lines(training: TrainingStep, memory: Memory) -> Iterator[str]:
    """Digits, weights, and memory if there is one; in weights the pixels are never shuffled."""
    yield from load_code(training.spec.model_copy(update={"shuffle_pixels": False}))
    run, step = training.run, training.step
    yield f'weights = np.load("{run}-{step}.npz")  # from /api/runs/{run}/snapshots/{step}'
    if memory.numbers:
        yield f'memory = np.load("{run}-{step}-memory.npz")  # from /api/runs/{run}/memories/{step}'


def batch_lines(training: TrainingStep) -> list[str]:
    """The batch is drawn as in the run."""
    spec, n = training.spec, len(training.batch.labels)
    first = training.number * spec.batch_size
    return [
        f"order = np.random.default_rng([{spec.seed}, {training.epoch}]).permutation({spec.train_samples})",
        f"batch = order[{first}:{first + n}]",
        f'X = train_images[batch].reshape(({n}, 784)).astype("float32") / 255',
        "y = train_labels[batch]",
    ]


def numpy_lines(training: TrainingStep, memory: Memory) -> Iterator[str]:
    """Forward, backward, then the rule of the optimizer for each weight."""
    known, names = recipes(training.spec).values(), list(weights(training.network))
    yield f"{', '.join(names)} = (weights[name] for name in {names})"
    yield from (f"{each.name} = {each.numpy}" for each in known if each.numpy and each.during != "update")
    yield ""
    yield from updating(training, memory, names)


def updating(training: TrainingStep, memory: Memory, names: list[str]) -> Iterator[str]:
    """The rule as it runs here, in a loop over all weights."""
    rule, optimizer = rule_of(training.spec.optimizer), training.spec.optimizer
    begun = rules.memory(rule)
    yield from (f"{name} = {value!r}" for name, value in settings_of(optimizer).items())
    yield "result = []"
    gradients = ", ".join(f"d{name}" for name in names)
    yield f"for name, w, gradient in zip({names}, ({', '.join(names)}), ({gradients})):"
    for part, keras in KEPT_NAMES.get(rule, {}).items():
        yield f"    {part} = " + (f'memory[f"{keras}_{{name}}"]' if memory.numbers else repr(begun[part]))
    if "step" in begun:
        yield f"    step = {memory.updates}"
    yield from (f"    {line}" for line in rules.lines(rule))
    yield "    result.append(w)"


def keras_lines(training: TrainingStep, memory: Memory) -> Iterator[str]:
    """The same by Keras."""
    yield from keras_layers(training.spec)
    yield "model.build((None, 784))"
    yield "model.set_weights(list(weights.values()))"
    yield f"optimizer = {optimizer_code(training.spec.optimizer)}"
    if memory.numbers:
        yield "optimizer.build(model.trainable_variables)"
        yield f"optimizer.iterations.assign({memory.updates})"
        yield "for variable, kept in zip(optimizer.variables[2:], memory.values()):"
        yield "    variable.assign(kept)"
    yield "with tf.GradientTape() as tape:"
    yield "    loss = keras.losses.SparseCategoricalCrossentropy()(y, model(X))"
    yield "gradients = tape.gradient(loss, model.trainable_variables)"
    yield "optimizer.apply(gradients, model.trainable_variables)"
    yield "result = model.get_weights()"
