"""Hundreds of hostile texts are refused with an error that teaches, and none of them runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.autodiff.parser import parse
from app.autodiff.tokens import LONGEST, check
from app.errors import InvalidError, Problem

WORDS = {
    "secrets": "__import__ open eval exec compile getattr globals vars breakpoint print",
    "dunders": "__class__ __bases__ __subclasses__ __globals__ __dict__ __builtins__ __code__",
    "python": "lambda if else for in is not and or await yield import None True while def class del return "
    "raise with try assert global async",
    "signs": "^ % & | ~ < > ! = : ; [ ] { } ' \" ` \\ # $ ?",
    "odd": "\x00 \u200b × − ½ π \ud800 😀 \u202e \x1b ⅹ ﬁ ² \u2215",
    "calls": "f(x)(x) x(x) (x)(w) abs() abs(x,w) abs(x=1) abs(*x) abs(**x) maximum(x) sum(x,0)",
    "numbers": "1e309 1e999999999 0x10 1_000 1j 5x 0b1 1.2.3 1..real x.y x().y 1e 08",
    "mistakes": "x,w () (x,) x//w x***w x**/w x@@w x++ **x ,x x..w ...+x @x *x,w x:=1 {x} f'{x}' x;w "
    "np.sum(x)",
    "names": "tf+x result tape gradients np grad_w y X sin softmax+1 xw",
}
FAMILIES = {family: words.split(" ") for family, words in WORDS.items()}
FOREIGN = [*FAMILIES["python"], *FAMILIES["signs"], *FAMILIES["odd"]]

HOSTILE = [
    *(f"{name}('os')" for name in FAMILIES["secrets"]),
    *(f"{name}(x)" for name in (*FAMILIES["secrets"], *FAMILIES["dunders"])),
    *(f"x.{name}" for name in FAMILIES["dunders"]),
    *(f"({name})(x)" for name in FAMILIES["dunders"]),
    *(f"x {word} w" for word in FOREIGN),
    *(f"{word} x" for word in FOREIGN),
    *(f"x{odd}" for odd in FAMILIES["odd"]),
    *"+-*/@(),.",
    *("(" * depth + "x" for depth in (1, 50, 199, 201, 499)),
    *("(" * depth + "x" + ")" * depth for depth in (201, 249)),
    *("-" * depth + "x" for depth in (250, 499)),
    *("+".join(f"x{i}" for i in range(count)) for count in (101, 111)),
    *("9" * digits for digits in (309, 400, 500, 501, 5000)),
    *(text for family in ("calls", "numbers", "mistakes", "names") for text in FAMILIES[family]),
    *("x w", "x 2", "", " ", "\n", "[x for x in w]", "x if w else b"),
    "x" * 501,
    "x + " * 1000 + "x",
]


def test_there_are_at_least_two_hundred() -> None:
    assert len(set(HOSTILE)) >= 200


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.timeout(1)
def test_a_hostile_text_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(InvalidError) as refused:
        parse(text, ("x", "w", "b"))
    problem = refused.value.problem
    assert problem.place
    assert 0 <= problem.place.start <= len(text)
    assert problem.what.endswith(".")
    problem.model_dump_json()


@given(st.text(alphabet="xw0123456789.eE+-*/@(), _^²×", max_size=40) | st.text(max_size=20))
def test_no_text_ends_in_anything_but_a_graph_or_a_refusal(text: str) -> None:
    problem = refusal_of(text)
    if problem is None:
        return
    assert problem.place
    assert all(fix["question"]["expression"] != text for fix in problem.fixes or ())


def refusal_of(text: str) -> Problem | None:
    """Why a text is no expression; none if it is one."""
    try:
        parse(text)
    except InvalidError as refused:
        return refused.problem
    return None


@pytest.mark.parametrize(
    ("text", "place", "fix"),
    [
        ("5x + 1", 1, "5 * x + 1"),
        ("(x) (w)", 4, "(x) * (w)"),
        ("x^2", 1, "x**2"),
        ("x² − 3×w", 1, "x**2 - 3*w"),
        ("[x + w]", 0, "(x + w)"),
    ],
)
def test_what_is_meant_is_offered(text: str, place: int, fix: str) -> None:
    with pytest.raises(InvalidError) as refused:
        check(text)
    problem = refused.value.problem
    assert problem.place
    assert problem.place.start == place
    assert problem.fixes
    assert problem.fixes[0]["question"]["expression"] == fix
    assert parse(fix)


def test_the_limit_is_said_where_it_is() -> None:
    check("x" * LONGEST)
    with pytest.raises(InvalidError) as refused:
        check("x" * LONGEST + "yz")
    assert refused.value.problem.place
    assert (refused.value.problem.place.start, refused.value.problem.got) == (LONGEST, "502")
