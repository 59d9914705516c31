"""What the fault tests share: a corpus of our own making, the command in a process of its own, and what it left."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

TABLES = ("documents", "rejects", "mentions", "roles", "entities", "cooccurrences")
ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).parent / "driver.py"

PEOPLE = ("Inès Carpentier", "Malo Trévidic", "Sigrid Aasen", "Tomasz Wilk", "Vladimir Poutine", "Emmanuel Macron",
          "Awa Sarr", "João Pestana", "Olaf Scholz", "Giorgia Meloni")
PLACES = ("le Sénégal", "la Norvège", "l'Iran", "les États-Unis", "la Géorgie", "le Congo", "l'Ukraine", "le Japon")
MINISTRIES = ("le ministère de la Défense", "le Quai d'Orsay", "le ministère israélien des Affaires étrangères",
              "le Pentagone", "les ministères de l'Intérieur polonais et tchèque", "Bercy")
SENTENCES = (
    "{person} a rencontré {person} avant que {place} ne réponde.", "Selon {ministry}, {place} aurait cédé.",
    "{person}, ministre des Finances, accuse {place} et {place}.", "Moscou a démenti, {ministry} aussi.",
    "« Rien n'est joué », dit {person} devant {ministry}.", "Le président sénégalais recevra {person}.",
)


def write_corpus(folder: Path, count: int, sentences: int = 18, seed: int = 1) -> Path:
    """So many texts in three folders, the same for the same seed, and some records beside them."""
    chance = random.Random(seed)

    def text() -> str:
        said = [chance.choice(SENTENCES).format(person=chance.choice(PEOPLE), place=chance.choice(PLACES),
                                                ministry=chance.choice(MINISTRIES)) for _ in range(sentences)]
        return f"Publié le {chance.randint(1, 28)} mars 2023\n\n" + "\n\n".join(
            " ".join(said[n:n + 5]) for n in range(0, len(said), 5)) + "\n"

    for number in range(count):
        path = folder / "abc"[number % 3] / f"{number // 2 if number < 10 else number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(), encoding="utf-8")
    (folder / "blank.txt").write_text(" \n", encoding="utf-8")  # one reject
    return folder


def command(*arguments: object, driver: bool = False) -> list[str]:
    """The command line of `depeche …`; with `driver`, of one whose rules mind the words of `driver.py`."""
    return [sys.executable, *([str(DRIVER)] if driver else ["-m", "pipeline"]), *map(str, arguments)]


def start(*arguments: object, driver: bool = False, **options: object) -> subprocess.Popen:
    """`depeche …` in a process group of its own, as a terminal would start it."""
    return subprocess.Popen(command(*arguments, driver=driver), cwd=ROOT, start_new_session=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            env={**os.environ, "PYTHONPATH": str(ROOT)}, **options)


def finish(process: subprocess.Popen, seconds: float = 600) -> tuple[int, str]:
    """Its exit code and all that it printed; nobody of its group outlives it by more than some seconds."""
    said, _ = process.communicate(timeout=seconds)
    assert gone(process.pid), "processes of the run are left"
    return process.returncode, said


def gone(group: int, seconds: float = 10) -> bool:
    """Is nobody of a process group left?"""
    for _ in range(int(seconds / 0.05)):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


def bytes_of(out: Path) -> dict[str, bytes]:
    """The six tables as they lie on disk."""
    return {name: (out / f"{name}.parquet").read_bytes() for name in TABLES}


def read_whole(out: Path) -> None:
    """Read every table that is there to its end; raises where one is broken.

    A file is opened once: by its path Arrow opens it twice, and may find another the second time.
    """
    for name in TABLES:
        if (path := out / f"{name}.parquet").is_file():
            with path.open("rb") as file:
                pq.read_table(file)


def tally(out: Path, wanted: Path) -> tuple[int, int]:
    """Inputs that are in neither `documents` nor `rejects` of `out`, though they are in `wanted`'s; and those that
    are there more than once."""
    def sources(folder: Path) -> Counter:
        return Counter(source for name in ("documents", "rejects")
                       for source in pq.read_table(folder / f"{name}.parquet")["source"].to_pylist())

    found = sources(out)
    return len(sources(wanted) - found), sum(n - 1 for n in found.values())


def leftovers(out: Path) -> list[Path]:
    """Files that a stopped run had begun."""
    return [path for path in out.rglob(".*") if path.name != ".parts"]
