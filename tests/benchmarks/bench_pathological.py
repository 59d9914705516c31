"""Texts that no paper prints, against ordinary ones of the same length.

    python -m tests.benchmarks.bench_pathological

Model, rules and linking, in CPU seconds; every ratio is to stay below ten.
"""

import random
from time import process_time

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.recognising.model import load, model_spans
from pipeline.rows import Document
from tests.benchmarks.corpus import made


def surnames(count: int) -> list[str]:
    """So many invented surnames, the same ones whenever they are asked for."""
    chance = random.Random(1)
    parts = ("B C D F G L M P R S T".split(), "a e i o u".split(), "r l n s t".split(),
             "ard eau ier on ac ot in elle".split())
    return ["".join(map(chance.choice, parts)) for _ in range(count)]


def main() -> None:
    gazetteer, model = Gazetteer.load(), load()
    ordinary = "\n\n".join(record["text"] for record in made(900, seed=12))

    def seconds(text: str) -> float:
        start = process_time()
        document = Document("text", "text", text, n_chars=len(text))
        spans = next(model_spans(model, [text]))
        normalise(document, *recognise_text(document, spans, gazetteer), gazetteer)
        return process_time() - start

    seconds(ordinary[:200_000])                                # what is made once
    names = surnames(50_000)
    for name, text in (("100,000 open brackets", "[" * 100_000), ("100,000 round brackets", "(" * 100_000),
                       ("50,000 surnames", " ".join(names)), ("50,000 with M.", " ".join(f"M. {n}" for n in names)),
                       ("50,000 with commas", ", ".join(names)), ("one word of 10 MB", "a" * 10_000_000)):
        took, part = seconds(text), ordinary[:len(text)]
        usual = seconds(part) * len(text) / len(part)
        print(f"{name:<24}{took:8.2f} s, ordinary {usual:8.2f} s, ratio {took / usual:.2f}", flush=True)


if __name__ == "__main__":
    main()
