"""Why: one number of a gradient, told as the terms that it is the sum of."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from pydantic import Field

from app.autodiff.cell_words import Cell, cell_name, written
from app.autodiff.forward import Values
from app.autodiff.graph import Graph
from app.autodiff.recording import TapePart
from app.autodiff.terms import Term, Terms
from app.autodiff.wording import number
from app.tensors.cells import named
from app.tensors.spelling import Place, Tensor, words

MOST_TERMS = 32


class CellPlace(TapePart):
    """A number of a tensor."""

    name: str
    index: Place


class FactorTold(TapePart):
    """A derivative of one number by the next."""

    made: CellPlace = Field(description="the number that moves")
    formula: str = Field(description="`2 * x[0, 1]`; empty where it is more than a short formula")
    value: Any
    cells: tuple[CellPlace, ...] = Field(description="the numbers that stand in the formula")


class TermTold(TapePart):
    """What comes to a number from one that is made of it."""

    upstream: Any = Field(description="gradient of the number with which the factors begin")
    factors: tuple[FactorTold, ...] = Field(description="from there to the number that is asked about")
    product: Any
    formula: str = Field(description="`1 × x[0, 1]`; empty where it says no more than the text")
    text: str = Field(description="the same in numbers: `1 × 2 = 2`")


class Why(TapePart):
    """The terms of one number of a gradient; they add up to it."""

    variable: str
    index: Place
    gradient: Any
    count: int = Field(description="of all terms")
    terms: tuple[TermTold, ...] = Field(description="the first ones")
    left_out: str | None = Field(description="what is said of the others, if there are any")
    text: str


def why(terms: Terms, node: int, place: Place, gradient: Tensor) -> Why:
    """How the gradient of the number of a node at that place comes about."""
    graph, values = terms.graph, terms.values
    count, found = terms.count(node, place), terms.first(node, place, MOST_TERMS)
    total = float(gradient[place])
    return Why(
        variable=graph.nodes[node].name,
        index=place,
        gradient=words(np.asarray(total)),
        count=count,
        terms=tuple(term_told(graph, values, term) for term in found),
        left_out=left_out(total, found, count),
        text=sentence(graph.nodes[node].name, place, total, found, count),
    )


def left_out(total: float, found: tuple[Term, ...], count: int) -> str | None:
    """How many terms are not listed, and what they add."""
    if count == len(found):
        return None
    rest = total - sum(term.product for term in found)
    return f"and {count - len(found):,} more terms, together {number(rest)}"


def sentence(name: str, place: Place, total: float, found: tuple[Term, ...], count: int) -> str:
    """The gradient of a number as a sum."""
    head = f"The gradient of {named(name, place)}"
    if not count:
        return f"{head} is 1: it is a number of the result itself."
    added = " + ".join(bracketed(number(term.product)) for term in found[:8])
    more = " + …" if count > 8 else ""
    return f"{head} = {added}{more} = {number(total)}." if count > 1 else f"{head} = {added}."


def term_told(graph: Graph, values: Values, term: Term) -> TermTold:
    """One term, in names and in numbers."""
    factors = tuple(factors_told(graph, values, term))
    first = term.factors[0].edge.child, term.factors[0].at
    begins = "1" if first[0] == graph.result else f"grad_{cell_name(graph, first)}"
    formula = " × ".join([begins, *(inside(factor.formula or number_of(factor)) for factor in factors)])
    told = " × ".join(bracketed(number(x)) for x in (term.upstream, *(each.local for each in term.factors)))
    return TermTold(
        upstream=words(np.asarray(term.upstream)),
        factors=factors,
        product=words(np.asarray(term.product)),
        formula="" if formula == told else formula,
        text=f"{told} = {number(term.product)}",
    )


def factors_told(graph: Graph, values: Values, term: Term) -> Iterator[FactorTold]:
    """Each derivative on the way."""
    for factor in term.factors:
        formula = written(graph, values, factor)
        yield FactorTold(
            made=cell_place(graph, (factor.edge.child, factor.at)),
            formula=formula.text,
            value=words(np.asarray(factor.local)),
            cells=tuple(cell_place(graph, cell) for cell in formula.cells),
        )


def cell_place(graph: Graph, cell: Cell) -> CellPlace:
    """A number as it travels."""
    return CellPlace(name=graph.nodes[cell[0]].name, index=cell[1])


def number_of(factor: FactorTold) -> str:
    """The value where there is no formula."""
    return number(float(factor.value))


def inside(formula: str) -> str:
    """A formula as a factor among others."""
    several = " " in depthless(formula) or formula[0] in "-−"
    return f"({formula})" if several and not wrapped(formula) else formula


def wrapped(formula: str) -> bool:
    """Whether it stands in brackets already."""
    return formula.startswith("(") and formula.endswith(")") and "(" not in formula[1:]


def depthless(formula: str) -> str:
    """The formula without what stands in square brackets."""
    parts = formula.split("[")
    return parts[0] + "".join(part.partition("]")[2] for part in parts[1:])


def bracketed(text: str) -> str:
    """A negative number as a factor or a term."""
    return f"({text})" if text.startswith("−") else text
