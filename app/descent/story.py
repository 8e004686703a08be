"""The race told step by step: one optimizer's arithmetic, or who is ahead of whom."""

from collections.abc import Iterator, Sequence

from app.descent.numbers import number, place, vector
from app.descent.optimizers import Optimizer
from app.descent.race import Path
from app.tensors.trace import Step


def story(
    optimizers: Sequence[Optimizer], paths: Sequence[Path], fates: Sequence[str], kinks: Sequence[str]
) -> Iterator[Step]:
    """The start, every update, and at the end how it ends; `kinks` are said at the places of the first."""
    yield start(paths[0], kinks[0])
    last = max(len(path.losses) for path in paths) - 1
    for step in range(1, last + 1):
        if len(paths) == 1:
            more = f"It {fates[0]}" if step == last else kinks[step]
            text = f"{update(optimizers[0], paths[0], step)} {more}".strip()
        else:
            text = ranking(optimizers, paths, step)
        yield Step(title=f"Step {step}", text=text)


def start(path: Path, kink: str) -> Step:
    """Where all of them begin."""
    gradient = path.gradients[0]
    way = "it points uphill" if gradient.any() else "there is nothing to follow"
    here = f"At {place(path.points[0])} the loss is {number(path.losses[0])}."
    text = f"{here} The gradient there is {vector(gradient)}: {way}. {kink}"
    return Step(title="The start", text=text.strip())


def update(optimizer: Optimizer, path: Path, step: int) -> str:
    """The gradient, the move, and what it does to the loss."""
    gradient, move = path.gradients[step - 1], path.points[step] - path.points[step - 1]
    before, after = path.losses[step - 1], path.losses[step]
    change = "falls" if after < before else "stays" if after == before else "rises"
    name = optimizer.title[:1].upper() + optimizer.title[1:]
    moved = f"{name} moves by {vector(move)} to {place(path.points[step])}"
    loss = f"the loss {change} from {number(before)} to {number(after)}"
    return f"The gradient is {vector(gradient)}. {moved}: {loss}."


def ranking(optimizers: Sequence[Optimizer], paths: Sequence[Path], step: int) -> str:
    """All losses, the lowest first; who has ended keeps the last one."""
    now = [(float(path.losses[min(step, len(path.losses) - 1)]), i) for i, path in enumerate(paths)]
    now.sort(key=lambda rank: (rank[0] != rank[0], *rank))
    return f"The losses: {', '.join(f'{optimizers[i].title} {number(loss)}' for loss, i in now)}."
