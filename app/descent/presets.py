"""The questions that the lesson offers: the chapter's learning rates and its loop, then the landscapes."""

from typing import Any

SGD: dict[str, Any] = {"name": "sgd", "learning_rate": 0.1}
EXAMPLE: dict[str, Any] = {"function": "parabola", "optimizers": [SGD], "steps": 20}


def optimizer(name: str, learning_rate: float, **more: float) -> dict[str, Any]:
    """An optimizer of a question."""
    return {"name": name, "learning_rate": learning_rate, **more}


def loops(learning_rate: float, momentum: float) -> list[dict[str, Any]]:
    """The chapter's loop with momentum, as it is written and with the line that it forgets."""
    return [optimizer(name, learning_rate, momentum=momentum) for name in ("loop_as_written", "loop_mended")]


RACE = [
    optimizer("sgd", 0.01),
    optimizer("momentum", 0.003),
    optimizer("nesterov", 0.003),
    optimizer("adagrad", 1),
    optimizer("rmsprop", 0.1),
    optimizer("adam", 0.3),
]
PRESETS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("downhill", EXAMPLE),
    ("too small", {"function": "parabola", "optimizers": [optimizer("sgd", 0.003)], "steps": 40}),
    ("too large", {"function": "parabola", "optimizers": [optimizer("sgd", 1.05)], "steps": 40}),
    ("random places", {"function": "two_valleys", "optimizers": [optimizer("sgd", 2.5)], "steps": 40}),
    ("stuck", {"function": "two_valleys", "optimizers": [SGD], "steps": 60}),
    (
        "momentum escapes",
        {
            "function": "two_valleys",
            "optimizers": [SGD, optimizer("momentum", 0.1)],
            "steps": 60,
        },
    ),
    (
        "the chapter’s loop",
        {"function": "parabola", "optimizers": loops(0.909, 0.1), "steps": 250, "until": 0.01},
    ),
    (
        "the same with momentum 0.9",
        {"function": "two_valleys", "optimizers": loops(0.1, 0.9), "steps": 30, "until": 0.01},
    ),
    (
        "a plateau",
        {"function": "plateau", "optimizers": [SGD, optimizer("rmsprop", 0.05)], "steps": 60},
    ),
    (
        "a kink",
        {"function": "kink", "optimizers": [optimizer("sgd", 0.3), optimizer("adagrad", 0.6)], "steps": 30},
    ),
    (
        "a ravine",
        {
            "function": "ravine",
            "optimizers": [optimizer("sgd", 0.9), optimizer("momentum", 0.1)],
            "steps": 60,
        },
    ),
    (
        "a saddle",
        {
            "function": "saddle",
            "optimizers": [optimizer("sgd", 0.05), optimizer("rmsprop", 0.05)],
            "steps": 60,
        },
    ),
    (
        "Rosenbrock",
        {
            "function": "rosenbrock",
            "optimizers": [optimizer("momentum", 0.0003), optimizer("adam", 0.1)],
            "steps": 150,
        },
    ),
    ("the race", {"function": "himmelblau", "optimizers": RACE, "steps": 60}),
)
