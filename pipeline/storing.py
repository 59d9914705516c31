"""Storing: rows on disk, whole or not at all, and never more of them in memory than a row group.

Every file is written under another name in its folder and then renamed: whoever reads meanwhile sees the old file,
and what a killed run leaves behind is a hidden file that the next run removes.
"""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tabulating import schema_of, to_table

Row = TypeVar("Row")

GROUP = 16_000_000
"""Weight of a row group: some 16 MB of text, or 50,000 rows of little text; what writer and reader hold at once."""

ROW = 320
"""Weight of a row beside its text, in characters."""

BATCH = 512
"""Rows that are turned into objects at a time."""


class TableWriter:
    """Writes one Parquet file row group by row group; where a group ends hangs on the rows alone, so the same rows
    give the same bytes however they come.

    Used with `with`: the file appears when the block ends well, and not at all when it does not. `extra` are the
    further columns that documents keep.
    """

    def __init__(self, path: Path, row_type: type, extra: Iterable[str] = ()):
        self.path = path
        self._schema = schema_of(row_type, sorted(extra))
        self._held: list[pa.Table] = []
        self._weight = 0

    def __enter__(self) -> Self:
        self._hidden = hidden(self.path)
        self._file = pq.ParquetWriter(self._hidden, self._schema, compression="zstd")
        return self

    def write(self, table: pa.Table) -> None:
        """Add rows, in order."""
        self._held.append(table)
        self._weight += _weights(table).sum() if table.num_rows else 0
        if self._weight >= GROUP:
            table = pa.concat_tables(self._held)
            reached = _weights(table).cumsum()
            start, before = 0, 0
            while reached[-1] - before >= GROUP:
                end = int(reached.searchsorted(before + GROUP)) + 1
                self._file.write_table(table.slice(start, end - start).combine_chunks())
                start, before = end, reached[end - 1]
            self._held, self._weight = [table.slice(start)], reached[-1] - before

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None and self._weight:
                self._file.write_table(pa.concat_tables(self._held).combine_chunks())
            self._file.close()
            if kind is None:
                os.replace(self._hidden, self.path)
        finally:
            self._hidden.unlink(missing_ok=True)


def _weights(table: pa.Table):
    if "n_chars" in table.column_names:
        return table["n_chars"].to_numpy() + ROW
    return pa.repeat(ROW, table.num_rows).to_numpy()


def write_rows(path: Path, rows: Iterable, row_type: type, extra: Iterable[str] = ()) -> None:
    """A whole table from its rows, lazily."""
    with TableWriter(path, row_type, extra) as table:
        for some in batches(rows):
            table.write(to_table(some, row_type, extra_columns=extra))


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows some hundreds at a time, fewer where they are long."""
    held, weight = [], 0
    for row in rows:
        held.append(row)
        weight += getattr(row, "n_chars", 0)
        if len(held) == BATCH or weight >= GROUP:
            yield held
            held, weight = [], 0
    if held:
        yield held


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


def hidden(path: Path) -> Path:
    """The name that a file has until it is whole: `out/mentions.parquet` -> `out/.mentions.parquet.part`."""
    return path.with_name(f".{path.name}.part")


def write_bytes(path: Path, data: bytes) -> None:
    """A small file, whole or not at all."""
    hidden(path).write_bytes(data)
    os.replace(hidden(path), path)


def file_sha256(path: Path) -> str | None:
    """Of a file's bytes; None where there is no such file."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
