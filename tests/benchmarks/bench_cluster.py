"""A cluster on one machine: a scheduler, three workers, one killed and one added in the middle, against the local pool.

    python -m tests.benchmarks.bench_cluster [corpus.jsonl] [--documents 3000] [--json result.json]

Everything holds to the loopback address. The tables of both runs have to be the same bytes, and every document has to
be there once. Three workers share the cores of this machine in both runs; with fewer cores, both are slower alike.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow.parquet as pq

from tests.benchmarks.bench_run import ONE_THREAD, depeche, table
from tests.benchmarks.corpus import ROOT, command, keep, made, passages_of, write

WORKERS = 3
TABLES = ("documents", "rejects", "mentions", "roles", "entities", "cooccurrences")
LOOPBACK = "127.0.0.1"
PATIENCE = 60
"""Seconds in which a scheduler or a worker has to be there."""


def _environment() -> dict[str, str]:
    ours = {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    return os.environ | dict.fromkeys(ONE_THREAD, "1") | ours


@contextmanager
def process(*command: str | Path) -> Iterator[subprocess.Popen]:
    """A process that is ended with the block."""
    started = subprocess.Popen([*map(str, command)], cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def dask(*command: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "dask", *command]


def worker(address: str, folder: Path) -> list[str | Path]:
    """One process on one thread; no nanny, so that one that is killed stays dead."""
    return dask("worker", address, "--host", LOOPBACK, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                "--local-directory", folder)


def until(there, patience: float = PATIENCE) -> None:
    """Wait until `there()` says so; TimeoutError where it does not in so many seconds."""
    late = time.monotonic() + patience
    while not there():
        if time.monotonic() > late:
            raise TimeoutError("what was waited for did not come")
        time.sleep(0.05)


def on_cluster(corpus: Path, out: Path, folder: Path, parts: int) -> tuple[float, list[str]]:
    """Seconds of the run, and what happened to the workers in it."""
    from distributed import Client
    plan, told = folder / "scheduler.json", []
    plan.unlink(missing_ok=True)                               # of the round before
    with ExitStack() as stack:
        stack.enter_context(process(*dask("scheduler", "--host", LOOPBACK, "--port", "0", "--no-dashboard",
                                          "--scheduler-file", plan)))
        until(lambda: plan.exists() and plan.read_text("utf-8").strip().endswith("}"))
        address = json.loads(plan.read_text("utf-8"))["address"]
        workers = [stack.enter_context(process(*worker(address, folder))) for _ in range(WORKERS)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(WORKERS, timeout=PATIENCE)
            done = out / ".parts" / "recognised"

            def count() -> int:
                return len(list(done.glob("*"))) if done.exists() else 0

            start = time.perf_counter()
            run = stack.enter_context(process(*depeche("run", corpus, "--out", out, "--scheduler", address, "--quiet")))
            until(lambda: count() >= parts // 4 or run.poll() is not None, 3600)
            workers[0].kill()
            told.append(f"one worker killed after {count()} of {parts} parts")
            until(lambda: count() >= parts // 2 or run.poll() is not None, 3600)
            stack.enter_context(process(*worker(address, folder)))
            told.append(f"one worker added after {count()} of {parts} parts")
            code = run.wait()
            seconds = time.perf_counter() - start
            if code != 0:
                raise RuntimeError(f"the run on the cluster ended with {code}")
    return seconds, told


def measure(corpus: Path | None, documents: int, rounds: int = 1) -> dict:
    """Both runs, and whether they agree."""
    with tempfile.TemporaryDirectory(prefix="depeche-cluster-") as name:
        folder = Path(name)
        made_corpus = write(folder / "corpus.jsonl", made(documents, passages_of(corpus)))
        result: dict = {"documents": documents, "load of the machine": round(os.getloadavg()[0], 1)}
        for number in range(rounds):
            local, cluster = folder / f"local-{number}", folder / f"cluster-{number}"
            start = time.perf_counter()
            command = depeche("run", made_corpus, "--out", local, "--workers", str(WORKERS), "--quiet")
            subprocess.run([*map(str, command)], check=True, cwd=ROOT, env=_environment())
            pool = time.perf_counter() - start
            parts = len(list((local / ".parts" / "recognised").glob("*")))
            seconds, told = on_cluster(made_corpus, cluster, folder, parts)
            ids = pq.read_table(cluster / "documents.parquet", columns=["doc_id"])["doc_id"].to_pylist()
            result[f"round {number + 1}"] = {
                "pool, wall seconds": round(pool, 1), "cluster, wall seconds": round(seconds, 1),
                "cluster to pool": round(seconds / pool, 3), "what happened": "; ".join(told),
                "every document once": len(ids) == len(set(ids)) == documents,
                "tables byte-identical": all(_sha256(local / f"{t}.parquet") == _sha256(cluster / f"{t}.parquet")
                                             for t in TABLES)}
        return result


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    parser = command(__doc__, 1)
    parser.add_argument("--documents", type=int, default=3000)
    options = parser.parse_args()
    result = measure(options.corpus, options.documents, options.rounds)
    print(table(result))
    keep(result, options.json)


if __name__ == "__main__":
    main()
