"""Tabulating: rows to tables and back, tables to files and back.

The columns of a table and their types follow from the dataclass of its rows, in its order; a table without rows has
them, too. The same rows give the same bytes, in whatever pieces they came.
"""

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import MISSING, fields
from functools import cache
from itertools import islice, takewhile
from operator import attrgetter
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Self, TypeVar, Union, get_args, get_type_hints

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from pipeline.arrays import array_of, numbers_of, read_parquet, table_of
from pipeline.rows import Cooccurrence, Document, Entity, Mention, Reject, Role
from pipeline.storing import files_of, replacing, whole

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")
Tabular = Union[pa.Table, "pd.DataFrame"]
"""pandas is imported where a DataFrame is asked for: half of what a run that finds all done would cost."""

Counted = Iterable[Row] | Tabular | Path
"""What is counted: rows, a table of them, or its path."""

TABLES = {"documents": Document, "rejects": Reject, "mentions": Mention, "roles": Role, "entities": Entity,
          "cooccurrences": Cooccurrence}
"""Each table's name and the dataclass of its rows."""

JOINT = " | "             # between the values of a list in a CSV cell
GROUP = 16_000_000        # weight of a row group, some 16 MB of text or 50,000 short rows: what a reader has to hold
ROW = 320                 # weight of a row beside its text, in characters
PART = "part-{:05}.parquet"  # the files of a table that is a folder: by their names, in the order of the rows
HELD_ROWS = 512           # rows of a file read at once where only some are wanted: documents may be long
BATCH_ROWS = 20_000       # rows turned to Python values at once

GUARDED = re.compile("'*[=+\\-@\t\r＝＋－＠]")
"""Cells that a spreadsheet would take for a formula (and those that a guard already stands before)."""


# Rows and Arrow tables

def schema_of(row_type: type, extra: Iterable[str] = ()) -> pa.Schema:
    """The columns of a table, from the dataclass of its rows; `extra` are names of further columns of text.

    >>> schema_of(Cooccurrence).names
    ['entity_a', 'entity_b', 'n_sentences', 'n_documents']
    """
    own = [pa.field(name, kind) for name, (kind, _) in _columns(row_type).items()]
    return pa.schema(own + [pa.field(name, pa.string()) for name in extra])


def to_table(rows: Iterable[Row], row_type: type[Row], *, extra_columns: Iterable[str] = ()) -> pa.Table:
    """The table of some rows of one kind; without rows, its columns all the same.

    What documents keep in `extra` becomes columns of text, in alphabetical order, after the table's own;
    `extra_columns` are there even where no row has them, so that parts of a table can have one schema.
    """
    rows = list(rows)
    columns = {name: list(map(attrgetter(name), rows)) for name in _columns(row_type)}
    extra: list[str] = []
    if _has_extra(row_type):
        further = [_further(row.extra) for row in rows]
        extra = sorted(set(extra_columns).union(*further))
        columns |= {name: [row.get(name) for row in further] for name in extra}
    schema = schema_of(row_type, extra)
    return table_of([array_of(columns[field.name], field.type) for field in schema], schema)


def from_table(table: Tabular, row_type: type[Row]) -> Iterator[Row]:
    """The rows of a table, in its order. Raises ValueError where a column is missing that the rows cannot do without.

    In documents, columns that are not the table's own go back to `extra`, where they are not null.
    """
    table = arrow(table, row_type)
    own = _columns(row_type)
    needed = {field.name for field in fields(row_type) if field.default is MISSING and field.default_factory is MISSING}
    if missing := sorted(needed - set(table.column_names)):
        raise ValueError(f"not a table of {row_type.__name__} rows: no column {', '.join(missing)}")
    present = [name for name in own if name in table.column_names]
    further = [name for name in table.column_names if name not in own] if _has_extra(row_type) else []
    for batch in table.select(present + further).to_batches(max_chunksize=BATCH_ROWS):
        values = [batch.column(name).to_pylist() for name in present]
        for place, name in enumerate(present):
            if pa.types.is_list(own[name][0]):
                values[place] = [tuple(value or ()) for value in values[place]]
        if present == list(own) and not further:
            yield from map(row_type, *values)  # half the time of giving each value its name
            continue
        rows = [dict(zip(present, row, strict=True)) for row in zip(*values, strict=True)]
        if not further:
            yield from (row_type(**row) for row in rows)
            continue
        kept = [batch.column(name).to_pylist() for name in further]
        for row, more in zip(rows, zip(*kept, strict=True), strict=True):
            yield row_type(**row, extra=tuple(pair for pair in zip(further, more, strict=True) if pair[1] is not None))


def arrow(table: Tabular, row_type: type) -> pa.Table:
    """A DataFrame as the Arrow table of its rows; an Arrow table as it is."""
    if isinstance(table, pa.Table):
        return table
    own = _columns(row_type)
    schema = pa.schema([pa.field(name, own[name][0] if name in own else pa.string()) for name in table.columns])
    return pa.Table.from_pandas(table, schema=schema, preserve_index=False).replace_schema_metadata(None)


def as_frame(table: pa.Table) -> "pd.DataFrame":
    """An Arrow table as a DataFrame: whole numbers stay whole (`Int64`) where some are not known."""
    import pandas as pd

    frame = table.to_pandas()
    own = next((columns for columns in map(_columns, TABLES.values()) if set(columns) <= set(table.column_names)), {})
    for name, (kind, optional) in own.items():
        if optional and pa.types.is_integer(kind):
            frame[name] = table[name].to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    return frame


def _further(extra: tuple[tuple[str, str | None], ...]) -> dict[str, str | None]:
    from pipeline.reading.records import further_names  # a worker, which writes no documents, need not load the room
    names = further_names(tuple(name for name, _ in extra))
    return {names[name]: value for name, value in extra}


@cache
def _columns(row_type: type) -> dict[str, tuple[pa.DataType, bool]]:
    """Arrow's type of each column, and whether it may be null."""
    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), tuple[str, ...]: pa.list_(pa.string())}
    columns = {}
    for name, hint in get_type_hints(row_type).items():
        if name == "extra":
            continue
        parts = [part for part in get_args(hint) if part is not NoneType] if NoneType in get_args(hint) else [hint]
        columns[name] = (kinds[parts[0]], NoneType in get_args(hint))
    return columns


def _kinds(header: Sequence[str]) -> dict[str, pa.DataType]:
    """Arrow's type of the columns that a table written here has: the table is told by the columns it begins with, so
    that a record's own `score` is none of ours. Where some were picked, a name means the same in every table."""
    def begins(row_type: type) -> int:
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(_columns(row_type), header, strict=False)))

    likely = max(TABLES.values(), key=begins)
    told = [likely] if begins(likely) > 1 else list(TABLES.values())
    return {name: kind for row_type in told for name, (kind, _) in _columns(row_type).items()}


def _has_extra(row_type: type) -> bool:
    return any(field.name == "extra" for field in fields(row_type))


def picked(rows: Counted, row_type: type[Row], names: Sequence[str]) -> pa.Table:
    """Some columns of rows, of a table, of a DataFrame or of a table on disk."""
    if isinstance(rows, Path):
        return load(rows, names)
    if isinstance(rows, pa.Table):
        return rows.select(names)
    if _is_frame(rows):
        return arrow(rows[list(names)], row_type)
    schema = pa.schema([schema_of(row_type).field(name) for name in names])
    rows = iter(rows)
    batches = []
    while some := list(islice(rows, BATCH_ROWS)):
        columns = [array_of(list(map(attrgetter(field.name), some)), field.type) for field in schema]
        batches.append(pa.RecordBatch.from_arrays(columns, schema=schema))
    return pa.Table.from_batches(batches, schema)


def _is_frame(rows: object) -> bool:
    """Is it a DataFrame? Where pandas was not imported yet, nothing is."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(rows, pandas.DataFrame)


# Offsets

def check_spans(documents: Iterable[Document] | Tabular, spans: Iterable[Mention | Role] | Tabular) -> None:
    """Raise ValueError at the first mention or role whose `text` is not what stands at its place in its document."""
    documents = picked(documents, Document, ("doc_id", "text"))
    spans = picked(spans, Mention, ("doc_id", "start", "end", "text"))
    texts = dict(zip(documents["doc_id"].to_pylist(), documents["text"].to_pylist(), strict=True))
    for batch in spans.to_batches(max_chunksize=BATCH_ROWS):
        for doc_id, start, end, text in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if doc_id not in texts:
                raise ValueError(f"no document {doc_id!r}, but a row at {start}:{end} of it")
            if not 0 <= start < end or texts[doc_id][start:end] != text:
                raise ValueError(f"document {doc_id!r} has {texts[doc_id][max(start, 0):end]!r} at {start}:{end}, "
                                 f"not {text!r}")


# Files

def write_table(table: pa.Table, path: str | Path, *, documents: Iterable[Document] | Tabular | None = None,
                split: int | None = None) -> None:
    """Write a Parquet file: whole or not at all, and the same bytes for the same rows. `split` as `TableWriter` has it.

    With `documents`, each row's `text` is first held against its document (`check_spans`).
    """
    if documents is not None:
        check_spans(documents, table)
    with TableWriter(Path(path), table.schema, split) as file:
        file.write(table)


class TableWriter:
    """Writes one Parquet file row group by row group; where a group ends hangs on the rows alone, so the same rows
    give the same bytes however they come.

    With `split`, a table that weighs more is a folder of that name with files in the order of their rows, each of about
    that weight: characters of text, and `ROW` for each row. Any reader of Parquet takes the folder for the table.

    Used with `with`: the file appears when the block ends well, and not at all when it does not.
    """

    def __init__(self, path: Path, schema: pa.Schema, split: int | None = None):
        self._stack, self._path, self._schema, self._split = ExitStack(), path, schema.remove_metadata(), split
        self._group = min(GROUP, split or GROUP)
        self._held: list[pa.Table] = []
        self._weight = self._written = self._number = 0

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._begun = stack.enter_context(replacing(self._path))
            self._file = stack.enter_context(ExitStack())
            self._open(self._begun)
            self._stack = stack.pop_all()
        return self

    def _open(self, path: Path) -> None:
        sink = self._file.enter_context(open(path, "wb"))
        self._writer = self._file.enter_context(pq.ParquetWriter(sink, self._schema, compression="zstd"))

    def write(self, table: pa.Table) -> None:
        """Add rows, in order."""
        self._held.append(table)
        self._weight += _weights(table).sum() if table.num_rows else 0
        if self._weight >= self._group:
            table = pa.concat_tables(self._held)
            reached = _weights(table).cumsum()
            start, before = 0, 0
            while reached[-1] - before >= self._group:
                end = int(reached.searchsorted(before + self._group)) + 1
                self._write_group(table.slice(start, end - start), reached[end - 1] - before)
                start, before = end, reached[end - 1]
            self._held, self._weight = [table.slice(start)], reached[-1] - before

    def _write_group(self, rows: pa.Table, weight: int) -> None:
        if self._split and self._written and self._written + weight > self._split:
            self._next_file()
        self._writer.write_table(rows.combine_chunks())
        self._written += weight

    def _next_file(self) -> None:
        self._file.close()
        if not self._number:
            first = self._begun.rename(self._begun.with_name(f"{self._begun.name}.part"))
            self._begun.mkdir()
            first.rename(self._begun / PART.format(0))
        self._number, self._written = self._number + 1, 0
        self._open(self._begun / PART.format(self._number))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        with self._stack:
            if error is not None:
                raise error
            if self._weight:
                self._write_group(pa.concat_tables(self._held), self._weight)


def _weights(table: pa.Table):
    if "n_chars" in table.column_names:
        return numbers_of(table["n_chars"]) + ROW
    return np.full(table.num_rows, ROW)


def write_rows(path: Path, rows: Iterable, row_type: type, extra: Iterable[str] = (), split: int | None = None) -> None:
    """A whole Parquet file from its rows, lazily; `extra` are the further columns that documents keep."""
    with TableWriter(path, schema_of(row_type, sorted(extra)), split) as table:
        for some in batches(rows):
            table.write(to_table(some, row_type, extra_columns=extra))


def batches(rows: Iterable[Row], heaviest: int = GROUP) -> Iterator[list[Row]]:
    """Rows some hundreds at a time, fewer where they are long."""
    held, weight = [], 0
    for row in rows:
        held.append(row)
        weight += getattr(row, "n_chars", 0)
        if len(held) == HELD_ROWS or weight >= heaviest:
            yield held
            held, weight = [], 0
    if held:
        yield held


def write_csv(table: pa.Table, path: str | Path, excel: bool = False) -> None:
    """Write a CSV file, whole or not at all: UTF-8, a header always, lists joined by ` | `, nothing for null.

    With `excel`: `;`, a byte order mark, and an apostrophe before cells that a spreadsheet would take for a formula.
    """
    listed = [pa.types.is_list(field.type) for field in table.schema]
    lettered = [pa.types.is_string(field.type) for field in table.schema]
    # a carriage return is only quoted by every csv module where all cells are
    returns = any(pc.any(pc.match_substring(pc.list_flatten(column) if is_list else column, "\r")).as_py()
                  for column, is_list, is_text in zip(table.columns, listed, lettered, strict=True)
                  if is_list or is_text)

    with whole(Path(path)) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig" if excel else "utf-8", newline="")
        writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n",
                            quoting=csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL)
        writer.writerow([_guarded(name) for name in table.column_names] if excel else table.column_names)
        for batch in table.to_batches(max_chunksize=BATCH_ROWS):
            columns = [column.to_pylist() for column in batch.columns]
            for place, is_list in enumerate(listed):
                if is_list:
                    columns[place] = [JOINT.join(value or ()) for value in columns[place]]
                if excel and (is_list or lettered[place]):
                    columns[place] = [_guarded(value) for value in columns[place]]
            writer.writerows(zip(*columns, strict=True))
        text.flush()
        text.detach()


def read_table(path: str | Path) -> "pd.DataFrame":
    """A table that was written here as a DataFrame; the same whether it lies there as Parquet, as parts or as CSV.

    `NA` (Namibia) and a person called `Null` are text, never missing; `001` stays `001`. Without an ending,
    `data/processed/mentions` means the Parquet file or folder if there is one, else the CSV.
    """
    return as_frame(load(path))


def load(path: str | Path, columns: Sequence[str] | None = None) -> pa.Table:
    """As `read_table`, but the Arrow table, with all columns or some."""
    path = _existing(Path(path))
    if path.suffix == ".csv":
        table = _load_csv(path)
        return table if columns is None else table.select(columns)
    parts = [read_parquet(part, columns) for part in _parts(path)]
    return parts[0] if len(parts) == 1 else pa.concat_tables(parts, promote_options="default")


def read_rows(path: str | Path, row_type: type[Row]) -> Iterator[Row]:
    """The rows of a table on disk, in order, some at a time: the table itself is never held."""
    path = _existing(Path(path))
    if path.suffix == ".csv":
        yield from from_table(_load_csv(path), row_type)
        return
    for part in _parts(path):
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(batch_size=HELD_ROWS) if file.num_row_groups else ():
                yield from from_table(pa.Table.from_batches([batch]), row_type)


def _existing(path: Path) -> Path:
    candidates = [path] if path.suffix else [path.with_suffix(".parquet"), path.with_suffix(".csv"), path]
    for candidate in candidates:
        if candidate.exists():
            return candidate
    raise FileNotFoundError(2, "there is no such table; `depeche run` writes it", str(candidates[0]))


def _parts(path: Path) -> list[Path]:
    parts = files_of(path)
    if not parts:
        raise FileNotFoundError(f"no part of a table in {path}")
    return parts


def _load_csv(path: Path) -> pa.Table:
    """A CSV written here with the types of the columns that the tables have; other columns are text."""
    with open(path, encoding="utf-8", newline="") as file:
        excel = file.read(1) == "\ufeff"
        file.seek(3 if excel else 0)
        header = next(csv.reader(file, delimiter=";" if excel else ","))
    header = [_unguarded(name) for name in header] if excel else header
    size = max(path.stat().st_size, 1)  # one block: a row may be as long as it likes
    table = pyarrow.csv.read_csv(
        path,
        read_options=pyarrow.csv.ReadOptions(column_names=header, skip_rows=1, block_size=min(size + 1, 2**31 - 1)),
        parse_options=pyarrow.csv.ParseOptions(delimiter=";" if excel else ",", newlines_in_values=True,
                                               ignore_empty_lines=False),
        convert_options=pyarrow.csv.ConvertOptions(column_types={name: pa.string() for name in header},
                                                   null_values=[""], strings_can_be_null=True,
                                                   quoted_strings_can_be_null=True))
    columns, kinds = [], _kinds(header)
    for name in header:
        kind = kinds.get(name, pa.string())
        column = table[name]
        if excel and not pa.types.is_integer(kind) and not pa.types.is_floating(kind):
            column = pc.replace_substring_regex(column, "^'('*[=+\\-@\t\r＝＋－＠])", "\\1")
        if pa.types.is_list(kind):
            cells = column.to_pylist()
            column = array_of([cell.split(JOINT) if cell else [] for cell in cells], kind)
        columns.append(column.cast(kind))
    return pa.Table.from_arrays(columns, names=header)


def _guarded(value: str | None) -> str | None:
    """A cell that no spreadsheet computes: `=1+1` -> `'=1+1`."""
    return "'" + value if value and GUARDED.match(value) else value


def _unguarded(value: str) -> str:
    return value[1:] if value.startswith("'") and GUARDED.match(value) else value
