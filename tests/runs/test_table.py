"""The curves as CSV hold every update and every evaluation."""

import csv
from io import StringIO

from app.runs.events import BatchesTrained, EpochEnded, Event, RunFinished, RunStarted
from app.runs.table import as_csv


def batches(epoch: int, first: int, *loss: float) -> BatchesTrained:
    return BatchesTrained(epoch=epoch, first_step=first, loss=loss, accuracy=(0.5,) * len(loss), seconds=1)


def read(*events: Event) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(event.wire for event in events))))


def test_every_update_has_its_row_and_the_last_of_an_epoch_its_test() -> None:
    ended = EpochEnded(epoch=1, loss=1, accuracy=1, test_loss=0.25, test_accuracy=0.75, seconds=1)
    end = RunFinished(test_loss=0, test_accuracy=1, seconds=2)
    rows = read(
        RunStarted(), batches(1, 0, 3.0, 2.0), batches(1, 2, 1.5), ended, batches(2, 3, float("nan")), end
    )
    assert [row["step"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["epoch"] for row in rows] == ["1", "1", "1", "2"]
    assert [row["loss"] for row in rows] == ["3.0", "2.0", "1.5", "NaN"]
    assert [row["test_accuracy"] for row in rows] == ["", "", "0.75", ""]


def test_a_run_that_waits_has_only_a_header() -> None:
    assert as_csv([]) == "step,epoch,loss,accuracy,test_loss,test_accuracy\n"
