"""Storing: files that are there whole or not at all, and Arrow tables as bytes.

Every file is written under another name in its folder, put on the disk, and then renamed: whoever reads meanwhile sees
the old file, and what a killed run leaves behind is a hidden file that the next run removes. A large table is a folder
of files under the same name. No system puts a folder in another's place at once, so the old one steps aside first;
where a run is killed just then, the next one puts it back.
"""

import hashlib
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import zstandard


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write a file or a folder of files under; it stands at `path` when the block ends well, and what stood
    there before stays when it does not.

    It is on the disk before it takes the other's place, so that a machine that stops leaves one or the other.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield hidden(path)
        for part in files_of(hidden(path)):
            with part.open("rb+") as file:
                os.fsync(file.fileno())
        if path.is_dir() or (hidden(path).is_dir() and path.exists()):
            remove(_aside(path))
            path.rename(_aside(path))
        hidden(path).replace(path)
        remove(_aside(path))
    except OSError as error:  # whoever reads of it knows the file by its own name
        if error.filename == str(hidden(path)):
            error.filename = str(path)
        raise
    finally:
        remove(hidden(path))


@contextmanager
def whole(path: Path) -> Iterator[io.BufferedWriter]:
    """A file to fill, which stands at `path` once it is whole."""
    with replacing(path) as begun, open(begun, "wb") as file:
        yield file


def hidden(path: Path) -> Path:
    """The name that a file has until it is whole: `out/mentions.parquet` -> `out/.mentions.parquet.part`."""
    return path.with_name(f".{path.name}.part")


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def tidied(folder: Path) -> None:
    """Remove what a killed run left in the folder, and put back what it had put aside for something new."""
    for old in folder.glob(".*.parquet.old"):
        path = old.with_name(old.name.removeprefix(".").removesuffix(".old"))
        if path.exists():
            remove(old)
        else:
            old.rename(path)
    for begun in folder.glob(".*.part"):
        remove(begun)


def remove(path: Path) -> None:
    """Take away a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def files_of(path: Path) -> list[Path]:
    """The files of a table in the order of its rows: the file itself, or those in the folder of that name."""
    return sorted(path.glob("*.parquet")) if path.is_dir() else [path]


def write_bytes(path: Path, data: bytes) -> None:
    """A small file, whole or not at all."""
    with whole(path) as file:
        file.write(data)


def file_sha256(path: Path) -> str | None:
    """Of a file's bytes, or of a table in several files; None where there is no such file."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    if not path.is_dir():
        return None
    hashes = [f"{part.name} {file_sha256(part)}\n" for part in files_of(path)]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def packed(*tables: pa.Table) -> bytes:
    """Some tables as the bytes that a worker returns and a part's file holds: pressed together in one piece, since each
    column by itself, as Arrow would have it, takes five times as long."""
    sink = io.BytesIO()
    for table in tables:
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table.combine_chunks())
    return zstandard.compress(sink.getbuffer(), 1)


def unpacked(data: bytes) -> list[pa.Table]:
    """The tables that `packed` was given."""
    plain = zstandard.decompress(data)
    source, tables = pa.BufferReader(plain), []
    while source.tell() < len(plain):
        tables.append(pa.ipc.open_stream(source).read_all())
    return tables
