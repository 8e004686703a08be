"""Terms: one number of a training step, and the numbers that make it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from app.descent.numbers import number
from app.descent.recipes import Recipe
from app.digits.mnist import CLASSES, PIXELS
from app.tensors.cells import Line, check_place, named, picked
from app.tensors.heat import Window, window
from app.tensors.spelling import Place, Shape, words

Tensors = Mapping[str, NDArray[Any]]
Told = dict[str, Any]


class Element(BaseModel):
    """One number, and how it comes about."""

    model_config = ConfigDict(frozen=True)

    tensor: str
    index: Place
    value: Any
    text: str = Field(description="the whole calculation in a sentence")
    a: str | None = Field(None, description="the line of numbers that is multiplied, or added up")
    b: str | None = Field(None, description="the line of numbers that it is multiplied with, if it is")
    left: Any = None
    right: Any = None
    terms: Any = Field(None, description="what is added up")
    over: str | None = Field(None, description="what there is a term for: pixels, units, classes, images")
    plus: Any = Field(None, description="what is added in the end: a bias")
    window: Window
    image: Any = Field(None, description="28 × 28: what the tensor holds for each pixel and this column")


def element(recipe: Recipe, tensors: Tensors, settings: Mapping[str, float], index: Place) -> Element:
    """One number of the tensor that a recipe makes.

    Errors: `no_such_element`.
    """
    tensor = tensors[recipe.name]
    check_index(recipe.name, tensor.shape, index)
    tell = TELLERS.get(recipe.kind)
    told = tell(recipe, tensors, index) if tell else substituted(recipe, tensors, settings, index)
    return Element(
        tensor=recipe.name,
        index=index,
        value=words(np.asarray(tensor[index])),
        window=window(tensor, index),
        image=words(tensor[:, index[1]].reshape(28, 28)) if tensor.shape[:1] == (PIXELS,) else None,
        **{**told, "text": f"{named(recipe.name, index)} = {told['text']}"},
    )


def check_index(name: str, shape: Shape, index: Place) -> None:
    """Refuse a place that a tensor does not have.

    Errors: `no_such_element`.
    """
    check_place(name, shape, index, "no_such_element")


def given(recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """A number that nothing of this step makes."""
    return {"text": number(tensors[recipe.name][index])}


def dot(recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """A row times a column, and perhaps a bias."""
    a, left = line(recipe.a, tensors, (index[0], None))
    b, right = line(recipe.b, tensors, (None, index[1]))
    terms = left * right
    plus = tensors[recipe.plus][index[1]] if recipe.plus else None
    said = f"{a} · {b} = {counted(terms)}"
    if plus is not None:
        whole = f"{number(terms.sum())} + {bracketed(number(plus))} = {number(tensors[recipe.name][index])}"
        said = f"{a} · {b} + {named(recipe.plus, index[1:])} = {len(terms)} terms: {whole}"
    return {
        "a": a,
        "b": b,
        "left": words(left),
        "right": words(right),
        "terms": words(terms),
        "over": over_of(recipe, len(terms)),
        "plus": None if plus is None else words(np.asarray(plus)),
        "text": said,
    }


def total(recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """A column added up over the images of the batch."""
    a, terms = line(recipe.b, tensors, (None, *index))
    return {"a": a, "terms": words(terms), "over": "images", "text": f"{a} added up = {counted(terms)}"}


def mean(recipe: Recipe, tensors: Tensors, _index: Place) -> Told:
    """The mean over the images of the batch."""
    terms = tensors[recipe.b]
    said = f"{number(terms.sum())} / {len(terms)} = {number(terms.mean())}"
    return {"a": recipe.b, "terms": words(terms), "over": "images", "text": f"mean of {recipe.b} = {said}"}


def softmax(recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """A power of e, and its share of the sum of all ten."""
    z = recipe.of[0]
    row = tensors[z][index[0]]
    terms = np.exp(row - row.max())
    name = named(z, index)
    said = f"exp({name}) / sum of exp({named(z, (index[0], None))})"
    share = f"{number(terms[index[1]])} / {number(terms.sum())} = {number(terms[index[1]] / terms.sum())}"
    text = f"{said} = {share}, each exp divided by the largest"
    return {"a": f"exp({named(z, (index[0], None))})", "terms": words(terms), "over": "classes", "text": text}


def loss_of_image(_recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """Minus the logarithm of the probability of the label."""
    label = int(tensors["y"][index])
    probability = tensors["P"][index[0], label]
    text = f"−log(P[{index[0]}, {label}]) = −log({number(probability)}) = {number(tensors['losses'][index])}"
    return {"text": f"{text}, because its label is {label}"}


def last_gradient(recipe: Recipe, tensors: Tensors, index: Place) -> Told:
    """The probability, less 1 where the class is the label, over the number of images."""
    label, n = int(tensors["y"][index[0]]), len(tensors["y"])
    probability, is_label = tensors["P"][index], int(label == index[1])
    text = f"(P[{index[0]}, {index[1]}] − {is_label}) / {n} = ({number(probability)} − {is_label}) / {n}"
    which = "this is" if is_label else f"this is not {label},"
    return {"text": f"{text} = {number(tensors[recipe.name][index])}, because {which} its label"}


def substituted(recipe: Recipe, tensors: Tensors, settings: Mapping[str, float], index: Place) -> Told:
    """An element-wise line, with the names of the numbers, then with the numbers."""
    names = {name: named(name, index) for name in recipe.of}
    numbers = {name: bracketed(number(tensors[name][index])) for name in recipe.of}
    numbers |= {name: number(value) for name, value in settings.items()}
    value = number(tensors[recipe.name][index])
    said = (replaced(recipe.numpy, names), replaced(recipe.numpy, numbers), value)
    return {"text": " = ".join(said).replace("np.", "").replace(" - ", " − ")}


def line(factor: str, tensors: Tensors, across: Line) -> tuple[str, NDArray[Any]]:
    """A row or column of a factor that may be transposed: what it is called, and its numbers."""
    name = factor.removesuffix(".T")
    own = across if name == factor else across[::-1]
    return named(name, own), picked(tensors[name], own)


def over_of(recipe: Recipe, length: int) -> str:
    """What there is one term for."""
    if recipe.name.startswith("dW"):
        return "images"
    if recipe.a == "X":
        return "pixels"
    return "classes" if recipe.name.startswith("dA") and length == CLASSES else "units"


def replaced(line: str, names: Mapping[str, str]) -> str:
    """A line of code with other words."""
    return re.sub(r"[A-Za-z]\w*", lambda word: names.get(word[0], word[0]), line)


def counted(terms: NDArray[Any]) -> str:
    """How many there are, and their sum."""
    return f"{len(terms):,} terms = {number(terms.sum())}"


def bracketed(text: str) -> str:
    """A number that stands behind an operator."""
    return f"({text})" if text.startswith("−") else text


Teller = Callable[[Recipe, Tensors, Place], Told]
TELLERS: dict[str, Teller] = {
    "given": given,
    "dot": dot,
    "sum": total,
    "mean": mean,
    "softmax": softmax,
    "log": loss_of_image,
    "slope": last_gradient,
}
"""By kind of recipe; any other is an element-wise line, told with its numbers."""
