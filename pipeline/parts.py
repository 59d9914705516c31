"""Parts: some whole documents at a time, and what is done with them wherever it is done.

    documents ── see ──> spans of the model ── recognise ──> unlinked rows ── link ──> rows

Each step is a plain function of documents, settings and the bytes that the step before made, and returns bytes, and its
rows where the next step would only read them again; `carry` takes as many steps as are wanted: what a worker is sent
and sends back, in this process, in another, or on another machine. They read no table and write none.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.arrays import array_of, empty_table, table_of
from pipeline.asking import ASKED, Noting, Question, answered_otherwise, asked_table
from pipeline.engine import Died, Failure, RunError, allowed, guarded
from pipeline.recording import code_sha256, digest, gazetteer_sha256
from pipeline.rows import Document, Mention, Place, Role
from pipeline.storing import packed, unpacked
from pipeline.tabulating import from_table, to_table

PART = 100_000
"""Characters in a part, more or less: some 20,000 tokens, a second or two of work: little is lost with a worker."""

SPANS = pa.schema([("doc_id", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("label", pa.string())])
"""What the model says, kept apart from what the rules make of it: an edit of the gazetteer needs no model."""

UNLINKED, LINKED = (Mention, Role, Place), (Mention, Role)
"""The rows of a document before and after linking."""

Found = dict[str, tuple[list[Mention], list[Role], list[Place]]]
"""What was recognised in each document, by its id."""


@dataclass(frozen=True)
class Settings:
    """What a worker is told beside its documents; it refuses to work with another code or gazetteer than ours."""

    gazetteer: tuple[str, ...]
    gazetteer_sha256: str
    code: str
    ner: str
    seconds: float


@dataclass(frozen=True)
class Part:
    """Some whole documents that follow each other, with a hash of what is in them."""

    documents: tuple[Document, ...]
    sha256: str


def cut(documents: Iterable[Document], size: int) -> Iterator[Part]:
    """Documents into parts of half to twice `size` characters.

    Where to cut hangs on the documents at hand and not on how many came before, so a document that is added or taken
    away changes one part or two and leaves the others as they were.
    """
    held: list[Document] = []
    weight = 0
    for document in documents:
        held.append(document)
        weight += document.n_chars
        draw = int.from_bytes(hashlib.sha256(document.doc_id.encode()).digest()[:4]) / 2**32
        if weight >= 2 * size or (2 * weight >= size and draw * size < document.n_chars):
            yield _part(held)
            held, weight = [], 0
    if held:
        yield _part(held)


def _part(documents: list[Document]) -> Part:
    rows = [(d.doc_id, d.source, d.text, d.published, d.title, d.language) for d in documents]
    return Part(tuple(documents), digest(rows))


def carry(documents: Sequence[Document], settings: Settings, begin: str | None, data: bytes | None, goal: str,
          linked: bytes | None = None) -> dict[str, bytes]:
    """What the steps after the state `begin` (None: all of them) make of a part, up to the state `goal`, by state.

    `linked`: what was made of this part in the state `begin` when it was last linked, with whatever gazetteer.
    """
    if linked is not None:
        return {goal: link_again(documents, settings, data, linked)}
    states, found = list(STEPS), None
    made: dict[str, bytes] = {}
    for state in states[states.index(begin) + 1 if begin else 0:states.index(goal) + 1]:
        data, found = STEPS[state](documents, settings, data, found)
        made[state] = data
    return made


def see(documents: Sequence[Document], settings: Settings, nothing: None, found: None) -> tuple[bytes, None]:
    """What the model sees in each document: the one step that needs it."""
    loaded_gazetteer(settings)  # before the model: what is wrong with it shows sooner
    model = loaded_model(settings.ner)
    tables, failures = guarded(documents, lambda some: _spans(some, model), settings.seconds)
    return packed(pa.concat_tables([empty_table(SPANS), *tables]), to_table(failures, Failure)), None


def recognise(documents: Sequence[Document], settings: Settings, seen: bytes, found: None) -> tuple[bytes, Found]:
    """Mentions and roles that are not linked yet, and the places that will tell whose they are."""
    from pipeline.recognising import recognise_text
    gazetteer = loaded_gazetteer(settings)
    table, failures = unpacked(seen)
    spans: dict[str, list[tuple[int, int, str]]] = {document.doc_id: [] for document in documents}
    for doc_id, *span in zip(*(column.to_pylist() for column in table.columns), strict=True):
        if doc_id in spans:
            spans[doc_id].append(tuple(span))

    rows: Found = {}

    def rows_of(document: Document) -> Sequence[Sequence]:
        rows[document.doc_id] = recognise_text(document, spans[document.doc_id], gazetteer)
        return rows[document.doc_id]

    return packed(*_tables(documents, failures, settings, UNLINKED, rows_of)), rows


def link(documents: Sequence[Document], settings: Settings, recognised: bytes, found: Found | None
         ) -> tuple[bytes, None]:
    """The same with every row linked, and what the gazetteer was asked for it; what failed before stays failed."""
    *tables, failures = unpacked(recognised)
    return packed(*_linked(documents, settings, found or _rows(documents, tables), failures)), None


def link_again(documents: Sequence[Document], settings: Settings, recognised: bytes, linked: bytes) -> bytes:
    """As `link`, from what it made of the same rows with another gazetteer, where nothing failed: only the documents
    for which that was asked what this one answers otherwise are linked."""
    *before, failures = unpacked(linked)
    others = answered_otherwise(before[-1], loaded_gazetteer(settings))
    ids = array_of([d.doc_id for d in documents], pa.string())
    stay = array_of([d.doc_id for d in documents if d.doc_id not in others], pa.string())
    kept = [table.filter(pc.is_in(_ids(table), stay)) for table in before]
    if not others and all(map(pa.Table.equals, kept, before)):
        return linked
    some = [d for d in documents if d.doc_id in others]
    *found, failures = unpacked(recognised)
    *new, failures = _linked(some, settings, _rows(some, found), failures)
    tables = map(pa.concat_tables, zip(kept, new, strict=True))
    return packed(*(table.take(pc.sort_indices(pc.index_in(_ids(table), ids))) for table in tables), failures)


def _ids(table: pa.Table) -> pa.ChunkedArray:
    return table["doc_id"].cast(pa.string())


def _rows(documents: Sequence[Document], tables: Sequence[pa.Table]) -> Found:
    """The unlinked rows of these documents, out of the tables of their part."""
    rows: Found = {document.doc_id: tuple([] for _ in UNLINKED) for document in documents}
    wanted = array_of(list(rows), pa.string())
    for place, (table, kind) in enumerate(zip(tables, UNLINKED, strict=True)):
        for row in from_table(table.filter(pc.is_in(table["doc_id"], wanted)), kind):
            rows[row.doc_id][place].append(row)
    return rows


def _linked(documents: Sequence[Document], settings: Settings, rows: Found, failures: pa.Table) -> list[pa.Table]:
    """Mentions, roles, what the gazetteer was asked, and failures."""
    from pipeline.normalising import normalise
    gazetteer = loaded_gazetteer(settings)
    asked: dict[str, set[Question]] = {}

    def rows_of(document: Document) -> Sequence[Sequence]:
        noting = Noting(gazetteer)
        made = normalise(document, *rows[document.doc_id], noting)
        asked[document.doc_id] = noting.questions
        return made

    *tables, failures = _tables(documents, failures, settings, LINKED, rows_of)
    failed = set(failures["doc_id"].to_pylist())
    questions = ((d.doc_id, asked[d.doc_id]) for d in documents if d.doc_id not in failed)
    return [*tables, asked_table(questions, gazetteer), failures]


STEPS: dict[str, Callable[..., tuple[bytes, Found | None]]] = {"seen": see, "recognised": recognise,
                                                                "normalised": link}
"""The states of a part in their order, and what makes each of the one before: what is kept of it, and the same at hand
for the next step, if that is of use to it."""


def _spans(documents: Sequence[Document], model: object) -> pa.Table:
    from pipeline.recognising.model import model_spans
    found = zip(documents, model_spans(model, (document.text for document in documents)), strict=True)
    rows = [(document.doc_id, *span) for document, spans in found for span in spans]
    return table_of([array_of([row[k] for row in rows], kind) for k, kind in enumerate(SPANS.types)], SPANS)


def _tables(documents: Sequence[Document], failures: pa.Table, settings: Settings, kinds: Sequence[type],
            rows_of: Callable[[Document], Sequence[Sequence]]) -> list[pa.Table]:
    """A table for each kind of row that `rows_of` finds in documents, but for those that failed before; and failures.
    """
    failed = {failure.doc_id: failure for failure in from_table(failures, Failure)}

    def made(some: Sequence[Document]) -> list[pa.Table]:
        found = [rows_of(document) for document in some]
        return [to_table([row for rows in found for row in rows[k]], kind) for k, kind in enumerate(kinds)]

    tables, new = guarded([d for d in documents if d.doc_id not in failed], made, settings.seconds)
    new += [failed[d.doc_id] for d in documents if d.doc_id in failed]
    return [*map(pa.concat_tables, zip(*tables or [made([])], strict=True)), to_table(new, Failure)]


def joined(parts: Sequence[dict[str, bytes]]) -> dict[str, bytes]:
    """What was made of a part's documents one by one, as if it had been made of all at once."""
    states = [state for state in STEPS if all(state in part for part in parts)]
    return {state: packed(*map(pa.concat_tables, zip(*(unpacked(part[state]) for part in parts), strict=True)))
            for state in states}


def given_up(document: Document, error: Died, seconds: float) -> dict[str, bytes]:
    """What is left of a document that took its worker along, or was ended with it for being late."""
    limit = allowed([document], seconds)
    late = error.seconds is not None and error.seconds >= limit
    reason, detail = ("timeout", f"not done after {limit:.0f} s") if late else ("failed", str(error))
    failures = to_table([Failure(document.doc_id, document.source, reason, detail)], Failure)
    unlinked, linked = ([to_table([], kind) for kind in kinds] for kinds in (UNLINKED, LINKED))
    return {"seen": packed(empty_table(SPANS), failures), "recognised": packed(*unlinked, failures),
            "normalised": packed(*linked, empty_table(ASKED), failures)}


@lru_cache(maxsize=1)
def loaded_gazetteer(settings: Settings):
    """The gazetteer, loaded once in a process. RunError where it, or the code here, is not what the run began with."""
    from pipeline.gazetteer import Gazetteer
    if settings.code != code_sha256("see", "recognise", "normalise"):
        raise RunError("a worker has another version of Dépêche, or of a library, than the run")
    if settings.gazetteer_sha256 != gazetteer_sha256(settings.gazetteer):
        raise RunError("a worker has another gazetteer than the run, or it was edited meanwhile")
    try:
        return Gazetteer.load(*settings.gazetteer)
    except KeyError as error:
        raise RunError(f"the gazetteer cannot be read: no table or column {error}") from error
    except (OSError, ValueError) as error:
        raise RunError(f"the gazetteer cannot be read: {error}") from error


@lru_cache(maxsize=1)
def loaded_model(ner: str) -> object:
    """The model, loaded once in a process. RunError where it is not installed."""
    from pipeline.recognising.model import load
    try:
        return load(ner)
    except (OSError, ValueError) as error:
        raise RunError(str(error)) from error
