"""`depeche run` killed at random moments, then let end: the tables are those of an undisturbed run, byte for byte.

Run by `make faults`. `KILLS`, `DOCUMENTS` and `SEED` in the environment say how often, on how much, and from which
random number; the seed is printed with a failure.
"""

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from faults.setting import bytes_of, finish, gone, leftovers, read_whole, start, tally, write_corpus

KILLS = int(os.environ.get("KILLS", "50"))
DOCUMENTS = int(os.environ.get("DOCUMENTS", "300"))
SEED = int(os.environ.get("SEED", str(time.time_ns() % 10**6)))
SOME_REJECTED = 3


def undisturbed(folder: Path, corpus: Path, workers: int) -> tuple[Path, float]:
    """The tables of a run that nobody kills, and its seconds."""
    started, out = time.monotonic(), folder / f"undisturbed-{workers}"
    code, said = finish(start("run", corpus, "--out", out, "--workers", workers))
    assert code == SOME_REJECTED, said
    return out, time.monotonic() - started


def killed_until_done(corpus: Path, out: Path, workers: int, seconds: float, chance: random.Random, most: int
                      ) -> list[tuple[str, float]]:
    """Run into `out`, kill at a moment of `seconds`, run again, at most `most` times; then let it end."""
    kills: list[tuple[str, float]] = []
    while True:
        process = start("run", corpus, "--out", out, "--workers", workers)
        moment = chance.uniform(0.2, seconds)
        try:
            process.wait(moment if len(kills) < most else 600)
        except subprocess.TimeoutExpired:
            kind = chance.choice(["SIGKILL", "SIGTERM", "Ctrl-C"])
            if kind == "Ctrl-C":  # a terminal sends it to the whole group
                os.killpg(process.pid, signal.SIGINT)
            else:
                process.send_signal(getattr(signal, kind))
            process.communicate(timeout=30)
            assert gone(process.pid), f"{kind} after {moment:.2f} s leaves processes"
            kills.append((kind, moment))
            read_whole(out)
            continue
        code, said = finish(process)
        assert code == SOME_REJECTED, said
        return kills


def kill_and_compare(folder: Path, kills: int, documents: int, seed: int) -> dict[str, int]:
    """So many kills in as many rounds as they take; asserts on the tables of each round and returns the tally."""
    chance, corpus = random.Random(seed), write_corpus(folder / "in", documents)
    told = {"kills": 0, "rounds": 0, "lost": 0, "doubled": 0, "SIGKILL": 0, "SIGTERM": 0, "Ctrl-C": 0}
    wanted, seconds = undisturbed(folder, corpus, 1)
    old = folder / "old"  # every third round goes on from the tables of fewer documents
    assert finish(start("run", corpus / "a", "--out", old))[0] == 0
    while told["kills"] < kills:
        out, workers = folder / f"out-{told['rounds']}", 1 + told["rounds"] % 2
        if told["rounds"] % 3 == 1:
            shutil.copytree(old, out)
        done = killed_until_done(corpus, out, workers, seconds, chance, kills - told["kills"])
        told["rounds"] += 1
        told["kills"] += len(done)
        for kind, _ in done:
            told[kind] += 1
        lost, doubled = tally(out, wanted)
        told["lost"] += lost
        told["doubled"] += doubled
        assert (lost, doubled) == (0, 0), f"seed {seed}: {done}"
        assert bytes_of(out) == bytes_of(wanted), f"seed {seed}: {done}"
        assert not leftovers(out), f"seed {seed}: {done}"
        shutil.rmtree(out)
    return told


@pytest.mark.parametrize("seed", [SEED])
def test_killed_at_random_moments(tmp_path, seed):
    told = kill_and_compare(tmp_path, KILLS, DOCUMENTS, seed)
    print(f"\n{told}")
    assert told["kills"] == KILLS and (told["lost"], told["doubled"]) == (0, 0)
