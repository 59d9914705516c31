"""Running: the stages over a corpus, cut into parts, on one process or many, with never a document lost.

    inputs ── read ──> documents, rejects ── cut ──> parts of whole documents
    part ── recognise ──> .parts/seen/KEY, .parts/recognised/KEY ── normalise ──> .parts/normalised/KEY
    all parts in order ──> documents, rejects, mentions, roles ── tabulate ──> entities, cooccurrences

A part's KEY is a hash of all that it depends on, so what exists need not be made again: a second run does only what is
missing or changed, and a run that was killed goes on where it stood. What each stage hangs on is in `run.json`.
"""

import heapq
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import partial
from glob import has_magic
from itertools import groupby, tee
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline import tabulating
from pipeline.engine import Engine, RunError
from pipeline.parts import (
    PART,
    Part,
    Settings,
    cut,
    given_up,
    in_order,
    joined,
    loaded_gazetteer,
    loaded_model,
    normalise_part,
    recognise_part,
)
from pipeline.recording import (
    code_sha256,
    digest,
    finished,
    gazetteer_sha256,
    inputs_sha256,
    model_sha256,
    only_run,
    unchanged,
    versions,
    write_record,
)
from pipeline.rows import LABELS, Document, Entity, Mention, Reject, Role
from pipeline.storing import TableWriter, hidden, unpacked, write_bytes, write_rows
from pipeline.tabulating import TABLES, from_table, read_rows, schema_of, to_table

HELD = 16_000_000
"""Characters held in memory while documents are sorted; more of them go through sorted files on disk."""

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
    unique: bool = False              # count in `entities` and `cooccurrences` no document that repeats another
    csv: bool = False
    excel: bool = False
    text_column: str | None = None
    id_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    french_only: bool = False
    part: int = PART                  # characters in a part, more or less

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
    with only_run(options.out) as record, Engine(options.workers, options.scheduler) as engine:
        key, settings = _reading_key(inputs, options), _settings(options)
        if not unchanged(record, options.out, "read", key):
            engine.warm(recognise_part, settings, None)
            _read(inputs, options, progress, record, key)
        key = digest(record["rows"], _recognising_key(options), _linking_key(settings))
        if not unchanged(record, options.out, "normalise", key):
            _recognise(options, settings, engine, progress, record)
            _normalise(options, settings, engine, progress, record, key)
        key = digest(record["tables"]["documents"], record["tables"]["mentions"], code_sha256("tabulate"), options.unique)
        if not unchanged(record, options.out, "tabulate", key):
            _tabulate(options, progress, record, key)
        return _closed(record, options)


def read(inputs: Sequence[str], options: Options, progress: Progress = silent) -> dict:
    """Inputs into `documents` and `rejects`."""
    with only_run(options.out) as record:
        _read(inputs, options, progress, record, _reading_key(inputs, options))
        return _closed(record, options)


def recognise(options: Options, progress: Progress = silent) -> dict:
    """`documents` into `mentions` and `roles` that are not linked yet."""
    with only_run(options.out) as record, Engine(options.workers, options.scheduler) as engine:
        started = time.perf_counter()
        _recognise(options, _settings(options), engine, progress, record)
        _assemble("recognised", record["recognised"], options, record)
        finished(record, options.out, "recognise", None, started, ("documents", "rejects", "mentions", "roles"))
        return _closed(record, options)


def normalise(options: Options, progress: Progress = silent) -> dict:
    """Recognised rows into linked `mentions` and `roles`; loads the gazetteer and no model."""
    with only_run(options.out) as record, Engine(options.workers, options.scheduler) as engine:
        _normalise(options, _settings(options), engine, progress, record, None)
        return _closed(record, options)


def tabulate(options: Options, progress: Progress = silent) -> dict:
    """Linked `mentions` into `entities` and `cooccurrences`."""
    with only_run(options.out) as record:
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
        mentions, roles = recognise_text(document, spans, gazetteer)
        yield document, *in_order(*linked(document, mentions, roles, gazetteer))


# ---- reading


def _read(inputs: Sequence[str], options: Options, progress: Progress, record: dict, key: str | None) -> None:
    from pipeline import reading
    from pipeline.reading.records import further_names
    from pipeline.reading.repeats import repeats, sketch
    started, rejects, extra, done, out = time.perf_counter(), [], set(), 0, options.out
    sketches: dict[str, bytes] = {}
    missing = [name for name in inputs if name != "-" and not has_magic(name) and not Path(name).exists()]
    if len(missing) == len(inputs):
        raise RunError(f"{missing[0] if missing else 'nothing named'}: there is no such file or folder to read")
    for name in inputs:
        if Path(name).is_dir() and out.resolve().is_relative_to(Path(name).resolve()):
            raise RunError(f"{out}: lies inside the input {name}, and would be read the next time; name another --out")
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
    originals = repeats(sketches)
    in_row = (replace(row, duplicate_of=originals.get(row.doc_id)) for row in in_row)
    (out / ".parts" / "failed.parquet").unlink(missing_ok=True)
    write_rows(out / "documents.parquet", in_row, Document, extra)
    write_rows(out / "rejects.parquet", sorted(rejects, key=_reject_order), Reject)
    progress("read", done, done, len(rejects))
    record["rows"] = digest([part.sha256 for part in _parts(options)])
    finished(record, out, "read", key, started, ("documents", "rejects"))


def _sorted(documents: Iterable[Document], folder: Path) -> Iterator[Document]:
    """By `doc_id`, in bounded memory: sorted files are laid down in `folder` and merged. All are read on return."""
    files: list[Path] = []
    held: list[Document] = []
    size = 0

    def laid_down(rows: Iterable[Document]) -> Path:
        path = hidden(folder / f"sorted-{time.monotonic_ns()}.parquet")
        write_rows(path, (replace(row, extra=(("kept", json.dumps(row.extra)),)) for row in rows), Document, ["kept"])
        return path

    def merged(paths: Sequence[Path]) -> Iterator[Document]:
        for row in heapq.merge(*(read_rows(path, Document) for path in paths), key=_document_order):
            yield replace(row, extra=tuple((name, value) for name, value in json.loads(row.extra[0][1])))
        for path in paths:
            path.unlink()

    for document in documents:
        held.append(document)
        size += document.n_chars
        if size >= HELD:
            files.append(laid_down(sorted(held, key=_document_order)))
            held, size = [], 0
            if len(files) == 64:  # so many files are open at once, and no more
                files = [laid_down(merged(files))]
    return heapq.merge(sorted(held, key=_document_order), merged(files), key=_document_order)


def _all_documents(out: Path) -> Iterator[Document]:
    """The documents in order, with those that failed before and stand in `rejects` now: they are tried again."""
    if not (out / "documents.parquet").exists():
        raise RunError(f"{out / 'documents.parquet'}: not there yet; run `depeche read`")
    both = heapq.merge(read_rows(out / "documents.parquet", Document), _failed(out), key=_document_order)
    for _, same in groupby(both, key=_document_order):  # twice where a run was killed between the two files
        yield next(same)


def _parts(options: Options) -> Iterator[Part]:
    return cut(_all_documents(options.out), options.part)


def _failed(out: Path) -> Iterator[Document]:
    path = out / ".parts" / "failed.parquet"
    return read_rows(path, Document) if path.exists() else iter(())


# ---- recognising and normalising, part by part


def _recognise(options: Options, settings: Settings, engine: Engine, progress: Progress, record: dict) -> None:
    started, out, wanted = time.perf_counter(), options.out, _recognising_key(options)
    model = {name: value for name, value in wanted.items() if name != "gazetteer"}

    def arguments(part: Part) -> tuple[Settings, bytes | None]:
        path = _path(out, "seen", part, model)
        return settings, path.read_bytes() if path.exists() else None

    _work("recognise", {"recognised": wanted, "seen": model}, recognise_part, arguments, options, engine, progress)
    record["recognised"], record["seen"] = wanted, model
    finished(record, out, "recognise", None, started, ())


def _normalise(options: Options, settings: Settings, engine: Engine, progress: Progress, record: dict,
               key: str | None) -> None:
    started, wanted, out = time.perf_counter(), record.get("recognised"), options.out
    linked = {"recognised": wanted, **_linking_key(settings)}

    def arguments(part: Part) -> tuple[Settings, bytes]:
        path = _path(out, "recognised", part, wanted)
        if not path.exists():
            raise RunError(f"{out / 'documents.parquet'}: not recognised yet, or changed since; "
                           "run `depeche recognise`")
        return settings, path.read_bytes()

    _work("normalise", {"normalised": linked}, normalise_part, arguments, options, engine, progress)
    _assemble("normalised", linked, options, record)
    finished(record, out, "normalise", key, started, ("documents", "rejects", "mentions", "roles"))


def _path(out: Path, state: str, part: Part, wanted: dict | None) -> Path:
    return out / ".parts" / state / digest(part.sha256, wanted)


def _work(stage: str, made: dict[str, dict], function: Callable[..., tuple[bytes, ...]],
          arguments: Callable[[Part], tuple], options: Options, engine: Engine, progress: Progress) -> None:
    """Make each part of the corpus that is not there yet; `made` names the states it makes, and what each hangs on."""
    out, total, done, rejects = options.out, 0, 0, 0
    missing: set[str] = set()
    for state in made:
        (out / ".parts" / state).mkdir(exist_ok=True)
    for part in _parts(options):
        total += len(part.documents)
        if all(_path(out, state, part, wanted).exists() for state, wanted in made.items()):
            done += len(part.documents)
        else:
            missing.add(part.sha256)
    progress(stage, done, total, rejects)
    if not missing:
        return
    calls = ((part, arguments(part)) for part in _parts(options) if part.sha256 in missing)
    give_up = partial(given_up, seconds=options.seconds)
    for part, states in engine.map(function, calls, len(missing), give_up, joined):
        for (state, wanted), data in zip(made.items(), states):  # one that was given up has more states than one
            write_bytes(_path(out, state, part, wanted), data)
        done, rejects = done + len(part.documents), rejects + unpacked(states[0])[2].num_rows
        progress(stage, done, total, rejects)


def _assemble(state: str, wanted: dict, options: Options, record: dict) -> None:
    """Put the parts together, in order, into the tables that users open; forget the parts that are none of them."""
    out, used, rejects, failed, hashes = options.out, set(), [], [], []
    extra = sorted({*pq.read_schema(out / "documents.parquet").names} - {*schema_of(Document).names})
    with ExitStack() as stack:
        documents, mentions, roles = (
            stack.enter_context(TableWriter(out / f"{name}.parquet", TABLES[name], extra * (name == "documents")))
            for name in ("documents", "mentions", "roles"))
        for part in _parts(options):
            path = _path(out, state, part, wanted)
            hashes.append(part.sha256)
            used |= {path, *(_path(out, kind, part, record[kind]) for kind in ("seen", "recognised"))}
            part_mentions, part_roles, part_rejects = unpacked(path.read_bytes())
            sources = set(part_rejects["source"].to_pylist())
            counts = Counter(part_mentions["doc_id"].to_pylist())
            done = [replace(d, n_mentions=counts[d.doc_id], status=state)
                    for d in part.documents if d.source not in sources]
            documents.write(to_table(done, Document, extra_columns=extra))
            mentions.write(part_mentions)
            roles.write(part_roles)
            rejects += from_table(part_rejects, Reject)
            failed += [d for d in part.documents if d.source in sources]
        retried = {d.source for d in _failed(out)}
        if failed or retried:
            kept = {r for r in read_rows(out / "rejects.parquet", Reject) if r.source not in retried}
            write_rows(out / ".parts" / "failed.parquet", failed, Document, extra)
            write_rows(out / "rejects.parquet", sorted({*kept, *rejects}, key=_reject_order), Reject)
    record["rows"] = digest(hashes)
    for kind in ("seen", "recognised", "normalised"):
        for path in (out / ".parts" / kind).glob("*"):
            if path not in used and not (state == "recognised" and kind == "normalised"):
                path.unlink()


# ---- tabulating


def _tabulate(options: Options, progress: Progress, record: dict, key: str | None) -> None:
    started, out = time.perf_counter(), options.out
    paths = {name: out / f"{name}.parquet" for name in TABLES}
    for name in ("documents", "mentions"):
        if not paths[name].exists():
            raise RunError(f"{paths[name]}: not there yet; run `depeche run`, or the stages before this one")
    progress("tabulate", 0, 2, 0)
    mentions = pq.read_table(paths["mentions"], columns=["doc_id", "text", "label", "entity_id", "name", "iso3",
                                                         "portfolio", "wikidata", "sentence"])
    documents = pq.read_table(paths["documents"], columns=["doc_id", "published", "duplicate_of"])
    if options.unique:  # an original that failed counts for nothing: then its repeats stay
        repeated = documents.filter(pc.is_in(documents["duplicate_of"], documents["doc_id"]))
        mentions = mentions.filter(pc.invert(pc.is_in(mentions["doc_id"], repeated["doc_id"])))
    entities = tabulating.entities(documents, mentions)
    tabulating.write_table(entities, paths["entities"])
    progress("tabulate", 1, 2, 0)
    tabulating.write_table(tabulating.cooccurrences(mentions), paths["cooccurrences"])
    progress("tabulate", 2, 2, 0)
    rows = list(from_table(entities, Entity))  # the most mentioned first
    record["entities"] = {label: sum(row.label == label for row in rows) for label in LABELS}
    record["most_mentioned"] = {
        label: [[row.entity_id, row.name, row.n_mentions, row.n_documents] for row in rows if row.label == label][:5]
        for label in LABELS}
    finished(record, out, "tabulate", key, started, ("entities", "cooccurrences"))


# ---- what a run is told, and what it tells


def _reading_key(inputs: Sequence[str], options: Options) -> str | None:
    found = inputs_sha256(inputs)
    return digest(found, code_sha256("read"), options.reading) if found else None


def _recognising_key(options: Options) -> dict:
    return {"model": model_sha256(), "ner": options.ner, "code": code_sha256("recognise"), "seconds": options.seconds,
            "gazetteer": gazetteer_sha256(options.gazetteer)}


def _linking_key(settings: Settings) -> dict:
    return {"code": code_sha256("normalise"), "gazetteer": settings.gazetteer_sha256, "seconds": settings.seconds}


def _settings(options: Options) -> Settings:
    return Settings(tuple(str(Path(folder).resolve()) for folder in options.gazetteer),
                    gazetteer_sha256(options.gazetteer), code_sha256("recognise", "normalise"),
                    options.ner, options.seconds)


def _document_order(row: Document) -> str:
    return row.doc_id


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
    counts = {name: pq.read_metadata(path).num_rows for name in record["tables"]
              if (path := out / f"{name}.parquet").exists()}
    reasons = Counter(row.reason for row in read_rows(out / "rejects.parquet", Reject)) if "rejects" in counts else {}
    told = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(options).items()}
    record |= {"versions": versions(), "options": told, "counts": counts, "rejects": dict(sorted(reasons.items())),
               "hashes": {"gazetteer": gazetteer_sha256(options.gazetteer), "model": model_sha256(),
                          "code": code_sha256("read", "recognise", "normalise", "tabulate")},
               "seconds": {stage: done["seconds"] for stage, done in record["stages"].items()}}
    write_record(record, out)
    return record
