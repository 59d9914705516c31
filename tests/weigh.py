"""Fits what the signs of a country count: `python -m tests.weigh [FILE …]` prints the table for `weighing.py`.

Each ministry and office of the gold whose country its words leave out is a case: the signs of every country in play,
and the right one. The weights make the right ones likely and stay near what we judged beforehand, `JUDGED`; cases are
read with the weights of now, so run it twice. Files of further gold may be named beside ours.
"""

import sys
from pathlib import Path

import numpy as np

from pipeline.gazetteer import Gazetteer
from pipeline.gold import GoldDocument, read_gold
from pipeline.normalising import ministries, normalise
from pipeline.normalising.weighing import NOBODY, Signs
from pipeline.parts import loaded_model
from pipeline.recognising import recognise_text
from pipeline.recognising.model import model_spans
from pipeline.rows import Document, Mention, Role

GOLD = Path(__file__).parent / "gold"

JUDGED = {
    "acted contrast": -0.5, "acted here": 0.3, "acted towards": -1.5, "after acts name": -0.7, "after demonym in": 0.5,
    "after of name": -0.5, "after out": -0.4, "after with name": -0.7, "around in": 0.3, "bare office": 0.4,
    "beside after": 0.5, "beside capital": 0.6, "beside person": 0.5, "colleague": -4.0, "dateline": 0.8,
    "dateline at": 0.4, "leader before": 0.5,
    "leader behind": 1.5, "leader just before": 1.0, "leader only": 0.7, "marked office": -0.3,
    "marked twin": -0.5, "own acted": 2.5, "own last": 0.3, "prev acts": 0.3, "prev alone": 0.5, "replies": -1.5,
    "rival": -2.0, "same acts": 0.9, "same alone": 1.2, "scene": 0.8, "scene last": 2.0, "secretary": 1.5,
    "told last": 0.3, "topic": 0.3, "twin": 0.6, "twin behind": 0.3, "twin last": 0.6, "twin only": 0.4}
"""What a sign counts before any gold is read; 0 where nothing is said."""

PULL = 4.0
"""How strongly the weights are held to what was judged: chosen by tenfold comparison, 2 to 8 do as well."""

WORTH = {"ministry": 2.0, "office": 1.0, "known": 0.3}
"""What a case counts: of a ministry, an office, and an office whose holder is known, who is hidden then."""

STEPS, PACE = 800, 0.05

Case = tuple[str, Signs, str | None]
"""A key of `WORTH`, the signs, and the right country."""


def cases(documents: list[GoldDocument]) -> list[Case]:
    """The cases of the gold, as the linking meets them."""
    gazetteer = Gazetteer.load()
    found: dict[tuple[str, int, bool], tuple[str, Signs]] = {}
    ours = [Document(d.doc_id, d.doc_id, d.text, d.published, n_chars=len(d.text)) for d in documents]
    linker = ministries._Linker
    weighed, tell_of = linker.weighed, linker._tell_of

    def noting(self, m: Mention | Role, portfolio: str | None) -> str | None:
        if isinstance(m, Mention):
            found[self.document.doc_id, m.start, False] = "ministry", self.signs(m, portfolio)
        return weighed(self, m, portfolio)

    def noting_office(self, role: Role) -> None:
        bare = not role.iso3 and role.role in ministries.OFFICES and "homologue" not in role.found_by
        if bare and not self.owners.of(role) and not self.countries.inside(role.start, role.end):
            known = self._person_country(role) is not None
            signs = self.signs(role, role.ministry_id.partition(".")[2] if role.ministry_id else None)
            found[self.document.doc_id, role.start, True] = ("known", without_leaders(signs)) if known else (
                "office", signs)
        tell_of(self, role)

    linker.weighed, linker._tell_of = noting, noting_office
    try:
        for document, spans in zip(ours, model_spans(loaded_model("fast"), (d.text for d in ours)), strict=True):
            normalise(document, *recognise_text(document, spans, gazetteer), gazetteer)
    finally:
        linker.weighed, linker._tell_of = weighed, tell_of
    right: dict[tuple[str, int, bool], set[str | None]] = {}
    for d in documents:
        for m in d.mentions:
            if m.label == "MINISTRY" and m.entity_id:
                country = gazetteer.iso3_of.get(m.entity_id.partition(".")[0])
                right.setdefault((d.doc_id, m.start, False), set()).add(country)
        for r in d.roles:
            right.setdefault((d.doc_id, r.start, True), set()).add(r.iso3 if r.iso3 != "??" else None)
    told = [(kind, signs, next(iter(right[key])) if len(right[key]) == 1 else None)
            for key, (kind, signs) in found.items() if key in right]
    return [case for case in told if case[2] is None or case[2] in case[1]]


def without_leaders(signs: Signs) -> Signs:
    """The signs without those that a known holder gives."""
    return {iso3: {sign: value for sign, value in told.items() if "leader" not in sign and sign != "rival"}
            for iso3, told in signs.items()}


def fitted(told: list[Case]) -> tuple[dict[str, float], float]:
    """The weight of each sign, and of none of the countries."""
    names = sorted({sign for _, signs, _ in told for of_one in signs.values() for sign in of_one})
    column = {name: n for n, name in enumerate((*names, ""))}
    rows, case_of, right = [], [], []
    for n, (_, signs, wanted) in enumerate(told):
        for iso3, of_one in ((None, {"": 1.0}), *signs.items()):
            row = np.zeros(len(column))
            for sign, value in of_one.items():
                row[column[sign]] = value
            rows.append(row)
            case_of.append(n)
            right.append(iso3 == wanted)
    x, at, y = np.array(rows), np.array(case_of), np.array(right, float)
    worth = np.array([WORTH[kind] for kind, _, _ in told])[at]
    judged = np.array([*(JUDGED.get(name, 0.0) for name in names), 0.0])
    weights, first, second = judged.copy(), np.zeros(len(column)), np.zeros(len(column))
    for step in range(1, STEPS + 1):
        odds = np.exp(np.clip(x @ weights, -30, 30))
        chance = odds / np.bincount(at, odds)[at]
        slope = x.T @ ((chance - y) * worth) + PULL * (weights - judged)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope ** 2
        stride = (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
        weights -= PACE * stride * (1 if step < 0.7 * STEPS else 0.2)
    return dict(zip(names, map(float, weights[:-1]), strict=True)), float(weights[-1])


def main(further: list[str]) -> None:
    """Print the table."""
    weights, nobody = fitted(cases([d for path in (GOLD, *further) for d in read_gold(path)]))
    lines = [""]
    for name, weight in weights.items():
        if abs(weight) >= 0.06:
            told = f'"{name}": {weight:.2f},'
            if len(lines[-1]) + len(told) > 115:
                lines.append("")
            lines[-1] += f" {told}" if lines[-1] else f"    {told}"
    print(f"NOBODY = {nobody:.2f}    # now {NOBODY}\nWEIGHTS: dict[str, float] = {{", *lines, "}", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
