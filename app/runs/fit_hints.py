"""Hints about how the training fits: too closely, to wrong labels, or not closely enough."""

from app.network.spec import TRAIN_IMAGES, HiddenLayer, Spec
from app.runs.course import Course
from app.runs.events import EpochEnded
from app.runs.hint import Fix, Hint, changed, percent

LOSS_RISES = 1.1
"""Test loss as a multiple of its best: Prechelt, "Early stopping, but when?" (1998); the patience, too."""
PATIENCE = 2
"""Epochs that it may take to become better again."""
ALL_WRONG = 0.9
"""A random label is right for one digit in ten."""
FLAT = 0.95
"""Loss of an epoch as a multiple of the one before, from which on hardly anything is learned."""
WELL_READ = 0.95
"""Accuracy that a hidden layer reaches easily."""


def overfitting(course: Course) -> Hint | None:
    """The test loss rises while the training loss still falls."""
    if len(course.epochs) <= PATIENCE:
        return None
    best, last = min(course.epochs, key=lambda epoch: epoch.test_loss), course.epochs[-1]
    late = last.epoch - best.epoch >= PATIENCE
    if not (late and last.test_loss > LOSS_RISES * best.test_loss and last.loss < best.loss):
        return None
    what = (
        f"Since epoch {best.epoch} the training loss fell from {best.loss:.2g} to {last.loss:.2g}, "
        f"but the test loss rose from {best.test_loss:.2g} to {last.test_loss:.2g}."
    )
    return Hint(
        code="overfitting", what=what, why=_by_heart(course.spec, last), fix=_keep_apart(course, best)
    )


def noisy_labels(course: Course) -> Hint | None:
    """The network is better than its teacher: it does better on the test set than on its noisy labels.

    Rolnick, Veit, Belongie and Shavit, "Deep learning is robust to massive label noise" (2017).
    """
    if not course.epochs or not course.spec.label_noise:
        return None
    last = course.epochs[-1]
    if last.test_accuracy <= last.accuracy:
        return None
    what = (
        f"Training accuracy is {percent(last.accuracy)}, but {percent(last.test_accuracy)} of the test "
        "digits are read right."
    )
    why = (
        f"About {percent(ALL_WRONG * course.spec.label_noise, 0)} of the training labels are wrong, each in "
        "its own way, so they nearly cancel out; the right ones agree. In training a right answer to such a "
        "digit counts as an error."
    )
    return Hint(code="noisy_labels", what=what, why=why, fix=_true_labels(course.spec))


def linear(course: Course) -> Hint | None:
    """Without a hidden layer the loss flattens early, in training and test alike: underfitting."""
    if course.spec.hidden or len(course.epochs) <= 1:
        return None
    before, last = course.epochs[-2:]
    if last.loss < FLAT * before.loss or last.accuracy > WELL_READ:
        return None
    what = (
        f"The loss hardly falls any more, and the accuracy stays at {percent(last.accuracy)} in training and "
        f"{percent(last.test_accuracy)} in the test."
    )
    why = (
        "Without a hidden layer a class has one weight for each pixel: one template for all ways to write a "
        "digit. Two classes are parted by a flat plane, and no number of updates bends it."
    )
    fix = changed(course.spec, "Add a hidden layer of 512 units", hidden=(HiddenLayer(),))
    return Hint(code="linear", what=what, why=why, fix=fix)


def _by_heart(spec: Spec, last: EpochEnded) -> str:
    if spec.label_noise:
        return (
            "What can be learned from the true labels is learned. To lower the training loss further the "
            "network learns the wrong labels by heart, and they are wrong for every other picture."
        )
    return (
        f"{spec.parameters:,} parameters for {spec.train_samples:,} images: the network learns these by "
        f"heart ({percent(last.accuracy)} are right) with all that is accidental in them. Where it is wrong "
        "in the test, it only becomes surer."
    )


def _keep_apart(course: Course, best: EpochEnded) -> Fix:
    """More images for as many updates; without more images, an earlier end."""
    spec = course.spec
    if spec.train_samples == TRAIN_IMAGES:
        return changed(spec, f"Stop after epoch {best.epoch}", epochs=best.epoch)
    updates = -(-TRAIN_IMAGES // spec.batch_size)
    epochs = -(-spec.steps // updates)
    title = f"Learn from all {TRAIN_IMAGES:,} images, for {epochs} epoch{'' if epochs == 1 else 's'}"
    return changed(spec, title, train_samples=TRAIN_IMAGES, epochs=epochs)


def _true_labels(spec: Spec) -> Fix:
    return changed(spec, "Learn from the true labels", label_noise=0.0)
