"""Parser: a walker over the few kinds of syntax that an expression may have. Nothing is ever evaluated."""

import ast
import math
from collections.abc import Collection, Iterator, Mapping

from app.autodiff import unknown
from app.autodiff.builder import Builder
from app.autodiff.graph import CONSTANT, VARIABLE, Graph
from app.autodiff.operations.operation import Operation
from app.autodiff.operations.table import OPERATIONS, called
from app.autodiff.syntax import syntax_tree
from app.autodiff.tokens import check

SIGNS: Mapping[type[ast.AST], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.Pow: "power",
    ast.MatMult: "matmul",
    ast.USub: "negative",
}


def parse(expression: str, names: Collection[str] | None = None) -> Graph:
    """The graph of an expression whose variables are among `names`; None allows any name.

    Errors, all with the `place` of the character, counted from 0, some with `fixes`, each a change of the
    `expression` (see `refusals.whole_fixes`): those of `tokens.check` and `syntax.syntax_tree`;
    `unknown_name`, `reserved_name`, `unknown_function`, `unknown_syntax`, `wrong_number_of_operands`,
    `number_too_large`, `too_many_nodes`.
    """
    check(expression)
    reader = Reader(expression, names)
    for part in operands_first(syntax_tree(expression)):
        reader.read(part)
    return reader.builder.graph(names or ())


def operands_first(tree: ast.expr) -> Iterator[ast.expr]:
    """Every part of the tree after its operands; without recursion, so that no depth is too deep."""
    waiting, found = [tree], []
    while waiting:
        found.append(waiting.pop())
        waiting += operands(found[-1])
    return reversed(found)


def operands(part: ast.expr) -> list[ast.expr]:
    """What a part of the tree is made of; a number keeps its sign."""
    match part:
        case ast.UnaryOp(operand=operand) if not isinstance(operand, ast.Constant):
            return [operand]
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case ast.Call(args=args):
            return args
    return []


class Reader:
    """Reads one part of the tree after the other into a graph."""

    def __init__(self, expression: str, names: Collection[str] | None) -> None:
        self.builder = Builder(expression)
        self._expression = expression
        self._names = names
        self._nodes: dict[ast.expr, int] = {}

    def read(self, part: ast.expr) -> None:
        """One part, whose operands have been read."""
        self._nodes[part] = self._node(part)

    def _node(self, part: ast.expr) -> int:
        match part:
            case ast.Constant(value=value):
                return self._constant(part, number(value, part))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=value)):
                return self._constant(part, -number(value, part))
            case ast.UnaryOp(op=ast.UAdd(), operand=ast.Constant(value=value)):
                return self._constant(part, number(value, part))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self._nodes[operand]
            case ast.Name(id=name):
                return self._variable(part, name)
        return self._operation(part, self._meant(part))

    def _constant(self, part: ast.expr, value: float) -> int:
        return self.builder.add(CONSTANT, (), self._expression[span(part)], span(part), value)

    def _variable(self, part: ast.expr, name: str) -> int:
        unknown.check_variable(name, self._names, self._expression, part.col_offset)
        return self.builder.add(VARIABLE, (), name, span(part))

    def _operation(self, part: ast.expr, operation: Operation) -> int:
        given = operands(part)
        if len(given) != operation.arity:
            called_as = self._expression[span(part)].partition("(")[0].strip()
            raise unknown.wrong_number_of_operands(called_as, operation, len(given), part.col_offset)
        parents = tuple(self._nodes[operand] for operand in given)
        return self.builder.add(operation.name, parents, operation.symbol, span(part))

    def _meant(self, part: ast.expr) -> Operation:
        """The operation that a part of the tree stands for."""
        match part:
            case ast.BinOp(op=sign) | ast.UnaryOp(op=sign) if type(sign) in SIGNS:
                return OPERATIONS[SIGNS[type(sign)]]
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                if operation := called(name):
                    return operation
                raise unknown.unknown_function(name, self._expression, part.col_offset)
        raise unknown.unknown_syntax(self._expression[span(part)], part.col_offset)


def number(value: object, part: ast.expr) -> float:
    """A constant as a number of 64 bits.

    Errors: `number_too_large`.
    """
    assert isinstance(value, int | float)  # tokens lets no other constant through
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if math.isinf(found):
        raise unknown.number_too_large(part.col_offset)
    return found


def span(part: ast.expr) -> slice:
    """Where a part of the tree stands in the expression."""
    return slice(part.col_offset, part.end_col_offset)
