"""A graph knows its variables, its way back and its program."""

from app.autodiff.graph import Edge
from app.autodiff.parser import parse


def test_variables_come_in_the_order_of_the_expression() -> None:
    graph = parse("b + a * b")
    assert graph.variables == {"b": 0, "a": 1}
    assert graph.nodes[graph.result].text == "b + a * b"


def test_the_way_back_goes_along_every_edge_once_each_child_before_its_operands() -> None:
    graph = parse("a * b + a")
    assert graph.edges() == (Edge(3, 2, 0), Edge(3, 0, 1), Edge(2, 0, 0), Edge(2, 1, 1))
    assert graph.edges(["b"]) == (Edge(3, 2, 0), Edge(2, 1, 1))


def test_no_way_leads_to_what_is_constant() -> None:
    graph = parse("x * (2 + exp(3))")
    assert [graph.nodes[edge.parent].text for edge in graph.edges()] == ["x"]


def test_the_program_is_plain_data() -> None:
    assert parse("x * 2").program == [
        ("variable", (), "x"),
        ("constant", (), 2.0),
        ("multiply", (0, 1), None),
    ]
