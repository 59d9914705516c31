"""Running: the stages over a corpus, cut into parts, on one process or many, with never a document lost.

    inputs ── read ──> documents, rejects ── cut ──> a plan: parts of whole documents
    part ── see ──> .parts/seen ── recognise ──> .parts/recognised ── normalise ──> .parts/normalised
    all parts in order ──> documents, rejects, mentions, roles ── tabulate ──> entities, cooccurrences

What a part became is kept under a hash of all that it depends on, so what exists need not be made again: a second run
does only what is missing or changed, and a run that was killed goes on where it stood. A worker takes a part through
all steps that are missing in one call. What each stage hangs on is in `run.json`.
"""

import glob
import heapq
import json
import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import tee
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline import counting, tabulating
from pipeline.engine import Engine, Failure, RunError
from pipeline.mirroring import publish, url_of
from pipeline.parts import (
    PART,
    STEPS,
    Settings,
    carry,
    cut,
    given_up,
    joined,
    loaded_gazetteer,
    loaded_model,
)
from pipeline.planning import (
    Planned,
    Shelf,
    document_order,
    failed_documents,
    keep_plan,
    parts_of,
    plan_of,
)
from pipeline.recording import (
    code_sha256,
    digest,
    finished,
    forget,
    gazetteer_sha256,
    inputs_sha256,
    model_sha256,
    only_run,
    unchanged,
    versions,
    write_record,
)
from pipeline.rows import LABELS, Cooccurrence, Document, Entity, Mention, Reject, Role
from pipeline.storing import files_of, hidden, unpacked
from pipeline.tabulating import (
    TABLES,
    TableWriter,
    batches,
    from_table,
    read_rows,
    schema_of,
    to_table,
    write_rows,
)

HELD = 4_000_000
"""Characters held in memory while documents are sorted; more of them go through sorted files on disk."""

AT_ONCE = 50_000
"""Characters read at once from each of these files, more or less: up to 64 of them are open."""

BY_PARTS = ("documents", "rejects", "mentions", "roles")
"""The tables that are put together from the parts."""

Progress = Callable[[str, int, int | None, int], None]
"""Told of a stage: its name, documents done, documents in all (None: not known yet), rejects so far."""


@dataclass(frozen=True)
class Options:
    """What a run is told."""

    out: Path = Path("data/processed")
    workers: int | None = None        # None: as many as there are cores, or one for a small corpus; 0: this process
    scheduler: str | None = None      # address of a dask.distributed scheduler
    gazetteer: tuple[str, ...] = ()   # folders laid over the shipped tables
    ner: str = "fast"
    seconds: float = 60.0             # that one document may take, beside what its length allows it
    retry: bool = False               # try documents again that failed, also with no more seconds than they had
    unique: bool = False              # count in `entities` and `cooccurrences` no document that repeats another
    csv: bool = False
    excel: bool = False
    text_column: str | None = None
    id_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    french_only: bool = False
    part: int = PART                  # characters in a part, more or less
    split: int | None = None          # weight of a table's file (`SPLIT`); None: as the last run had it

    @property
    def reading(self) -> dict:
        """What `reading.read` is told."""
        names = ("text_column", "id_column", "title_column", "date_column", "french_only")
        return {name: getattr(self, name) for name in names}


def silent(stage: str, done: int, total: int | None, rejects: int) -> None:
    """The progress that nobody watches."""


# ---- the stages, as the command has them


def run(inputs: Sequence[str], options: Options, progress: Progress = silent) -> dict:
    """All stages, each only where something has changed; returns what `run.json` then holds."""
    with _only_run(options) as record, Engine(options.workers, options.scheduler) as engine:
        settings = _settings(options)
        if not record["stages"]:  # the first run: there will be work
            engine.warm(carry, settings, None, None, "normalised")
        read_of = _reading(inputs, options)
        if not unchanged(record, options.out, "read", _key(read_of)):
            engine.warm(carry, settings, None, None, "normalised")
            _read(inputs, options, progress, record, read_of)
        keys = {"seen": _key(_seeing(options)), "recognised": _key(_recognising(options))}
        linked_of = _linking(options, keys["recognised"])
        key, record["gazetteer"] = digest(record["rows"], _key(linked_of)), list(options.gazetteer)
        if not unchanged(record, options.out, "normalise", key) or _due(record, options):
            started = time.perf_counter()
            keys["normalised"] = _key(linked_of)
            _carry(None, "normalised", keys, options, settings, engine, progress)
            finished(record, options.out, "recognise", keys["recognised"], started, (), _recognising(options))
            _normalised(keys, options, record, key, linked_of)
        counted_of = _counting(options, record)
        if not unchanged(record, options.out, "tabulate", _key(counted_of)):
            _tabulate(options, progress, record, counted_of)
        return _closed(record, options)


def read(inputs: Sequence[str], options: Options, progress: Progress = silent) -> dict:
    """Inputs into `documents` and `rejects`; nothing is done where they and all that reads them are as they were."""
    with _only_run(options) as record:
        made_of = _reading(inputs, options)
        if not unchanged(record, options.out, "read", _key(made_of)):
            _read(inputs, options, progress, record, made_of)
        return _closed(record, options)


def recognise(options: Options, progress: Progress = silent) -> dict:
    """`documents` into `mentions` and `roles` that are not linked yet."""
    with _only_run(options) as record, Engine(options.workers, options.scheduler) as engine:
        started, made_of, record["gazetteer"] = time.perf_counter(), _recognising(options), list(options.gazetteer)
        keys = {"seen": _key(_seeing(options)), "recognised": _key(made_of)}
        _carry(None, "recognised", keys, options, _settings(options), engine, progress)
        limit = _assemble("recognised", keys, options, record)
        finished(record, options.out, "recognise", keys["recognised"], started, BY_PARTS, made_of, limit)
        return _closed(record, options)


def normalise(options: Options, progress: Progress = silent) -> dict:
    """Recognised rows into linked `mentions` and `roles`; loads the gazetteer and no model."""
    with _only_run(options) as record, Engine(options.workers, options.scheduler) as engine:
        started, keys, record["gazetteer"] = time.perf_counter(), dict(record["states"]), list(options.gazetteer)
        made_of = _linking(options, keys.get("recognised"))
        keys["normalised"] = _key(made_of)
        before = _linked_before(options, record, made_of)
        _carry("recognised", "normalised", keys, options, _settings(options), engine, progress, before)
        _normalised(keys, options, record, None, made_of, started)
        return _closed(record, options)


def tabulate(options: Options, progress: Progress = silent) -> dict:
    """Linked `mentions` into `entities` and `cooccurrences`."""
    with _only_run(options) as record:
        _tabulate(options, progress, record, None)
        return _closed(record, options)


def extracted(documents: Iterable[Document], options: Options = Options()
              ) -> Iterator[tuple[Document, list[Mention], list[Role]]]:
    """The linked rows of each document, in this process and without a file: the rows that a run would write."""
    from pipeline.normalising import normalise as linked
    from pipeline.recognising import recognise_text
    from pipeline.recognising.model import model_spans
    gazetteer = loaded_gazetteer(_settings(options))
    ours, read_ahead = tee(documents)
    texts = (document.text for document in read_ahead)
    for document, spans in zip(ours, model_spans(loaded_model(options.ner), texts), strict=True):
        yield document, *linked(document, *recognise_text(document, spans, gazetteer), gazetteer)


@contextmanager
def _only_run(options: Options) -> Iterator[dict]:
    """The record of the last run; where tables are to be cut otherwise than then, none of its stages counts.

    Tables at a URL are there before another run may begin.
    """
    with only_run(options.out) as record:
        if options.split and options.split != record["split"]:
            record["stages"], record["split"] = {}, options.split
        yield record
        publish(options.out)


# ---- reading


def _read(inputs: Sequence[str], options: Options, progress: Progress, record: dict, made_of: dict) -> None:
    from pipeline import reading
    from pipeline.reading.records import further_names
    from pipeline.reading.repeats import repeats, sketch
    started, rejects, extra, done, out = time.perf_counter(), [], set(), 0, options.out
    sketches: dict[str, bytes] = {}
    progress("read", 0, None, 0)

    def documents() -> Iterator[Document]:
        nonlocal done
        for row in reading.read(sorted(inputs), **options.reading):
            if isinstance(row, Reject):
                rejects.append(row)
            else:
                done += 1
                extra.update(further_names(tuple(name for name, _ in row.extra)).values())
                sketches[row.doc_id] = sketch(row.text)
                yield row
            progress("read", done, None, len(rejects))

    in_row = _sorted(documents(), out / ".parts")
    originals, plan = repeats(sketches), []
    with TableWriter(out / "documents.parquet", schema_of(Document, sorted(extra)), record["split"]) as table:
        for part in cut(in_row, options.part):
            plan.append(Planned(part.sha256, len(part.documents)))
            marked = (replace(d, duplicate_of=originals.get(d.doc_id)) for d in part.documents)
            table.write(to_table(marked, Document, extra_columns=extra))
        if record["rows"] != (rows := digest([part.sha256 for part in plan])):  # before there are other texts
            forget(record, out, ("mentions", "roles", "entities", "cooccurrences"))
            record["rows"] = rows
            write_record(record, out)
    (out / ".parts" / "failed.parquet").unlink(missing_ok=True)
    write_rows(out / "rejects.parquet", sorted(rejects, key=_reject_order), Reject, (), record["split"])
    keep_plan(out, options.part, plan)
    progress("read", done, done, len(rejects))
    record |= {"inputs": sorted(inputs), "reading": options.reading}
    finished(record, out, "read", _key(made_of), started, ("documents", "rejects"), made_of)
    pa.default_memory_pool().release_unused()  # it would keep some 50 MB that no later stage needs


def _sorted(documents: Iterable[Document], folder: Path) -> Iterator[Document]:
    """By `doc_id`, in bounded memory: sorted files are laid down in `folder` and merged. All are read on return."""
    files: list[Path] = []
    held: list[Document] = []
    size = 0

    def laid_down(rows: Iterable[Document]) -> Path:
        path = hidden(folder / f"sorted-{time.monotonic_ns()}.arrow")
        _lay_down(rows, path)
        return path

    def merged(paths: Sequence[Path]) -> Iterator[Document]:
        yield from heapq.merge(*map(_laid_down, paths), key=document_order)
        for path in paths:
            path.unlink()

    for document in documents:
        held.append(document)
        size += document.n_chars
        if size >= HELD:
            files.append(laid_down(sorted(held, key=document_order)))
            held, size = [], 0
            if len(files) == 64:  # so many files are open at once, and no more
                files = [laid_down(merged(files))]
    return heapq.merge(sorted(held, key=document_order), merged(files), key=document_order)


def _lay_down(rows: Iterable[Document], path: Path) -> None:
    """Documents in their order to a file that is read a few of them at a time."""
    schema, small = schema_of(Document, ["kept"]), pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, schema, options=small) as stream:
        for some in batches(rows, AT_ONCE):
            kept = (replace(row, extra=(("kept", json.dumps(row.extra)),)) for row in some)
            stream.write_table(to_table(kept, Document))


def _laid_down(path: Path) -> Iterator[Document]:
    """The documents of such a file."""
    with pa.OSFile(str(path)) as file, pa.ipc.open_stream(file) as stream:
        for batch in stream:
            for row in from_table(pa.Table.from_batches([batch]), Document):
                yield replace(row, extra=tuple((name, value) for name, value in json.loads(row.extra[0][1])))


# ---- recognising and normalising, part by part


def _carry(begin: str | None, goal: str, keys: dict[str, str | None], options: Options, settings: Settings,
           engine: Engine, progress: Progress, linked: Shelf | None = None) -> None:
    """Take each part to the state `goal`, from the state `begin`, or where that is None from the furthest it is in.

    `linked`: what was made of the parts in the state `begin` when they were last linked.
    """
    plan, states = plan_of(options.out, options.part), list(STEPS)[:list(STEPS).index(goal) + 1]
    shelves = {state: Shelf(options.out, state, keys.get(state)) for state in states}
    missing: dict[str, str | None] = {}
    done = rejects = 0

    def will_do(state: str, part: Planned) -> bool:
        limit = shelves[state].limit(part)
        return limit is not None and (limit == math.inf or (limit >= options.seconds and not options.retry))

    for part in plan:
        if will_do(goal, part):
            done += part.n_documents
        elif begin and shelves[begin].limit(part) is None:
            raise RunError(f"{options.out / 'documents.parquet'}: not recognised yet, or changed since; "
                           "run `depeche recognise`")
        else:
            missing[part.sha256] = begin or next((s for s in reversed(states) if will_do(s, part)), None)
    stage = "normalise" if set(missing.values()) == {"recognised"} else "recognise"
    total = sum(part.n_documents for part in plan)
    progress(stage, done, total, rejects)
    calls = ((part, (settings, state, shelves[state].data(part) if state else None, goal,
                     linked.data(part) if linked and linked.limit(part) == math.inf else None))
             for part in parts_of(options.out, plan) if part.sha256 in missing for state in [missing[part.sha256]])
    give_up = partial(given_up, seconds=options.seconds)
    for part, made in engine.map(carry, calls, len(missing), give_up, joined) if missing else ():
        state = missing[part.sha256]
        before = shelves[state].limit(part) if state else math.inf
        wanted = states[states.index(state) + 1 if state else 0:]
        for state in wanted:
            failures = unpacked(made[state])[-1].num_rows
            shelves[state].put(part, made[state], min(options.seconds, before) if failures else math.inf)
        done, rejects = done + len(part.documents), rejects + failures
        progress(stage, done, total, rejects)


def _linked_before(options: Options, record: dict, made_of: dict) -> Shelf | None:
    """The parts as they were linked last, where nothing but the gazetteer is another."""
    hashes, now = record.get("linked", {}), made_of["hashes"]
    if {**hashes, "gazetteer": None} != {**now, "gazetteer": None}:
        return None
    return Shelf(options.out, "normalised", _key({**made_of, "hashes": hashes}))


def _normalised(keys: dict[str, str], options: Options, record: dict, key: str | None, made_of: dict,
                started: float | None = None) -> None:
    started = started or time.perf_counter()
    limit, record["linked"] = _assemble("normalised", keys, options, record), made_of["hashes"]
    finished(record, options.out, "normalise", key, started, BY_PARTS, made_of, limit)


def _assemble(state: str, keys: dict[str, str], options: Options, record: dict) -> float | None:
    """Put the parts together, in order, into the tables that users open; forget the parts that are none of them.

    Returns the least seconds that a document had which failed; None where none did.
    """
    out, plan = options.out, plan_of(options.out, options.part)
    shelf = Shelf(out, state, keys[state])
    extra = sorted({*pq.read_schema(files_of(out / "documents.parquet")[0]).names} - {*schema_of(Document).names})
    failures: list[Failure] = []
    failed: list[Document] = []
    limits: list[float] = []
    before = list(failed_documents(out))
    with ExitStack() as stack:
        documents, mentions, roles = (
            stack.enter_context(TableWriter(out / f"{name}.parquet", schema_of(TABLES[name], more), record["split"]))
            for name, more in (("documents", extra), ("mentions", ()), ("roles", ())))
        for part in parts_of(out, plan):
            part_mentions, part_roles, *_, part_failures = unpacked(shelf.data(part))
            lost = list(from_table(part_failures, Failure))
            lost_ids = {failure.doc_id for failure in lost}
            counts = Counter(part_mentions["doc_id"].to_pylist())
            done = [replace(d, n_mentions=counts[d.doc_id], status=state)
                    for d in part.documents if d.doc_id not in lost_ids]
            documents.write(to_table(done, Document, extra_columns=extra))
            mentions.write(part_mentions)
            roles.write(part_roles)
            failures += lost
            failed += [d for d in part.documents if d.doc_id in lost_ids]
            limits += [shelf.limit(part)] if lost else []
        if before or failed:  # until the tables stand in their places, a document may be in both
            both = {d.doc_id: d for d in (*before, *failed)}
            write_rows(out / ".parts" / "failed.parquet", sorted(both.values(), key=document_order), Document, extra)
    if before or failed:
        read_rejects = [r for r in read_rows(out / "rejects.parquet", Reject) if r.reason not in ("failed", "timeout")]
        rejects = sorted([*read_rejects, *(failure.reject for failure in failures)], key=_reject_order)
        write_rows(out / "rejects.parquet", rejects, Reject, (), record["split"])
        write_rows(out / ".parts" / "failed.parquet", failed, Document, extra)
    keep_plan(out, options.part, plan)
    record["rows"] = digest([part.sha256 for part in plan])
    record["states"] = {name: key for name, key in keys.items() if name != "normalised"}
    for kind in STEPS:
        if kind in keys:
            Shelf(out, kind, keys[kind]).keep_only(plan)
    pa.default_memory_pool().release_unused()
    return min(limits, default=None)


def _due(record: dict, options: Options) -> bool:
    """Are there documents that failed, and are to be tried again?"""
    limit = record["stages"]["normalise"]["limit"]
    return limit is not None and (options.retry or options.seconds > limit)


# ---- tabulating


def _tabulate(options: Options, progress: Progress, record: dict, made_of: dict | None) -> None:
    started, out = time.perf_counter(), options.out
    paths = {name: out / f"{name}.parquet" for name in TABLES}
    for name in ("documents", "mentions"):
        if not paths[name].exists():
            raise RunError(f"{paths[name]}: not there yet; run `depeche run`, or the stages before this one")
    progress("tabulate", 0, 2, 0)
    documents = tabulating.load(paths["documents"], ["doc_id", "published", "duplicate_of"])
    repeats = None
    if options.unique:  # an original that failed counts for nothing: then its repeats stay
        repeats = documents.filter(pc.is_in(documents["duplicate_of"], documents["doc_id"]))["doc_id"]
    entities = counting.entities(documents, paths["mentions"], without=repeats)
    tabulating.write_table(entities, paths["entities"], split=record["split"])
    progress("tabulate", 1, 2, 0)
    with TableWriter(paths["cooccurrences"], schema_of(Cooccurrence), record["split"]) as table:
        for some in counting.cooccurring(paths["mentions"], without=repeats):
            table.write(some)
    progress("tabulate", 2, 2, 0)
    labels = entities["label"].to_pylist()                # the most mentioned first
    record["entities"] = {label: labels.count(label) for label in LABELS}
    first = {label: [n for n, other in enumerate(labels) if other == label][:5] for label in LABELS}
    record["most_mentioned"] = {
        label: [[row.entity_id, row.name, row.n_mentions, row.n_documents]
                for n in places for row in from_table(entities[n:n + 1], Entity)] for label, places in first.items()}
    made_of = made_of or _counting(options, record)
    finished(record, out, "tabulate", _key(made_of), started, ("entities", "cooccurrences"), made_of)


# ---- what a run is told, and what it tells


def _reading(inputs: Sequence[str], options: Options) -> dict:
    _refuse_own(inputs, options.out)
    return {"hashes": {"inputs": inputs_sha256(inputs), "code": code_sha256("read")}, "options": options.reading}


def _seeing(options: Options) -> dict:
    return {"hashes": {"model": model_sha256(), "code": code_sha256("see")}, "options": {"ner": options.ner}}


def _recognising(options: Options) -> dict:
    seeing = _seeing(options)
    return {"hashes": {"seen": _key(seeing), "model": seeing["hashes"]["model"], "code": code_sha256("recognise"),
                       "gazetteer": gazetteer_sha256(options.gazetteer)},
            "options": {"ner": options.ner, "gazetteer": list(options.gazetteer)}}


def _linking(options: Options, recognised: str | None) -> dict:
    return {"hashes": {"recognised": recognised, "code": code_sha256("normalise"),
                       "gazetteer": gazetteer_sha256(options.gazetteer)},
            "options": {"gazetteer": list(options.gazetteer)}}


def _counting(options: Options, record: dict) -> dict:
    return {"hashes": {**{name: record["tables"].get(name) for name in ("documents", "mentions")},
                       "code": code_sha256("tabulate")}, "options": {"unique": options.unique}}


def _key(made_of: dict) -> str | None:
    """One hash of what a stage is made of; None where an input can be read but once. Where the gazetteer lies is no
    matter."""
    if None in made_of["hashes"].values():
        return None
    return digest(made_of["hashes"], {**made_of["options"], "gazetteer": None})


def _refuse_own(inputs: Sequence[str], out: Path) -> None:
    """RunError where no input exists, or one means the tables that this run writes, or the folder they are in."""
    from pipeline.reading.remote import is_url
    missing = [name for name in inputs if name != "-" and not is_url(name) and not Path(name).exists()
               and not any(glob.iglob(name, recursive=True))]
    if len(missing) == len(inputs):
        raise RunError(f"{missing[0] if missing else 'nothing named'}: there is no such file or folder to read")
    if (url := url_of(out)) and any(is_url(name) and _within(url, name) for name in inputs):
        raise RunError(f"{url}: the tables go there, and an input would read them as articles; name another --out")
    home = out.resolve()
    own = {home / f"{name}{ending}" for name in TABLES for ending in (".parquet", ".csv")}
    for name in inputs:
        name = name.removeprefix("file://")
        for place in [name] if Path(name).exists() or name == "-" else glob.iglob(name, recursive=True):
            real = Path(place).resolve()
            if not own.isdisjoint((real, real.parent)) or (name != "-" and home.is_relative_to(real)):
                raise RunError(f"{out}: the tables go there, and the input {name} would read them as articles; "
                               "name another --out")


def _within(url: str, other: str) -> bool:
    """Does one URL mean a folder in which the other is, or the same?"""
    url, other = (name.rstrip("/") + "/" for name in (url, other))
    return url.startswith(other) or other.startswith(url)


def _settings(options: Options) -> Settings:
    return Settings(tuple(str(Path(folder).resolve()) for folder in options.gazetteer),
                    gazetteer_sha256(options.gazetteer), code_sha256("see", "recognise", "normalise"),
                    options.ner, options.seconds)


def _reject_order(row: Reject) -> tuple:
    return row.source, row.record or 0, row.reason, row.detail


def _closed(record: dict, options: Options) -> dict:
    """Write the CSV that was asked for, take away what no longer agrees with its table, and count."""
    out = options.out
    for name, sha256 in record["tables"].items():
        path, made_of = out / f"{name}.csv", [sha256, options.excel]
        known = record["csv"].get(name)
        if options.csv and not (path.exists() and known == made_of):
            tabulating.write_csv(tabulating.load(out / f"{name}.parquet"), path, excel=options.excel)
            record["csv"][name] = made_of
        elif not options.csv and known and known[0] != sha256:
            path.unlink(missing_ok=True)
            del record["csv"][name]
    counts = {name: sum(pq.read_metadata(file).num_rows for file in files_of(path)) for name in record["tables"]
              if (path := out / f"{name}.parquet").exists()}
    reasons = Counter(row.reason for row in read_rows(out / "rejects.parquet", Reject)) if "rejects" in counts else {}
    told = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(options).items()}
    stages = record["stages"].values()
    hashes = {name: done["hashes"][name] for done in stages for name in ("inputs", "model", "gazetteer")
              if name in done["hashes"]}
    record |= {"versions": versions(), "counts": counts, "rejects": dict(sorted(reasons.items())),
               "options": told | {name: value for done in stages for name, value in done["options"].items()},
               "hashes": hashes | {"code": {stage: done["hashes"]["code"] for stage, done in record["stages"].items()}},
               "seconds": {stage: done["seconds"] for stage, done in record["stages"].items()}}
    write_record(record, out)
    return record
