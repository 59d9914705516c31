"""Tabulating: rows to tables and back, tables to files and back, and the two tables that count over a corpus.

The columns of a table and their types follow from the dataclass of its rows, in its order; a table without rows has
them, too. The same rows give the same bytes, in whatever pieces they came.
"""

import csv
import io
import logging
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import MISSING, fields
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Self, TypeVar, Union, get_args, get_type_hints

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from pipeline.reading.records import further_names
from pipeline.rows import Cooccurrence, Document, Entity, Mention, Reject, Role
from pipeline.storing import files_of, replacing, whole

if TYPE_CHECKING:
    import pandas as pd

log = logging.getLogger(__name__)

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
COUNTED_ROWS = 20_000     # rows of a table that are counted at once
PAIRS_AT_ONCE = 500_000    # pairs of entities held before they are counted: 20 MB
LARGEST_CAST = 2_000      # entities in one document or sentence; beyond, it is a list that relates nobody

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
    columns = {name: [getattr(row, name) for row in rows] for name in _columns(row_type)}
    extra: list[str] = []
    if _has_extra(row_type):
        further = [_further(row.extra) for row in rows]
        extra = sorted(set(extra_columns).union(*further))
        columns |= {name: [row.get(name) for row in further] for name in extra}
    schema = schema_of(row_type, extra)
    return pa.table([pa.array(columns[field.name], field.type) for field in schema], schema=schema)


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


# Offsets

def check_spans(documents: Iterable[Document] | Tabular, spans: Iterable[Mention | Role] | Tabular) -> None:
    """Raise ValueError at the first mention or role whose `text` is not what stands at its place in its document."""
    documents = _picked(documents, Document, ("doc_id", "text"))
    spans = _picked(spans, Mention, ("doc_id", "start", "end", "text"))
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
        return table["n_chars"].to_numpy() + ROW
    return pa.repeat(ROW, table.num_rows).to_numpy()


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


def load(path: str | Path) -> pa.Table:
    """As `read_table`, but the Arrow table."""
    path = _existing(Path(path))
    if path.suffix == ".csv":
        return _load_csv(path)
    parts = [pq.read_table(part, partitioning=None) for part in _parts(path)]
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
    raise FileNotFoundError(f"no table {path}")


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
            column = pa.chunked_array([[cell.split(JOINT) if cell else [] for cell in cells]], kind)
        columns.append(column.cast(kind))
    return pa.table(columns, names=header)


def _guarded(value: str | None) -> str | None:
    """A cell that no spreadsheet computes: `=1+1` -> `'=1+1`."""
    return "'" + value if value and GUARDED.match(value) else value


def _unguarded(value: str) -> str:
    return value[1:] if value.startswith("'") and GUARDED.match(value) else value


# Counting over the corpus

def entities(documents: Counted, mentions: Counted, *, without: pa.ChunkedArray | None = None) -> pa.Table:
    """One row for each entity that a mention is linked to, the most mentioned first.

    `variants` are the forms seen, the most frequent first; `name` and the like are those most rows give. The first
    and last day compare as strings: `2023` is before `2023-03`, and that before `2023-03-15`.

    Rows are taken as they come and only the columns that count are held; a table of them is quicker. The path of a
    table is read some rows at a time where they are by `doc_id`, as a run writes them. What is mentioned in the
    documents `without` does not count.
    """
    day_of, days = _days(documents)
    ids, labels, values, groups = _Numbers(), _Numbers(), _Numbers(), _Numbers()
    n_mentions, n_documents = _Tally(), _Tally()
    given = {name: _Tally() for name in ("name", "iso3", "portfolio", "wikidata", "text")}
    first, last = np.empty(0, np.int64), np.empty(0, np.int64)
    for some in _linked(mentions, ("doc_id", "label", "entity_id", *given), without):
        group = groups.of(pa.array(_joined(ids.of(some["entity_id"]), labels.of(some["label"]))))
        doc_ids, docs = _met(some["doc_id"])
        n_mentions.add(group)
        n_documents.add(_parted(np.unique(_joined(group, docs)))[0])
        for name, tally in given.items():
            codes = values.of(some[name])
            tally.add(_joined(group, codes)[codes >= 0])
        unseen = len(groups) - len(first)
        first, last = np.r_[first, np.full(unseen, len(days))], np.r_[last, np.full(unseen, -1)]
        day = day_of(doc_ids)[docs]
        np.minimum.at(first, group[day >= 0], day[day >= 0])
        np.maximum.at(last, group, day)
    first[first == len(days)] = -1
    id_of, label_of = _parted(np.array(groups.values, np.int64))
    known = pa.array(values.values, pa.string())
    forms = {name: _by_frequency(tally, values) for name, tally in given.items()}
    columns = {
        "entity_id": _named(id_of, pa.array(ids.values, pa.string())),
        "label": _named(label_of, pa.array(labels.values, pa.string())),
        **{name: _named(_first_of(*form, len(groups)), known) for name, form in forms.items()},
        "n_mentions": pa.array(n_mentions.counted()[1], pa.int64()),
        "n_documents": pa.array(n_documents.counted()[1], pa.int64()),
        "variants": pa.ListArray.from_arrays(
            pa.array(np.searchsorted(forms["text"][0], np.arange(len(groups) + 1)), pa.int32()),
            _named(forms["text"][1], known)),
        "first_published": _named(first, days),
        "last_published": _named(last, days),
    }
    schema = schema_of(Entity)
    table = pa.table([columns[field.name].cast(field.type) for field in schema], schema=schema)
    order = [("n_mentions", "descending"), ("label", "ascending"), ("entity_id", "ascending")]
    return table.take(pc.sort_indices(table, sort_keys=order))


def cooccurrences(mentions: Counted, *, without: pa.ChunkedArray | None = None) -> pa.Table:
    """How often two entities share a sentence and a document, for each two that share a document.

    By `entity_a`, then `entity_b`. A document or sentence with more than `LARGEST_CAST` entities is a list, not a
    text: its pairs are not counted, and a warning says so. Rows are taken as `entities` takes them.
    """
    return pa.concat_tables([schema_of(Cooccurrence).empty_table(), *cooccurring(mentions, without=without)])


def cooccurring(mentions: Counted, *, without: pa.ChunkedArray | None = None) -> Iterator[pa.Table]:
    """The rows of `cooccurrences`, some at a time."""
    ids, by_document, by_sentence = _Numbers(), _Tally(), _Tally()
    lists = {"documents": 0, "sentences": 0}
    for some in _linked(mentions, ("doc_id", "sentence", "entity_id"), without):
        members, (_, docs) = ids.of(some["entity_id"]), _met(some["doc_id"])
        sentences = np.unique(_joined(docs, some["sentence"].to_numpy().astype(np.int64)), return_inverse=True)[1]
        lists["documents"] += _count_pairs(docs, members, by_document)
        lists["sentences"] += _count_pairs(sentences, members, by_sentence)
    for what, count in lists.items():
        if count:
            log.warning("%d %s with more than %d entities: their pairs are not counted", count, what, LARGEST_CAST)
    by_document, n_documents = _pairs(by_document, ids)
    by_sentence, n_sentences = _pairs(by_sentence, ids)
    pairs = np.union1d(by_document, by_sentence)
    together = np.zeros((2, len(pairs)), np.int64)
    together[0, np.searchsorted(pairs, by_sentence)] = n_sentences
    together[1, np.searchsorted(pairs, by_document)] = n_documents
    names = pa.array(sorted(ids.values), pa.string())
    for low in range(0, len(pairs), COUNTED_ROWS):
        some = slice(low, low + COUNTED_ROWS)
        columns = [*(_named(codes, names) for codes in _parted(pairs[some])), *map(pa.array, together[:, some])]
        yield pa.table(columns, schema=schema_of(Cooccurrence))


def _picked(rows: Counted, row_type: type[Row], names: Sequence[str]) -> pa.Table:
    """Some columns of rows, of a table, of a DataFrame or of a table on disk."""
    if isinstance(rows, Path):
        return pq.read_table(rows, partitioning=None, columns=list(names))
    if isinstance(rows, pa.Table):
        return rows.select(names)
    if _is_frame(rows):
        return arrow(rows[list(names)], row_type)
    schema = pa.schema([schema_of(row_type).field(name) for name in names])
    rows = iter(rows)
    batches = []
    while some := list(islice(rows, BATCH_ROWS)):
        batches.append(pa.record_batch([[getattr(row, name) for row in some] for name in names], schema=schema))
    return pa.Table.from_batches(batches, schema)


def _is_frame(rows: object) -> bool:
    """Is it a DataFrame? Where pandas was not imported yet, nothing is."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(rows, pandas.DataFrame)


def _by_document(table: pa.Table) -> pa.Table:
    """The rows by `doc_id`, as those of a run are."""
    return table if _in_order([table]) else table.take(pc.sort_indices(table["doc_id"]))


def _in_order(pieces: Iterable[pa.Table]) -> bool:
    """Are the rows by `doc_id`?"""
    last = ""
    for ids in (piece["doc_id"] for piece in pieces if len(piece)):
        if ids[0].as_py() < last or pc.any(pc.greater(ids[:-1], ids[1:])).as_py():
            return False
        last = ids[-1].as_py()
    return True


def _pieces(rows: Counted, row_type: type[Row], names: Sequence[str]) -> Iterator[pa.Table]:
    """Some columns by `doc_id`, some rows at a time; of a table on disk that is in this order, no more are held."""
    if isinstance(rows, Path) and _in_order(_read_pieces(rows, ["doc_id"])):
        yield from _read_pieces(rows, names)
        return
    table = _by_document(_picked(rows, row_type, names))
    yield from (table[low:low + COUNTED_ROWS] for low in range(0, len(table), COUNTED_ROWS))


def _read_pieces(path: Path, names: Sequence[str]) -> Iterator[pa.Table]:
    for part in _parts(path):
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(COUNTED_ROWS, columns=list(names)) if file.num_row_groups else ():
                yield pa.Table.from_batches([batch])


def _linked(mentions: Counted, names: Sequence[str], without: pa.ChunkedArray | None) -> Iterator[pa.Table]:
    """Those columns of mentions that are linked, in tables of whole documents."""
    for table in _whole_documents(_pieces(mentions, Mention, names)):
        counts = pc.is_valid(table["entity_id"])
        if without is not None:
            counts = pc.and_(counts, pc.invert(pc.is_in(table["doc_id"], without)))
        if len(linked := table.filter(counts)):
            yield linked


def _whole_documents(pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Rows by `doc_id` in other pieces, so that no document is in two."""
    held: list[pa.Table] = []
    for piece in pieces:
        last = pc.index(piece["doc_id"], piece["doc_id"][-1]).as_py()
        if held and (last or held[-1]["doc_id"][-1] != piece["doc_id"][-1]):
            yield pa.concat_tables([*held, piece[:last]])
            held = []
        elif last:
            yield piece[:last]
        held.append(piece[last:])
    if held:
        yield pa.concat_tables(held)


class _Numbers:
    """A number for each value, from 0 in the order in which they were met."""

    def __init__(self) -> None:
        self._number: dict[str | int, int] = {}

    def __len__(self) -> int:
        return len(self._number)

    @property
    def values(self) -> list[str | int]:
        """The values in the order of their numbers."""
        return list(self._number)

    def of(self, column: pa.Array | pa.ChunkedArray) -> np.ndarray:
        """The number of each value of a column; -1 for null."""
        values, places = _met(column)
        numbers = [self._number.setdefault(value, len(self._number)) for value in values.to_pylist()]
        return np.array([*numbers, -1], np.int64)[places]

    def ranks(self) -> np.ndarray:
        """For each number the place of its value among them all, by code points."""
        values = self.values
        ranks = np.empty(len(values), np.int64)
        ranks[sorted(range(len(values)), key=values.__getitem__)] = np.arange(len(values))
        return ranks


class _Tally:
    """How often each number came; held are the different ones, and some that are not counted yet."""

    def __init__(self) -> None:
        self._keys, self._counts = np.empty(0, np.int64), np.empty(0, np.int64)
        self._new: list[tuple[np.ndarray, np.ndarray]] = []
        self._size = 0

    def add(self, numbers: np.ndarray) -> None:
        """Count these."""
        self._new.append(np.unique(numbers, return_counts=True))
        self._size += len(self._new[-1][0])
        if self._size >= max(PAIRS_AT_ONCE, len(self._keys) // 4):
            self.counted()

    def counted(self) -> tuple[np.ndarray, np.ndarray]:
        """The different numbers, ascending, and how often each came."""
        if self._new:
            keys, counts = (np.concatenate(arrays) for arrays in zip(*self._new, strict=True))
            keys, places = np.unique(keys, return_inverse=True)
            counts = np.bincount(places, counts).astype(np.int64)
            at = np.searchsorted(self._keys, keys)
            known = np.append(self._keys, -1)[at] == keys
            self._counts[at[known]] += counts[known]
            self._keys = np.insert(self._keys, at[~known], keys[~known])
            self._counts = np.insert(self._counts, at[~known], counts[~known])
            self._new, self._size = [], 0
        return self._keys, self._counts


def _met(column: pa.Array | pa.ChunkedArray) -> tuple[pa.Array, np.ndarray]:
    """The different values as they are met, and for each row the place of its own; -1 for null."""
    column = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    encoded = column.dictionary_encode()
    return encoded.dictionary, encoded.indices.fill_null(-1).to_numpy().astype(np.int64)


def _joined(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Two numbers as one, by the first and then the second."""
    return (some << 32) + others


def _parted(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The two numbers again."""
    return joined >> 32, joined & 0xFFFFFFFF


def _named(codes: np.ndarray, values: pa.Array) -> pa.Array:
    """The values at these places; null at -1."""
    return values.take(pa.array(codes, pa.int64(), mask=codes < 0))


def _by_frequency(tally: _Tally, values: _Numbers) -> tuple[np.ndarray, np.ndarray]:
    """The different (group, value) of a tally: by group, the most frequent first, equals by code points."""
    keys, counts = tally.counted()
    groups, codes = _parted(keys)
    order = np.lexsort((values.ranks()[codes], -counts, groups))
    return groups[order], codes[order]


def _first_of(groups: np.ndarray, codes: np.ndarray, count: int) -> np.ndarray:
    """For each of so many groups the code that stands first; -1 where none does."""
    first = np.full(count, -1, np.int64)
    group, place = np.unique(groups, return_index=True)
    first[group] = codes[place]
    return first


def _days(documents: Counted) -> tuple[Callable[[pa.Array], np.ndarray], pa.Array]:
    """What tells of documents the places of their days among all, -1 where it is not known; and these, ascending."""
    table = _by_document(_picked(documents, Document, ("doc_id", "published")))
    ids, numbers = table["doc_id"], _Numbers()
    met = numbers.of(table["published"])
    day = np.append(np.append(numbers.ranks(), -1)[met], -1)

    def day_of(doc_ids: pa.Array) -> np.ndarray:
        low, high = (bisect(range(len(ids)), doc_ids[end].as_py(), key=lambda place: ids[place].as_py())
                     for bisect, end in ((bisect_left, 0), (bisect_right, -1)))
        place = pc.index_in(doc_ids, value_set=ids[low:high]).fill_null(-1).to_numpy()
        return day[np.where(place < 0, -1, place + low)]

    return day_of, pa.array(sorted(numbers.values), pa.string())


def _pairs(tally: _Tally, ids: _Numbers) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of a tally by their ids' code points, ascending, the lesser first; and how often each came."""
    keys, counts = tally.counted()
    a, b = (ids.ranks()[codes] for codes in _parted(keys))
    pairs = _joined(np.minimum(a, b), np.maximum(a, b))
    order = np.argsort(pairs)
    return pairs[order], counts[order]


def _count_pairs(place: np.ndarray, ids: np.ndarray, tally: _Tally) -> int:
    """Add the pairs of ids that share a place, once a place; returns the places that hold too many."""
    places, members = _parted(np.unique(_joined(place, ids)))  # each entity once a place, sorted within it
    _, start, size = np.unique(places, return_index=True, return_counts=True)
    few, some = size <= LARGEST_CAST, (1 < size) & (size <= LARGEST_CAST)
    start, size = start[some], size[some]
    for low, high in _stretches(size * (size - 1) // 2):
        tally.add(_pairs_within(members, start[low:high], size[low:high]))
    return int((~few).sum())


def _stretches(sizes: np.ndarray) -> Iterator[tuple[int, int]]:
    """Cuts of a list of sizes into stretches that sum to no more than `PAIRS_AT_ONCE`, or are one long."""
    low, ends = 0, np.cumsum(sizes)
    while low < len(sizes):
        before = ends[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(ends, before + PAIRS_AT_ONCE, side="right")))
        yield low, high
        low = high


def _pairs_within(members: np.ndarray, start: np.ndarray, size: np.ndarray) -> np.ndarray:
    """All pairs within each run of `members`: run `i` is `size[i]` long and begins at `start[i]`."""
    left = np.arange(size.sum()) + np.repeat(start - np.cumsum(size) + size, size)
    partners = np.repeat(start + size, size) - left - 1
    first = np.repeat(left, partners)
    step = np.arange(len(first)) - np.repeat(np.cumsum(partners) - partners, partners)
    return _joined(members[first], members[first + 1 + step])
