"""Tape inputs: variables and constants, each with a name and a tensor, or what is wrong with them."""

import keyword
import math
import re
from collections.abc import Iterator, Mapping

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.unknown import RESERVED
from app.errors import InvalidError, echo
from app.tensors.alignment import Fix, ways_out
from app.tensors.evened import evened
from app.tensors.fixes import fix
from app.tensors.limits import MOST_TYPED, too_many_elements
from app.tensors.operand import Operand
from app.tensors.spelling import Shape, Tensor, literal, spelt

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,30}", re.ASCII)
MOST_NAMES = 24
MOST_AXES = 2
MOST_FIXES = 3


class TapeInputs(BaseModel):
    """Tensors with names, of which the tape watches the variables."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variables: dict[str, Operand] = Field({}, description="up to 2 axes each; the tape watches them")
    constants: dict[str, Operand] = Field({}, description="up to 2 axes each; the tape does not watch them")

    def tensors(self) -> dict[str, Tensor]:
        """Each tensor by its name, float64.

        Errors: `not_a_name`, `two_of_a_name`, `too_many_names`, `too_many_axes`, `no_elements`,
        `too_many_elements`; those of `Operand.tensor`.
        """
        given = [*self.variables, *self.constants]
        if len(given) > MOST_NAMES:
            raise InvalidError(
                "too_many_names",
                "There are too many tensors.",
                expected=f"at most {MOST_NAMES}",
                got=str(len(given)),
            )
        for name in given:
            self._check_name(name)
        return {name: self._tensor(name) for name in given}

    def texts(self) -> dict[str, str]:
        """Each tensor as code, one that is given by its shape as a call."""
        return {name: written(operand) for name, operand in self._operands.items()}

    def with_operand(self, title: str, name: str, operand: Operand) -> Fix:
        """The question in which a name has another tensor."""
        role = "constants" if name in self.constants else "variables"
        return fix(title, self, **{role: {**getattr(self, role), name: operand}})

    def let_be(self, name: str) -> Fix:
        """The question in which a name that has no value is a variable."""
        return self.with_operand(f"let {name} be a variable, 1.0", name, Operand(values=1.0))

    def fitting(self, shapes: Mapping[str, Shape], is_product: bool) -> list[Fix]:
        """The question with one of two tensors changed a little so that both fit."""
        if len(shapes) != 2:
            return []
        (a, b), ways = shapes, matching(*shapes.values()) if is_product else broadcast(*shapes.values())
        named = ((a if first else b, shape, keeps) for first, shape, keeps in ways)
        return [self._reshaped(*way) for way in named if way[0] in self._operands][:MOST_FIXES]

    @property
    def _operands(self) -> dict[str, Operand]:
        return {**self.variables, **self.constants}

    def _reshaped(self, name: str, shape: Shape, keeps: bool) -> Fix:
        operand = self._operands[name]
        if keeps:
            return self.with_operand(f"{name}.reshape({spelt(shape)})", name, operand.reshaped(shape))
        return self.with_operand(f"give {name} the shape {spelt(shape)}", name, Operand(shape=shape))

    def _check_name(self, name: str) -> None:
        if not NAME.fullmatch(name) or keyword.iskeyword(name) or name in RESERVED:
            raise InvalidError(
                "not_a_name",
                f"{echo(name)} cannot be the name of a tensor.",
                expected=f"a name as Python has them, and none of {', '.join(sorted(RESERVED))}",
                got=echo(name),
            )
        if name in self.variables and name in self.constants:
            rest = ({k: v for k, v in each.items() if k != name} for each in (self.constants, self.variables))
            roles = zip(("constants", "variables"), ("variable", "constant"), rest, strict=True)
            raise InvalidError(
                "two_of_a_name",
                f"{name} is a variable and a constant.",
                expected="one of both",
                got=name,
                fixes=[fix(f"{name} is a {role}", self, **{field: left}) for field, role, left in roles],
            )

    def _tensor(self, name: str) -> Tensor:
        operand = self._operands[name]
        try:
            tensor = operand.tensor(name)
        except InvalidError as refusal:
            ways = (self.with_operand(title, name, way) for title, way in evened(operand))
            raise refusal.with_fixes(ways) from refusal
        if tensor.ndim > MOST_AXES or tensor.size == 0:
            raise self._misshapen(name, tensor.shape)
        if tensor.size > MOST_TYPED:
            raise too_many_elements(tensor.shape, MOST_TYPED)
        return tensor.astype(np.float64)

    def _misshapen(self, name: str, shape: Shape) -> InvalidError:
        """What to say about a tensor that the tape has no room for."""
        deep = len(shape) > MOST_AXES
        flat = (math.prod(shape[:-1]), shape[-1]) if deep and 0 not in shape else (2, 3)
        return InvalidError(
            "too_many_axes" if deep else "no_elements",
            f"{name} has {len(shape)} axes." if deep else f"{name} has no elements.",
            expected="a scalar, a vector or a matrix with something in it",
            got=spelt(shape),
            hint="A dense layer takes a batch of flat samples: (samples, features)." if deep else "",
            fixes=[self._reshaped(name, flat, keeps=deep and 0 not in shape)],
        )


def written(operand: Operand) -> str:
    """A tensor as code, its numbers as fractions."""
    if operand.is_real:
        return f'{operand.code()}.astype("float64")'
    if operand.shape is not None:
        return f"np.arange({math.prod(operand.shape)}.0).reshape({spelt(operand.shape)})"
    return literal(operand.tensor().astype(np.float64))


def broadcast(a: Shape, b: Shape) -> Iterator[tuple[bool, Shape, bool]]:
    """Changes after which two shapes broadcast: whether of the first, to what, whether its numbers stay."""
    return ((way.operand == "a", way.shape, way.keeps_values) for way in ways_out(a, b))


def matching(a: Shape, b: Shape) -> Iterator[tuple[bool, Shape, bool]]:
    """Changes after which a row of the first has as many numbers as a column of the second."""
    if not a or not b:
        return
    if b[::-1][0] == a[-1]:
        yield False, b[::-1], True
    if a[::-1][-1] == b[0]:
        yield True, a[::-1], True
    yield False, (a[-1], *b[1:]), False
    yield True, (*a[:-1], b[0]), False
