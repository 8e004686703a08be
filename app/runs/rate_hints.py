"""Hints about a loss that leaps up, stands still or hardly falls: mostly, the learning rate is to blame."""

from app.network.spec import HiddenLayer, Spec
from app.runs.course import GUESSING, Course
from app.runs.hint import Fix, Hint, changed, other_rate
from app.runs.problems import working_rate

LEAP = 5 * GUESSING
"""Nobody needs to be so wrong: a network that overlooks the picture is five times better."""
ENOUGH_UPDATES = 400
"""Before, even a training that goes well may not have come far."""
HARDLY = 0.5
"""How ignorant a network may be after that many updates."""
NOTHING = 0.9
"""From here on it has learned nothing to speak of."""
MOSTLY_RANDOM = 0.9
FASTER = 10


def diverged(course: Course) -> Hint | None:
    """The training failed because its loss left the numbers."""
    problem = course.problem
    if problem is None or problem.code != "diverged":
        return None
    return Hint(code="diverged", what=problem.what, why=_too_far(course.spec), fix=_smaller_rate(course.spec))


def overshooting(course: Course) -> Hint | None:
    """The loss leapt up, whether or not it came down again.

    A learning rate that is too large raises the training error: Goodfellow, Bengio and Courville, "Deep
    Learning" (2016), section 11.4.1.
    """
    peak = float(course.smoothed.max(initial=0))
    if not peak >= LEAP:
        return None
    what = (
        f"The loss leapt to {peak:,.0f}, where a network that only guesses has {GUESSING:.1f}; "
        f"now it is {course.smoothed[-1]:.2g}."
    )
    return Hint(code="overshooting", what=what, why=_too_far(course.spec), fix=_smaller_rate(course.spec))


def plateau(course: Course) -> Hint | None:
    """The loss stands still near ln 10, where a network stands that answers the same to every picture."""
    if len(course.loss) < ENOUGH_UPDATES or not course.ignorance > NOTHING:
        return None
    if course.falls or course.spec.optimizer.learning_rate < usual_rate(course.spec):
        return None
    what = (
        f"After {len(course.loss):,} updates the loss stands at {course.smoothed[-1]:.2f}; "
        f"guessing among ten classes gives {GUESSING:.2f}."
    )
    why, fix = _stuck(course.spec)
    return Hint(code="plateau", what=what, why=why, fix=fix)


def slow(course: Course) -> Hint | None:
    """After many updates more than half of what can be learned is not learned yet."""
    if len(course.loss) < ENOUGH_UPDATES or not course.ignorance > HARDLY:
        return None
    spec, rate, usual = course.spec, course.spec.optimizer.learning_rate, usual_rate(course.spec)
    what = (
        f"After {len(course.loss):,} updates the loss is still {course.smoothed[-1]:.2f}; it began at "
        f"{course.smoothed[0]:.2f}."
    )
    why = (
        f"The direction is right, but with the learning rate {rate:g} every step is tiny: "
        "the valley is far, and most of the training is spent on the way."
    )
    return Hint(code="slow", what=what, why=why, fix=other_rate(spec, max(usual, rate * FASTER)))


def usual_rate(spec: Spec) -> float:
    """The optimizer's own learning rate."""
    return type(spec.optimizer)().learning_rate


def _too_far(spec: Spec) -> str:
    return (
        f"With the learning rate {spec.optimizer.learning_rate:g} a step leads past the valley and up its "
        "other side. There the gradient is often steeper, so the next step may lead further still."
    )


def _smaller_rate(spec: Spec) -> Fix:
    return other_rate(spec, working_rate(spec))


def _stuck(spec: Spec) -> tuple[str, Fix]:
    """Why nothing is learned, the likeliest reason first."""
    if spec.label_noise >= MOSTLY_RANDOM:
        why = "Almost every label is random: there is nothing that the pictures could tell about them."
        return why, changed(spec, "Learn from the true labels", label_noise=0.0)
    bounded = [layer for layer in spec.hidden if layer.activation != "relu"]
    if len(bounded) > 1:
        return _vanishing(), changed(
            spec,
            "Make every hidden layer relu",
            hidden=tuple(HiddenLayer(units=layer.units, activation="relu") for layer in spec.hidden),
        )
    if spec.optimizer.learning_rate > usual_rate(spec):
        why = (
            "The first steps threw the weights so far that the hidden units are 0, or at their limit, for "
            "every picture. There the derivative is 0, and no gradient brings them back."
        )
        return why, _smaller_rate(spec)
    why = (
        "The answer hardly depends on the picture any more, so no gradient tells the weights where to go. "
        "Often a hidden layer is too narrow, and its few units are 0 for every picture."
    )
    wide = tuple(HiddenLayer() for _ in spec.hidden)
    return why, changed(spec, "Give each hidden layer 512 units", hidden=wide)


def _vanishing() -> str:
    """Glorot and Bengio, "Understanding the difficulty of training deep feedforward networks" (2010)."""
    return (
        "The gradient vanishes on its way back: each sigmoid layer multiplies it by a derivative of at most "
        "0.25, tanh by at most 1 and mostly by less. The first layers hardly learn."
    )
