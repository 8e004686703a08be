"""The command line: serve (default), train, predict, explain; the same functions that the web calls."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from app import __version__
from app.errors import InvalidError, PlaygroundError, Problem, UnknownError
from app.settings import Settings, chosen
from app.typed import checked, given, spec_fields

if TYPE_CHECKING:
    from app.runs.archive import Archive

Opened = TypeVar("Opened", bound="Archive")

app = typer.Typer(add_completion=False, no_args_is_help=False, help=__doc__, rich_markup_mode=None)

Host = Annotated[
    str | None, typer.Option(help="Address to listen on.  [default: 127.0.0.1]", show_default=False)
]
Port = Annotated[int | None, typer.Option(help="Port to listen on.  [default: 8000]", show_default=False)]
DataDir = Annotated[Path | None, typer.Option(help="Folder for runs, checkpoints and snapshots.")]
Open = Annotated[
    bool | None, typer.Option("--open", help="Ask no token even beyond loopback.", show_default=False)
]


@app.callback(invoke_without_command=True)
def default(
    context: typer.Context,
    host: Host = None,
    port: Port = None,
    data_dir: DataDir = None,
    open_: Open = None,
    version: Annotated[bool | None, typer.Option("--version", help="Print the version and end.")] = None,
) -> None:
    """See the mathematics of a neural network on one that you train yourself."""
    if version:
        print(__version__)
    elif context.invoked_subcommand is None:
        serve(host, port, data_dir, open_)
    elif given(context.params):
        raise InvalidError(
            "misplaced_option",
            "An option stands before the command.",
            expected=f"tensor-playground {context.invoked_subcommand} --option …",
            hint="Write the options behind the command that they belong to.",
        )


@app.command()
def serve(host: Host = None, port: Port = None, data_dir: DataDir = None, open_: Open = None) -> None:
    """Serve the playground."""
    # Beside a training, NumPy's own threads would spend their time waiting for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from app.server import serve as run_server

    run_server(settings(host=host, port=port, data_dir=data_dir, open=open_))


@app.command()
def train(
    context: typer.Context,
    hidden: Annotated[
        list[str] | None,
        typer.Option(help="A hidden layer as units:activation; repeat for more, `none` for none."),
    ] = None,
    optimizer: Annotated[str, typer.Option(help="sgd, rmsprop, adagrad or adam.")] = "rmsprop",
    learning_rate: Annotated[
        float | None, typer.Option(help="How far each update moves the weights.")
    ] = None,
    momentum: Annotated[float | None, typer.Option(help="For sgd and rmsprop.")] = None,
    nesterov: Annotated[bool | None, typer.Option("--nesterov", help="For sgd with momentum.")] = None,
    rho: Annotated[float | None, typer.Option(help="For rmsprop.")] = None,
    beta_1: Annotated[float | None, typer.Option("--beta-1", help="For adam.")] = None,
    beta_2: Annotated[float | None, typer.Option("--beta-2", help="For adam.")] = None,
    epochs: Annotated[int | None, typer.Option(help="How often every image is seen.")] = None,
    batch_size: Annotated[int | None, typer.Option(help="Images per update.")] = None,
    train_samples: Annotated[int | None, typer.Option(help="How many training images are used.")] = None,
    label_noise: Annotated[float | None, typer.Option(help="Share of labels made random.")] = None,
    shuffle_pixels: Annotated[
        bool | None, typer.Option("--shuffle-pixels", help="All pixels change places, in all images alike.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Same seed, same weights.")] = None,
    name: Annotated[str | None, typer.Option(help="A name for the list of runs.")] = None,
    data_dir: DataDir = None,
) -> None:
    """Train a network; what is not said is as in the chapter."""
    from app.main import create_runs
    from app.network.spec import Spec
    from app.terminal import watch

    fields = given(context.params)
    with opened(create_runs(settings(data_dir=fields.pop("data_dir", None)))) as runs:
        run = runs.submit(checked(Spec, **spec_fields(fields)))
        ended = asyncio.run(watch(runs, run))
    sys.exit(0 if ended.status == "finished" else 1)


@app.command()
def predict(
    file: Annotated[Path | None, typer.Argument(help="A picture of a digit.")] = None,
    test_index: Annotated[int | None, typer.Option(help="Take this digit of the test set instead.")] = None,
    run: Annotated[str | None, typer.Option(help="Which run answers.  [default: the newest]")] = None,
    step: Annotated[int | None, typer.Option(help="Its weights after this many updates.")] = None,
    data_dir: DataDir = None,
) -> None:
    """Ask a network for a picture's ten probabilities."""
    from app.runs.archive import Archive
    from app.terminal import show_prediction

    with opened(Archive(settings(data_dir=data_dir).data_dir)) as archive:
        show_prediction(archive, file, test_index, run, step)


@app.command()
def explain(
    slug: Annotated[str, typer.Argument(help="A lesson, such as broadcasting.")],
    question: Annotated[
        str | None, typer.Argument(help="Its question as JSON.  [default: the lesson's first example]")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Answer a lesson's question step by step."""
    from app.terminal import show_lesson

    module = written_lesson(slug)
    asked = json.dumps(module.PRESETS[0][1]) if question is None else question
    show_lesson(module, answered(data_dir, module, checked(module.Question.model_validate_json, asked)))


def main() -> None:
    """The entry point: errors as sentences, not as tracebacks."""
    try:
        app()
    except PlaygroundError as error:
        print(*sentences(error.problem), sep="\n", file=sys.stderr)
        sys.exit(2)


def settings(**options: Any) -> Settings:
    """The settings: what was said on the command line, else the environment, else the defaults."""
    return chosen(**given(options))


def sentences(problem: Problem) -> Iterator[str]:
    """A problem line by line; a fix is a question that can be asked instead."""
    told = problem.model_dump(include={"what", "expected", "got", "hint"})
    yield from (f"{name}: {text}" for name, text in told.items() if text)
    yield from (f"fix: {fix['title']}  '{json.dumps(fix['question'])}'" for fix in problem.fixes or ())


def written_lesson(slug: str) -> ModuleType:
    """The module of a lesson."""
    from app.lessons.course import LESSONS, lesson

    slugs = [entry.slug for entry in LESSONS]
    if slug not in slugs:
        raise UnknownError("unknown_lesson", "There is no such lesson.", expected=", ".join(slugs), got=slug)
    return lesson(slug)


def answered(data_dir: Path | None, module: ModuleType, question: Any) -> Any:
    """A lesson's trace; the runs are opened where the question names tensors of one."""
    from app.digits import mnist
    from app.runs.archive import Archive
    from app.runs.real_tensors import Finder
    from app.tensors.real import changes, with_numbers

    if module.__name__.endswith(".training_step"):
        with opened(Archive(settings(data_dir=data_dir).data_dir)) as archive:
            training = archive.training_step(question.run, question.step, mnist.load().train)
            return module.explain(question, training)
    if not changes(question, lambda operand: operand):
        return module.explain(question)
    with opened(Archive(settings(data_dir=data_dir).data_dir)) as archive:
        find = Finder(archive, lambda: mnist.load().train)
        return module.explain(with_numbers(question, find))


@contextmanager
def opened(archive: Opened) -> Iterator[Opened]:
    """The runs of a data folder, open while the block runs."""
    archive.open()
    try:
        yield archive
    finally:
        archive.close()
