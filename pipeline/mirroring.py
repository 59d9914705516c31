"""Mirroring: tables at a URL, `s3://bucket/news` or `memory://news`, are worked on in a folder of this machine.

    --out URL ── folder_of ──> a folder in the cache ── fetch ──> every command, as on any folder ── publish ──> URL

The lock, the parts and the plan stay here; the tables, their CSV, the documents that failed and `run.json` travel, each
where it has changed. At the URL `run.json` goes first and comes last: where it stands, the tables are whole and of one
run.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, unquote

from pipeline.engine import RunError
from pipeline.recording import as_record, only_run, read_record
from pipeline.storing import file_sha256, files_of, remove, replacing, write_bytes
from pipeline.tabulating import TABLES

RECORD = "run.json"
FAILED = ".parts/failed.parquet"
"""The documents that failed: without them another machine could try none again."""

MET = ".met.json"
"""What tells tables that a run made here and nobody has brought to the URL yet."""


def folder_of(named: str | Path) -> Path:
    """Where the tables of `--out` are worked on: the folder itself, or for a URL its own one in the cache.

    >>> folder_of("file:///data/news")
    PosixPath('/data/news')
    """
    named = str(named)
    if "://" not in named:
        return Path(named)
    if named.startswith("file://"):
        return Path(named.removeprefix("file://"))
    return _cache().joinpath(*PIECES.findall(quote(named, safe="")))


PIECES = re.compile(r".{1,200}\.*")
"""Of a long URL, folders in each other, since no folder's name has more than 255 characters; none begins with a dot."""


def url_of(out: Path) -> str | None:
    """The URL whose tables are worked on in this folder; None for a folder that is nobody's mirror."""
    named = unquote("".join(out.relative_to(_cache()).parts)) if out.is_relative_to(_cache()) else ""
    return named if "://" in named and folder_of(named) == out else None


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "depeche"


def fetch(out: Path) -> None:
    """Bring what is at the folder's URL and is not here as it is there; nothing while a run works here."""
    if url := url_of(out):
        _at(url, partial(_fetch, out=out))


def publish(out: Path) -> None:
    """Bring to the folder's URL what is not there as it is here, and take away there what is no more."""
    if url := url_of(out):
        _at(url, partial(_publish, out=out))


@contextmanager
def written(named: str | Path) -> Iterator[Path]:
    """A file to write, which for a URL goes there when the block ends well."""
    named = str(named)
    if "://" not in named or named.startswith("file://"):
        yield folder_of(named)
        return
    with TemporaryDirectory() as folder:
        yield (path := Path(folder) / "written")
        _at(named, partial(_put, path))


def _at(url: str, work: Callable[[Any, str], None]) -> None:
    """Do something at a URL, given its system and the way there; RunError where that cannot be done."""
    import fsspec  # here, since only URLs need it
    try:
        work(*fsspec.core.url_to_fs(url))
    except Exception as error:  # noqa: BLE001  each store has errors of its own, and not all are an OSError
        raise RunError(f"{url}: {str(error) or type(error).__name__}") from error


def _fetch(system: Any, root: str, out: Path) -> None:
    there, here = _record_at(system, root), read_record(out)
    if not there or there == here or here and here != _last_met(out):
        return                                                 # tables that were never brought there are kept
    with suppress(RunError), only_run(out):  # of a run that works here, the tables are newer
        for name, sha256 in there["tables"].items():
            if file_sha256(out / f"{name}.parquet") != sha256:
                with replacing(out / f"{name}.parquet") as begun:
                    _get(system, f"{root}/{name}.parquet", begun)
        for name in TABLES.keys() - there["tables"].keys():
            remove(out / f"{name}.parquet")
        remove(out / FAILED)
        if system.exists(f"{root}/{FAILED}"):
            _get(system, f"{root}/{FAILED}", out / FAILED)
        for table in out.glob("*.csv"):
            table.unlink()
        write_bytes(out / RECORD, system.cat_file(f"{root}/{RECORD}"))
        _met(out)


def _last_met(out: Path) -> dict:
    """The record that was at the URL and here alike, the last time; {} where there was none."""
    return read_record(out, MET)


def _met(out: Path) -> None:
    write_bytes(out / MET, (out / RECORD).read_bytes())


def _publish(system: Any, root: str, out: Path) -> None:
    there, here = _record_at(system, root), read_record(out)
    stale = [f"{name}{ending}" for kind, ending in (("tables", ".parquet"), ("csv", ".csv"))
             for old, new in [(there.get(kind, {}), here[kind])] for name in {**old, **new}
             if old.get(name) != new.get(name) or not system.exists(f"{root}/{name}{ending}")]
    if there == here and not stale and system.exists(f"{root}/{FAILED}") == (out / FAILED).exists():
        return _met(out)
    if there:
        system.rm_file(f"{root}/{RECORD}")
    for name in (*stale, FAILED):
        _put(out / name, system, f"{root}/{name}")
    system.pipe_file(f"{root}/{RECORD}", (out / RECORD).read_bytes())
    _met(out)


def _record_at(system: Any, root: str) -> dict:
    try:
        return as_record(system.cat_file(f"{root}/{RECORD}"))
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _get(system: Any, source: str, path: Path) -> None:
    if not system.isdir(source):
        system.get_file(source, str(path))
        return
    path.mkdir()
    for part in system.ls(source, detail=False):
        system.get_file(part, str(path / part.rpartition("/")[2]))


def _put(path: Path, system: Any, target: str) -> None:
    """A file or a folder of files, in place of whatever is there; where there is none here, none is there."""
    if system.exists(target):
        system.rm(target, recursive=True)
    if path.exists():
        system.makedirs(target if path.is_dir() else target.rpartition("/")[0], exist_ok=True)
    for part in files_of(path) if path.exists() else ():
        system.put_file(str(part), f"{target}/{part.name}" if path.is_dir() else target)
