"""`GET /api/digits`: browse the data."""

from typing import Annotated, Literal

import numpy as np
from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.web.rooms import MnistRoom

router = APIRouter(prefix="/api", tags=["Digits"])

SplitName = Literal["train", "test"]


class Digit(BaseModel):
    """One sample: its place in the split, its class, its picture."""

    index: int
    label: int
    pixels: list[list[int]]


class DigitsPage(BaseModel):
    """Some digits in a row; `total` counts all that match."""

    split: SplitName
    start: int
    total: int
    digits: list[Digit]


@router.get("/digits")
def get_digits(
    mnist: MnistRoom,
    split: SplitName = "train",
    start: Annotated[
        int, Query(ge=0, le=60_000, description="place of the first one among those that match")
    ] = 0,
    count: Annotated[int, Query(ge=1, le=200)] = 24,
    label: Annotated[int | None, Query(ge=0, le=9, description="only this class")] = None,
) -> DigitsPage:
    """Digits of the training or the test set, by position and label."""
    chosen = mnist.train if split == "train" else mnist.test
    matching = np.arange(len(chosen.labels)) if label is None else np.flatnonzero(chosen.labels == label)
    digits = [
        Digit(index=int(i), label=int(chosen.labels[i]), pixels=chosen.images[i].tolist())
        for i in matching[start : start + count]
    ]
    return DigitsPage(split=split, start=start, total=len(matching), digits=digits)
