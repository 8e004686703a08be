"""`make bench`: tables of ratios. Machines differ and are busy; only what was measured together counts."""

from rich.console import Console
from rich.table import Table

from tests.bench import autodiff, first_page, lessons, predicting, time_machine, training


def main() -> None:
    """Measure everything and print it."""
    console = Console()
    for measure in (
        training.measure,
        predicting.measure,
        time_machine.measure,
        autodiff.measure,
        lessons.measure,
        first_page.measure,
    ):
        console.print(as_table(measure.__module__.rpartition(".")[2], measure()))


def as_table(title: str, rows: list[tuple[str, str, str]]) -> Table:
    """Rows of (what, measured, aim) as a table."""
    table = Table(title=title.replace("_", " "), title_justify="left", min_width=78)
    for name in ("what", "measured", "aim"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for row in rows:
        table.add_row(*row)
    return table


if __name__ == "__main__":
    main()
