"""Fits what a capital's signs count: `python -m tests.weigh_capitals [FILE …]` prints the table for `governing.py`.

Each capital of the gold that is in question is a case: its signs, and whether it stands for its government. The weights
make the right answers likely and stay near 0. Signs that tell of a text's other capitals are read with the weights that
the step before has fitted. Before the table it prints how each file does by weights that were fitted to all others.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from capitals import PASSAGES  # noqa: E402
from test_metonyms import ROWS  # noqa: E402

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, find_hits
from pipeline.gazetteer.words import Words, cut
from pipeline.gold import parse_marked, read_gold
from pipeline.recognising import governing
from pipeline.recognising.governing import Signs
from pipeline.recognising.metonyms import in_question, seats_meant
from tests.fitting import table  # noqa: E402

OURS, KINDS = "test_metonyms", "capitals"
"""What stands for a file's name where a case is a sentence of `test_metonyms.py` or of `capitals.py`."""

GOLD = Path(__file__).parent / "gold"

PULL = 0.5
"""How strongly the weights are held to 0: chosen by leaving one file out, 0.5 to 2 do as well."""

WORTH = {OURS: 2.0, KINDS: 0.5}
"""What a case counts: our sentences are few, and tell what the news seldom does; of the passages every other capital
is a town, which the news seldom has as a subject."""

ROUNDS, STEPS = 3, 8

LEAST = 0.1
"""Weights nearer to 0 are left out."""

Text = tuple[str, Words, dict[Hit, Signs], dict[Hit, float], set[int]]
"""Its file, its words, the capitals in question with their own signs, the seats meant, where the gold has metonyms."""


def texts(files: Sequence[Path]) -> list[Text]:
    """The texts of the gold files, and of our sentences against the rules, that have a capital in question."""
    gazetteer, read = Gazetteer.load(), []
    gold = [(file.stem, d.text, d.mentions) for file in files for d in read_gold(file)]
    ours = [(file, *parse_marked(case)[:2]) for file, rows in ((OURS, ROWS), (KINDS, PASSAGES))
            for _, *row in rows for case in row]
    for file, text, mentions in gold + ours:
        words = cut(text)
        hits = find_hits(words, gazetteer)
        meant = {m.start for m in mentions if m.form == "metonym"}
        capitals = in_question(words, hits, gazetteer)
        if capitals:
            own = {hit: governing.signs(words, hits, hit, gazetteer) for hit in capitals}
            read.append((file, words, own, seats_meant(words, hits, gazetteer), meant))
    return read


class Cases:
    """The capitals of some texts with their signs: a row each, a column for each sign."""

    def __init__(self, read: Sequence[Text]):
        told = [(file, signs, words.starts[hit.i] in meant) for file, words, own, seats, meant in read
                for hit, signs in governing.weighed(words, own, seats).items()]
        self.names = sorted({sign for _, signs, _ in told for sign in signs})
        column = {name: n for n, name in enumerate(self.names)}
        self.signs, self.right = np.zeros((len(told), len(column))), np.array([right for *_, right in told], float)
        self.worth = np.array([WORTH.get(file, 1.0) for file, *_ in told])
        for row, (_, signs, _) in zip(self.signs, told, strict=True):
            row[[column[sign] for sign in signs]] = 1


def fitted(signs: np.ndarray, right: np.ndarray, worth: np.ndarray) -> np.ndarray:
    """The weight of each column, by Newton's steps."""
    weights = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (worth * (chances - right)) + PULL * weights
        bend = (signs * (worth * chances * (1 - chances))[:, None]).T @ signs + PULL * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def settled(read: Sequence[Text]) -> dict[str, float]:
    """The weights, fitted again until what they say of a text's other capitals has settled."""
    governing.WEIGHTS.clear()
    for _ in range(ROUNDS):
        cases = Cases(read)
        weights = fitted(cases.signs, cases.right, cases.worth)
        governing.WEIGHTS.clear()
        governing.WEIGHTS.update((name, round(float(w), 2)) for name, w in zip(cases.names, weights, strict=True)
                                 if abs(w) >= LEAST)
    return dict(governing.WEIGHTS)


def compared(read: Sequence[Text]) -> None:
    """Print what each file has right, missed and false by the weights of all others."""
    total: Counter[str] = Counter()
    for file, of_file in groupby(read, lambda text: text[0]):
        settled([text for text in read if text[0] != file])
        counts: Counter[str] = Counter()
        for _, words, own, seats, meant in of_file:
            for hit, signs in governing.weighed(words, own, seats).items():
                said, wanted = governing.summed(signs) > 0, words.starts[hit.i] in meant
                counts[("right" if said else "missed") if wanted else "false" if said else "place"] += 1
        print(f"{file:20}", *(f"{name} {counts[name]:4}" for name in ("right", "missed", "false", "place")))
        if file not in WORTH:
            total += counts
    found = total["right"] / (total["right"] + total["missed"])
    print(f"all files: P {total['right'] / (total['right'] + total['false']):.3f} R {found:.3f}")


def main(further: list[str]) -> None:
    """Print how it does, and the table."""
    read = texts([*sorted(GOLD.glob("*.txt")), *map(Path, further)])
    compared(read)
    print(table(settled(read), LEAST))


if __name__ == "__main__":
    main(sys.argv[1:])
