"""Planning: the documents on disk as parts, and what is made of each part already.

    documents.parquet, .parts/failed.parquet ── cut, once ──> .parts/plan.json: of each part a hash, so many documents
    .parts/seen/KEY, .parts/recognised/KEY, .parts/normalised/KEY     KEY: of the part's hash and of all that made it
    .parts/seen/KEY~60                                                some of its documents failed, with 60 s to each

The plan is that of the very files it was made from, by their hashes; where they are others, it is made anew.
"""

import heapq
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby, islice
from pathlib import Path

from pipeline.engine import RunError
from pipeline.parts import Part, cut
from pipeline.recording import digest
from pipeline.rows import Document
from pipeline.storing import file_sha256, write_bytes
from pipeline.tabulating import read_rows


@dataclass(frozen=True, slots=True)
class Planned:
    """A part of the corpus without its documents."""

    sha256: str
    n_documents: int


def plan_of(out: Path, size: int) -> list[Planned]:
    """The parts of all documents in `out`, failed ones among them; by a pass over them only where none is kept.

    RunError where nothing was read into `out` yet.
    """
    if not (out / "documents.parquet").exists():
        raise RunError(f"{out / 'documents.parquet'}: not there yet; run `depeche read`")
    try:
        kept = json.loads(_file(out).read_text("utf-8"))
    except (OSError, ValueError):  # none, or cut short: it is only there to save a pass
        kept = None
    if isinstance(kept, dict) and kept.get("of") == _of(out, size):
        return [Planned(*part) for part in kept["parts"]]
    plan = [Planned(part.sha256, len(part.documents)) for part in cut(all_documents(out), size)]
    keep_plan(out, size, plan)
    return plan


def keep_plan(out: Path, size: int, plan: Iterable[Planned]) -> None:
    """Note that these are the parts of the documents that are on disk now."""
    told = {"of": _of(out, size), "parts": [list(asdict(part).values()) for part in plan]}
    write_bytes(_file(out), json.dumps(told).encode())


def _file(out: Path) -> Path:
    return out / ".parts" / "plan.json"


def _of(out: Path, size: int) -> list:
    return [size, file_sha256(out / "documents.parquet"), file_sha256(_failed_path(out))]


def parts_of(out: Path, plan: Iterable[Planned]) -> Iterator[Part]:
    """The parts with their documents, in order, one after the other."""
    documents = all_documents(out)
    return (Part(tuple(islice(documents, part.n_documents)), part.sha256) for part in plan)


def all_documents(out: Path) -> Iterator[Document]:
    """The documents in order, with those that failed and stand in `rejects`: they are tried again."""
    both = heapq.merge(read_rows(out / "documents.parquet", Document), failed_documents(out), key=document_order)
    for _, same in groupby(both, key=document_order):  # twice where a run was killed between the two files
        yield next(same)


def failed_documents(out: Path) -> Iterator[Document]:
    """The documents that were read and could not be recognised or normalised, in order."""
    path = _failed_path(out)
    return read_rows(path, Document) if path.exists() else iter(())


def _failed_path(out: Path) -> Path:
    return out / ".parts" / "failed.parquet"


def document_order(row: Document) -> str:
    """The order of `documents`: by the id's code points."""
    return row.doc_id


class Shelf:
    """What one stage made of the parts, a file each; where documents failed, the name tells the seconds they had."""

    def __init__(self, out: Path, state: str, made_of: object):
        self._folder, self._made_of = out / ".parts" / state, made_of
        self._folder.mkdir(exist_ok=True)
        self._limits: dict[str, list[float]] = {}
        for path in self._folder.iterdir():
            key, _, limit = path.name.partition("~")
            if not key.startswith("."):
                self._limits.setdefault(key, []).append(float(limit or math.inf))

    def limit(self, part: Planned | Part) -> float | None:
        """The seconds that a document had which failed; infinity where none failed, None where nothing is there."""
        return max(self._limits.get(self._key(part), ()), default=None)

    def data(self, part: Planned | Part) -> bytes:
        """What was made of the part."""
        return self._path(self._key(part), self.limit(part)).read_bytes()

    def put(self, part: Planned | Part, data: bytes, limit: float) -> None:
        """Keep what was made of the part, in place of what was made before."""
        key = self._key(part)
        write_bytes(self._path(key, limit), data)
        for other in set(self._limits.get(key, ())) - {limit}:
            self._path(key, other).unlink()
        self._limits[key] = [limit]

    def keep_only(self, parts: Iterable[Planned]) -> None:
        """Take away what was made of other parts, or otherwise."""
        wanted = {self._key(part) for part in parts}
        for key in self._limits.keys() - wanted:
            for limit in self._limits.pop(key):
                self._path(key, limit).unlink()

    def _key(self, part: Planned | Part) -> str:
        return digest(part.sha256, self._made_of)

    def _path(self, key: str, limit: float) -> Path:
        return self._folder / (key if limit == math.inf else f"{key}~{limit:g}")
