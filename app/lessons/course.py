"""The course: its lessons in their order, one visible list."""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType


@dataclass(frozen=True)
class Page:
    """A place on the map of the chapter."""

    slug: str
    """Name of the page in its address; for a lesson also of its module, template and script."""
    title: str
    text: str
    """What one does there."""
    lesson: bool = True

    @property
    def href(self) -> str:
        """Address of the page."""
        return f"/lessons/{self.slug}" if self.lesson else f"/{self.slug}"


@dataclass(frozen=True)
class Group:
    """Pages that belong together."""

    title: str
    text: str
    pages: tuple[Page, ...]


COURSE = (
    Group(
        "The first network",
        "Read 60,000 digits, learn from them, be tested on 10,000 others.",
        (
            Page(
                "digits",
                "Digits",
                "Look at the data: samples, classes, labels, and every pixel.",
                lesson=False,
            ),
            Page("train", "Train", "Teach a network and watch every batch of it.", lesson=False),
            Page("draw", "Draw", "Draw a digit and see what the network sees in it.", lesson=False),
        ),
    ),
    Group(
        "Tensors",
        "The numbers that everything is made of, and what is done with them.",
        (
            Page("tensors", "Tensors", "Axes, shape, dtype; slices of a stack of real digits."),
            Page(
                "element_wise",
                "Element-wise operations",
                "One number at a time, and why nobody writes the loop.",
            ),
            Page("broadcasting", "Broadcasting", "Two shapes that do not match, and how they come to."),
            Page("dot_product", "Dot product", "Rows meet columns, term by term."),
            Page("reshaping", "Reshaping", "The same numbers under another shape."),
            Page("geometry", "Geometry", "What a dense layer does to space."),
        ),
    ),
    Group(
        "Learning",
        "How a network finds its weights.",
        (
            Page(
                "gradient_descent", "Gradient descent", "Downhill, step by step: too small, too large, right."
            ),
            Page("backpropagation", "Backpropagation", "The chain rule, one edge of the graph at a time."),
            Page("gradient_tape", "Gradient tape", "Gradients with the shapes of their tensors."),
            Page(
                "training_step", "One training step", "A real update of a real network under the microscope."
            ),
        ),
    ),
)


LESSONS = tuple(page for group in COURSE for page in group.pages if page.lesson)
"""The lessons in the order of the course."""


def lesson(slug: str) -> ModuleType:
    """The module of a lesson: its docstring is the law and the formula, then TITLE, Question, explain."""
    return import_module(f"app.lessons.{slug}")


def law(module: ModuleType) -> str:
    """The law that a lesson teaches: the first line of its module."""
    return (module.__doc__ or "").strip().splitlines()[0]
