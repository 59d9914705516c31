"""What 100,000 names of a user's own cost: loading them, and recognising and linking with them.

    python -m tests.benchmarks.bench_gazetteer [corpus.jsonl] [--names 100000] [--rounds 7]

Both gazetteers are in one process and take turns on the same texts; the figure is the ratio of the least CPU times,
which other programs of the machine disturb least.
"""

import tempfile
from pathlib import Path
from time import process_time

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.recognising.model import load, model_spans
from pipeline.rows import Document
from tests.benchmarks.bench_run import table
from tests.benchmarks.corpus import command, keep, made, passages_of

ENDS = ["ac", "ard", "aud", "eau", "elle", "er", "ez", "ier", "in", "oux"]


def own_names(folder: Path, count: int) -> Path:
    """A folder with so many people of a user's own: real given names, invented surnames."""
    given = sorted(Gazetteer.load().given_names)[:1000]
    with (folder / "people.csv").open("w", encoding="utf-8") as file:
        file.write("person_id,name,gender,iso3,wikidata,source\n")
        for number in range(count):
            first, rest = given[number % 1000].title(), number // 1000
            surname = f"Zq{chr(97 + rest % 10)}{ENDS[rest // 10 % 10]}{'e' * (rest // 100)}"
            file.write(f"u{number},{first} {surname},,,,user\n")
    return folder


def measure(corpus: Path | None, names: int, rounds: int) -> dict:
    """Seconds to load, and the ratio of the work with a user's names to the work without."""
    documents = [Document(r["doc_id"], "made", r["text"], published=r["published"], n_chars=len(r["text"]))
                 for r in made(300, passages_of(corpus))]
    model = load()
    list(model_spans(model, (d.text for d in documents)))
    shipped = Gazetteer.load()
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        own = Gazetteer.load(own_names(Path(folder), names))
        own.lengths
        loaded = process_time() - start
    rows = []
    for number in range(rounds + 1):
        took = {}
        for name, gazetteer in sorted({"shipped": shipped, "own": own}.items(), reverse=bool(number % 2)):
            start = process_time()
            spans = list(model_spans(model, (d.text for d in documents)))
            seen = process_time()
            for document, some in zip(documents, spans, strict=True):
                normalise(document, *recognise_text(document, some, gazetteer), gazetteer)
            took[name] = process_time() - seen, process_time() - start
        rows.append(took)
    rows = rows[1:]                                            # the first one fills the caches of both
    least = {name: [min(r[name][part] for r in rows) for part in (0, 1)] for name in ("own", "shipped")}
    return {"names": names, "rounds": rounds, "cpu seconds to load": round(loaded, 2),
            "rules and linking, own to shipped": round(least["own"][0] / least["shipped"][0], 3),
            "with the model, own to shipped": round(least["own"][1] / least["shipped"][1], 3)}


def main() -> None:
    parser = command(__doc__, 7)
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    result = measure(options.corpus, options.names, options.rounds)
    print(table(result))
    keep(result, options.json)


if __name__ == "__main__":
    main()
