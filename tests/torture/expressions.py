"""Random expressions: sound ones, sound ones with a slip, soups of tokens, and noise."""

import json
from random import Random
from typing import Any

from app.autodiff.operations.table import OPERATIONS

NAMES = ("x", "w", "b", "y_true", "A")
NUMBERS = (
    "0",
    "1",
    "2.5",
    "-3",
    "1e-300",
    "1e300",
    "1e999",
    "0.1",
    "9" * 60,
    "0x10",
    "1_000",
    "1j",
    "007",
    "NaN",
    "inf",
)
INFIX = ("+", "-", "*", "/", "**", "@")
EVIL = (
    "__import__('os')",
    "x.__class__",
    "().__class__.__base__",
    "x[0]",
    "lambda: x",
    "[x for x in y]",
    "x if w else b",
    "'x'",
    "f'{x}'",
    "b'x'",
    "x := 1",
    "x == w",
    "not x",
    "x and w",
    "*x",
    "**x",
    "x; w",
    "print(x)",
    "exp(x, x)",
    "sum()",
    "maximum(x)",
    "await x",
    "...",
    "None",
    "#",
    "\\",
    "\0",
    "\ud800",
    "é",
    "𝑥",
    "٣",
    "\n",
    "\u202e",
)
TOKENS = (*NAMES, *NUMBERS, *INFIX, *EVIL, *OPERATIONS, "(", ")", ",", " ", "//", "%", "^", "!", "'", '"')
VALUES: tuple[Any, ...] = (
    0,
    1,
    -1,
    0.5,
    1e-300,
    1e300,
    "NaN",
    "-Infinity",
    None,
    True,
    [],
    [1, 2],
    [[1, 2], [3, 4]],
    [[0] * 60] * 60,
    "x",
    {},
)


def expression(random: Random) -> str:
    """One of them; most are refused."""
    kind = random.randrange(6)
    if kind < 3:
        return sound(random, random.randrange(7))
    if kind == 3:
        return slipped(random, sound(random, random.randrange(7)))
    if kind == 4:
        return "".join(random.choices(TOKENS, k=random.randrange(40)))
    return random.choice(("(", "-", "~", "x**", "exp(", "[", "x", "((x)", "😀")) * random.randrange(600)


def sound(random: Random, depth: int) -> str:
    """An expression of the grammar."""
    if depth == 0:
        return random.choice((*NAMES, *NUMBERS[:6]))
    inner = sound(random, depth - 1)
    if random.random() < 0.4:
        return f"{random.choice(tuple(OPERATIONS))}({inner})"
    return f"({inner} {random.choice(INFIX)} {sound(random, random.randrange(depth))})"


def slipped(random: Random, text: str) -> str:
    """The same with one token too many."""
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(TOKENS) + text[place + random.randrange(2) :]


def questions(random: Random) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """An expression as both lessons are asked about it, nearly always with its names, and odd values."""
    text, odd = expression(random), random.random() < 0.3
    values = {name: random.choice(VALUES if odd else VALUES[:6]) for name in NAMES if random.random() < 0.95}
    tensors = {name: {"values": value} for name, value in values.items()}
    asked: dict[str, dict[str, Any]] = {
        "backpropagation": {
            "values": values,
            "wrt": random.sample(NAMES, 2) if random.random() < 0.1 else None,
        },
        "gradient_tape": {"variables": tensors},
    }
    first, second = (
        (f"/api/lessons/{slug}", json.dumps({"expression": text, "check": False, **rest}).encode())
        for slug, rest in asked.items()
    )
    return first, second
