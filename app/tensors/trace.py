"""Trace: an answer told step by step, with the code that does the same."""

from pydantic import BaseModel, ConfigDict


class Step(BaseModel):
    """One step of the telling: a title, and a sentence with the real numbers in it."""

    model_config = ConfigDict(frozen=True)

    title: str
    text: str


class Code(BaseModel):
    """The lines that do what is shown; each ends with the result in the variable `result`."""

    model_config = ConfigDict(frozen=True)

    numpy: str
    keras: str | None = None


class Trace(BaseModel):
    """What every lesson answers; each adds its own."""

    model_config = ConfigDict(frozen=True)

    code: Code
