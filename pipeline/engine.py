"""The engine: calls of a plain function over many parts, in this process, in a pool of processes or on a cluster.

All three are a `concurrent.futures.Executor`, and nothing else differs. A document that raises, hangs or takes its
worker along is tried again alone and given up with its reason; the rest goes on.
"""

import multiprocessing
import os
import select
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, Protocol, Self, TypeVar

from pipeline.rows import Document, Reject

Made = TypeVar("Made")

SMALL = 8
"""Parts up to which this process does the work alone: a pool takes seconds to load its models."""

SECONDS_PER_CHARACTER = 0.0003
"""What its length allows a document beside the limit: ten times what the slowest pipeline needs."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
              "VECLIB_MAXIMUM_THREADS")
"""What tells each numerical library to keep to one thread: the cores are for the workers."""


class RunError(Exception):
    """The run cannot be done; the message is the one line that the user reads."""


class Died(Exception):
    """A worker ended while it worked: killed, out of memory, or crashed below Python."""


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

    `workers` None: as many as this process may use cores, or none but itself where the parts are few. Where it is
    `wary`, this process never does the work: what ends a process shall end a worker.
    """

    def __init__(self, workers: int | None = None, scheduler: str | None = None):
        self.workers, self.scheduler, self.wary = workers, scheduler, False
        self._executor: Executor | None = None
        self._client: Any = None

    def __enter__(self) -> Self:
        if self.scheduler:  # one that does not answer is better known before the reading
            self._open(1)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self._close(kill=kind is not None)
        if self._client is not None:
            self._client.close()

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

        for part, arguments in calls:
            under_way[self._open(n_calls).submit(function, part.documents, *arguments)] = part, arguments
            while len(under_way) >= self._in_flight(n_calls):
                yield from ready()
        while under_way:
            yield from ready()

    def _alone(self, function: Callable, documents: Sequence[Document], arguments: tuple, give_up: Callable,
               join: Callable) -> Any:
        """A part after a worker died: whole once more, then document by document."""
        try:
            return _result(self._open(SMALL + 1).submit(function, documents, *arguments))
        except Died as error:
            self._close(kill=True)
            if len(documents) > 1:
                return join([self._alone(function, [d], arguments, give_up, join) for d in documents])
            try:
                _result(self._open(SMALL + 1).submit(function, [], *arguments))
            except Died as other:
                raise RunError(f"the workers end before they do anything: {other}") from other
            return give_up(documents[0], error)

    def _in_flight(self, n_calls: int) -> int:
        size = self._size(n_calls)
        return 2 * size if size > 1 or self.scheduler else 1

    def _size(self, n_calls: int) -> int:
        if self.scheduler:
            return max(1, sum(self._client.nthreads().values()))
        if self.workers is None:
            size = 1 if n_calls <= SMALL else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") \
                else os.cpu_count() or 1
        else:
            size = min(self.workers, n_calls)
        return max(size, 2) if self.wary else size

    def _open(self, n_calls: int) -> Executor:
        if self._executor is None:
            if self.scheduler:
                self._executor = self._cluster(self.scheduler)
            elif self._size(n_calls) == 1:
                self._executor = Here()
            else:
                self._executor = _pool(self._size(n_calls))
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
            self._executor.shutdown(cancel_futures=True)
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
    """A pool of fresh processes, each on one thread, that end with this one."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    way = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(way), initializer=_worker)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes now. There is no public way to them before Python 3.14.

    Whoever still sends them a part would wait for ever where nobody reads (CPython issue 94777), so what is under way is
    read here, by a copy of the reader's end, until the pool has seen that it is over. And whoever reads a result that a
    killed process had half written would wait for its end: our own writing end is closed, so that it comes.
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
    """Ctrl-C is the parent's to answer; and where the parent is killed, so is the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


_ONE_AT_A_TIME = threading.Lock()
"""A cluster's worker may run several parts in threads; the model and its string store take one at a time."""


def guarded(documents: Sequence[Document], work: Callable[[Sequence[Document]], Made], seconds: float
            ) -> tuple[list[Made], list[Reject]]:
    """`work(documents)`, or where that raises or takes too long, `work([document])` for each that does not."""
    if not documents:
        return [], []
    allowed = seconds + SECONDS_PER_CHARACTER * sum(d.n_chars for d in documents)
    try:
        with _ONE_AT_A_TIME, _limit(allowed):
            return [work(documents)], []
    except Exception as error:  # noqa: BLE001  whatever a document does to the model or the rules: it becomes a reject, with this
        if len(documents) == 1:
            reason = "timeout" if isinstance(error, TimeoutError) else "failed"
            detail = str(error) if reason == "timeout" else f"{type(error).__name__}: {error}"
            return [], [Reject(documents[0].source, None, reason, f"{documents[0].doc_id}: {detail}")]
    each = [guarded([document], work, seconds) for document in documents]
    return [made for some, _ in each for made in some], [reject for _, some in each for reject in some]


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
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
