"""`GET /api/digits`: browse the data."""

from typing import Annotated, Literal

import numpy as np
from fastapi import APIRouter, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.digits.mnist import Bytes
from app.network.batches import shuffled
from app.network.spec import MOST_SEED, Spec
from app.web.rooms import MnistRoom

router = APIRouter(prefix="/api", tags=["Digits"])


class Digit(BaseModel):
    """One sample: its place in the split, its class, its picture."""

    index: int
    label: int
    pixels: list[list[int]]


class DigitsPage(BaseModel):
    """Some digits in a row; `total` counts all that match."""

    split: Literal["train", "test"]
    start: int
    total: int
    digits: list[Digit]


class DigitsQuestion(BaseModel):
    """Which digits; an empty label is none."""

    model_config = ConfigDict(extra="forbid")

    split: Literal["train", "test"] = "train"
    start: int = Field(0, ge=0, le=60_000, description="place of the first one among those that match")
    count: int = Field(24, ge=1, le=200)
    label: Annotated[int | None, BeforeValidator(lambda given: None if given == "" else given)] = Field(
        None, ge=0, le=9, description="only this class"
    )
    index: list[Annotated[int, Field(ge=0, lt=60_000)]] = Field(
        [], max_length=200, description="only the digits at these places, in this order; may be repeated"
    )
    shuffle_seed: int | None = Field(
        None, ge=0, le=MOST_SEED, description="as a run with this seed sees them that shuffles the pixels"
    )

    def seen(self, images: Bytes) -> Bytes:
        """The images as they are, or with their pixels shuffled."""
        if self.shuffle_seed is None:
            return images
        return shuffled(Spec(shuffle_pixels=True, seed=self.shuffle_seed), images)


@router.get("/digits")
def get_digits(mnist: MnistRoom, question: Annotated[DigitsQuestion, Query()]) -> DigitsPage:
    """Digits of the training or the test set, by position and label."""
    chosen = mnist.train if question.split == "train" else mnist.test
    places = np.array(question.index, np.intp) if question.index else np.arange(len(chosen.labels))
    places = places[places < len(chosen.labels)]
    matching = places if question.label is None else places[chosen.labels[places] == question.label]
    shown = matching[question.start :][: question.count]
    digits = [
        Digit(index=int(i), label=int(chosen.labels[i]), pixels=image.tolist())
        for i, image in zip(shown, question.seen(chosen.images[shown]), strict=True)
    ]
    return DigitsPage(split=question.split, start=question.start, total=len(matching), digits=digits)
