"""Arrays: Python's and NumPy's values as Arrow arrays, and numbers back, by their buffers.

`pa.array`, `pa.scalar`, `to_numpy` and `pq.read_table` import pandas, to see whether they were given something of its:
a quarter of a second in each process of a run, which has nothing else to do with it. So with `numpy.ma`, a hundredth.
"""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

LARGEST = 2**31 - 1
"""Bytes of text in one array: its offsets are of 32 bits."""


def array_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Values, None for null, as an array of strings, whole numbers (64 bits), floats or lists of these; no list is an
    empty one. TypeError or AttributeError for a value of another kind.

    >>> array_of(["é", None], pa.string()).to_pylist()
    ['é', None]
    """
    if pa.types.is_list(kind):
        some = [value or () for value in values]
        inner = array_of([value for row in some for value in row], kind.value_type)
        return pa.Array.from_buffers(kind, len(some), [None, _offsets(some)], children=[inner])
    if pa.types.is_string(kind):
        try:
            known, encoded = None, list(map(str.encode, values))
        except TypeError:  # to look for None first would take as long as to encode
            known, encoded = _known(values), [b"" if value is None else value.encode() for value in values]
        data = b"".join(encoded)
        if len(data) > LARGEST:
            raise OverflowError(f"{len(data)} bytes of text in one array")
        return _built(kind, len(values), known, _offsets(encoded), pa.py_buffer(data))
    code = "d" if pa.types.is_floating(kind) else "q"
    try:
        known, numbers = None, array(code, values)
    except TypeError:
        known, numbers = _known(values), array(code, [0 if value is None else value for value in values])
    return numbers_array(np.frombuffer(numbers, code), known)


def numbers_array(numbers: NDArray, known: NDArray[np.bool_] | None = None) -> pa.Array:
    """NumPy's numbers or truths (n,) as an array; null where `known` (n,) is False."""
    data = np.packbits(numbers, bitorder="little") if numbers.dtype == bool else np.ascontiguousarray(numbers)
    return _built(pa.from_numpy_dtype(numbers.dtype), len(numbers), known, pa.py_buffer(data))


def numbers_of(column: pa.Array | pa.ChunkedArray) -> NDArray:
    """The numbers or truths of a column (n,); whatever stands in the buffer where it is null."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    buffer, stop = whole.buffers()[1], whole.offset + len(whole)
    if buffer is None:
        return np.empty(0, whole.type.to_pandas_dtype())
    if pa.types.is_boolean(whole.type):
        bits = np.frombuffer(buffer, np.uint8)
        return np.unpackbits(bits, count=stop, bitorder="little")[whole.offset:].astype(bool)
    return np.frombuffer(buffer, whole.type.to_pandas_dtype())[whole.offset:stop]


def distinct(numbers: NDArray) -> NDArray:
    """The different numbers (k,), ascending: what `np.unique` and `np.union1d` give, which import `numpy.ma` for it.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    return np.unique(numbers, return_counts=True)[0]


def table_of(columns: Sequence[pa.Array | pa.ChunkedArray], schema: pa.Schema) -> pa.Table:
    """A table from its columns."""
    return pa.Table.from_arrays(list(columns), schema=schema)


def empty_table(schema: pa.Schema) -> pa.Table:
    """A table without rows."""
    return pa.Table.from_batches([], schema)


def read_parquet(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """One Parquet file, all columns or some."""
    with pq.ParquetFile(path) as file:
        return file.read(None if columns is None else list(columns))


def _known(values: Sequence[Any]) -> NDArray[np.bool_]:
    return np.array([value is not None for value in values], bool)


def _offsets(some: Sequence[Sequence]) -> pa.Buffer:
    offsets = np.zeros(len(some) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, some), np.int64, len(some)), out=offsets[1:])
    return pa.py_buffer(offsets)


def _built(kind: pa.DataType, length: int, known: NDArray[np.bool_] | None, *buffers: pa.Buffer) -> pa.Array:
    bits = None if known is None else pa.py_buffer(np.packbits(known, bitorder="little"))
    return pa.Array.from_buffers(kind, length, [bits, *buffers])
