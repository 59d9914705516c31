"""Mirroring: tables at a URL, `s3://bucket/news` or `memory://news`, are worked on in a folder of this machine.

    --out URL ── folder_of ──> a folder in the cache ── fetch ──> every command, as on any folder ── publish ──> URL

The lock, the parts and the plan stay here; only the tables, their CSV and `run.json` travel, each where it has changed.
At the URL `run.json` goes first and comes last: where it stands, the tables are whole and of one run.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from pipeline.engine import RunError
from pipeline.recording import as_record, only_run, read_record
from pipeline.storing import file_sha256, files_of, remove, replacing, write_bytes
from pipeline.tabulating import TABLES

RECORD = "run.json"
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
    return Path(named.removeprefix("file://")) if named.startswith("file://") else _cache() / quote(named, safe="")


def url_of(out: Path) -> str | None:
    """The URL whose tables are worked on in this folder; None for a folder that is nobody's mirror."""
    named = unquote(out.name)
    return named if out.parent == _cache() and "://" in named else None


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "depeche"


def fetch(out: Path) -> None:
    """Bring what is at the folder's URL and is not here as it is there; nothing while a run works here."""
    if url_of(out):
        _said(out, _fetch)


def publish(out: Path) -> None:
    """Bring to the folder's URL what is not there as it is here, and take away there what is no more."""
    if url_of(out):
        _said(out, _publish)


def _said(out: Path, work: Callable[[Any, str, Path], None]) -> None:
    import fsspec  # here, since only URLs need it
    try:
        work(*fsspec.core.url_to_fs(url_of(out)), out)
    except (ImportError, ValueError, OSError) as error:
        raise RunError(f"{url_of(out)}: {error}") from error


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
    if there == here and not stale:
        return _met(out)
    system.makedirs(root, exist_ok=True)
    if there:
        system.rm_file(f"{root}/{RECORD}")
    for name in stale:
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
    if path.is_dir():
        system.makedirs(target, exist_ok=True)
    for part in files_of(path) if path.exists() else ():
        system.put_file(str(part), f"{target}/{part.name}" if path.is_dir() else target)
