"""Records out of JSONL, CSV, TSV and Parquet: one at a time, each with its place, or a fault that names it."""

import csv
import datetime
import io
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain, islice, takewhile
from types import MappingProxyType
from typing import BinaryIO

from pipeline.reading.decoding import text_lines, well_formed
from pipeline.reading.refusing import Unfit
from pipeline.rows import Document

OWN_COLUMNS = frozenset(field.name for field in fields(Document)) - {"extra"}
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
SAMPLE_LINES = 200        # lines of a CSV from which its delimiter is told
SAMPLE_CHARS = 1_000_000  # and no more than that
FITTING_SHARE = 0.9       # of the sampled rows that must have as many cells as the header
BATCH_ROWS = 64           # rows of Parquet held at once
LISTED_COLUMNS = 30       # columns named in a reject
LONGEST_CELL = 2**28      # characters; the csv module's own limit of 131,072 would refuse a long article, and none
                          # would let one unclosed quote draw the rest of any file into memory


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; None where an option names none and the usual names are looked for."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None


USUAL = {"text": ("text",), "id": ("doc_id", "id"), "title": ("title",), "date": ("published", "date")}


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it was found; `text` is not yet settled, and not a string where the input has none."""

    number: int                      # line (JSONL, CSV: where the record begins) or row (Parquet), from 1
    text: object
    doc_id: str | None
    title: str | None
    date: object
    extra: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that is none, and why."""

    number: int | None
    fault: Unfit


def chosen(present: Iterable[str], columns: Columns) -> dict[str, str]:
    """Which of the columns present holds the text, the id, the title, the date; a part not found has no key.

    >>> chosen(["ID", "text", "date"], Columns())
    {'text': 'text', 'id': 'ID', 'date': 'date'}

    A name is looked for as it is, then without regard to case where that leaves one answer.
    """
    present = list(present)
    found = {}
    for part, usual in USUAL.items():
        named = getattr(columns, part)
        for name in (named,) if named is not None else usual:
            if name in present:
                found[part] = name
                break
            near = [column for column in present if column.strip().casefold() == name.casefold()]
            if len(near) == 1:
                found[part] = near[0]
                break
    return found


def record_of(number: int, row: Mapping[str, object], part_of: Mapping[str, str]) -> Record:
    """The record of one row, its columns told by `chosen`."""
    used = set(part_of.values())
    kept_as = further_names(tuple(column for column in row if column not in used))
    extra = {name: as_text(row[column]) for column, name in kept_as.items()}
    title = as_text(row.get(part_of.get("title")))
    date = row.get(part_of.get("date"))
    doc_id = as_text(row.get(part_of.get("id")))
    return Record(number, row.get(part_of["text"]), doc_id.strip() or None if doc_id else None,
                  title.strip() or None if title else None, date,
                  tuple(sorted((name, value) for name, value in extra.items() if value is not None)))


@lru_cache(maxsize=64)
def further_names(columns: tuple[str, ...]) -> Mapping[str, str]:
    """The names under which further columns are kept, none of them twice: those that need no other name keep theirs.

    >>> dict(further_names(("author", "source", "input_source", "a  b", "a b")))
    {'author': 'author', 'input_source': 'input_source', 'a b': 'a b', 'a  b': 'a b_2', 'source': 'input_source_2'}
    """
    found = {column: _further_name(column) for column in columns}
    kept = [column for column, name in found.items() if column == name]
    others = sorted((column for column, name in found.items() if column != name), key=str)
    names = unlike([found[column] for column in (*kept, *others)])
    return MappingProxyType(dict(zip((*kept, *others), names, strict=True)))


def _further_name(column: str) -> str:
    """Its own, unless `documents` has a column of that name: `source` -> `input_source`."""
    column = " ".join(well_formed(str(column)).replace("\0", "\ufffd").split()) or "column"
    return f"input_{column}" if column in OWN_COLUMNS or column == "extra" else column


def as_text(value: object) -> str | None:
    """Any value of a record as text; None for nothing: `3.0` is `3`, a list is JSON, a day is ISO."""
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):
        value = value.item()  # a number of numpy's
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, str):
        return well_formed(value).replace("\0", "\ufffd")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return well_formed(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)).replace("\0", "\ufffd")


def no_text_column(present: Iterable[str], columns: Columns) -> Unfit:
    """The fault of an input without the column that should hold the text; it lists the columns there are."""
    present = list(present)
    listed = ", ".join(present[:LISTED_COLUMNS]) + (", …" if len(present) > LISTED_COLUMNS else "")
    advice = "; name one by --text-column" if listed else ""
    return Unfit("no_text_column", f"has no column `{columns.text or 'text'}`; it has: {listed or 'none'}{advice}")


# JSONL

def jsonl_records(stream: BinaryIO, columns: Columns) -> Iterator[Record | Broken]:
    """The records of a stream with one JSON object a line; blank lines are passed over.

    Where no record has the text, one fault at the end says so for the whole file; where some have, each that lacks it
    is a fault of its own.
    """
    lacking: list[int] = []     # lines without the text, until one with it is seen
    seen: dict[str, None] = {}  # their columns, in order
    any_text = any_line = False
    for number, line in enumerate(text_lines(stream), start=1):
        if not line.strip():
            continue
        any_line = True
        try:
            row = json_object(line)
        except Unfit as fault:
            yield Broken(number, fault)
            continue
        part_of = chosen(row, columns)
        if "text" in part_of:
            if not any_text:
                any_text = True
                yield from (Broken(early, no_text_column(seen, columns)) for early in lacking)
            yield record_of(number, row, part_of)
        elif any_text:
            yield Broken(number, no_text_column(row, columns))
        else:
            lacking.append(number)
            seen.update(dict.fromkeys(list(row)[:LISTED_COLUMNS]) if len(seen) < LISTED_COLUMNS else ())
    if lacking and not any_text:
        yield Broken(None, no_text_column(seen, columns))
    if not any_line:
        yield Broken(None, Unfit("empty", "holds no record"))


def json_object(line: str) -> dict[str, object]:
    """The object that a line of JSONL holds. Raises `Unfit("broken_record")`."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise Unfit("broken_record", f"is not JSON: {fault.msg} at character {fault.pos + 1}") from fault
    except (ValueError, RecursionError) as fault:  # a number of thousands of digits, brackets thousands deep
        raise Unfit("broken_record", f"is not JSON that can be read: {fault}") from fault
    if not isinstance(row, dict):
        raise Unfit("broken_record", "is JSON, but not an object with columns")
    return row


# CSV

class Feed:
    """Lines that can be taken back: where a quote is never closed, reading goes on at the line after it."""

    def __init__(self, lines: Iterable[str]):
        self._lines = iter(lines)
        self._given: list[str] = []  # since the last mark
        self._back: list[str] = []   # taken back, last first
        self.number = 0              # lines given

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        self._given.append(line)
        self.number += 1
        return line + "\n"

    def mark(self) -> None:
        """What was given up to here is read for good."""
        self._given.clear()

    def take_back(self) -> str:
        """The first line given since the mark; the others will be given again."""
        first, *again = self._given
        self._back.extend(reversed(again))
        self.number -= len(again)
        self.mark()
        return first


def csv_rows(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the line it begins on: its cells, or what is wrong with it.

    A line of tab-separated cells whose quotes are no quoting (`7<TAB>"Oui", dit-il`) is taken as it stands.
    """
    csv.field_size_limit(LONGEST_CELL)
    feed = Feed(lines)
    width = None
    while True:
        start = feed.number + 1
        try:
            for cells in csv.reader(feed, delimiter=delimiter, strict=True):
                width = width or len(cells)
                yield start, cells
                start = feed.number + 1
                feed.mark()
            return
        except csv.Error as fault:
            bare = feed.take_back().split(delimiter)
            yield start, bare if delimiter == "\t" and len(bare) == width else str(fault)


def csv_records(stream: BinaryIO, columns: Columns, delimiter: str | None = None) -> Iterator[Record | Broken]:
    """The records of a CSV stream; `delimiter` None: told from its first lines, where they leave one answer.

    A row with more cells than the header is broken, since an unquoted delimiter would cut the text; one with fewer
    lacks its last columns. Raises `Unfit` where the delimiter cannot be told or no column holds the text.
    """
    lines = text_lines(stream)
    sample, chars = [], 0
    for line in islice(lines, SAMPLE_LINES):
        sample.append(line)
        chars += len(line)
        if chars > SAMPLE_CHARS:
            break
    if not any(line.strip() for line in sample):
        raise Unfit("empty", "holds no record")
    skipped_lines = 0
    if sample[0].lower().startswith("sep=") and len(sample[0]) == 5:  # how spreadsheets declare it
        delimiter = sample[0][4]
        skipped_lines = 1
        sample = sample[1:]
    if delimiter is None:
        delimiter = told_delimiter(sample, columns)
    rows = csv_rows(chain(sample, lines), delimiter)
    header: list[str] = []
    for _, cells in rows:
        if isinstance(cells, str):
            raise Unfit("unreadable", f"its header cannot be read: {cells}")
        if any(cell.strip() for cell in cells):
            header = unlike(cells)
            break
    part_of = chosen(header, columns)
    if "text" not in part_of:
        raise no_text_column(header, columns)
    any_row = False
    for start, cells in rows:
        if cells == []:
            continue
        any_row = True
        number = start + skipped_lines
        if isinstance(cells, str):
            yield Broken(number, Unfit("broken_record", f"cannot be read: {cells}"))
            continue
        if any(cell.strip() for cell in cells[len(header):]):
            yield Broken(number, Unfit("broken_record", f"has {len(cells)} cells, the header {len(header)}"))
            continue
        row = dict(zip(header, cells, strict=False))
        if part_of["text"] not in row:
            yield Broken(number, Unfit("broken_record", f"has {len(cells)} cells, too few to reach the text"))
            continue
        yield record_of(number, row, part_of)
    if not any_row:
        yield Broken(None, Unfit("empty", "has a header, but no record"))


def told_delimiter(sample: list[str], columns: Columns) -> str:
    """The one delimiter under which the first lines make a table with a text column.

    Raises `Unfit`: `no_text_column` with the columns where none has the text, `unreadable` where several do.
    """
    tables = {}
    for delimiter in DELIMITERS:
        found = (cells for _, cells in csv_rows(sample, delimiter))
        whole = takewhile(lambda cells: isinstance(cells, list), found)  # the sample may end inside a quoted cell
        rows = [cells for cells in whole if any(cell.strip() for cell in cells)]
        header = rows[0] if rows else sample[:1]
        fitting = [len(cells) == len(header) for cells in rows[1:]]
        share = sum(fitting) / len(fitting) if fitting else 1.0
        tables[delimiter] = (header, share, "text" in chosen(header, columns))
    split = {delimiter: table for delimiter, table in tables.items() if len(table[0]) > 1}
    with_text = [delimiter for delimiter, (_, _, has_text) in split.items() if has_text]
    if len(with_text) == 1:
        return with_text[0]
    if not split:  # one column: the delimiter that leaves the most rows whole, the rarest in prose where all do
        return max(reversed(tables), key=lambda delimiter: tables[delimiter][1])
    if not with_text:
        fitting = [delimiter for delimiter, (_, share, _) in split.items() if share >= FITTING_SHARE]
        if len(fitting) == 1:
            raise no_text_column(split[fitting[0]][0], columns)
    seen = "; ".join(f"{DELIMITERS[delimiter]}: {', '.join(header[:LISTED_COLUMNS])}"
                     for delimiter, (header, _, _) in split.items())
    if not with_text:
        raise Unfit("no_text_column", f"has no column `{columns.text or 'text'}`; split by {seen}")
    raise Unfit("unreadable", f"its delimiter is not plain; split by {seen}")


def unlike(header: list[str]) -> list[str]:
    """Column names that differ: one without a name is called by its place, a second `a` is `a_2`.

    >>> unlike(["", "a", "a"])
    ['column_1', 'a', 'a_2']
    """
    names: dict[str, None] = {}
    times: Counter[str] = Counter()
    for place, cell in enumerate(header, start=1):
        name = first = cell.strip() or f"column_{place}"
        while name in names:
            times[first] += 1
            name = f"{first}_{times[first] + 1}"
        names[name] = None
    return list(names)


# Parquet

def parquet_records(file: BinaryIO, columns: Columns, allowance) -> Iterator[Record | Broken]:
    """The records of a Parquet file (which has to be seekable), a few rows at a time.

    Raises `Unfit`; what comes out of it is charged to `allowance`, for a Parquet file can be a bomb, too.
    """
    import pyarrow as pa  # here, since only Parquet inputs need it
    import pyarrow.parquet as pq

    try:
        parquet = pq.ParquetFile(file)
        names = parquet.schema_arrow.names
        names = names if len(set(names)) == len(names) else unlike(names)
        part_of = chosen(names, columns)
        if "text" not in part_of:
            raise no_text_column(names, columns)
        kind = parquet.schema_arrow.field(names.index(part_of["text"])).type
        if pa.types.is_dictionary(kind):
            kind = kind.value_type
        if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
                or pa.types.is_null(kind)):
            raise Unfit("no_text_column", f"its column `{part_of['text']}` holds {kind}, not text")
        number = 0
        for batch in parquet.iter_batches(batch_size=BATCH_ROWS) if parquet.num_row_groups else ():
            allowance.spend(batch.nbytes)
            for row in batch.rename_columns(names).to_pylist():
                number += 1
                yield record_of(number, row, part_of)
        if number == 0:
            yield Broken(None, Unfit("empty", "has columns, but no record"))
    except (pa.ArrowException, OSError, UnicodeDecodeError) as fault:
        raise Unfit("unreadable", f"cannot be read as Parquet: {str(fault).splitlines()[0]}") from fault


def seekable(stream: BinaryIO) -> BinaryIO:
    """A stream as one that can be read from anywhere; copied to memory where it is packed."""
    return stream if stream.seekable() else io.BytesIO(stream.read())
