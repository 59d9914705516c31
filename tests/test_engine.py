"""The engine: the same results wherever the work is done, and a fault costs no more than what is at fault."""

import gc
import itertools
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.engine import GRACE, WORKING, Engine, Failure, RunError, _limit, _pool, guarded
from pipeline.parts import Part
from pipeline.rows import Document


def doubled(documents, mark: bytes) -> bytes:
    for document in documents:
        if document.text == "DIE":
            os._exit(3)
        if document.text == "DIE SLOWLY":
            time.sleep(0.3)
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text == "LOOP":
            with _limit(0.2):
                sum(itertools.repeat(0))  # in C, where no signal is looked at
        if document.text == "RAISE":
            raise LookupError("not found")
    return b"".join(document.text.encode() + mark for document in documents)


def some_parts(*texts: str) -> list:
    documents = [Document(str(number), str(number), text, n_chars=len(text)) for number, text in enumerate(texts)]
    return [Part(tuple(documents[at:at + 3]), str(at)) for at in range(0, len(documents), 3)]


def worked(workers: int, *texts: str) -> bytes:
    with Engine(workers) as engine:
        made = list(engine.map(doubled, ((part, (b"+",)) for part in some_parts(*texts)), 9,
                               lambda document, error: b"(late)" if error.seconds > GRACE else b"(gone)", b"".join))
    return b" ".join(data for part, data in sorted(made, key=lambda pair: int(pair[0].sha256)))


def test_a_worker_does_not_look_for_cycles_while_it_loads():
    with _pool(1) as pool:
        assert pool.submit(gc.get_threshold).result()[0] == WORKING


def test_a_pool_gives_what_one_process_gives():
    texts = [chr(97 + n) for n in range(9)]
    assert worked(0, *texts) == worked(1, *texts) == worked(2, *texts) == b"a+b+c+ d+e+f+ g+h+i+"


def test_a_worker_that_dies_costs_one_document():
    assert worked(2, "a", "b", "DIE", "d", "e", "f", "g", "DIE SLOWLY", "i") == b"a+b+(gone) d+e+f+ g+(gone)i+"


def test_a_worker_that_heeds_no_signal_is_ended():
    assert worked(1, "a", "b", "c", "LOOP") == b"a+b+c+ (late)"


def test_this_process_can_be_interrupted_while_it_works():
    def interrupted(documents, mark):
        os.kill(os.getpid(), signal.SIGINT)
        return b""

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background job ignores
    try:
        with pytest.raises(KeyboardInterrupt), Engine(0) as engine:
            list(engine.map(interrupted, ((part, (b"",)) for part in some_parts("a")), 1, lambda *_: b"", b"".join))
    finally:
        signal.signal(signal.SIGINT, before)


def test_the_first_worker_that_dies_costs_one_document():
    assert worked(1, "a", "DIE", "c", "d") == b"a+(gone)c+ d+"


def test_long_parts_on_their_way_hold_nobody_up():
    texts = ["x" * 1_000_000] * 30
    assert worked(2, "a", "b", "DIE", *texts).startswith(b"a+b+(gone) xxx")
    with pytest.raises(KeyboardInterrupt), Engine(2) as engine:
        for _ in engine.map(doubled, ((part, (b"",)) for part in some_parts(*texts)), 10, lambda *_: b"", b"".join):
            raise KeyboardInterrupt


def test_what_is_no_document_s_fault_stops_the_run():
    for workers in (0, 1, 2):
        with pytest.raises(LookupError):
            worked(workers, "a", "b", "RAISE", "d")


def test_no_more_parts_are_held_than_are_under_way():
    taken, most = 0, 0

    def calls_counted():
        nonlocal taken
        for part in some_parts(*"abcdefghijklmnopqrstuvwxyz"):
            taken += 1
            yield part, (b"",)

    with Engine(2) as engine:
        for given, _ in enumerate(engine.map(doubled, calls_counted(), 9, lambda *_: b"", b"".join)):
            most = max(most, taken - given)
    assert most <= 4


def test_guarded_tries_each_document_alone():
    documents = some_parts("a", "bad", "c")[0].documents

    def work(some):
        if any(document.text == "bad" for document in some):
            raise ValueError("so bad")
        return [document.text for document in some]

    assert guarded(documents, work, 60) == ([["a"], ["c"]], [Failure("1", "1", "failed", "ValueError: so bad")])


def test_threads_of_a_worker_take_their_turns():
    """The model and its string store are no good for two at a time."""
    together, most = 0, 0

    def work(some):
        nonlocal together, most
        together += 1
        most = max(most, together)
        time.sleep(0.02)
        together -= 1

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda part: guarded(part.documents, work, 60), some_parts(*"abcdefghijkl")))
    assert most == 1


def test_a_cluster_gives_what_one_process_gives():
    distributed = pytest.importorskip("distributed")
    texts = [chr(97 + n) for n in range(12)]
    with (distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                                   host="127.0.0.1") as cluster,
          Engine(None, cluster.scheduler_address) as engine):
        made = {part.sha256: data for part, data in engine.map(
            doubled, ((part, (b"+",)) for part in some_parts(*texts)), 4, lambda *_: b"", b"".join)}
    assert b" ".join(made[key] for key in sorted(made, key=int)) == worked(1, *texts)


def test_no_scheduler_there():
    pytest.importorskip("distributed")
    with pytest.raises(RunError, match="no scheduler answers"), Engine(None, "nonsense://nowhere"):
        pass
