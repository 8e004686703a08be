"""The command line: serve (default), train, predict; the same functions that the web calls."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from pydantic import ValidationError

from app.errors import InvalidError, PlaygroundError
from app.settings import Settings

if TYPE_CHECKING:
    from app.runs.archive import Archive

Model = TypeVar("Model")
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
    context: typer.Context, host: Host = None, port: Port = None, data_dir: DataDir = None, open_: Open = None
) -> None:
    """See the mathematics of a neural network on one that you train yourself."""
    if context.invoked_subcommand is None:
        serve(host, port, data_dir, open_)


@app.command()
def serve(host: Host = None, port: Port = None, data_dir: DataDir = None, open_: Open = None) -> None:
    """Serve the playground."""
    from app.server import serve as run_server

    run_server(settings(host=host, port=port, data_dir=data_dir, open=open_))


@app.command()
def train(
    hidden: Annotated[
        list[str] | None,
        typer.Option(help="A hidden layer as units:activation; repeat for more, `none` for none."),
    ] = None,
    optimizer: Annotated[str, typer.Option(help="sgd, rmsprop, adagrad or adam.")] = "rmsprop",
    learning_rate: Annotated[float | None, typer.Option(help="Size of the steps.")] = None,
    momentum: Annotated[float | None, typer.Option(help="For sgd and rmsprop.")] = None,
    nesterov: Annotated[bool | None, typer.Option("--nesterov", help="For sgd with momentum.")] = None,
    epochs: Annotated[int, typer.Option(help="How often every image is seen.")] = 5,
    batch_size: Annotated[int, typer.Option(help="Images per update.")] = 128,
    train_samples: Annotated[int, typer.Option(help="How many training images are used.")] = 60_000,
    label_noise: Annotated[float, typer.Option(help="Share of labels replaced by random ones.")] = 0,
    seed: Annotated[int, typer.Option(help="Same seed, same weights.")] = 0,
    name: Annotated[str, typer.Option(help="A name for the list of runs.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Train a network; without options the chapter's."""
    from app.main import create_runs
    from app.network.spec import Spec
    from app.terminal import watch

    chosen = {"name": optimizer, "learning_rate": learning_rate, "momentum": momentum, "nesterov": nesterov}
    with opened(create_runs(settings(data_dir=data_dir))) as runs:
        run = runs.submit(
            checked(
                Spec,
                optimizer=given(chosen),
                epochs=epochs,
                batch_size=batch_size,
                train_samples=train_samples,
                label_noise=label_noise,
                seed=seed,
                name=name,
                **hidden_layers(hidden),
            )
        )
        asyncio.run(watch(runs, run))


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


def main() -> None:
    """The entry point: errors as sentences, not as tracebacks."""
    try:
        app()
    except PlaygroundError as error:
        told = error.problem.model_dump(exclude={"code"}, exclude_none=True)
        print(*(f"{name}: {text}" for name, text in told.items() if text), sep="\n", file=sys.stderr)
        sys.exit(2)


def settings(**options: Any) -> Settings:
    """The settings: what was said on the command line, else the environment, else the defaults."""
    return checked(Settings, **given(options))


def given(options: dict[str, Any]) -> dict[str, Any]:
    """Only the options that somebody used."""
    return {name: value for name, value in options.items() if value is not None}


def checked(model: type[Model], **fields: Any) -> Model:
    """A model from what was typed; a misfit is told by name."""
    try:
        return model(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidError(
            first["type"],
            f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}",
            got=repr(first["input"]),
            hint="tensor-playground COMMAND --help lists the options.",
        ) from error


def hidden_layers(texts: list[str] | None) -> dict[str, Any]:
    """`["512:relu", "64"]` as the field `hidden` of a spec; nothing typed leaves the default."""
    if texts is None:
        return {}
    layers = [text.partition(":") for text in texts if text != "none"]
    return {
        "hidden": [
            given({"units": units, "activation": activation or None}) for units, _, activation in layers
        ]
    }


@contextmanager
def opened(archive: Opened) -> Iterator[Opened]:
    """The runs of a data folder, open while the block runs."""
    archive.open()
    try:
        yield archive
    finally:
        archive.close()
