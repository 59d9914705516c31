"""The engine: calls of a plain function over many parts, in this process, in a pool of processes or on a cluster.

All three are a `concurrent.futures.Executor`, and nothing else differs. A document that raises, hangs or takes its
worker along is tried again alone and given up with its reason; the rest goes on. So the work is never done in this
process, but where it is told to: no document can end the process that keeps the books.
"""

import atexit
import faulthandler
import gc
import multiprocessing
import os
import select
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeVar

from pipeline.rows import Document, Reject

Made = TypeVar("Made")

SMALL = 8
"""Parts up to which one worker does the work: each takes seconds to load its model."""

GRACE = 2.0
"""Seconds after its limit at which a worker that heeds no signal, as a loop in C does, is ended from within."""

SECONDS_PER_CHARACTER = 0.0003
"""What its length allows a document beside the limit: ten times what the slowest pipeline needs."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
              "VECLIB_MAXIMUM_THREADS")
"""What tells each numerical library to keep to one thread: the cores are for the workers."""


class RunError(Exception):
    """The run cannot be done; the message is the one line that the user reads."""


class Died(Exception):
    """A worker ended while it worked: killed, out of memory, crashed below Python, or late. `seconds` is for how long
    it had worked; None where nobody looked."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be done, and why."""

    doc_id: str
    source: str
    reason: str  # `failed` or `timeout`
    detail: str

    @property
    def reject(self) -> Reject:
        """The row of `rejects` that says so."""
        return Reject(self.source, None, self.reason, f"{self.doc_id}: {self.detail}")


class Part(Protocol):
    """What is worked upon."""

    documents: Sequence[Document]


class Here(Executor):
    """This process as an executor: a call is done when `submit` returns."""

    def submit(self, fn: Callable, /, *args: Any, **kwargs: Any) -> Future:
        future: Future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  handed on to whoever asks for the result, as every executor does
            future.set_exception(error)
        return future


class Engine:
    """Opens the executor when there is work for it, and opens a new one when it breaks.

    `workers` None: as many as this process may use cores, or one where the parts are few. 0: this process does the
    work, and what a document does to it, it does to the run.
    """

    def __init__(self, workers: int | None = None, scheduler: str | None = None):
        self.workers, self.scheduler = workers, scheduler
        self._executor: Executor | None = None
        self._client: Any = None
        self._warming: list[Future] = []
        self._wanted = False  # has anything been asked of the executor?

    def __enter__(self) -> Self:
        if self.scheduler:  # one that does not answer is better known before the reading
            self._open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self._close(kill=kind is not None or not self._wanted)
        if self._client is not None:
            self._client.close()

    def warm(self, function: Callable, *arguments: Any) -> None:
        """Let one worker of this machine begin to load what it needs, while this process does something else."""
        if self.workers != 0 and not self.scheduler and self._executor is None:
            self._warming.append(self._submit(function, [], *arguments))

    def map(self, function: Callable[..., Made], calls: Iterable[tuple[Any, tuple]], n_calls: int,
            give_up: Callable[[Document, BaseException], Made], join: Callable[[Sequence[Made]], Made]
            ) -> Iterator[tuple[Any, Made]]:
        """Each part of `calls` with `function(part.documents, *arguments)`, as they get ready.

        No more parts are under way, and none more are held, than twice the workers.
        """
        under_way: dict[Future, tuple[Any, tuple]] = {}

        def ready() -> Iterator[tuple[Any, Made]]:
            suspects = []
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                part, arguments = under_way.pop(future)
                try:
                    yield part, _result(future)
                except Died:
                    suspects.append((part, arguments))
            if suspects:  # which of them did it shows when each has the workers to itself
                suspects += under_way.values()
                under_way.clear()
                self._close(kill=True)
                for part, arguments in suspects:
                    yield part, self._alone(function, part.documents, arguments, give_up, join)

        if self._in_flight(n_calls) == 1:
            wait(self._warming)  # a call that comes earlier would start another worker
        for part, arguments in calls:
            self._wanted = True
            under_way[self._submit(function, part.documents, *arguments)] = part, arguments
            while len(under_way) >= self._in_flight(n_calls):
                yield from ready()
        while under_way:
            yield from ready()
        self._close(kill=False)  # the workers end while this process puts together what they made

    def _alone(self, function: Callable, documents: Sequence[Document], arguments: tuple, give_up: Callable,
               join: Callable) -> Any:
        """A part after a worker died: whole once more, then document by document, each by a worker that is warm."""
        try:
            _result(self._submit(function, [], *arguments))
        except Died as error:
            self._close(kill=True)
            raise RunError("the workers end before they do anything; a script that runs the pipeline does so under "
                           '`if __name__ == "__main__":`, or with no workers') from error
        begun = time.perf_counter()
        try:
            return _result(self._submit(function, documents, *arguments))
        except Died as error:
            self._close(kill=True)
            if len(documents) > 1:
                return join([self._alone(function, [d], arguments, give_up, join) for d in documents])
            error.seconds = time.perf_counter() - begun
            return give_up(documents[0], error)

    def _submit(self, function: Callable, documents: Sequence[Document], *arguments: Any) -> Future:
        executor = self._open()
        try:
            with _no_interrupts() if isinstance(executor, ProcessPoolExecutor) else nullcontext():
                return executor.submit(function, documents, *arguments)
        except BrokenExecutor as error:  # since the last call: it is as if this one had been under way
            future: Future = Future()
            future.set_exception(error)
            return future

    def _in_flight(self, n_calls: int) -> int:
        """Calls that are under way at once; a pool has no more processes than there were at most."""
        if self.scheduler:
            return 2 * max(1, sum(self._client.nthreads().values()))
        if self.workers is None and n_calls <= SMALL:
            return 1
        return max(1, 2 * min(self._workers(), n_calls))

    def _workers(self) -> int:
        if self.workers is not None:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

    def _open(self) -> Executor:
        if self._executor is None:
            if self.scheduler:
                self._executor = self._cluster(self.scheduler)
            elif self.workers == 0:
                self._executor = Here()
            else:
                self._executor = _pool(self._workers())
        return self._executor

    def _cluster(self, address: str) -> Executor:
        try:
            from distributed import Client
        except ImportError as error:
            raise RunError("--scheduler needs dask.distributed: pip install 'depeche[cluster]'") from error
        if self._client is None:
            try:
                self._client = Client(address, timeout=10, set_as_default=False)
            except (OSError, TimeoutError, ValueError) as error:
                raise RunError(f"no scheduler answers at {address}: {error}") from error
        return self._client.get_executor(pure=False)

    def _close(self, kill: bool) -> None:
        if self._executor is None:
            return
        if isinstance(self._executor, ProcessPoolExecutor):
            if kill:
                _kill(self._executor)
            self._executor.shutdown(wait=kill, cancel_futures=True)
        else:
            self._executor.shutdown(wait=False)
        self._executor = None


def _result(future: Future) -> Any:
    try:
        return future.result()
    except BrokenExecutor as error:
        raise Died("its worker ended without a word: killed, out of memory, or crashed") from error
    except Exception as error:
        if type(error).__name__ == "KilledWorker":  # distributed's, which need not be installed
            raise Died("its worker ended without a word: killed, out of memory, or crashed") from error
        raise


def _pool(workers: int) -> Executor:
    """A pool of fresh processes, each on one thread, that end with this one; each is started when there is a call for
    it. They are children of this process, so that its time and theirs are told together."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_worker)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """A process that is started meanwhile never hears Ctrl-C, which is its parent's to answer; this one does later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes now. There is no public way to them before Python 3.14.

    Whoever still sends them a part would wait for ever where nobody reads (CPython issue 94777), so what is under way
    is read here, by a copy of the reader's end, until the pool has seen that it is over. And whoever reads a result
    that a killed process had half written would wait for its end: our own writing end is closed, so that it comes.
    """
    for process in list((pool._processes or {}).values()):
        process.kill()
    manager, queue = pool._executor_manager_thread, pool._call_queue
    if manager is None or queue is None:
        return
    pool._result_queue._writer.close()
    try:
        end = os.dup(queue._reader.fileno())
    except OSError:                                       # closed already: nobody can wait for it
        return
    try:
        while manager.is_alive():
            if select.select([end], [], [], 0.02)[0] and not os.read(end, 65_536):
                manager.join()
    finally:
        os.close(end)


def _worker() -> None:
    """Where the parent is killed, so is the worker; and Ctrl-C is the parent's, also where no mask was inherited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_less_for_cycles(WORKING)
    atexit.register(os._exit, 0)  # to take the model apart takes longer than to leave it
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


READING, WORKING = 50_000, 1_000_000
"""New objects after which Python looks for cycles, where it has 700 of its own. Imports, model and gazetteer are half a
million that stay, and 10,000 texts leave none in a cycle, but pages do, with all of their trees."""


def look_less_for_cycles(objects: int) -> None:
    """A process of our own loads much that stays and makes little that hangs together; `objects`: READING, WORKING."""
    gc.set_threshold(objects)


_ONE_AT_A_TIME = threading.Lock()
"""A cluster's worker may run several parts in threads; the model and its string store take one at a time."""


def guarded(documents: Sequence[Document], work: Callable[[Sequence[Document]], Made], seconds: float
            ) -> tuple[list[Made], list[Failure]]:
    """`work(documents)`, or where that raises or takes too long, `work([document])` for each that does not."""
    if not documents:
        return [], []
    try:
        with _ONE_AT_A_TIME, _limit(allowed(documents, seconds)):
            return [work(documents)], []
    except Exception as error:  # noqa: BLE001  whatever a document does to the model or the rules
        if len(documents) == 1:
            reason = "timeout" if isinstance(error, TimeoutError) else "failed"
            detail = str(error) if reason == "timeout" else f"{type(error).__name__}: {error}"
            return [], [Failure(documents[0].doc_id, documents[0].source, reason, detail)]
    each = [guarded([document], work, seconds) for document in documents]
    return [made for some, _ in each for made in some], [failure for _, some in each for failure in some]


def allowed(documents: Sequence[Document], seconds: float) -> float:
    """The seconds that documents may take together: the limit, and what their length allows them."""
    return seconds + SECONDS_PER_CHARACTER * sum(d.n_chars for d in documents)


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """TimeoutError after so many seconds, and the end of a worker that does not heed it."""
    if multiprocessing.parent_process() is None:
        with _signalled(seconds):
            yield
        return
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_NOWHERE)
    try:
        with _signalled(seconds):
            yield
    finally:
        faulthandler.cancel_dump_traceback_later()


_NOWHERE = os.open(os.devnull, os.O_WRONLY)
"""Where a worker's last words go: the reject tells what happened."""


@contextmanager
def _signalled(seconds: float) -> Iterator[None]:
    """TimeoutError after so many seconds; no limit outside a process's main thread, where no signal arrives."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def late(number: int, frame: object) -> None:
        raise TimeoutError(f"not done after {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
