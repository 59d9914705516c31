"""How fast names are found: spaCy's whole pipeline, its `ner` alone, and ours, side by side in one process.

    python tests/benchmarks/bench_ner.py [corpus.jsonl] [--rounds 5] [--json result.json]

A corpus has an object with a `text` on each line; without one, our own gold passages are read. Every round runs each
engine once over all texts, one engine after the other, so that what else the machine does falls on all of them alike.
Seconds are those of one core at work (CPU time of one thread, BLAS too), the figure is the median of the rounds.
"""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"         # before the imports below load NumPy, which reads it then

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

import spacy

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from pipeline.gold import read_gold
from pipeline.recognising.fast_ner import FastNER
from pipeline.recognising.model import MODEL, clean, load
from tests.benchmarks.corpus import command, keep

OTHERS = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
STOCK, ALONE, NEW, KNOWN = ("stock pipeline", "stock ner alone", "fast, from cold", "fast, words known")
ALONE_CUT, NEW_CUT, FAST_CUT = ("stock ner, words cut", "fast, words cut, types new", "fast, words cut, types known")
BATCH = 8

Spans = list[list[tuple[int, int, str]]]


def read_texts(corpus: Path | None) -> list[str]:
    """The texts in the model's typography."""
    if corpus is None:
        return [clean(document.text) for document in read_gold(ROOT / "tests" / "gold")]
    lines = corpus.read_text(encoding="utf-8").splitlines()
    return [clean(json.loads(line)["text"]) for line in lines if line.strip()]


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds of CPU time, and what the work gave."""
    start = process_time()
    result = work()
    return process_time() - start, result


def of_docs(docs) -> Spans:
    return [[(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in docs]


def batches(things: list) -> Iterator[list]:
    return (things[at:at + BATCH] for at in range(0, len(things), BATCH))


def measure(texts: list[str], rounds: int) -> dict:
    """All engines over all texts: seconds of each round, shares of identical documents."""
    whole, alone = spacy.load(MODEL), spacy.load(MODEL, exclude=OTHERS)
    docs = [alone.make_doc(text) for text in texts]
    ner = alone.get_pipe("ner")
    seconds: dict[str, list[float]] = {name: [] for name in (STOCK, ALONE, NEW, KNOWN, ALONE_CUT, NEW_CUT, FAST_CUT)}
    for _ in range(rounds):
        model, fast = load("fast"), FastNER(alone)      # anew: none of the texts' words known
        found = {}
        for name, work in (
            (STOCK, lambda: of_docs(whole.pipe(texts, batch_size=BATCH))),
            (ALONE, lambda: of_docs(alone.pipe(texts, batch_size=BATCH))),
            (NEW, lambda model=model: list(model.spans(texts))),
            (KNOWN, lambda model=model: list(model.spans(texts))),
            (ALONE_CUT, lambda: [ner.predict(batch) for batch in batches(docs)]),
            (NEW_CUT, lambda fast=fast: [fast.predict(batch) for batch in batches(docs)]),
            (FAST_CUT, lambda fast=fast: [fast.predict(batch) for batch in batches(docs)]),
        ):
            taken, found[name] = timed(work)
            seconds[name].append(taken)
    tokens = sum(map(len, docs))
    identical = {name: sum(ours == theirs for ours, theirs in zip(found[KNOWN], found[name], strict=True)) / len(texts)
                 for name in (STOCK, ALONE)}
    return {
        "documents": len(texts), "tokens": tokens, "rounds": rounds, "entities": sum(map(len, found[ALONE])),
        "tokens_per_second": {name: round(tokens / median(taken)) for name, taken in seconds.items()},
        "times_as_fast": {f"{ours} / {theirs}": round(median(b / a for a, b in zip(seconds[ours], seconds[theirs],
                                                                                   strict=True)), 2)
                          for ours, theirs in ((NEW_CUT, ALONE_CUT), (FAST_CUT, ALONE_CUT), (NEW, ALONE),
                                               (KNOWN, ALONE), (NEW, STOCK), (KNOWN, STOCK), (ALONE, STOCK))},
        "documents_with_identical_spans": identical,
        "versions": {"spacy": spacy.__version__, "python": sys.version.split()[0]},
    }


def table(result: dict) -> str:
    """The result as it is printed."""
    counts = "{documents} documents, {tokens} tokens, {entities} entities, median of {rounds} rounds"
    lines = [counts.format(**result), ""]
    lines += [f"{name:<52}{rate:>9,} tokens/s" for name, rate in result["tokens_per_second"].items()]
    lines += ["", *(f"{pair:<52}{ratio:>9.2f} times" for pair, ratio in result["times_as_fast"].items()), ""]
    lines += [f"{'documents as ' + name + ' has them':<52}{share:>9.2%}"
              for name, share in result["documents_with_identical_spans"].items()]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> dict:
    parser = command(__doc__, 5)
    options = parser.parse_args(arguments)
    result = measure(read_texts(options.corpus), options.rounds)
    print(table(result))
    keep(result, options.json)
    return result


if __name__ == "__main__":
    main()
