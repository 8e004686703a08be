"""The training of a run, whatever process it lives in: chunks of updates in, events out."""

import time
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.digits import mnist
from app.network.spec import Spec
from app.runs.curve import Curve
from app.runs.engine import Job
from app.runs.events import RunFailed, RunFinished, RunResumed, RunStarted
from app.runs.files import Arrays, RunFiles
from app.runs.problems import DivergedError, is_hopeless, problem_of, until_hopeless
from app.runs.rhythm import CHECKPOINT_SECONDS, MESSAGE_SECONDS, Interval, Pace, snapshot_steps
from app.runs.saver import Emit, Saver

if TYPE_CHECKING:
    from app.network.training import Trainer


def train(job: Job, emit: Emit, should_stop: Callable[[], bool]) -> None:
    """Train until the end, until it fails or until `should_stop()`; the caller hears of everything by `emit`.

    The last event is run_finished or run_failed; a training that was stopped keeps a checkpoint of where it
    stands, if it can, and says nothing more.
    """
    if should_stop():
        return
    files = RunFiles(job.folder)
    try:
        files.prepare()
        with Saver(files, job.attempt, emit) as saver:
            training = Training(job, emit, saver)
            training.begin(files.checkpoint(job.checkpoint) if job.checkpoint else None)
            training.go_on(should_stop)
    except Exception as error:
        if not should_stop():
            emit(RunFailed(attempt=job.attempt, problem=problem_of(error)))


def make_trainer(spec: Spec) -> "Trainer":
    """The network of a spec and the digits; the first call in a process loads TensorFlow, for seconds."""
    from app.network.training import Trainer  # noqa: PLC0415

    return Trainer(spec, mnist.load())


class Training:
    """One attempt at a run."""

    def __init__(self, job: Job, emit: Emit, saver: Saver) -> None:
        self._spec = job.spec
        self._attempt = job.attempt
        self._emit = emit
        self._saver = saver
        self._trainer = make_trainer(job.spec)
        self._curve = Curve(job.spec, job.attempt)
        self._snapshots = snapshot_steps(job.spec)
        self._pace = Pace()
        self._message = Interval(MESSAGE_SECONDS)
        self._checkpoint = Interval(CHECKPOINT_SECONDS)

    def begin(self, checkpoint: Arrays | None) -> None:
        """Start at the first update, or where a checkpoint was made."""
        if checkpoint:
            self._trainer.restore(checkpoint)
            self._curve.restore(checkpoint)
        if self._attempt == 1:
            self._emit(RunStarted(attempt=self._attempt))
        else:
            self._emit(RunResumed(attempt=self._attempt, step=self._trainer.step))
        self._keep_snapshot()

    def go_on(self, should_stop: Callable[[], bool]) -> None:
        """Do the updates that are left, or keep a checkpoint of those that were done.

        Errors: DivergedError, or whatever TensorFlow or the disk complains about.
        """
        while not self._done:
            if should_stop():
                self._leave()
                return
            self._do_updates()
            if self._epoch_complete:
                self._end_epoch()
            self._keep_snapshot()
            self._keep_checkpoint()
        self._finish()

    @property
    def _done(self) -> bool:
        return self._trainer.step == self._spec.steps

    @property
    def _epoch_complete(self) -> bool:
        return self._trainer.step % self._spec.updates_per_epoch == 0

    def _do_updates(self) -> None:
        first = self._trainer.step
        start = time.perf_counter()
        loss, accuracy = self._trainer.run(min(self._pace.updates, self._possible()))
        seconds = time.perf_counter() - start
        self._pace.learn(len(loss), seconds)
        valid = until_hopeless(loss)
        self._curve.add(loss[:valid].tolist(), accuracy[:valid].tolist(), seconds)
        self._go_on_only_with(float(loss[valid - 1]), first + valid)
        if self._message.over:
            self._tell()

    def _possible(self) -> int:
        """Updates until something else has to be done."""
        step = self._trainer.step
        until_snapshot = self._snapshots[bisect_right(self._snapshots, step)] - step
        return min(until_snapshot, self._trainer.left_in_epoch)

    def _go_on_only_with(self, loss: float, step: int) -> None:
        if is_hopeless(loss):
            self._tell()
            raise DivergedError(self._spec, step, loss)

    def _tell(self) -> None:
        if batches := self._curve.untold():
            self._emit(batches)
        self._message.restart()

    def _end_epoch(self) -> None:
        self._tell()
        test_loss, test_accuracy = self._trainer.evaluate()
        self._emit(self._curve.end_epoch(test_loss, test_accuracy))
        self._go_on_only_with(test_loss, self._trainer.step)
        self._test = test_loss, test_accuracy

    def _keep_snapshot(self) -> None:
        if self._trainer.step in self._snapshots:
            self._saver.save_snapshot(self._trainer.step, self._trainer.weights(), self._trainer.memory())

    def _keep_checkpoint(self) -> None:
        if not self._done and (self._epoch_complete or self._checkpoint.over):
            self._save_checkpoint()
            self._checkpoint.restart()

    def _save_checkpoint(self) -> None:
        self._tell()
        self._saver.save_checkpoint(self._trainer.step, lambda: self._trainer.state() | self._curve.state())

    def _leave(self) -> None:
        self._saver.finish()  # a checkpoint that is still being written would keep this one out
        self._save_checkpoint()
        self._saver.finish()

    def _finish(self) -> None:
        self._saver.finish()
        test_loss, test_accuracy = self._test
        self._emit(
            RunFinished(
                attempt=self._attempt,
                test_loss=test_loss,
                test_accuracy=test_accuracy,
                seconds=self._curve.seconds,
            )
        )
