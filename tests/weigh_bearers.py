"""Fits what each sign counts by which a title that stands alone is given to somebody named before: `python -m
tests.weigh_bearers [FURTHER GOLD]` prints the table for `pipeline/recognising/bearers.py`.

A case is a title with those who may bear it; the right one is whom gold says, or nobody. With `--across` each file is
judged by the weights that all others give, and the share of right choices printed.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from pipeline.gazetteer import Gazetteer
from pipeline.gold import GoldDocument, read_gold
from pipeline.normalising import normalise
from pipeline.recognising import bearers, recognise_text
from pipeline.recognising.model import load, model_spans
from pipeline.rows import Document
from tests.fitting import Choice, fitted, table

GOLD = Path(__file__).parent / "gold"
JUDGED = {
    "": 1.0, "here": -0.5, "prev": 1.0, "far": -0.5, "last": 0.3, "only": 0.5, "alone prev": 0.5, "together": -1.0,
    "subject": 0.3, "oblique": -0.3, "opens subject": 0.5, "apart": -0.3, "clash": -3.0,
    "agrees": 0.3,
    "bore": 1.0, "bore last": 0.7, "bore noun": 0.5, "bore otherwise": -0.5, "rival": -1.0, "titled": -0.7,
    "untitled": 0.3, "official": -1.5, "crowd": -0.7, "titled abroad": -0.5, "titled at home": 0.5, "own": -0.5,
    "behind preposition": -0.3, "countryman": 0.7, "foreigner": -2.0, "holds now": 1.5, "held former": 1.0,
    "holds former": -1.0, "holds elect": -1.0, "never held": -1.0, "unknown state": -1.0, "calling": -0.3,
    "figure": 0.3}
"""What a sign counts before any gold is read; 0 where nothing is said; '' is nobody."""

PULL = 2.0
"""How strongly the weights are held to what was judged."""

Case = tuple[list[list[str]], int]
"""The signs of each who may bear a title, and which one does; -1 for nobody."""


def cases(documents: list[GoldDocument]) -> list[Case]:
    """The cases of the gold, as the rules meet them."""
    gazetteer = Gazetteer.load()
    asked: list[tuple[int, list[tuple[int, list[str]]]]] = []
    signs = bearers.Bearers.signs

    def noting(self, title):
        told = signs(self, title)
        if told:
            start = self.words.starts[title.i]
            asked.append((start, [(self.words.starts[f.last.i], of_one) for f, of_one in told]))
        return told

    found: list[Case] = []
    bearers.Bearers.signs = noting
    try:
        spans = model_spans(load("fast"), (d.text for d in documents))
        for d, of_text in zip(documents, spans, strict=True):
            asked.clear()
            document = Document(d.doc_id, d.doc_id, d.text, d.published, n_chars=len(d.text))
            mentions, *_ = normalise(document, *recognise_text(document, of_text, gazetteer), gazetteer)
            found += _right(d, asked, mentions) if d.covers("ROLE") else []
    finally:
        bearers.Bearers.signs = signs
    return found


def _right(document: GoldDocument, asked: list, mentions: list) -> Iterable[Case]:
    """The cases of one document, with those whom gold names."""
    entity_at = {m.start: m.entity_id for m in mentions if m.label == "PERSON"}
    gold_at = {m.start: m.entity_id for m in document.mentions if m.label == "PERSON"}
    for start, told in asked:
        held = {r.person_id for r in document.roles if r.start <= start < r.end}
        who = [n for n, (at, _) in enumerate(told) if {entity_at.get(at), gold_at.get(at)} - {None} & held]
        yield [of_one for _, of_one in told], who[0] if who else -1


def choice(case: Case) -> Choice:
    """A case as a choice of one person, or nobody."""
    of_all, who = case
    return [dict.fromkeys(of_one, 1.0) for of_one in of_all], who, 1.0


def chosen(of_all: list[list[str]], weights: dict[str, float], nobody: float) -> int:
    """Whom the weights choose; -1 for nobody."""
    most = [sum(weights.get(sign, 0.0) for sign in of_one) for of_one in of_all]
    best = max(range(len(most)), key=most.__getitem__)
    return best if most[best] > nobody else -1


def across(files: dict[Path, list[GoldDocument]]) -> None:
    """Print for each file how many of its titles the others' weights give to the right one."""
    of_file = {file: cases(documents) for file, documents in files.items()}
    total = n = 0
    for file, told in of_file.items():
        others = [choice(case) for other, of_other in of_file.items() if other != file for case in of_other]
        weights, nobody = fitted(others, JUDGED, PULL)
        right = sum(chosen(of_all, weights, nobody) == who for of_all, who in told)
        total, n = total + right, n + len(told)
        print(f"{file.name:24} {right:4} of {len(told):4}")
    print(f"{'all':24} {total:4} of {n:4}")


def main(arguments: list[str]) -> None:
    """Print the table, or how well it carries over."""
    paths = [*sorted(GOLD.glob("*.txt")), *(Path(a) for a in arguments if not a.startswith("-"))]
    files = {path: read_gold(path) for path in paths}
    if "--across" in arguments:
        return across(files)
    told = cases([d for documents in files.values() for d in documents])
    weights, nobody = fitted([*map(choice, told)], JUDGED, PULL)
    print(f"NOBODY = {nobody:.2f}    # now {bearers.NOBODY}", table(weights), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
