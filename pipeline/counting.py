"""Counting: the two tables that count over a corpus, from its mentions, some at a time.

    mentions ── by whole documents ──> numbers for names, tallies of numbers ──> entities, cooccurrences

What is held is what is different: a number for each name, a count for each entity and each pair.
"""

import logging
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.arrays import array_of, distinct, empty_table, numbers_array, numbers_of, table_of
from pipeline.rows import Cooccurrence, Document, Entity, Mention
from pipeline.storing import files_of
from pipeline.tabulating import Counted, Row, picked, schema_of

log = logging.getLogger(__name__)

COUNTED_ROWS = 20_000     # rows of a table that are counted at once
PAIRS_AT_ONCE = 500_000   # pairs of entities held before they are counted: 20 MB
LARGEST_CAST = 2_000      # entities in one document or sentence; beyond, it is a list that relates nobody


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
        group = groups.of(numbers_array(_joined(ids.of(some["entity_id"]), labels.of(some["label"]))))
        doc_ids, docs = _met(some["doc_id"])
        n_mentions.add(group)
        n_documents.add(_parted(distinct(_joined(group, docs)))[0])
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
    known = array_of(values.values, pa.string())
    forms = {name: _by_frequency(tally, values) for name, tally in given.items()}
    columns = {
        "entity_id": _named(id_of, array_of(ids.values, pa.string())),
        "label": _named(label_of, array_of(labels.values, pa.string())),
        **{name: _named(_first_of(*form, len(groups)), known) for name, form in forms.items()},
        "n_mentions": numbers_array(n_mentions.counted()[1]),
        "n_documents": numbers_array(n_documents.counted()[1]),
        "variants": pa.ListArray.from_arrays(
            numbers_array(np.searchsorted(forms["text"][0], np.arange(len(groups) + 1)).astype(np.int32)),
            _named(forms["text"][1], known)),
        "first_published": _named(first, days),
        "last_published": _named(last, days),
    }
    schema = schema_of(Entity)
    table = table_of([columns[field.name].cast(field.type) for field in schema], schema)
    order = [("n_mentions", "descending"), ("label", "ascending"), ("entity_id", "ascending")]
    return table.take(pc.sort_indices(table, sort_keys=order))


def cooccurrences(mentions: Counted, *, without: pa.ChunkedArray | None = None) -> pa.Table:
    """How often two entities share a sentence and a document, for each two that share a document.

    By `entity_a`, then `entity_b`. A document or sentence with more than `LARGEST_CAST` entities is a list, not a
    text: its pairs are not counted, and a warning says so. Rows are taken as `entities` takes them.
    """
    return pa.concat_tables([empty_table(schema_of(Cooccurrence)), *cooccurring(mentions, without=without)])


def cooccurring(mentions: Counted, *, without: pa.ChunkedArray | None = None) -> Iterator[pa.Table]:
    """The rows of `cooccurrences`, some at a time."""
    ids, by_document, by_sentence = _Numbers(), _Tally(), _Tally()
    lists = {"documents": 0, "sentences": 0}
    for some in _linked(mentions, ("doc_id", "sentence", "entity_id"), without):
        members, (_, docs) = ids.of(some["entity_id"]), _met(some["doc_id"])
        sentences = np.unique(_joined(docs, numbers_of(some["sentence"])), return_inverse=True)[1]
        lists["documents"] += _count_pairs(docs, members, by_document)
        lists["sentences"] += _count_pairs(sentences, members, by_sentence)
    for what, count in lists.items():
        if count:
            log.warning("%d %s with more than %d entities: their pairs are not counted", count, what, LARGEST_CAST)
    by_document, n_documents = _pairs(by_document, ids)
    by_sentence, n_sentences = _pairs(by_sentence, ids)
    pairs = distinct(np.concatenate([by_document, by_sentence]))
    together = np.zeros((2, len(pairs)), np.int64)
    together[0, np.searchsorted(pairs, by_sentence)] = n_sentences
    together[1, np.searchsorted(pairs, by_document)] = n_documents
    names = array_of(sorted(ids.values), pa.string())
    for low in range(0, len(pairs), COUNTED_ROWS):
        some = slice(low, low + COUNTED_ROWS)
        columns = [*(_named(codes, names) for codes in _parted(pairs[some])), *map(numbers_array, together[:, some])]
        yield table_of(columns, schema_of(Cooccurrence))


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
    table = _by_document(picked(rows, row_type, names))
    yield from (table[low:low + COUNTED_ROWS] for low in range(0, len(table), COUNTED_ROWS))


def _read_pieces(path: Path, names: Sequence[str]) -> Iterator[pa.Table]:
    for part in files_of(path):
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
    return encoded.dictionary, _places(encoded.indices)


def _places(indices: pa.Array | pa.ChunkedArray) -> np.ndarray:
    """Indices as numbers; -1 for null."""
    return np.where(numbers_of(indices.is_valid()), numbers_of(indices), -1).astype(np.int64)


def _joined(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Two numbers as one, by the first and then the second."""
    return (some << 32) + others


def _parted(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The two numbers again."""
    return joined >> 32, joined & 0xFFFFFFFF


def _named(codes: np.ndarray, values: pa.Array) -> pa.Array:
    """The values at these places; null at -1."""
    return values.take(numbers_array(codes, codes >= 0))


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
    table = _by_document(picked(documents, Document, ("doc_id", "published")))
    ids, numbers = table["doc_id"], _Numbers()
    met = numbers.of(table["published"])
    day = np.append(np.append(numbers.ranks(), -1)[met], -1)

    def day_of(doc_ids: pa.Array) -> np.ndarray:
        low, high = (bisect(range(len(ids)), doc_ids[end].as_py(), key=lambda place: ids[place].as_py())
                     for bisect, end in ((bisect_left, 0), (bisect_right, -1)))
        place = _places(pc.index_in(doc_ids, value_set=ids[low:high]))
        return day[np.where(place < 0, -1, place + low)]

    return day_of, array_of(sorted(numbers.values), pa.string())


def _pairs(tally: _Tally, ids: _Numbers) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of a tally by their ids' code points, ascending, the lesser first; and how often each came."""
    keys, counts = tally.counted()
    a, b = (ids.ranks()[codes] for codes in _parted(keys))
    pairs = _joined(np.minimum(a, b), np.maximum(a, b))
    order = np.argsort(pairs)
    return pairs[order], counts[order]


def _count_pairs(place: np.ndarray, ids: np.ndarray, tally: _Tally) -> int:
    """Add the pairs of ids that share a place, once a place; returns the places that hold too many."""
    places, members = _parted(distinct(_joined(place, ids)))  # each entity once a place, sorted within it
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
