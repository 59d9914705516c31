"""Pins the quality that has been reached: `python -m tests.pin` measures it on our gold and writes models/scores.json.

Run it on purpose, when scores have risen or gold has changed, and commit the file with the change that moved them;
`test_quality.py` refuses what falls more than `SLACK` below.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluating import Score, score_mentions, score_roles
from pipeline.gold import GoldDocument, read_gold
from pipeline.rows import Document
from pipeline.running import extracted

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
SCORES = ROOT / "models" / "scores.json"

SLACK = 0.5
"""Points of F1 by which a score may lie below the pinned one: room for a gain elsewhere that costs a row here."""

SETS = {"all": "*", "unseen": "unseen*", "blind": "blind*"}
"""The files of each set; `unseen` and `blind` were marked without sight of the rules, and have floors of their own."""

RESPECTS = ("overlap", "role", "person", "ministry", "country", "status", "whole")

Scores = dict[str, dict[str, float]]
"""By set, by `COUNTRY exact`, `COUNTRY demonym linked`, `ROLE whole` …: F1 in points of 100."""


def measure() -> Scores:
    """What the gold gets now."""
    gold = {file: read_gold(file) for file in sorted(GOLD.iterdir()) if file.suffix in (".txt", ".jsonl")}
    documents = [Document(d.doc_id, str(file), d.text, d.published,
        n_chars=len(d.text)) for file in gold for d in gold[file]]
    found = {document.doc_id: rows for document, *rows in extracted(documents)}
    return {name: dict(_scores([d for file in gold if file.match(pattern) for d in gold[file]], found))
            for name, pattern in SETS.items()}


def _scores(documents: list[GoldDocument], found: dict[str, list]) -> Iterator[tuple[str, float]]:
    mentions, roles = ({doc_id: rows[kind] for doc_id, rows in found.items()} for kind in (0, 1))
    for row in score_mentions(documents, mentions):
        for kind in ("exact", "linked"):
            yield " ".join(filter(None, (row.label, row.form, kind))), _points(getattr(row, kind))
    scored = score_roles(documents, roles)
    for respect in RESPECTS:
        yield f"ROLE {respect}", _points(getattr(scored, respect))


def _points(score: Score) -> float:
    return round(100 * (score.f1 or 0.0), 2)


def pinned(path: Path = SCORES) -> Scores:
    """The scores that were pinned."""
    return json.loads(path.read_text(encoding="utf-8"))["f1"]


def sunk(now: Scores, before: Scores) -> list[str]:
    """What fell below its floor, or is measured on one side only: `all: ROLE whole 85.1, pinned 87.3`."""
    names = sorted({(name, score) for scores in (now, before) for name in scores for score in scores[name]})
    lines = []
    for name, score in names:
        value, floor = now.get(name, {}).get(score), before.get(name, {}).get(score)
        if value is None or floor is None or value < floor - SLACK:
            lines.append(f"{name}: {score} {value}, pinned {floor}")
    return lines


def table(now: Scores, before: Scores) -> str:
    """Every score with the pinned one beside it."""
    return "\n".join(f"{name:8} {score:26} {value:7.2f} {before.get(name, {}).get(score, float('nan')):7.2f}"
                     for name, scores in now.items() for score, value in scores.items())


def write(scores: Scores, path: Path = SCORES) -> None:
    """Pin them."""
    what = ("F1 on tests/gold, in points of 100, as `python -m tests.pin` measured it; "
            "tests/test_quality.py refuses what falls more than the SLACK of tests/pin.py below")
    path.write_text(json.dumps({"what": what, "f1": scores}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    measured = measure()
    print(table(measured, pinned() if SCORES.exists() else {}))
    write(measured)
    print(f"pinned in {SCORES.relative_to(ROOT)}", file=sys.stderr)
