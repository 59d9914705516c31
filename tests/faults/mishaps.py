"""Mishaps that are no kill of the run itself: a worker killed, a document that hangs or crashes, a full disk, two runs.

Run by `make faults`. Each says how many documents are lost or doubled afterwards: none.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from faults.setting import bytes_of, finish, leftovers, read_whole, start, tally, write_corpus

SOME_REJECTED, COULD_NOT = 3, 1


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("mishaps") / "in", 200)


@pytest.fixture(scope="module")
def wanted(corpus) -> Path:
    """The tables of an undisturbed run."""
    out = corpus.parent / "wanted"
    assert finish(start("run", corpus, "--out", out, "--workers", 1))[0] == SOME_REJECTED
    return out


def workers_of(group: int) -> list[int]:
    """The worker processes of a run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(") ", 1)[1].split()[1])
            if parent == group and b"spawn_main" in (stat.parent / "cmdline").read_bytes():
                found.append(int(stat.parent.name))
        except OSError:  # it has ended meanwhile
            continue
    return found


def test_workers_killed(corpus, wanted, tmp_path):
    """A worker is killed at a random moment, again and again: its documents are done by another."""
    chance, killed = random.Random(5), 0
    for turn in range(5):
        process, out = start("run", corpus, "--out", tmp_path / f"out-{turn}", "--workers", 2), tmp_path / f"out-{turn}"
        ends = time.monotonic() + chance.uniform(1, 5)
        while process.poll() is None and time.monotonic() < ends:
            time.sleep(0.05)
        for worker in chance.sample(workers := workers_of(process.pid), min(1 + turn % 2, len(workers))):
            os.kill(worker, signal.SIGKILL)
            killed += 1
        code, said = finish(process)
        assert code == SOME_REJECTED, said
        assert tally(out, wanted) == (0, 0) and bytes_of(out) == bytes_of(wanted), said
    print(f"\n{killed} workers killed")
    assert killed


@pytest.mark.parametrize(("word", "reason", "workers"), [
    ("QUIHANG", "timeout", 1), ("QUIBUSY", "timeout", 2), ("QUICRASH", "failed", 1), ("QUICRASH", "failed", 2),
    ("QUIDEEP", "failed", 1), ("QUIEAT", "failed", 2), ("QUIDIE", "failed", 2), ("QUIFAULT", "failed", 2),
    ("QUILEAVE", "failed", 2), ("QUIDIE", "failed", 1), ("QUIFAULT", "failed", 1), ("QUILOOP", "timeout", 1)])
def test_one_bad_document(tmp_path, word, reason, workers):
    """It is rejected with its reason by the first run; the others' rows are those of a run without it."""
    corpus = write_corpus(tmp_path / "in", 20, sentences=8)
    assert finish(start("run", corpus, "--out", tmp_path / "without"))[0] == SOME_REJECTED
    (corpus / "b" / "bad.txt").write_text(f"Le ministre {word} parle.\n", encoding="utf-8")
    out = tmp_path / "out"
    told = ("run", corpus, "--out", out, "--workers", workers, "--seconds", 2)
    code, said = finish(start(*told, driver=True))
    assert code == SOME_REJECTED, said
    rejects = {row["source"]: row["reason"] for row in pq.read_table(out / "rejects.parquet").to_pylist()}
    assert {Path(source).name: why for source, why in rejects.items()} == {"blank.txt": "empty", "bad.txt": reason}
    without = bytes_of(tmp_path / "without")
    assert {name: data for name, data in bytes_of(out).items() if name != "rejects"} == {
        name: data for name, data in without.items() if name != "rejects"}


def limited(size: int) -> None:
    """No file of this process and its children grows beyond `size` bytes: what a full disk says at that point."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("size", [100, 2_000, 5_000, 20_000, 60_000, 120_000])
def test_no_file_may_grow(corpus, wanted, tmp_path, size):
    """The run stops with one line; the same command goes on when there is space."""
    out = tmp_path / "out"
    code, said = finish(start("run", corpus, "--out", out, preexec_fn=lambda: limited(size)))
    assert code == COULD_NOT and said.startswith("depeche: ") and said.count("\n") == 1, said
    read_whole(out)
    assert finish(start("run", corpus, "--out", out))[0] == SOME_REJECTED
    assert tally(out, wanted) == (0, 0) and bytes_of(out) == bytes_of(wanted) and not leftovers(out)


@pytest.mark.parametrize("kilobytes", [64, 256, 512, 1024])
def test_a_full_disk(corpus, wanted, tmp_path, kilobytes):
    """A file system in memory that is too small, then made larger."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk]
    if not shutil.which("mount"):
        pytest.skip("there is no mount here")
    mounted = subprocess.run(mount, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(mounted.stderr.strip())
    try:
        code, said = finish(start("run", corpus, "--out", disk / "out", "--csv"))
        assert code == COULD_NOT and "No space left" in said, said
        read_whole(disk / "out")
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        assert finish(start("run", corpus, "--out", disk / "out"))[0] == SOME_REJECTED
        assert tally(disk / "out", wanted) == (0, 0) and bytes_of(disk / "out") == bytes_of(wanted)
        assert not leftovers(disk / "out")
    finally:
        subprocess.run(["umount", disk], check=True)


def test_two_runs_into_one_folder(corpus, wanted, tmp_path):
    """The second says so and stops; the first is not disturbed."""
    out = tmp_path / "out"
    first = start("run", corpus, "--out", out)
    while not (out / ".parts" / "lock").exists() or not (out / ".parts" / "lock").read_text():
        time.sleep(0.02)
    for stage in ("run", "read", "recognise", "normalise", "tabulate"):
        code, said = finish(start(stage, *[corpus] * (stage in ("run", "read")), "--out", out))
        assert code == COULD_NOT and "another run is writing there" in said, said
    assert finish(first)[0] == SOME_REJECTED
    assert bytes_of(out) == bytes_of(wanted)


def test_a_reader_of_the_old_tables_sees_them_whole(corpus, wanted, tmp_path):
    """While a run replaces tables, whoever reads them sees the old ones or the new ones, and no broken file."""
    out, reads = tmp_path / "out", 0
    assert finish(start("run", corpus / "a", "--out", out))[0] == 0
    process = start("run", corpus, "--out", out)
    while process.poll() is None:
        read_whole(out)
        reads += 1
    assert finish(process)[0] == SOME_REJECTED and reads > 20
    assert bytes_of(out) == bytes_of(wanted)
