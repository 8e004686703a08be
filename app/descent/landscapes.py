"""The landscapes that have a name: curves and surfaces, each an expression of x or of x and y."""

from dataclasses import dataclass

Window = tuple[tuple[float, float], ...]
"""From where to where each axis is drawn."""


@dataclass(frozen=True)
class Landscape:
    """What is descended, where one looks at it, and where one usually starts."""

    title: str
    expression: str
    window: Window
    start: tuple[float, ...]


LANDSCAPES = {
    "parabola": Landscape("parabola", "x ** 2", ((-3, 3),), (-2.5,)),
    "two_valleys": Landscape(
        "two valleys", "(x - 2) ** 2 / 12 + 0.8 * sin(x - 2) ** 2", ((-2.8, 3.2),), (-2.5,)
    ),
    "plateau": Landscape("plateau", "1 - exp(-square(x))", ((-3, 3),), (-2.5,)),
    "kink": Landscape("kink", "abs(x)", ((-3, 3),), (-2.5,)),
    "bowl": Landscape("bowl", "x ** 2 + y ** 2", ((-3, 3), (-3, 3)), (-2.5, 2)),
    "ravine": Landscape("ravine", "0.05 * x ** 2 + y ** 2", ((-6, 6), (-3, 3)), (-5.5, 2)),
    "saddle": Landscape(
        "saddle", "x ** 2 - y ** 2 + y ** 4 / 4 + 1", ((-2.5, 2.5), (-2.5, 2.5)), (-2, 0.001)
    ),
    "rosenbrock": Landscape(
        "Rosenbrock’s valley", "(1 - x) ** 2 + 100 * (y - x ** 2) ** 2", ((-2, 2), (-1, 3)), (-1.5, 2.5)
    ),
    "himmelblau": Landscape(
        "Himmelblau’s four valleys",
        "(x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2",
        ((-5, 5), (-5, 5)),
        (0, -1),
    ),
}
REACH = 4
"""How far from 0 an expression of one's own is drawn at least."""
ROOM = 1.25
"""How much further than its start."""


def own(expression: str, start: tuple[float, ...]) -> Landscape:
    """The landscape of an expression that somebody typed, so large that the start lies in it."""
    far = max(REACH, *(ROOM * abs(place) for place in start))
    return Landscape(expression, expression, ((-far, far),) * len(start), start)
