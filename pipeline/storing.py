"""Storing: files that are there whole or not at all, and Arrow tables as bytes.

Every file is written under another name in its folder, put on the disk, and then renamed: whoever reads meanwhile sees
the old file, and what a killed run leaves behind is a hidden file that the next run removes.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write a file under; the file stands at `path` when the block ends well, and what stood there before
    stays when it does not.

    It is on the disk before it takes the other's place, so that a machine that stops leaves one or the other.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield hidden(path)
        with open(hidden(path), "rb+") as file:
            os.fsync(file.fileno())
        os.replace(hidden(path), path)
    finally:
        hidden(path).unlink(missing_ok=True)


@contextmanager
def whole(path: Path) -> Iterator[io.BufferedWriter]:
    """A file to fill, which stands at `path` once it is whole."""
    with replacing(path) as begun, open(begun, "wb") as file:
        yield file


def hidden(path: Path) -> Path:
    """The name that a file has until it is whole: `out/mentions.parquet` -> `out/.mentions.parquet.part`."""
    return path.with_name(f".{path.name}.part")


def write_bytes(path: Path, data: bytes) -> None:
    """A small file, whole or not at all."""
    with whole(path) as file:
        file.write(data)


def file_sha256(path: Path) -> str | None:
    """Of a file's bytes; None where there is no such file."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def packed(*tables: pa.Table) -> bytes:
    """Some tables as the bytes that a worker returns and a part's file holds."""
    sink = io.BytesIO()
    for table in tables:
        with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
            stream.write_table(table.combine_chunks())
    return sink.getvalue()


def unpacked(data: bytes) -> list[pa.Table]:
    """The tables that `packed` was given."""
    source, tables = pa.BufferReader(data), []
    while source.tell() < len(data):
        tables.append(pa.ipc.open_stream(source).read_all())
    return tables
