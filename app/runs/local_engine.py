"""LocalEngine: one process per run on this machine, and a spare that has TensorFlow loaded already."""

import logging
import multiprocessing
import threading
from collections.abc import Iterator
from multiprocessing.connection import wait

from app.runs.engine import Gone, Job, Readiness, Report, Told
from app.runs.process import WorkerProcess

log = logging.getLogger(__name__)

CLOSE_SECONDS = 6
"""Patience with workers when all come to an end: `docker stop` grants 10 seconds."""


class LocalEngine:
    """An `Engine` of local processes; each has a pipe of its own, so a killed one can block nobody."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers: list[WorkerProcess] = []
        self._closed = False
        self._woken, self._waker = multiprocessing.Pipe(duplex=False)

    @property
    def trainer(self) -> Readiness:
        """Whether a job would train at once, has to wait for TensorFlow, or one trains already."""
        ready = [worker for worker in self._workers if worker.ready]
        if not ready:
            return "starting"
        return "busy" if any(worker.job for worker in ready) else "ready"

    def start(self, job: Job) -> None:
        """Give the job to the spare, or to a new process if there is none; a closed engine takes no job.

        Errors: OSError if none can be started.
        """
        with self._lock:
            if self._closed:
                return
            worker = next((worker for worker in self._workers if not worker.job), None) or self._hire()
            worker.take(job)

    def stop(self, run_id: str) -> None:
        """Ask the run's worker to stop; it is told again after 3 seconds and killed after 4."""
        with self._lock:
            for worker in self._workers:
                if worker.job and worker.job.run_id == run_id:
                    worker.ask_to_stop()

    def events(self) -> Iterator[Report]:
        """Reports of all jobs, each job's in order; waits for more until `close`."""
        self._keep_spare()
        while self._workers or not self._closed:
            yield from self._round()

    def close(self) -> None:
        """Begin to end every process; one that trains keeps a checkpoint first."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                if worker.job and worker.ready:
                    worker.ask_to_stop(CLOSE_SECONDS)
                else:
                    worker.kill()
            self._waker.send(None)

    def _round(self) -> Iterator[Report]:
        workers = list(self._workers)
        readable = wait([self._woken, *(worker.pipe for worker in workers)])
        if self._woken in readable:
            self._woken.recv()
        for worker in workers:
            if worker.pipe in readable:
                yield from self._hear(worker)

    def _hear(self, worker: WorkerProcess) -> Iterator[Report]:
        try:
            notice = worker.hear()
        except EOFError:
            yield from self._dismiss(worker)
            return
        if notice and worker.job:
            yield Told(worker.job.run_id, notice)

    def _dismiss(self, worker: WorkerProcess) -> Iterator[Report]:
        with self._lock:
            self._workers.remove(worker)
        exit_code = worker.bury()
        if worker.job or worker.ready:  # a spare that cannot even load TensorFlow would die again and again
            self._keep_spare()
        if worker.job and not self._closed:
            yield Gone(worker.job.run_id, exit_code)

    def _keep_spare(self) -> None:
        """Have a process ready for the next job, unless one trains: loading TensorFlow would slow it down."""
        with self._lock:
            if self._workers or self._closed:
                return
            try:
                self._hire()
            except OSError:  # the next job may have more luck
                log.exception("no spare process could be started")

    def _hire(self) -> WorkerProcess:
        worker = WorkerProcess()
        self._workers.append(worker)
        self._waker.send(None)
        return worker
