"""Asking: what the gazetteer was asked while a document was linked, and whether it would answer the same today.

Linking is a plain function of a document, its rows and the answers of the gazetteer. Where the document and its rows
are as they were, and every question that was asked then is answered alike now, so is every question that would be
asked now, one after the other, and the result is the same. So after an edit of the gazetteer only those documents are
linked again that asked for what the edit touches.

A question is the index, how it was asked, and the key: `("phrases", "at", "eyal zamir")`. What is asked otherwise than
by key is asked of the whole index, and what is no index at all, of the whole gazetteer.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.arrays import array_of, numbers_array, table_of
from pipeline.gazetteer import Gazetteer, Sounds

Question = tuple[str, str, Any]

_CODED = pa.dictionary(pa.int32(), pa.string())
ASKED = pa.schema([("doc_id", _CODED), ("asked", _CODED)])
"""A document's questions, each with a hash of its answer: `["phrases", "at", "eyal zamir"] 3b0c…`."""

KEPT = 20_000
"""Questions whose answers are kept, since one document asks what others ask: some 10 MB for each of two ways."""

METHODS = ("find", "country_name")
"""Of the gazetteer's methods those that only look up by key in its indexes: what they ask is noted there."""


class Noting:
    """A gazetteer that notes what it is asked; one for each document, so that nothing that is kept beside it is shared.
    """

    def __init__(self, gazetteer: Gazetteer):
        self._gazetteer = gazetteer
        self.questions: set[Question] = set()

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._gazetteer, name)
        if isinstance(value, dict | Sounds):
            value = _Index(name, value, self.questions)
        elif name in METHODS and isinstance(self._gazetteer, Gazetteer):
            value = getattr(Gazetteer, name).__get__(self)
        else:
            self.questions.add(("", "all", None))
        setattr(self, name, value)
        return value


class _Index:
    """One index of the gazetteer, that notes the keys it is asked for."""

    __slots__ = ("_name", "_values", "_questions")

    def __init__(self, name: str, values: Any, questions: set[Question]):
        self._name, self._values, self._questions = name, values, questions

    def get(self, key: Any, default: Any = None) -> Any:
        """What stands at the key."""
        self._questions.add((self._name, "at", key))
        return self._values.get(key, default)

    def __getitem__(self, key: Any) -> Any:
        self._questions.add((self._name, "at", key))
        return self._values[key]

    def __contains__(self, key: Any) -> bool:
        self._questions.add((self._name, "at", key))
        return key in self._values

    def __bool__(self) -> bool:
        self._questions.add((self._name, "any", None))
        return bool(self._values)

    def __getattr__(self, name: str) -> Any:
        self._questions.add((self._name, "all", None))
        return getattr(self._values, name)

    def __iter__(self) -> Iterator:
        return self.__getattr__("__iter__")()

    def __len__(self) -> int:
        return self.__getattr__("__len__")()


def asked_table(asked: Iterable[tuple[str, set[Question]]], gazetteer: Gazetteer) -> pa.Table:
    """The questions of some documents, by their ids, with the answers of now."""
    cell, _ = _told(gazetteer)
    told = {doc_id: sorted(map(cell, questions)) for doc_id, questions in asked if questions}
    in_row = list(chain.from_iterable(told.values()))
    number = {cell: n for n, cell in enumerate(dict.fromkeys(in_row))}
    documents = np.repeat(np.arange(len(told), dtype=np.int32), list(map(len, told.values())))
    cells = np.fromiter(map(number.__getitem__, in_row), np.int32, len(in_row))
    return table_of([pa.DictionaryArray.from_arrays(numbers_array(codes), array_of(list(values), pa.string()))
                     for codes, values in ((documents, told), (cells, number))], ASKED)


def answered_otherwise(asked: pa.Table, gazetteer: Gazetteer) -> set[str]:
    """The documents that asked what this gazetteer answers otherwise."""
    _, cell_now = _told(gazetteer)
    cells = asked["asked"].unify_dictionaries().combine_chunks()
    changed = [cell != cell_now(cell.rpartition(" ")[0]) for cell in cells.dictionary.to_pylist()]
    touched = asked["doc_id"].filter(pc.take(numbers_array(np.array(changed, bool)), cells.indices))
    return set(touched.unique().to_pylist())


@lru_cache(1)
def _told(gazetteer: Gazetteer) -> tuple[Callable[[Question], str], Callable[[str], str]]:
    """What tells a question with the gazetteer's answer, `["people", "at", "x"] 5f1d…`, and what tells it of the same
    in JSON; both keep some, and go with the gazetteer."""
    of_all = cache(lambda index, how, key: _of_all(index, how, gazetteer))

    nothing = _hash(None)  # the answer to four questions in five

    @lru_cache(KEPT)
    def cell(question: Question) -> str:
        index, how, key = question
        if how == "at":
            found = getattr(gazetteer, index).get(key, None)
            answer = nothing if found is None else _hash(found)
        else:
            answer = of_all(*question)
        return f'["{index}", "{how}", {json.dumps(key)}] {answer}'  # JSON of the whole takes twice the time

    @lru_cache(KEPT)
    def cell_now(told: str) -> str:
        index, how, key = json.loads(told)
        return cell((index, how, tuple(key) if isinstance(key, list) else key))

    return cell, cell_now


def _of_all(index: str, how: str, gazetteer: Gazetteer) -> str:
    return _hash(bool(getattr(gazetteer, index))) if how == "any" else gazetteer.sha256


def _hash(value: Any) -> str:
    """Of what an answer looks like; a set looks as its sorted values do."""
    shown = repr(sorted(value) if isinstance(value, set | frozenset) else value)
    return blake2b(shown.encode(), digest_size=6).hexdigest()
